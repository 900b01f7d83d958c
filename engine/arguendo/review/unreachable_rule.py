"""A rule that can never apply, whatever facts, open questions and assumptions are taken to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.contradictions import contradiction
from arguendo.review.findings import said, some, warning
from arguendo.review.possible import Patterns, claims, givens, possible
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Statement


@dataclass(frozen=True)
class _World:
    rulebase: RuleBase
    given: Patterns
    claimed: Patterns
    """What rules conclude, whether they ever apply or not."""
    concluded: Patterns
    """What rules that apply conclude."""


def check(case: Case) -> Iterator[Problem]:
    """Report each such rule, with the ground that nothing fills; contradictory ones apart."""
    rulebase, graph = case.rulebase, possible(case)
    alive = {inference.rule.id for inference in graph.inferences}
    dead = [rule for rule in rulebase.rules if rule.id not in alive]
    if not dead:
        return
    concluded = {graph.statements[inference.claim]: None for inference in graph.inferences}
    world = _World(
        rulebase,
        Patterns(givens(rulebase)),
        Patterns(claims(rulebase.rules)),
        Patterns(concluded),
    )
    for rule in dead:
        if not all(map(contradiction, rule.branches)):
            yield _problem(world, rule)


def _problem(world: _World, rule: Rule) -> Problem:
    unfilled = _unfilled(rule, world.given, world.claimed)
    if unfilled:
        why = f"nothing can fill its ground {_listed(world, unfilled)}"
        hint = (
            "no fact, question, scenario or test says it of anything, and no rule concludes it: "
            "add one of them, or leave the rule out"
        )
        return _warning(rule, why, hint)
    waiting = _unfilled(rule, world.given, world.concluded)
    if waiting:
        why = f"nothing ever concludes its ground {_listed(world, waiting)}"
        rules = [
            other.id
            for ground in waiting
            for other in world.rulebase.rules_for.get(ground.predicate, ())
        ]
        could = some([f"“{name}”" for name in dict.fromkeys(rules)])
        return _warning(rule, why, f"look at what could: {could}")
    why = "each of its grounds can be met, but never all of them together"
    hint = "add a fact, a question or a test in which they are, or correct the rule"
    return _warning(rule, why, hint)


def _warning(rule: Rule, why: str, hint: str) -> Problem:
    return warning("unreachable-rule", f"“{rule.id}” never applies: {why}", rule.span, hint)


def _listed(world: _World, unfilled: tuple[Statement, ...]) -> str:
    return some([said(world.rulebase, each) for each in unfilled])


def _unfilled(rule: Rule, *known: Patterns) -> tuple[Statement, ...]:
    """Return for each branch its first ground that nothing known meets; empty if one has none."""
    found: dict[Statement, None] = {}
    for branch in rule.branches:
        for ground in branch.grounds:
            if not any(patterns.meets(ground) for patterns in known):
                found[ground] = None
                break
        else:
            return ()
    return tuple(found)
