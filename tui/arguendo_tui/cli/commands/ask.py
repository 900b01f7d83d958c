"""`arguendo ask`: answer one question, or a file of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from arguendo_tui.cli.console import (
    AssumeOption,
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    SupposeAwayOption,
    chosen_folder,
    open_case,
    stay,
    width,
)
from arguendo_tui.cli.counting import counted

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.conversation.state import Reply
    from arguendo.export.wire import Certificate

EXAMPLES = """Examples:

  arguendo ask "Does the strategy work?"

  arguendo ask --json --scenario NAME "Why not?"

  arguendo ask --query '{"intent": "list", "list": "open"}' --json

  arguendo ask --dialogue questions.txt
"""


@dataclass(frozen=True)
class Form:
    """In which form answers are printed."""

    as_json: bool = False
    brief: bool = False
    full: bool = False
    certify: bool = False


Question: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="QUESTION", help="A question in plain English.")
]
AsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Print one JSON object (with --dialogue always).")
]
TypedQuery: TypeAlias = Annotated[
    str | None, typer.Option(metavar="JSON", help="A typed query instead of a question.")
]
Dialogue: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="One question a line, JSON Lines out; an empty line starts anew; - is stdin.",
    ),
]


def run(
    context: typer.Context,
    question: Question = None,
    as_json: AsJson = False,
    query: TypedQuery = None,
    dialogue: Dialogue = None,
    scenario: ScenarioOption = None,
    assume: AssumeOption = None,
    suppose_away: SupposeAwayOption = None,
    brief: Annotated[bool, typer.Option("--brief", help="Only the direct answer.")] = False,
    full: Annotated[bool, typer.Option("--full", help="The whole reasoning as well.")] = False,
    also: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT", help="What it would take may change: facts, or any statement."
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="ENTITY", help="Only what this actor controls may change.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="Only what was known on that day.")
    ] = None,
    certify: Annotated[
        bool, typer.Option("--certify", help="Prove the answer to a checker without the engine.")
    ] = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Answer one question, or a file of them.

    Exit status: 0 answered, 1 out of scope or in need of clarifying, 2 wrong usage, 3 the rule base
    has errors.
    """
    text = " ".join(question or ())
    _one_way_to_ask(text, query, dialogue)
    if brief and full:
        raise Stop("--brief and --full exclude each other")
    form = Form(as_json or dialogue is not None, brief, full, certify)
    case = open_case(chosen_folder(context, rule_base), scenario, as_json=form.as_json)
    case = _staged(case, assume or (), suppose_away or (), as_of)
    if dialogue is not None:
        return _converse(case, dialogue, form)
    reply = _to_query(case, query) if query is not None else _to_question(case, text)
    reply = _within(case, reply, also or (), by)
    print(_written(reply, form))
    return _status(reply)


def _staged(case: Case, assume: Sequence[str], away: Sequence[str], as_of: str | None) -> Case:
    """Set the stage. Raises `Stop`."""
    if not (assume or away or as_of):
        return case
    from arguendo_tui.cli.staging import day, stage

    known = case if as_of is None else case.on(day(as_of))
    return stage(known, assume, away)


def _within(case: Case, reply: Reply, also: Sequence[str], by: str | None) -> Reply:
    """Answer anew with what may change said on the command line. Raises `Stop`."""
    if not (also or by):
        return reply
    from arguendo.conversation.dialogue import respond
    from arguendo.conversation.state import State
    from arguendo.inquiry.query import Intent
    from arguendo_tui.cli.staging import actor, changeable

    query = reply.answer.query
    if query.intent is not Intent.WHAT_WOULD_IT_TAKE:
        raise Stop("--also and --by go with what it would take", "ask: what would it take for …?")
    wider = replace(
        query, also=query.also | changeable(also), by=actor(case, by) if by else query.by
    )
    return respond(State(case), wider, reply.question)[1]


def _one_way_to_ask(text: str, query: str | None, dialogue: str | None) -> None:
    ways = sum((bool(text.strip()), query is not None, dialogue is not None))
    if ways != 1:
        message = "a question, --query and --dialogue exclude each other"
        hint = 'for example: arguendo ask "What are the open questions?"'
        raise Stop(message if ways else "nothing is asked", hint)


def _to_question(case: Case, text: str) -> Reply:
    from arguendo.conversation.dialogue import converse
    from arguendo.conversation.state import State

    return converse(State(case), text)[1]


def _to_query(case: Case, text: str) -> Reply:
    """Answer a typed query; no language is read."""
    from arguendo.conversation.dialogue import respond
    from arguendo.conversation.state import State
    from arguendo.export.queries import BadQuery, read_query

    try:
        query = read_query(text, case.rulebase)
    except BadQuery as error:
        raise Stop(str(error), error.hint) from error
    return respond(State(case), query)[1]


def _converse(case: Case, name: str, form: Form) -> int:
    """Answer one question a line, an object each, with the conversation's state between them."""
    from arguendo.conversation.dialogue import converse
    from arguendo.conversation.state import State

    stay()
    state = State(case)
    for line in _lines(name):
        if not line:
            state = State(case)
            continue
        state, reply = converse(state, line)
        print(_written(reply, form), flush=True)
    return Status.ANSWERED


def _lines(name: str) -> Iterator[str]:
    """Go through the lines of a file, or of the standard input for `-`, as they come."""
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
            first = True
            for line in file:
                yield line.decode("utf-8-sig" if first else "utf-8", errors="replace").strip()
                first = False
    except OSError as error:
        raise Stop(f"“{name}” cannot be read: {error.strerror or error}") from error


def _written(reply: Reply, form: Form) -> str:
    certificate, proven = _certified(reply) if form.certify else (None, "")
    if form.as_json:
        from arguendo.export.replies import exchange
        from arguendo.export.wire import encode

        return encode(exchange(reply, certificate))
    return "\n\n".join(filter(None, (_in_words(reply, form), proven)))


def _certified(reply: Reply) -> tuple[Certificate, str]:
    """Make the certificate of an answer, have it checked, and say so."""
    from arguendo.export.proving import prove

    certificate, statements = prove(reply)
    held = counted(statements, "statement that holds", "statements that hold")
    return certificate, f"Certified: {held}, proven anew by the rules alone."


def _in_words(reply: Reply, form: Form) -> str:
    from arguendo.wording.page import Block, Page, Role
    from arguendo_tui.plain import text_of, wrapped

    if form.brief:
        from arguendo.wording.rulings import alone

        # What lies beyond the argument, or is not clear, has no answer of its own.
        told = "" if _is_lost(reply) else alone(reply.answer)
        return "\n".join(wrapped(told or reply.page.answer, width()))
    pages = [reply.page, reply.detail] if form.full else [reply.page]
    if _is_lost(reply) and reply.suggestions:
        pages.append(Page((Block(Role.LIST, reply.suggestions, "You could ask"),)))
    return "\n\n".join(filter(None, (text_of(page, width()) for page in pages)))


def _status(reply: Reply) -> Status:
    return Status.UNANSWERED if _is_lost(reply) else Status.ANSWERED


def _is_lost(reply: Reply) -> bool:
    """Tell whether a question was not answered, but beyond the argument or asked back."""
    from arguendo.inquiry.query import Intent

    query = reply.answer.query
    return query.clarify or query.intent is Intent.OUT_OF_SCOPE
