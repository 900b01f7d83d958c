from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town

QUESTION = "Will the town build a bridge?"
WHY_NOT = json.dumps({"intent": "why_not", "statement": "builds(town)"})


def test_an_answer_is_prose_on_the_standard_output_alone(arguendo: Command, town: Path) -> None:
    found = arguendo("ask", "--rule-base", town, QUESTION)
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("On these facts it is not established")
    assert "\x1b" not in found.out


def test_brief_is_one_line_and_full_is_more_than_the_answer(arguendo: Command, town: Path) -> None:
    brief = arguendo("ask", "--rule-base", town, "--brief", QUESTION)
    normal = arguendo("ask", "--rule-base", town, QUESTION)
    full = arguendo("ask", "--rule-base", town, "--full", QUESTION)
    assert brief.out.count("\n") == 1
    assert normal.out.startswith(brief.out)
    assert full.out.startswith(normal.out)
    assert len(full.out) > len(normal.out)


def test_a_question_need_not_be_quoted(arguendo: Command, town: Path) -> None:
    words = QUESTION.split()
    found = arguendo("ask", "--rule-base", town, "--json", *words)
    assert found.json["question"] == QUESTION


def test_a_typed_query_is_answered_without_reading_language(arguendo: Command, town: Path) -> None:
    found = arguendo("ask", "--rule-base", town, "--json", "--query", WHY_NOT).json
    assert found["understood"]["confidence"] == 1.0
    assert found["explanation"]["missing"][0]["missing"] == ["has_will(town)"]


def test_a_bad_query_is_wrong_usage(arguendo: Command, town: Path) -> None:
    written = json.dumps({"intent": "ask", "statement": "bilds(town)"})
    found = arguendo("ask", "--rule-base", town, "--query", written)
    assert (found.status, found.out) == (2, "")
    assert "did you mean “builds”?" in found.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("",),
        ("Why?", "--query", WHY_NOT),
        ("--query", WHY_NOT, "--dialogue", "-"),
        ("Why?", "--brief", "--full"),
        ("Why?", "--scenario", "wiling"),
        ("--dialogue", "no-such-file"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_is_told_on_the_standard_error(
    arguendo: Command, town: Path, arguments: tuple[str, ...]
) -> None:
    found = arguendo("ask", "--rule-base", town, *arguments)
    assert (found.status, found.out) == (2, "")
    assert found.err.strip()


def test_what_lies_outside_is_answered_with_status_1(arguendo: Command, town: Path) -> None:
    found = arguendo("ask", "--rule-base", town, "--json", "What is the weather in Paris?")
    assert (found.status, found.json["understood"]["intent"]) == (1, "out_of_scope")


def test_a_scenario_and_assumptions_set_the_stage(arguendo: Command, town: Path) -> None:
    chosen = arguendo(
        "ask",
        *("--rule-base", town, "--json", "--scenario", "willing", "--query", WHY_NOT),
    ).json
    assert chosen["case"] == {
        "scenario": "willing",
        "assumptions": {"has_will(town)": True},
        "displaced": [],
        "as_of": None,
    }
    assert chosen["answer"]["status"] == "holds"
    staged = arguendo(
        "ask",
        *("--rule-base", town, "--json", "--query", WHY_NOT),
        *("--assume", "Riverside has the will", "--suppose-away", "has_money(town)"),
    ).json
    assert staged["case"]["assumptions"] == {"has_will(town)": True, "has_money(town)": False}
    assert staged["understood"]["assume"] == {}


def test_a_denial_is_assumed_to_be_false(arguendo: Command, town: Path) -> None:
    found = arguendo(
        "ask",
        *("--rule-base", town, "--json", "--query", WHY_NOT),
        *("--assume", "the town does not build a bridge"),
    )
    assert found.json["case"]["assumptions"] == {"builds(town)": False}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--assume", "pigs fly"),
        ("--assume", "has_wil(town)"),
        ("--assume", "has_will(town)", "--suppose-away", "has_will(town)"),
    ],
)
def test_what_cannot_be_assumed_is_wrong_usage(
    arguendo: Command, town: Path, arguments: tuple[str, ...]
) -> None:
    found = arguendo("ask", "--rule-base", town, *arguments, QUESTION)
    assert (found.status, found.out) == (2, "")


def test_free_wording_is_assumed_when_it_is_sure_and_said_so(arguendo: Command) -> None:
    found = arguendo(
        "ask", "--json", "--assume", "Trump gives Xi his word that Kim can stay", "What is open?"
    )
    taken = {"personally_assures(trump, xi, no_regime_change)": True}
    assert found.json["case"]["assumptions"] == taken
    assert "is taken to mean: President Trump personally assures" in found.err


def test_contraries_are_not_assumed_together(arguendo: Command) -> None:
    keys = ("reneges(china)", "honors_commitments(china)")
    found = arguendo("ask", "Why?", "--assume", keys[0], "--assume", keys[1])
    assert found.status == 2
    assert all(key in found.err for key in keys)


def test_a_dialogue_remembers_until_an_empty_line(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    file = tmp_path / "questions.txt"
    assume = "Assume that the town has the will."
    file.write_bytes(f"\ufeff{assume}\r\n{QUESTION}\n\n{QUESTION}".encode() + b" \xff")
    found = arguendo("ask", "--rule-base", town, "--dialogue", file)
    assert found.status == 0
    statuses = [each["answer"]["status"] for each in found.jsons]
    assert [each["question"] for each in found.jsons][:2] == [assume, QUESTION]
    assert statuses[1:] == ["holds", "not established"]


def test_a_rule_base_with_errors_is_told_as_json(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=RULES.replace("because", "becuase"))
    found = arguendo("ask", "--rule-base", folder, "--json", QUESTION)
    assert found.status == 3
    (problem,) = found.json["problems"]
    assert (found.json["version"], problem["code"], problem["line"]) == (1, "unknown-key", 9)


def test_a_rule_base_with_errors_is_told_to_people(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=RULES.replace("because", "becuase"))
    found = arguendo("ask", "--rule-base", folder, QUESTION)
    assert (found.status, found.out) == (3, "")
    assert "rules/town.yaml:9:5" in found.err
    assert "did you mean “because”?" in found.err


def test_the_rule_base_may_be_named_before_the_command(arguendo: Command, town: Path) -> None:
    found = arguendo("--rule-base", town, "ask", "--json", QUESTION)
    assert found.json["rule_base"]["name"] == "town"
