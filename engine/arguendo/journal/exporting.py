"""Sessions as JSON for other programs: the list of them, and a whole conversation.

Every field is always there: null or empty where it does not apply.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from arguendo.export.replies import paragraph
from arguendo.export.wire import Reading, RuleBaseName, Understood
from arguendo.journal.files import Kept, Unreadable, read
from arguendo.journal.records import Edition, Put, Stage, Turn, TypedQuery
from arguendo.journal.turns import page_of, reasoning_of

VERSION = 1


class SessionOf(Struct, frozen=True):
    """A session in the list; one that cannot be read has a problem and little else."""

    id: str
    begun: datetime | None
    rule_base: RuleBaseName | None
    folder: str | None
    turns: int | None
    first_question: str | None
    unanswered: str | None
    bytes: int
    problem: str | None


class SessionList(Struct, frozen=True):
    """All sessions, the one last written to first."""

    version: int
    sessions: tuple[SessionOf, ...]


class AnswerOf(Struct, frozen=True):
    """What was answered."""

    status: str | None
    degree: str | None
    text: str
    reasoning: str
    """What lies behind it, step by step."""


class PutOf(Struct, frozen=True):
    """A question that was put, and its answer."""

    question: str
    understood: Understood
    answer: AnswerOf


class StageOf(Struct, frozen=True):
    """The case of a conversation; `supposed` is what a what-if in force supposes besides."""

    scenario: str | None
    assumptions: dict[str, bool]
    displaced: tuple[str, ...]
    as_of: str | None
    supposed: dict[str, bool]


class TurnOf(Struct, frozen=True):
    """A turn; `again` is the last question, put anew after a step on the stage."""

    at: datetime
    question: str
    understood: Understood
    answer: AnswerOf
    again: PutOf | None
    case: StageOf
    """The case of the conversation after the turn."""


class Conversation(Struct, frozen=True):
    """A whole conversation."""

    version: int
    session: str | None
    title: str
    rule_base: RuleBaseName
    date: str
    turns: tuple[TurnOf, ...]


def session_object(folder: Path, kept: Kept) -> SessionOf:
    """Make the object for a session in a folder, whether it can be read or not."""
    try:
        session = read(folder, kept.id)
    except Unreadable as error:
        return SessionOf(kept.id, None, None, None, None, None, None, kept.size, str(error))
    head, turns = session.head, session.turns
    return SessionOf(
        kept.id,
        head.at,
        edition_object(turns[-1].rule_base if turns else head.rule_base),
        head.folder,
        len(turns),
        turns[0].said.question if turns else session.unanswered or None,
        session.unanswered or None,
        kept.size,
        None,
    )


def turn_object(turn: Turn) -> TurnOf:
    """Make the object for a turn."""
    said = _put(turn.said)
    again = _put(turn.again) if turn.again else None
    return TurnOf(turn.at, said.question, said.understood, said.answer, again, _case(turn.case))


def edition_object(edition: Edition) -> RuleBaseName:
    """Make the object for the rule base that answered."""
    return RuleBaseName(edition.name, edition.digest)


def _put(put: Put) -> PutOf:
    told = AnswerOf(
        put.answer.status,
        put.answer.degree,
        paragraph(page_of(put.answer)),
        reasoning_of(put.answer).text,
    )
    return PutOf(put.question, _understood(put.query), told)


def _understood(query: TypedQuery) -> Understood:
    return Understood(
        query.intent,
        query.statement,
        query.assume,
        query.entity,
        query.list,
        query.rule,
        query.paragraph,
        query.by,
        query.degree,
        query.scenarios,
        query.fall,
        query.also,
        query.cases,
        query.denied,
        query.quantified,
        query.value,
        query.two,
        query.rival,
        query.confidence,
        query.clarify,
        tuple(Reading(each.intent, each.statement, each.confidence) for each in query.alternatives),
    )


def _case(stage: Stage) -> StageOf:
    return StageOf(stage.scenario, stage.assumptions, (), stage.as_of, stage.supposed)
