from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import Reply, State
from arguendo.explanation.consultation import Word
from arguendo.export.queries import BadQuery
from arguendo.inquiry.query import (
    Beyond,
    Intent,
    Listing,
    Manner,
    Quantified,
    Quantity,
    Query,
    Step,
    Value,
)
from arguendo.journal.records import Edition, Put, Stage, Told, Turn, TypedQuery, now
from arguendo.journal.replaying import beginning, retraced
from arguendo.journal.turns import head_of, page_of, query_from, turn_of
from arguendo.rulebase import RuleBase
from arguendo.scenarios import Assumption, Scenario
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

PERSON = (Slot("who", ("person",)),)


def base(*people: str, qualifier: int = 2, digest: str = "d1") -> RuleBase:
    return rulebase(
        vocabulary=Vocabulary(
            [Entity(name, name.title(), "person") for name in people or ("ann", "bob")],
            [
                Predicate("invited", PERSON, "{who} is invited"),
                Predicate("comes", PERSON, "{who} comes"),
                Predicate("ill", PERSON, "{who} is ill"),
                Predicate("dances", PERSON, "{who} dances"),
                Predicate("aged", (*PERSON, Slot("age", ("number",))), "{who} is {age}"),
            ],
        ),
        facts=["invited(ann)"],
        questions=["ill(ann)"],
        rules=[
            rule("coming", if_=["invited(?x)"], unless=["ill(?x)"], then="comes(?x)", qualifier=2),
            rule("dancing", if_=["comes(?x)"], then="dances(?x)", qualifier=qualifier),
        ],
        scenarios=(Scenario("flu", "The flu", (Assumption(statement("ill(ann)"), 5),)),),
        digest=digest,
    )


KNOWN = base()


def case_of(known: RuleBase = KNOWN, scenario: str | None = None) -> Case:
    return Case.of(known, scenario, editing=True)


STATEMENTS = [
    statement(f"{p}({who})") for p in ("comes", "ill", "dances") for who in ("ann", "bob")
]
truths = st.dictionaries(st.sampled_from(STATEMENTS), st.booleans(), max_size=2)
EXTREMES = (Quantity.MOST, Quantity.LEAST)
quantified = st.builds(
    Quantified,
    st.sampled_from([each for each in Quantity if each not in EXTREMES]),
    st.just(statement("comes(?who)")),
    st.sampled_from([(), ("ann",)]),
    st.sampled_from([(), ("bob",)]),
    st.sampled_from([None, Value(0, "is less than", "3")]),
) | st.builds(
    Quantified,
    st.sampled_from(EXTREMES),
    st.just(statement("aged(?who, ?_1)")),
    value=st.just(Value(1)),
)
queries = st.builds(
    Query,
    st.sampled_from(Intent),
    st.none() | st.sampled_from(STATEMENTS),
    truths,
    entity=st.sampled_from([None, "ann"]),
    listing=st.none() | st.sampled_from(Listing),
    scenarios=st.sampled_from([(), ("flu",)]),
    fall=st.booleans(),
    denied=st.booleans(),
    quantified=st.none() | quantified,
    value=st.sampled_from([None, Value(0), Value(0, "is more than", "3")]),
    number=st.none() | st.integers(1, 3),
    back=st.none() | st.sampled_from(Step),
    besides=st.just(()) | st.tuples(st.sampled_from(STATEMENTS)),
    word=st.none() | st.sampled_from(Word),
    day=st.sampled_from([None, "", "2024-05", "2024-05-01"]),
    adds=st.booleans(),
    notes=st.sampled_from([(), ("taken so",)]),
    cases=st.just(()) | st.tuples(truths, truths),
    manner=st.none() | st.sampled_from(Manner),
    beyond=st.none() | st.sampled_from(Beyond),
    named=st.sampled_from(["", "Atlantis"]),
    near=st.sampled_from([(), ("ann",)]),
    two=st.sampled_from([(), ("ann", "bob")]),
    rival=st.none() | st.sampled_from(STATEMENTS),
)


def talked(case: Case, *lines: str | Query) -> tuple[State, list[Turn]]:
    """Hold a conversation, in words or by typed queries, and journal it."""
    state, turns = State(case), []
    for line in lines:
        proof = state.proof
        if isinstance(line, Query):
            state, reply = respond(state, line, "…")
        else:
            state, reply = converse(state, line)
        turns.append(turn_of(state, reply, numbered=proof))
    return state, turns


