"""The statements that a piece of text may speak of: those that its phrases could put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from heapq import nlargest
from itertools import product

from arguendo.conversation.statements.fitting import Piece, Way
from arguendo.conversation.statements.foreseen import Foreseen
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.literals import is_value
from arguendo.conversation.statements.naming import ENOUGH_TO_FILL, Naming
from arguendo.conversation.statements.phrases import Phrase
from arguendo.conversation.statements.readings import Option
from arguendo.statements import Slot, Statement
from arguendo.vocabulary.words import is_date

MOST_COMPARED = 9
"""Statements that are compared with each other."""
MOST_FILLERS = 4
WHOLLY = 0.9
"""How much of a piece and of a phrase must fit for whom it names to be meant by that name."""
IN_A_SLOT = 0.3
"""How likely a slot is meant then."""
BY_NAMES = 2.8
"""The score of a statement of which only the arguments are named."""


class Options:
    """All statements that a piece may speak of, as far as its phrases were looked at."""

    def __init__(self, index: Index, foreseen: Foreseen, naming: Naming, piece: Piece) -> None:
        """Take the rule base's phrases and statements, and the piece."""
        self._index, self._foreseen, self._naming = index, foreseen, naming
        self._piece = piece
        self._predicates = index.rulebase.vocabulary.predicates
        self._all: dict[tuple[str, tuple[str, ...]], Option] = {}
        self._put: dict[int, tuple[Option, ...]] = {}
        self._fill: dict[tuple[str, ...], list[str]] = {}

    def put_by(self, phrase: Phrase) -> tuple[Option, ...]:
        """Return the statements that a phrase could put."""
        found = self._put.get(phrase.puts)
        if found is None:
            target = phrase.target
            found = tuple([self._option(target, each) for each in self._arguments(phrase)])
            self._put[phrase.puts] = found
        return found

    def add(self, statement: Statement) -> None:
        """Add the way to read the piece as a statement of which it says the names only."""
        positive = not self._piece.analysis.negated
        self._option(statement.predicate, statement.arguments).ways.append(
            Way(BY_NAMES, positive, 0.7, 0.7, 0.0)
        )

    def prefer_by_name(self) -> None:
        """Make less of a slot for a group where a phrase that names it says the whole piece.

        Who backs a renunciation of war and hunger backs neither war nor hunger.
        """
        members = self._index.names.members
        ways = (way for option in self._all.values() for way in option.ways)
        groups = {each for way in ways for each in _named(way) if each in members}
        told = groups.union(*(members[each] for each in groups))
        for option in self._all.values() if groups else ():
            if not told.isdisjoint(option.statement.arguments):
                option.ways = [_lessened(way, option.statement, told) for way in option.ways]

    def best(self) -> list[Option]:
        """Return the likeliest by their best ways."""
        found = [option for option in self._all.values() if option.ways]
        return nlargest(MOST_COMPARED, found, key=lambda option: option.found)

    def _option(self, predicate: str, arguments: tuple[str, ...]) -> Option:
        key = predicate, arguments
        found = self._all.get(key)
        if found is None:
            statement = self._foreseen.put(predicate, arguments)
            spoken = self._naming.spoken(statement, self._piece)
            lone = len(self._foreseen.of(predicate)) == 1
            found = self._all[key] = Option(statement, spoken, lone)
        return found

    def _arguments(self, phrase: Phrase) -> list[tuple[str, ...]]:
        """List the arguments of the statements that a phrase could put here."""
        slots = self._predicates[phrase.target].slots
        if phrase.ground is None:
            known = [each.arguments for each in self._foreseen.of(phrase.target)]
            filled = _distinct([self._fillers(slot) for slot in slots])
            if not (known or filled):
                filled = _distinct([self._fillers(slot) or self._only(slot) for slot in slots])
            return list(dict.fromkeys((*known, *filled, *self._varied(known, slots))))
        ground = phrase.ground.arguments
        if not phrase.slots:
            return [ground]
        # others may be put into the slots of what was written about one
        choices = [
            self._fillers(slot) if place in phrase.slots else [ground[place]]
            for place, slot in enumerate(slots)
        ]
        return [ground, *(each for each in _distinct(choices) if each != ground)]

    def _varied(
        self, known: Sequence[tuple[str, ...]], slots: Sequence[Slot]
    ) -> Iterator[tuple[str, ...]]:
        """Go through known arguments with a day or number of the piece in place of their own."""
        for place, slot in enumerate(slots):
            named = [each for each in self._fillers(slot) if is_value(each)]
            for value in named:
                for each in known:
                    if is_value(each[place]) and is_date(each[place]) is is_date(value):
                        yield (*each[:place], value, *each[place + 1 :])

    def _fillers(self, slot: Slot) -> list[str]:
        """Return what is spoken of well enough to stand in a slot."""
        found = self._fill.get(slot.kinds)
        if found is None:
            named = (e for e, weight in self._piece.evidence.items() if weight >= ENOUGH_TO_FILL)
            found = [entity for entity in named if self._suits(entity, slot)][:MOST_FILLERS]
            self._fill[slot.kinds] = found
        return found

    def _only(self, slot: Slot) -> list[str]:
        """Return what alone may stand in a slot, whether it is spoken of or not."""
        found = [each for each in self._index.names.kinds if self._suits(each, slot)]
        return found if len(found) == 1 and found[0] in self._foreseen.only_ones else []

    def _suits(self, entity: str, slot: Slot) -> bool:
        """Tell whether an entity or literal may stand in a slot, itself or by its members."""
        suits = self._index.rulebase.vocabulary.suits
        members = self._index.names.members.get(entity, ())
        return suits(entity, slot) or bool(members and all(suits(each, slot) for each in members))


def _named(way: Way) -> Iterator[str]:
    """Go through those whom a phrase names that says a piece, the whole of it and no more."""
    phrase, fit = way.phrase, way.fit
    whole = fit is not None and bool(fit.words) and way.told * way.seen > WHOLLY
    if phrase is not None and phrase.ground is None and whole:
        yield from phrase.named


def _lessened(way: Way, statement: Statement, told: Set[str]) -> Way:
    """Make less of a way in which one of those named stands in a slot."""
    phrase = way.phrase
    if phrase is None or not phrase.named.isdisjoint(told):
        return way
    in_slots = {statement.arguments[place] for place in phrase.slots}
    return way if in_slots.isdisjoint(told) else way._replace(found=way.found * IN_A_SLOT)


def _distinct(choices: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """List all ways to choose, nothing twice."""
    count = len(choices)
    return [each for each in product(*choices) if len(set(each)) == count]
