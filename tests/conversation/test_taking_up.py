"""Turns that go on with what was asked: what is added, taken back, put right, or who is related."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from tests.conversation.club import club


def last(case: Case, *turns: str) -> Query:
    state = State(case)
    for turn in turns:
        state, reply = converse(state, turn)
    return reply.answer.query


def meaning(query: Query) -> tuple[Intent, str | None, dict[str, bool]]:
    key = query.statement.key if query.statement else None
    return query.intent, key, {s.key: true for s, true in query.assume.items()}


@pytest.mark.parametrize(
    ("turns", "goal", "trait"),
    [
        (("Is it an ostrich?", "Even when it flies?"), "is_a(animal, ostrich)", "flies(animal)"),
        (
            ("Is it an albatross?", "And long legs would ruin that?"),
            "is_a(animal, albatross)",
            "has(animal, long_legs)",
        ),
        (
            ("Is it a carnivore?", "Together with claws?"),
            "belongs_to(animal, carnivore)",
            "has(animal, claws)",
        ),
        (
            ("Is it a carnivore?", "How convenient. And with claws?"),
            "belongs_to(animal, carnivore)",
            "has(animal, claws)",
        ),
    ],
)
def test_what_could_be_so_is_supposed_of_what_was_asked(
    animals: Case, turns: tuple[str, ...], goal: str, trait: str
) -> None:
    assert meaning(last(animals, *turns)) == (Intent.WHAT_IF, goal, {trait: True})


def test_what_is_told_of_one_named_after_a_supposition_asks_of_nobody_else(
    citizenship: Case,
) -> None:
    turns = ("Is Leo British?", "what if Harold had never got indefinite leave?")
    query = last(citizenship, *turns, "and Kofi gets indefinite leave on 1 June 2026?")
    told = {"gets_leave(kofi, 2026-06-01)": True}
    assert meaning(query) == (Intent.WHAT_IF, "british_citizen(leo)", told)
    assert query.adds


def test_a_question_with_a_verb_before_its_subject_stays_one(animals: Case) -> None:
    query = last(animals, "Is it an ostrich?", "And does it fly?")
    assert meaning(query) == (Intent.ASK, "flies(animal)", {})


PAYS = "pays_fee(ben, club)"


@pytest.mark.parametrize(
    "text",
    [
        *("nah put it back how it was", "ok forget that, he won't do it", "drop my little story"),
        *("I was joking only, take that back please", "Kindly withdraw that supposition."),
    ],
)
def test_what_is_assumed_is_taken_back_in_other_words(text: str) -> None:
    query = last(club(), "Assume that Ben pays the fee.", text)
    assert meaning(query)[:2] == (Intent.RETRACT, PAYS)


def test_of_several_assumptions_the_one_named_is_taken_back() -> None:
    said = ("Assume that Ben pays the fee.", "And Anna pays the fee.", "nah scratch the Ben part")
    assert meaning(last(club(), *said))[:2] == (Intent.RETRACT, PAYS)


def test_what_nobody_assumed_is_not_taken_back() -> None:
    said = ("Assume that Ben pays the fee.", "Undo it, poor Ben.")
    assert meaning(last(club(), *said))[:2] == (Intent.RETRACT, PAYS)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "forget Anna's fee",
            "take back that Anna pays",
            "drop the bit about Anna",
            "forget Anna",
        ),
        "scrap the thing with the tournament",
    ],
)
@pytest.mark.parametrize("supposing", ["Assume that", "What if"])
def test_in_place_of_what_nobody_assumed_nothing_else_is_taken_back(
    text: str, supposing: str
) -> None:
    state = State(club())
    for turn in (f"{supposing} Ben pays the fee to the club", text):
        state, reply = converse(state, turn)
    assert [s.key for s in state.current.assumptions] == [PAYS]
    assert reply.answer.query.intent is Intent.RETRACT


def test_who_takes_back_what_nobody_assumed_is_told_what_is() -> None:
    state = State(club())
    for turn in ("Assume that Ben pays the fee to the club", "forget Anna's fee"):
        state, reply = converse(state, turn)
    none, kept = reply.page.text.splitlines()[::2]
    assert none.endswith("since it is not assumed that Anna pays the fee to the club.")
    assert kept == "It is assumed that Ben pays the fee to the club; that stays so."


def test_what_is_only_supposed_is_told_too_where_there_is_nothing_to_take_back() -> None:
    state = State(club())
    said = ("Assume that Ben pays the fee to the club", "What if Ben trusts Anna?")
    for turn in (*said, "forget Anna's fee"):
        state, reply = converse(state, turn)
    assert "It is assumed that Ben pays the fee to the club, and Ben trusts Anna" in reply.page.text
    assert [s.key for s in state.case.assumptions] == [PAYS]


def test_without_an_assumption_nothing_is_taken_back() -> None:
    assert last(club(), "nah put it back how it was").intent is not Intent.RETRACT


@pytest.mark.parametrize("text", ["no sorry, I meant Anna", "Anna I mean, sorry"])
def test_another_is_put_in_the_place_of_who_was_named(text: str) -> None:
    query = last(club(), "Does Ben pay the fee?", text)
    assert meaning(query) == (Intent.ASK, "pays_fee(anna, club)", {})


def test_several_names_are_put_right_in_their_order(citizenship: Case) -> None:
    query = last(citizenship, "Should Kofi be applying for Leo?", "sorry, I meant Efua, for Yaw")
    assert meaning(query)[1] == "should_apply(efua, yaw)"


def test_another_supposition_is_put_in_the_place_of_the_last(animals: Case) -> None:
    query = last(animals, "Would it be an ostrich if it flew?", "no, it swims I mean")
    assert meaning(query) == (Intent.WHAT_IF, "is_a(animal, ostrich)", {"swims(animal)": True})


@pytest.mark.parametrize(
    ("asked", "text", "statement"),
    [
        ("Is Ama a British citizen?", "and her brother?", "british_citizen(yaw)"),
        ("Is Marina a British citizen?", "and her mum?", "british_citizen(ruth)"),
        ("Is Leo a British citizen?", "and his dad?", "british_citizen(kofi)"),
        ("Is Grace a British citizen?", "And her boy?", "british_citizen(leo)"),
    ],
)
def test_relatives_are_known_by_the_facts(
    citizenship: Case, asked: str, text: str, statement: str
) -> None:
    assert meaning(last(citizenship, asked, text))[1] == statement


def test_a_relative_through_whom_something_goes_is_not_asked_about(citizenship: Case) -> None:
    said = ("Is Seru a British citizen?", "Can he be registered through his dad?")
    statement = last(citizenship, *said).statement
    assert statement is not None
    assert statement.arguments[0] == "seru"


def test_a_supposition_lasts_when_the_question_is_put_to_another(citizenship: Case) -> None:
    state = State(citizenship)
    for turn in ("If Grace gives up her citizenship, is Leo British?", "And she?"):
        state, reply = converse(state, turn)
    assert [s.key for s in state.current.assumptions] == ["gives_up(grace)"]
    assert reply.answer.standing is not None
    assert not state.current.holds(Statement("british_citizen", ("grace",)))
    assert last(citizenship, "If Grace gives up hers, is Leo British?", "And Ama?").adds


@pytest.mark.parametrize("text", ["A long neck too.", "Long neck as well"])
def test_what_ends_in_too_is_supposed_besides(animals: Case, text: str) -> None:
    query = last(animals, "Is it a bird if it has feathers?", text)
    assert meaning(query)[2] == {"has(animal, long_neck)": True}
    assert query.adds


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("Oh, and if I told you it swims, has feathers, and doesn't fly?", (True, True, False)),
        ("All right, and with feathers and swimming added?", (True, True)),
    ],
)
def test_all_that_a_long_addition_names_is_supposed(
    animals: Case, text: str, traits: tuple[bool, ...]
) -> None:
    _, goal, assumed = meaning(last(animals, "Is it a penguin?", "Why not?", text))
    assert goal == "is_a(animal, penguin)"
    keys = ("swims(animal)", "has(animal, feathers)", "flies(animal)")
    assert assumed == dict(zip(keys, traits, strict=False))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("And who says that milk proves anything?", Intent.SOURCE),
        ("What is wrong with milk?", Intent.WHY),
    ],
)
def test_the_grounds_of_what_is_assumed_are_those_of_what_rests_on_it(
    animals: Case, text: str, intent: Intent
) -> None:
    turns = ("Assume that the animal gives milk.", "Is it a mammal?", text)
    assert meaning(last(animals, *turns))[:2] == (intent, "belongs_to(animal, mammal)")


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("no not leo, his father", "british_citizen(kofi)"),
        ("not Leo, Grace", "british_citizen(grace)"),
        ("No, sorry, I meant her aunt Grace.", "british_citizen(grace)"),
        ("I meant Mere, not Leo", "british_citizen(mere)"),
    ],
)
def test_who_is_meant_rather_is_put_in_the_place_of_who_was_asked_about(
    citizenship: Case, text: str, goal: str
) -> None:
    asked = ("When did Leo become a citizen?", "is leo british", text)
    assert meaning(last(citizenship, *asked)) == (Intent.ASK, goal, {})


def test_not_somebody_of_whom_nothing_was_asked_puts_nothing_right(citizenship: Case) -> None:
    query = last(citizenship, "Is Leo British?", "not Ama, Grace")
    assert query.statement is None or query.statement.key != "british_citizen(grace)"


@pytest.mark.parametrize(
    "text", ["when she must apply?", "and when must she apply?", "when Efua should apply?"]
)
def test_by_when_somebody_must_do_something_supposes_nothing(citizenship: Case, text: str) -> None:
    query = last(citizenship, "Is Ama entitled to be registered?", text)
    assert query.clarify or not query.assume


@pytest.mark.parametrize(
    "text",
    ["Does that change anything?", "would that make a difference?", "what does that change?"],
)
@pytest.mark.parametrize(
    "before", ["But what if China does not treat a buffer state as its overriding interest?"]
)
def test_what_a_supposition_changes_is_told_though_it_was_put_to_something(
    article: Case, before: str, text: str
) -> None:
    query = last(article, "Does China fear regime change?", before, text)
    assert meaning(query) == (
        Intent.WHAT_IF,
        None,
        {"overriding_interest(china, buffer_state)": False},
    )


@pytest.mark.parametrize(
    ("between", "intent"),
    [
        ((), Intent.RECOMMEND),
        (("why?",), Intent.RECOMMEND),
        (("why?", "When did Tillerson renounce regime change?"), Intent.DESCRIBE),
    ],
)
def test_another_is_advised_only_where_nothing_else_was_asked_since(
    article: Case, between: tuple[str, ...], intent: Intent
) -> None:
    query = last(article, "What does the article recommend?", *between, "And Trump?")
    assert (query.intent, query.entity) == (intent, "trump")
