from __future__ import annotations

import pytest

from arguendo_tui.presenters.dialogs import Dialog, dialog_paragraphs


@pytest.mark.parametrize("dialog", Dialog)
def test_each_dialog_tells_its_keys_and_how_it_is_left(dialog: Dialog) -> None:
    head, *keys, told = dialog_paragraphs(dialog)
    assert head.label.plain == dialog.value
    assert any(each.mark.startswith("Escape") for each in keys)
    assert told.gap
