from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, write_town


def test_every_scenario_has_its_line(arguendo: Command, town: Path) -> None:
    found = arguendo("test", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert found.out.splitlines()[:2] == ["ok   bare: 1 expectation", "ok   willing: 1 expectation"]


def test_a_failure_tells_expected_got_and_why(arguendo: Command, tmp_path: Path) -> None:
    wrong = KNOWLEDGE.replace("bridge: likely", "bridge: very likely")
    found = arguendo("test", "--rule-base", write_town(tmp_path, wrong))
    assert found.status == 1
    assert "FAIL willing" in found.out
    assert "at:       knowledge/town.yaml:41:9" in found.out
    assert "expected: holds, very likely" in found.out
    assert "got:      holds, likely, by rule, because of build" in found.out
    assert "why:      It is likely that the town builds a bridge" in found.out
    assert found.out.endswith("2 scenarios and tests, 1 failed\n")


def test_what_was_not_missing_is_named(arguendo: Command, tmp_path: Path) -> None:
    wrong = KNOWLEDGE.replace(
        "      - the town builds a bridge: not established\n",
        "      - the town builds a bridge:\n"
        "          status: not established\n"
        "          missing: the town has the money\n",
    )
    found = arguendo("test", "--rule-base", write_town(tmp_path, wrong), "bare")
    assert found.status == 1
    assert "expected: not established, missing the town has the money" in found.out
    assert "not missing: the town has the money" in found.out


def test_names_choose_and_a_wrong_one_gets_the_nearest(arguendo: Command, town: Path) -> None:
    assert "bare" not in arguendo("test", "--rule-base", town, "willing").out
    found = arguendo("test", "--rule-base", town, "wiling")
    assert (found.status, found.out) == (2, "")
    assert "did you mean “willing”?" in found.err


def test_coverage_tells_where_rules_fire(arguendo: Command, town: Path) -> None:
    both = arguendo("test", "--rule-base", town, "--coverage").out
    assert "build      1       1\n" in both
    assert (
        "build      0       1  never\n"
        in arguendo("test", "--rule-base", town, "--coverage", "bare").out
    )
