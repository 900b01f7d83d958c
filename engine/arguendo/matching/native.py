"""The matcher in plain Python: semi-naive joins over indexes, without limits of size.

A new statement is joined with all that came before it, once for each ground that it can fill
(Bancilhon, Naive Evaluation of Recursively Defined Relations, 1986). For each ground filled first
the order of the others is planned once: what is bound most comes next, and each is looked up in an
index on what is bound by then.

A partial match is a tuple of terms: the constants that look-ups need, then the variables' values in
the order in which they are bound. What becomes of it is settled when the join is planned, so that
joining itself only takes places of tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from arguendo.matching.chaining import Application, ForwardChaining
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement, Term, Terms, is_variable, taking

_Take: TypeAlias = Callable[[Terms], Terms]
_Kind: TypeAlias = tuple[str, int]
"""Predicate and arity."""


class _Index:
    """The arguments of all statements of one kind, by what stands at some places."""

    def __init__(self, places: tuple[int, ...]) -> None:
        self._key = taking(places)
        self.found: dict[Terms, list[Terms]] = {}

    def add(self, arguments: Terms) -> None:
        self.found.setdefault(self._key(arguments), []).append(arguments)


@dataclass(frozen=True)
class _Join:
    """One ground to be looked up when the ones planned before it are filled."""

    index: _Index
    key: _Take
    """From a partial match to what the index is asked for."""
    add: _Take
    """From the arguments found to the values of the variables that they bind."""
    equal: tuple[tuple[int, int], ...]
    """Places that must hold the same, since one variable newly bound stands in both."""
    earlier: bool
    """Whether only a statement older than the newest may fill it, so that none counts twice."""

    def extend(self, partial: Iterable[Terms], newest: Terms) -> list[Terms]:
        """Fill the ground in every way, for every partial match."""
        found, key, add = self.index.found, self.key, self.add
        if self.earlier or self.equal:
            return [
                one + add(each)
                for one in partial
                for each in found.get(key(one), ())
                if not (self.earlier and each is newest) and _agree(each, self.equal)
            ]
        return [one + add(each) for one in partial for each in found.get(key(one), ())]


@dataclass(frozen=True)
class _Trigger:
    """A ground that a new statement may fill first, and the joins that complete its branch."""

    application: Application
    constants: tuple[tuple[int, Term], ...]
    """What must stand at some of its places."""
    equal: tuple[tuple[int, int], ...]
    start: _Take
    """From its arguments to the first partial match, the constants apart."""
    fixed: Terms
    """The constants that the joins need."""
    joins: tuple[_Join, ...]
    finish: _Take
    """From a complete match to the values of the branch's variables."""

    def fire(self, newest: Terms) -> Iterable[Terms]:
        """Return the values for which the branch applies with a new statement in this ground."""
        if any(newest[place] != term for place, term in self.constants):
            return ()
        if not _agree(newest, self.equal):
            return ()
        partial = [self.fixed + self.start(newest)]
        for join in self.joins:
            partial = join.extend(partial, newest)
            if not partial:
                return ()
        return map(self.finish, partial)


class NativeMatcher(ForwardChaining):
    """Matches by semi-naive evaluation."""

    name = "native"

    def __init__(self, rulebase: RuleBase) -> None:
        """Plan the joins of every rule."""
        super().__init__(rulebase)
        self._triggers: dict[_Kind, list[_Trigger]] = {}
        self._indexes: dict[_Kind, dict[tuple[int, ...], _Index]] = {}
        for application in self._applications:
            for place, ground in enumerate(application.branch.grounds):
                planned = self._plan(application, place)
                self._triggers.setdefault(_kind(ground), []).append(planned)

    def _plan(self, application: Application, first: int) -> _Trigger:
        """Plan what follows when a new statement fills one ground of a branch."""
        grounds = application.branch.grounds
        trigger = grounds[first]
        order = _order(grounds, first)
        rest = [grounds[place] for place in order]
        fixed = tuple(
            dict.fromkeys(t for each in rest for t in each.arguments if not is_variable(t))
        )
        known = [*fixed]
        places, equal = _binding(trigger, known)
        start = taking(places)
        older = {n for n in range(first) if _kind(grounds[n]) == _kind(trigger)}
        joins = tuple(self._join(grounds[place], known, place in older) for place in order)
        constants = tuple((n, t) for n, t in enumerate(trigger.arguments) if not is_variable(t))
        finish = taking([known.index(variable) for variable in application.bound_first])
        return _Trigger(application, constants, equal, start, fixed, joins, finish)

    def _join(self, ground: Statement, known: list[Term], earlier: bool) -> _Join:
        """Plan to look one ground up; `known` are the terms of a partial match, and grow."""
        bound = tuple(place for place, term in enumerate(ground.arguments) if term in known)
        key = taking([known.index(ground.arguments[place]) for place in bound])
        places, equal = _binding(ground, known)
        return _Join(self._index(ground, bound), key, taking(places), equal, earlier)

    def _index(self, ground: Statement, places: tuple[int, ...]) -> _Index:
        return self._indexes.setdefault(_kind(ground), {}).setdefault(places, _Index(places))

    def _fire(self, statement: Statement) -> Iterator[tuple[Application, Iterable[Terms]]]:
        """Let a new statement be one of those looked up, and join it with all others."""
        kind, arguments = _kind(statement), statement.arguments
        for index in self._indexes.get(kind, {}).values():
            index.add(arguments)
        for trigger in self._triggers.get(kind, ()):
            yield trigger.application, trigger.fire(arguments)


def _kind(statement: Statement) -> _Kind:
    return statement.predicate, len(statement.arguments)


def _order(grounds: tuple[Statement, ...], first: int) -> list[int]:
    """Order the grounds after the first: those bound most, and then those with least free."""
    bound = set(grounds[first].variables)
    rest = [place for place in range(len(grounds)) if place != first]
    order = []
    while rest:
        place = max(rest, key=lambda place: _bound_share(grounds[place], bound))
        rest.remove(place)
        order.append(place)
        bound.update(grounds[place].variables)
    return order


def _bound_share(ground: Statement, bound: set[str]) -> tuple[int, int]:
    """Tell how well a ground can be looked up: places bound, and fewer places free."""
    count = sum(1 for t in ground.arguments if not is_variable(t) or t in bound)
    return count, count - len(ground.arguments)


def _binding(ground: Statement, known: list[Term]) -> tuple[list[int], tuple[tuple[int, int], ...]]:
    """Add the variables that a ground binds to those known: their places, and which must agree."""
    first: dict[Term, int] = {}
    equal = []
    for place, term in enumerate(ground.arguments):
        if is_variable(term) and term not in known:
            if term in first:
                equal.append((first[term], place))
            first.setdefault(term, place)
    known.extend(first)
    return list(first.values()), tuple(equal)


def _agree(arguments: Terms, equal: tuple[tuple[int, int], ...]) -> bool:
    return all(arguments[one] == arguments[other] for one, other in equal)
