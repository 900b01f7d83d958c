"""What a follow-up is about that names nothing: what was talked of since the last question."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import written

KNOWLEDGE = """\
rule base:
  name: bridge
  title: Is the bridge built?
  scenario: bare
sources:
  minutes:
    title: Minutes
    paragraphs:
      m1: The council may pay.
      m2: The ferry is old.
entities:
  council: {name: the council, kind: body}
  bridge: {name: the bridge, kind: work}
  ferry: {name: the ferry, kind: work}
  owners: {name: the owners, kind: body}
statements:
  pays: {slots: {body: body, work: work}, says: "{body} [pays|pay] for {work}"}
  gives_land: {slots: {body: body, work: work}, says: "{body} [gives|give] land for {work}"}
  old: {slots: {work: work}, says: "{work} [is|are] old"}
  retired: {slots: {work: work}, says: "{work} [is|are] retired"}
  built: {slots: {work: work}, says: "{work} [is|are] built"}
  painted: {slots: {work: work}, says: "{work} [is|are] painted"}
facts:
  - say: the ferry is old
    source: m2
questions:
  - ask: the council pays for the bridge
    by: council
    source: m1
  - ask: the owners give land for the bridge
  - ask: the council pays for the ferry
scenarios:
  bare:
    title: As it stands
    expect:
      - the bridge is built: not established
  paid:
    title: All is paid
    assume:
      - the council pays for the bridge
      - the owners give land for the bridge
    expect:
      - the bridge is built: almost certain
"""
RULES = """\
rules:
  - id: old
    title: What is old is retired
    if: ["?work is old", "the council pays for the ferry"]
    then: "?work is retired"
    because: So it is.
  - id: built
    title: What is paid for is built
    if: ["?_ pays for the bridge", "?_ gives land for the bridge"]
    then: "the bridge is built"
    because: So it is.
  - id: painted
    title: What is built is painted
    if: ["?work is built"]
    then: "?work is painted"
    because: So it is.
"""
BUILT, RETIRED = Statement("built", ("bridge",)), Statement("retired", ("ferry",))
PAYS, LAND = Statement("pays", ("council", "bridge")), Statement("gives_land", ("owners", "bridge"))
PUT_TO_NOTHING = Query(Intent.WHAT_IF, None, {PAYS: True})


@cache
def bridge() -> Case:
    return written(KNOWLEDGE, RULES)


def after(*put: Query) -> State:
    """Return a conversation in which queries were put."""
    state = State(bridge())
    for query in put:
        state, _ = respond(state, query, "?")
    return state


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What's still missing?", Intent.WHY_NOT),
        ("What else does it need?", Intent.WHAT_WOULD_IT_TAKE),
        ("Would that be enough?", Intent.WHAT_WOULD_IT_TAKE),
    ],
)
@pytest.mark.parametrize("supposing", [Intent.WHAT_IF, Intent.ASSUME])
def test_what_is_supposed_of_nothing_is_talked_of_rather_than_an_older_question(
    text: str, intent: Intent, supposing: Intent
) -> None:
    state = after(Query(Intent.ASK, RETIRED), Query(supposing, None, {PAYS: True}))
    query = understand(state, text)
    assert (query.intent, query.statement) == (intent, BUILT)


def test_whether_it_helps_is_asked_of_what_all_is_about_where_nothing_was_asked() -> None:
    query = understand(after(PUT_TO_NOTHING), "Does that help?")
    assert (query.intent, query.statement) == (Intent.ASK, BUILT)


def test_nothing_is_missing_for_what_all_is_about_where_that_holds() -> None:
    everything = Query(Intent.WHAT_IF, None, {PAYS: True, LAND: True})
    assert understand(after(everything), "What's still missing?").statement == BUILT


def test_an_older_question_on_which_it_bears_stays_the_topic() -> None:
    painted = Statement("painted", ("bridge",))
    query = understand(after(Query(Intent.ASK, painted), PUT_TO_NOTHING), "What's still missing?")
    assert query.statement == painted


def test_the_source_is_asked_for_of_what_is_supposed_of_nothing() -> None:
    query = understand(after(Query(Intent.ASK, RETIRED), PUT_TO_NOTHING), "Which paragraph?")
    assert (query.intent, query.statement) == (Intent.SOURCE, PAYS)


def test_what_else_is_needed_is_asked_of_more_than_what_is_as_it_was_asked_for() -> None:
    supposing = Query(Intent.WHAT_IF, BUILT, {PAYS: True})
    wished = Query(Intent.ASK, LAND, denied=True)
    query = understand(after(supposing, wished), "What else do we need then?")
    assert (query.intent, query.statement) == (Intent.WHAT_WOULD_IT_TAKE, BUILT)
    query = understand(after(supposing, Query(Intent.ASK, RETIRED)), "What else do we need then?")
    assert query.statement == RETIRED


def test_a_scenario_is_not_put_to_what_was_only_offered_and_does_not_rest_on_it() -> None:
    for sure, goal in ((0.5, None), (0.9, RETIRED)):
        offered = Query(Intent.ASK, RETIRED, confidence=sure, clarify=sure < 0.9)
        query = understand(after(offered), "what if all is paid")
        assert (query.intent, query.statement) == (Intent.WHAT_IF, goal)


def test_what_was_offered_is_asked_back_about_again_by_every_turn_that_leans_on_it() -> None:
    state = after(Query(Intent.ASK, RETIRED, confidence=0.5, clarify=True))
    for text in ("Why not?", "What would it take?"):
        state, reply = converse(state, text)
        assert reply.answer.query.statement == RETIRED
        assert reply.answer.query.clarify


def test_after_something_was_taken_back_all_that_follows_is_told() -> None:
    state = after(Query(Intent.ASSUME, None, {PAYS: True}), Query(Intent.RETRACT, PAYS))
    query = understand(state, "So where does that leave us?")
    assert (query.intent, query.statement) == (Intent.WHAT_FOLLOWS, None)


def test_your_argument_is_the_whole_of_it_and_not_what_was_asked_last() -> None:
    for argument, goal in (("your argument", None), ("this", RETIRED)):
        query = understand(
            after(Query(Intent.ASK, RETIRED)), f"What is the weakest point of {argument}?"
        )
        assert (query.intent, query.statement) == (Intent.LINCHPINS, goal)
