"""Statements that a piece of text may speak of, each with how likely it is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter, mul

from arguendo.conversation.segmentation.parts import Part
from arguendo.conversation.statements.fitting import (
    LED_ASTRAY,
    MISSED,
    Piece,
    Spoken,
    Way,
    is_led_otherwise,
)
from arguendo.conversation.statements.traits import (
    LITERAL,
    Traits,
    by_itself,
    is_literal,
    likelihood,
    traits,
)
from arguendo.statements import Statement

FULLER, MUCH_FULLER = 0.7, 0.5
"""How near a statement that is told more fully must be to another of its predicate, and one that
fits more of the text besides."""
SUPPORT = (1.0, 0.2, 0.12)
"""What the best ways to read a text as a statement add to how likely it is by itself."""

Prior = Callable[[Statement, bool], float]
"""How much likelier than others a statement is to be meant, affirmed or denied: about 1."""


@dataclass(frozen=True)
class Reading:
    """A statement that a text may speak of."""

    statement: Statement
    positive: bool
    """Whether the text affirms it."""
    score: float
    coverage: float
    """How much of the text and of the phrase fit each other: 0 to 1."""
    level: float = 0.0
    """How likely it is by itself, without a look at others."""
    traits: Traits | None = field(default=None, compare=False, repr=False)
    """What the score was told from."""
    part: Part | None = field(default=None, compare=False, repr=False)
    """Which part of the text speaks of it."""
    mask: int = field(default=0, compare=False, repr=False)
    """The words that speak of it."""
    told: float = field(default=0.0, compare=False, repr=False)
    """How much of what the phrase says is said."""
    turned: bool = field(default=False, compare=False, repr=False)
    """Whether the text denies what the phrase affirms, or the reverse."""
    worded: int = field(default=0, compare=False, repr=False)
    """Those words that do more than name something."""
    passing: bool = field(default=False, compare=False, repr=False)
    """Whether its words only tell under which circumstances something is so."""

    def times(self, factor: float) -> Reading:
        """Return the reading of a statement that is so much likelier."""
        return self._put(self.score * factor, self.level * factor, self.part)

    def scaled(self, factor: float) -> Reading:
        """Return the reading with a score that is so much higher, and as likely by itself."""
        return self._put(self.score * factor, self.level, self.part)

    def asked_for(self) -> Reading:
        """Return the reading where it is asked of whom or what it is, which need not be named."""
        return replace(self, traits=self.traits and self.traits._replace(unnamed=0.0))

    def of_part(self, part: Part, circumstances: int = 0) -> Reading:
        """Return the reading of a part of a text, by which its score counts.

        `circumstances` are those of its words (a bit mask) that only tell of these.
        """
        passing = bool(self.worded and circumstances) and not self.worded & ~circumstances
        return self._put(self.score * part.weight, self.level * part.weight, part, passing)

    def _put(
        self, score: float, level: float, part: Part | None, passing: bool | None = None
    ) -> Reading:
        """Return it with other scores; faster than `replace`, which every reading needs."""
        return Reading(
            self.statement,
            self.positive,
            score,
            self.coverage,
            level,
            self.traits,
            part,
            self.mask,
            self.told,
            self.turned,
            self.worded,
            self.passing if passing is None else passing,
        )


def levelled(readings: Sequence[Reading]) -> list[Reading]:
    """Let the best of some readings score as by itself, and the others accordingly.

    Learned weights tell which statement is likelier than others, but not whether any is meant:
    where nothing speaks for the best by itself, none is.
    """
    if not readings or not readings[0].level:
        return []
    factor = readings[0].level / readings[0].score
    return [each.scaled(factor) for each in readings]


def fuller_first(readings: list[Reading]) -> list[Reading]:
    """Of statements that differ only in what they are about take the one that is told more fully.

    After `and for Ama?` a bare `an application` is hers, and a date that is said is meant.
    """
    for reading in readings[1:]:
        first = readings[0]
        alike = reading.statement.predicate == first.statement.predicate
        least = FULLER if reading.coverage <= first.coverage else MUCH_FULLER
        near = reading.positive is first.positive and reading.score >= least * first.score
        if alike and near and reading.told > first.told:
            rest = [each for each in readings if each is not reading]
            return [replace(reading, score=first.score), *rest]
    return readings


_found = attrgetter("found")


def _likeliest_first(ways: list[Way]) -> list[Way]:
    """Let the way begin that is the likeliest by what is seen of it alone; few are looked at."""
    if len(ways) == 1:
        return ways
    best = max(ways, key=by_itself)
    return [best, *(way for way in ways if way is not best)]


def _denied_once(ways: list[Way]) -> list[Way]:
    """Leave out, where a text denies, what denies that again by a word that is not said.

    `No permit` is not `refuses no permit`, if that says as much of `grants a permit`.
    """
    told = [
        way.fit.mask
        for way in ways
        if way.fit is not None and way.phrase is not None and way.phrase.affirms
        if not way.positive
    ]
    return [way for way in ways if not (_denies_by_words(way) and _is_within(way, told))]


def _denies_by_words(way: Way) -> bool:
    """Tell whether a way affirms by denying what a phrase denies in other words than a *not*."""
    phrase, fit = way.phrase, way.fit
    if phrase is None or fit is None or phrase.affirms or phrase.negated or fit.turned:
        return False
    return way.positive and fit.missing > MISSED * phrase.weight


def _is_within(way: Way, told: Iterable[int]) -> bool:
    """Tell whether any of the others is read by all the words by which a way is."""
    mask = way.fit.mask if way.fit is not None else 0
    return any(not mask & ~each for each in told)


class Option:
    """A statement that a piece may speak of, with all ways to read the piece so."""

    def __init__(self, statement: Statement, spoken: Spoken, lone: bool) -> None:
        self.statement = statement
        self.spoken = spoken
        self.lone = lone
        self.ways: list[Way] = []

    @property
    def found(self) -> float:
        """How likely it is by its best way alone."""
        return max([way.found for way in self.ways])

    def readings(self, piece: Piece) -> Iterator[Reading]:
        """Affirm and deny the statement, as far as the piece could do either."""
        kept = _denied_once(self.ways) if piece.analysis.negated else self.ways
        for positive in (True, False):
            found = [way for way in kept if way.positive is positive]
            if found:
                strongest = sorted(found, key=_found, reverse=True)[: len(SUPPORT)]
                ways = _likeliest_first(strongest)
                seen = traits(self.statement, ways, piece, self.spoken, self.lone)
                coverage = ways[0].told * ways[0].seen
                level = sum(map(mul, SUPPORT, map(_found, strongest)))
                literal = is_literal(seen, ways[0], self.spoken)
                likely = likelihood(seen) * (LITERAL if literal else 1.0)
                if ways[0].phrase and is_led_otherwise(ways[0].phrase, piece, self.spoken):
                    likely *= LED_ASTRAY
                mask, turned = _by(ways[0], self.spoken, piece)
                worded = mask & ~self.spoken.mask
                told = ways[0].told
                said = self.statement, positive, likely, coverage, level, seen, None
                yield Reading(*said, mask, told, turned, worded)


def _by(way: Way, spoken: Spoken, piece: Piece) -> tuple[int, bool]:
    """Tell by which words a way reads a piece, and whether these are turned around."""
    negated = piece.analysis.negated
    if way.phrase is None or way.fit is None:
        return spoken.mask, negated
    return way.fit.mask | spoken.mask, way.phrase.negated != negated
