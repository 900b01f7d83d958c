from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town

OTHER = "\n  - id: wait\n    title: It waits\n    then: the town has the will\n"


def test_a_rule_is_read_back(arguendo: Command, town: Path) -> None:
    found = arguendo("read-back", "build", "--rule-base", town, "--scenario", "willing")
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("Money and will build (build)\n")
    assert "In the scenario “The will is there” it applies:" in found.out


def test_all_are_read_back(arguendo: Command, tmp_path: Path) -> None:
    found = arguendo("read-back", "--all", "--rule-base", write_town(tmp_path, rules=RULES + OTHER))
    assert found.status == 0
    assert found.out.index("(build)") < found.out.index("(wait)")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(["bulid"], "did you mean “build”?"), ([], "--all"), (["x", "--all"], "--all")],
)
def test_wrong_usage_is_told(arguendo: Command, town: Path, arguments: list[str], why: str) -> None:
    found = arguendo("read-back", *arguments, "--rule-base", town)
    assert (found.status, found.out) == (2, "")
    assert why in found.err
