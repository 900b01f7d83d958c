"""Line mode: the conversation as lines, in a terminal, on a dumb one, or through a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TypeAlias

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.journal.turns import edition_of, stage_of
from arguendo.problems import printable
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.minutes import Minutes
from arguendo_tui.plain import Line, lines, text_of
from arguendo_tui.sittings import Sitting, resumed
from arguendo_tui.surroundings import has_terminal, is_dumb, made, state_folder
from arguendo_tui.turns import (
    EXPORTING,
    Talk,
    asked,
    completions,
    exports,
    failed_inside,
    greeting,
    prompt,
    turn,
)

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import History

Ask: TypeAlias = Callable[[str], str | None]
"""Asks for a line, given a prompt; None when the input has ended."""
Show: TypeAlias = Callable[[Page], None]

STYLES = {
    "answer": "bold",
    "heading": "ansicyan bold",
    "note": "ansibrightblack",
    "outlook": "ansigreen",
    "suggestion": "ansiblue",
    "prompt": "ansimagenta bold",
}
"""Colours by role, from the sixteen that follow the terminal's own theme."""


def talk(case: Case, sitting: Sitting | None = None) -> int:
    """Talk until the person leaves or the input ends; return the exit status.

    A sitting tells which session is gone on with, and where the conversation is kept.
    """
    minutes = Minutes(sitting.journal(case) if sitting else None)
    talking, back = Talk(State(case)), Page(())
    if sitting and sitting.session:
        minutes.recall(sitting.session.turns)
        talking, back = resumed(case, sitting.session, sitting.gone(case))
    ask, show = means(case)
    if back.blocks or has_terminal():
        show(back if back.blocks else greeting(case.rulebase))
    with closing(minutes):
        _go_on(talking, minutes, ask, show)
    return 0


def means(case: Case) -> tuple[Ask, Show]:
    """Return how to ask and how to show in a pipe, on a dumb terminal, or on any other."""
    if not has_terminal():
        return _piped(sys.stdin), _show_plainly
    if is_dumb(os.environ):
        return _typed, _show_plainly
    session = new_session(case)
    return _prompting(session), _showing(session)


def _go_on(talking: Talk, minutes: Minutes, ask: Ask, show: Show) -> None:
    """Take turn after turn, each kept before its answer is shown."""
    while (said := ask(prompt(talking.state))) is not None:
        file = exports(said)
        if file is not None:
            show(_exported(talking.state, minutes, file))
            continue
        before, question = talking.state.proof, asked(talking, said)
        if question is not None:
            minutes.sent(question)
        try:
            talking, page = turn(talking, said)
        except Exception as error:  # whatever it is, the conversation is not lost
            show(_note(f"{failed_inside(error)}. Nothing was changed by it."))
            continue
        if page is None:
            return
        if question is not None and talking.last is not None:
            minutes.take(talking.state, talking.last, numbered=before)
        if page.blocks:
            show(page)
        if trouble := minutes.trouble():
            show(_note(trouble))


def _exported(state: State, minutes: Minutes, name: str) -> Page:
    """Write the conversation so far to a file that is not there yet, and say so."""
    from arguendo_tui.presenters.transcript import (
        ENDINGS,
        Transcript,
        file_name,
        tells_form,
        writer_for,
    )

    base = state.case.rulebase
    transcript = Transcript(
        base.title or base.name,
        edition_of(base),
        date.today().isoformat(),
        stage_of(state.case, state.supposed),
        tuple(minutes.turns),
        minutes.session,
    )
    if not tells_form(name):
        return _note(
            f"Name a file whose ending says in which form to write: {ENDINGS}. "
            f"For example: {EXPORTING} {file_name(transcript)}"
        )
    try:
        path = Path(name).expanduser()
        with path.open("x", encoding="utf-8") as file:
            file.write(writer_for(path.name)(transcript))
    except FileExistsError:
        said = f"“{path}” exists already: name another file."
    except OSError as error:
        said = f"“{path}” could not be written: {error.strerror or error}."
    except (ValueError, RuntimeError):
        said = f"“{name}” cannot be the name of a file."
    else:
        said = f"The conversation is written to “{path}”."
    return _note(said)


def _note(text: str) -> Page:
    return Page((Block(Role.NOTE, (printable(text),)),))


def _typed(shown: str) -> str | None:
    """Ask on a terminal that can only show lines."""
    try:
        return input(shown)
    except EOFError:
        print()
        return None


def _piped(source: Iterable[str]) -> Ask:
    """Read lines from a pipe or a file, and repeat each so that the output reads on its own."""
    given = iter(source)

    def ask(_: str) -> str | None:
        said = next(given, None)
        if said is not None and said.strip():
            print(f"> {printable(said.strip())}\n")
        return said

    return ask


def _show_plainly(page: Page) -> None:
    width = get_terminal_size().columns if sys.stdout.isatty() else None
    print(text_of(page, width), end="\n\n", flush=True)


def _prompting(session: PromptSession[str]) -> Ask:
    def ask(shown: str) -> str | None:
        while True:
            try:
                return session.prompt([("class:prompt", shown)])
            except KeyboardInterrupt:
                continue
            except EOFError:
                return None

    return ask


def new_session(case: Case) -> PromptSession[str]:
    """Make a prompt with history, completion on the tab key, and colours."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import ColorDepth
    from prompt_toolkit.styles import Style

    return PromptSession(
        color_depth=ColorDepth.from_env(),  # NO_COLOR
        history=_history(),
        completer=_completer(case),
        complete_while_typing=False,
        style=Style.from_dict(STYLES),
    )


def _history() -> History:
    """Keep what was typed in the state folder, or until the end where one cannot write there."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    folder = state_folder()
    file = folder / "history"
    if not made(folder) or (file.exists() and not os.access(file, os.R_OK | os.W_OK)):
        return InMemoryHistory()
    return FileHistory(str(file))


def _completer(case: Case) -> Completer:
    from prompt_toolkit.completion import Completer, Completion

    class Lines(Completer):
        """Completes to what the rule base knows."""

        def get_completions(
            self, document: Document, complete_event: CompleteEvent
        ) -> Iterable[Completion]:
            replaced, found = completions(case.rulebase, document.text_before_cursor)
            return [Completion(each, -replaced) for each in found]

    return Lines()


def _showing(session: PromptSession[str]) -> Show:
    """Show pages in the colours of their roles."""
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    def show(page: Page) -> None:
        columns = session.output.get_size().columns
        fragments = [*_fragments(lines(page, columns)), ("", "\n")]
        print_formatted_text(
            FormattedText(fragments),
            style=session.style,
            output=session.output,
            color_depth=session.app.color_depth,
            end="",
        )

    return show


def _fragments(shown: Iterable[Line]) -> Iterator[tuple[str, str]]:
    for line in shown:
        role = line.role or Role.REASON
        name = "heading" if line.heading else role.value
        yield (f"class:{name}" if name in STYLES else ""), f"{line.text}\n"
