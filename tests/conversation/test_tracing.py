from __future__ import annotations

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.tracing import Taken, Trace, traced
from tests.conversation.club import club


def trace(text: str) -> Trace:
    return traced(State(club()), text)[0]


def test_assumptions_and_question_are_told_apart() -> None:
    found = trace("If Ben pays the fee, does the club hold the tournament?")
    assert found.assumptions == ("ben pays fee",)
    assert found.questions == ("does club hold tournament",)
    assert (found.stance, found.intent) == ("what_if", "what_if")
    assert [heard.statement for heard in found.statements] == [
        "pays_fee(ben, club)",
        "holds(club, tournament)",
    ]
    assert ("ben", ("ben",)) in [(each.words, each.entities) for each in found.entities]


def test_words_that_mean_the_same_are_told() -> None:
    taken = [t for heard in trace("Is Anna confident in Ben?").statements for t in heard.taken]
    assert Taken("confident in", "trusts", "trust") in taken


def test_turns_of_phrase_are_told_with_their_intent() -> None:
    found = trace("How come the club does not hold the tournament?")
    assert found.intent == "why_not"
    assert found.cues
    assert found.ranking[0].statement == "holds(club, tournament)"
    assert 0 < found.confidence < 1


def test_the_likeliest_intents_are_told_with_what_speaks_for_the_first() -> None:
    first, *others = trace("How come the club does not hold the tournament?").intents
    assert first.signs
    assert first.probability >= max(other.probability for other in others)
    assert len(others) == 2
    assert not any(other.signs for other in others)


def test_what_is_read_to_the_letter_has_no_guesses() -> None:
    found = trace("holds(club, tournament)")
    assert found.letter
    assert (found.cues, found.intents, found.ranking) == ((), (), ())


def test_what_only_the_whole_text_hints_at_is_told_with_its_words(animals: Case) -> None:
    text = "Egg-laying and flying, yet furry. If it swims as well, is it still a bird?"
    heard = {h.statement: h for h in traced(State(animals), text)[0].statements}
    assert "furri" in heard["has(animal, hair)"].hinted[0].shows
    assert not heard["swims(animal)"].hinted
