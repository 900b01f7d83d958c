"""A map of the argument as boxes and lines for the terminal; colour is added by whoever draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from textwrap import shorten, wrap

from arguendo.case import Case
from arguendo.inquiry.goals import main_conclusion
from arguendo.mapping.argument_map import Edge, Kind, Node
from arguendo.mapping.paths import path_to
from arguendo.mapping.surveying import FEW, LEAST, View, survey
from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo.wording.grammar import capital, counted
from arguendo.wording.maps import EDGES, IDLE, PATH, Look, WordedMap, worded
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Paragraph, Tone, label

NAMED = 5_000
"""Statements that can be jumped to."""

OFFERED = 6
"""Statements offered while one types where to jump to."""

MARKS = {Kind.SUPPORT: "", Kind.REBUTTAL: "⊘", Kind.LIFTING: "○", Kind.CONTRARY: "≠"}
"""What stands on a line that does not support."""

TONES = {
    Look.FACT: Tone.PLAIN,
    Look.ASSUMED: Tone.WARN,
    Look.FOLLOWS: Tone.GOOD,
    Look.CONTESTED: Tone.WARN,
    Look.OPEN: Tone.ACCENT,
    Look.UNSHOWN: Tone.DIM,
    Look.DENIED: Tone.BAD,
}


LINES = (3, 2)
"""How many lines the two lesser details write in a box at most."""


class Detail(IntEnum):
    """How much is written in a box: what zooming changes."""

    LEAST = 0
    SHORT = 1
    FULL = 2
    WIDE = 3

    @property
    def columns(self) -> int:
        """How wide what is written is."""
        return (12, 22, 24, 40)[self]

    @property
    def nearer(self) -> Detail:
        """One step closer, as far as it goes."""
        return Detail(min(self + 1, Detail.WIDE))

    @property
    def farther(self) -> Detail:
        """One step back, as far as it goes."""
        return Detail(max(self - 1, Detail.LEAST))


@dataclass(frozen=True)
class Box:
    """One statement as it is drawn; the text of one detail always takes as much room."""

    key: str
    lines: tuple[str, ...]
    look: Look
    lit: bool = False
    focus: bool = False
    tagged: bool = True
    """Whether the last line tells in words how it stands."""


@dataclass(frozen=True)
class Line:
    """All that joins two statements, as one line."""

    source: str
    target: str
    kinds: frozenset[Kind]
    active: bool
    lit: bool

    @property
    def ends(self) -> tuple[str, str]:
        """The keys of the two statements."""
        return self.source, self.target

    @property
    def mark(self) -> str:
        """What stands on it."""
        return "".join(MARKS[kind] for kind in Kind if kind in self.kinds)


@dataclass(frozen=True)
class Chart:
    """A map with its words, and what else of the argument can be gone to."""

    view: View
    worded: WordedMap
    names: tuple[tuple[str, Statement], ...] = ()
    """Sentences of all connected statements."""

    def statement(self, key: str) -> Statement | None:
        """Return the statement of a key, if it is on the map."""
        return next((each for each in self.worded.texts if each.key == key), None)

    def find(self, words: str) -> list[tuple[str, Statement]]:
        """Return the sentences that have all words, those that begin with them first."""
        wanted = words.casefold().split()
        found = [
            (said, each)
            for said, each in self.names
            if all(word in said.casefold() for word in wanted)
        ]
        found.sort(key=lambda pair: not pair[0].casefold().startswith(words.casefold()))
        return found[:OFFERED]


def room(columns: int, rows: int) -> int:
    """Tell for how many statements there is room, such that lines do not run into each other."""
    small, large = 80 * 24, 160 * 45
    share = (columns * rows - small) / (large - small)
    return LEAST + round((FEW - LEAST) * min(max(share, 0), 1))


def chart(
    case: Case, goal: Statement | None, view: View | None = None, most: int = FEW
) -> Chart | None:
    """Make the map of a view, with the way to the goal lit.

    The default is the view around the goal with room for so many statements. Without a goal it is
    the main conclusion. None where there is no conclusion at all.
    """
    goal = goal or main_conclusion(case)
    if goal is None:
        return None
    view = view or View(goal, most=most)
    found = worded(case, survey(case, view, path_to(case, goal)))
    return Chart(view, found, tuple(_names(case)))


def _names(case: Case) -> Iterator[tuple[str, Statement]]:
    teller = Teller(case)
    for node in survey(case).nodes[:NAMED]:
        yield printable(capital(teller.says(node.statement))), node.statement


def boxes(shown: WordedMap, detail: Detail) -> tuple[Box, ...]:
    """Draw the statements in a detail."""
    return tuple(_box(shown, node, detail) for node in shown.map.nodes)


def _box(shown: WordedMap, node: Node, detail: Detail) -> Box:
    text, width = shown.text(node), detail.columns
    tag = f"{text.look.mark} {text.tag}"
    if detail >= Detail.FULL:
        said = [*wrap(text.sentence, width), _clipped(tag, width)]
    else:
        whole = f"{text.look.mark} {text.sentence}"
        said = wrap(whole, width, max_lines=LINES[detail], placeholder="…")
    padded = [f"{line:<{width}}" for line in said]
    if node.hidden:
        padded[-1] = _ended(said[-1], f" +{node.hidden}", width)
    is_tagged = detail >= Detail.FULL
    return Box(node.statement.key, tuple(padded), text.look, node.lit, node.focus, is_tagged)


def _ended(text: str, hint: str, width: int) -> str:
    """End a line with how much is left out beside a statement."""
    whole = f"{hint} more"
    hint = whole if len(text) + len(whole) <= width else hint
    return f"{_clipped(text, width - len(hint)):<{width - len(hint)}}{hint}"


def _clipped(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def lines(shown: WordedMap) -> tuple[Line, ...]:
    """Draw what joins the statements: between two of them there is one line.

    Where many exclude each other, lines between all of them would hide all else: that two are
    contrary is drawn where one stands in the middle, where it matters now, and where nothing
    else joins one of them.
    """
    found: dict[frozenset[Statement], list[Edge]] = {}
    for edge in shown.map.edges:
        found.setdefault(frozenset((edge.source, edge.target)), []).append(edge)
    telling = {ends for ends, edges in found.items() if _is_telling(shown, ends, edges)}
    joined = frozenset[Statement]().union(*telling)
    return tuple(
        _line(edges)
        for ends, edges in found.items()
        if len(ends) == 2 and (ends in telling or not ends <= joined)
    )


def _is_telling(shown: WordedMap, ends: frozenset[Statement], edges: list[Edge]) -> bool:
    matters = any(edge.kind is not Kind.CONTRARY or edge.active or edge.lit for edge in edges)
    return matters or shown.map.focus in ends


def _line(edges: list[Edge]) -> Line:
    first = edges[0]
    return Line(
        first.source.key,
        first.target.key,
        frozenset(edge.kind for edge in edges),
        any(edge.active for edge in edges),
        any(edge.lit for edge in edges),
    )


def told(shown: WordedMap, node: Node) -> tuple[Paragraph, ...]:
    """Tell of the statement pointed at what there is no room for in its box."""
    text = shown.text(node)
    rules = dict.fromkeys(
        rule for edge in shown.map.edges if edge.target == node.statement for rule in edge.rules
    )
    said = [Paragraph(label((text.sentence, Tone.STRONG), ": ", (text.tag, TONES[text.look])))]
    if rules:
        titles = "; ".join(shown.rules[rule] for rule in rules)
        said.append(Paragraph(label(("By: ", Tone.DIM), titles)))
    if node.hidden:
        more = counted(node.hidden, "statement")
        said.append(Paragraph(label((f"{capital(more)} beside it left out: > widens.", Tone.DIM))))
    return tuple(said)


def legend(shown: WordedMap) -> tuple[str, ...]:
    """Explain marks, borders and lines: only those that are there."""
    marks = [f"{look.mark} {shorten(look.value, 18, placeholder='')}" for look in shown.looks]
    drawn = lines(shown)
    there = frozenset[Kind]().union(*(line.kinds for line in drawn))
    signs = [
        f"{MARKS[kind]} {EDGES[kind].partition(' (')[0]}"
        for kind in Kind
        if kind in there and MARKS[kind]
    ]
    strokes = {
        "═ between contraries": any(Kind.CONTRARY in line.kinds and not line.lit for line in drawn),
        f"╌ {IDLE}": not all(line.active for line in drawn),
        f"━ {PATH}": any(line.lit for line in drawn),
        "┏ middle, or pointed at": any(node.focus for node in shown.map.nodes),
        "┌ reported": Look.FACT in shown.looks,
        "+4 beside it, left out": any(node.hidden for node in shown.map.nodes),
        "╔ contested": Look.CONTESTED in shown.looks,
    }
    return (*marks, *signs, *(stroke for stroke, is_drawn in strokes.items() if is_drawn))
