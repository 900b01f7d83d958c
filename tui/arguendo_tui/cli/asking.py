"""The parts of something asked for one by one, on a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from arguendo_tui.cli.console import Status, Stop

if TYPE_CHECKING:
    from arguendo.authoring.parts import Given, Kind, Part

Ask: TypeAlias = Callable[[str], str]

MOST = 100
"""Items of one list, and times that a needed part is asked for."""


def ask_parts(kind: Kind, ask: Ask) -> Given:
    """Ask for each part; an empty answer leaves it out, or ends a list. Raises `Stop`."""
    given = {}
    try:
        for part in kind.parts:
            answers = _answers(part, ask)
            if answers:
                given[part.key] = answers
    except (EOFError, KeyboardInterrupt) as gone:
        raise Stop("nothing was written", status=Status.INTERRUPTED) from gone
    return given


def _answers(part: Part, ask: Ask) -> list[str]:
    if part.flag:
        return ["true"] if ask(f"{part.asked} (y/n): ").strip().casefold() in ("y", "yes") else []
    found: list[str] = []
    more = " (one a line, an empty line ends)" if part.many else ""
    question = f"{part.asked}{more}: "
    for _ in range(MOST):
        answer = ask(question).strip()
        if answer:
            found.append(answer)
        done = not answer or not part.many
        if done and (found or not part.needed):
            break
        question = "  and: " if part.many and found else f"{part.asked} (needed): "
    return found


def asker() -> Ask:
    """Return a way to ask on this terminal: with editing, unless it can only show lines."""
    from arguendo_tui.surroundings import is_dumb

    if is_dumb(os.environ):
        return input
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession()
    return session.prompt
