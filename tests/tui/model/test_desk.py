from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query
from arguendo.library import RuleBaseError
from arguendo_tui.board import Exchange
from arguendo_tui.desk import Desk
from tests.builders import statement
from tests.tui.fair import KNOWLEDGE, RULES, write_fair

OPENS = "Does the fair open?"
RAIN, BOB, ADA = (statement(text) for text in ("rains(fair)", "helps(bob)", "helps(ada)"))


def test_it_opens_with_questions_that_it_understands(desk: Desk) -> None:
    opening = desk.opening()
    assert opening.title == "Does the street fair take place?"
    assert 1 <= len(opening.examples) <= 3
    for example in opening.examples:
        assert not desk.ask(example).reply.answer.query.clarify


def test_a_step_answers_the_last_question_anew(desk: Desk) -> None:
    desk.ask(OPENS)
    told = desk.assume(RAIN, True)
    assert told.question == "Assume that it rains on the fair."
    assert told.again is not None
    assert told.again.question == OPENS
    assert told.change == "Before: likely. Now: not established."
    assert told.outcome == f"“{OPENS}” — {told.change}"
    assert (
        desk.assume(BOB, True).change == "That changes nothing here: it is still not established."
    )


def test_before_any_question_a_step_tells_what_changes(desk: Desk) -> None:
    told = desk.assume(RAIN, True)
    assert told.again is None
    assert "no longer established" in told.outcome


def test_stage_directions_and_help_are_not_asked_again(desk: Desk) -> None:
    desk.ask(OPENS)
    desk.ask("Assume that Bob helps.")
    desk.ask("help")
    again = desk.assume(RAIN, True).again
    assert again is not None
    assert again.question == OPENS


def test_a_consultation_waits_while_the_stage_is_set(desk: Desk) -> None:
    desk.ask(OPENS)
    begun = desk.ask("Help me find out whether the fair opens.")
    assert begun.reply.page.answer == "Question 1: Does it rain on the fair?"
    assert begun.board.trees
    told = desk.assume(BOB, True)
    assert told.again is not None
    assert told.again.question == OPENS
    assert "We were at question 1: " in told.again.page.text
    answered = desk.ask("yes")
    assert answered.reply.answer.case.assumptions == {RAIN: 5, BOB: 5}
    assert answered.board.summary.what_if


@pytest.mark.parametrize(
    ("value", "question"),
    [
        (True, "Assume that Bob helps."),
        (False, "Assume that it is not the case that Bob helps."),
    ],
)
def test_an_open_question_is_assumed_either_way(desk: Desk, value: bool, question: str) -> None:
    told = desk.assume(BOB, value)
    assert told.question == question
    assert desk.assume(BOB, None).question == "No longer assume that Bob helps."


def test_a_fact_is_supposed_away(desk: Desk) -> None:
    desk.ask(OPENS)
    assert desk.assume(ADA, False).change == "Before: likely. Now: not established."
    assert desk.assume(ADA, None).change == "Before: not established. Now: likely."


def test_undo_and_reset_lead_back(desk: Desk) -> None:
    desk.ask(OPENS)
    desk.choose("storm")
    desk.assume(BOB, True)
    assert desk.undo().board.summary.assumptions == 1
    desk.assume(BOB, True)
    assert desk.reset().board.summary.assumptions == 1
    desk.choose("spring")
    assert desk.undo().board.scenario == "storm"


def test_a_what_if_is_marked_and_stays_with_a_step(desk: Desk) -> None:
    assert desk.ask("What if it rains on the fair?").board.summary.what_if
    desk.ask(OPENS)
    assert desk.assume(BOB, True).board.summary.what_if


def test_the_tree_follows_the_last_statement_but_not_its_steps(desk: Desk) -> None:
    first = desk.ask("Does the fair pay for itself?").board.trees
    assert desk.ask("why 2").board.trees == first
    assert desk.ask("why 4").reply.answer.query.statement == statement("staffed(fair)")
    assert desk.ask("What are the facts?").board.trees == first
    assert desk.ask("Does Ada help?").board.trees != first


def test_what_is_asked_back_can_be_answered_by_its_text(desk: Desk) -> None:
    other = Query(Intent.ASK, BOB)
    told = desk.put(Query(Intent.ASK, RAIN, clarify=True, alternatives=(other,)), "helps or rains")
    assert list(told.readings) == ["Does it rain on the fair?", "Does Bob help?"]
    text, query = list(told.readings.items())[1]
    assert desk.put(query, text).reply.answer.query.statement == BOB


def test_reloading_keeps_stage_and_question(tmp_path: Path) -> None:
    write_fair(tmp_path)
    desk = _opened(tmp_path)
    desk.ask(OPENS)
    desk.choose("storm")
    desk.assume(BOB, True)
    fresh = desk.reload()
    board = fresh.opening().board
    assert (board.scenario, board.summary.assumptions) == ("storm", 2)
    again = fresh.ask_again()
    assert again is not None
    assert again.reply.question == OPENS
    assert fresh.digest == desk.digest


def test_reloading_keeps_the_day_and_a_consultation(tmp_path: Path) -> None:
    write_fair(tmp_path)
    desk = _opened(tmp_path)
    desk.ask("as of 2 April 2024")
    desk.ask("Help me find out whether the fair opens.")
    fresh = desk.reload()
    assert fresh.opening().board.summary.as_of == "2 April 2024"
    assert fresh.ask("why?").reply.page.answer == "Question 1: Does it rain on the fair?"


def test_reloading_drops_what_the_new_rule_base_does_not_know(tmp_path: Path) -> None:
    write_fair(tmp_path)
    desk = _opened(tmp_path)
    desk.ask("Does it stay dry at the fair?")
    desk.assume(BOB, True)
    knowledge = "\n".join(line for line in KNOWLEDGE.splitlines() if "dry" not in line)
    knowledge = knowledge.replace("    source: ¶2\n  - say: the fair is", "  - say: the fair is", 1)
    knowledge = knowledge.replace("contraries:\n  - - rains(?event)\n", "").replace(
        "  bob:", "  rob:"
    )
    write_fair(tmp_path, knowledge.replace("Bob helps", "rob helps").replace("by: bob", "by: rob"))
    fresh = desk.reload()
    assert fresh.opening().board.summary.assumptions == 0
    assert fresh.ask_again() is None


def test_a_broken_rule_base_leaves_the_desk_as_it_is(tmp_path: Path) -> None:
    write_fair(tmp_path)
    desk = _opened(tmp_path)
    write_fair(tmp_path, rules=RULES.replace("then:", "than:", 1))
    with pytest.raises(RuleBaseError):
        desk.reload()
    assert desk.ask(OPENS).reply.page.answer.startswith("Yes")


def test_steps_from_several_threads_come_one_after_another(desk: Desk) -> None:
    found: list[Exchange] = []
    threads = [Thread(target=lambda: found.append(desk.ask(OPENS))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({told.reply.page for told in found}) == 1
    assert [turn.said.question for turn in desk.transcript("D").turns] == [OPENS] * 8


def _opened(folder: Path) -> Desk:
    return Desk(Case.open(folder), folder)


def test_an_undo_takes_back_what_is_only_supposed_and_no_step_before_it(desk: Desk) -> None:
    desk.assume(BOB, True)
    desk.ask("What if it rains on the fair?")
    told = desk.undo()
    assert not told.reply.answer.idle
    assert told.again is None
    assert not desk.can_redo
    assert {*desk.stage.assumptions} == {BOB}
    desk.ask("What if it rains on the fair?")
    assert desk.reset().reply.answer.changes
    assert not desk.stage.assumptions
