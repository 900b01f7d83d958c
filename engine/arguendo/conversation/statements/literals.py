"""Dates and numbers in a text that statements of the rule base are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from arguendo.conversation.english.numerals import is_figure, small
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists
from arguendo.statements import Predicate
from arguendo.vocabulary.words import MONTHS

_MONTHS = {name[:3]: f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_DAYS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ORDINALS = {word: day for day, word in enumerate(_DAYS.split(), 1)} | {"thirtieth": 30}
_TENS = {"twenty": 20, "thirty": 30}
_LONGEST = 4
"""Words that a date has at most: `2nd of May 2015`."""
THIS_CENTURY = 50
"""From this year of two digits on, years are of the last century."""
_SHORT = (1, 2, 4)
"""Digits of the numbers of `1/6/26`."""


def month_of(word: str) -> str:
    """Return a month as two digits; empty when the word names none."""
    known = len(word) >= 3 and any(name.casefold().startswith(word) for name in MONTHS)
    return _MONTHS[word[:3]] if known or word == "sept" else ""


class Literals:
    """The dates and numbers that statements are about, or could be."""

    def __init__(self, terms: Iterable[str], units: Iterable[str] = ()) -> None:
        """Take the arguments of statements; those that are no dates or numbers are left out.

        `units` are the words that stand behind numbers: `40 days`.
        """
        self.terms = tuple(dict.fromkeys(term for term in terms if is_value(term)))
        years = Counter(term[:4] for term in self.terms if term[4:5] == "-")
        self._dated = bool(years)
        year, count = years.most_common(1)[0] if years else ("", 0)
        self._year = year if 2 * count > years.total() else ""
        """That of most dates, for days that are said without one."""
        self.units = frozenset(map(stem, units))

    def find(self, words: Sequence[str]) -> list[Mention]:
        """Find them in a text, the longest at each place; `in May 1975` names a day in it.

        A whole date is found though no statement is about it, and so is a number with its unit.
        """
        found: list[Mention] = []
        position = 0
        while position < len(words) and self.terms:
            mention = self._at(words, position)
            if mention:
                found.append(mention)
            position = mention.end if mention else position + 1
        return found

    def _at(self, words: Sequence[str], start: int) -> Mention | None:
        counted = self._counted(words, start)
        if counted is not None:
            return counted
        spelled = _in_figures(words[start : start + _LONGEST + 1])
        if not (is_value(spelled[0]) or month_of(spelled[0])):
            return None
        skipped = min(_LONGEST + 1, len(words) - start) - len(spelled)
        for end in range(min(_LONGEST, len(spelled)), 0, -1):
            for meant in (self._meant, self._short_year, self._new_day):
                terms = tuple(meant(spelled[:end]))
                if terms:
                    return Mention(terms, start, start + skipped + end)
        return None

    def _counted(self, words: Sequence[str], start: int) -> Mention | None:
        """Read a number that no statement need be about, before its unit: `two days`."""
        following = stem(words[start + 1]) if start + 1 < len(words) else ""
        number = words[start] if is_figure(words[start]) else small(words[start])
        counted = number and following in self.units
        return Mention((number,), start, start + 1) if counted else None

    def _new_day(self, words: Sequence[str]) -> Iterator[str]:
        """Read a whole date that no statement is about, if need be of the year of most that are."""
        parts = _date([word for word in words if word != "of"]) if self._dated else None
        if parts is not None and parts[1] and parts[2] and (parts[0] or self._year):
            yield "-".join((parts[0] or self._year, *parts[1:]))

    def _short_year(self, words: Sequence[str]) -> Iterator[str]:
        """Read a month and a year of two digits: `july 85`."""
        if len(words) == 2 and month_of(words[0]) and words[1].isdigit() and len(words[1]) == 2:
            yield from self._meant((words[0], _year_of(words[1])))

    def _meant(self, words: Sequence[str]) -> Iterator[str]:
        """Go through the terms that some words name: a date, a part of one, a number."""
        if len(words) == 1 and is_figure(words[0]) and words[0] in self.terms:
            yield words[0]
            return
        parts = _date([word for word in words if word != "of"])
        if parts is None:
            return
        year, month, day = parts
        for term in self.terms:
            if term[4:5] == "-" and _agrees(term.split("-"), (year, month, day)):
                yield term


def is_value(term: str) -> bool:
    """Tell whether a term is a day or a number."""
    return term[:1].isdigit() or is_figure(term)


def units(predicates: Iterable[Predicate]) -> Iterator[str]:
    """Go through the words that stand behind numbers in what predicates say: `{n} days`."""
    for predicate in predicates:
        numbers = [slot.name for slot in predicate.slots if "number" in slot.kinds]
        for text in (predicate.says, *predicate.also) if numbers else ():
            for name in numbers:
                behind = text.partition(f"{{{name}}}")[2].split()
                yield from (word.casefold() for word in behind[:1])


def counted(predicate: Predicate) -> Iterator[str]:
    """Go through the words for what a predicate has a number of: `{n} small children of {name}`."""
    numbers = [slot.name for slot in predicate.slots if "number" in slot.kinds]
    for text in (predicate.says, *predicate.also):
        for behind in (text.partition(f"{{{name}}}")[2].partition("{")[0] for name in numbers):
            words = plain_words(behind)
            yield from takewhile(lambda word: word not in word_lists().stop, words)


def _in_figures(words: Sequence[str]) -> Sequence[str]:
    """Write the day in figures where a date begins in words: `first of June`."""
    tens = _TENS.get(words[0], 0)
    rest = words[1:] if tens else words
    day = ORDINALS.get(rest[0]) if rest else None
    dated = day is not None and rest[1:2] == ["of"] and len(rest) > 2 and month_of(rest[2])
    return [f"{tens + (day or 0)}", *rest[1:]] if dated else words


def _date(words: Sequence[str]) -> tuple[str, str, str] | None:
    """Read a date, or a part of one that says enough; what is not said is empty."""
    parts = day_parts(words)
    enough = parts is not None and (parts[0] or (parts[1] and parts[2]))
    return parts if enough else None


def day_parts(words: Sequence[str]) -> tuple[str, str, str] | None:
    """Read year, month and day as far as they are said; None where something else is."""
    year = month = day = ""
    if len(words) == 3 and all(map(str.isdigit, words)) and len(words[0]) == 4:
        return words[0], words[1].zfill(2), words[2].zfill(2)
    if len(words) == 3 and all(word.isdigit() and len(word) in _SHORT for word in words):
        return _year_of(words[2]), words[1].zfill(2), words[0].zfill(2)
    for word in words:
        number = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
        if len(word) == 4 and word.isdigit() and not year:
            year = word
        elif number.isdigit() and len(number) < 3 and not day:
            day = f"{int(number):02}"
        elif month and day and not year and word.isdigit() and len(word) == 2:
            year = _year_of(word)
        elif month_of(word) and not month:
            month = month_of(word)
        else:
            return None
    return year, month, day


def _year_of(digits: str) -> str:
    """Return a year of which only the last two digits may be said: `85`, `26`."""
    if len(digits) > 2:
        return digits
    return ("19" if int(digits) >= THIS_CENTURY else "20") + digits.zfill(2)


def _agrees(term: Sequence[str], said: Sequence[str]) -> bool:
    return all(not part or part == there for part, there in zip(said, term, strict=False))
