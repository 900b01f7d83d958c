"""Beginning a session or going on with one: the options that `arguendo` and `chat` share."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from arguendo_tui.cli.console import PROGRAM, Stop, chosen_folder, named_folder

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.journal.files import Journal, Session
    from arguendo_tui.sittings import Sitting

RESUME = "--resume"

ResumeOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        RESUME, metavar="[ID]", help="Go on with a session; without an id, with the last one."
    ),
]
NoJournalOption: TypeAlias = Annotated[
    bool, typer.Option("--no-journal", help="Keep nothing of this conversation.")
]


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line, before the command's name or after it."""

    rule_base: Path | None = None
    scenario: str | None = None
    resume: str | None = None
    """The id of a session, empty for the last one, None to begin one."""
    no_journal: bool = False


def with_resume_given(arguments: Sequence[str], commands: Sequence[str]) -> list[str]:
    """Give a bare `--resume` an empty id, since Typer knows no option whose value may be absent."""
    following = [*arguments[1:], "--"][: len(arguments)]
    return [
        f"{RESUME}=" if each == RESUME and (after.startswith("-") or after in commands) else each
        for each, after in zip(arguments, following, strict=True)
    ]


def folder_for(context: typer.Context, given: Path | None, resume: str | None) -> Path | None:
    """Return the rule base's folder; a session brings its own unless another one is named."""
    return chosen_folder(context, given) if resume is None else named_folder(context, given)


def sitting_for(wish: Wish) -> Sitting:
    """Find the session to go on with, or prepare for a new one. Raises `Stop`."""
    from arguendo_tui.sittings import Sitting
    from arguendo_tui.surroundings import journal_folder, keeps_conversations

    folder = journal_folder(os.environ)
    is_kept = keeps_conversations(os.environ) and not wish.no_journal
    if wish.resume is None:
        return Sitting(folder if is_kept else None, wish.rule_base)
    if wish.scenario is not None:
        raise Stop(f"--scenario and {RESUME} exclude each other", "ask for it in the conversation")
    session = session_named(folder, wish.resume or _last(folder, wish.rule_base))
    rule_base = wish.rule_base or _own_rule_base(session)
    opened = _reopened(folder, session) if is_kept else None
    return Sitting(folder, rule_base, session, opened)


def opened(sitting: Sitting, scenario: str | None) -> Case:
    """Open the case that a sitting begins with. Raises `Stop`."""
    from arguendo_tui.cli.console import open_case, open_rule_base

    if sitting.session is None:
        return open_case(sitting.rule_base, scenario)
    return sitting.case(open_rule_base(sitting.rule_base))


def session_named(folder: Path, id: str) -> Session:
    """Read a session by its id. Raises `Stop`, with the nearest id for one that nothing has."""
    from arguendo.journal.files import Unreadable, read

    check_known(folder, [id])
    try:
        return read(folder, id)
    except Unreadable as error:
        raise Stop(f"session “{id}” cannot be read: {error}") from error


def check_known(folder: Path, ids: Sequence[str]) -> None:
    """Raise `Stop` for an id that no session has, with the nearest."""
    from arguendo.journal.files import journals
    from arguendo.problems import did_you_mean

    known = [each.id for each in journals(folder)]
    for id in ids:
        if id not in known:
            hint = did_you_mean(id, known) or f"{PROGRAM} sessions lists all"
            raise Stop(f"there is no session “{id}”", hint)


def _last(folder: Path, rule_base: Path | None) -> str:
    """Return the id of the session last written to; of those about a rule base if one is named."""
    from arguendo.journal.files import Unreadable, journals, read

    for each in journals(folder):
        try:
            session = read(folder, each.id)
        except Unreadable:
            continue
        if rule_base is None or session.head.folder == str(rule_base.resolve()):
            return each.id
    about = f" about “{rule_base}”" if rule_base else ""
    raise Stop(f"there is no session{about} to go on with", f"{PROGRAM} sessions lists all")


def _own_rule_base(session: Session) -> Path | None:
    """Return the folder of the rule base that a session is about. Raises `Stop` when it is gone."""
    if session.head.folder is None:
        return None
    folder = Path(session.head.folder)
    if not folder.is_dir():
        raise Stop(
            f"the rule base of session “{session.id}” is not there any more: {folder}",
            "--rule-base DIR names another",
        )
    return folder


def _reopened(folder: Path, session: Session) -> Journal:
    from arguendo.journal.files import Busy, Journal

    try:
        return Journal.reopened(folder, session)
    except Busy as error:
        message = f"session “{session.id}” is open in another program"
        raise Stop(message, "end it there first, or begin a new one") from error
    except OSError as error:
        message = f"session “{session.id}” cannot be written: {error.strerror or error}"
        raise Stop(message, "--no-journal goes on without keeping anything") from error
