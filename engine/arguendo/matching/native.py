"""The matcher in plain Python: semi-naive joins over indexes, without limits of size.

A new statement is joined with all that came before it, once for each ground that it can fill
(Bancilhon, Naive Evaluation of Recursively Defined Relations, 1986). For each ground filled first
the order of the others is planned once: what is bound most comes next, and each is looked up in an
index on what is bound by then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.graph import Match
from arguendo.matching.chaining import ForwardChaining
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Statement, Term, is_variable

_Values = tuple[Term, ...]
_IndexKey = tuple[str, int, tuple[int, ...]]


@dataclass(frozen=True)
class _Join:
    """One ground to be looked up when the ones planned before it are filled."""

    ground: Statement
    index: _IndexKey
    """Predicate, arity, and the places that are bound by then."""
    bound: _Values
    """The terms at those places: constants, or variables bound before."""
    earlier: bool
    """Whether only a statement older than the newest may fill it, so that none counts twice."""


@dataclass(frozen=True)
class _Trigger:
    """A ground that a new statement may fill, and the joins that complete its branch."""

    rule: Rule
    branch: Branch
    ground: Statement
    joins: tuple[_Join, ...]


class NativeMatcher(ForwardChaining):
    """Matches by semi-naive evaluation."""

    name = "native"

    def __init__(self, rulebase: RuleBase) -> None:
        """Plan the joins of every rule."""
        super().__init__(rulebase)
        self._triggers: dict[tuple[str, int], list[_Trigger]] = {}
        self._indexes: dict[_IndexKey, dict[_Values, list[Statement]]] = {}
        self._indexed: dict[tuple[str, int], list[_IndexKey]] = {}
        for rule in rulebase.rules:
            for branch in rule.branches:
                for place in range(len(branch.grounds)):
                    self._plan(rule, branch, place)

    def _plan(self, rule: Rule, branch: Branch, first: int) -> None:
        """Plan the joins that follow when a new statement fills one ground of a branch."""
        trigger = branch.grounds[first]
        bound = {term for term in trigger.arguments if is_variable(term)}
        rest = [place for place in range(len(branch.grounds)) if place != first]
        joins = []
        while rest:
            place = max(rest, key=lambda place: _bound_share(branch.grounds[place], bound))
            rest.remove(place)
            ground = branch.grounds[place]
            places = tuple(
                n for n, t in enumerate(ground.arguments) if not is_variable(t) or t in bound
            )
            index = (ground.predicate, len(ground.arguments), places)
            self._index(index)
            terms = tuple(ground.arguments[n] for n in places)
            joins.append(_Join(ground, index, terms, place < first))
            bound.update(t for t in ground.arguments if is_variable(t))
        kind = (trigger.predicate, len(trigger.arguments))
        planned = _Trigger(rule, branch, trigger, tuple(joins))
        self._triggers.setdefault(kind, []).append(planned)

    def _index(self, index: _IndexKey) -> None:
        if index not in self._indexes:
            self._indexes[index] = {}
            self._indexed.setdefault(index[:2], []).append(index)

    def _store(self, statement: Statement) -> None:
        arguments = statement.arguments
        for index in self._indexed.get((statement.predicate, len(arguments)), ()):
            values = tuple(arguments[place] for place in index[2])
            self._indexes[index].setdefault(values, []).append(statement)

    def _fire(self, statement: Statement) -> Iterator[Match]:
        """Join a new statement with all older ones, then let it be one of these."""
        kind = (statement.predicate, len(statement.arguments))
        for trigger in self._triggers.get(kind, ()):
            bindings = trigger.ground.match(statement)
            if bindings is not None:
                for complete in self._complete(trigger.joins, bindings, statement):
                    yield from self._settled(trigger.rule, trigger.branch, complete)
        self._store(statement)

    def _complete(
        self, joins: tuple[_Join, ...], bindings: dict[str, Term], newest: Statement
    ) -> Iterator[dict[str, Term]]:
        """Go through the ways to fill the grounds that are left."""
        if not joins:
            yield bindings
            return
        join, *rest = joins
        values = tuple(bindings.get(term, term) for term in join.bound)
        candidates = self._indexes[join.index].get(values, ())
        for candidate in (*candidates, *(() if join.earlier else (newest,))):
            extended = join.ground.match(candidate, bindings)
            if extended is not None:
                yield from self._complete(tuple(rest), extended, newest)


def _bound_share(ground: Statement, bound: set[str]) -> tuple[int, int]:
    """Tell how well a ground can be looked up: places bound, and fewer places free."""
    count = sum(1 for t in ground.arguments if not is_variable(t) or t in bound)
    return count, count - len(ground.arguments)
