"""The matcher in plain Python: semi-naive joins over indexes, without limits of size.

A new statement is joined with all that came before it, once for each ground that it can fill
(Bancilhon, Naive Evaluation of Recursively Defined Relations, 1986). For each ground filled first
the order of the others is planned once: what is bound most comes next, and each is looked up in an
index on what is bound by then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from operator import itemgetter
from typing import TypeAlias

from arguendo.matching import Possible
from arguendo.matching.chaining import Application, ForwardChaining, Table
from arguendo.matching.joins import Fire, Names, Shape, plan
from arguendo.rulebase import RuleBase
from arguendo.statements import Term, Terms

_Key: TypeAlias = Callable[[Terms], Hashable]
"""From arguments to what stands at some places: one term by itself, several as a tuple."""
_Index: TypeAlias = defaultdict[Hashable, list[Terms]]


class _Joining:
    """What becomes of the new statements of one table."""

    def __init__(self, before: Sequence[Terms]) -> None:
        self.before = before
        """What is only looked up: it was joined already."""
        self.joins_itself = False
        """Whether one rule looks for two of its statements."""
        self._indexes: dict[tuple[int, ...], tuple[_Key, _Index]] = {}
        self._always: list[Fire] = []
        self._chosen: dict[tuple[int, ...], tuple[_Key, defaultdict[Hashable, list[Fire]]]] = {}
        """By places: what is to be done where certain constants stand there."""

    def index(self, places: tuple[int, ...]) -> _Index:
        """Return the index of all arguments by what stands at some places."""
        if places not in self._indexes:
            key, index = self._indexes[places] = _key(places), defaultdict(list)
            for each in self.before:
                index[key(each)].append(each)
        return self._indexes[places][1]

    def on(self, places: tuple[int, ...], constants: Terms, fire: Fire) -> None:
        """Do something with every statement that has certain constants at some places."""
        if not places:
            self._always.append(fire)
            return
        if places not in self._chosen:
            self._chosen[places] = _key(places), defaultdict(list)
        some = self._chosen[places][1]
        some[constants if len(constants) > 1 else constants[0]].append(fire)

    def join(self, waiting: list[Terms]) -> None:
        """Let new statements be among those looked up, and join them with all others.

        The list may grow meanwhile. Where the table is looked up by its own statements they come
        one by one, so that none is joined with one that comes later; otherwise all at once.
        """
        done = 0
        while done < len(waiting):
            some = waiting[done : done + 1] if self.joins_itself else waiting[done:]
            done += len(some)
            for key, index in self._indexes.values():
                for new in some:
                    index[key(new)].append(new)
            for fire in self._always:
                fire(some)
            for key, chosen in self._chosen.values():
                for new in some:
                    for fire in chosen.get(key(new), ()):
                        fire((new,))


class NativeMatcher(ForwardChaining):
    """Matches by semi-naive evaluation."""

    name = "native"

    def __init__(self, rulebase: RuleBase, possible: Possible | None = None) -> None:
        """Prepare for a rule base; see `ForwardChaining`."""
        super().__init__(rulebase, possible)
        self._joinings: dict[Table, _Joining] = {}

    def _joining(self, table: Table) -> _Joining:
        found = self._joinings.get(table)
        if found is None:
            found = self._joinings[table] = _Joining(table.before)
        return found

    def _prepare(self, application: Application) -> None:
        """Plan what follows when a new statement fills one ground of a branch, for each of them."""
        grounds, rule = application.branch.grounds, application.rule
        if not grounds:
            return
        is_choosy = application.is_choosy
        claims = () if is_choosy else tuple(zip(rule.claims, application.claimed, strict=True))
        names = _Naming(application.bound_first)
        tables = [self._tables.of(each) for each in grounds]
        shape = Shape(
            tuple(names.of(each.arguments) for each in grounds),
            tuple(tables.index(each) for each in tables),
            names.of(application.bound_first),
            tuple(names.of(claim.arguments) for claim, _ in claims),
        )
        report = application.take if is_choosy else application.found.append
        into = [part for _, table in claims for part in (table.known, table.grow)]
        for place, ground in enumerate(grounds):
            self._joining(tables[place]).joins_itself |= shape.kinds.count(shape.kinds[place]) > 1
            join = plan(shape, place)
            gets = (self._joining(tables[n]).index(bound).get for n, bound in join.lookups)
            fire = join.make(*names.constants, *gets, report, *into)
            constants = tuple(ground.arguments[n] for n in join.constants)
            self._joining(tables[place]).on(join.constants, constants, fire)

    def _join(self, table: Table) -> None:
        """Join what waits in a table; see `ForwardChaining`."""
        self._joining(table).join(table.waiting)


class _Naming:
    """The names that the terms of one branch have in its shape."""

    def __init__(self, variables: Terms) -> None:
        self._variables = set(variables)
        self._names: dict[Term, str] = {}
        self.constants: list[Term] = []
        """In the order of their numbers."""

    def of(self, terms: Terms) -> Names:
        return tuple([self._names.get(term) or self._new(term) for term in terms])

    def _new(self, term: Term) -> str:
        if term in self._variables:
            name = f"v{len(self._names) - len(self.constants)}"
        else:
            name = f"k{len(self.constants)}"
            self.constants.append(term)
        self._names[term] = name
        return name


def _key(places: Sequence[int]) -> _Key:
    if places:
        return itemgetter(*places)
    return lambda _: ()
