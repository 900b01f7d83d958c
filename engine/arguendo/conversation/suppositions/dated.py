"""Other days that are supposed: `what if he left in March?`, `if she applied on the 14th of May`.

What a day leaves out is told by the one that is known: its year is the one that lies nearest. A
month by itself stands for its first day where that is a whole day; the answer names it. Where the
known day lies in that month it is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements.leading import leads
from arguendo.conversation.statements.literals import day_parts, month_of
from arguendo.conversation.suppositions.amounts import HERE, Amount, Measure
from arguendo.statements import Sort, Term

LONGEST = 5
"""Words that a day has at most: `the 2nd of May 2015` but for its article."""
MONTHS = 12
FIRST = "01"
_AUXILIARIES = words_of("auxiliaries")
WHOLE = 10
"""The characters of a whole day."""


@dataclass(frozen=True)
class Day(Amount):
    """A clause with one day, taken apart."""

    parts: tuple[str, str, str] = ("", "", "")
    """Year, month and day; what is not said is empty."""

    @property
    def sort(self) -> Sort:
        """What stands in the place."""
        return Sort.DATE

    def may_fill(self, measure: Measure) -> bool:
        """Tell whether a measure tells what is so *on* a day, or what there is time for *until* it.

        Where either does not say which, it may be that.
        """
        meant = leads(self.words, [self.place]).get(self.place)
        name, predicate = f"{{{measure.name}}}", measure.predicate
        before = (plain_words(s.partition(name)[0]) for s in (predicate.says, *predicate.also))
        known = {leads([*words, HERE], [len(words)]).get(len(words)) for words in before}
        return meant is None or None in known or meant in known

    def instead_of(self, old: Term) -> Term:
        """Return the day that there is instead of another."""
        year, month, day = self.parts
        if not day and (year in ("", old[:4]) and month == old[5:7]):
            return old
        day = day or (FIRST if len(old) == WHOLE else "")
        return "-".join(filter(None, (year or _nearest(old, month), month, day)))


def read(clause: str) -> Day | None:
    """Take a clause with one day apart; None where there is none, or several are."""
    words = plain_words(clause)
    found = [*_days(words)]
    if len(found) != 1 or not _AUXILIARIES.isdisjoint(words[found[0][1] :]):
        return None  # `he leaves on 2 May is he in`
    start, end, parts = found[0]
    left = (*words[:start], HERE, *words[end:])
    return Day("-".join(filter(None, parts)), left, start, parts=parts)


def _days(words: Sequence[str]) -> list[tuple[int, int, tuple[str, str, str]]]:
    """List the days that words name, from left to right, each with where it begins and ends."""
    found, place = [], 0
    while place < len(words):
        sizes = range(min(LONGEST, len(words) - place), 0, -1)
        ends = [place + size for size in sizes if _names_day(words, place, place + size)]
        for end in ends[:1]:
            parts = day_parts([word for word in words[place:end] if word != "of"])
            found += [(place, end, parts)] if parts else []
        place = ends[0] if ends else place + 1
    return found


def _names_day(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words name a day of a month, or a month behind a word that leads to one."""
    if "of" in (words[start], words[end - 1]):
        return False
    parts = day_parts([word for word in words[start:end] if word != "of"])
    if parts is None or not parts[1]:
        return False
    behind = start > 0 and words[start - 1] in words_of("before_a_month")
    return bool(parts[0] or parts[2]) or (behind and bool(month_of(words[start])))


def _nearest(old: Term, month: str) -> str:
    """Return the year in which a month lies nearest to a day."""
    year, known = int(old[:4]), int(old[5:7] or month)
    away = int(month) - known
    shift = -1 if away > MONTHS // 2 else 1 if away < -MONTHS // 2 else 0
    return f"{year + shift:04}"
