"""The tutorial: its files make a rule base, and its commands print what it shows."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from arguendo_tui.cli import run
from tests.docs.pages import Block, blocks, commands, files, is_wrong, matches, told, write

PAGE = blocks((Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8"))


def sound(before: int) -> list[Block]:
    """The YAML blocks up to a place that are no examples of mistakes."""
    return [each for each in PAGE[:before] if each.sort == "yaml" and not is_wrong(each)]


SESSIONS = [place for place, block in enumerate(PAGE) if block.sort == "console"]
MISTAKES = [place for place, block in enumerate(PAGE) if is_wrong(block)]


@pytest.mark.parametrize("place", SESSIONS)
def test_commands_print_what_is_shown(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(files(sound(place)), tmp_path)
    monkeypatch.chdir(tmp_path)
    for command, shown in commands(PAGE[place].text):
        program, *arguments = shlex.split(command)
        run(arguments)
        printed = capsys.readouterr()
        assert program == "arguendo"
        assert matches(shown, printed.out + printed.err), printed.out + printed.err


@pytest.mark.parametrize("place", MISTAKES)
def test_mistakes_are_told_as_shown(place: int, tmp_path: Path) -> None:
    write(files(sound(place)), tmp_path)
    write({"rules/mistake.yaml": PAGE[place].text}, tmp_path / "elmford")
    found = told(tmp_path / "elmford")
    assert found == PAGE[place + 1].text, found


def test_the_tutorial_has_commands_and_five_mistakes() -> None:
    assert len(SESSIONS) >= 8
    assert len(MISTAKES) == 5


@pytest.mark.parametrize(
    ("shown", "printed", "right"),
    [
        ("a\nb", "a\nb\n\n", True),
        ("a\n…\nd", "a\nb\nc\nd\n", True),
        ("a\n…\nd", "a\nd\n", True),
        ("a …\nd", "a b c\nd\n", True),
        ("a\n…\nd", "a\nb\n", False),
        ("a\nd", "a\nb\nd\n", False),
        ("a …", "b a c", False),
        ("", "a", False),
    ],
)
def test_dots_stand_for_what_is_left_out(shown: str, printed: str, right: bool) -> None:
    assert matches(shown, printed) is right
