"""Programs with many inferences: paths in graphs, and who is of one generation in a tree."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from arguendo.branches import branches_of
from arguendo.facts import Fact
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, Literal, Rule
from arguendo.scale import ICD_203
from arguendo.statements import Statement, parse_statement
from arguendo.vocabulary import Vocabulary


@dataclass(frozen=True)
class Program:
    """Rules and facts; every ground and claim is a plain pattern, and nothing is negated."""

    name: str
    rulebase: RuleBase

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.rulebase.rules

    @property
    def facts(self) -> list[Statement]:
        return [fact.statement for fact in self.rulebase.facts]


PATHS = {
    "edge": "path(?x, ?y) <- edge(?x, ?y)",
    "step": "path(?x, ?z) <- path(?x, ?y) edge(?y, ?z)",
}
DOUBLE = {"edge": PATHS["edge"], "join": "path(?x, ?z) <- path(?x, ?y) path(?y, ?z)"}
GENERATION = {
    "siblings": "same(?x, ?y) <- parent(?x, ?p) parent(?y, ?p)",
    "cousins": "same(?x, ?y) <- parent(?x, ?a) same(?a, ?b) parent(?y, ?b)",
}


def small() -> list[Program]:
    """Return programs that the slowest matcher can take."""
    return [
        _program("paths, chain of 30", PATHS, "edge", _chain(30)),
        _program("paths, 30 nodes, 60 random edges", PATHS, "edge", _edges(30, 60)),
        _program("same generation, tree of 31", GENERATION, "parent", _tree(31)),
    ]


def large() -> list[Program]:
    """Return programs with tens of thousands of inferences and more."""
    return [
        _program("paths, chain of 100", PATHS, "edge", _chain(100)),
        _program("paths, chain of 200", PATHS, "edge", _chain(200)),
        _program("paths, chain of 500", PATHS, "edge", _chain(500)),
        _program("paths, 150 nodes, 400 random edges", PATHS, "edge", _edges(150, 400)),
        _program("paths, 500 nodes, 600 random edges", PATHS, "edge", _edges(500, 600)),
        _program("paths joined to paths, chain of 100", DOUBLE, "edge", _chain(100)),
        _program("same generation, tree of 255", GENERATION, "parent", _tree(255)),
    ]


def _program(
    name: str, rules: dict[str, str], predicate: str, edges: Iterable[tuple[int, int]]
) -> Program:
    facts = [Fact(Statement(predicate, (f"n{a}", f"n{b}")), ICD_203.top) for a, b in edges]
    base = RuleBase(
        name=name,
        vocabulary=Vocabulary(),
        facts=tuple(facts),
        questions=(),
        rules=tuple(_rule(id, text, place) for place, (id, text) in enumerate(rules.items())),
        contraries=(),
    )
    return Program(name, base)


def _rule(id: str, text: str, position: int) -> Rule:
    claim, _, grounds = text.partition(" <- ")
    condition = AllOf(tuple(Literal(_pattern(each + ")")) for each in grounds.split(")")[:-1]))
    return Rule(
        id=id,
        title=id,
        condition=condition,
        rebuttals=(),
        claims=(_pattern(claim),),
        qualifier=ICD_203.top,
        branches=branches_of(condition, ()),
        position=position,
    )


def _pattern(text: str) -> Statement:
    found = parse_statement(text)
    assert found is not None
    return found


def _chain(nodes: int) -> list[tuple[int, int]]:
    return [(number, number + 1) for number in range(nodes)]


def _edges(nodes: int, count: int) -> list[tuple[int, int]]:
    dice, edges = random.Random(7), set[tuple[int, int]]()
    while len(edges) < count:
        edges.add((dice.randrange(nodes), dice.randrange(nodes)))
    return sorted(edges)


def _tree(nodes: int) -> list[tuple[int, int]]:
    """Return a binary tree as edges from child to parent."""
    return [(node, (node - 1) // 2) for node in range(1, nodes)]
