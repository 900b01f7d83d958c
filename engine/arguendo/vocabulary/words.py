"""Text to words: the normal form in which sentences, names and templates are compared.

Compatibility forms become plain ones (Unicode NFKC), typographic quotes straight ones, `U.S.`
becomes `us`, case is folded, the articles *a*, *an* and *the* are dropped, `'s` is a word of its
own, punctuation is passed over. Numbers, dates, quoted text and variables are terms. What stands
in double quotes is kept as it was written.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from arguendo.statements import Term

ARTICLES = frozenset({"a", "an", "the"})

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
"""What begins the name of a person and of nothing else."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'"}  # noqa: RUF001
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒−", "-")
)

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|“([^“”"]*)”')
_PLAIN = re.compile(r"(?:(?:\??[A-Za-z_][A-Za-z0-9_]*|[0-9]+)(?: +|\Z))*")
_MONTHS = frozenset(MONTHS)
_TERMS = frozenset("?0123456789")
"""What variables and numbers begin with, where nothing is hyphenated."""

_TOKEN = re.compile(
    r"""
      (?P<text>"(?:[^"\\]|\\.)*")
    | (?P<variable>(?<!\w)\?[^\W\d]\w*)
    | (?P<iso>(?<![\w.-])\d{4}-\d{2}(?:-\d{2})?(?![\w-]))
    | (?P<spoken>(?<![\w.-])(?:\d{1,2}\s+)?(?:MONTHS)\s+\d{4}(?![\w-]))
    | (?P<number>(?<![\w.])-?\d+(?:\.\d+)?(?![\w-]|[.,/]\d))
    | (?P<initials>(?<!\w)[^\W\d_](?:\.[^\W\d_])+\.?(?!\w))
    | (?P<possessive>(?<=[\w."])'[sS]\b)
    | (?P<word>\w+(?:(?:['-](?!s\b)|(?<=\d)[.,/](?=\d))\w+)*)
    | (?P<quote>')
    | (?P<sign>[^\w\s.,;:!?()\[\]{}"'…–—-])
    """.replace("MONTHS", "|".join(MONTHS)),
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text in normal form: its words, and for each the term that it is, if it is one."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    """In step with the words: a variable, number, date or quoted text, else empty."""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)


def split(text: str) -> Words:
    """Bring a text into its normal form."""
    if _PLAIN.fullmatch(text):
        plain = tuple([word for word in text.lower().split() if word not in ARTICLES])
        if _MONTHS.isdisjoint(plain):
            return Words(plain, tuple([word if word[0] in _TERMS else "" for word in plain]))
    if not text.isascii():
        text = "".join(_plainly(text))
    found = [pair for pair in _pairs(text) if pair[0] not in ARTICLES]
    return Words(tuple(word for word, _ in found), tuple(term for _, term in found))


def _plainly(text: str) -> Iterator[str]:
    """Bring the characters outside double quotes into their plain forms, stretch by stretch."""
    position = 0
    for quoted in (*_QUOTED.finditer(text), None):
        end = quoted.start() if quoted else len(text)
        straight = text[position:end].translate(_STRAIGHT)
        yield unicodedata.normalize("NFKC", straight).translate(_STRAIGHT)
        if quoted:
            yield quoted[0] if quoted[1] is None else json.dumps(quoted[1], ensure_ascii=False)
            position = quoted.end()


def normalise(text: str) -> list[str]:
    """Return the words of a text in normal form."""
    return list(split(text).words)


def _pairs(text: str) -> list[tuple[str, Term]]:
    """List (word, term) from left to right; single quotation marks are told from apostrophes."""
    found: list[tuple[str, Term]] = []
    open_quotes = 0
    for match in _TOKEN.finditer(text):
        sort, token = match.lastgroup or "", match[0]
        if sort in ("word", "sign"):
            found.append((token.casefold(), ""))
        elif sort == "possessive":
            found.append(("'s", ""))
        elif sort == "initials":
            found.append((token.replace(".", "").casefold(), ""))
        elif sort == "quote":
            before = text[match.start() - 1 : match.start()]
            if open_quotes and not before.isspace():
                open_quotes -= 1
            elif before in ("s", "S"):
                found.append(("'s", ""))
            elif not before or not before.isalnum():
                open_quotes += 1
        else:
            found += _term(sort, token)
    return found


def _term(sort: str, token: str) -> list[tuple[str, Term]]:
    if sort == "text":
        term = canonical_text(token)
    elif sort == "iso":
        term = token if is_date(token) else ""
    elif sort == "spoken":
        term = _spoken_date(token)
    else:
        term = token.casefold()
    if term:
        return [(term, term)]
    return [(word, word if word.isdigit() else "") for word in token.casefold().split()]


def canonical_text(quoted: str) -> Term:
    """Return quoted text as its canonical term, in JSON double quotes."""
    try:
        text = json.loads(quoted, strict=False)
    except ValueError:
        text = quoted[1:-1]
    return json.dumps(text, ensure_ascii=False)


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date or month that exists."""
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        return False
    return True


def meant_dates(text: str) -> list[str]:
    """List the ISO dates that one written otherwise can mean: `3 March 2025`, `3.4.2025`, `3/4/25`.

    Between slashes either the day or the month comes first; between points it is the day.
    """
    found = re.fullmatch(r"\s*(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})\s*", text, re.ASCII)
    if found:
        pairs = [(found[1], found[3]), (found[3], found[1])][: 1 if found[2] == "." else 2]
        tried = [f"{found[4]}-{int(month):02}-{int(day):02}" for day, month in pairs]
    elif turned := re.fullmatch(r"\s*(\d{4})[./](\d{1,2})[./](\d{1,2})\s*", text, re.ASCII):
        tried = [f"{turned[1]}-{int(turned[2]):02}-{int(turned[3]):02}"]
    else:
        tried = [_in_any_order(text.casefold())]
    return [each for each in dict.fromkeys(tried) if is_date(each)]


def _in_any_order(text: str) -> str:
    """Return the ISO form of a date with the month in letters; empty when it is none."""
    parts = re.findall(r"[^\W\d_]+|\d+", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))
    months = [n for n, name in enumerate(MONTHS, 1) for p in parts if name[:3] == p[:3].lower()]
    years = [part for part in parts if re.fullmatch(r"\d{4}", part, re.ASCII)]
    days = [int(part) for part in parts if re.fullmatch(r"\d{1,2}", part, re.ASCII)]
    if len(months) != 1 or len(years) != 1 or len(parts) != 2 + len(days) or len(days) > 1:
        return ""
    return f"{years[0]}-{months[0]:02}" + "".join(f"-{day:02}" for day in days)


def _spoken_date(text: str) -> Term:
    """Return the ISO form of `1 August 2017` or `August 2017`, empty when there is no such day."""
    *day, month, year = text.casefold().split()
    number = MONTHS.index(month) + 1
    iso = f"{year}-{number:02}" + (f"-{int(day[0]):02}" if day else "")
    return iso if is_date(iso) else ""


def in_words(iso: Term) -> str:
    """Write an ISO date as people do: `1 August 2017`, and a month as `August 2017`."""
    year, month, *day = iso.split("-")
    name = MONTHS[int(month) - 1].capitalize() if 1 <= int(month) <= 12 else month
    return " ".join([*(str(int(part)) for part in day), name, year])