def assert_same(one: State, other: State) -> None:
    for case, again in ((one.case, other.case), (one.current, other.current)):
        assert list(case.assumptions.items()) == list(again.assumptions.items())
        assert (case.scenario, case.as_of) == (again.scenario, again.as_of)
        assert case.undo().assumptions == again.undo().assumptions
    assert (one.supposed is None) == (other.supposed is None)
    assert [t.question for t in one.turns] == [t.question for t in other.turns]
    assert [t.answer.query for t in one.turns] == [t.answer.query for t in other.turns]
    assert (one.proof, one.choices) == (other.proof, other.choices)
    assert _asked(one) == _asked(other)


def _asked(state: State) -> object:
    running = state.consultation
    return running and (running.goal, running.answers)


@settings(max_examples=40, deadline=None)
@given(st.lists(queries, max_size=5))
def test_a_session_gone_on_with_is_as_it_was(lines: list[Query]) -> None:
    state, turns = talked(case_of(), *lines)
    found = [*retraced(case_of(), turns)]
    assert not any(each.lost or each.differs for each in found)
    if found:
        assert_same(state, found[-1].state)


@pytest.mark.parametrize(
    "last", ["why 2", "and if not?", "scratch that", "why not?", "what if not"]
)
def test_what_refers_back_refers_to_the_same(last: str) -> None:
    lines = (
        "Does Ann dance?",
        "What if Ann is ill?",
        "Does Ann come?",
        "why 1",
        "Assume Bob comes",
    )
    state, turns = talked(case_of(), *lines)
    again = [*retraced(case_of(), turns)][-1].state
    assert converse(again, last)[1].page == converse(state, last)[1].page


@settings(max_examples=40, deadline=None)
@given(queries)
def test_every_query_is_read_as_it_was_written(query: Query) -> None:
    state, reply = respond(State(case_of()), query)
    assert query_from(turn_of(state, reply).said.query, KNOWN) == query


def test_readings_asked_back_can_still_be_picked() -> None:
    first, second = (Query(Intent.ASK, each, confidence=0.5) for each in STATEMENTS[:2])
    unclear = Query(**{f.name: getattr(first, f.name) for f in fields(Query)} | {"clarify": True})
    unclear = Query(**vars(unclear) | {"alternatives": (second,)})
    state, turns = talked(case_of(), unclear)
    (found,) = retraced(case_of(), turns)
    assert found.state.choices == state.choices != ()


def test_a_step_number_counts_in_the_proof_that_it_counted_in() -> None:
    case = case_of()
    state, turns = talked(case, Query(Intent.WHY, statement("dances(ann)")))
    shown = state.proof
    state, first = respond(state, Query(Intent.WHY, number=2), "why 2")
    turns.append(turn_of(state, first, numbered=shown))
    state, reply = respond(State(case, proof=shown), Query(Intent.WHY, number=1), "why 1")
    turns.append(turn_of(state, reply, numbered=shown))
    last = [*retraced(case_of(), turns)][-1].reply
    assert last is not None
    assert last.answer.query.statement == reply.answer.query.statement == statement("dances(ann)")


def test_a_step_on_the_stage_ends_a_what_if_and_asks_again() -> None:
    case = case_of()
    ask = Query(Intent.ASK, statement("dances(ann)"))
    ill = Query(Intent.WHAT_IF, statement("dances(ann)"), {statement("ill(ann)"): True})
    state, turns = talked(case, ask, ill)
    state, reply = respond(state.with_case(state.case), Query(Intent.ASSUME, scenarios=("flu",)))
    state, again = respond(state, ask, "Does Ann dance?")
    turns.append(turn_of(state, reply, again=again, by_hand=True))
    found = [*retraced(case_of(), turns)][-1]
    assert_same(state, found.state)
    assert found.again is not None
    assert found.again.page == again.page


def test_a_rule_base_read_anew_kept_the_stage_only() -> None:
    ill = Query(Intent.WHAT_IF, assume={statement("ill(ann)"): True})
    state, (first,) = talked(case_of(), ill)
    after, reply = respond(State(state.case), Query(Intent.ASK, statement("comes(ann)")))
    found = [*retraced(case_of(), [first, turn_of(after, reply, anew=True)])]
    assert_same(after, found[-1].state)


@pytest.mark.parametrize("last", ["why?", "no", "unknown"])
def test_a_consultation_goes_on(last: str) -> None:
    lines = ("Help me find out whether Ann dances.", "Does Bob come?")
    state, turns = talked(case_of(), *lines)
    again = [*retraced(case_of(), turns)][-1].state
    assert state.consultation is not None
    assert_same(state, again)
    assert converse(again, last)[1].page == converse(state, last)[1].page


