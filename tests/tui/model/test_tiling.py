from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo_tui.presenters.tiling import (
    BOARD,
    CHAT,
    MAP,
    PANES,
    RULES,
    WHY,
    Arrangement,
    columns_for,
    visible,
)
from arguendo_tui.remembering import recall, remember

arrangements = st.builds(
    Arrangement,
    hidden=st.frozensets(st.sampled_from(PANES[1:])),
    weights=st.dictionaries(
        st.sampled_from([*PANES, "column 0", "column 1", "column 2"]), st.integers(30, 400)
    ),
    recent=st.permutations(PANES).map(tuple),
    zoomed=st.sampled_from(["", *PANES]),
)


@given(arrangements, st.integers(20, 260), st.integers(8, 90))
def test_tiles_cover_the_screen_once(arrangement: Arrangement, width: int, height: int) -> None:
    plan = arrangement.plan(width, height)
    tiles = [*plan.tiles, *([plan.tab_bar] if plan.tab_bar else [])]
    assert sum(tile.width * tile.height for tile in tiles) == width * height
    cells = {
        (x, y)
        for tile in tiles
        for x in range(tile.x, tile.x + tile.width)
        for y in range(tile.y, tile.y + tile.height)
    }
    assert cells == {(x, y) for x in range(width) for y in range(height)}


@given(arrangements, st.integers(20, 260), st.integers(8, 90))
def test_every_pane_that_is_not_hidden_is_seen_or_a_tab(
    arrangement: Arrangement, width: int, height: int
) -> None:
    plan = Arrangement(arrangement.hidden, arrangement.weights).plan(width, height)
    assert {*plan.panes, *plan.tabs} == {*PANES} - arrangement.hidden


def test_a_large_screen_shows_all_panes_and_a_small_one_tabs() -> None:
    assert sorted(Arrangement().plan(200, 57).panes) == sorted(PANES)
    small = Arrangement().plan(80, 22)
    assert (small.panes, small.tabs) == ((CHAT,), PANES)
    assert Arrangement().to(RULES).plan(120, 38).panes == (CHAT, RULES, BOARD)


@pytest.mark.parametrize("size", [(80, 22), (120, 30), (120, 40), (200, 57)])
def test_a_pane_gone_to_is_seen_even_if_it_was_hidden(size: tuple[int, int]) -> None:
    for name in PANES:
        assert name in Arrangement().hide(name).to(name).plan(*size).panes
        assert name in Arrangement(zoomed=WHY).to(name).plan(*size).panes


def test_a_pane_that_there_is_not_has_no_place() -> None:
    there = tuple(name for name in PANES if name != MAP)
    assert MAP not in Arrangement().plan(200, 57, there).panes


def test_zooming_twice_changes_nothing_but_where_one_is() -> None:
    zoomed = Arrangement().zoom(WHY)
    assert zoomed.plan(200, 57).panes == (WHY,)
    assert zoomed.zoom(WHY).plan(200, 57) == Arrangement().plan(200, 57)


def test_a_pane_grows_at_the_cost_of_its_neighbours() -> None:
    columns = visible(columns_for(200, 57), frozenset(), PANES)
    before, after = (
        {tile.pane: tile for tile in each.plan(200, 57).tiles}
        for each in (Arrangement(), Arrangement().resize(columns, WHY, 2, 3))
    )
    assert after[WHY].width > before[WHY].width
    assert after[WHY].height > before[WHY].height
    assert after[CHAT].width < before[CHAT].width


@given(arrangements)
def test_what_is_remembered_comes_back(arrangement: Arrangement) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "state" / "screen.json"
        remember(path, arrangement)
        found = recall(path)
    assert (found.hidden, found.weights, found.recent) == (
        arrangement.hidden,
        arrangement.weights,
        arrangement.recent,
    )
    assert not found.zoomed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\xff",
        '{"hidden": 3, "weights": [1], "recent": {"a": 1}}',
        '{"hidden": ["chat", "nothing", 4], "weights": {"why": "wide", "map": 0}, "recent": [[]]}',
    ],
)
def test_a_broken_file_is_ignored(tmp_path: Path, text: str) -> None:
    (tmp_path / "screen.json").write_text(text, encoding="latin-1")
    assert recall(tmp_path / "screen.json") == recall(None) == Arrangement()
