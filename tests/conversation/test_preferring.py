"""Which of several statements that fit a question is asked about."""

from __future__ import annotations

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.ranking.preferring import main_rather, resting_rather
from arguendo.conversation.state import State
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.traits import Traits
from arguendo.inquiry.goals import main_conclusion
from arguendo.statements import Statement
from tests.conversation.contest import contest

UNTOLD = Statement("barred", ("jury", "ada", "2030-04-02"))
CONCLUDED = [Statement("qualified", ("ada",)), Statement("prize", ("ada",))]


@pytest.mark.parametrize(("score", "rather"), [(6.0, CONCLUDED), (30.0, [UNTOLD, *CONCLUDED])])
def test_what_nothing_tells_hangs_on_nothing_where_conclusions_are_near(
    score: float, rather: list[Statement]
) -> None:
    traits = Traits(*[0.0] * len(Traits._fields))
    told = [(UNTOLD, score), (CONCLUDED[0], 3.0), (CONCLUDED[1], 2.5)]
    found = [Reading(each, True, level, 0.5, traits=traits) for each, level in told]
    kept = resting_rather(Context(State(contest())), found)
    assert [each.statement for each in kept] == rather
    assert kept[0].score == score


@pytest.mark.parametrize(("told", "main"), [(0.5, True), (0.9, False)])
def test_a_noun_stands_for_what_all_is_about_unless_it_says_another_statement(
    told: float, main: bool
) -> None:
    prize = main_conclusion(contest())
    assert prize is not None
    first = Reading(Statement("caught", ("cyd",)), True, 5.0, 0.5, told=told, worded=4)
    about = Reading(prize, True, 2.0, 0.3, worded=4)
    kept = main_rather(Context(State(contest())), [first, about])
    assert (kept[0].statement == prize) is main
    assert kept[0].score == first.score
