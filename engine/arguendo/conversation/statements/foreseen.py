"""The statements that a rule base itself speaks of, and what they tell, worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, product
from typing import NamedTuple
from weakref import WeakKeyDictionary

from arguendo.conversation.entities.descriptions import Descriptions
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.statements.literals import Literals, units
from arguendo.graph.reasoning import Graph
from arguendo.rulebase import RuleBase
from arguendo.statements import Sort, Statement, sort_of

_VALUES = (Sort.NUMBER, Sort.DATE)
TOLD_ANYWAY = 0.35
"""How much an argument is missed that no other statement of its predicate differs in."""


class Known(NamedTuple):
    """What a rule base tells of a statement, whatever is said of it."""

    missed: tuple[float, ...]
    """How much each argument is missed when nothing speaks for it."""
    foreseen: bool
    """Whether the rule base speaks of all that it stands for."""
    first: Statement
    """What it stands for first: of a group, its first member's."""


class Foreseen:
    """The known statements of one rule base.

    What people have assumed meanwhile does not count, so that a text is always read alike.
    """

    def __init__(self, rulebase: RuleBase, graph: Graph, names: Names) -> None:
        """Take what rules conclude from a graph."""
        self._rulebase, self._names = rulebase, names
        found: dict[str, dict[Statement, None]] = {}
        for statement in _spoken_of(rulebase, graph):
            found.setdefault(statement.predicate, {})[statement] = None
        self._of: dict[str, tuple[Statement, ...]] = {p: tuple(each) for p, each in found.items()}
        self._all = frozenset(self.all)
        self._told: dict[Statement, Known] = {}
        self._put = {(each.predicate, each.arguments): each for each in self.all}

    def of(self, predicate: str) -> tuple[Statement, ...]:
        """Return the known statements of a predicate."""
        return self._of.get(predicate, ())

    @property
    def all(self) -> Iterator[Statement]:
        """Go through all known statements."""
        return chain.from_iterable(self._of.values())

    def expand(self, statement: Statement) -> list[Statement]:
        """Return the statements that one about a group, or several things, stands for."""
        members = self._names.members
        if statement in self._all or not any(
            argument in members for argument in statement.arguments
        ):
            return [statement]
        choices = [members.get(argument, (argument,)) for argument in statement.arguments]
        found = [Statement(statement.predicate, each) for each in product(*choices)]
        fitting = [each for each in found if self._rulebase.vocabulary.fits(each)]
        return fitting or [statement]

    def knows(self, statement: Statement) -> bool:
        """Tell whether the rule base itself speaks of a statement."""
        return statement in self._all

    def varies(self, statement: Statement) -> bool:
        """Tell whether the rule base speaks of a statement with another day or number in it."""
        values = [p for p, each in enumerate(statement.arguments) if sort_of(each) in _VALUES]
        known = (each.arguments for each in self.of(statement.predicate))
        pairs = (enumerate(zip(each, statement.arguments, strict=True)) for each in known)
        return bool(values) and any(all(p in values or a == b for p, (a, b) in e) for e in pairs)

    def speaks_of(self, statement: Statement) -> bool:
        """Tell whether the rule base speaks of a statement, with whatever day or number."""
        return self.knows(statement) or self.varies(statement)

    def put(self, predicate: str, arguments: tuple[str, ...]) -> Statement:
        """Return the statement of some arguments, the same object every time."""
        key = predicate, arguments
        found = self._put.get(key)
        if found is None:
            found = self._put[key] = Statement(predicate, arguments)
        return found

    def told(self, statement: Statement) -> Known:
        """Tell what is known of a statement."""
        found = self._told.get(statement)
        if found is None:
            known = self.of(statement.predicate)
            places = range(len(statement.arguments))
            missed = tuple(_missed(statement, place, known) for place in places)
            stands_for = self.expand(statement)
            foreseen = any(each in self._all for each in stands_for)
            found = Known(missed, foreseen, stands_for[0])
            self._told[statement] = found
        return found

    def names_it(self, statement: Statement) -> bool:
        """Tell whether the names in a statement say which it is, as far as they must be said."""
        named = [each for each in statement.arguments if each not in self.only_ones]
        return len(named) > 1 or any(self._times[each] == 1 for each in named)

    @cached_property
    def _times(self) -> Counter[str]:
        """In how many statements something stands."""
        return Counter(argument for each in self.all for argument in set(each.arguments))

    @cached_property
    def only_ones(self) -> frozenset[str]:
        """The entities that are the only one of their kind."""
        kinds = self._names.kinds
        count = Counter(kinds.values())
        return frozenset(entity for entity, kind in kinds.items() if count[kind] == 1)

    @cached_property
    def literals(self) -> Literals:
        """The dates and numbers that known statements are about, or could be."""
        terms = (argument for each in self.all for argument in each.arguments)
        return Literals(terms, units(self._rulebase.vocabulary.predicates.values()))

    @cached_property
    def descriptions(self) -> Descriptions:
        """Who may be described by a relation to another."""
        predicates = self._rulebase.vocabulary.predicates.values()
        return Descriptions(predicates, self._rulebase.fact, self._names.owned())


def _spoken_of(rulebase: RuleBase, graph: Graph) -> Iterator[Statement]:
    own = graph.version[1] if graph.grounded is None else graph.grounded
    concluded = (
        statement
        for statement, by in zip(graph.statements, graph.concluding, strict=True)
        if any(inference < own for inference in by)
    )
    scenarios = (a.statement for each in rulebase.scenarios for a in each.assumptions)
    expectations = (e.statement for each in rulebase.scenarios for e in each.expectations)
    expected = (each for each in expectations if each.predicate in rulebase.rules_for)
    return chain(rulebase.fact, rulebase.question, concluded, scenarios, expected)


def _missed(statement: Statement, place: int, known: Sequence[Statement]) -> float:
    """Tell how much an argument is missed: little when none of the statements differs in it."""
    argument = statement.arguments[place]
    return 1.0 if any(each.arguments[place] != argument for each in known) else TOLD_ANYWAY


_KEPT: WeakKeyDictionary[Graph, Foreseen] = WeakKeyDictionary()
"""What is known by each graph that is still in use: one can be very large."""


def foreseen(rulebase: RuleBase, graph: Graph, names: Names) -> Foreseen:
    """Return what is known where a graph tells what is concluded, worked out at its first use."""
    found = _KEPT.get(graph)
    if found is None:
        found = _KEPT[graph] = Foreseen(rulebase, graph, names)
    return found
