"""What is typed as it sounds, and whom, when and what is meant by the rest of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.english import numerals, spoken_out
from arguendo.conversation.english.words import sentences
from arguendo.conversation.state import State
from arguendo.conversation.statements.index import index_of
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query


def read(case: Case, text: str) -> Query:
    return understand(State(case), text)


def key(query: Query) -> str | None:
    return query.statement.key if query.statement else None


def plain(case: Case, text: str) -> str:
    said = repaired(sentences(text), index_of(case.rulebase))
    return " / ".join(" ".join(word.text for word in each.words) for each in said)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it has spottd fur n it's roarin", "it has spotted fur and it is roaring"),
        ("is my sista right about teh tigr", "is my sister right about tiger"),
        ("soooo its a giraf", "so its giraffe"),
        ("t'birdie wi'out feathrs", "birdie without feathers"),
        ("summat o nowt", "something of nothing"),
        ("is it a penguin y/n", "is it penguin yes or no"),
        ("whatif it swims", "what if it swims"),
        ("a weary darling with a quiz", "weary darling with quiz"),
    ],
)
def test_what_is_typed_as_it_sounds_is_spelt_out(animals: Case, text: str, words: str) -> None:
    assert plain(animals, text) == words


def test_a_word_of_the_rule_base_is_no_slang(animals: Case, citizenship: Case) -> None:
    assert plain(animals, "chews the cud") == "chews cud"
    assert plain(citizenship, "cud she apply") == "could she apply"


@given(st.text("abcdeg", min_size=1, max_size=12))
def test_consonants_never_repeat_and_keep_the_first_letter(word: str) -> None:
    left = spoken_out.consonants(word)
    assert left[0] == word[0]
    assert all(one != other for one, other in pairwise(left))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hundred and twenty days", 120),
        ("two hundred", 200),
        ("thirty one", 31),
        ("nineteen eighty five", 1985),
        ("twenty fifteen", 2015),
        ("thirty eighth parallel", 0),
        ("two of us", 0),
    ],
)
def test_numbers_in_words_are_read_where_they_count_no_few(text: str, number: int) -> None:
    assert numerals.numeral(text.split(), 0)[0] == number


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Was Harold settled in july 85?", "settled_on(harold, 1985-07-19)"),
        ("Did Tomasi enlist on 9/1/12?", "joins_forces(tomasi, 2012-01-09)"),
        ("Did Harold become a citizen on 14 june 91?", "becomes_citizen(harold, 1991-06-14)"),
        (
            "Was Ama away for at most a hundred and twenty days each year?",
            "longest_absence(ama, 120)",
        ),
    ],
)
def test_days_and_numbers_may_be_said_shortly(citizenship: Case, text: str, statement: str) -> None:
    assert key(read(citizenship, text)) == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("is it ruth who is taking on the vietnamese kid?", "adopter_of(ruth, bao)"),
        ("is gracie british?", "british_citizen(grace)"),
        (
            "My cousin spent years proving who he was. I thought of Marina. Is she British?",
            "british_citizen(marina)",
        ),
    ],
)
def test_people_are_known_by_what_they_are_called(
    citizenship: Case, text: str, statement: str
) -> None:
    assert key(read(citizenship, text)) == statement


def test_no_girl_is_the_boy(citizenship: Case) -> None:
    query = read(citizenship, "Ruth asked me what to do about the boy. What should she do?")
    assert query.entity == "ruth"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Our Rex gave tender secretaries a voice. What should he be doing next?", "tillerson"),
        ("What should the Americans do is no question. What should Xi do about it?", "xi"),
    ],
)
def test_advice_is_for_whom_the_question_is_about(article: Case, text: str, entity: str) -> None:
    query = read(article, text)
    assert (query.intent, query.entity) == (Intent.RECOMMEND, entity)


def test_the_question_tells_what_is_to_be_described(animals: Case) -> None:
    text = "I never learnt anything about birds. What do you know about the albatross, then?"
    assert read(animals, text).entity == "albatross"


@pytest.mark.parametrize(
    "text",
    [
        "Let us imagine hair, meat and black stripes. Would it be a tiger, do you suppose?",
        "Imagine hair, meat and black stripes. Would it count as a tiger, in spite of that?",
    ],
)
def test_a_question_before_a_tag_is_the_question(animals: Case, text: str) -> None:
    assert key(read(animals, text)) == "is_a(animal, tiger)"


@pytest.mark.parametrize(
    "text",
    [
        "Derek told me that North Korea is squeezed to the point of agony. Is he wrong?",
        "They say that North Korea is squeezed to the point of agony. Is that true, or a rumour?",
    ],
)
def test_a_mere_verdict_is_about_what_was_told(article: Case, text: str) -> None:
    assert key(read(article, text)) == "under_punishing_pressure(north_korea)"


def test_what_wonders_whether_asks_without_a_mark(article: Case) -> None:
    text = "If Xi promised pressure, I know. All I ask is whether Trump and Xi have a deal."
    assert key(read(article, text)) == "deal(trump, xi)"


def test_a_last_word_by_itself_is_no_tag_with_a_person(article: Case) -> None:
    assert read(article, "Is China afraid, suppose?").intent is Intent.ASK


@pytest.mark.parametrize(
    "text", [", . the ? can won't", "the ? in As the Undo that up what's same on"]
)
def test_a_sentence_may_have_no_words(article: Case, text: str) -> None:
    assert converse(State(article), text)[1].page.text
