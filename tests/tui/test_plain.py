from __future__ import annotations

from arguendo.wording.page import Block, Page, Role, Row, Table
from arguendo_tui.plain import Line, lines, text_of, wrapped

PAGE = Page(
    (
        Block(Role.ANSWER, ("Yes.",)),
        Block(Role.LIST, ("one", "two"), "Missing"),
        Block(Role.SUGGESTION, ("Why?", "Why not?")),
    )
)


def test_a_page_reads_in_order_with_items_marked() -> None:
    assert text_of(PAGE) == "Yes.\n\nMissing\n- one\n- two\n\n[1] Why?\n[2] Why not?"


def test_tables_stand_in_columns_where_there_is_room() -> None:
    cells = ("100%", "necessary", "The bridge is built of steel, which is dear.")
    table = Table(("share", "alone", "what"), (Row(1.0, cells), Row(0.05, ("5%", "", "Sand."))))
    page = Page((Block(Role.LIST, ("One: steel.", "Two: sand."), "What decides it", table),))
    assert text_of(page, 48).splitlines() == [
        "What decides it",
        "share  alone      what",
        " 100%  necessary  The bridge is built of steel,",
        "                  which is dear.",
        "   5%             Sand.",
    ]
    assert text_of(page).splitlines()[2].endswith("which is dear.")
    assert text_of(page, 30).splitlines()[1:] == ["- One: steel.", "- Two: sand."]


def test_each_line_knows_its_role() -> None:
    found = list(lines(PAGE))
    assert found[0] == Line("Yes.", Role.ANSWER)
    assert found[1] == Line("")
    assert found[2] == Line("Missing", Role.LIST, heading=True)


def test_long_lines_hang_below_their_text() -> None:
    assert wrapped("  12. " + "word " * 6, 24) == [
        "  12. word word word",
        "      word word word",
    ]
    assert wrapped("[2] " + "word " * 4, 22) == ["[2] word word word", "    word"]


def test_lines_keep_within_the_width_and_lose_nothing() -> None:
    text = " ".join(str(number) for number in range(200))
    found = wrapped(text, 40)
    assert max(map(len, found)) < 40
    assert " ".join(found) == text


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    assert "\x1b" not in text_of(Page((Block(Role.NOTE, ("\x1b[2J",), "\x1b[2J"),)))
