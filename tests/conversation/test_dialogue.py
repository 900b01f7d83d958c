from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import club

PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
HOLDS = Statement("holds", ("club", "tournament"))
WET = Statement("wet_courts", ("club",))
TRUSTS = Statement("trusts", ("anna", "ben"))


def talk(*turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(club()), []
    for turn in turns:
        state, reply = converse(state, turn)
        replies.append(reply)
    return state, replies


def last(*turns: str) -> Query:
    return talk(*turns)[1][-1].answer.query


def test_a_follow_up_is_about_the_last_statement() -> None:
    for text, intent in (
        ("why not?", Intent.WHY_NOT),
        ("how come", Intent.WHY),
        ("which paragraph is that from", Intent.SOURCE),
        ("and what does that lead to?", Intent.WHAT_FOLLOWS),
        ("what's still missing?", Intent.WHY_NOT),
    ):
        query = last("does the club hold the tournament?", text)
        assert (query.intent, query.statement) == (intent, HOLDS), text


def test_pronouns_point_to_who_was_spoken_of() -> None:
    assert last("who is Ben?", "does he pay the fee?").statement == PAYS
    assert last("tell me about Anna", "what should she do?").entity == "anna"


def test_a_what_if_lasts_while_one_asks_about_the_same() -> None:
    state, replies = talk("If Ben pays and the courts are dry, does the club hold the tournament?")
    assert state.supposed is not None
    assert not state.case.assumptions
    state, reply = converse(state, "why?")
    assert reply.answer.before is state.supposed
    assert "holds" in replies[0].answer.standing.status.value if replies[0].answer.standing else ""
    state, _ = converse(state, "is it true that Anna trusts Ben?")
    assert state.supposed is None


def test_and_if_adds_to_a_what_if_and_another_what_if_begins_anew() -> None:
    begun = ("If Ben pays the fee, does the club hold the tournament?",)
    state, _ = talk(*begun, "and if the courts are dry as well?")
    assert state.supposed is not None
    assert set(state.supposed.assumptions) == {PAYS, WET}
    state, _ = talk(*begun, "ok and if the courts are dry?")
    assert state.supposed is not None
    assert set(state.supposed.assumptions) == {PAYS, WET}
    state, _ = talk(*begun, "what if the courts are dry as well?")
    assert state.supposed is not None
    assert set(state.supposed.assumptions) == {PAYS, WET}
    state, _ = talk(*begun, "what if Anna pays the fee?")
    assert state.supposed is not None
    assert set(state.supposed.assumptions) == {ANNA_PAYS}


def test_a_short_question_after_a_supposition_may_name_another_statement() -> None:
    for asks in ("would she trust Ben?", "does she trust Ben?"):
        query = last("does the club hold the tournament?", f"what if Anna pays, {asks}")
        assert query.statement == Statement("trusts", ("anna", "ben"))
    query = last("does the club hold the tournament?", "what if Anna pays? does it work then?")
    assert query.statement == HOLDS


def test_an_assumption_stands_until_it_is_taken_back() -> None:
    state, _ = talk("Assume that Ben pays the fee to the club.", "does Anna trust Ben?")
    assert state.case.assumptions.keys() == {PAYS}
    state, _ = converse(state, "Forget that Ben pays the fee.")
    assert not state.case.assumptions


def test_taking_back_a_fact_supposes_it_away() -> None:
    state, replies = talk("Forget about the wet courts.")
    assert replies[-1].answer.query.assume == {WET: False}
    assert state.case.assumptions == {WET: 0}


def test_steps_back() -> None:
    made = ("Assume Ben pays the club.", "Assume Anna pays the club.")
    for text, left in (
        ("undo", {PAYS}),
        ("scratch that", {PAYS}),
        ("start over", set()),
        ("forget the first one", {ANNA_PAYS}),
        ("scratch the last one", {PAYS}),
    ):
        assert talk(*made, text)[0].case.assumptions.keys() == left, text


@pytest.mark.parametrize(
    "back",
    [
        "Put everything back to how it was in the article.",
        "back to the text as it stands",
        "let's go back to reality",
        "return to the original facts",
        "ok, put things back as they were",
        "let us get back to the real world",
        "restore everything to the way it was",
        "back to what is actually the case",
        "put everything back",
    ],
)
def test_the_way_back_to_how_things_are_has_many_names(back: str) -> None:
    state, _ = talk("Assume Ben pays the club.", "Assume Anna pays the club.", back)
    assert not state.current.assumptions


@pytest.mark.parametrize("other", ["does Anna go back to the club?", "put it back how it was"])
def test_not_all_that_goes_back_is_taken_back(other: str) -> None:
    state, _ = talk("Assume Ben pays the club.", "Assume Anna pays the club.", other)
    assert state.current.assumptions


@pytest.mark.parametrize("back", ["/reset", "take everything back"])
def test_a_way_back_to_the_scenario_leaves_the_day_and_says_so(back: str) -> None:
    state, reply = talk("as of 5 August 2017", back)[0], talk("as of 5 August 2017", back)[1][-1]
    assert state.current.as_of is None
    assert "all that is reported counts" in reply.page.answer
    assert "assumptions are taken back" not in reply.page.answer
    state, replies = talk("as of 5 August 2017", "Assume Ben pays the club.", back)
    assert (state.current.as_of, dict(state.current.assumptions)) == (None, {})
    assert "all that is reported counts" in replies[-1].page.answer
    assert "assumptions are taken back" in replies[-1].page.answer


def test_undo_in_a_what_if_takes_back_what_was_supposed() -> None:
    state, _ = talk("what if Ben pays the club?", "undo")
    assert state.supposed is None


def test_a_way_back_to_the_scenario_leaves_what_was_supposed_and_says_so() -> None:
    state, (_, left, again) = talk("what if ben pays the fee?", "/reset", "/reset")
    assert state.supposed is None
    assert (left.answer.idle, again.answer.idle) == (False, True)
    assert left.page.answer.startswith("All of your own assumptions are taken back")


def test_an_assumption_keeps_what_is_supposed() -> None:
    state, _ = talk("If Ben pays, does the club hold the tournament?", "Assume Anna pays the club.")
    assert state.case.assumptions.keys() == {ANNA_PAYS}
    assert state.supposed is not None
    assert state.supposed.assumptions.keys() == {PAYS, ANNA_PAYS}


@pytest.mark.parametrize(
    "order", ["Suppose", "Suppose that", "Assume", "Say", "Imagine that", "And suppose", "Now say"]
)
@pytest.mark.parametrize("told", ["Ben pays the fee to the club", "Ben pays Greenfield its fee"])
def test_what_an_order_supposes_stands_however_it_is_worded(order: str, told: str) -> None:
    state, _ = talk(
        f"{order} {told}.", "does Anna trust Ben?", "what if the courts of the club are dry?"
    )
    assert state.case.assumptions.keys() == {PAYS}


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("What if Ben pays the fee to the club but Anna does not trust Ben?", (True, False)),
        ("Suppose Ben does not pay the club, but Anna trusts Ben.", (False, True)),
        ("If Anna doesn't trust Ben, the club holds the tournament?", (None, False)),
    ],
)
def test_declared_sentences_are_denied_word_for_word(
    text: str, assumed: tuple[bool | None, bool]
) -> None:
    query = last(text)
    assert (query.assume.get(PAYS), query.assume.get(TRUSTS)) == assumed
    assert not query.clarify


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What if Ben pays the fee, but Anna lives on the moon?", ["Anna lives on the moon"]),
        ("Suppose Ben pays the fee and Anna is a spy.", ["Anna is a spy"]),
        ("What if Ben pays the fee and the courts are dry?", []),
        ("What if Ben pays the fee, and I mean all of it?", []),
        ("What if Ben pays, and I know that Anna is a spy?", ["that Anna is a spy"]),
        ("If Ben pays the fee, any luck with the bakery?", ["any luck with the bakery"]),
        ("If Ben pays the fee, what then?", []),
        ("May Anna play in the final, if I may ask?", []),
        ("Suppose both of them pay the fee to the club.", []),
    ],
)
def test_what_of_a_supposition_was_not_understood_is_told(text: str, left: list[str]) -> None:
    page = talk(text)[1][-1].page.text
    assert [each for each in page.splitlines() if "left out" in each] == [
        f"“{each}” was not understood, and left out." for each in left
    ]


