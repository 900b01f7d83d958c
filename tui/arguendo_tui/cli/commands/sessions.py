"""`arguendo sessions`: the conversations that were kept."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import PROGRAM, Status, Stop, complain, width
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.editing import write_text
from arguendo_tui.cli.sitting import check_known, session_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arguendo.journal.exporting import SessionOf
    from arguendo.journal.files import Session

EXAMPLES = """Examples:

  arguendo sessions

  arguendo sessions show 20240501-120000-bcdf

  arguendo sessions export 20240501-120000-bcdf --out talk.html

  arguendo sessions delete 20240501-120000-bcdf
"""

MANY = 200
"""Sessions from which on it is told how much room they take; none is ever deleted unasked."""


class Action(StrEnum):
    """What to do with sessions."""

    LIST = "list"
    SHOW = "show"
    EXPORT = "export"
    DELETE = "delete"


class Form(StrEnum):
    """In which form a conversation is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def run(
    action: Annotated[Action, typer.Argument(metavar="[list|show|export|delete]")] = Action.LIST,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Which session.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="List as one JSON object.")] = False,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="How to export; by default as the file's name says."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Export into a file.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Delete, or overwrite FILE, without asking.")
    ] = False,
) -> int:
    """List, show, export and delete kept conversations.

    The interface and `chat` keep each turn as it happens, unless they are given --no-journal or
    ARGUENDO_JOURNAL is `off`; it may also name the folder. `--resume` goes on with one.
    """
    from arguendo_tui.surroundings import journal_folder

    folder = journal_folder(os.environ)
    given = ids or []
    if as_json and action is not Action.LIST:
        raise Stop("--json is for the list", "sessions export ID --format json")
    if (form or out) and action is not Action.EXPORT:
        raise Stop("--format and --out are for sessions export")
    if action is Action.LIST:
        if given:
            raise Stop("the list needs no id", f"{PROGRAM} sessions show {given[0]}")
        return _list(folder, as_json)
    if action is Action.DELETE:
        return _delete(folder, given, yes)
    if len(given) != 1:
        raise Stop(
            f"sessions {action} needs the id of one session", f"{PROGRAM} sessions lists all"
        )
    session = session_named(folder, given[0])
    if session.unread:
        complain(f"{counted(session.unread, 'line')} of the journal could not be read")
    if action is Action.SHOW:
        print("\n".join(_shown(session)))
        return Status.ANSWERED
    return _export(session, form, out, yes)


def _list(folder: Path, as_json: bool) -> int:
    from arguendo.journal.exporting import VERSION, SessionList, session_object
    from arguendo.journal.files import journals

    listed = tuple(session_object(folder, each) for each in journals(folder))
    if as_json:
        from arguendo.export.wire import encode

        print(encode(SessionList(VERSION, listed)))
        return Status.ANSWERED
    for line in _rows(listed):
        print(line)
    if not listed:
        complain("no conversations are kept yet")
    elif len(listed) > MANY:
        room = sum(each.bytes for each in listed) / (1 << 20)
        complain(
            f"{len(listed)} conversations are kept, {room:.1f} MB in all",
            f"none is deleted by itself: {PROGRAM} sessions delete ID",
        )
    return Status.ANSWERED


def _rows(listed: Sequence[SessionOf]) -> Iterator[str]:
    from arguendo.problems import clipped, printable

    rows = []
    for each in listed:
        when = f"{each.begun:%Y-%m-%d %H:%M}" if each.begun else ""
        name = printable(each.rule_base.name)[:24] if each.rule_base else ""
        count = "" if each.turns is None else counted(each.turns, "turn")
        told = f"cannot be read: {each.problem}" if each.problem else each.first_question
        rows.append((each.id, when, name, count, clipped(printable(told or ""))))
    widths = [max(len(row[place]) for row in rows) for place in range(4)] if rows else []
    most = width()
    for row in rows:
        cells = [f"{cell:<{room}}" for cell, room in zip(row[:4], widths, strict=True)]
        yield "  ".join([*cells, row[4]])[: most and most - 1].rstrip()


def _shown(session: Session) -> Iterator[str]:
    from arguendo.problems import clipped, printable
    from arguendo.wording.page import Role
    from arguendo_tui.plain import text_of
    from arguendo_tui.presenters.transcript import of_session, pages

    transcript, most = of_session(session), width()
    yield printable(clipped(transcript.title))
    yield f"{session.id}, {session.head.at:%Y-%m-%d %H:%M} UTC"
    for turn in session.turns:
        yield from ("", f"> {printable(turn.said.question)}", "")
        yield "\n\n".join(text_of(page.without(Role.SUGGESTION), most) for page in pages(turn))
    if session.unanswered:
        yield from ("", f"> {printable(session.unanswered)}", "")
        yield "(The program ended before this was answered.)"


def _export(session: Session, form: Form | None, out: Path | None, yes: bool) -> int:
    from arguendo_tui.presenters.transcript import of_session, writer_for

    names = {Form.MARKDOWN: ".md", Form.HTML: ".html", Form.JSON: ".json"}
    name = names[form] if form else (out.name if out else ".md")
    text = writer_for(name)(of_session(session))
    if out is None:
        print(text, end="")
        return Status.ANSWERED
    if out.exists() and not yes:
        raise Stop(f"“{out}” exists already", "--yes overwrites it")
    write_text(out, text)
    return Status.ANSWERED


def _delete(folder: Path, ids: Sequence[str], yes: bool) -> int:
    """Delete sessions, once all of them are known and someone has said yes."""
    from arguendo.journal.files import Busy, delete

    if not ids:
        raise Stop("sessions delete needs the ids of sessions", f"{PROGRAM} sessions lists all")
    check_known(folder, ids)
    if not yes and not _agreed(ids):
        raise Stop("nothing was deleted", status=Status.UNANSWERED)
    for id in dict.fromkeys(ids):
        try:
            delete(folder, id)
        except Busy as error:
            raise Stop(
                f"session “{id}” is open in another program", "end it there first"
            ) from error
        except OSError as error:
            raise Stop(f"session “{id}” cannot be deleted: {error.strerror or error}") from error
    return Status.ANSWERED


def _agreed(ids: Sequence[str]) -> bool:
    if not sys.stdin.isatty():
        raise Stop("deleting asks first, and nobody can answer here", "--yes deletes unasked")
    what = f"session {ids[0]}" if len(ids) == 1 else counted(len(ids), "session")
    print(f"Delete {what} for good? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
