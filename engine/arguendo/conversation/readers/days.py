"""Days in conversation: `as of 5 August 2017, …`, `what was known on 5 August?`, `as of now`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from arguendo.conversation.english.words import cleaned
from arguendo.rulebase import RuleBase
from arguendo.vocabulary.words import MONTHS, is_date

NOW = ""
"""The day of all that is known."""

_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + "|sept\\.?"
_TH = r"(?:st|nd|rd|th)?"
_DATE = rf"""(?:
    (?P<iso>\d{{4}}-\d{{2}}(?:-\d{{2}})?)
  | (?:the\s+)?(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?
  | (?P<month_first>{_MONTH})\s+(?P<day_last>\d{{1,2}}){_TH}(?!\d)
    (?:,?\s+(?P<year_last>\d{{4}}))?
  | (?P<whole_month>{_MONTH}),?\s+(?P<its_year>\d{{4}})
)(?![\w-])"""
_FLAGS = re.IGNORECASE | re.VERBOSE
_KNOWN = rf"""(?:and\s+)?what\s+(?:was|were|is|had|did|do|does|has)\s+(?:\w+\s+){{0,3}}?
    (?:known?|reported|established)\s+(?:already\s+)?(?:on|by|as\s+of|in|at)\s+{_DATE}[\s?.!]*"""
_AS_OF = rf"\b(?:(?:as\s+(?:of|at|on)|back\s+(?:on|in|to))\s+){_DATE}"
_LEADING = rf"\A\s*(?:on|by)\s+{_DATE}\s*,"
_THEN = rf"""\A\s*(?:and\s+)?(?:was|were|did|had)\b.*?(?P<tail>(?:,\s*|\s)(?:already\s+)?
    (?:on|by)\s+{_DATE})[\s?.!]*\Z"""
_TODAY = re.compile(
    r"\s*(?:and\s+)?(?:as\s+of|back\s+to)\s+(?:now|today|the\s+present|present)\b[\s,.!?:]*", _FLAGS
)
_AROUND = " \t\n,;:."


@dataclass(frozen=True)
class Dated:
    """A text with the day that it sets."""

    day: str
    """ISO; empty for all that is known."""
    rest: str
    """What it says besides; empty when it only sets the day."""
    lists: bool = False
    """Whether it asks what was known then."""


def read(rulebase: RuleBase, text: str, *, on_a_day: bool) -> Dated | None:
    """Find the day that a text sets; `on_a_day` tells whether one is in force, to be lifted."""
    plain = cleaned(text)
    if now := _TODAY.match(plain):
        rest = plain[now.end() :].strip(_AROUND)
        return Dated(NOW, rest) if on_a_day or not rest else None
    if not any(sign.isdigit() for sign in plain):
        return None  # no date: most texts need none of the patterns
    if known := _pattern(_KNOWN).fullmatch(plain.strip()):
        day = _iso(known, rulebase)
        return Dated(day, "", lists=True) if day else None
    for pattern in (_AS_OF, _LEADING):
        found = _pattern(pattern).search(plain)
        day = _iso(found, rulebase) if found else None
        if found and day:
            return Dated(day, _rest(plain, found))
    then = None if dates_are_spoken_of(rulebase) else _pattern(_THEN).search(plain)
    if then and (day := _iso(then, rulebase)):
        return Dated(day, plain[: then.start("tail")].strip(_AROUND) + "?")
    return None


def dates_are_spoken_of(rulebase: RuleBase) -> bool:
    """Tell whether statements have dates of their own, as `{who} was born on {date}`."""
    predicates = rulebase.vocabulary.predicates.values()
    return any("date" in slot.kinds for each in predicates for slot in each.slots)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, _FLAGS)


def _rest(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()].strip(_AROUND), text[found.end() :].strip(_AROUND)
    rest = " ".join(filter(None, (before, after)))
    return rest if re.search(r"\w", rest) else ""


def _iso(found: re.Match[str], rulebase: RuleBase) -> str | None:
    """Write a date in ISO form; without a year it lies in the last year that is spoken of."""
    if found["iso"]:
        return found["iso"] if is_date(found["iso"]) else None
    month = found["month"] or found["month_first"] or found["whole_month"]
    number = next(n for n, name in enumerate(MONTHS, 1) if name[:3] == month[:3].casefold())
    year = found["year"] or found["year_last"] or found["its_year"] or last_year(rulebase)
    day = found["day"] or found["day_last"]
    iso = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    return iso if is_date(iso) else None


def last_year(rulebase: RuleBase) -> str:
    """Return the last year that sources and facts are of; empty without any."""
    return max(_dates(rulebase), default="")[:4]


def _dates(rulebase: RuleBase) -> Iterator[str]:
    yield from (source.date for source in rulebase.sources if source.date)
    yield from (fact.date for fact in rulebase.facts if fact.date)
