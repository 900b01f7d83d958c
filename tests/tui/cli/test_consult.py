from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, RULES, write_town

GOAL = "the town builds a bridge"

Say: TypeAlias = Callable[..., None]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Put lines on the standard input."""

    def said(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return said


@pytest.fixture
def saved(arguendo: Command, town: Path, tmp_path: Path, say: Say) -> Path:
    """A consultation about the town in which the one question is answered with yes."""
    file = tmp_path / "answers.json"
    say("y")
    arguendo("consult", GOAL, "--save", file, "--rule-base", town)
    return file


def test_questions_are_answered_a_line_each(arguendo: Command, town: Path, say: Say) -> None:
    say("why", "yes")
    found = arguendo("consult", GOAL, "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    asked, why, answer = found.out.split("\n> ")
    assert "Question 1: " in asked
    assert "I ask because it is a ground of the argument “Money and will build”" in why
    assert "Yes, that is likely: the town builds a bridge." in answer
    assert "- The town has the will." in answer


def test_json_keeps_the_standard_output_for_the_final_answer(
    arguendo: Command, town: Path, say: Say
) -> None:
    say("what are the rules?", "no")
    found = arguendo("consult", "builds(town)", "--json", "--rule-base", town)
    assert found.json["understood"]["intent"] == "consult"
    assert found.json["answer"]["status"] == "not established"
    assert found.json["case"]["assumptions"] == {"has_will(town)": False}
    assert found.json["question"] == "no"
    assert "Question 1: " in found.err
    assert "We were at question 1: " in found.err


def test_it_ends_when_the_input_does(arguendo: Command, town: Path, say: Say) -> None:
    say()
    found = arguendo("consult", GOAL, "--rule-base", town)
    assert found.status == 0
    assert "One open question could still change that." in found.out


def test_a_scenario_or_an_assumption_may_leave_nothing_to_ask(
    arguendo: Command, town: Path, say: Say
) -> None:
    say()
    for given in (("--scenario", "willing"), ("--assume", "the town has the will")):
        found = arguendo("consult", GOAL, *given, "--rule-base", town)
        assert found.out.startswith("Yes, that is likely")
        assert "there is nothing to ask" in found.out


def test_saved_answers_are_replayed(arguendo: Command, town: Path, saved: Path) -> None:
    assert json.loads(saved.read_text())["answers"] == [
        {"question": "has_will(town)", "answer": "yes"}
    ]
    found = arguendo("consult", "--answers", saved, "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert "Every conclusion is as it was" in found.out


def test_other_rules_change_what_was_concluded(
    arguendo: Command, town: Path, tmp_path: Path, saved: Path
) -> None:
    asks = "  - ask: the town has the money\n    source: ¶2\n"
    other = write_town(
        tmp_path / "other",
        KNOWLEDGE.replace("  - say: the town has the money\n    source: ¶1\n", "  []\n")
        .replace("scenarios:", f"{asks}scenarios:")
        .replace("town builds a bridge: likely", "town builds a bridge: not established"),
        RULES,
    )
    found = arguendo("consult", "--answers", saved, "--rule-base", other)
    assert found.status == 1
    assert "not asked then, and left unknown: " in found.err
    assert "The town builds a bridge: from likely to not established." in found.out
    changes = arguendo("consult", "--answers", saved, "--json", "--rule-base", other).json[
        "changes"
    ]
    assert changes == [
        {
            "statement": "builds(town)",
            "before": {"status": "holds", "degree": "likely"},
            "after": {"status": "not established", "degree": None},
        }
    ]


def test_what_the_rule_base_no_longer_has_is_said(
    arguendo: Command, town: Path, saved: Path
) -> None:
    written = json.loads(saved.read_text())
    written["answers"].append({"question": "has_luck(town)", "answer": "no"})
    written["scenario"] = "lucky"
    saved.write_text(json.dumps(written))
    found = arguendo("consult", "--answers", saved, "--rule-base", town)
    assert "the rule base has no has_luck(town) any more" in found.err
    assert "the rule base has no lucky any more" in found.err


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 1}', "[" * 100_000, "\xff\xfe", '{"goal": "p()"}']
)
def test_a_file_that_is_none_is_wrong_usage(
    arguendo: Command, town: Path, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(content, encoding="latin-1")
    found = arguendo("consult", "--answers", file, "--rule-base", town)
    assert (found.status, found.out) == (2, "")
    assert "this is no saved consultation" in found.err


@pytest.mark.parametrize("change", [{"version": 9}, {"goal": "p()"}, {"goal": "builds(?x)"}])
def test_a_saved_consultation_about_something_else_is_refused(
    arguendo: Command, town: Path, saved: Path, change: dict[str, object]
) -> None:
    saved.write_text(json.dumps({**json.loads(saved.read_text()), **change}))
    assert arguendo("consult", "--answers", saved, "--rule-base", town).status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing is to be found out"),
        (("purple elephants",), "cannot be read"),
        ((GOAL, "--as-of", "soon"), "is not a date"),
        (("--answers", "no-such-file"), "cannot be read"),
    ],
)
def test_wrong_usage(arguendo: Command, town: Path, arguments: tuple[str, ...], said: str) -> None:
    found = arguendo("consult", *arguments, "--rule-base", town)
    assert (found.status, found.out) == (2, "")
    assert said in found.err


def test_a_goal_may_be_put_loosely(arguendo: Command, town: Path, say: Say) -> None:
    say("y")
    found = arguendo("consult", "will Riverside build a bridge?", "--json", "--rule-base", town)
    assert found.json["understood"]["statement"] == "builds(town)"
    assert "is taken to mean: the town builds a bridge" in found.err
