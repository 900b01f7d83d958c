"""Makes maps: of the whole argument, or of a statement with some steps around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.mapping.argument_map import ArgumentMap, Kind, Node
from arguendo.mapping.folding import adjacency, edge_of, folded
from arguendo.mapping.paths import NO_PATH, Path
from arguendo.span import Span
from arguendo.statements import Statement

STEPS = 2
"""Steps around the focus, unless others are asked for."""

FEW = 20
"""About as many statements as one can take in at a glance."""

LEAST = 8
"""As many statements there is room for wherever a map can be drawn at all."""

_NEAREST = {kind: place for place, kind in enumerate(Kind)}
"""Which neighbours come first where not all have room."""


@dataclass(frozen=True)
class View:
    """What part of an argument is looked at."""

    focus: Statement | None = None
    """None for the whole argument."""
    steps: int = STEPS
    most: int | None = None
    """How many statements there is room for; None for as many as there are."""
    kept: frozenset[Statement] | None = None
    """Just these statements, whatever there is around the focus now; None for what there is."""

    def keeping(self, found: ArgumentMap) -> View:
        """Look at the statements that a map shows, so that nothing on it has to move."""
        return replace(self, kept=frozenset(found.by_statement))

    def widened(self) -> View:
        """Look one step farther, with room for what is there."""
        more = None if self.most is None else self.most + FEW // 2
        return View(self.focus, self.steps + 1, more)

    def narrowed(self) -> View:
        """Look one step less far; at least one is left."""
        less = None if self.most is None else max(self.most - FEW // 2, min(self.most, LEAST))
        return View(self.focus, max(self.steps - 1, 1), less)


def survey(case: Case, view: View | None = None, path: Path = NO_PATH) -> ArgumentMap:
    """Make the map of a view; on a path are those of its statements and edges that are there.

    A statement that nothing connects with others is left out, unless it is the focus.
    """
    view = view or View()
    focus = None if view.focus is None else case.graph.add(view.focus)
    folds = folded(case)
    beside = adjacency(folds)
    on_path = {n for each in path.statements if (n := case.graph.number(each)) is not None}
    shown = _shown(case, view, beside, on_path)
    edges = tuple(
        edge_of(case, ends, found, path)
        for ends, found in folds.items()
        if ends[1] in shown and ends[2] in shown
    )
    nodes = tuple(
        _node(case, number, path, focus, len(set(beside.get(number, ())) - shown))
        for number in reading_order(case.graph)
        if number in shown
    )
    steps = None if focus is None else view.steps
    hidden = len(set(beside) - shown)
    return ArgumentMap(nodes, edges, case.rulebase.scale, view.focus, steps, hidden)


def _shown(
    case: Case, view: View, beside: Mapping[int, Mapping[int, Kind]], first: Collection[int]
) -> set[int]:
    if view.kept is not None:
        return {number for each in view.kept if (number := case.graph.number(each)) is not None}
    if view.focus is None:
        return set(beside)
    return around(beside, case.graph.add(view.focus), view, first)


def around(
    beside: Mapping[int, Mapping[int, Kind]], focus: int, view: View, first: Collection[int]
) -> set[int]:
    """Return what is at most so many steps from the focus, the nearest where room is short.

    At one distance those of `first` come before others, then supports before attacks.
    """
    shown, frontier = {focus}, [focus]
    for _ in range(view.steps):
        near: dict[int, Kind] = {}
        for number in frontier:
            for other, kind in beside.get(number, {}).items():
                if other not in shown:
                    near.setdefault(other, kind)
        order = sorted(near, key=lambda n: (n not in first, _NEAREST[near[n]], n))
        frontier = order if view.most is None else order[: max(view.most - len(shown), 0)]
        shown.update(frontier)
    return shown


def _node(case: Case, number: int, path: Path, focus: int | None, hidden: int) -> Node:
    statement = case.graph.statements[number]
    return Node(
        statement,
        case.valuation.standing(statement),
        _topic(case, number),
        focus=number == focus,
        lit=statement in path.statements,
        asked=statement in case.rulebase.question,
        assumed=statement in case.assumptions,
        hidden=hidden,
    )


def _topic(case: Case, number: int) -> str:
    """Return the topic of the rule that concludes a statement, else that of its predicate."""
    for inference in case.graph.concluding[number]:
        return _stem(case.graph.inferences[inference].rule.span)
    predicate = case.graph.statements[number].predicate
    declared = case.rulebase.vocabulary.predicates.get(predicate)
    return _stem(declared.span if declared else None)


def _stem(span: Span | None) -> str:
    return PurePosixPath(span.file).stem if span else ""
