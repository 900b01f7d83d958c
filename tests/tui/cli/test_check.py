from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, RULES, write_town


def test_a_rule_base_without_problems_is_counted(arguendo: Command, town: Path) -> None:
    found = arguendo("check", town)
    assert (found.status, found.err) == (0, "")
    assert found.out == (
        "town: 1 entity, 3 statements, 1 fact, 1 open question, 1 rule, 2 scenarios, 0 tests; "
        "0 errors, 0 warnings\n"
    )


def test_all_problems_are_shown_with_excerpts(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(
        tmp_path,
        KNOWLEDGE.replace("source: ¶1", "sorce: ¶1"),
        RULES.replace("qualifier: likely", "qualifier: surely"),
    )
    found = arguendo("check", folder)
    assert found.status == 3
    assert "sorce: ¶1" in found.out
    assert "surely" in found.out
    assert found.out.count(" ^^^") == 2
    assert found.out.endswith("2 errors, 0 warnings\n")


@pytest.mark.parametrize(("rules", "status"), [(RULES, 0), (RULES.replace("then", "than"), 3)])
def test_problems_as_json(arguendo: Command, tmp_path: Path, rules: str, status: int) -> None:
    found = arguendo("check", "--rule-base", write_town(tmp_path, rules=rules), "--format", "json")
    assert found.status == status
    assert (found.json["version"], bool(found.json["problems"])) == (1, bool(status))


def test_a_folder_that_is_no_rule_base_is_an_error(arguendo: Command, tmp_path: Path) -> None:
    found = arguendo("check", tmp_path / "nowhere")
    assert found.status == 3
    assert "not a rule base" in found.out


def test_two_folders_are_wrong_usage(arguendo: Command, town: Path, tmp_path: Path) -> None:
    assert arguendo("check", town, "--rule-base", tmp_path).status == 2
