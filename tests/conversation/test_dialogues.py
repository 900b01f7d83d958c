"""Dialogues as text pairs, which anybody who knows a subject can add to.

A file in tests/fixtures/dialogues is about the rule base of its name; dialogues stand apart by a
line of equals signs. A turn is a line `> what is said`; the lines below it must all be read in the
reply, each word for word, and a line that begins with `!` must not be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "dialogues"
Turns = list[tuple[str, list[str]]]


def dialogues() -> Iterator[tuple[str, Turns]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for dialogue in file.read_text(encoding="utf-8").split("\n====\n"):
            turns: Turns = []
            for line in filter(None, map(str.strip, dialogue.splitlines())):
                if line.startswith("> "):
                    turns.append((line[2:], []))
                else:
                    turns[-1][1].append(line)
            yield file.stem, turns


@cache
def case_of(name: str, checkout: Path) -> Case:
    folder = checkout / "examples" / name
    return Case.open(folder if folder.is_dir() else checkout)


@pytest.mark.parametrize(
    ("name", "turns"), [pytest.param(n, t, id=f"{n}: {t[0][0]}") for n, t in dialogues()]
)
def test_the_dialogue_goes_as_written(name: str, turns: Turns, checkout: Path) -> None:
    state = State(case_of(name, checkout))
    for said, expected in turns:
        state, reply = converse(state, said)
        for line in expected:
            wanted = line.removeprefix("!").strip()
            assert (wanted in reply.page.text) is not line.startswith("!"), (said, reply.page.text)