def test_what_a_changed_rule_base_does_not_know_is_named_and_the_rest_put() -> None:
    comes = Query(Intent.ASK, statement("comes(bob)"))
    assume = Query(Intent.ASSUME, assume={statement("invited(ann)"): True})
    dances = Query(Intent.ASK, statement("dances(ann)"))
    _, turns = talked(case_of(), assume, comes, dances)
    changed = base("ann", "rob", qualifier=1, digest="d2")
    found = [*retraced(case_of(changed), turns)]
    assert ["bob" in each.lost for each in found] == [False, True, False]
    assert [each.differs for each in found] == [False, False, True]
    assert list(found[-1].state.case.assumptions) == [statement("invited(ann)")]


def test_it_begins_with_the_case_that_it_began_with() -> None:
    case = case_of(KNOWN, "flu").on("2024-05")
    begun, told = beginning(head_of(case, None, "one"), KNOWN)
    assert (begun.scenario, begun.assumptions) == ("flu", case.assumptions)
    assert (begun.as_of, told) == ("2024-05", "")


@pytest.mark.parametrize(
    ("scenario", "day", "told"), [("cold", None, "cold"), ("", "\x1b[1m", "not a date")]
)
def test_a_beginning_that_is_gone_is_told(scenario: str, day: str | None, told: str) -> None:
    head = head_of(case_of(), None, "one")
    changed = type(head)(1, "one", head.at, "", head.rule_base, scenario=scenario, as_of=day)
    assert told in beginning(changed, KNOWN)[1]


written = st.builds(
    TypedQuery,
    intent=st.sampled_from([each.value for each in Intent] + ["no"]),
    statement=st.none() | st.sampled_from(["comes(ann)", "comes(", "ill(ann)", "x", "dances(?x)"]),
    assume=st.dictionaries(st.sampled_from(["comes(ann)", "ill(bob)", "?"]), st.booleans()),
    entity=st.sampled_from([None, "ann", "zed"]),
    list=st.sampled_from([None, "facts", "none"]),
    by=st.sampled_from([None, "bob", "\x1b"]),
    degree=st.sampled_from([None, "likely", "surely"]),
    scenarios=st.lists(st.sampled_from(["flu", "cold"]), max_size=3).map(tuple),
    also=st.lists(st.sampled_from(["facts", "any", "all"]), max_size=2).map(tuple),
    number=st.none() | st.integers(-(2**63), 2**63 - 1),
    back=st.sampled_from([None, "undo", "reset", "redo"]),
    word=st.sampled_from([None, "yes", "back", "perhaps"]),
    day=st.sampled_from([None, "", "2024-05-01", "today"]),
    clarify=st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(written, written, st.booleans(), st.none() | st.just("ill(x)")), max_size=4)
)
def test_no_journal_does_any_harm(lines: list[tuple[TypedQuery, TypedQuery, bool, str]]) -> None:
    turns = [
        Turn(
            now(),
            Put("\x1b?", first, Told("holds"), numbered),
            Edition("", ""),
            Stage(),
            Put("", second, Told()),
            by_hand=by_hand,
        )
        for first, second, by_hand, numbered in lines
    ]
    found = [*retraced(case_of(), turns)]
    assert len(found) == len(turns)
    assert not any("inside the program" in each.lost for each in found)


def test_a_turn_that_fails_does_not_bar_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(state: State, query: Query, question: str) -> tuple[State, Reply]:
        if query.intent is Intent.HELP:
            return respond(state, query, question)
        raise ZeroDivisionError

    _, turns = talked(case_of(), Query(Intent.RECOMMEND), Query(Intent.HELP))
    monkeypatch.setattr("arguendo.journal.replaying.respond", fail)
    first, second = retraced(case_of(), turns)
    assert first.lost == "that fails inside the program (ZeroDivisionError)"
    assert second.reply is not None


def test_an_answer_is_kept_word_for_word() -> None:
    state, reply = converse(State(case_of()), "Does Ann dance?")
    assert page_of(turn_of(state, reply).said.answer) == reply.page


@pytest.mark.parametrize("two", [("ann", "zoe"), ("ann",), ("ann", "bob", "cyd")])
def test_which_two_are_compared_is_read_strictly(two: tuple[str, ...]) -> None:
    with pytest.raises(BadQuery):
        query_from(TypedQuery("compare", two=two), base("ann", "bob", "cyd"))
