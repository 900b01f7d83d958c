from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from arguendo.authoring.parts import KINDS
from arguendo_tui.cli import asking
from arguendo_tui.cli.asking import Ask, ask_parts
from arguendo_tui.cli.console import Stop
from tests.tui.cli.conftest import Command


def test_a_new_rule_base_works(arguendo: Command, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "my rules"
    found = arguendo("new", folder, "--title", "Is it so?")
    assert found.status == 0
    assert f"arguendo check '{folder}'" in found.err
    assert arguendo("check", folder).out.startswith("my-rules: ")
    assert arguendo("check", folder).out.endswith("0 errors, 0 warnings\n")
    assert arguendo("test", "--rule-base", folder, "--coverage").status == 0
    again = arguendo("new", folder)
    assert (again.status, again.out) == (2, "")
    assert "not an empty folder" in again.err


def test_where_nothing_can_be_written_it_says_so(arguendo: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    found = arguendo("new", tmp_path / "file" / "inside")
    assert (found.status, found.out) == (2, "")
    assert "cannot be written" in found.err


def test_an_entity_is_added_to_the_folder_one_stands_in(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(town)
    found = arguendo("new", "entity", "the harbor", "--kind", "place", "--alias", "port")
    assert (found.status, found.out.splitlines()[0]) == (0, "harbor:")
    assert "harbor:" in (town / "knowledge/town.yaml").read_text(encoding="utf-8")
    again = arguendo("new", "fact", "Riverside has the will", "--background")
    assert (again.status, again.out.splitlines()[-1]) == (0, "  background: true")


def test_a_rule_is_added_by_its_options(arguendo: Command, town: Path) -> None:
    options = ("--title", "Will pays", "--if", "?p has the will", "--then", "?p has the money")
    found = arguendo("new", "rule", *options, "--source", "¶2", "--rule-base", town)
    assert found.status == 0
    assert "id: will-pays" in (town / "rules/town.yaml").read_text(encoding="utf-8")


def test_what_would_be_an_error_is_not_written(arguendo: Command, town: Path) -> None:
    before = {path: path.read_bytes() for path in town.rglob("*.yaml")}
    found = arguendo("new", "fact", "the twon has the will", "--rule-base", town)
    assert (found.status, found.out) == (3, "")
    assert "nothing is called “twon”" in found.err
    assert "nothing was written" in found.err
    assert {path: path.read_bytes() for path in town.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["rlue"], "did you mean “rule”?"),
        (["place", "harbor"], "nothing that can be added"),
        (["./x", "--if", "y"], "--title and --name only"),
        (["entity", "x", "--if", "y"], "an entity has no --if"),
        (["entity", "x", "--name", "y"], "given twice"),
        (["rule"], "needed: --title, --then"),
        (["rule", "x"], "--then"),
        (["fact", "x", "--file", "/etc/x.yaml"], "cannot be a file"),
    ],
)
def test_wrong_usage_is_told(arguendo: Command, town: Path, arguments: list[str], why: str) -> None:
    found = arguendo("new", *arguments, "--rule-base", town)
    assert (found.status, found.out) == (2, "")
    assert why in found.err


def test_nothing_is_added_to_what_comes_with_the_program(
    arguendo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = arguendo("new", "entity", "the harbor")
    assert found.status == 2
    assert "no rule base" in found.err


def answering(*answers: str) -> tuple[Ask, list[str]]:
    """Answers in their order, and the questions that they were given to."""
    left: Iterator[str] = iter(answers)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        try:
            return next(left)
        except StopIteration as end:
            raise EOFError from end

    return ask, asked


def test_parts_are_asked_for_one_by_one() -> None:
    ask, asked = answering("", " the harbor ", "place", "port", "quay", "", "", "y", "¶1")
    assert ask_parts(KINDS["entity"], ask) == {
        "name": ["the harbor"],
        "kind": ["place"],
        "aliases": ["port", "quay"],
        "plural": ["true"],
        "source": ["¶1"],
    }
    assert len(asked) == 9
    assert "needed" in asked[1]


def test_going_away_writes_nothing() -> None:
    ask, _ = answering("x")
    with pytest.raises(Stop, match="nothing was written"):
        ask_parts(KINDS["fact"], ask)


def test_on_a_terminal_parts_are_asked_for(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, _ = answering("the harbor", "place", "", "", "", "")
    monkeypatch.setattr("arguendo_tui.surroundings.has_terminal", lambda: True)
    monkeypatch.setattr(asking, "asker", lambda: ask)
    found = arguendo("new", "entity", "--rule-base", town)
    assert (found.status, found.out) == (0, "harbor:\n  name: the harbor\n  kind: place\n")
