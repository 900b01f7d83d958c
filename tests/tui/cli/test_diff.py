from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The town's rule base with a rule that says more."""
    return write_town(tmp_path / "later", rules=RULES.replace("likely", "very likely"))


def test_equal_conclusions_have_status_0(arguendo: Command, town: Path) -> None:
    found = arguendo("diff", town, town)
    assert (found.status, found.err) == (0, "")
    assert "concludes the same" in found.out


def test_different_conclusions_are_told_with_what_they_are_due_to(
    arguendo: Command, town: Path, later: Path
) -> None:
    found = arguendo("diff", town, later)
    assert (found.status, found.err) == (1, "")
    assert "- The town builds a bridge: likely → very likely" in found.out
    assert "rule “Money and will build” (build), changed: qualifier" in found.out


def test_they_are_told_as_json(arguendo: Command, town: Path, later: Path) -> None:
    found = arguendo("diff", town, later, "--format", "json")
    assert found.status == 1
    shift = {
        "statement": "builds(town)",
        "before": {"status": "holds", "degree": "likely"},
        "after": {"status": "holds", "degree": "very likely"},
        "because": [{"matter": "rule", "name": "build", "deed": "changed", "parts": ["qualifier"]}],
        "together": False,
    }
    assert found.json["scenarios"] == [
        {"scenario": "bare", "shifts": []},
        {"scenario": "willing", "shifts": [shift]},
    ]
    assert (found.json["version"], found.json["idle"]) == (1, [])


def test_a_version_with_errors_is_named(arguendo: Command, town: Path, tmp_path: Path) -> None:
    broken = write_town(tmp_path / "broken", rules=RULES.replace("likely", "surely"))
    found = arguendo("diff", town, broken)
    assert (found.status, found.out) == (3, "")
    assert f"“{broken}” has errors" in found.err
    assert "surely" in found.err


def test_help_has_an_example(arguendo: Command) -> None:
    found = arguendo("diff", "--help")
    assert found.status == 0
    assert "\n  arguendo diff ./" in found.out
