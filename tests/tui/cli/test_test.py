from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from arguendo_tui.cli import watching
from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, RULES, write_town

WRONG = KNOWLEDGE.replace("bridge: likely", "bridge: very likely")


def test_every_scenario_has_its_line(arguendo: Command, town: Path) -> None:
    found = arguendo("test", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert found.out.splitlines()[:2] == ["ok   bare: 1 expectation", "ok   willing: 1 expectation"]


def test_a_failure_tells_expected_got_and_why(arguendo: Command, tmp_path: Path) -> None:
    found = arguendo("test", "--rule-base", write_town(tmp_path, WRONG))
    assert found.status == 1
    assert "FAIL willing" in found.out
    assert "at:       knowledge/town.yaml:41:9" in found.out
    assert "expected: holds, very likely" in found.out
    assert "got:      holds, likely, by rule, because of build" in found.out
    assert "why:      1. The town builds a bridge (likely, ¶1), by build from 2 and 3" in found.out
    assert "\n                   2. The town has the money (reported, ¶1)\n" in found.out
    assert found.out.endswith("2 scenarios and tests, 1 failed (1 of 2 expectations)\n")


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


def test_coverage_tells_where_rules_and_grounds_make_the_difference(
    arguendo: Command, town: Path
) -> None:
    both = arguendo("test", "--rule-base", town, "--coverage").out
    assert "build      1       1\n" in both
    assert "rules: 1 of 1 fire in one and are silent in another\n" in both
    assert "grounds and rebuttals: 1 of 2 make the difference both ways\n" in both
    assert "rules/town.yaml:5: build: no scenario in which this ground alone is missing\n" in both
    assert "¶1: 2 of 2\n¶2: 1 of 1\n" in both


def test_what_is_not_covered_is_listed_with_its_place_even_when_tests_fail(
    arguendo: Command, tmp_path: Path
) -> None:
    town = write_town(tmp_path, WRONG)
    found = arguendo("test", "--rule-base", town, "--coverage", "--threshold", "90", "willing")
    assert found.status == 1
    assert "FAIL willing" in found.out
    assert "build      1       0  always  rules/town.yaml:2\n" in found.out
    assert found.err == "coverage of rules is 0 %, below 90 %: build\n"


@pytest.mark.parametrize(("option", "names"), [("--coverage", ["bare"]), ("--mutate", [])])
def test_a_threshold_that_is_not_reached_fails(
    arguendo: Command, town: Path, option: str, names: list[str]
) -> None:
    call = ("test", "--rule-base", town, option, *names)
    assert arguendo(*call).status == 0
    assert arguendo(*call, "--threshold", "0").status == 0
    found = arguendo(*call, "--threshold", "100")
    assert found.status == 1
    assert "below 100 %" in found.err


def test_a_threshold_of_nothing_is_refused(arguendo: Command, town: Path) -> None:
    found = arguendo("test", "--rule-base", town, "--threshold", "90")
    assert (found.status, found.out) == (2, "")
    assert "add --coverage or --mutate" in found.err


def test_mutants_that_nothing_notices_are_told_with_what_would(
    arguendo: Command, town: Path
) -> None:
    found = arguendo("test", "--rule-base", town, "--mutate")
    assert (found.status, found.err) == (0, "")
    assert (
        "rules/town.yaml:5: build: without the ground “some place has the money”\n"
        "      noticed by  suppose away: the town has the money\n"
        "                  assume: the town has the will\n"
        "                  expect: the town builds a bridge: not established"
        " (the mutant: likely)\n"
    ) in found.out
    assert "4 mutants, 0 equivalent; 3 of 4 noticed: 75 %\n" in found.out


def test_everything_is_there_for_programs_too(arguendo: Command, tmp_path: Path) -> None:
    town = write_town(tmp_path, WRONG)
    found = arguendo("test", "--rule-base", town, "--format", "json", "--coverage", "--mutate")
    assert found.status == 1
    run = found.json
    assert (run["version"], run["passed"], run["failed"]) == (1, 1, 1)
    bare, willing = run["scenarios"]
    assert (bare["passed"], bare["expectations"][0]["why"]) == (True, [])
    (wrong,) = willing["expectations"]
    assert wrong["statement"] == "builds(town)"
    assert wrong["place"] == {"file": "knowledge/town.yaml", "line": 41, "column": 9}
    assert wrong["faults"] == ["degree"]
    assert (wrong["expected"]["degree"], wrong["got"]["degree"]) == ("very likely", "likely")
    assert wrong["why"][0].startswith("1. The town builds a bridge")
    assert run["coverage"]["by_rule"][0]["fires"] == ["willing"]
    assert [each["covered"] for each in run["coverage"]["by_part"]] == [False, True]
    assert run["coverage"]["by_paragraph"][0]["paragraph"] == "¶1"
    survivor = run["mutation"]["mutants"][0]
    assert (survivor["fate"], survivor["kind"], survivor["noticed_in"]) == (
        *("survived", "ground"),
        None,
    )
    assert survivor["assume"] == {"has_money(town)": False, "has_will(town)": True}


def test_problems_are_json_as_well(arguendo: Command, tmp_path: Path) -> None:
    town = write_town(tmp_path, rules=RULES.replace("if:", "iff:"))
    found = arguendo("test", "--rule-base", town, "--format", "json")
    assert found.status == 3
    assert found.json["problems"][0]["code"] == "unknown-key"


def test_junit_goes_to_a_file_beside_the_ordinary_output(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    file = tmp_path / "results.xml"
    found = arguendo("test", "--rule-base", town, "--junit", file)
    assert (found.status, found.out.splitlines()[0]) == (0, "ok   bare: 1 expectation")
    assert ElementTree.parse(file).getroot().get("tests") == "2"


def test_a_file_that_cannot_be_written_is_named(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    found = arguendo("test", "--rule-base", town, "--junit", tmp_path / "none" / "results.xml")
    assert (found.status, found.out) == (2, "")
    assert "results.xml” cannot be written: No such file or directory" in found.err


def test_watching_runs_again_after_each_change_and_outlives_errors(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edits(folder: Path | None) -> Iterator[object]:
        assert folder == town
        yield write_town(town, WRONG)
        yield write_town(town, rules=RULES.replace("if:", "iff:"))
        yield write_town(town)

    monkeypatch.setattr(watching, "changes_in", edits)
    found = arguendo("test", "--rule-base", town, "--watch")
    assert found.status == 0
    runs = [line for line in found.out.splitlines() if " scenarios and tests, " in line]
    assert runs == [
        "2 scenarios and tests, 0 failed",
        "2 scenarios and tests, 1 failed (1 of 2 expectations)",
        "2 scenarios and tests, 0 failed",
    ]
    assert "[unknown-key]" in found.err
    assert found.err.count("watching; Ctrl-C ends\n") == 4
    assert "\x1b" not in found.out


def test_ending_the_watch_is_an_interruption(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(folder: Path | None) -> Iterator[object]:
        yield from ()
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changes_in", interrupted)
    assert arguendo("test", "--rule-base", town, "--watch").status == 130


def test_only_a_terminal_is_cleared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert watching.keep_running(lambda: 0, ["a change"]) == 0
    assert capsys.readouterr().out.count(watching.CLEAR) == 2


@pytest.mark.parametrize(
    ("path", "concerns"),
    [("a/b.yaml", True), ("a/b.yml", True), ("a/.b.yaml", False), ("a/b.txt", False)],
)
def test_only_files_of_the_rule_base_are_watched(path: str, concerns: bool) -> None:
    assert watching.concerns_rules(path) is concerns


def test_what_changed_before_the_watch_was_on_is_seen(town: Path) -> None:
    changes = watching.changes_in(town)
    write_town(town, WRONG)
    assert next(changes) is not None


@pytest.mark.evidence
def test_a_real_watch_sees_a_change_and_ends_by_an_interrupt(town: Path) -> None:
    call = [sys.executable, "-c", "from arguendo_tui.cli import main; main()", "test", "--watch"]
    with subprocess.Popen(
        [*call, "--rule-base", str(town)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        runs = (line for line in process.stdout if " scenarios and tests, " in line)
        assert next(runs).endswith(" 0 failed\n")
        write_town(town, WRONG)
        assert " 1 failed" in next(runs)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
