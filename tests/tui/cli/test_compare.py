from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town


@pytest.fixture
def rival(tmp_path: Path) -> Path:
    """The town's rule base as somebody has it who is surer of it."""
    return write_town(tmp_path / "rival", rules=RULES.replace("likely", "very likely"))


def test_two_scenarios_are_told_with_what_accounts_for_the_parting(
    arguendo: Command, town: Path
) -> None:
    found = arguendo("compare", "-", "willing", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert "differ in one conclusion; they part first over whether the town builds a" in found.out


def test_two_scenarios_as_json(arguendo: Command, town: Path) -> None:
    found = arguendo(
        "compare", "bare", "willing", "Does the town build a bridge?", "--json", "--rule-base", town
    )
    assert found.status == 0
    assert found.json["understood"]["scenarios"] == ["bare", "willing"]
    assert found.json["compare"]["parts_at"] == "builds(town)"


def test_one_side_alone_may_assume_more(arguendo: Command, town: Path) -> None:
    found = arguendo(
        "compare", "bare", "bare", "--assume-second", "has_will(town)", "--rule-base", town
    )
    assert found.status == 0
    assert "the supposed case differ" in found.out


def test_two_rule_bases_are_put_to_one_case(arguendo: Command, town: Path, rival: Path) -> None:
    found = arguendo(
        *("compare", "--with", rival, "--scenario", "willing", "builds(town)"),
        *("--json", "--rule-base", town),
    )
    assert (found.status, found.json["parts_at"]) == (0, "builds(town)")
    assert [each["degree"] for each in found.json["stands"]] == ["likely", "very likely"]
    assert found.json["shifts"][0]["because"][0]["parts"] == ["qualifier"]


def test_two_rule_bases_of_one_title_are_called_by_their_folders(
    arguendo: Command, town: Path, rival: Path
) -> None:
    found = arguendo("compare", "--with", rival, "--scenario", "willing", "--rule-base", town)
    assert found.status == 0
    assert f"“{rival}” differ in one conclusion" in " ".join(found.out.split())
    assert "differs in its qualifier" in found.out


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["bare"], 2, "two scenarios are needed"),
        (["bare", "wiling"], 2, "there is no scenario “wiling”"),
        (["bare", "willing", "--scenario", "bare"], 2, "--scenario goes with --with"),
        (["bare", "willing", "what about the weather?"], 1, "names no statement"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    arguendo: Command, town: Path, words: list[str], status: int, message: str
) -> None:
    found = arguendo("compare", *words, "--rule-base", town)
    assert (found.status, found.out) == (status, "")
    assert message in found.err


def test_strangers_are_not_compared(arguendo: Command, town: Path, checkout: Path) -> None:
    found = arguendo("compare", "--with", checkout / "examples" / "animals", "--rule-base", town)
    assert found.status == 2
    assert "no kind of statement in common" in found.err
