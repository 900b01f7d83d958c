from __future__ import annotations

from pathlib import Path

from arguendo.journal.files import Journal, journals, read
from arguendo_tui.sittings import Sitting
from tests.tui.driving import program

OPENS = "Does the fair open?"


async def test_a_session_gone_on_with_shows_what_was_said(fair: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    async with program(fair, sitting=Sitting(folder, fair)) as ui:
        await ui.ask("[bold]Assume[/bold] that Bob helps.")
        await ui.ask("Assume that Bob helps.")
        await ui.ask(OPENS)
        before, tree = [card.text for card in ui.cards], ui.lines("#why-tree")
    (found,) = journals(folder)
    session = read(folder, found.id)
    sitting = Sitting(folder, fair, session, Journal.reopened(folder, session))
    async with program(fair, sitting=sitting) as ui:
        assert [card.text for card in ui.cards][:-1] == before
        assert ui.cards[-1].text.startswith("Back in the conversation of ")
        assert ui.lines("#why-tree") == tree
        assert "one assumption" in ui.status
        first = await ui.ask("1")
        assert first.question == ui.cards[2].suggestions[0]
    assert len(read(folder, found.id).turns) == 4


async def test_that_a_conversation_cannot_be_kept_is_told(fair: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with program(fair, sitting=Sitting(tmp_path / "file", fair)) as ui:
        assert (await ui.ask(OPENS)).text.startswith("Yes")
        assert [note.severity for note in ui.app._notifications] == ["warning"]
