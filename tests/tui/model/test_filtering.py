from __future__ import annotations

import pytest

from arguendo_tui.presenters.filtering import told_filtered, told_found


@pytest.mark.parametrize(
    ("words", "shown", "told"),
    [
        ("cons", 1, "1 of 20 shown — / and Escape: show all"),
        ("zz", 0, "None of 20 has these words — / and Escape: show all"),
        ("x", 20, "20 of 20 shown — / and Escape: show all"),
        (" ", 20, ""),
    ],
)
def test_it_is_said_how_many_are_shown_and_how_all_are(words: str, shown: int, told: str) -> None:
    found = told_filtered(words, shown, 20)
    assert (found.plain if found else "") == told


def test_a_search_that_finds_nothing_says_so() -> None:
    assert [bool(told_found(*each)) for each in (("zz", 0), ("a", 2), (" ", 0))] == [
        True,
        False,
        False,
    ]
