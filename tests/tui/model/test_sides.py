from __future__ import annotations

from pathlib import Path

from arguendo.case import Case
from arguendo_tui.composing import compose_rule, write_rule
from arguendo_tui.desk import Desk
from arguendo_tui.packing import LOOSE, Turns
from arguendo_tui.presenters.comparing import columns
from arguendo_tui.presenters.replaying import shots
from arguendo_tui.presenters.rules import Grouping, grouped, rule_rows
from arguendo_tui.presenters.sources import paragraphs
from arguendo_tui.presenters.transcript import markdown
from arguendo_tui.restaging import forgetting
from arguendo_tui.shelving import is_changed
from tests.builders import statement
from tests.tui.fair import write_fair

OPENS = "Does the fair open?"
GOAL, RAIN, BOB = (statement(text) for text in ("opens(fair)", "rains(fair)", "helps(bob)"))


def test_paragraphs_list_what_is_drawn_from_each(fair: Case) -> None:
    first, second = paragraphs(fair)
    assert first.label.plain.startswith("¶1 The council has given its permit")
    assert [(n.mark, n.label.plain) for n in first.children] == [
        ("●", "The fair has a permit — reported"),
        ("●", "Ada helps — reported"),
        ("▾", "Rule: Whoever helps staffs it"),
        ("▾", "Rule: Permit and helpers [bold]open[/bold] it"),
    ]
    assert second.detail[0].plain == "Drawn from it: one fact, one open question, one rule."


def test_the_replay_tells_what_fires_and_what_is_kept_from_it(fair: Case) -> None:
    told = [(shot.mark, shot.label.plain) for shot in shots(fair.assume(RAIN))]
    assert told[0][1].startswith("Given: ")
    assert told[1] == ("✓", "The fair has helpers (very likely) — Whoever helps staffs it")
    assert told[2][0] == "⊘"
    assert "it rains on the fair" in shots(fair.assume(RAIN))[2].told[-1].plain


def test_scenarios_stand_in_columns_with_what_differs(fair: Case) -> None:
    found = columns([("Now", fair), ("Wet", fair.choose("storm"))], GOAL)
    assert found.assumed == (("It rains on the fair", "", "yes"),)
    assert found.stands[0] == ("The fair opens", "likely", "not established")
    assert [row[0] for row in found.stands] == ["The fair opens", "The fair pays for itself"]


def test_what_is_only_supposed_counts_everywhere_and_is_marked(desk: Desk) -> None:
    desk.ask(OPENS)
    board = desk.ask("What if it rains on the fair?").board
    row = next(each for each in board.rows if each.statement == RAIN)
    assert (row.mark, row.note.plain) == ("[yes] ", "¶2, only supposed (what if)")
    told = desk.sides(GOAL).weights
    assert told.head.plain == "The fair opens — not established"
    found = desk.compare({}, GOAL)
    assert found.titles[0].startswith("Now (what if)")
    assert found.stands[0][1] == "not established"
    assert is_changed(desk.current)
    stage = desk.transcript("D").stage
    assert (stage.assumptions, stage.supposed) == ({}, {"rains(fair)": True})
    assert "Supposed at the end (what if):\n  - It rains on the fair." in markdown(
        desk.transcript("D")
    )


def test_what_is_only_supposed_is_taken_back_on_the_board(desk: Desk) -> None:
    desk.ask(OPENS)
    desk.ask("What if it rains on the fair?")
    told = desk.assume(RAIN, None)
    assert not told.reply.answer.idle
    assert next(each for each in told.board.rows if each.statement == RAIN).value is None


def test_what_was_undone_is_done_again_until_something_else_is(desk: Desk) -> None:
    desk.ask(OPENS)
    desk.assume(RAIN, True)
    desk.assume(BOB, True)
    desk.undo()
    desk.undo()
    assert not desk.stage.assumptions
    assert desk.redo().change == "Before: likely. Now: not established."
    desk.redo()
    assert set(desk.stage.assumptions) == {RAIN, BOB}
    desk.undo()
    desk.assume(RAIN, None)
    assert not desk.can_redo


def test_turns_are_packed_and_come_back(desk: Desk) -> None:
    desk.ask(OPENS)
    (turn,) = desk.minutes.turns
    turns = Turns([turn] * (3 * LOOSE + 5))
    assert len(turns) == 3 * LOOSE + 5
    assert [*turns] == [turn] * len(turns)
    assert [*turns.between(LOOSE - 1, LOOSE + 2)] == [turn] * 3
    assert [*turns.between(len(turns) - 1, 10**6)] == [turn]


def test_a_case_forgets_how_it_began(fair: Case) -> None:
    case = fair
    for place in range(9):
        case = case.assume(RAIN) if place % 2 else case.retract(RAIN)
    kept = forgetting(case, 4)
    for _ in range(4):
        kept, case = kept.undo(), case.undo()
        assert kept.assumptions == case.assumptions
    assert kept.past is None
    assert forgetting(fair.assume(RAIN), 4).undo() == fair


def test_turns_are_found_by_their_words(desk: Desk) -> None:
    desk.ask(OPENS)
    desk.ask("Does Bob help?")
    assert [each.turn for each in desk.find("fair OPENS")] == [1]
    assert desk.find("zebra") == desk.find(" ") == ()
    assert [each.question for each in desk.earlier(1, 5)] == ["Does Bob help?"]


def test_rules_are_grouped(fair: Case) -> None:
    rows = rule_rows(fair.rulebase)
    assert [h for h, _ in grouped(rows, Grouping.READING)] == [""]
    by_paragraph = {h: [r.id for r in some] for h, some in grouped(rows, Grouping.PARAGRAPH)}
    assert by_paragraph == {"¶1": ["staff", "open"], "¶2": ["open"], "no paragraph": ["pay"]}
    assert len([*grouped(rows, Grouping.TOPIC)]) == 3


def test_a_rule_is_composed_checked_and_written(tmp_path: Path) -> None:
    folder = write_fair(tmp_path)
    case = Case.open(folder)
    assert "what follows" in compose_rule(case, folder, {"if": "Bob helps"}).lacks
    wrong = compose_rule(
        case, folder, {"title": "Bob", "if": "Bob sings", "then": "the fair opens"}
    )
    assert wrong.text is None
    assert wrong.findings
    assert wrong.findings.errors
    right = {"title": "Rain pays", "if": "Ada helps; the fair has a permit", "then": "Bob helps"}
    made = compose_rule(case, folder, right)
    assert made.findings
    assert [shift.says for shift in made.findings.shifts] == ["Bob helps"]
    write_rule(folder, made)
    assert Case.open(folder).holds(BOB)
