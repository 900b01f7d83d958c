"""What several readers of one turn ask for is worked out once."""

from __future__ import annotations

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from tests.conversation.club import club


def test_what_was_read_of_a_text_is_kept_once_its_likeliest_intent_is_known() -> None:
    context = Context(State(club()))
    said = Utterance(context, sentences("If Anna pays the fee, may she play?"))
    read = said.assumed
    assert said.wants(Intent.WHAT_IF).assumed is read
    assert Utterance(context, said.said).assumed is read


def test_what_is_read_as_a_whole_has_the_intent_of_what_it_is_the_whole_of() -> None:
    said = Utterance(Context(State(club())), sentences("If Anna pays the fee, may she play?"))
    assert said.whole.parts.assumed == []
    asked = said.wants(Intent.ASK)
    assert asked.whole.likely == asked.likely


def test_a_text_is_taken_apart_once_in_a_turn() -> None:
    context = Context(State(club()))
    assert context.spelt("Does Anna pay?") is context.spelt("Does Anna pay?")