@pytest.mark.parametrize("ends", ["?", ", what then?", ". And then?"])
def test_an_order_that_asks_supposes_only_for_the_question(ends: str) -> None:
    state, _ = talk(f"Suppose Ben pays the fee to the club{ends}")
    assert not state.case.assumptions
    assert state.supposed is not None


def test_taking_one_back_keeps_all_else_that_was_supposed() -> None:
    made = ("Assume Ben pays the club.", "Assume Anna pays the club.")
    state, replies = talk(
        *made, "what if the courts of the club are dry?", "take back that Ben pays"
    )
    assert state.case.assumptions.keys() == {ANNA_PAYS}
    assert state.current.assumptions.keys() == {ANNA_PAYS, WET}
    assert (
        "It is assumed here that Anna pays the fee to the club, and the courts of the club are dry"
        in str(replies[-1].page)
    )
    state, _ = converse(state, "undo")
    assert state.case.assumptions.keys() == {PAYS, ANNA_PAYS}
    assert state.current.assumptions.keys() == {PAYS, ANNA_PAYS, WET}
    state, _ = converse(state, "undo")
    assert state.current.assumptions.keys() == {PAYS, ANNA_PAYS}


def test_undo_takes_back_the_last_step_of_what_stands_and_what_is_supposed() -> None:
    state, _ = talk("what if the courts of the club are dry?", "Assume Ben pays the club.", "undo")
    assert not state.case.assumptions
    assert state.current.assumptions.keys() == {WET}
    state, _ = talk("Assume Ben pays the club.", "what if the courts of the club are dry?", "undo")
    assert state.current.assumptions.keys() == state.case.assumptions.keys() == {PAYS}
    state, _ = talk("what if Ben pays the club?", "Assume Ben pays the club.", "undo")
    assert not state.case.assumptions


