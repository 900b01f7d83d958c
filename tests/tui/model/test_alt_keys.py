from __future__ import annotations

import pytest
from textual.drivers import linux_driver
from textual.events import Key

from arguendo_tui.alt_keys import AltParser, read_alt_at_once
from arguendo_tui.presenters.actions import ACTIONS


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (("\x1bg",), ["alt+g"]),
        (("\x1bg\x1bg",), ["alt+g", "alt+g"]),
        (("\x1b", "g", "\x1bs"), ["alt+g", "alt+s"]),
        (("\x1by\x1b[Bx",), ["alt+y", "down", "x"]),
        (("\x1bOP\x1b[15~",), ["f1", "f5"]),
        (("ab\r",), ["a", "b", "enter"]),
    ],
)
def test_keys_come_as_they_were_pressed(sent: tuple[str, ...], keys: list[str]) -> None:
    parser = AltParser()
    found = [event for part in sent for event in parser.feed(part)]
    assert [event.key for event in found if isinstance(event, Key)] == keys


def test_no_key_of_an_action_is_read_as_another() -> None:
    keys = {action.id: action.keys.split(",") for action in ACTIONS}
    for name, some in keys.items():
        for key in (each.removeprefix("alt+") for each in some if each.startswith("alt+")):
            read = [e.key for e in AltParser().feed(f"\x1b{key}") if isinstance(e, Key)]
            assert {*read} <= {*some}, name


def test_the_driver_reads_keys_so(monkeypatch: pytest.MonkeyPatch) -> None:
    there = vars(linux_driver)
    monkeypatch.setitem(there, "XTermParser", there["XTermParser"])
    read_alt_at_once()
    assert there["XTermParser"] is AltParser
