"""`arguendo learn` and `arguendo lesson`."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from arguendo.learning.exercise import Kind
from arguendo.wording.exercises import CLOSED
from tests.tui.cli.conftest import Command

ANIMALS = Path(__file__).parents[3] / "examples" / "animals"


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arguendo_tui.surroundings.state_folder", lambda: tmp_path)


def _types(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


LEARN = ("learn", "--rule-base", ANIMALS, "--seed", "3")


def test_exercises_are_asked_and_answered_by_lines(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    _types(monkeypatch, "1\n")
    asked, told = arguendo(*LEARN, "--kind", "predict", "--count", "1", "--json").jsons
    assert asked["kind"] == "predict"
    assert any(line.startswith("Hair tells a mammal: If ") for line in asked["rules"])
    assert told["right"] == (told["answer"] == [1])
    for number in range(1, len(asked["items"]) + 1):
        _types(monkeypatch, f"nonsense\n?\n{number}\n")
        found = arguendo(*LEARN, "--kind", "missing", "--count", "1")
        assert CLOSED in found.out.partition("> ")[0]
        right = "1 of 1 right." in found.out
        assert found.status == (0 if right else 1)
        assert "that is no answer here" in found.err


def test_a_pipe_that_ends_ends_the_exercises(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    _types(monkeypatch, "")
    found = arguendo(*LEARN)
    assert found.status == 0
    assert found.out.count("Exercise ") == 1


def test_nothing_is_due_before_anything_was_answered(arguendo: Command) -> None:
    found = arguendo(*LEARN, "--due")
    assert (found.status, found.out) == (0, "")
    assert "nothing is due" in found.err


def test_an_unknown_kind_is_refused(arguendo: Command) -> None:
    found = arguendo(*LEARN, "--kind", "flow")
    assert found.status == 2
    assert "flaw" in found.err


LESSON = ("lesson", "--rule-base", ANIMALS, "--count", "5")


def test_a_lesson_has_an_answer_for_every_exercise(arguendo: Command) -> None:
    sheet = arguendo(*LESSON).out
    assert len(re.findall(r"^### \d\. ", sheet, re.M)) == len(Kind)
    assert "## Key" not in sheet
    whole = arguendo(*LESSON, "--key", "--script").out
    assert whole.startswith(sheet.rstrip())
    assert len(re.findall(r"^### Answer \d$", whole, re.M)) == len(Kind)


def test_a_page_loads_nothing_and_lets_nothing_in(arguendo: Command, tmp_path: Path) -> None:
    out = tmp_path / "lesson.html"
    found = arguendo(*LESSON, "--format", "html", "--key", "--script", "--out", out)
    page = out.read_text(encoding="utf-8")
    assert found.status == 0
    assert "default-src 'none'" in page
    assert not re.search(r"<script|src=|href=|url\(", page)


def test_a_script_replays_the_conclusion_named(arguendo: Command) -> None:
    found = arguendo(
        "lesson", "is_a(animal, zebra)", "--script", "--count", "2", "--rule-base", ANIMALS
    )
    assert "## Instructor's script" in found.out
    assert "Nothing fires" in found.out


def test_what_no_rule_concludes_is_refused(arguendo: Command) -> None:
    found = arguendo("lesson", "gives_milk(animal)", "--rule-base", ANIMALS)
    assert found.status == 2