def test_and_now_asks_the_last_question_anew() -> None:
    query = last("does the club hold the tournament?", "Assume Ben pays the club.", "and now?")
    assert (query.intent, query.statement) == (Intent.ASK, HOLDS)


def test_a_choice_is_picked_by_number() -> None:
    state = State(club())
    other = Query(Intent.ASK, WET)
    offered = Query(Intent.ASK, HOLDS, confidence=0.2, clarify=True, alternatives=(other,))
    state, _ = respond(state, offered, "huh")
    assert len(state.choices) == 2
    state, reply = converse(state, "2")
    assert reply.answer.query.statement == WET
    assert not state.choices


def test_steps_are_asked_about_by_number() -> None:
    state, _ = talk("If Ben pays and the courts are dry, does the club hold the tournament?")
    first = state.proof.step(1) if state.proof else None
    assert first is not None
    _, reply = converse(state, "why 1")
    assert reply.answer.step is not None
    assert reply.answer.step.claim == first.claim


@pytest.mark.parametrize("text", ["why 2", "source 1"])
def test_without_numbered_steps_it_is_said_what_can_be_asked(text: str) -> None:
    # What held was explained before, and its steps are not those that are asked about now.
    state, first = talk("Are the courts wet?", "why?", "Does the club hold the tournament?")
    state, reply = converse(state, text)
    told = reply.page.text
    assert "no numbered steps" in told
    assert reply.suggestions == first[-1].suggestions
    example = told.partition("for example “")[2].partition("”")[0]
    assert converse(state, example)[1].answer.query.statement is not None
    assert converse(state, "why not?")[1].answer.query.statement == HOLDS


def test_a_conversation_changes_nothing_but_its_state() -> None:
    state = State(club())
    before = replace(state)
    converse(state, "Assume Ben pays the club.")
    assert state == before


