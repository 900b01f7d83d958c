"""What could ever hold, and which rules look at it, for the checks that need it; itself no check.

Facts, open questions and whatever a scenario or test assumes are all taken to be possible at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from arguendo.case import Case
from arguendo.checks.patterns import apart, both_ways, unify
from arguendo.graph import Graph
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.scale import NONE
from arguendo.statements import Statement, Term, is_variable

_MOST_PLACES = 6
"""Constants of a pattern that are looked up; further ones are compared one by one."""


def possible(case: Case) -> Graph:
    """Return the reasoning graph, grown by all that scenarios and tests assume to hold."""
    case.grounding.admit(assumed(case.rulebase))
    return case.graph


def assumed(rulebase: RuleBase) -> Iterator[Statement]:
    """Go through the statements that scenarios and tests assume to hold."""
    for scenario in (*rulebase.scenarios, *rulebase.tests):
        for assumption in scenario.assumptions:
            if assumption.degree > NONE:
                yield assumption.statement


def givens(rulebase: RuleBase) -> Iterator[Statement]:
    """Go through the statements that hold, or may, without any rule."""
    yield from (fact.statement for fact in rulebase.facts)
    yield from (question.statement for question in rulebase.questions)
    yield from assumed(rulebase)


def claims(rules: Iterable[Rule]) -> Iterator[Statement]:
    """Go through the claims of rules."""
    return (claim for rule in rules for claim in rule.claims)


def looked_at(rulebase: RuleBase) -> Iterator[Statement]:
    """Go through all that rules rest on, or must not have against them."""
    for rule in rulebase.rules:
        for branch in rule.branches:
            yield from branch.grounds
            yield from blocking(branch)


def blocking(branch: Branch) -> Iterator[Statement]:
    """Go through the statements under `unless` and `not`."""
    return (literal.statement for each in branch.blockers for literal in each.literals)


class Contraries:
    """The declared contraries by predicate, so that not all are walked for each statement."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Index both halves of each pair."""
        self._of: dict[str, list[tuple[Statement, Statement]]] = {}
        for half, other in both_ways(rulebase):
            self._of.setdefault(half.predicate, []).append((half, other))

    def bear_on(self, statement: Statement, patterns: Patterns) -> bool:
        """Tell whether a statement, or what is contrary to it, can be one of the patterns."""
        return patterns.meets(statement) or any(map(patterns.meets, self.of(statement)))

    def of(self, statement: Statement) -> Iterator[Statement]:
        """Go through what is contrary to a ground statement, as patterns."""
        for half, other in self._of.get(statement.predicate, ()):
            bindings = half.match(statement)
            if bindings is not None:
                yield other.bind(bindings)


class Patterns:
    """A set of patterns, indexed so that asking whether one can be met takes no walk over all."""

    def __init__(self, patterns: Iterable[Statement]) -> None:
        """Take the patterns; those that differ in the names of variables only count once."""
        self._of_shape: dict[tuple[str, int], dict[Statement, None]] = {}
        self._indexes: dict[
            tuple[str, int, tuple[int, ...]], dict[tuple[Term, ...], list[Statement]]
        ] = {}
        for pattern in patterns:
            shape = (pattern.predicate, len(pattern.arguments))
            self._of_shape.setdefault(shape, {})[numbered(pattern)] = None

    def meets(self, pattern: Statement) -> bool:
        """Tell whether some statement fits a pattern and one of these."""
        one = apart(pattern, "1")
        return any(unify(((one, apart(other, "2")),)) for other in self._near(pattern))

    def _near(self, pattern: Statement) -> Iterator[Statement]:
        """Go through the patterns that have no other constant where this one has its constants."""
        terms = pattern.arguments
        fixed = [place for place, term in enumerate(terms) if not is_variable(term)]
        places = tuple(fixed[:_MOST_PLACES])
        index = self._index(pattern.predicate, len(terms), places)
        for key in product(*(("", terms[place]) for place in places)):
            yield from index.get(key, ())

    def _index(
        self, predicate: str, arity: int, places: tuple[int, ...]
    ) -> Mapping[tuple[Term, ...], list[Statement]]:
        name = (predicate, arity, places)
        if name not in self._indexes:
            found = self._indexes[name] = {}
            for pattern in self._of_shape.get((predicate, arity), ()):
                terms = (pattern.arguments[place] for place in places)
                key = tuple("" if is_variable(term) else term for term in terms)
                found.setdefault(key, []).append(pattern)
        return self._indexes[name]


def numbered(pattern: Statement) -> Statement:
    """Name the variables of a pattern by the order of their coming."""
    names: dict[Term, Term] = {}
    for term in pattern.variables:
        names.setdefault(term, f"?v{len(names)}")
    return pattern.bind(names)
