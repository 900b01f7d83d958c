"""Turns of a conversation as records, and the queries of records as queries again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import json

from arguendo.case import Case
from arguendo.conversation.state import Reply, State
from arguendo.explanation.consultation import Word
from arguendo.explanation.why import Proof
from arguendo.export.queries import (
    FIELDS,
    BadQuery,
    asked_of,
    query_of,
    read_choice,
    read_key,
    value_of,
)
from arguendo.inquiry.query import Beyond, Manner, Query
from arguendo.journal import records
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.vocabulary.words import is_date
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.shifts import assumed
from arguendo.wording.teller import Teller


def head_of(case: Case, folder: Path | None, session: str) -> records.Head:
    """Make the first line of a journal: the case that a conversation begins with."""
    rulebase = case.rulebase
    return records.Head(
        records.VERSION,
        session,
        records.now(),
        _program(),
        edition_of(rulebase),
        rulebase.title or rulebase.name,
        str(folder.resolve()) if folder else None,
        case.scenario,
        case.as_of,
    )


def sent(text: str) -> records.Sent:
    """Make the record of a line that is about to be answered."""
    return records.Sent(records.now(), records.kept(text))


def turn_of(
    state: State,
    reply: Reply,
    *,
    numbered: Proof | None = None,
    again: Reply | None = None,
    by_hand: bool = False,
    anew: bool = False,
) -> records.Turn:
    """Make the record of a turn that led to a state.

    `numbered` is the proof whose steps a number in the query would count; `again` the last
    question put anew, after a step on the stage that was taken `by_hand`.
    """
    return records.Turn(
        records.now(),
        _put(reply, numbered),
        edition_of(state.case.rulebase),
        stage_of(state.case, state.supposed),
        _put(again) if again else None,
        by_hand,
        anew,
    )


def stage_of(case: Case, supposed: Case | None = None) -> records.Stage:
    """Make the record of a case, and of what a what-if supposes on it, in keys and in words."""
    scenario = case.rulebase.scenario.get(case.scenario)
    over = besides(case, supposed) if supposed is not None else {}
    return records.Stage(
        case.scenario or None,
        scenario.title if scenario else "",
        _in_keys(case.assumptions),
        tuple(assumed(Teller(case), case.assumptions.items())),
        case.as_of,
        _in_keys(over),
        tuple(assumed(Teller(case), over.items())),
    )


def besides(case: Case, supposed: Case) -> dict[Statement, int]:
    """Return what a case supposes besides another, or instead of what that assumes."""
    return {s: d for s, d in supposed.assumptions.items() if case.assumptions.get(s) != d}


def _in_keys(degrees: Mapping[Statement, int]) -> dict[str, bool]:
    return {statement.key: degree > NONE for statement, degree in degrees.items()}


def edition_of(rulebase: RuleBase) -> records.Edition:
    """Make the record of which rule base answers."""
    return records.Edition(rulebase.name, rulebase.digest)


def query_from(written: records.TypedQuery, rulebase: RuleBase) -> Query:
    """Read a query of a journal in a rule base. Raises `BadQuery`.

    Other readings that the rule base does not know any more are left out.
    """
    fields: dict[str, object] = json.decode(json.encode(written))
    query = query_of({name: fields[name] for name in FIELDS if name in fields}, rulebase)
    if written.day and not is_date(written.day):
        raise BadQuery(f"“{written.day}” is not a date")
    others = []
    for each in written.alternatives:
        try:
            others.append(query_from(each, rulebase))
        except BadQuery:
            continue
    return replace(
        query,
        number=written.number,
        word=read_choice(written.word, "word", Word) if written.word else None,
        day=written.day,
        adds=written.adds,
        notes=written.notes,
        unread=written.unread,
        confidence=written.confidence,
        clarify=written.clarify,
        alternatives=tuple(others),
        manner=read_choice(written.manner, "manner", Manner) if written.manner else None,
        beyond=read_choice(written.beyond, "reason", Beyond) if written.beyond else None,
        besides=tuple(read_key(each, rulebase) for each in written.besides),
        named=written.named,
        near=tuple(each for each in written.near if each in rulebase.vocabulary.entities),
    )


def page_of(told: records.Told) -> Page:
    """Make the page of an answer again; what plays no known role is told as a reason."""
    return _page(told.text)


def reasoning_of(told: records.Told) -> Page:
    """Make the page of the reasoning behind an answer again."""
    return _page(told.reasoning)


def _page(passages: Iterable[records.Passage]) -> Page:
    roles = {role.value: role for role in Role}
    return Page(
        tuple(
            Block(roles.get(each.role, Role.REASON), each.lines, each.heading) for each in passages
        )
    )


def _put(reply: Reply, numbered: Proof | None = None) -> records.Put:
    query = reply.asked or reply.answer.query
    goal = numbered.goal.key if numbered and query.number is not None else None
    return records.Put(records.kept(reply.question), _written(query), _told(reply), goal)


def _written(query: Query) -> records.TypedQuery:
    return records.TypedQuery(
        query.intent.value,
        query.statement.key if query.statement else None,
        {statement.key: true for statement, true in query.assume.items()},
        query.entity,
        query.listing.value if query.listing else None,
        query.by,
        query.degree,
        query.scenarios,
        query.fall,
        tuple(sorted(each.value for each in query.also)),
        query.number,
        query.back.value if query.back else None,
        query.word.value if query.word else None,
        query.day,
        query.adds,
        query.notes,
        query.confidence,
        query.clarify,
        tuple(map(_written, query.alternatives)),
        tuple({s.key: true for s, true in each.items()} for each in query.cases),
        query.manner.value if query.manner else None,
        query.beyond.value if query.beyond else None,
        query.named,
        query.near,
        tuple(each.key for each in query.besides),
        query.denied,
        asked_of(query.quantified),
        value_of(query.value),
        query.rule,
        query.paragraph,
        query.unread,
        query.two,
        query.rival.key if query.rival else None,
    )


def _told(reply: Reply) -> records.Told:
    standing = reply.answer.standing
    scale = reply.answer.case.rulebase.scale
    return records.Told(
        standing.status.value if standing else None,
        scale.word(standing.degree) if standing else None,
        tuple(map(_passage, reply.page.blocks)),
        tuple(_reasoning(reply.detail)),
    )


def _passage(block: Block) -> records.Passage:
    return records.Passage(block.role.value, block.lines, block.heading)


def _reasoning(page: Page) -> Iterator[records.Passage]:
    """Go through the reasoning as far as so much of it is kept."""
    room = records.MOST_REASONED
    for block in page.blocks:
        lines = []
        for line in block.lines:
            room -= len(line)
            lines.append(line if room >= 0 else "…")
            if room < 0:
                break
        yield _passage(replace(block, lines=tuple(lines)))
        if room < 0:
            return


def _program() -> str:
    try:
        return version("arguendo")
    except PackageNotFoundError:
        return ""
