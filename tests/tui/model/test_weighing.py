from __future__ import annotations

from arguendo.case import Case
from arguendo_tui.presenters.stage import rows
from arguendo_tui.presenters.weighing import FLIPS, KEEPS, SHIFTS, Weights, turned, weights
from tests.builders import statement

OPENS, RAIN, BOB, ADA, OLD = (
    statement(each)
    for each in ("opens(fair)", "rains(fair)", "helps(bob)", "helps(ada)", "old(fair)")
)


def test_each_row_tells_beforehand_what_turning_it_does(fair: Case) -> None:
    case = fair.assume(BOB)
    found = weights(case, OPENS, rows(case))
    assert found.head.plain == "The fair opens — likely"
    assert found.by_row[RAIN].mark == FLIPS
    assert found.by_row[ADA].mark == KEEPS
    assert found.told[OLD].plain == "It has no bearing on that."
    for row in rows(case):
        for turn in found.by_row[row.statement].turns if row.statement != OPENS else ():
            after = turned(case, row.statement, turn.value).standing(OPENS)
            assert after == turn.standing
            assert turn.flips == (after.status is not case.standing(OPENS).status)


def test_states_are_called_as_the_rows_are(fair: Case) -> None:
    case = fair.assume(BOB)
    told = weights(case, OPENS, rows(case)).told
    assert told[RAIN].plain.startswith("yes: not established  no: ")
    assert told[BOB].plain.startswith("no: ")
    assert "  unknown: " in told[BOB].plain
    assert told[ADA].plain.startswith("away: ")


def test_rows_are_weighed_by_the_share_in_which_they_decide(fair: Case) -> None:
    found = weights(fair, OPENS, rows(fair)).by_row
    assert (found[RAIN].share, found[BOB].share, found[ADA].share) == (1.0, 0.0, 0.25)
    assert found[OLD].share is None


def test_what_only_makes_it_surer_is_told_apart(fair: Case) -> None:
    staffed = statement("staffed(fair)")
    case = fair.assume(staffed, 3)
    mark = weights(case, statement("pays(fair)"), rows(case)).by_row[staffed].mark
    assert mark in (SHIFTS, FLIPS)


def test_before_a_conclusion_nothing_is_weighed(fair: Case) -> None:
    empty = weights(fair, None, rows(fair))
    assert empty == Weights()
    assert all(empty.columns(row) == () for row in rows(fair))


def test_columns_are_always_as_wide(fair: Case) -> None:
    found = weights(fair, OPENS, rows(fair))
    widths = {sum(len(text) for text, _ in found.columns(row)) for row in rows(fair)}
    assert len(widths) == 1
