"""From the reasoning graph to the edges of a map: each inference is folded into its edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.mapping.argument_map import Edge, Kind
from arguendo.mapping.paths import Path
from arguendo.scale import NONE
from arguendo.valuation import Valuation


class Fold(NamedTuple):
    """What one inference makes of an edge; the highest of several is what the edge amounts to."""

    degree: int
    """What comes through."""
    place: int
    """How early its rule stands among all, counted from the last."""
    rule: str
    qualifier: int


Ends: TypeAlias = tuple[Kind, int, int]
"""An edge between numbers of the graph."""

Folds: TypeAlias = Mapping[Ends, Sequence[Fold]]
"""All edges of an argument, with what the inferences make of each; none between contraries."""


def folded(case: Case) -> Folds:
    """Fold the inferences of a case into edges."""
    found: dict[Ends, list[Fold]] = {}
    for ends, fold in _all(case.valuation):
        found.setdefault(ends, []).append(fold)
    for one, others in enumerate(case.graph.contraries):
        found.update({(Kind.CONTRARY, one, other): [] for other in sorted(others) if one < other})
    return found


def edge_of(case: Case, ends: Ends, folds: Sequence[Fold], path: Path) -> Edge:
    """Return the edge that inferences amount to; between contraries the weaker tells."""
    kind, source, target = ends
    statements = (case.graph.statements[source], case.graph.statements[target])
    lit = (kind, *statements) in path.edges
    if not folds:
        degree = min(case.valuation.degree(source), case.valuation.degree(target))
        return Edge(*statements, kind, degree=degree, lit=lit)
    order = sorted(folds, reverse=True)
    rules = tuple(dict.fromkeys(fold.rule for fold in order))
    return Edge(*statements, kind, rules, order[0].qualifier, order[0].degree, lit)


def _all(valuation: Valuation) -> Iterator[tuple[Ends, Fold]]:
    for inference in valuation.graph.inferences:
        fold = _fold(inference, valuation.degree_of(inference))
        for ground in dict.fromkeys(inference.grounds):
            yield (Kind.SUPPORT, ground, inference.claim), fold
        yield from _attacks(valuation, inference)


def _attacks(valuation: Valuation, inference: Inference) -> Iterator[tuple[Ends, Fold]]:
    """Go through the rebuttals of an inference; they come through when they block it."""
    blocking = valuation.blocking(inference.number)
    for blocker in valuation.graph.blockers[inference.number]:
        for number, positive in blocker.literals:
            kind = Kind.REBUTTAL if positive else Kind.LIFTING
            comes = positive == (blocker in blocking)
            degree = valuation.degree(number) if comes else NONE
            yield (kind, number, inference.claim), _fold(inference, degree)


def _fold(inference: Inference, degree: int) -> Fold:
    rule = inference.rule
    return Fold(degree, -rule.position, rule.id, rule.qualifier)


def adjacency(edges: Iterable[Ends]) -> Mapping[int, Mapping[int, Kind]]:
    """Return for each statement its neighbours, with the kind of the first edge to them."""
    found: dict[int, dict[int, Kind]] = {}
    for kind, source, target in edges:
        found.setdefault(source, {}).setdefault(target, kind)
        found.setdefault(target, {}).setdefault(source, kind)
    return found
