from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town

UNTIDY = RULES.replace("\n  ", "\n").replace("title: Money", "title:   Money")


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """A rule base with a file that is laid out otherwise."""
    return write_town(tmp_path / "town", rules=UNTIDY)


def test_files_are_formatted_once(arguendo: Command, untidy: Path) -> None:
    file = untidy / "rules/town.yaml"
    file.chmod(0o640)
    assert arguendo("fmt", untidy).status == 0
    assert file.read_text(encoding="utf-8") == RULES
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing(arguendo: Command, untidy: Path, option: str) -> None:
    found = arguendo("fmt", option, untidy / "rules")
    assert found.status == (1 if option == "--check" else 0)
    assert "town.yaml" in found.out
    assert ("+    title: Money and will build" in found.out) == (option == "--diff")
    assert (untidy / "rules/town.yaml").read_text(encoding="utf-8") == UNTIDY
    assert arguendo("fmt", option, untidy / "knowledge/scenarios.yaml").status == 2


def test_the_current_folder_is_the_default_when_it_is_a_rule_base(
    arguendo: Command, untidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(untidy)
    assert arguendo("fmt", "--check").status == 1
    monkeypatch.chdir(untidy.parent)
    found = arguendo("fmt", "--check")
    assert (found.status, found.out) == (2, "")
    assert "--rule-base" in found.err


def test_a_file_with_errors_is_left(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=UNTIDY.replace("likely", "surely"))
    found = arguendo("fmt", folder)
    assert found.status == 3
    assert "rules/town.yaml: left as it is: it has errors" in found.err


def test_a_file_of_no_rule_base_is_wrong_usage(arguendo: Command, tmp_path: Path) -> None:
    stray = tmp_path / "stray.yaml"
    stray.write_text("a: b", encoding="utf-8")
    assert "belongs to no rule base" in arguendo("fmt", stray).err
