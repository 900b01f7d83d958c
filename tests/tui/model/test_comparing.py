from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query
from arguendo.scenarios import Scenario
from arguendo_tui.presenters.comparing import (
    ALIKE,
    MOST_COMPARED,
    Columns,
    headings,
    merged,
    side_by_side,
)
from tests.builders import rule, rulebase, statement


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


def test_what_was_kept_last_is_not_lost_behind_many_scenarios() -> None:
    base = rulebase(
        facts=["p(a)"],
        rules=[rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")],
        scenarios=tuple(Scenario(f"s{n}", f"S {n}") for n in range(MOST_COMPARED)),
    )
    kept = {
        f"own {n}": Query(Intent.ASSUME, assume={statement(f"q(b{n})"): True}) for n in range(8)
    }
    found = side_by_side(Case.of(base), kept, None)
    titles = ALIKE.join(found.titles).split(ALIKE)
    assert len(titles) == MOST_COMPARED
    assert [each for each in titles if each.startswith("own")] == [
        f"own {n}" for n in (7, 6, 5, 4, 3)
    ]
    assert found.left_out == len(kept) + 1


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
