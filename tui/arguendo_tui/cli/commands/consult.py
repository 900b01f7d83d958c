"""`arguendo consult`: find something out by answering the questions that bear on it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    complain,
    open_case,
    stay,
    width,
)

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.conversation.state import Reply, State
    from arguendo.explanation.changes import Change
    from arguendo.export.consultations import Saved
    from arguendo.inquiry.answer import Answer
    from arguendo.statements import Statement
    from arguendo.wording.page import Page

EXAMPLES = """Examples:

  arguendo consult "the town builds a bridge" --rule-base ./my-rules

  arguendo consult "builds(town)" --save answers.json --rule-base ./my-rules

  arguendo consult --answers answers.json --rule-base ./my-rules

  printf 'yes\\nno\\n' | arguendo consult "builds(town)" --json --rule-base ./my-rules
"""


PROMPT = "yes, no, unknown, why, back, stop> "


def run(
    context: typer.Context,
    goal: Annotated[
        list[str] | None,
        typer.Argument(metavar="GOAL", help="What to find out: a sentence or key."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the final answer as one JSON object.")
    ] = False,
    answers: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Answer as in a saved consultation, and compare."),
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write questions and answers to a file.")
    ] = None,
    scenario: ScenarioOption = None,
    assume: Annotated[
        list[str] | None,
        typer.Option(metavar="SENTENCE", help="Assume this first; may be repeated."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="Only what was known on that day.")
    ] = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Find out by answering the open questions that bear on it.

    The weightiest comes first. Answers are yes, no, unknown, why, back and stop, a line each.

    Exit status: 0 answered, 1 a conclusion is not what it was when the answers were saved, 2 wrong
    usage, 3 the rule base has errors.
    """
    text = " ".join(goal or ())
    if not text.strip() and answers is None:
        raise Stop("nothing is to be found out", 'for example: arguendo consult "…"')
    case = open_case(chosen_folder(context, rule_base), scenario, as_json=as_json)
    stay()
    earlier = _saved(answers, case) if answers else None
    case = _staged(case, earlier, scenario, assume or (), as_of)
    wanted = _goal(case, text, earlier)
    reply = _replayed(case, wanted, earlier) if earlier else _asked(case, wanted, as_json)
    since = _changed(reply, earlier)
    if save is not None:
        _save(save, reply)
    _print(reply, since if earlier else None, as_json)
    return Status.UNANSWERED if since else Status.ANSWERED


def _saved(file: Path, case: Case) -> Saved:
    from arguendo.export.consultations import LARGEST, read_saved
    from arguendo.export.queries import BadQuery

    try:
        with file.open("rb") as opened:
            found = read_saved(opened.read(LARGEST + 1), case.rulebase)
    except OSError as error:
        raise Stop(f"“{file}” cannot be read: {error.strerror or error}") from error
    except BadQuery as error:
        raise Stop(f"“{file}”: {error}", error.hint) from error
    for key in found.forgotten:
        complain(f"the rule base has no {key} any more")
    return found


def _staged(
    case: Case,
    earlier: Saved | None,
    scenario: str | None,
    assume: Sequence[str],
    as_of: str | None,
) -> Case:
    """Set the stage: that of the saved consultation, and what is given on the command line."""
    from arguendo.scale import NONE
    from arguendo_tui.cli.staging import day, stage

    if earlier is not None:
        if earlier.scenario and not scenario:
            case = case.choose(earlier.scenario)
        top = case.rulebase.scale.top
        case = case.assume_all({s: top if true else NONE for s, true in earlier.assume.items()})
    known = as_of or (earlier.as_of if earlier else None)
    if known is not None:
        case = case.on(day(known))
    return stage(case, assume, ()) if assume else case


def _goal(case: Case, text: str, earlier: Saved | None) -> Statement:
    from arguendo_tui.cli.staging import goal

    return earlier.goal if earlier and not text.strip() else goal(case, text)


def _asked(case: Case, goal: Statement, as_json: bool) -> Reply:
    """Ask until it is over; other questions are answered in between."""
    from arguendo.conversation.dialogue import converse
    from arguendo_tui.line import means

    ask, show = (_ask_aside, _show_aside) if as_json else means(case)
    state, reply = _turn(case, goal)
    while state.consultation is not None and not state.consultation.is_over:
        show(reply.page)
        said = ask(PROMPT)
        if said is None:
            break
        if said.strip():
            state, reply = converse(state, said)
    return reply if _is_last(reply) else _turn(state, goal, "stop")[1]


def _is_last(reply: Reply) -> bool:
    found = reply.answer.consultation
    return found is not None and found.is_over


def _ask_aside(shown: str) -> str | None:
    """Ask where the standard output is for data alone."""
    print(shown, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def _show_aside(page: Page) -> None:
    from arguendo_tui.plain import text_of

    print(text_of(page), end="\n\n", file=sys.stderr, flush=True)


def _turn(start: Case | State, goal: Statement, word: str | None = None) -> tuple[State, Reply]:
    from arguendo.conversation.dialogue import respond
    from arguendo.conversation.state import State
    from arguendo.explanation.consultation import Word
    from arguendo.inquiry.query import Intent, Query

    state = start if isinstance(start, State) else State(start)
    return respond(state, Query(Intent.CONSULT, goal, word=Word(word) if word else None))


def _replayed(case: Case, goal: Statement, earlier: Saved) -> Reply:
    """Answer as was answered then; what was not asked then is left unknown."""
    state, reply = _turn(case, goal)
    new, used = [], set()
    while (asked := _question(state)) is not None:
        word = earlier.answers.get(asked)
        used.add(asked)
        if word is None:
            new.append(asked)
        state, reply = _turn(state, goal, word.value if word else "unknown")
    _tell_differences(case, new, [each for each in earlier.answers if each not in used])
    return reply


def _question(state: State) -> Statement | None:
    found = state.consultation
    asked = found.next() if found else None
    return asked.statement if asked else None


def _tell_differences(case: Case, new: Sequence[Statement], idle: Sequence[Statement]) -> None:
    from arguendo.wording.statements import Speaker

    speaker = Speaker(case.rulebase)
    for each in new:
        complain(f"not asked then, and left unknown: {speaker.asks(each)}")
    for each in idle:
        complain(f"no longer asked: {speaker.asks(each)}")


def _save(file: Path, reply: Reply) -> None:
    from arguendo.export.consultations import saved

    found = reply.answer.consultation
    if found is None:
        return
    try:
        file.write_text(saved(found) + "\n", encoding="utf-8")
    except OSError as error:
        raise Stop(f"“{file}” cannot be written: {error.strerror or error}") from error


def _changed(reply: Reply, earlier: Saved | None) -> tuple[Change, ...]:
    """List what stands otherwise than when the answers were saved."""
    from arguendo.export.consultations import changed

    found = reply.answer.consultation
    return changed(earlier.conclusions, found) if earlier and found else ()


def _print(reply: Reply, since: tuple[Change, ...] | None, as_json: bool) -> None:
    """Print the final answer; `since` is what changed since the answers were saved."""
    if as_json:
        from arguendo.export.replies import exchange
        from arguendo.export.wire import encode

        told = reply if since is None else replace(reply, answer=_with(reply, since))
        print(encode(exchange(told)))
        return
    from arguendo.wording.consultation import compared
    from arguendo_tui.plain import text_of

    page = reply.page if since is None else compared(reply.page, reply.answer, since)
    print(text_of(page, width()))


def _with(reply: Reply, since: tuple[Change, ...]) -> Answer:
    return replace(reply.answer, changes=since)
