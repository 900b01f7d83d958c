"""Small rules of written English: capitals, lists, counts, articles, dates, paragraph marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from arguendo.vocabulary.words import in_words

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ENDS = (".", "!", "?", "…", ":")
_CLOSING = "”\"')’"
MOST_WORDS = 40
"""Words of a sentence, beyond which it is told in two."""
_NEXT = re.compile(r"(?<=[.!?…]) (?=[A-Z“])|(?<=[.!?…][”)]) (?=[A-Z“])")
"""Between two sentences."""
_DAY = re.compile(r"(?P<on>\bon )?(?P<day>\b\d{1,2} [A-Z][a-z]+ \d{3,4}\b)")
_VOWELS = "aeiou"
_SOUNDS_LIKE_A = ("uni", "use", "usu", "eu", "one", "once", "us ", "u.s")
_SOUNDS_LIKE_AN = ("hour", "honest", "heir", "honor", "honour")


def tidy(text: str) -> str:
    """Put a text on one line, with single spaces."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """Begin with a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Make a sentence of a clause: a capital first, and a full stop unless it ends already."""
    made = capital(tidy(text))
    return made if not made or made.rstrip(_CLOSING).endswith(_ENDS) else f"{made}."


def sentences(text: str) -> list[str]:
    """Take a text apart into its sentences, by its stops and capitals; a quote stays whole."""
    found: list[str] = []
    for part in _NEXT.split(text):
        if found and found[-1].count("“") > found[-1].count("”"):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def is_long(text: str) -> bool:
    """Tell whether one of the sentences of a text has more words than is well read at once."""
    return any(len(each.split()) > MOST_WORDS for each in sentences(text))


def besides(lead: str, clauses: Sequence[str]) -> str:
    """Make a sentence of clauses after a lead; two or more when one would be long."""
    whole = sentence(f"{lead} {series(clauses)}")
    if len(clauses) < 2 or not is_long(whole):
        return whole
    first, *others = clauses
    return f"{sentence(f'{lead} {first}')} {_one_after_another(others)}"


def _one_after_another(clauses: Sequence[str]) -> str:
    """Go on with clauses in as few sentences as are well read, each with a lead of its own."""
    told: list[str] = []
    left = list(clauses)
    while left:
        lead = "moreover" if told else "besides"
        shown = len(left)
        while shown > 1 and is_long(sentence(f"{lead}, {series(left[:shown])}")):
            shown -= 1
        told.append(sentence(f"{lead}, {series(left[:shown])}"))
        left = left[shown:]
    return " ".join(told)


def joined(parts: Sequence[str], word: str = "and") -> str:
    """Join parts as a list: `a`, `a and b`, `a, b, and c`; a comma too after `a and b`."""
    if len(parts) < 2:
        return "".join(parts)
    *most, last = parts
    if len(most) > 1 or any(f" {word} " in part for part in parts):
        return f"{', '.join(most)}, {word} {last}"
    return f"{most[0]} {word} {last}"


def series(parts: Sequence[str], word: str = "and") -> str:
    """Join whole clauses, always with a comma: `a, and b`, `a, b, and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])}, {word} {parts[-1]}"


def named(parts: Sequence[str], word: str = "and") -> str:
    """Join short names: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def number(count: int) -> str:
    """Write a small number as a word: `three`, `no`; a large one in digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def ordinal(position: int) -> str:
    """Write a position, counted from 1, as a word: `second`."""
    return _ORDINALS[position - 1] if 1 <= position <= len(_ORDINALS) else f"number {position}"


def plural(noun: str) -> str:
    """Return the plural of a noun, or of a phrase that ends with one: regular, or very common."""
    head, space, last = noun.rpartition(" ")
    irregular = {"person": "people", "child": "children"}
    if last in irregular:
        return head + space + irregular[last]
    if last.endswith("es"):  # `species`, and what is named by a plural
        return noun
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return f"{head}{space}{last[:-1]}ies"
    return noun + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")


def counted(count: int, noun: str) -> str:
    """Write a count with its noun: `one step`, `three steps`."""
    return f"{number(count)} {noun if count == 1 else plural(noun)}"


def in_all(count: int, noun: str) -> str:
    """Write a count with its noun to begin a sentence, which no digit may do."""
    return counted(count, noun) if count < len(_NUMBERS) else f"in all, {counted(count, noun)}"


def with_article(phrase: str) -> str:
    """Put `a` or `an` before a phrase, by its sound as far as spelling tells."""
    lower = phrase.casefold()
    starts_with_vowel = lower[:1] in _VOWELS and not f"{lower} ".startswith(_SOUNDS_LIKE_A)
    return f"{'an' if starts_with_vowel or lower.startswith(_SOUNDS_LIKE_AN) else 'a'} {phrase}"


def quoted(text: str) -> str:
    """Put a title between quotation marks."""
    return f"“{tidy(text)}”"


def on_date(iso: str) -> str:
    """Write when: `on 1 August 2017`, `in August 2017`."""
    return f"{'on' if iso.count('-') == 2 else 'in'} {in_words(iso)}"


def dated_once(text: str) -> str:
    """Take up a day that a sentence has just named, instead of naming it again."""
    return " ".join(map(_dated_once, sentences(text)))


def _dated_once(text: str) -> str:
    known = ""

    def put(found: re.Match[str]) -> str:
        nonlocal known
        before, known = known, found["day"]
        return "on that day" if found["on"] and known == before else found[0]

    return _DAY.sub(put, text)


def marks(paragraphs: Sequence[str]) -> str:
    """Write paragraph marks as they stand in brackets: `¶5, ¶7`."""
    return ", ".join(paragraphs)


def bracketed(*parts: str) -> str:
    """Put what there is of some parts in brackets, after a space; nothing for no part."""
    found = [part for part in parts if part]
    return f" ({', '.join(found)})" if found else ""


def cited(text: str, paragraphs: Sequence[str]) -> str:
    """Make a sentence of a text, with the paragraphs in brackets before its end."""
    made = sentence(text)
    if not paragraphs:
        return made
    return f"{made.removesuffix('.')} ({marks(paragraphs)})."


def percent(share: float) -> str:
    """Write a share in percent, so that what is not nothing does not look so."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{round(share * 100)}%"