def test_a_date_that_was_spoken_of_may_be_meant_by_what_follows(checkout: Path) -> None:
    case = Case.open(checkout / "examples" / "british-citizenship")
    said = ["Does Bao become a citizen on 11 May 2026?", "And was she adopted?", "why not?"]
    state = State(case)
    for line in said:
        state, reply = converse(state, line)
        assert reply.page.answer


def test_a_clause_without_a_verb_takes_up_the_last_statement() -> None:
    query = last("does Ben pay the fee?", "suppose he does not, does the club hold the tournament?")
    assert dict(query.assume) == {PAYS: False}


def test_it_points_to_things_and_he_to_people() -> None:
    query = last("If Ben pays, does the club hold the tournament?", "would it hold it then?")
    assert query.statement == HOLDS


def test_what_makes_a_sentence_fall_is_read_to_the_letter() -> None:
    found = last("What would make it fall that the courts of the club are wet?")
    assert (found.intent, found.statement, found.fall) == (Intent.WHAT_WOULD_IT_TAKE, WET, True)
    assert found.confidence == 1.0


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "What if Ben pays the fee, but doesn't like being watched first?",
            "doesn't like being watched first",
        ),
        ("What if Ben pays the fee and she never sings?", "she never sings"),
        ("What if Ben pays the fee and lets her sing?", "lets her sing"),
    ],
)
def test_what_of_a_supposition_was_not_understood_is_told_first(text: str, left: str) -> None:
    first = talk(text)[1][-1].page.blocks[0]
    assert first.lines == (f"“{left}” was not understood, and left out.",)


def test_a_part_of_the_world_that_nothing_speaks_of_is_told_so_in_a_thread(article: Case) -> None:
    state, _ = converse(State(article), "what if China just cheats?")
    _, reply = converse(state, "does the text say anything about russia")
    assert reply.page.answer == "This argument does not speak of “Russia”."


@pytest.mark.parametrize(
    "text", ["does that flip anything", "so what changes then", "what difference does it make?"]
)
def test_what_waits_for_a_yes_is_looked_at_for_what_it_changes(article: Case, text: str) -> None:
    state, reply = converse(State(article), "suppose Beijing was not worried about sanctions")
    assert reply.answer.query.assume
    _, reply = converse(state, text)
    assert reply.answer.query.intent is Intent.WHAT_IF
    assert reply.page.answer.startswith("If China does not doubt that it can calibrate sanctions")


def test_what_nothing_speaks_for_is_no_reading(checkout: Path) -> None:
    state = State(Case.open(checkout / "examples" / "british-citizenship"))
    for turn in ("Is Leo British?", "what if she had never married"):
        state, reply = converse(state, turn)
    assert reply.answer.query.intent is Intent.OUT_OF_SCOPE


def test_what_a_what_if_displaced_stands_again_once_that_is_taken_back(checkout: Path) -> None:
    state = State(Case.open(checkout / "examples" / "animals"))
    for turn in (
        "Assume the animal has feathers.",
        "What if the animal has hair?",
        "Forget the hair.",
    ):
        state, reply = converse(state, turn)
    assert [s.key for s in state.current.assumptions] == ["has(animal, feathers)"]
    assert "Now it is almost certain that the animal is a bird" in reply.page.text
    state, _ = converse(state, "undo")
    assert not state.current.assumptions


def test_to_rule_something_out_is_no_rule(checkout: Path) -> None:
    state = State(Case.open(checkout / "examples" / "animals"))
    for turn in ("Could the animal be an ostrich?", "what would rule that out"):
        state, reply = converse(state, turn)
    assert reply.page.answer.endswith("it does not hold once the animal flies or swims.")


def test_what_nobody_chose_is_no_subject_once_something_is_assumed(article: Case) -> None:
    state, reply = converse(State(article), "And the main obstacle?")
    assert reply.answer.query.alternatives
    state, _ = converse(state, "Suppose Washington consults Seoul and offers new incentives.")
    for text in ("What is still missing?", "Does it still hold?"):
        query = converse(state, text)[1].answer.query
        assert str(query.statement and query.statement.key) == "enters_negotiations(north_korea)"
