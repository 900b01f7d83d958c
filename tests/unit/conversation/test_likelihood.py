from __future__ import annotations

import json
import pickle
from math import isclose
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.letters import is_run
from arguendo.conversation.english.words import sentences
from arguendo.conversation.intents.likelihood import (
    Likelihood,
    judged,
    likelihood,
    model,
    parsed,
    speaking,
)
from arguendo.conversation.lexicon import common_words, text
from arguendo.conversation.signs.features import features
from arguendo.conversation.signs.masking import ACTOR, SUBJECT
from arguendo.conversation.state import State
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.understanding import weighed
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.club import club

MOST_BYTES = 2_200_000
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
    in_set_phrases = {Listing.ASSUMPTIONS, Listing.ENTITIES, Listing.CONFLICTS}
    assert told_apart >= set(Listing) - in_set_phrases
    for feature in model().weights:
        assert model().told(feature).keys() <= set(range(len(model().classes)))


def test_features_name_nothing_that_a_rule_base_is_about() -> None:
    one = features(said("Why does Anna trust Ben?"))
    assert {"why do", f"do {ACTOR}", f"{ACTOR} {SUBJECT}"} <= one.keys()
    assert not any("anna" in each or "ben" in each for each in one)


def test_the_sentence_that_asks_is_told_from_those_beside_it() -> None:
    one = features(said("Nothing would surprise me. Is Anna a member? I forgot."))
    assert {"asked: be", "verb: is", f"turned: is {ACTOR}", "mood: would"} <= one.keys()
    assert not {"asked: would", "asked: forget"} & one.keys()


def test_turns_of_phrase_of_the_question_and_beside_it_are_told_apart() -> None:
    one = features(said("Why does Anna trust Ben?"))
    other = features(said("I know why Anna trusts Ben. Are the courts wet?"))
    assert any(each.startswith("asked cue: why ") for each in one)
    assert not any(each.startswith("asked cue: why ") for each in other)


def test_words_of_one_meaning_show_the_same() -> None:
    one, other = (features(said(f"What {word} that?")) for word in ("blocks", "prevents"))
    assert any(each.startswith("meaning: ") for each in one.keys() & other.keys())


def test_forms_of_plain_words_are_kept_beside_their_stems() -> None:
    did, does = (features(said(f"Why {verb} Anna trust Ben?")) for verb in ("did", "does"))
    assert "form: did @" in did
    assert "form: does @" in does
    assert "why do" in did.keys() & does.keys()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The courts are wet now. Are the courts wet?", "declared: same"),
        ("Ben pays the fee now. Are the courts wet?", "declared: other open"),
        ("The courts are dry now. Does the club hold the tournament?", "declared: other"),
        ("Ben pays the fee now. Does Ben pay the fee?", "declared: this"),
        ("Has nobody any idea about that. Are the courts wet?", "declared: nothing"),
    ],
)
def test_what_is_declared_shows_whether_it_is_so_and_could_matter(words: str, shown: str) -> None:
    assert shown in features(said(words))


def test_what_is_declared_counts_beside_a_question_only() -> None:
    one = features(said("Ben pays the fee now. The courts are dry."))
    assert not any(each.startswith("declared: ") for each in one)


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


def test_what_speaks_for_one_intent_can_be_counted_for_another() -> None:
    likely = Likelihood(((Intent.ASK, 0.5), (Intent.WHAT_IF, 0.4), (Intent.WHY, 0.1)))
    joined = likely.joined(Intent.ASK, Intent.WHAT_IF)
    assert joined.ranked[0] == (Intent.WHAT_IF, 0.9)
    assert joined.of(Intent.ASK) == 0
    assert [intent for intent, _ in joined.ranked[1:]] == [Intent.WHY, Intent.ASK]


@pytest.mark.parametrize("home", ["", "examples/british-citizenship"])
def test_the_shipped_model_names_nobody_of_whom_rule_bases_speak(checkout: Path, home: str) -> None:
    entities = Case.open(checkout / home).rulebase.vocabulary.entities.values()
    last = {entity.name.split()[-1] for entity in entities}
    names = {word.lower() for word in last if word.istitle() and len(word) > 3} - common_words()
    assert len(names) > 5
    words = {f"{feature} " if is_run(feature) else f" {feature} " for feature in model().weights}
    assert not [feature for feature in words for name in names if f" {name} " in feature]
