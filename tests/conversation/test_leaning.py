"""Turns of which only the kind is plain, and turns that lean on what was asked back about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.statements import Statement, parse_statement
from tests.conversation import contest, lease
from tests.conversation.club import KNOWLEDGE, RULES, club, written
from tests.conversation.test_taking_up import last, meaning

ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
DEADLINE = """\
  - say: the club takes payments until 2025-09-30
#
  takes_fees:
    slots: {club: body, day: date}
    one: day
    says: "{club} [takes|take] payments until {day}\"
"""


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            ("Is it a bird?", "Would the presence of hair alter this?"),
            (Intent.WHAT_IF, "belongs_to(animal, bird)", {"has(animal, hair)": True}),
        ),
        (
            ("Is it a tiger?", "Without the stripes your tiger is gone, right?"),
            (Intent.WHAT_IF, "is_a(animal, tiger)", {"has(animal, black_stripes)": False}),
        ),
        (
            ("Is it a carnivore?", "Then what's missing, Sherlock?"),
            (Intent.WHY_NOT, "belongs_to(animal, carnivore)", {}),
        ),
    ],
)
def test_a_turn_of_which_only_the_kind_is_plain_is_asked_back_about(
    animals: Case, turns: tuple[str, ...], expected: object
) -> None:
    query = last(animals, *turns)
    assert meaning(query) == expected
    assert query.clarify


@pytest.mark.parametrize(
    ("text", "goal", "trait"),
    [
        ("plus hooves, so ungulate", "belongs_to(animal, ungulate)", "has(animal, hooves)"),
        ("and with black stripes: zebra?", "is_a(animal, zebra)", "has(animal, black_stripes)"),
        ("with hooves", "belongs_to(animal, mammal)", "has(animal, hooves)"),
    ],
)
def test_a_conclusion_that_a_short_turn_draws_becomes_the_topic(
    animals: Case, text: str, goal: str, trait: str
) -> None:
    turns = ("What if it has hair, is it a mammal?", text)
    assert meaning(last(animals, *turns)) == (Intent.WHAT_IF, goal, {trait: True})


@pytest.mark.parametrize(
    ("text", "kind"), [("the latter", "carnivore"), ("the former", "ungulate")]
)
def test_the_latter_and_the_former_are_the_two_described(
    animals: Case, text: str, kind: str
) -> None:
    turns = ("What is an ungulate?", "And a carnivore?", f"Might our animal be one of {text}?")
    assert meaning(last(animals, *turns)) == (Intent.ASK, f"belongs_to(animal, {kind})", {})


ASKED_BACK = ("Is it a mammal?", "Would the presence of hair alter this?")


def test_what_was_asked_back_about_is_taken_up_by_a_turn_that_goes_on(animals: Case) -> None:
    state = State(animals)
    for text in (*ASKED_BACK, "why?"):
        state, reply = converse(state, text)
    assert "has hair" in reply.page.text
    assert [s.key for s in state.current.assumptions] == ["has(animal, hair)"]


def test_what_was_asked_back_about_is_not_supposed_of_a_new_question(animals: Case) -> None:
    state = State(animals)
    for text in (*ASKED_BACK, "Does the animal swim?"):
        state, _ = converse(state, text)
    assert not state.current.assumptions


def test_only_what_was_asked_back_about_is_taken_back(animals: Case) -> None:
    state = State(animals).with_case(animals)
    for text in ("/assume the animal has claws", *ASKED_BACK, "forget that"):
        state, _ = converse(state, text)
    assert [s.key for s in state.current.assumptions] == ["has(animal, claws)"]


def test_a_turn_is_no_surer_than_the_doubtful_one_that_it_leans_on(animals: Case) -> None:
    state = State(animals)
    for text in ("Is it a carnivore?", "Then what's missing, Sherlock?"):
        state, reply = converse(state, text)
    assert reply.answer.query.clarify
    assert last(animals, "Is it a carnivore?", "why not?").clarify is False


@pytest.mark.parametrize(
    "text",
    [
        "Very well, let us forget all that and go back to how things really stand.",
        "All right, back to the world as it is, please.",
    ],
)
def test_an_order_to_take_everything_back_may_stand_in_a_longer_turn(text: str) -> None:
    query = last(club(), "Assume that Ben pays the fee.", text)
    assert (query.intent, query.back) == (Intent.RETRACT, Step.RESET)


def test_what_it_would_take_is_asked_of_the_last_conclusion(animals: Case) -> None:
    turns = ("Is it a penguin?", "Does it swim?", "What would it take?")
    assert meaning(last(animals, *turns))[:2] == (
        Intent.WHAT_WOULD_IT_TAKE,
        "is_a(animal, penguin)",
    )


def test_how_something_is_possible_asks_why_it_holds() -> None:
    turns = ("Are the courts of the club wet?", "How is that possible?")
    assert last(club(), *turns).intent is Intent.WHY


def test_what_was_supposed_of_late_is_assumed_together(animals: Case) -> None:
    turns = ("Is it a tiger?", "What if it has hair?", "and with claws?", "ok assume all that")
    both = {"has(animal, hair)": True, "has(animal, claws)": True}
    assert meaning(last(animals, *turns)) == (Intent.ASSUME, None, both)


def test_what_he_does_not_is_turned_around_by_what_he_does() -> None:
    turns = ("Does the club hold the tournament?", "What if Ben doesn't pay the fee?")
    query = last(club(), *turns, "And if he does?")
    assert meaning(query)[2] == {"pays_fee(ben, club)": True}


def test_what_follows_from_that_is_asked_of_what_was_assumed_last(animals: Case) -> None:
    turns = (
        "Is it a carnivore?",
        "/assume the animal is a mammal",
        "What follows from that by itself?",
    )
    assert meaning(last(animals, *turns))[:2] == (Intent.WHAT_FOLLOWS, "belongs_to(animal, mammal)")


DOUBTFUL = Query(
    Intent.ASSUME,
    assume={Statement("has", ("animal", "claws")): True},
    confidence=0.4,
    clarify=True,
)


def test_a_doubtful_assumption_is_in_force_from_yes_on_and_the_reply_says_so(animals: Case) -> None:
    state, reply = respond(State(animals), DOUBTFUL, "call it clawed")
    assert "Nothing is assumed yet" in reply.page.text
    assert not state.current.assumptions
    assert reply.answer.case is animals
    state, reply = converse(state, "yes")
    assert reply.page.answer.startswith("From here on it is assumed that the animal has claws")
    assert list(state.case.assumptions) == list(DOUBTFUL.assume)


@pytest.mark.parametrize("text", ["no", "forget that", "Is it a carnivore?"])
def test_a_doubtful_assumption_is_never_in_force_without_a_yes(animals: Case, text: str) -> None:
    state, _ = respond(State(animals), DOUBTFUL, "call it clawed")
    state, _ = converse(state, text)
    assert not state.current.assumptions
    state, _ = converse(state, "yes")
    assert not state.current.assumptions


def test_a_doubtful_order_to_take_back_changes_nothing_before_a_yes(citizenship: Case) -> None:
    fact = Statement("becomes_citizen", ("harold", "1991-06-14"))
    doubtful = Query(Intent.RETRACT, fact, {fact: False}, confidence=0.4, clarify=True)
    state, reply = respond(State(citizenship), doubtful, "put Harold back")
    assert "Nothing is taken back yet" in reply.page.text
    assert not state.current.assumptions
    state, _ = converse(state, "yes")
    assert list(state.case.assumptions) == [fact]


def test_what_goes_on_with_a_doubtful_assumption_is_assumed_alone(animals: Case) -> None:
    state, _ = respond(State(animals), DOUBTFUL, "call it clawed")
    state, _ = converse(state, "and also the animal eats meat")
    assert [s.key for s in state.current.assumptions] == ["eats_meat(animal)"]


@pytest.mark.parametrize(
    "text",
    [
        "If the animal has hair, is the animal an ostrich?",
        "What if the animal has hair and eats meat?",
    ],
)
def test_what_is_put_as_the_program_would_is_not_asked_back_about(animals: Case, text: str) -> None:
    assert not last(animals, text).clarify


def test_a_supposition_asked_back_about_is_answered_without_a_second_if(animals: Case) -> None:
    _, reply = converse(State(animals), "It has hair and eats meat. What is it?")
    assert reply.answer.query.clarify
    assert "\nIf the animal has hair and eats meat, it is very likely" in reply.page.text


def test_what_is_supposed_next_is_put_to_what_it_bears_on_of_what_was_offered() -> None:
    trusts = Query(Intent.ASK, Statement("trusts", ("anna", "ben")), confidence=0.75, clarify=True)
    holds = Statement("holds", ("club", "tournament"))
    offered = replace(trusts, alternatives=(Query(Intent.ASK, holds),))
    state, _ = respond(State(club()), offered, "huh")
    _, reply = converse(state, "and with the fee from Ben?")
    assert reply.answer.query.statement == holds


@pytest.mark.parametrize("after", ["May Ben play in the tournament?", "can ben play then?"])
def test_a_what_if_that_was_offered_alone_is_gone_on_with(after: str) -> None:
    state = State(club())
    for text in ("Would dry courts help Ben?", after):
        state, reply = converse(state, text)
    assert "assumed here that the courts of the club are dry" in reply.page.text


@pytest.mark.parametrize(
    "text",
    ["and if the Home Secretary excuses her absences?", "and with her absences excused as well?"],
)
def test_what_is_supposed_of_another_is_not_put_to_who_was_asked_about_before(
    citizenship: Case, text: str
) -> None:
    turns = ("Can Leo be registered?", "What if an application for Ama is made?", text)
    excused = {"absences_excused(home_secretary, ama)": True}
    assert meaning(last(citizenship, *turns)) == (Intent.WHAT_IF, None, excused)


def test_what_goes_on_with_a_supposition_that_was_put_to_nothing_is_put_to_nothing() -> None:
    case = lease.lease()
    turns = ("Is the lift out of order for 9 days?", "What if Mira warns Mr Holt in writing?")
    query = last(case, *turns, "and if Mira has 3 offers?")
    assert meaning(query) == (Intent.WHAT_IF, None, {"offers(mira, 3)": True})


def test_what_names_only_what_somebody_doubts_is_not_taken_for_the_doubt(citizenship: Case) -> None:
    turns = ("Can Ama be registered?", "What if an application for Ama is made?")
    query = last(citizenship, *turns, "and with good character as well?")
    doubted = "character_doubted(home_secretary, ama)"
    assert query.clarify
    assert meaning(query)[2] == {doubted: False}
    assert [meaning(each)[2] for each in query.alternatives] == [{doubted: True}]


def test_what_one_hands_in_is_not_taken_to_be_given_up() -> None:
    says = "[warns|warn] {landlord} in writing"
    handed = lease.KNOWLEDGE.replace(says, "[hands|hand] in a letter about {landlord}")
    handed = handed.replace("warns Mr Holt in writing", "hands in a letter about Mr Holt")
    rules = lease.RULES.replace("warns Mr Holt in writing", "hands in a letter about Mr Holt")
    query = last(written(handed, rules), "May Mira cut the rent?", "and with a letter?")
    assert meaning(query)[2] == {"warns(mira, holt)": True}


@pytest.mark.parametrize("before", [(), ("May Ben play in the tournament?",)])
@pytest.mark.parametrize("text", ["what if ben were to pay up?", "and if ben were to pay up?"])
def test_what_an_if_opens_and_nothing_asks_is_supposed(before: tuple[str, ...], text: str) -> None:
    query = last(club(), *before, text)
    assert query.intent is Intent.WHAT_IF
    assert {each.key for each in query.assume} == {"pays_fee(ben, club)"}


def _of_both(case: Case) -> tuple[State, Query]:
    """Return a conversation in which it is open of two whom a question was meant."""
    plays = Statement("may_play", ("ben", "tournament")), Statement("trusts", ("anna", "ben"))
    first, other = (Query(Intent.ASK, each, confidence=0.6) for each in plays)
    menu = replace(first, clarify=True, alternatives=(other,))
    state, _ = converse(State(case), "Does the club hold the tournament?")
    return respond(state, menu, "is Ben all right?")[0], menu


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("source?", (Intent.SOURCE, Intent.SOURCE)),
        ("what could Anna do about it?", (Intent.WHAT_WOULD_IT_TAKE,) * 2),
        ("why not?", (Intent.WHY_NOT,)),  # the other holds
    ],
)
def test_a_turn_that_leans_on_several_readings_is_put_to_each_that_it_suits(
    text: str, intents: tuple[Intent, ...]
) -> None:
    state, menu = _of_both(club())
    query = understand(state, text)
    assert query.clarify
    asked = [(each.intent, each.statement) for each in (query, *query.alternatives)]
    meant = [each.statement for each in (menu, *menu.alternatives)]
    assert asked == list(zip(intents, meant[: len(intents)], strict=True))


@pytest.mark.parametrize("text", ["and if Ben pays the fee?", "What if the courts are dry?"])
def test_what_is_supposed_after_several_readings_is_put_to_none_of_them(text: str) -> None:
    _, menu = _of_both(club())
    state, _ = respond(State(club()), menu, "is Ben all right?")
    state, reply = converse(state, text)
    assert reply.answer.query.intent is Intent.WHAT_IF
    assert reply.answer.query.statement is None


def test_a_turn_that_names_another_reading_than_the_first_is_about_that_one() -> None:
    state, menu = _of_both(club())
    named = Query(Intent.WHY, menu.alternatives[0].statement, confidence=0.9)
    assert Context(state).leaning(named).statement == named.statement
    assert len(Context(state).leaning(replace(named, statement=menu.statement)).alternatives) == 1


def test_what_was_only_asked_back_about_is_taken_back_by_its_name() -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee?")
    unsure = Query(Intent.WHAT_IF, assume={ANNA_PAYS: True}, adds=True, clarify=True)
    state, _ = respond(state, unsure, "and Anna?")
    query = understand(state, "forget Anna's fee")
    assert (query.intent, query.statement, query.clarify) == (Intent.RETRACT, ANNA_PAYS, False)


def test_what_somebody_does_may_stand_in_the_last_question_alone() -> None:
    fact, declared = DEADLINE.split("#")
    knowledge = KNOWLEDGE.replace("questions:", f"{fact}questions:", 1)
    case = written(knowledge.replace("statements:", f"statements:{declared}", 1), RULES)
    until = Query(Intent.WHEN, parse_statement("takes_fees(club, 2025-09-30)"), fall=True)
    state, _ = respond(State(case), until, "Until when can Anna pay the fee?")
    assert understand(state, "what if she does?").assume == {ANNA_PAYS: True}
    assert understand(state, "and if she doesn't?").assume == {ANNA_PAYS: False}


@pytest.mark.parametrize("opener", ["once", "when", "and once", "so once"])
def test_a_condition_that_brings_its_own_question_asks_that(opener: str) -> None:
    state, _ = converse(State(club()), "Does the club hold the tournament?")
    query = converse(state, f"{opener} Ben pays, may Ben play in the tournament?")[1].answer.query
    assert query.intent is Intent.WHAT_IF
    assert query.statement is not None
    assert query.statement.key == "may_play(ben, tournament)"
    assert [each.key for each in query.assume] == ["pays_fee(ben, club)"]


@pytest.mark.parametrize(
    ("turns", "supposed"),
    [
        (("and it has dark spots?",), {"has(animal, dark_spots)"}),
        (("and it has dark spots?", "and it eats meat?"), {"eats_meat(animal)"}),
        (("and the animal has dark spots too?",), {"has(animal, dark_spots)"}),
    ],
)
def test_a_clause_goes_on_with_a_supposition_of_which_all_was_asked_that_comes_of_it(
    animals: Case, turns: tuple[str, ...], supposed: set[str]
) -> None:
    query = last(animals, "What happens if the animal has hair?", *turns)
    assert (query.intent, query.statement, query.adds) == (Intent.WHAT_IF, None, True)
    assert {each.key for each in query.assume} == supposed


@pytest.mark.parametrize("turn", ["and does it have dark spots?", "and it is a mammal?"])
def test_what_is_asked_or_concluded_is_not_supposed_besides(animals: Case, turn: str) -> None:
    assert last(animals, "What happens if the animal has hair?", turn).intent is Intent.ASK


def test_of_a_clause_that_asks_nothing_nothing_is_asked(citizenship: Case) -> None:
    first = "What if Ama's application is made on 1 September 2026?"
    query = last(citizenship, first, "and Efua gets indefinite leave?")
    assert (query.intent, query.statement, query.adds) == (Intent.WHAT_IF, None, True)
    asked = last(citizenship, first, "and Efua gets indefinite leave, is Ama British?")
    assert asked.statement is not None


@pytest.mark.parametrize("text", ["would that still be so if Cyd did not cheat?"])
def test_what_still_holds_is_a_conclusion_rather_than_a_plain_fact(text: str) -> None:
    turns = ("Does Cyd get a prize?", "How many points does Cyd score?", text)
    query = last(contest.contest(), *turns)
    assert meaning(query) == (Intent.WHAT_IF, "prize(cyd)", {"cheated(cyd)": False})


@pytest.mark.parametrize("text", ["Why still?", "why is that still so?", "but why even then?"])
def test_why_it_still_holds_is_asked_of_what_the_last_answer_led_with(text: str) -> None:
    turns = ("What if Cyd did not cheat?", text)
    assert meaning(last(contest.contest(), *turns))[:2] == (Intent.WHY, "prize(cyd)")
