"""What a map is drawn with: boxes, lines and rings, fewer than its statements and edges.

What nothing leads to and what goes into a claim in the same way stands in one stack, from which
one line leads to the claim; statements of which all exclude each other stand in one ring. So a
picture says the same with less: the line crossings that it saves are those that tire the eye
(Purchase, 1997).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from arguendo.mapping.argument_map import ArgumentMap, Edge, Kind, Node
from arguendo.statements import Statement

FEWEST_IN_RING = 3
"""Two contraries are joined by a line as well as by anything."""


@dataclass(frozen=True)
class Box:
    """Statements that are drawn in one piece, in the order of the map."""

    name: str
    nodes: tuple[Node, ...]
    topic: str
    """Where it stands: a stack stands where its claim does."""
    ring: int | None = None
    """Which of the rings it stands in."""

    @property
    def is_stack(self) -> bool:
        """Whether there is more than one statement in it."""
        return len(self.nodes) > 1


@dataclass(frozen=True)
class Start:
    """Where a line begins: at a box, or at one of the statements of a stack."""

    box: str
    statement: str = ""
    """What the statement is called; empty for the whole box."""


@dataclass(frozen=True)
class Line:
    """Edges that are drawn in one piece; they are of one kind, and equally much comes through."""

    name: str
    source: Start
    target: str
    """A box: nothing leads to the statements of a stack."""
    edges: tuple[Edge, ...]

    @property
    def edge(self) -> Edge:
        """The edge that tells how it looks."""
        return self.edges[0]


@dataclass(frozen=True)
class Layout:
    """All that is drawn of a map, each with a name that is the same in every form."""

    names: Mapping[Statement, str]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    rings: tuple[tuple[Edge, ...], ...]
    """The edges that each ring stands for."""

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of its boxes, in their order."""
        return tuple(dict.fromkeys(box.topic for box in self.boxes))

    @cached_property
    def topic(self) -> Mapping[str, str]:
        """Box name to topic."""
        return {box.name: box.topic for box in self.boxes}

    def crossing(self, line: Line) -> tuple[str, str]:
        """Return the topics that a line leads from and to."""
        return self.topic[line.source.box], self.topic[line.target]

    @property
    def crossings(self) -> tuple[tuple[str, str], ...]:
        """Between which topics lines lead, in their order."""
        found = dict.fromkeys(map(self.crossing, self.lines))
        return tuple(each for each in found if each[0] != each[1])

    @property
    def pairs(self) -> tuple[Line, ...]:
        """Contraries within a topic of which one is joined with nothing else."""
        busy = Counter(name for line in self.lines for name in (line.source.box, line.target))
        return tuple(
            line
            for line in self.lines
            if line.edge.kind is Kind.CONTRARY
            and len(set(self.crossing(line))) == 1
            and min(busy[line.source.box], busy[line.target]) == 1
        )


Way: TypeAlias = tuple[Kind, Statement, int, bool]
"""How an edge goes into its target: edges that go the same way can be drawn as one."""


def laid_out(found: ArgumentMap) -> Layout:
    """Tell with what a map is drawn."""
    names = {node.statement: f"s{place}" for place, node in enumerate(found.nodes, 1)}
    ringed = {end: place for place, ring in enumerate(_rings(found)) for end in ring}
    boxes = tuple(_boxes(found, names, ringed))
    inside: dict[int, list[Edge]] = {}
    outside: list[Edge] = []
    for edge in found.edges:
        ring = ringed.get(edge.source)
        within = edge.kind is Kind.CONTRARY and ring == ringed.get(edge.target)
        (outside if ring is None or not within else inside.setdefault(ring, [])).append(edge)
    return Layout(names, boxes, _lines(boxes, names, outside), tuple(map(tuple, inside.values())))


def _lines(
    boxes: Sequence[Box], names: Mapping[Statement, str], edges: Sequence[Edge]
) -> tuple[Line, ...]:
    within = {node.statement: box for box in boxes for node in box.nodes}
    ways: dict[Statement, set[Way]] = {}
    for edge in edges:
        ways.setdefault(edge.source, set()).add(_way(edge))
    common = {
        box.name: set.intersection(*(ways.get(node.statement, set()) for node in box.nodes))
        for box in boxes
    }
    drawn: dict[tuple[Start, str, Way], list[Edge]] = {}
    for edge in edges:
        box, way = within[edge.source], _way(edge)
        whole = not box.is_stack or way in common[box.name]
        begin = Start(box.name, "" if whole else names[edge.source])
        drawn.setdefault((begin, within[edge.target].name, way), []).append(edge)
    return tuple(
        Line(f"e{place}", begin, end, tuple(some))
        for place, ((begin, end, _), some) in enumerate(drawn.items(), 1)
    )


def _way(edge: Edge) -> Way:
    return edge.kind, edge.target, edge.degree, edge.lit


def _boxes(
    found: ArgumentMap, names: Mapping[Statement, str], ringed: Mapping[Statement, int]
) -> Iterator[Box]:
    stacks = _stacks(found)
    done: set[Statement] = set()
    for node in found.nodes:
        if node.statement in done:
            continue
        way = stacks.get(node.statement)
        if way is None:
            yield Box(names[node.statement], (node,), node.topic, ringed.get(node.statement))
            continue
        nodes = tuple(each for each in found.nodes if stacks.get(each.statement) == way)
        done.update(each.statement for each in nodes)
        topic = found.by_statement[way[1]].topic
        name = names[node.statement] if len(nodes) == 1 else f"b{names[node.statement][1:]}"
        yield Box(name, nodes, topic)


def _stacks(found: ArgumentMap) -> dict[Statement, Way]:
    """Tell for all that nothing leads to with what it stands: the largest stacks first."""
    led = {edge.target for edge in found.edges}
    led.update(edge.source for edge in found.edges if edge.kind is Kind.CONTRARY)
    led.update(node.statement for node in found.nodes if node.focus)
    left: dict[Statement, list[Way]] = {}
    for edge in found.edges:
        if edge.source not in led:
            left.setdefault(edge.source, []).append(_way(edge))
    stacks: dict[Statement, Way] = {}
    while left:
        way, _ = Counter(way for ways in left.values() for way in ways).most_common(1)[0]
        taken = [each for each, ways in left.items() if way in ways]
        stacks.update(dict.fromkeys(taken, way))
        left = {each: ways for each, ways in left.items() if each not in stacks}
    return stacks


def _rings(found: ArgumentMap) -> Iterator[tuple[Statement, ...]]:
    """Find statements of one topic of which all exclude each other, each in one ring at most."""
    beside: dict[Statement, set[Statement]] = {}
    for edge in found.edges:
        if edge.kind is Kind.CONTRARY:
            beside.setdefault(edge.source, set()).add(edge.target)
            beside.setdefault(edge.target, set()).add(edge.source)
    left = {node.statement: node.topic for node in found.nodes if node.statement in beside}
    while left:
        first, topic = next(iter(left.items()))
        ring = [first]
        for other, its in left.items():
            if its == topic and all(other in beside[each] for each in ring):
                ring.append(other)
        if len(ring) >= FEWEST_IN_RING:
            yield tuple(ring)
        for each in ring if len(ring) >= FEWEST_IN_RING else ring[:1]:
            del left[each]
