"""New ids for entities, statements, rules, scenarios, tests and sources, everywhere at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arguendo.language_server.mentions import Mention
from arguendo.language_server.snapshot import Snapshot
from arguendo.library import read
from arguendo.reading.declarations import NAMED
from arguendo.reading.shapes import Role

_SECTIONS = {
    Role.ENTITY: "entities",
    Role.STATEMENT: "statements",
    Role.RULE: "rules",
    Role.SCENARIO: "scenarios",
    Role.TEST: "tests",
    Role.SOURCE: "sources",
}
"""What has an id that can change, and the section that declares it."""

_RULE_ID = NAMED["scenarios"]


class CannotRename(Exception):
    """Why something cannot get a new id, in the author's terms."""


@dataclass(frozen=True)
class Edit:
    """A stretch of a file, by its offsets, and what is to stand there."""

    file: str
    start: int
    end: int
    text: str


def renamed_at(snapshot: Snapshot, file: str, offset: int) -> Mention:
    """Return what stands at a place and has an id that can change. Raises `CannotRename`."""
    found = snapshot.mention_at(file, offset)
    if found is None or found.what not in _SECTIONS:
        raise CannotRename("only ids of what is declared can be renamed here")
    if not any(mention.declares for mention in snapshot.of(found.subject)):
        raise CannotRename(f"“{found.id}” is not declared in this rule base")
    return found


def rename(snapshot: Snapshot, file: str, offset: int, new: str) -> list[Edit]:
    """Give what is declared or named at a place another id.

    What comes out is read before it is offered. Raises `CannotRename`, also while there are errors:
    then not every place that must change can be found.
    """
    found = renamed_at(snapshot, file, offset)
    if snapshot.sound is None:
        raise CannotRename("the rule base has errors; mend them before renaming")
    _check_name(snapshot, found, new)
    edits = [
        Edit(mention.file, mention.start, mention.end, new)
        for mention in snapshot.of(found.subject)
        if mention.by_id
    ]
    edits = list(dict.fromkeys(edits))
    _check_outcome(snapshot, edits, new)
    return edits


def _check_name(snapshot: Snapshot, found: Mention, new: str) -> None:
    section = _SECTIONS[found.what]
    if new == found.id:
        raise CannotRename(f"it is called “{new}” already")
    if not NAMED.get(section, _RULE_ID).fullmatch(new):
        more = "" if found.what in (Role.ENTITY, Role.STATEMENT) else ", - "
        raise CannotRename(
            f"“{new}” cannot be an id: use lower-case letters, digits{more} and _, beginning "
            "with a letter"
        )
    taken = next((each for each in snapshot.of((found.what, new)) if each.declares), None)
    if taken:
        line = snapshot.places(taken.file).position(taken.start).line + 1
        raise CannotRename(f"“{new}” is taken: it is declared at {taken.file}:{line}")


def _check_outcome(snapshot: Snapshot, edits: list[Edit], new: str) -> None:
    """Read the rule base as it would be: a name, or a sentence, may have come to mean another."""
    _, problems, _ = read(snapshot.folder, applied(snapshot.texts, edits))
    first = next((each for each in problems if each not in snapshot.problems), None)
    if problems.has_errors and first:
        raise CannotRename(f"“{new}” would break the rule base: {first.message} ({first.span})")


def applied(texts: Mapping[str, str], edits: list[Edit]) -> dict[str, str]:
    """Return the texts of all files with edits made in them."""
    made = dict(texts)
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = made[edit.file]
        made[edit.file] = text[: edit.start] + edit.text + text[edit.end :]
    return made
