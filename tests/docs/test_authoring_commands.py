"""The page for authors: its commands do what they say, one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from arguendo_tui.cli import command_names, run

EXTRA = """\
  town: {name: the town, kind: place}
  bridge: {name: the bridge, kind: work}
  mayor: {name: the mayor, kind: person}
"""
SAID = """\
  asks: {slots: {person: person}, says: "{person} asks for a loan"}
  builds: {slots: {place: place, work: work}, says: "{place} builds {work}"}
"""


def test_what_is_added_on_the_page_can_be_added(checkout: Path, tmp_path: Path) -> None:
    page = (checkout / "docs/authoring-commands.md").read_text(encoding="utf-8")
    commands = re.findall(r"^arguendo (.*)$", page, re.MULTILINE)
    assert len(commands) > 5
    folder = str(tmp_path / "rules")
    assert run(["new", folder]) == 0
    for file, text in (("entities", EXTRA), ("statements", SAID)):
        path = Path(folder, f"knowledge/{file}.yaml")
        written = path.read_text(encoding="utf-8")
        path.write_text(written.replace(f"{file}:\n", f"{file}:\n{text}"), encoding="utf-8")
    for command in commands:
        assert run([*shlex.split(command), "--rule-base", folder]) == 0, command
    assert run(["check", folder]) == 0
    assert run(["fmt", "--check", folder]) == 0
    assert run(["test", "--rule-base", folder]) == 0


def test_the_page_names_commands_that_there_are(checkout: Path) -> None:
    page = (checkout / "docs/authoring-commands.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`arguendo ([a-z-]+)", page))
    assert named
    assert named <= set(command_names())
