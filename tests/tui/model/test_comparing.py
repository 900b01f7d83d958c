from __future__ import annotations

import pytest

from arguendo_tui.presenters.comparing import Columns, headings, merged


def test_columns_that_are_alike_share_one_and_rows_that_differ_come_first() -> None:
    found = Columns(
        ("Now", "Dry", "Wet"),
        (("Ada helps", "yes", "yes", "yes"), ("It rains", "", "", "yes")),
        (("The fair opens", "likely", "likely", "not established"),),
    )
    assert merged(found) == Columns(
        ("Now = Dry", "Wet"),
        (("It rains", "", "yes"), ("Ada helps", "yes", "yes")),
        (("The fair opens", "likely", "not established"),),
    )


@pytest.mark.parametrize(
    ("titles", "room", "found"),
    [
        (("Now", "As planned"), 12, (("Now", "As planned"), ())),
        (("A title of two lines",), 12, (("A title of two lines",), ())),
        (
            ("Now", "A title of more than two lines"),
            12,
            (("A", "B"), ("A Now", "B A title of more than two lines")),
        ),
        (("Incomprehensible",), 12, (("A",), ("A Incomprehensible",))),
    ],
)
def test_headings_that_do_not_fit_are_letters(
    titles: tuple[str, ...], room: int, found: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert headings(titles, room) == found
