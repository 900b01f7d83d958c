"""Which file something fits into: the one whose things are most about the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from arguendo.authoring.parts import Kind
from arguendo.facts import Fact, Question
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scenarios import Scenario
from arguendo.statements import Entity, Predicate, Statement

Thing: TypeAlias = Rule | Fact | Question | Entity | Predicate | Scenario


def best_file(before: RuleBase, after: RuleBase, kind: Kind, first: str) -> str:
    """Return the file whose things have most topics of the new one, on average; else the first."""
    known = {_identity(each) for each in _things(before, kind)}
    new = next((each for each in _things(after, kind) if _identity(each) not in known), None)
    if new is None:
        return first
    wanted = _topics(new)
    shared: dict[str, list[int]] = {first: []}
    for thing in _things(before, kind):
        if thing.span:
            shared.setdefault(thing.span.file, []).append(len(_topics(thing) & wanted))
    return max(shared, key=lambda file: sum(shared[file]) / max(len(shared[file]), 1))


def _things(rulebase: RuleBase, kind: Kind) -> Sequence[Thing]:
    vocabulary = rulebase.vocabulary
    found: Mapping[str, Sequence[Thing]] = {
        "rule": rulebase.rules,
        "fact": rulebase.facts,
        "question": rulebase.questions,
        "entity": tuple(vocabulary.entities.values()),
        "statement": tuple(vocabulary.predicates.values()),
        "scenario": rulebase.scenarios,
        "test": rulebase.tests,
    }
    return found[kind.name]


def _identity(thing: Thing) -> str | Statement:
    if isinstance(thing, Fact | Question):
        return thing.statement
    return thing.id


def _topics(thing: Thing) -> frozenset[str]:
    """Return what a thing is about: predicates and entities, or kinds."""
    match thing:
        case Rule():
            grounds = (ground for branch in thing.branches for ground in branch.grounds)
            return frozenset(statement.predicate for statement in (*thing.claims, *grounds))
        case Fact(statement=said) | Question(statement=said):
            return frozenset({said.predicate, *said.arguments})
        case Entity():
            return frozenset({thing.kind})
        case Predicate():
            return frozenset(kind for slot in thing.slots for kind in slot.kinds)
        case Scenario():
            assumed = [each.statement.predicate for each in thing.assumptions]
            return frozenset([*assumed, *(e.statement.predicate for e in thing.expectations)])
