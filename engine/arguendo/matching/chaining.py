"""Forward chaining to a fixpoint: what matchers share, whatever finds their joins.

All of it is done on tuples of terms: the arguments of statements, and the values of a branch's
variables in the order of their names.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TypeAlias

from arguendo.branches import variables_of
from arguendo.cancelling import heed
from arguendo.graph import Matches
from arguendo.matching import Possible
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import ANYTHING, Statement, Terms, filling

Kind: TypeAlias = tuple[str, int]
"""A predicate and the number of its arguments."""


def kind(statement: Statement) -> Kind:
    """Return what statements and patterns can have in common at all."""
    return statement.predicate, len(statement.arguments)


class Table:
    """The possible statements of one predicate and arity, and those that wait to be joined."""

    def __init__(self, predicate: str, ready: list[Table], before: Iterable[Terms] = ()) -> None:
        """Start with what was joined `before`; `ready` lists the tables where something waits."""
        self.predicate = predicate
        self.before = tuple(before)
        self.known: set[Terms] = set(self.before)
        self.waiting: list[Terms] = []
        self._ready = ready

    def add(self, arguments: Terms) -> None:
        """Take a statement to be possible."""
        if arguments not in self.known:
            self.grow(arguments)

    def grow(self, arguments: Terms) -> None:
        """Take a statement that is new to be possible; it waits."""
        self.known.add(arguments)
        if not self.waiting:
            self._ready.append(self)
        self.waiting.append(arguments)


class Tables:
    """All tables, each made when it is first asked for."""

    def __init__(self, possible: Possible | None = None) -> None:
        """Start with none; `possible` tells what is in a table from the start."""
        self.ready: list[Table] = []
        """Those in which something waits."""
        self._possible = possible
        self._made: dict[Kind, Table] = {}

    def of(self, statement: Statement) -> Table:
        """Return the table of a statement or pattern."""
        table = self._made.get(kind(statement))
        if table is None:
            predicate, arity = kind(statement)
            found = self._possible(predicate) if self._possible else ()
            before = [each for each in found if len(each) == arity]
            table = self._made[predicate, arity] = Table(predicate, self.ready, before)
        return table


class Application:
    """A branch of a rule, with the values of its variables for which it was found to apply."""

    def __init__(
        self, place: int, rule: Rule, branch: Branch, rulebase: RuleBase, tables: Tables
    ) -> None:
        """Prepare a branch; what it claims goes into the tables."""
        self.place = place
        """Its place in the order of rules and branches."""
        self.rule = rule
        self.branch = branch
        grounds = {term for ground in branch.grounds for term in ground.variables} - {ANYTHING}
        self.bound_first = tuple(sorted(grounds))
        """The variables that grounds bind; comparisons may bind more."""
        self.variables = variables_of(branch) if branch.comparisons else self.bound_first
        self.is_choosy = bool(branch.comparisons or rulebase.narrowing(rule, branch))
        """Whether it may not apply though all of its grounds are met."""
        self._settle = partial(rulebase.settle, rule, branch)
        self.found: list[Terms] = []
        """Not told yet."""
        self.claimed = [tables.of(each) for each in rule.claims]

    @cached_property
    def _claims(self) -> list[tuple[Callable[[Terms], None], Callable[[Terms], Terms]]]:
        """What a claim is added by, and what makes its arguments from values."""
        pairs = zip(self.claimed, self.rule.claims, strict=True)
        return [(table.add, filling(each, self.variables)) for table, each in pairs]

    def take(self, values: Terms) -> None:
        """Take in values of `bound_first` for which all grounds are possible.

        Nothing comes of it where a comparison fails, or a value does not suit what the rule says
        of it; otherwise the claims are possible too.
        """
        if self.is_choosy:
            bindings = self._settle(dict(zip(self.bound_first, values, strict=True)))
            if bindings is None:
                return
            values = tuple([bindings[each] for each in self.variables])
        self.found.append(values)
        for add, fill in self._claims:
            add(fill(values))

    def tell(self) -> Matches:
        """Return what was found since the last time, in the order of the values."""
        values = sorted(self.found)
        self.found.clear()
        return Matches(self.rule, self.branch, self.variables, values)


class ForwardChaining(ABC):
    """Posts statements and what follows from them, table by table, each match once."""

    why = ""
    """Why it was chosen instead of the usual matcher; empty when that was not asked."""

    def __init__(self, rulebase: RuleBase, possible: Possible | None = None) -> None:
        """Start with nothing posted, or where another left off: with all that it found possible."""
        self._rulebase = rulebase
        self._tables = Tables(possible)
        self._applications: dict[int, Application] = {}
        """Those looked at so far, by place."""
        self._is_new = possible is None

    @cached_property
    def _branches(self) -> list[tuple[Rule, Branch]]:
        """All branches, each with its rule."""
        return [(rule, branch) for rule in self._rulebase.rules for branch in rule.branches]

    @cached_property
    def _using(self) -> Mapping[Kind, list[int]]:
        """By what stands among their grounds: the places of branches."""
        found: dict[Kind, list[int]] = {}
        for place, (_, branch) in enumerate(self._branches):
            for each in dict.fromkeys(map(kind, branch.grounds)):
                found.setdefault(each, []).append(place)
        return found

    def post(self, statements: Iterable[Statement]) -> list[Matches]:
        """Take ground statements to be possible; see `Matcher`."""
        for statement in statements:
            self._tables.of(statement).add(statement.arguments)
        touched = {each.place: each for each in self._groundless()}
        while self._tables.ready:
            heed()
            table = self._tables.ready.pop()
            for application in self._users(table):
                touched[application.place] = application
            self._join(table)
            table.waiting.clear()
        return [touched[place].tell() for place in sorted(touched) if touched[place].found]

    def _groundless(self) -> Iterator[Application]:
        """Go through the branches that apply whatever is possible; the first time only."""
        for place, (_, branch) in enumerate(self._branches if self._is_new else ()):
            if not branch.grounds:
                application = self._application(place)
                application.take(())
                yield application
        self._is_new = False

    def _users(self, table: Table) -> Iterator[Application]:
        """Go through the branches that have a ground in a table, each prepared by then."""
        arity = len(table.waiting[0])
        return map(self._application, self._using.get((table.predicate, arity), ()))

    def _application(self, place: int) -> Application:
        """Return a branch, prepared when it is first looked at: before any of its tables is joined.

        Many branches of a large rule base never are.
        """
        found = self._applications.get(place)
        if found is None:
            found = Application(place, *self._branches[place], self._rulebase, self._tables)
            self._applications[place] = found
            self._prepare(found)
        return found

    @abstractmethod
    def _prepare(self, application: Application) -> None:
        """Make ready for what new statements bring to a branch."""

    @abstractmethod
    def _join(self, table: Table) -> None:
        """Let every statement that waits in a table be joined, with those added meanwhile.

        Each application takes what is found, no values twice.
        """
