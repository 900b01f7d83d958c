"""Stratification of rules by predicate, so that negation as failure has one clear meaning.

A rule's claims stand at least as high as its grounds and one stratum above what its rebuttals and
absences name (Apt, Blair and Walker, Towards a Theory of Declarative Knowledge, 1988). Contraries
and assumptions do not enter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from arguendo.rules import Rule
from arguendo.statements import Statement

_Node = TypeVar("_Node", bound=Hashable)


@dataclass(frozen=True)
class Dependency:
    """The claim's predicate depends on another through a rule; `negative`: through its absence."""

    claim: str
    on: str
    negative: bool
    rule: Rule


@dataclass(frozen=True)
class Strata:
    """The stratum of every predicate that rules speak of, or the circles that leave it without."""

    of: Mapping[str, int]
    circles: tuple[tuple[Dependency, ...], ...] = ()
    order: Mapping[str, int] = field(default_factory=dict)
    """The same more finely: what a predicate depends on has a lower number, or, where they depend
    on each other, the same."""

    def __getitem__(self, predicate: str) -> int:
        """Return a predicate's stratum; 0 where no rule concludes it."""
        return self.of.get(predicate, 0)


def dependencies(rules: Iterable[Rule]) -> list[Dependency]:
    """List what each claim of each rule depends on, once each.

    A rule that another overrides depends on the absence of all that the other rests on.
    """
    found: dict[tuple[str, str, bool], Dependency] = {}
    rules = tuple(rules)
    used = {rule.id: tuple(dict.fromkeys(_used(rule))) for rule in rules}
    overriding: dict[str, list[str]] = {}
    for rule in rules:
        for victim in rule.overrides:
            overriding.setdefault(victim, []).append(rule.id)
    for rule in rules:
        against = [(on, True) for other in overriding.get(rule.id, ()) for on, _ in used[other]]
        for on, negative in (*used[rule.id], *against):
            for claim in rule.claims:
                key = (claim.predicate, on, negative)
                found.setdefault(key, Dependency(*key, rule))
    return list(found.values())


def foundations(
    rules: Iterable[Rule], contraries: Iterable[tuple[Statement, Statement]]
) -> dict[str, set[str]]:
    """Return for each predicate what its standing depends on at once: by rules or by contraries."""
    found: dict[str, set[str]] = {}
    for each in dependencies(rules):
        found.setdefault(each.claim, set()).add(each.on)
    for one, other in contraries:
        found.setdefault(one.predicate, set()).add(other.predicate)
        found.setdefault(other.predicate, set()).add(one.predicate)
    return found


def reached(start: Iterable[_Node], following: Callable[[_Node], Iterable[_Node]]) -> set[_Node]:
    """Return all that is reached from a start, step by step, the start included."""
    found = set(start)
    waiting = list(found)
    while waiting:
        new = set(following(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _used(rule: Rule) -> Iterable[tuple[str, bool]]:
    for branch in rule.branches:
        yield from ((ground.predicate, False) for ground in branch.grounds)
        for blocker in branch.blockers:
            for literal in blocker.literals:
                yield literal.statement.predicate, True


def stratify(rules: Iterable[Rule]) -> Strata:
    """Give every predicate its stratum, or report each circle that runs through a rebuttal."""
    edges = dependencies(rules)
    component = _components(edges)
    bad = [edge for edge in edges if edge.negative and component[edge.claim] == component[edge.on]]
    if bad:
        return Strata({}, _circles(bad, edges, component))
    height: dict[int, int] = {}
    # Components are numbered so that what a component depends on has a lower number.
    for edge in sorted(edges, key=lambda edge: component[edge.claim]):
        lower = height.get(component[edge.on], 0) + edge.negative
        above = component[edge.claim]
        height[above] = max(height.get(above, 0), lower)
    heights = {predicate: height.get(number, 0) for predicate, number in component.items()}
    return Strata(heights, order=component)


def _components(edges: list[Dependency]) -> dict[str, int]:
    successors: dict[str, list[str]] = {}
    for edge in edges:
        successors.setdefault(edge.claim, []).append(edge.on)
        successors.setdefault(edge.on, [])
    return components(successors)


def components(successors: Mapping[_Node, Iterable[_Node]]) -> dict[_Node, int]:
    """Number the strongly connected components, dependencies first (Tarjan, iterative).

    `successors` says of every node what it depends on.
    """
    order: dict[_Node, int] = {}
    low: dict[_Node, int] = {}
    component: dict[_Node, int] = {}
    stack: list[_Node] = []
    count = 0
    for root, below in successors.items():
        if root in order:
            continue
        path = [(root, iter(below))]
        order[root] = low[root] = len(order)
        stack.append(root)
        while path:
            node, rest = path[-1]
            for after in rest:
                if after not in order:
                    order[after] = low[after] = len(order)
                    stack.append(after)
                    path.append((after, iter(successors[after])))
                    break
                if after not in component:
                    low[node] = min(low[node], order[after])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == order[node]:
                    while True:
                        member = stack.pop()
                        component[member] = count
                        if member == node:
                            break
                    count += 1
    return component


def _circles(
    bad: list[Dependency], edges: list[Dependency], component: Mapping[str, int]
) -> tuple[tuple[Dependency, ...], ...]:
    """For each component with a negative edge inside, the shortest circle through its first one."""
    first: dict[int, Dependency] = {}
    for edge in bad:
        first.setdefault(component[edge.claim], edge)
    return tuple((edge, *_path(edge.on, edge.claim, edges)) for edge in first.values())


def _path(start: str, goal: str, edges: list[Dependency]) -> list[Dependency]:
    reached: dict[str, list[Dependency]] = {start: []}
    frontier = [start]
    for node in frontier:
        if node == goal:
            break
        for edge in edges:
            if edge.claim == node and edge.on not in reached:
                reached[edge.on] = [*reached[node], edge]
                frontier.append(edge.on)
    return reached.get(goal, [])
