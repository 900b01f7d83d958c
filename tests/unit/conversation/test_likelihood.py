from __future__ import annotations

import json
import pickle
from math import isclose

import pytest

from arguendo.conversation.context import Context
from arguendo.conversation.features import ACTOR, SUBJECT, features
from arguendo.conversation.lexicon import text
from arguendo.conversation.likelihood import judged, likelihood, model, parsed, speaking
from arguendo.conversation.spelling import repaired
from arguendo.conversation.state import State
from arguendo.conversation.understanding import weighed
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import sentences
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.club import club

MOST_BYTES = 300_000
SMALL = json.dumps(
    {"classes": ["ask", "list facts", "list open"], "weights": {"a": [0, 100], "b": [1, 50, 2, 80]}}
)


def said(words: str) -> Utterance:
    context = Context(State(club()))
    return weighed(Utterance(context, repaired(sentences(words), context.index)))


def test_what_a_text_shows_adds_up_and_becomes_shares() -> None:
    found = parsed(SMALL)
    assert found.sums({"a": 1.0, "b": 1.0, "unheard of": 1.0}) == [1.0, 0.5, 0.8]
    assert isclose(sum(found.probabilities({"b": 1.0})), 1.0)


def test_lists_of_all_things_count_as_one_intent() -> None:
    found = judged(parsed(SMALL), {})
    assert found.ranked[0][0] is Intent.LIST
    assert isclose(found.of(Intent.LIST), 2 / 3)
    assert found.of(Intent.WHY) == 0
    assert judged(parsed(SMALL), {"b": 1.0}).listings[0][0] is Listing.OPEN


def test_the_shipped_model_is_small_and_can_be_kept() -> None:
    assert len(text("likelihood.json").encode()) < MOST_BYTES
    assert pickle.loads(pickle.dumps(model())) == model()
    told_apart = {each.listing for each in model().classes}
    assert told_apart >= set(Listing) - {Listing.ASSUMPTIONS}  # those are asked for in set phrases
    for told in model().weights.values():
        assert all(0 <= number < len(model().classes) for number, _ in told)


def test_features_name_nothing_that_a_rule_base_is_about() -> None:
    one = features(said("Why does Anna trust Ben?"))
    assert {"why do", f"do {ACTOR}", f"{ACTOR} {SUBJECT}"} <= one.keys()
    assert not any("anna" in each or "ben" in each for each in one)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("How do I use this program?", Intent.HELP),
        ("Please furnish the citation for the courts being wet.", Intent.SOURCE),
        ("What is the weakest point of the case for the tournament?", Intent.LINCHPINS),
        ("Take it from here on that Ben pays the fee.", Intent.ASSUME),
        ("On what grounds do you say that the club holds the tournament?", Intent.WHY),
        ("Please tell me a joke about two cathedrals.", Intent.OUT_OF_SCOPE),
    ],
)
def test_easy_sentences_about_a_rule_base_never_seen_show_their_intent(
    words: str, intent: Intent
) -> None:
    likely = said(words).likely
    fitting = {Intent.WHY, Intent.WHY_NOT} if intent is Intent.WHY else {intent}
    assert likely.ranked[0][0] in fitting


def test_the_same_text_is_always_as_likely() -> None:
    assert said("Who is Anna?").likely == likelihood(features(said("Who is Anna?")))


def test_what_speaks_for_an_intent_is_told_the_strongest_first() -> None:
    told = speaking(features(said("Who is Anna?")), Intent.DESCRIBE, 3)
    assert len(told) == 3
    assert [weight for _, weight in told] == sorted((w for _, w in told), reverse=True)
    assert told[0][1] > 0
