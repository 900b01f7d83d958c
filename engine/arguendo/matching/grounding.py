"""Ground once: a rule base's reasoning graph, and its growth by what people assume."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from arguendo.cancelling import as_a_whole
from arguendo.graph import Graph
from arguendo.library import collecting_later
from arguendo.matching import Matcher, make_matcher
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement


class Grounding:
    """The reasoning graph of a rule base, with the matcher that makes it grow."""

    def __init__(
        self, rulebase: RuleBase, matcher: Matcher | None = None, *, editing: bool = False
    ) -> None:
        """Build the graph from the facts and the open questions; see `make_matcher`."""
        self.rulebase = rulebase
        self.graph = Graph(rulebase)
        with collecting_later():
            self._matcher = matcher or make_matcher(rulebase, editing=editing)
        self.matcher_name = self._matcher.name
        self.why_this_matcher = self._matcher.why
        self._admitted: set[Statement] = set()
        self._facts: dict[str | None, Mapping[int, int]] = {}
        facts = [fact.statement for fact in rulebase.facts]
        self._post(facts + [question.statement for question in rulebase.questions])

    def admit(self, statements: Iterable[Statement]) -> None:
        """Take ground statements that someone assumes true to be possible.

        Adds them, and all inferences that they allow, to the graph; what is known costs nothing. A
        statement assumed false allows nothing: add it to the graph instead.
        """
        new = [statement for statement in statements if statement not in self._admitted]
        if new:
            with as_a_whole():
                self._post(new)

    def degrees_of_facts(self, day: str | None = None) -> Mapping[int, int]:
        """Return the degrees of the facts known on a day by number; None takes all facts."""
        if day not in self._facts:
            facts = self.rulebase.facts_as_of(day)
            self._facts[day] = {self.graph.add(each.statement): each.degree for each in facts}
        return self._facts[day]

    def _post(self, statements: list[Statement]) -> None:
        with collecting_later():
            for statement in statements:
                self.graph.add(statement)
            for matches in self._matcher.post(statements):
                self.graph.record(matches)
        self._admitted.update(statements)
