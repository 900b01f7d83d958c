from __future__ import annotations

import pytest

from arguendo.conversation.readers.exact import COMMANDS
from arguendo_tui.desk import Desk
from arguendo_tui.presenters.actions import PARTS
from arguendo_tui.presenters.dialogs import Dialog, dialog_paragraphs
from arguendo_tui.presenters.help import help_paragraphs, told_beside
from arguendo_tui.presenters.tiling import CHAT, PANES


@pytest.mark.parametrize("dialog", Dialog)
def test_each_dialog_tells_its_keys_and_how_it_is_left(dialog: Dialog) -> None:
    head, *keys, told = dialog_paragraphs(dialog)
    assert head.label.plain == dialog.value
    assert any(each.mark.startswith("Escape") for each in keys)
    assert told.gap


@pytest.mark.parametrize("pane", [pane for pane in PANES if pane != CHAT])
def test_help_in_a_pane_begins_with_its_own_keys(pane: str) -> None:
    head, first, *_ = help_paragraphs(pane=pane)
    assert head.label.plain == PARTS[pane]
    assert first.mark.strip()


def test_help_in_the_chat_lists_every_command(desk: Desk) -> None:
    told = told_beside(desk.ask("/help").reply.answer)
    lines = [line for block in told.blocks for line in block.lines]
    assert all(any(line.startswith(f"/{name}") for line in lines) for name in COMMANDS)
    assert not told_beside(desk.ask("Does the fair open?").reply.answer).blocks
