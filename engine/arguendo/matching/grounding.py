"""Ground once: a rule base's reasoning graph, and its growth by what people assume."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from arguendo.cancelling import as_a_whole
from arguendo.graph import Graph
from arguendo.keeping import kept
from arguendo.library import collecting_later
from arguendo.matching import Matcher, is_large, make_matcher, take_up
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement, Terms

if TYPE_CHECKING:
    from arguendo.graph.freezing import Frozen


class Grounding:
    """The reasoning graph of a rule base, with the matcher that makes it grow."""

    def __init__(
        self, rulebase: RuleBase, matcher: Matcher | None = None, *, editing: bool = False
    ) -> None:
        """Build the graph from the facts and the open questions; see `make_matcher`.

        That of a large rule base is kept between runs.
        """
        self.rulebase = rulebase
        self._editing = editing
        self._fresh: tuple[Grounding, int] | None = None
        keeps = matcher is None and not editing and is_large(rulebase)
        self.digest = rulebase.digest if keeps else ""
        """What it is kept under; empty for one that is not kept."""
        with collecting_later():
            found = kept(
                "graph",
                self.digest,
                partial(_grown, rulebase, matcher, editing),
                _freeze,
                self._thaw,
            )
        self.graph = found.graph
        self.graph.grounded = self.graph.version[1]
        self._matcher = found.matcher
        self._posted = found.posted
        self._admitted: set[int] = set()
        self._facts: dict[str | None, Mapping[int, int]] = {}

    @property
    def matcher_name(self) -> str:
        """What the matcher is called, for people."""
        return self._matcher.name

    @property
    def why_this_matcher(self) -> str:
        """Why it was chosen instead of the usual one; empty for the usual one."""
        return self._matcher.why

    @property
    def admitted(self) -> frozenset[Statement]:
        """What someone assumed true that facts, open questions and rules did not foresee."""
        return frozenset(map(self.graph.statements.__getitem__, self._admitted))

    def anew(self) -> Grounding:
        """Return the graph as it was at first, built once for as long as nothing is added to it."""
        if self._fresh is None or self._fresh[1] != len(self._fresh[0].graph.statements):
            made = Grounding(self.rulebase, editing=self._editing)
            self._fresh = made, len(made.graph.statements)
        return self._fresh[0]

    def admit(self, statements: Iterable[Statement]) -> None:
        """Take ground statements that someone assumes true to be possible.

        Adds them, and all inferences that they allow, to the graph; what is known costs nothing. A
        statement assumed false allows nothing: add it to the graph instead.
        """
        new = [each for each in dict.fromkeys(statements) if not self._is_possible(each)]
        if new:
            with as_a_whole(), collecting_later():
                numbers = list(map(self.graph.add, new))
                found = self._matcher.post(new)  # it may ask what was possible before
                self._admitted.update(numbers)
                for matches in found:
                    self.graph.record(matches)

    def is_spoken_of(self, number: int) -> bool:
        """Tell whether anything tells, concludes or minds a statement, which was not only asked."""
        return self._was_found(number) or any(True for _ in self.graph.blocked_by(number))

    def _is_possible(self, statement: Statement) -> bool:
        number = self.graph.number(statement)
        return number is not None and self._was_found(number)

    def _was_found(self, number: int) -> bool:
        """Tell whether a statement was posted, or follows from what was."""
        is_posted = number < self._posted or number in self._admitted
        return is_posted or bool(self.graph.concluding[number])

    def degrees_of_facts(self, day: str | None = None) -> Mapping[int, int]:
        """Return the degrees of the facts known on a day by number; None takes all facts."""
        if day not in self._facts:
            facts = self.rulebase.facts_as_of(day)
            self._facts[day] = {self.graph.add(each.statement): each.degree for each in facts}
        return self._facts[day]

    def _thaw(self, frozen: tuple[Frozen, int]) -> _Grown:
        """Take up what was kept: matching begins where it ended."""
        from arguendo.graph.freezing import thaw

        return _Grown(
            thaw(self.rulebase, frozen[0]), take_up(self.rulebase, self._found), frozen[1]
        )

    def _found(self, predicate: str) -> Iterable[Terms]:
        """Go through the arguments for which a predicate was found possible."""
        numbers = self.graph.numbers(predicate).items()
        return (arguments for arguments, number in numbers if self._was_found(number))


class _Grown(NamedTuple):
    """What there is when a rule base's own statements are posted."""

    graph: Graph
    matcher: Matcher
    posted: int
    """How many they are: the graph's first."""


def _grown(rulebase: RuleBase, matcher: Matcher | None, editing: bool) -> _Grown:
    graph, matcher = Graph(rulebase), matcher or make_matcher(rulebase, editing=editing)
    statements = [fact.statement for fact in rulebase.facts]
    statements += [question.statement for question in rulebase.questions]
    for statement in statements:
        graph.add(statement)
    posted = graph.version[0]
    for matches in matcher.post(statements):
        graph.record(matches)
    return _Grown(graph, matcher, posted)


def _freeze(grown: _Grown) -> tuple[Frozen, int]:
    from arguendo.graph.freezing import freeze

    return freeze(grown.graph), grown.posted
