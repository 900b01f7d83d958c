"""Shapes that a drawing of a map can take, and which of them suits a page best.

Graphviz lays out a graph as it is given: in which order topics come, how wide their boxes are and
which lines push what they lead to farther on. So many drawings are measured, and the one is taken
whose letters are the largest on a sheet, upright or on its side; of those about as good, the one
with the shortest lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import dist
from random import Random
from typing import TypeAlias

from arguendo.export.maps.layout import Layout

COLUMNS = 27
"""Characters to a line of a statement, unless another shape is better."""

SHEET = (510.0, 757.0)
"""An A4 sheet without margins of 15 mm, in points."""

LETTERS = 11.0
"""The size of letters in points, where a drawing is not made smaller."""

READABLE = 7.5
"""Letters that are no smaller on a sheet are those of a footnote; nothing better is looked for."""

TRIES = 48
"""Shapes to try for a picture of its own."""

_PATIENCE = 2500
"""Boxes to lay out at most before one is content with what was found: some seconds."""

_WORSE = 0.94
"""What is about as good."""

_POINTS = 72.0
"""Points to an inch, in which Graphviz measures."""

Crossing: TypeAlias = tuple[str, str]
"""The topics that a line leads from and to."""


@dataclass(frozen=True)
class Shape:
    """What Graphviz is told beside what is drawn."""

    columns: int = COLUMNS
    topics: tuple[str, ...] = ()
    """The order in which topics are written; those that are not named come last."""
    loose: frozenset[Crossing] = frozenset()
    """Between which topics lines do not push what they lead to farther on."""

    def order(self, topics: Sequence[str]) -> list[str]:
        """Return topics in the order in which they are written."""
        places = {topic: place for place, topic in enumerate(self.topics)}
        return sorted(topics, key=lambda topic: places.get(topic, len(places)))


PLAIN = Shape()


@dataclass(frozen=True)
class Measures:
    """How large a drawing is in points, and how long all its lines are together."""

    width: float
    height: float
    length: float

    @property
    def scale(self) -> float:
        """How much smaller it is on a sheet; 1 where it fits as it is."""
        short, long = sorted((self.width, self.height))
        return min(SHEET[0] / short, SHEET[1] / long, 1.0)

    @property
    def letters(self) -> float:
        """The size of letters on a sheet."""
        return LETTERS * self.scale


def measures(drawn: str) -> Measures:
    """Read what Graphviz says of a drawing in its format `plain`."""
    lines = [line.split(" ") for line in drawn.replace("\\\n", "").splitlines()]
    width, height = (float(each) * _POINTS for each in lines[0][2:4])
    length = sum(_length(line) for line in lines if line[0] == "edge")
    return Measures(width, height, length * _POINTS)


def _length(line: Sequence[str]) -> float:
    """Return about how long a line is: as long as what joins the points that bend it."""
    numbers = [float(each) for each in line[4 : 4 + 2 * int(line[3])]]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return sum(dist(one, other) for one, other in pairwise(points))


def best(layout: Layout, measure: Callable[[Shape], Measures], tries: int = TRIES) -> Shape:
    """Return the shape that suits a page best of so many, the same each time."""
    tried: list[tuple[Measures, Shape]] = []
    for shape in islice(_shapes(layout), tries):
        tried.append((measure(shape), shape))
        if tried[-1][0].letters >= READABLE:
            return shape
    enough = max(found.letters for found, _ in tried) * _WORSE
    good = [each for each in tried if each[0].letters >= enough]
    return min(good, key=lambda each: each[0].length * each[0].scale)[1]


def _shapes(layout: Layout) -> Iterator[Shape]:
    yield PLAIN
    random = Random(0)
    topics, crossings = layout.topics, layout.crossings
    for _ in range(_PATIENCE // max(len(layout.boxes), 1)):
        ease = random.choice((0.0, 0.5, 1.0))
        loose = frozenset(each for each in crossings if random.random() < ease)
        order = tuple(random.sample(topics, len(topics)))
        yield Shape(random.choice((22, 27, 32)), order, loose)
