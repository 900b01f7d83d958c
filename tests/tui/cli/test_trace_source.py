from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town


def test_paragraphs_are_told_with_what_is_drawn_from_them(arguendo: Command, town: Path) -> None:
    found = arguendo("trace-source", town)
    assert (found.status, found.err) == (0, "")
    assert "drawn on (100%)" in found.out
    assert "\n¶1 The town has the money.\n  - rule: Money and will build (build)\n" in found.out


def test_they_are_told_as_json(arguendo: Command, town: Path) -> None:
    found = arguendo("trace-source", "--rule-base", town, "--format", "json").json
    second = {
        "mark": "¶2",
        "text": "It may find the will.",
        "drawn": {"rules": [], "facts": [], "questions": ["has_will(town)"]},
    }
    assert found["sources"][0]["paragraphs"][1] == second
    assert (found["version"], found["coverage"], found["backing"], found["unused"]) == (1, 1, 1, [])


def test_errors_are_told_as_json_too(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=RULES.replace("¶1", "¶9"))
    found = arguendo("trace-source", "--rule-base", folder, "--format", "json")
    assert (found.status, found.json["problems"][0]["code"]) == (3, "unknown-source")
