"""A rule base as a ruleset definition of durable-rules, within the limits of its network.

One ruleset rule a branch. A condition tests the predicate, then the constants, then what it shares
with conditions before it; repeated variables and comparisons are left to whoever takes the matches,
since durable-rules ignores the former and can crash on the latter.

The limits are those of the C source (version 2.0.28, rules.h, rete.c, events.c), which does not
check most of them: beyond them it loses matches, hangs, or ends the process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from arguendo.matching import TooLarge
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import ANYTHING, Statement, Term, is_variable

Test: TypeAlias = tuple[str, str | tuple[str, str]]
"""A property of a fact, and its value: a constant, or another condition and its property."""

Definition: TypeAlias = dict[str, dict[str, object]]
"""What durable-rules loads: rule name to rule."""

START = "start"
"""The predicate of the fact that comes first; no statement's, since those have a slash."""

MOST_BRANCHES = 4095
"""And one rule for the start fact."""
MOST_CONDITIONS = 16
MOST_RULES_ON_CONDITION = 255
MOST_CONSTANTS = 511
MOST_WAITING = 64
"""Nodes that one fact may have waiting at a time; each join on its condition is one."""
MOST_JOINS = 28
"""Joins of one condition; more are left out, and checked with the match."""


def signature(statement: Statement) -> str:
    """Return predicate and arity, which conditions test first."""
    return f"{statement.predicate}/{len(statement.arguments)}"


def definition(rulebase: RuleBase) -> Definition:
    """Return the ruleset of a rule base. Raises `TooLarge`.

    Rule `n` is the n-th of `grounded`; rule `START` is for all branches without grounds.
    """
    found: Definition = {START: _rule([[("p", START)]])}
    network = _Node()
    network.insert([("p", START)], START)
    for place, (rule, branch) in enumerate(grounded(rulebase)):
        if place >= MOST_BRANCHES:
            raise TooLarge(
                f"rule {rule.id}: durable-rules takes at most {MOST_BRANCHES} rules, each "
                "alternative of a rule counted: split the rule base"
            )
        conditions = _conditions(rule, branch)
        for ground, tests in zip(branch.grounds, conditions, strict=True):
            network.insert(tests, f"rule {rule.id}, condition {ground}")
        found[str(place)] = _rule(conditions)
    return found


def grounded(rulebase: RuleBase) -> Iterator[tuple[Rule, Branch]]:
    """Go through the branches that have grounds."""
    return ((rule, one) for rule in rulebase.rules for one in rule.branches if one.grounds)


def _rule(conditions: Sequence[Sequence[Test]]) -> dict[str, object]:
    return {
        "all": [
            {f"m_{number}": {"$and": [_as_json(test) for test in tests]}}
            for number, tests in enumerate(conditions)
        ],
        # Unless told so, one fact cannot meet two conditions.
        "dist": 0,
    }


def _as_json(test: Test) -> dict[str, object]:
    name, value = test
    return {name: value if isinstance(value, str) else {value[0]: value[1]}}


def _conditions(rule: Rule, branch: Branch) -> list[list[Test]]:
    if len(branch.grounds) > MOST_CONDITIONS:
        raise TooLarge(
            f"rule {rule.id} has {len(branch.grounds)} grounds in one alternative, and "
            f"durable-rules takes {MOST_CONDITIONS}: let another rule conclude something from "
            "some of them, and rest this one on that"
        )
    bound: dict[Term, tuple[str, str]] = {}
    found = []
    for number, ground in enumerate(branch.grounds):
        places = {f"a{place}": term for place, term in enumerate(ground.arguments)}
        tests: list[Test] = [("p", signature(ground))]
        tests += [(place, term) for place, term in places.items() if not is_variable(term)]
        joins = [(place, bound[term]) for place, term in places.items() if term in bound]
        found.append([*tests, *joins[:MOST_JOINS]])
        for place, term in places.items():
            if is_variable(term) and term != ANYTHING:
                bound.setdefault(term, (f"m_{number}", place))
    return found


@dataclass
class _Node:
    """A node of the network that durable-rules will build, with what counts against its limits."""

    parent: _Node | None = None
    constants: dict[Test, _Node] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    """The properties that its constants are values of; a fact has one value for each."""
    joins: int = 0
    ends: int = 0
    """The conditions that have no test after this one."""
    below: int = 0
    """The most nodes under one of its constants that a fact can have waiting at a time."""

    @property
    def waiting(self) -> int:
        """The most nodes from here down that a fact can have waiting: a bound from above."""
        here = self.joins + len(self.places)
        return max(here, here - 1 + self.below)

    def insert(self, tests: Sequence[Test], where: str) -> None:
        """Add the tests of one condition. Raises `TooLarge`."""
        node = self
        for test in tests:
            if not isinstance(test[1], str):
                node.joins += 1
                break
            node.places.add(test[0])
            node = node.constants.setdefault(test, _Node(node))
        else:
            node.ends += 1
        self._refuse(where, "rules with this condition", node.ends, MOST_RULES_ON_CONDITION)
        while node.parent:
            self._refuse(where, "constants in its place", len(node.constants), MOST_CONSTANTS)
            node.parent.below = max(node.parent.below, node.waiting)
            node = node.parent
        self._refuse(where, "predicates that rules rest on", len(self.constants), MOST_CONSTANTS)
        self._refuse(where, "joins with this condition", self.waiting, MOST_WAITING)

    @staticmethod
    def _refuse(where: str, what: str, count: int, most: int) -> None:
        if count > most:
            raise TooLarge(
                f"{where}: durable-rules takes at most {most} {what}: let a rule conclude the same "
                "under another predicate, and rest some of the rules on that"
            )
