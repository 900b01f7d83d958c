"""Which statement a turn is about where others stand beside it."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.dialogue import converse
from arguendo.conversation.english.words import sentences
from arguendo.conversation.state import State
from arguendo.conversation.statements.analysis import analyse
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from tests.conversation.club import club


def read(text: str, case: Case | None = None) -> Query:
    return understand(State(case or club()), text)


def key(query: Query) -> str | None:
    return query.statement.key if query.statement else None


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Is the finding of wet courts sensitive to any single premise?", "wet_courts(club)"),
        ("Which of your premises would you least like me to attack?", None),
    ],
)
def test_a_finding_is_meant_by_its_words_alone(text: str, statement: str | None) -> None:
    query = read(text)
    assert query.intent.value == "linchpins"
    assert key(query) == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("I was too generous. Take back that Ben pays the fee.", "pays_fee(ben, club)"),
        ("Ben pays the fee. No, remove it.", "pays_fee(ben, club)"),
    ],
)
def test_what_is_taken_back_stands_where_it_is_said(text: str, statement: str) -> None:
    query = read(text)
    assert query.intent.value == "retract"
    assert key(query) == statement


def test_undoing_something_is_not_undoing_the_last_step() -> None:
    assert read("Undo the fees.").back is None
    assert read("Undo it.").back is not None


def test_a_question_is_about_what_it_says_itself() -> None:
    query = read("Given that the courts are wet, will the club hold the tournament?")
    assert key(query) == "holds(club, tournament)"


@pytest.mark.parametrize(
    "text",
    [
        "Ben pays the club. The club holds the tournament, then?",
        "Ben pays the club. The club holds the tournament, doesn't it?",
    ],
)
def test_a_tag_belongs_to_the_question_before_it(text: str) -> None:
    said = Utterance(Context(State(club())), sentences(text))
    asked = [sentence for sentence in said.parts.rest if sentence.asks]
    assert not said.parts.declared
    assert [word.text for word in asked[0].words][:3] == ["club", "holds", "tournament"]


def test_what_stands_behind_the_last_comma_is_asked_of_a_supposition() -> None:
    said = Utterance(Context(State(club())), sentences("If Ben pays, summer play is on?"))
    assert [[word.text for word in each.words] for each in said.parts.rest] == [
        ["summer", "play", "is", "on"]
    ]


def test_names_side_by_side_tell_no_order(article: Case) -> None:
    names = Context(State(article)).index.names
    assert analyse(["trump", "xi", "bargain"], names).joined
    assert not analyse(["trump", "promises", "xi"], names).joined
    deals = [key(read(text, article)) for text in ("a Xi-Trump deal?", "a Trump-Xi deal?")]
    assert deals == ["deal(trump, xi)"] * 2


def test_nobody_fills_a_slot_of_a_phrase_that_names_him(article: Case) -> None:
    asked = read("Does China want to look like a helper of the Americans?", article)
    assert key(asked) == "averse_to_seeming_compliant(china)"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Chinese side has a foreign minister, Wang Yi. Who is he?", "wang_yi"),
        ("Beijing speaks of a buffer. What is meant by that?", "buffer_state"),
        ("We left out the South: who is President Moon?", "moon"),
        ("This Moon chap in the Blue House: what's he after?", "moon"),
    ],
)
def test_who_or_what_is_described(article: Case, text: str, entity: str) -> None:
    query = read(text, article)
    assert (query.intent.value, query.entity) == ("describe", entity)


def test_a_text_without_a_denial_affirms(article: Case) -> None:
    assert key(read("Does China crack down?", article)) == "raises_pressure(china, north_korea)"


def test_a_question_of_one_word_is_about_what_it_names(article: Case) -> None:
    query = read("What if China reneges? Pressure?", article)
    assert key(query) is not None
    assert [statement.key for statement in query.assume] == ["reneges(china)"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Will China press harder, seeing how much it dislikes a nuclear North Korea?",
            "raises_pressure(china, north_korea)",
        ),
        (
            "Biggest trading partner of the North, and still China sits on its hands. Why?",
            "withholds_pressure(china)",
        ),
        ("Has Xi by now promised Trump anything?", "promises_pressure(xi, trump)"),
        (
            "Has Trump by now given Xi his word?",
            "personally_assures(trump, xi, no_regime_change)",
        ),
        (
            "If Trump assures Xi, is China still afraid for its border?",
            "fears_regime_change(china)",
        ),
    ],
)
def test_what_is_asked_is_no_circumstance(article: Case, text: str, statement: str) -> None:
    assert key(read(text, article)) == statement


def test_a_question_that_ends_in_or_not_tells_nothing() -> None:
    query = read("What is Ben then, a member who pays the fee or not?")
    assert not query.assume


@pytest.mark.parametrize("text", ["Will the club get Ben?", "So could the club get Anna?"])
def test_what_somebody_does_is_offered_before_what_is_done_to_him(text: str) -> None:
    query = read(text)
    assert (query.clarify, key(query)) == (True, "holds(club, tournament)")


@pytest.mark.parametrize("name", ["Anna", "Ben"])
def test_why_not_somebody_is_about_the_grounds_of_what_was_asked(name: str) -> None:
    state, _ = converse(State(club()), "Does the club hold the tournament?")
    query = understand(state, f"Why not {name}?")
    assert (query.intent.value, query.clarify) == ("why_not", True)
    assert key(query) == f"pays_fee({name.lower()}, club)"
