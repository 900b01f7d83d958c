"""Who is meant in a conversation: he and she, the elder one, his country, he beside another."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.dialogue import converse
from arguendo.conversation.english.persons import fits
from arguendo.conversation.english.words import sentences
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from arguendo.statements import Entity
from tests.conversation.club import club, written
from tests.conversation.lease import KNOWLEDGE, RULES
from tests.conversation.test_taking_up import last, meaning

ASSURES = "personally_assures(trump, xi, no_regime_change)"
PROMISES = "promises_pressure(xi, trump)"


@pytest.mark.parametrize(
    ("aliases", "about", "he", "she"),
    [
        (("Mr Clarke",), "", True, False),
        (("Ann's daughter",), "", False, True),
        ((), "The younger son of Ann, whose sisters live abroad.", True, False),
        ((), "A soldier from here. She has enlisted.", False, True),
        (("woman adopting Carl",), "", False, True),
        (("Ann's child",), "A pupil at the school where her brother is.", True, True),
        (("Auntie Robin", "Ann's brother"), "", True, True),
    ],
)
def test_how_people_are_called_tells_whom_pronouns_mean(
    aliases: tuple[str, ...], about: str, he: bool, she: bool
) -> None:
    robin = Entity("robin", "Robin", "person", aliases=aliases, about=about)
    assert (fits(robin, ["is", "he"]), fits(robin, ["her", "plan"])) == (he, she)
    assert fits(robin, ["is", "it"])
    assert fits(None, ["he"])


@pytest.mark.parametrize(
    ("turns", "goal"),
    [
        (("Is Kojo British?", "Is Adjoa settled?", "Is he?"), "british_citizen(kojo)"),
        (("Is Kojo British?", "Is Adjoa British?", "why is he not?"), "british_citizen(kojo)"),
        (
            ("Was Marina born there?", "When did births in Gibraltar count?", "So she is British?"),
            "british_citizen(marina)",
        ),
        (("Should Efua apply for Yaw?", "And for Ama?", "Is he entitled?"), "entitled(yaw)"),
    ],
)
def test_he_and_she_are_the_last_whom_they_may_mean(
    citizenship: Case, turns: tuple[str, ...], goal: str
) -> None:
    query = last(citizenship, *turns)
    assert query.statement is not None
    assert query.statement.key == goal


@pytest.mark.parametrize(
    ("turns", "goal"),
    [
        (("The soldier has two children: is the elder British?",), "british_citizen(seru)"),
        (("Is Seru British?", "And the younger?"), "british_citizen(mere)"),
        (("Is Yaw British?", "and the elder of the two?"), "british_citizen(ama)"),
    ],
)
def test_the_elder_and_the_younger_are_told_apart_by_their_birthdays(
    citizenship: Case, turns: tuple[str, ...], goal: str
) -> None:
    assert meaning(last(citizenship, *turns)) == (Intent.ASK, goal, {})


def test_he_beside_another_named_is_the_one_last_spoken_of(article: Case) -> None:
    turns = ("what if trump never gives xi his word?", "ok n if he does promise, and xi too")
    query = last(article, *turns)
    assert meaning(query)[2] == {ASSURES: True, PROMISES: True}
    assert query.adds


def test_his_country_is_the_one_named_in_his_title(article: Case) -> None:
    query = last(article, "What should Trump do?", "and his country?")
    assert (query.intent, query.entity) == (Intent.RECOMMEND, "united_states")


def test_of_whom_the_contrary_is_known_the_same_is_asked(article: Case) -> None:
    query = last(article, "Does Pompeo support regime change?", "n mattis?")
    assert meaning(query) == (Intent.ASK, "publicly_supports(mattis, regime_change)", {})


def test_who_says_so_after_advice_asks_of_the_advice(article: Case) -> None:
    query = last(article, "What should Trump do?", "says who?")
    assert meaning(query) == (Intent.SOURCE, "recommended(trump, personal_assurance)", {})


@pytest.mark.parametrize(
    "text",
    ["Did he give up British citizenship?", "Is he British by birth?", "Is he a British citizen?"],
)
def test_he_is_nobody_of_whom_one_says_she(citizenship: Case, text: str) -> None:
    state, _ = converse(State(citizenship), "Is Marina British?")
    context = Context(state)
    utterance = Utterance(context, sentences(text)).wants(Intent.ASK)
    people = context.index.names.people
    found = [people.intersection(r.statement.arguments) for r in utterance.readings(Intent.ASK)]
    assert found
    assert all(not who or any(context.may_be(e, ("he",)) for e in who) for who in found)


def test_a_pronoun_that_fits_nobody_spoken_of_does_not_repeat_the_answer(
    citizenship: Case,
) -> None:
    goal = "british_citizen(leo)"
    for text in ("and her?", "what about her?", "why not her?"):
        query = last(citizenship, "Is Leo a British citizen?", text)
        assert meaning(query)[1] != goal, text
        assert query.statement is None or query.statement.predicate == "british_citizen", text
        assert query.clarify, "there are several"


def test_whether_somebody_is_refused_is_no_question_for_reasons() -> None:
    declared = "  refused:\n    slots: {office: authority, tenant: tenant}\n"
    declared += (
        '    says: "{office} refused {tenant}"\nfacts:\n  - say: the housing office refused Mira\n'
    )
    case = written(KNOWLEDGE.replace("facts:\n", declared), RULES)
    query = last(case, "May Mira cut the rent?", "Did they refuse her?")
    assert meaning(query)[:2] == (Intent.ASK, "refused(office, mira)")


def test_a_name_after_a_look_at_what_is_assumed_is_asked_about(citizenship: Case) -> None:
    turns = ("Is Leo a British citizen?", "And if Grace gives up her citizenship?")
    asked = last(citizenship, *turns, "what have I assumed?", "And Ama?")
    assert meaning(asked)[:2] == (Intent.ASK, "british_citizen(ama)")


@pytest.mark.parametrize(
    "before", ["what if Ben pays the club?", "may Ben play in the tournament?"]
)
@pytest.mark.parametrize("text", ["and him?", "what about him", "him?"])
def test_no_more_than_a_pronoun_is_asked_back_about(before: str, text: str) -> None:
    state, _ = converse(State(club()), "Does the club hold the tournament?")
    state, _ = converse(state, before)
    query = converse(state, text)[1].answer.query
    assert (query.intent, query.entity, query.clarify) == (Intent.DESCRIBE, "ben", True)


REGISTERS = "registers(home_secretary, {}, 2026-09-01)"


@pytest.mark.parametrize(
    ("turns", "child", "asked_back"),
    [
        (("Is Leo British?", "Suppose the Home Secretary registers him on {}."), "leo", True),
        (("Suppose Leo applies, and the Home Secretary registers him on {}.",), "leo", True),
        (("Is Yaw British?", "Suppose the Home Secretary registers him on {}."), "yaw", False),
    ],
)
def test_a_pronoun_is_not_taken_for_somebody_of_whom_nobody_spoke(
    citizenship: Case, turns: tuple[str, ...], child: str, asked_back: bool
) -> None:
    query = last(citizenship, *(turn.format("1 September 2026") for turn in turns))
    _, _, assumed = meaning(query)
    assert REGISTERS.format(child) in assumed
    assert (query.clarify, query.unread) == (asked_back, ())


@pytest.mark.parametrize("text", ["What if his father gets settled?", "What if they settle?"])
def test_who_is_related_may_be_meant(citizenship: Case, text: str) -> None:
    _, _, assumed = meaning(last(citizenship, "Is Leo British?", text))
    assert not any("leo" in key for key in assumed)
