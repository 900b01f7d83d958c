from __future__ import annotations

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.signs import topics
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation.club import club


def told(words: str) -> set[str]:
    said = Utterance(Context(State(club())), sentences(words))
    return set(topics.of_topics(said, []))


def test_a_rare_word_tells_its_topic_and_where_it_stands() -> None:
    assert "topic travel asked" in told("Is there a petrol station?")
    assert "topic travel beside" in told("We filled up at the petrol station. Is Ben a member?")


def test_a_word_of_the_rule_base_is_no_topic() -> None:
    assert "topic money asked" in told("What does the price matter?")
    assert "topic money asked" not in told("What does the fee matter?")


def test_names_that_nobody_bears_are_strangers() -> None:
    assert "stranger asked" in told("Does Gloria like it?")
    assert "stranger asked" not in told("Does Ben like it?")
