"""Advice that is asked for about somebody, and what is asked of a piece of advice by its place."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent


def say(case: Case, *turns: str) -> Reply:
    state, reply = State(case), None
    for turn in turns:
        state, reply = converse(state, turn)
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("turns", "entity", "near"),
    [
        (("What should Efua do about Ama?",), "efua", ("ama",)),
        (("What should Efua do for Yaw?",), "efua", ("yaw",)),
        (("What should be done about Leo?",), None, ("leo",)),
        (("What should Efua do?",), "efua", ()),
        (("Is Ama British?", "what should her mum do?"), "efua", ("ama",)),
        (("Who is Efua?", "what should she do?"), "efua", ()),
        (("Is Rowan British?", "what should he do?"), "rowan", ()),
        (("Efua ought to do something. What is your advice to Adjoa?",), "adjoa", ()),
    ],
)
def test_about_whom_advice_is_asked_for(
    citizenship: Case, turns: tuple[str, ...], entity: str | None, near: tuple[str, ...]
) -> None:
    query = say(citizenship, *turns).answer.query
    assert (query.intent, query.entity, query.near) == (Intent.RECOMMEND, entity, near)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        (
            "What posture toward Seoul and Pyongyang is Washington advised to adopt?",
            "united_states",
        ),
        (
            "As for Washington, since Seoul is annoyed: what are the recommended moves?",
            "united_states",
        ),
        ("I met the president once. What is it that Trump personally ought to do?", "trump"),
        ("What is the advice, and what ought to be done by Beijing?", "china"),
    ],
)
def test_whom_advice_is_for_where_others_are_named(article: Case, text: str, entity: str) -> None:
    query = say(article, text).answer.query
    assert (query.intent, query.entity) == (Intent.RECOMMEND, entity)


@pytest.mark.parametrize(
    ("text", "advised"),
    [
        ("What should Washington do about Seoul?", ["consult_south_korea"]),
        ("What should be done about Seoul?", ["consult_south_korea"]),
        ("What should Washington do with Seoul?", ["consult_south_korea"]),
    ],
)
def test_only_advice_about_the_one_named_is_given(
    article: Case, text: str, advised: list[str]
) -> None:
    found = say(article, text).answer.about
    assert [each.arguments[1] for each in found] == advised


def test_it_is_said_where_nothing_is_recommended_about_the_one_named(citizenship: Case) -> None:
    reply = say(citizenship, "What should Efua do about Ama?")
    assert reply.page.answer == (
        "On these facts nothing is recommended to Efua about Ama. "
        "Efua should apply to register Yaw (likely)."
    )


def test_what_is_recommended_to_others_about_the_one_named_is_told(article: Case) -> None:
    text = say(article, "What should Washington do about China?").page.text
    assert "What is recommended to others about China" in text
    assert text.index("With the reason for each") < text.index("What is recommended to others")


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (("why the second?",), 1),
        (("why the third one?",), 2),
        (("why the last?", "why the first?"), 0),
    ],
)
def test_a_piece_of_advice_is_meant_by_its_place(
    article: Case, turns: tuple[str, ...], place: int
) -> None:
    asked = "What should the US do?"
    told = [line for block in say(article, asked).page.blocks for line in block.lines][1:]
    query = say(article, asked, *turns).answer.query
    assert query.intent is Intent.WHY
    assert query.statement is not None
    name = article.rulebase.vocabulary.name(query.statement.arguments[1])
    assert told[place].casefold().startswith(name.casefold())


def test_where_nothing_is_recommended_it_is_told_what_to_look_at(animals: Case) -> None:
    page = converse(State(animals), "what should I look at next?")[1].page
    assert page.answer == "On these facts nothing is recommended."
    (block,) = (each for each in page.blocks if each.heading)
    assert block.heading == "What would tell most about whether the animal is a zebra"
    assert "Does the animal have black stripes?" in block.lines
    assert len(block.lines) == 4


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("what should the boss do?", ("the boss",)),
        ("What ought the directress to do now?", ("the directress",)),
        ("What should we do?", ()),
        ("What should Trump do?", ()),
    ],
)
def test_whom_nobody_knows_is_named_as_not_understood(
    article: Case, text: str, unread: tuple[str, ...]
) -> None:
    assert understand(State(article), text).unread == unread
