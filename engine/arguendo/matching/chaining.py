"""Forward chaining to a fixpoint: what matchers share, whatever finds their joins."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator

from arguendo.comparisons import settle
from arguendo.graph import Match
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Bindings, Statement, Term


class ForwardChaining(ABC):
    """Posts statements and what follows from them, from a flat work list, each match once."""

    why = ""
    """Why it was chosen instead of the usual matcher; empty when that was not asked."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with nothing posted."""
        self._place = {rule.id: place for place, rule in enumerate(rulebase.rules)}
        self._groundless = [
            (rule, branch)
            for rule in rulebase.rules
            for branch in rule.branches
            if not branch.grounds
        ]
        self._known: set[Statement] = set()
        self._found: set[tuple[str, int, tuple[tuple[str, Term], ...]]] = set()

    def post(self, statements: Iterable[Statement]) -> list[Match]:
        """Take ground statements to be possible; see `Matcher`."""
        found = [match for one in self._groundless for match in self._settled(*one, {})]
        self._groundless.clear()
        waiting = deque([*statements, *_claims(found)])
        while waiting:
            statement = waiting.popleft()
            if statement not in self._known:
                self._known.add(statement)
                new = list(self._fire(statement))
                found += new
                waiting.extend(_claims(new))
        return sorted(found, key=self._order)

    @abstractmethod
    def _fire(self, statement: Statement) -> Iterator[Match]:
        """Take in a new statement; go through the matches in which it takes part."""

    def _settled(self, rule: Rule, branch: Branch, bindings: Bindings) -> Iterator[Match]:
        """Yield the match, unless a comparison fails or it is known already."""
        settled = settle(branch.comparisons, bindings)
        if settled is None:
            return
        match = Match(rule, branch, tuple(sorted(settled.items())))
        key = (rule.id, branch.number, match.bindings)
        if key not in self._found:
            self._found.add(key)
            yield match

    def _order(self, match: Match) -> tuple[int, int, tuple[tuple[str, Term], ...]]:
        return self._place[match.rule.id], match.branch.number, match.bindings


def _claims(matches: Iterable[Match]) -> Iterator[Statement]:
    for match in matches:
        bindings = dict(match.bindings)
        yield from (claim.bind(bindings) for claim in match.rule.claims)
