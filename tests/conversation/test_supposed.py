"""Which of what a text seems to assume it does assume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.readers import supposed
from arguendo.conversation.state import State
from arguendo.conversation.statements.assumed import Assumed, Heard, of_clauses
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.rulebase import Association
from arguendo.statements import Statement
from tests.conversation.club import club
from tests.conversation.lease import lease

BEN = Statement("pays_fee", ("ben", "club"))
WET = Statement("wet_courts", ("club",))
ANNA = Statement("trusts", ("anna", "ben"))
SAID = Utterance(Context(State(club())), sentences("Suppose some of these were all so for once."))


def _heard(statement: Statement, score: float, positive: bool = True, rival: float = 0.0) -> Heard:
    return Heard(Reading(statement, positive, score, coverage=min(1.0, score / 8)), rival)


def _assumed(*heard: Heard) -> Assumed:
    truth = {each.reading.statement: each.reading.positive for each in heard}
    return of_clauses(truth, {each.reading.statement: each for each in heard})


def _only(assumed: Assumed, asked: Statement | None = None) -> Assumed:
    return supposed.only(SAID, assumed, asked)


def test_a_weak_guess_beside_a_good_one_is_left_out() -> None:
    strong, weak = _heard(BEN, 12.0), _heard(ANNA, 2.5, rival=0.9)
    both = _only(_assumed(strong, weak))
    assert both.truth == {BEN: True}
    assert both.score == 12.0
    assert both.fits == 1.0


def test_what_is_said_plainly_stays() -> None:
    said = _assumed(_heard(BEN, 12.0), _heard(WET, 12.0, positive=False))
    assert _only(said).truth == {BEN: True, WET: False}


def test_something_always_stays() -> None:
    guess = _only(_assumed(_heard(ANNA, 1.3, rival=1.0)))
    assert guess.truth == {ANNA: True}
    assert guess.likely < 0.5


def test_what_was_passed_over_is_put_in_where_all_else_speaks_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = _assumed(_heard(BEN, 12.0))
    besides = Assumed(
        said.truth, said.score, said.scores, heard=said.heard, passed_over={WET: _heard(WET, 3.0)}
    )
    assert _only(besides).truth == {BEN: True}
    monkeypatch.setattr(supposed, "likely", lambda _: 0.9)
    assert _only(besides).truth == {BEN: True, WET: True}


def _with_words(statement: Statement, *supposed: tuple[str, float]) -> Case:
    """The club, where words hint that a statement is supposed."""
    told = Association(statement, (), supposed)
    return Case.of(replace(club().rulebase, associations=(told,), digest=""))


def test_what_only_words_of_the_whole_text_hint_at_is_put_in() -> None:
    text = "Suppose Ben pays the fee. And gumboots everywhere! May he play?"
    words = ("*", -4.0), ("gumboots", 9.0)
    assert set(understand(State(club()), text).assume) == {BEN}
    query = understand(State(_with_words(WET, *words)), text)
    assert query.assume == {BEN: True, WET: True}
    plain = understand(State(_with_words(WET, *words)), text.replace("gumboots", "parasols"))
    assert set(plain.assume) == {BEN}


def test_what_words_hint_at_is_left_out_where_it_is_what_is_asked() -> None:
    hinted = _with_words(statement := Statement("may_play", ("ben", "tournament")), ("*", 5.0))
    query = understand(State(hinted), "If Ben pays the fee, may he play?")
    assert (query.statement, query.assume) == (statement, {BEN: True})


def test_what_was_read_from_no_clause_is_not_judged() -> None:
    told = Assumed({ANNA: False}, 1.0)
    assert _only(told) is told


def test_a_reading_is_no_surer_than_that_what_is_unlikely_is_assumed() -> None:
    said = Utterance(Context(State(club())), sentences("Suppose Ben pays the fee."))
    query, assumed = Query(Intent.WHAT_IF, assume={BEN: True}), Assumed({BEN: True}, 12.0, fits=1.0)
    assert said.sure(query, (), replace(assumed, likely=0.2)) <= 0.2
    assert 0.2 < said.sure(query, (), replace(assumed, likely=0.9)) < said.sure(query, (), assumed)


def test_what_the_question_does_not_hang_on_is_not_assumed_for_a_word_or_two(article: Case) -> None:
    text = (
        "My barber swears by it: suppose the past talks had been a triumph and not a mess."
        " Would anyone still recommend deterrence?"
    )
    query = understand(State(article), text)
    assert [statement.key for statement in query.assume] == ["past_talks_failed(north_korea)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Consider as given that Mattis publicly supports regime change.",
            {"publicly_supports(mattis, regime_change)": True},
        ),
    ],
)
def test_what_the_vocabulary_says_plainly_is_no_denial_of_its_contrary(
    article: Case, text: str, expected: Mapping[str, bool]
) -> None:
    query = understand(State(article), text)
    assert query.intent is Intent.ASSUME
    assert {statement.key: true for statement, true in query.assume.items()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What if Anna mistrusts Ben and pays the fee?",
            {ANNA.key: False, "pays_fee(anna, club)": True},
        ),
        (
            "If the courts were dry, and Anna did not trust Ben, may Ben play in the tournament?",
            {WET.key: False, ANNA.key: False},
        ),
    ],
)
def test_a_new_rule_base_has_no_words_by_which_a_clause_could_be_doubted(
    text: str, expected: Mapping[str, bool]
) -> None:
    query = understand(State(club()), text)
    assert {statement.key: true for statement, true in query.assume.items()} == expected
    assert not query.clarify


def test_of_what_is_only_named_nothing_is_put_in_and_nothing_is_sure() -> None:
    spied = understand(State(club()), "Suppose Ben pays the fee and Anna is a spy.")
    assert list(spied.assume) == [BEN]
    text = "Suppose the lift was fun for once and Mira complained. May she cut the rent?"
    assert understand(State(lease()), text).clarify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what if mira showed 7 offers", Statement("offers", ("mira", "7"))),
        (
            "if the lift had only been out of order for 2 days, may mira cut the rent?",
            Statement("broken", ("lift", "2")),
        ),
    ],
)
def test_another_number_in_what_is_known_is_as_likely_supposed_as_that(
    text: str, expected: Statement
) -> None:
    query = understand(State(lease()), text)
    assert query.assume == {expected: True}
    assert not query.clarify
