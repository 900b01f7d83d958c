from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from arguendo_tui.cli.commands import map as command
from tests.tui.cli.conftest import Command

BUILDS = "the town builds a bridge"


def test_the_whole_argument_is_drawn_as_svg(arguendo: Command, town: Path) -> None:
    found = arguendo("map", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    root = ElementTree.fromstring(found.out)
    assert root.tag.endswith("svg")
    assert "The town has the will: an open question" in found.out
    assert "Three statements. Scenario: As things stand." in found.out


def test_the_ending_of_the_file_says_what_is_written(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    begins = {"a.png": b"\x89PNG", "a.mmd": b"flowchart", "a.GV": b"digraph", "a": b"<?xml"}
    for name, wanted in begins.items():
        found = arguendo("map", "--out", tmp_path / name, "--rule-base", town)
        assert (found.status, found.out) == (0, "")
        assert found.err == f"Written: {tmp_path / name}\n"
        assert (tmp_path / name).read_bytes().startswith(wanted)


def test_a_statement_stands_in_the_middle_and_its_path_is_lit(
    arguendo: Command, town: Path
) -> None:
    found = arguendo(
        *("map", "the town has the will", "--steps", "1", "--assume", "the town has the will"),
        *("--format", "mermaid", "--rule-base", town),
    )
    assert found.status == 0
    assert "Two statements, one more left out." in found.out
    assert "<b>The town has the will</b><br/><small>◆ assumed</small>" in found.out
    assert ":::path" in found.out


def test_a_dark_map_is_dark(arguendo: Command, town: Path) -> None:
    light, dark = (
        arguendo("map", BUILDS, "--format", "dot", "--theme", each, "--rule-base", town).out
        for each in ("light", "dark")
    )
    assert 'bgcolor="#ffffff"' in light
    assert 'bgcolor="#12161c"' in dark


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--steps", "2"), 2, "--steps goes with a statement"),
        (("the moon is green cheese",), 1, "names no statement that is clear enough"),
        (("--assume", "the moon is green"), 2, "cannot be read"),
        (("--out", "nowhere/at/all.svg"), 2, "cannot be written"),
        (("--scenario", "williing"), 2, "did you mean “willing”?"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    arguendo: Command, town: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    found = arguendo("map", *arguments, "--rule-base", town)
    assert (found.status, found.out) == (status, "")
    assert said in found.err


def test_what_nobody_could_read_is_not_drawn(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "LARGEST", 2)
    found = arguendo("map", "--rule-base", town)
    assert found.status == 2
    assert "three statements are more than a picture can show" in found.err
    assert "name a statement" in found.err


def test_without_what_draws_the_texts_are_still_written(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    refused = arguendo("map", "--rule-base", town)
    assert (refused.status, refused.out) == (2, "")
    assert "pip install" in refused.err
    assert arguendo("map", "--format", "dot", "--rule-base", town).status == 0
