from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command

QUERY = '{"intent": "why_not", "statement": "builds(town)"}'


@pytest.fixture
def answer(arguendo: Command, town: Path) -> str:
    """A certified answer about the town."""
    return arguendo("ask", "--certify", "--json", "--query", QUERY, "--rule-base", town).out


def test_a_saved_answer_is_proven(
    arguendo: Command, town: Path, tmp_path: Path, answer: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(answer + "\n" + answer, encoding="utf-8")
    found = arguendo("verify", file, "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert "2 answers, 0 not proven" in found.out


def test_one_over_several_lines_is_read(
    arguendo: Command, town: Path, tmp_path: Path, answer: str
) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(json.loads(answer), indent=2), encoding="utf-8")
    assert arguendo("verify", file, "--rule-base", town).status == 0


def test_a_changed_answer_is_not(
    arguendo: Command, town: Path, tmp_path: Path, answer: str
) -> None:
    changed = json.loads(answer)
    changed["certificate"]["models"][0]["holding"].clear()
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(changed), encoding="utf-8")
    found = arguendo("verify", file, "--rule-base", town)
    assert found.status == 1
    assert "NOT PROVEN" in found.out


def test_no_file_and_no_answer_are_usage(arguendo: Command, town: Path, tmp_path: Path) -> None:
    assert arguendo("verify", tmp_path / "none", "--rule-base", town).status == 2
    (tmp_path / "empty").touch()
    assert arguendo("verify", tmp_path / "empty", "--rule-base", town).status == 2


def test_in_words_an_answer_says_that_it_is_certified(arguendo: Command, town: Path) -> None:
    found = arguendo("ask", "--certify", "--query", QUERY, "--rule-base", town)
    assert "Certified: " in found.out
