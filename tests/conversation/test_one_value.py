"""Suppositions of another day or number, where a statement has one value and where it does not."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.wording.page import Role
from tests.conversation.club import written
from tests.conversation.contest import contest
from tests.conversation.lease import KNOWLEDGE

RULES = """\
rules:
  - id: long-broken
    title: After a week out of order the rent may be cut
    if:
      - ?machine has been out of order for ?days days
      - ?days is at least 7
    then: Mira may cut the rent
"""


@cache
def leased(one: bool) -> Case:
    slots = "    slots: {machine: machine, days: number}\n"
    return written(KNOWLEDGE.replace(slots, slots + "    one: days\n" * one), RULES)


def told(one: bool, *turns: str) -> list[list[str]]:
    """Lines of the last answer: the direct answer, its reasons, its notes."""
    state = State(leased(one))
    for turn in turns:
        state, reply = converse(state, turn)
    return [[*block.lines] for block in reply.page.blocks if block.role in SHOWN]


SHOWN = (Role.ANSWER, Role.REASON, Role.NOTE)
SUPPOSED = "the lift has been out of order for 3 days"


def test_what_has_one_value_is_put_in_the_place_of_the_reported_one() -> None:
    told_then = told(True, f"What if {SUPPOSED}?")
    assert told_then[0] == [
        "If the lift has been out of order for 3 days, it is no longer established that Mira may "
        "cut the rent, and nothing else changes."
    ]
    assert told_then[-1] == ["This puts 3 in the place of the reported 9."]


def test_it_stays_until_it_is_taken_back() -> None:
    turn = f"/assume {SUPPOSED}"
    assert told(True, turn)[-1] == ["This puts 3 in the place of the reported 9."]
    assert told(True, turn, "May Mira cut the rent?")[0][0].startswith("On these facts it is not")
    assert told(True, turn, "undo", "May Mira cut the rent?")[0][0].startswith("Yes")


def test_where_several_values_may_be_so_both_are_told() -> None:
    told_then = told(False, f"What if {SUPPOSED}?")
    assert told_then[0] == [
        "If the lift has been out of order for 3 instead of 9 days, it is no longer established "
        "that Mira may cut the rent, and nothing else changes."
    ]
    assert told_then[1] == ["If that stands beside the reported 9, no conclusion changes."]
    asked = told(False, f"May Mira cut the rent if {SUPPOSED}?")
    assert asked[0] == [
        "If the lift has been out of order for 3 instead of 9 days, it is no longer established "
        "that Mira may cut the rent."
    ]
    assert asked[1][0] == (
        "If that stands beside the reported 9, it still follows that Mira may cut the rent."
    )
    assumed = told(False, f"/assume {SUPPOSED}")
    assert assumed[2] == ["While that stands beside the reported 9, no conclusion changes."]


def test_where_it_makes_no_difference_it_is_not_told() -> None:
    said = told(False, "What if the lift has been out of order for 8 days?")
    assert said[0] == ["If the lift has been out of order for 8 days, no conclusion changes."]


def test_what_a_number_takes_the_place_of_is_no_change_by_itself() -> None:
    said = told(True, "What if the lift has been out of order for 8 days?")
    assert said[0] == ["If the lift has been out of order for 8 days, no conclusion changes."]
    assert said[-1] == ["This puts 8 in the place of the reported 9."]


def test_of_what_changes_nothing_it_is_told_with_what_it_would() -> None:
    _, reply = converse(State(contest()), "What if the deadline for Ada is 1 July 2030?")
    assert reply.page.answer == "If the deadline for Ada is 1 July 2030, no conclusion changes."
    assert (
        "It makes a difference once Ada enters the final on 1 June 2030. Compared with what "
        "follows from that alone, it is likely that the entry of Ada is in time, and one other "
        "thing changes."
    ) in reply.page.text


@pytest.mark.parametrize("one", [True, False])
@pytest.mark.parametrize("text", [f"if {SUPPOSED}?", f"What if {SUPPOSED}?"])
def test_after_the_reported_value_was_asked_for_it_is_put_to_all_that_follows(
    one: bool, text: str
) -> None:
    asked = "How many days has the lift been out of order?"
    first, alone = told(one, asked, text)[0][0], told(one, f"What if {SUPPOSED}?")[0][0]
    assert first.replace("3 instead of 9", "3") == alone.replace("3 instead of 9", "3")
