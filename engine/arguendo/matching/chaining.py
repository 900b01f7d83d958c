"""Forward chaining to a fixpoint: what matchers share, whatever finds their joins.

Nearly all work is done on tuples of terms: the values of a branch's variables, in the order of
their names. Only what is told becomes a `Match`, and only what is new a `Statement`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator

from arguendo.comparisons import settle
from arguendo.graph import Match
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import ANYTHING, Statement, Terms, filling, is_variable


class Application:
    """A branch of a rule, with the values of its variables under which it was found to apply."""

    def __init__(
        self, place: int, rule: Rule, branch: Branch, known: dict[str, set[Terms]]
    ) -> None:
        """Prepare a branch; `known` has the arguments of what is possible, by predicate."""
        self.place = place
        """Its place in the order of rules and branches."""
        self.rule = rule
        self.branch = branch
        grounds = {term for ground in branch.grounds for term in ground.variables} - {ANYTHING}
        sides = {term for each in branch.comparisons for term in (each.left, each.right)}
        self.bound_first = tuple(sorted(grounds))
        """The variables that grounds bind; comparisons may bind more."""
        self.variables = tuple(sorted(grounds.union(filter(is_variable, sides))))
        self._found: list[Terms] = []
        self._claims = [
            (each.predicate, filling(each, self.variables), known.setdefault(each.predicate, set()))
            for each in rule.claims
        ]

    def settled(self, values: Iterable[Terms]) -> Iterable[Terms]:
        """Leave out values for which a comparison fails; add those that comparisons bind."""
        if not self.branch.comparisons:
            return values
        return (each for each in map(self._settle, values) if each is not None)

    def take(self, values: Iterable[Terms]) -> Iterator[Statement]:
        """Take in what was found; go through the statements that are possible only now."""
        new = list(values)
        self._found += new
        for predicate, fill, known in self._claims:
            for arguments in map(fill, new):
                if arguments not in known:
                    known.add(arguments)
                    yield Statement(predicate, arguments)

    def told(self) -> Iterator[Match]:
        """Go through the matches that were not told yet, in the order of their bindings."""
        self._found.sort()
        for values in self._found:
            yield Match(self.rule, self.branch, tuple(zip(self.variables, values, strict=True)))
        self._found.clear()

    def _settle(self, values: Terms) -> Terms | None:
        bindings = settle(self.branch.comparisons, dict(zip(self.bound_first, values, strict=True)))
        return None if bindings is None else tuple(bindings[each] for each in self.variables)


class ForwardChaining(ABC):
    """Posts statements and what follows from them, from a flat work list, each match once."""

    why = ""
    """Why it was chosen instead of the usual matcher; empty when that was not asked."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with nothing posted."""
        self._known: dict[str, set[Terms]] = {}
        branches = [(rule, branch) for rule in rulebase.rules for branch in rule.branches]
        self._applications = [
            Application(place, *each, self._known) for place, each in enumerate(branches)
        ]
        self._groundless = [each for each in self._applications if not each.branch.grounds]

    def post(self, statements: Iterable[Statement]) -> list[Match]:
        """Take ground statements to be possible; see `Matcher`."""
        waiting = deque(self._unknown(statements))
        touched = {each.place: each for each in self._groundless}
        for application in self._groundless:
            waiting.extend(application.take(application.settled([()])))
        self._groundless.clear()
        while waiting:
            for application, values in self._fire(waiting.popleft()):
                touched[application.place] = application
                waiting.extend(application.take(application.settled(values)))
        return [match for place in sorted(touched) for match in touched[place].told()]

    @abstractmethod
    def _fire(self, statement: Statement) -> Iterable[tuple[Application, Iterable[Terms]]]:
        """Take in a new statement; tell what it makes apply, values of `bound_first`, each once."""

    def _unknown(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        for statement in statements:
            known = self._known.setdefault(statement.predicate, set())
            if statement.arguments not in known:
                known.add(statement.arguments)
                yield statement
