"""A map in lines of text, for where it cannot be drawn: what it is about, and what is around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from arguendo.mapping.argument_map import Edge, Kind, Node
from arguendo.statements import Statement
from arguendo.wording.maps import WordedMap
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.map import MARKS, TONES

_DEEP = 4
"""Levels below the statement in the middle; the map itself seldom goes farther."""

_WORDS = {
    Kind.SUPPORT: "",
    Kind.REBUTTAL: "rebuts: ",
    Kind.LIFTING: "lifts a rebuttal: ",
    Kind.CONTRARY: "contrary: ",
}

Beside = Callable[[Statement], list[tuple[Edge, Statement]]]
"""From a statement to those beside it on one side, each with what joins them."""


def outline(shown: WordedMap) -> tuple[Paragraph, ...]:
    """Tell the statement in the middle, its grounds, and what depends on it, each with its mark.

    What is on the map and neither of the two (without a middle: all of it) follows at the end.
    """
    said, told = list[Paragraph](), set[Statement]()
    focus = shown.map.focus
    if focus is not None and focus in shown.map.by_statement:
        told.add(focus)
        said.append(_line(shown, shown.map.by_statement[focus]))
        for title, beside in _sides(shown):
            found = list(_below(shown, focus, beside, told))
            if found:
                said += [_title(title), *found]
    rest = [node for node in shown.map.nodes if node.statement not in told]
    if rest and said:
        said.append(_title("Beside these"))
    return (*said, *(_line(shown, node, deep=1 if said else 0) for node in rest))


def _sides(shown: WordedMap) -> tuple[tuple[str, Beside], ...]:
    edges = shown.map.edges

    def grounds(of: Statement) -> list[tuple[Edge, Statement]]:
        found = [(edge, edge.source) for edge in edges if edge.target == of]
        mutual = (edge for edge in edges if edge.kind is Kind.CONTRARY and edge.source == of)
        return [*found, *((edge, edge.target) for edge in mutual)]

    def claims(of: Statement) -> list[tuple[Edge, Statement]]:
        lasting = (edge for edge in edges if edge.kind is not Kind.CONTRARY)
        return [(edge, edge.target) for edge in lasting if edge.source == of]

    return ("Its grounds, and what is against it", grounds), ("What depends on it", claims)


def _below(
    shown: WordedMap, of: Statement, beside: Beside, told: set[Statement], deep: int = 1
) -> Iterator[Paragraph]:
    """Go through what is on one side, depth first; each statement is told once."""
    for edge, other in beside(of):
        if other in told:
            continue
        told.add(other)
        yield _line(shown, shown.map.by_statement[other], edge, deep)
        if deep < _DEEP:
            yield from _below(shown, other, beside, told, deep + 1)


def _title(text: str) -> Paragraph:
    return Paragraph(label((text, Tone.DIM)), gap=True)


def _line(shown: WordedMap, node: Node, edge: Edge | None = None, deep: int = 0) -> Paragraph:
    text = shown.text(node)
    joined = f"{MARKS[edge.kind]} {_WORDS[edge.kind]}" if edge and MARKS[edge.kind] else ""
    more = f"  +{node.hidden} more" if node.hidden else ""
    tone = Tone.STRONG if node.focus else Tone.PLAIN
    said = label(
        (joined, Tone.DIM), (text.sentence, tone), ": ", (text.tag, TONES[text.look]),
        (more, Tone.DIM),
    )  # fmt: skip
    return Paragraph(said, mark=f"{'  ' * deep}{text.look.mark} ")
