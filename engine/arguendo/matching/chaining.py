"""Forward chaining to a fixpoint: what matchers share, whatever finds their joins.

All of it is done on tuples of terms: the arguments of statements, and the values of a branch's
variables in the order of their names.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from arguendo.cancelling import heed
from arguendo.comparisons import settle
from arguendo.graph import Matches
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import ANYTHING, Statement, Terms, filling, is_variable


class Table:
    """The possible statements of one predicate and arity, and those that wait to be joined."""

    def __init__(self, predicate: str, ready: list[Table]) -> None:
        """Start empty; `ready` lists the tables in which something waits."""
        self.predicate = predicate
        self.known: set[Terms] = set()
        self.waiting: list[Terms] = []
        self.users: list[Application] = []
        """The branches that have a ground here."""
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

    def __init__(self) -> None:
        """Start with none."""
        self.ready: list[Table] = []
        """Those in which something waits."""
        self._made: dict[tuple[str, int], Table] = {}

    def of(self, statement: Statement) -> Table:
        """Return the table of a statement or pattern."""
        kind = statement.predicate, len(statement.arguments)
        table = self._made.get(kind)
        if table is None:
            table = self._made[kind] = Table(statement.predicate, self.ready)
        return table


class Application:
    """A branch of a rule, with the values of its variables for which it was found to apply."""

    def __init__(self, place: int, rule: Rule, branch: Branch, tables: Tables) -> None:
        """Prepare a branch; what it claims goes into the tables."""
        self.place = place
        """Its place in the order of rules and branches."""
        self.rule = rule
        self.branch = branch
        grounds = {term for ground in branch.grounds for term in ground.variables} - {ANYTHING}
        sides = {term for each in branch.comparisons for term in (each.left, each.right)}
        self.bound_first = tuple(sorted(grounds))
        """The variables that grounds bind; comparisons may bind more."""
        self.variables = tuple(sorted(grounds.union(filter(is_variable, sides))))
        self.found: list[Terms] = []
        """Not told yet."""
        self.claimed = [tables.of(each) for each in rule.claims]
        self._claims = [
            (table.add, filling(each, self.variables))
            for table, each in zip(self.claimed, rule.claims, strict=True)
        ]
        for ground in branch.grounds:
            tables.of(ground).users.append(self)

    def take(self, values: Terms) -> None:
        """Take in values of `bound_first` for which all grounds are possible.

        Nothing comes of it where a comparison fails; otherwise the claims are possible too.
        """
        if self.branch.comparisons:
            named = dict(zip(self.bound_first, values, strict=True))
            bindings = settle(self.branch.comparisons, named)
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

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with nothing posted."""
        self._tables = Tables()
        branches = [(rule, branch) for rule in rulebase.rules for branch in rule.branches]
        self._applications = [
            Application(place, *each, self._tables) for place, each in enumerate(branches)
        ]
        self._groundless = [each for each in self._applications if not each.branch.grounds]

    def post(self, statements: Iterable[Statement]) -> list[Matches]:
        """Take ground statements to be possible; see `Matcher`."""
        for statement in statements:
            self._tables.of(statement).add(statement.arguments)
        touched = {each.place: each for each in self._groundless}
        for application in self._groundless:
            application.take(())
        self._groundless.clear()
        while self._tables.ready:
            heed()
            table = self._tables.ready.pop()
            self._join(table)
            table.waiting.clear()
            touched.update((each.place, each) for each in table.users)
        return [touched[place].tell() for place in sorted(touched) if touched[place].found]

    @abstractmethod
    def _join(self, table: Table) -> None:
        """Let every statement that waits in a table be joined, with those added meanwhile.

        Each application takes what is found, no values twice.
        """
