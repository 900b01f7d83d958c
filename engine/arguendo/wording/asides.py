"""How a question was taken, in words: notes that a reading brings along."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo.wording.grammar import named, quoted
from arguendo.wording.statements import Speaker


def taken_as(
    speaker: Speaker, words: Sequence[str], statement: Statement, positive: bool | None
) -> str:
    """Say which words were taken for a statement that has none of them.

    `positive` tells whether it was supposed to be so or not; None when it was asked about.
    """
    said = f"{named([quoted(each) for each in words])} {'was' if len(words) == 1 else 'were'}"
    if positive is None:
        return f"{said} taken to ask whether {speaker.says(statement)}"
    return f"{said} taken to mean that {speaker.put(statement, positive)}"


def left_out(clauses: Sequence[str]) -> str:
    """Say which parts of what was supposed were not understood, and so are not supposed."""
    return f"{not_understood(clauses)}, and left out"


def not_understood(clauses: Sequence[str]) -> str:
    """Say which parts of a text were not understood."""
    those = named([quoted(each) for each in clauses])
    return f"{those} {'was' if len(clauses) == 1 else 'were'} not understood"


def never_assumed(speaker: Speaker, statement: Statement) -> str:
    """Say that what was to be taken back was never assumed."""
    return f"it was not assumed before that {speaker.says(statement)}"


def nothing_of(name: str) -> str:
    """Say that nothing was assumed of what is named, which is to be taken back."""
    return f"nothing was assumed before that has to do with {quoted(printable(name))}"


def taken_for(speaker: Speaker, name: str, entity: str) -> str:
    """Say for whom an unknown name was taken."""
    return f"{quoted(name)} is taken to be {speaker.name(entity)}"


def nothing_like(speaker: Speaker, statement: Statement, entity: str) -> str:
    """Say that a statement put to another entity is spoken of nowhere, and what is told instead."""
    return (
        f"nothing here bears on whether {speaker.says(statement)}; "
        f"this is what is said of {speaker.name(entity)}"
    )
