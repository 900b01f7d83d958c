from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from netext.edge_rendering.buffer import EdgeBuffer
from netext.rendering.segment_buffer import Spacer, Strip
from rich.segment import Segment

from arguendo.mapping.argument_map import Kind
from arguendo_tui.presenters.map import Line
from arguendo_tui.widgets import map_weaving
from arguendo_tui.widgets.map_weaving import woven

PLAIN = Line("a", "b", frozenset({Kind.SUPPORT}), active=True, lit=False)
IDLE = Line("a", "b", frozenset({Kind.SUPPORT}), active=False, lit=False)
LIT = Line("a", "b", frozenset({Kind.SUPPORT}), active=True, lit=True)


def drawn(*rows: str) -> EdgeBuffer:
    """Draw a line at the upper left; spaces are cells that it has no part in."""
    strips = [Strip([Spacer(1) if sign == " " else Segment(sign) for sign in row]) for row in rows]
    return cast(EdgeBuffer, SimpleNamespace(left_x=0, top_y=0, strips=strips))


@pytest.fixture(autouse=True)
def _plain_buffers(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(buffer: EdgeBuffer, strips: list[Strip]) -> EdgeBuffer:
        return cast(EdgeBuffer, SimpleNamespace(left_x=0, top_y=0, strips=strips))

    monkeypatch.setattr(map_weaving, "replace", changed)


def shown(buffer: EdgeBuffer) -> list[str]:
    return [
        "".join(" " if isinstance(each, Spacer) else each.text for each in strip.segments)
        for strip in buffer.strips
    ]


def test_lines_that_share_a_stretch_become_a_trunk_with_branches() -> None:
    one, other = drawn("──╮ ", "  │ ", "  ╰▶"), drawn("    ", "──╮ ", "  ╰▶")
    found = woven([(one, PLAIN), (other, PLAIN)])
    assert shown(found[0]) == ["──╮ ", "  ┤ ", "  ╰▶"]
    assert shown(found[1]) == ["    ", "──┤ ", "  ╰▶"]


def test_what_joins_a_branch_joins_the_trunk() -> None:
    trunk, branch, beside = drawn("  ┃ ", "  ┃ "), drawn("  │ ", "──╯ "), drawn("   │", "───╯")
    found = woven([(trunk, LIT), (beside, PLAIN), (branch, PLAIN)])
    assert shown(found[1]) == ["   │", "──╋╯"]


def test_where_lines_only_cross_the_stronger_goes_through() -> None:
    along, across = drawn("   ", "━━━"), drawn(" │ ", " │ ", " │ ")
    found = woven([(along, LIT), (across, PLAIN)])
    assert shown(found[0])[1] == "━━━"
    assert shown(found[1])[1] == " ━ "


def test_a_line_without_effect_is_broken_but_not_where_another_goes() -> None:
    idle, active = drawn("──╮", "  │"), drawn("  │", "  │")
    found = woven([(idle, IDLE), (active, PLAIN)])
    assert shown(found[0]) == ["╌╌┤", "  │"]
    assert shown(woven([(idle, IDLE)])[0]) == ["╌╌╮", "  ┆"]


def test_the_tip_of_an_arrow_stays() -> None:
    found = woven([(drawn("─▶"), PLAIN), (drawn(" │", " │"), LIT)])
    assert shown(found[0]) == ["─▶"]
    assert shown(found[1])[0] == " ▶"
