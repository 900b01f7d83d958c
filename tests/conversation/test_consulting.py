from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.readers.consulting import word_of
from arguendo.conversation.state import Reply, State
from arguendo.explanation.consultation import Word
from arguendo.export.replies import exchange
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from arguendo.wording.page import Role
from tests.conversation.club import club

HOLDS = Statement("holds", ("club", "tournament"))
PAYS = Statement("pays_fee", ("ben", "club"))
ANNA_PAYS = Statement("pays_fee", ("anna", "club"))
BEGIN = "Help me find out whether the club holds the tournament."


def talk(*turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(club().choose("dry")), []
    for turn in turns:
        state, reply = converse(state, turn)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize(
    "text",
    [
        BEGIN,
        "help me find out if Greenfield holds the summer cup",
        "walk me through whether the tennis club holds the tournament",
        "let's find out if the club holds the tournament",
        "Let us work out whether the club will hold its summer cup.",
        "/consult the club holds the tournament",
    ],
)
def test_it_begins_in_many_words(text: str) -> None:
    _, (reply,) = talk(text)
    assert (reply.answer.query.intent, reply.answer.query.statement) == (Intent.CONSULT, HOLDS)
    assert "Question 1: " in reply.page.answer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(
            (text, Word.YES)
            for text in ("yes", "Y", "yep!", "yes, he does", "Yes, I think so.", "yes pls")
        ),
        *((text, Word.NO) for text in ("no", "n", "nope", "No, he doesn't.", "no, not really")),
        *((text, Word.UNKNOWN) for text in ("unknown", "I don't know", "dunno", "skip it")),
        *((text, Word.WHY) for text in ("why?", "?", "Why do you ask?", "why do you ask that")),
        *((text, Word.BACK) for text in ("back", "undo", "b\n", "take that back")),
        *((text, Word.STOP) for text in ("stop", "quit", "q", "that's enough")),
        *((text, Word.GO_ON) for text in ("continue", "go on", "where were we?")),
        *(
            (text, None)
            for text in (
                "why not?",
                "no he does",
                "yes it is not",
                "yes, not really",
                "who is Ben?",
                "",
                "why 2",
            )
        ),
    ],
)
def test_what_can_be_said_to_a_question(text: str, word: Word | None) -> None:
    assert word_of(text) is word


def test_it_ends_with_the_explained_answer_when_nothing_more_can_matter() -> None:
    state, replies = talk(BEGIN, "no", "yes")
    found = replies[-1].answer
    assert found.standing is not None
    assert found.standing.degree
    assert found.case.assumptions[ANNA_PAYS if found.case.holds(PAYS) else PAYS] == 0
    assert state.supposed is found.case
    assert not state.case.assumptions.keys() & {PAYS, ANNA_PAYS}
    told = replies[-1].page.of(Role.LIST, Role.NOTE)
    assert told[0].heading == "What you answered"
    assert told[1].lines == ("Nothing that is still open can change that.",)


def test_what_was_left_open_may_still_change_it_and_that_is_not_denied() -> None:
    told = talk(BEGIN, "no", "unknown")[1][-1].page.text
    assert "As long as that is left open, nothing else can change it." in told
    assert "Nothing that is still open" not in told


def test_a_follow_up_is_about_what_was_found_out() -> None:
    _, replies = talk(BEGIN, "no", "no", "why not?")
    query = replies[-1].answer.query
    assert (query.intent, query.statement) == (Intent.WHY_NOT, HOLDS)
    assert replies[-1].answer.case.assumptions[PAYS] == 0


def test_another_question_is_answered_and_the_consultation_waits() -> None:
    state, replies = talk(BEGIN, "who is Ben?", "continue")
    assert replies[1].answer.query.intent is Intent.DESCRIBE
    assert "We were at question 1: " in replies[1].page.text
    assert replies[2].page.answer == replies[0].page.answer
    assert state.consultation is not None
    _, replies = talk(BEGIN, "stop", "who is Ben?")
    assert "We were at" not in replies[-1].page.text


def test_why_climbs_and_back_takes_back() -> None:
    first = talk("Help me find out whether Ben may play in the tournament.", "why")[1][-1].page.text
    second = talk("Help me find out whether Ben may play in the tournament.", "why", "why")
    assert "I ask because it is a ground of the argument" in first
    assert first != second[1][-1].page.text
    state, replies = talk(BEGIN, "no", "back")
    assert state.consultation is not None
    assert not state.consultation.answers
    assert replies[-1].page.answer == replies[0].page.answer
    assert "no answer to take back" in talk(BEGIN, "back")[1][-1].page.text


def test_without_a_consultation_its_words_are_ordinary_ones() -> None:
    for text in ("yes", "continue", "stop"):
        assert talk(text)[1][0].answer.query.intent is Intent.OUT_OF_SCOPE
    assert talk(BEGIN, "stop", "yes")[1][-1].answer.query.word is None


def test_the_last_answer_can_be_taken_back_when_it_is_over() -> None:
    state, replies = talk(BEGIN, "no", "yes", "back")
    assert "Question 2: " in replies[-1].page.answer
    assert state.consultation is not None
    assert len(state.consultation.answers) == 1


def test_what_is_assumed_meanwhile_counts() -> None:
    state, _ = talk(BEGIN, "Assume that Ben pays the fee to the club.")
    assert state.consultation is not None
    assert state.consultation.is_over
    assert state.consultation.staged.holds(HOLDS)


def test_a_typed_query_gives_the_first_question() -> None:
    _, reply = respond(State(club().choose("dry")), Query(Intent.CONSULT, HOLDS))
    (key,) = reply.answer.items
    assert key in (PAYS.key, ANNA_PAYS.key)
    assert reply.suggestions == ("Yes.", "No.", "I do not know.", "Why do you ask?")


def test_suggested_answers_are_understood() -> None:
    state, (reply,) = talk(BEGIN)
    for text in reply.suggestions:
        assert converse(state, text)[1].answer.query.word is not None, text


def test_nothing_is_asked_that_cannot_matter() -> None:
    state = State(club())  # the courts are wet, whatever is paid
    _, reply = converse(state, BEGIN)
    assert reply.answer.consultation is not None
    assert reply.answer.consultation.is_over
    assert "No open question bears on that" in reply.page.text
    assert replace(state) == state


def test_an_answer_is_sent_as_what_the_turn_assumes() -> None:
    _, replies = talk(BEGIN, "no", "yes")
    assumed = [exchange(reply).understood.assume for reply in replies]
    assert [[*each.values()] for each in assumed] == [[], [False], [True]]


@pytest.mark.parametrize("said", ["no", "I do not know", "why?"])
def test_each_question_has_the_same_choices_under_the_same_numbers(said: str) -> None:
    _, (first, then) = talk(BEGIN, said)
    assert (
        then.suggestions
        == first.suggestions
        == ("Yes.", "No.", "I do not know.", "Why do you ask?")
    )
