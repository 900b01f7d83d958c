"""Rules that argue for each other in a circle, so that a claim comes back as its own ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from arguendo.case import Case
from arguendo.checks.patterns import apart, resolve, unifier
from arguendo.graph import Graph, Inference
from arguendo.problems import Problem
from arguendo.review.findings import said, warning
from arguendo.review.possible import possible
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement

_LONGEST = 8
"""Steps of a circle that is looked for."""
_FEW = 3
"""Inferences of each rule that a circle is looked for from."""
_MOST_STEPS = 200_000

_Circle: TypeAlias = Sequence[Inference]
"""Each inference concludes a ground of the next, the last one a ground of the first."""


def check(case: Case) -> Iterator[Problem]:
    """Report each circle once, step by step; see `_argues_in_a_circle` for what is none."""
    rulebase, graph = case.rulebase, possible(case)
    reported: set[frozenset[str]] = set()
    for rule in rulebase.rules:
        if any(claim in branch.grounds for branch in rule.branches for claim in rule.claims):
            reported.add(frozenset((rule.id,)))
            message = f"“{rule.id}” concludes what is among its own grounds"
            yield warning("self-support", message, rule.span, "take it from one of the two places")
    for circle in _circles(graph):
        rules = frozenset(inference.rule.id for inference in circle)
        if rules not in reported and _argues_in_a_circle(rulebase, graph, circle):
            reported.add(rules)
            yield _problem(rulebase, graph, circle)


def _problem(rulebase: RuleBase, graph: Graph, circle: _Circle) -> Problem:
    # At the last rule, since rules of other rule bases come before those that include them.
    last = max(circle, key=lambda inference: inference.rule.position)
    start = circle.index(last)
    turned = [*circle[start:], *circle[:start]]
    steps = [
        f"“{one.rule.id}” ({one.rule.span}) concludes {_said(rulebase, graph, one.claim)} "
        f"from {_said(rulebase, graph, before.claim)}"
        for before, one in zip([turned[-1], *turned], turned, strict=False)
    ]
    return warning(
        "self-support",
        f"{_said(rulebase, graph, last.claim)} is argued for in a circle",
        last.rule.span,
        "\n".join([*steps, "let one of these rules rest on something else"]),
    )


def _said(rulebase: RuleBase, graph: Graph, number: int) -> str:
    return said(rulebase, graph.statements[number])


def _argues_in_a_circle(rulebase: RuleBase, graph: Graph, circle: _Circle) -> bool:
    """Tell whether a circle is one of reasons.

    It is not where a single rule comes back to a statement, as rules of symmetry and closure do;
    where all of its rules claim full certainty, since they then say one thing in several words;
    nor where it closes only because of what the facts happen to be, as with the two ways of going
    from town to town.
    """
    rules = {inference.rule.id for inference in circle}
    certain = all(each.rule.qualifier == rulebase.scale.top for each in circle)
    if len(rules) < 2 or certain:
        return False
    turns = ([*circle[start:], *circle[:start]] for start in range(len(circle)))
    return any(_closes(graph, turned) for turned in turns)


def _closes(graph: Graph, circle: _Circle) -> bool:
    """Tell whether rules in this order come back to the ground they set out from, as patterns."""
    steps = []
    for place, (before, one) in enumerate(zip([circle[-1], *circle], circle, strict=False)):
        ground = one.branch.grounds[one.grounds.index(before.claim)]
        steps.append((apart(ground, f" {place}"), apart(_pattern(graph, one), f" {place}")))
    joined = [(steps[place][1], steps[place + 1][0]) for place in range(len(steps) - 1)]
    value = unifier(joined)
    if value is None:
        return False
    first, last = steps[0][0], steps[-1][1]
    return [resolve(term, value) for term in first.arguments] == [
        resolve(term, value) for term in last.arguments
    ]


def _pattern(graph: Graph, inference: Inference) -> Statement:
    claim, bindings = graph.statements[inference.claim], dict(inference.bindings)
    return next(each for each in inference.rule.claims if each.bind(bindings) == claim)


def _circles(graph: Graph) -> Iterator[_Circle]:
    """Find short circles, from a few inferences of each rule, within a number of steps."""
    left = [_MOST_STEPS]
    core = _core(graph)
    tried: dict[str, int] = {}
    for inference in graph.inferences:
        inside = inference.claim in core and not core.isdisjoint(inference.grounds)
        if inside and tried.get(inference.rule.id, 0) < _FEW and left[0] > 0:
            tried[inference.rule.id] = tried.get(inference.rule.id, 0) + 1
            yield from _way_back(graph, core, inference, left)


def _core(graph: Graph) -> set[int]:
    """Return the statements that lie on circles, or on a way from one to another.

    What no statement that is left supports is taken away, and what supports none, until all is
    supported and supports.
    """
    after = [[graph.inferences[n].claim for n in supported] for supported in graph.supporting]
    before = [
        [ground for n in concluding for ground in set(graph.inferences[n].grounds)]
        for concluding in graph.concluding
    ]
    left = set(range(len(graph.statements)))
    for incoming, outgoing in ((before, after), (after, before)):
        count = {number: sum(each in left for each in incoming[number]) for number in left}
        bare = [number for number in left if not count[number]]
        for number in bare:
            left.discard(number)
            for other in outgoing[number]:
                if other in left:
                    count[other] -= 1
                    if not count[other]:
                        bare.append(other)
    return left


def _way_back(graph: Graph, core: set[int], start: Inference, left: list[int]) -> Iterator[_Circle]:
    """Go through the shortest circles through an inference, one for each ground they end in."""
    goals = set(start.grounds)
    seen = {start.claim}
    paths: list[list[Inference]] = [[start]]
    for path in paths:
        here = path[-1].claim
        if here in goals and len(path) > 1:
            goals.discard(here)
            yield path
        for number in graph.supporting[here] if len(path) < _LONGEST else ():
            left[0] -= 1
            claim = graph.inferences[number].claim
            if left[0] > 0 and claim in core and claim not in seen:
                seen.add(claim)
                paths.append([*path, graph.inferences[number]])
