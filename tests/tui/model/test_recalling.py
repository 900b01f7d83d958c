from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.journal.files import Journal, Session, journals, read
from arguendo.journal.replaying import beginning
from arguendo.journal.turns import head_of
from arguendo_tui.board import Exchange, Recalled
from arguendo_tui.desk import Desk
from arguendo_tui.minutes import Minutes
from tests.builders import statement
from tests.tui.fair import KNOWLEDGE, RULES, write_fair

OPENS = "Does the fair open?"
RAIN, BOB = (statement(text) for text in ("rains(fair)", "helps(bob)"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_fair(tmp_path / "fair")


def begun(folder: Path) -> Desk:
    """Begin a conversation that is kept beside the rule base."""
    case = Case.open(folder)
    journal = Journal(folder.parent / "kept", head_of(case, folder, "one"))
    return Desk(case, folder, minutes=Minutes(journal))


def kept(folder: Path) -> Session:
    (found,) = journals(folder.parent / "kept")
    return read(folder.parent / "kept", found.id)


def recalled(folder: Path) -> tuple[Desk, Recalled]:
    """Go on with the conversation, as another program would."""
    session = kept(folder)
    case, gone = beginning(session.head, Case.open(folder).rulebase)
    desk = Desk(case, folder)
    return desk, desk.recall(session, gone)


def test_a_turn_is_kept_by_the_time_it_is_answered(folder: Path) -> None:
    desk = begun(folder)
    desk.ask(OPENS)
    assert [turn.said.question for turn in kept(folder).turns] == [OPENS]
    desk.assume(RAIN, True)
    last = kept(folder).turns[-1]
    assert last.by_hand
    assert last.again is not None
    assert last.again.question == OPENS


def test_a_conversation_recalled_is_where_it_was(folder: Path) -> None:
    desk = begun(folder)
    desk.ask("Does the fair pay for itself?")
    desk.choose("storm")
    desk.assume(BOB, True)
    desk.ask("What if it does not rain on the fair?")
    desk.ask("as of 2 April 2024")
    desk.ask("Help me find out whether the fair opens.")
    desk.ask("Does the fair pay for itself?")
    desk.ask("why 2")
    told = desk.ask("why 3")
    again, found = recalled(folder)
    assert [each.question for each in found.exchanges][-2:] == ["why 2", "why 3"]
    assert found.exchanges[-1].board == told.board
    assert found.exchanges[1].change.startswith("Before: ")
    assert found.told == ("Back in the conversation of " + found.told[0][28:],)
    assert replace(again.transcript("D"), session="one") == desk.transcript("D")
    steps: tuple[Callable[[Desk], Exchange], ...] = (
        lambda it: it.ask("why not?"),
        lambda it: it.ask("no"),
        Desk.undo,
        Desk.reset,
    )
    for step in steps:
        one, other = step(desk), step(again)
        assert (one.reply.page, one.board) == (other.reply.page, other.board)
        assert one.change == other.change


def test_going_on_after_the_files_changed_is_kept_once(folder: Path) -> None:
    desk = begun(folder)
    desk.ask(OPENS)
    desk.ask("What if it rains on the fair?")
    discarded, fresh = desk.reload(), desk.reload()
    discarded.ask_again()
    fresh.ask_again()
    assert len(kept(folder).turns) == 2
    fresh.succeed(desk)
    fresh.ask(OPENS)
    assert [turn.anew for turn in kept(folder).turns] == [False, False, True, False]
    again, _ = recalled(folder)
    assert again.ask("Does Bob help?").board == fresh.ask("Does Bob help?").board


def test_what_is_not_as_it_was_is_told(folder: Path) -> None:
    desk = begun(folder)
    desk.ask(OPENS)
    desk.choose("storm")
    desk.assume(BOB, True)
    rules = RULES.replace("qualifier: likely", "qualifier: almost certain")
    write_fair(
        folder,
        KNOWLEDGE.replace("  storm:", "  gale:").replace(
            "entities:", "entities:\n  eve: {name: Eve}", 1
        ),
        rules,
    )
    _, found = recalled(folder)
    told = "\n".join(found.told)
    assert "The rule base has changed since then." in told
    assert f"Answered otherwise now: “{OPENS}”" in told
    assert "since there is no scenario “storm”." in told


def test_that_nothing_is_kept_any_more_is_told_once(folder: Path) -> None:
    (folder.parent / "kept").touch()
    desk = begun(folder)
    assert "not kept from here on" in desk.ask(OPENS).trouble
    assert desk.ask(OPENS).trouble == ""
