from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.conftest import Command


def test_each_stage_is_shown(arguendo: Command, town: Path) -> None:
    found = arguendo("understand", "Does the town want to build a bridge?", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    names = [line.split(":")[0].strip() for line in found.out.splitlines()]
    assert {"text", "intent", "likely", "entity", "statement", "confidence", "meant"} <= {
        *names,
        "entity",
    }


def test_json_holds_the_same(arguendo: Command, town: Path) -> None:
    found = arguendo(
        "understand", "--json", "Does the town want to build a bridge?", "--rule-base", town
    )
    trace = json.loads(found.out)
    assert trace["intent"] == "ask"
    assert trace["statements"]


def test_what_is_beyond_is_told_and_nothing_risky_is_printed(arguendo: Command, town: Path) -> None:
    found = arguendo("understand", "[red]\x1b[31m weather?", "--rule-base", town)
    assert found.status == 1
    assert "\x1b" not in found.out
