from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import MOST_CHARACTERS, plain_words, sentences


def words(text: str) -> list[str]:
    return [word.text for sentence in sentences(text) for word in sentence.words]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("What's stopping it?", "what is stopping it"),
        ("whats stopping it", "what is stopping it"),
        ("they didn\u2019t go", "they did not go"),
        ("they didnt go", "they did not go"),
        ("wat wud u do", "what would you do"),
        ("r u gonna go", "are you going to go"),
        ("the club\u2019s courts", "club courts"),
        ("no-overthrow pledge", "no overthrow pledge"),
        ("the U.S. team", "us team"),
        ("good 4 us 2 know", "good for us to know"),
        ("why does level 4 matter", "why does level 4 matter"),
        ("\u00b6 on fees, \u00a7 4", "paragraph on fees section 4"),
        ("what % of members", "what percent of members"),
        ("Ben = ??", "ben is what"),
        ("wen was dat", "when was that"),
        ("it falls to -5 or minus 12.", "it falls to -5 or -12"),
        ("costs 1,500 euros, not 2.5.", "costs 1500 euros not 2.5"),
        ("on 1.2.2010, 2026-01-17 or 3.4.", "on 1 2 2010 2026 01 17 or 3.4"),
    ],
)
def test_spellings_of_chat_and_speech_become_plain(typed: str, plain: str) -> None:
    assert words(typed) == plain.split()


def test_a_numeral_that_belongs_to_a_name_stays() -> None:
    said = sentences("the 4 seasons", names={("4", "seasons")})
    assert [word.text for word in said[0].words] == ["4", "seasons"]


def test_sentences_know_whether_they_ask_and_words_what_stands_before_them() -> None:
    first, second = sentences("Say Mr. Smith comes, the others stay (all). Do we win?")
    assert (first.asks, second.asks) == (False, True)
    assert [word.text for word in first.words if word.before] == ["others", "all"]


def test_a_question_mark_apart_still_asks() -> None:
    assert sentences("do we win ?")[0].asks


def test_of_an_endless_text_the_ends_are_read() -> None:
    said = words("alpha " + "x" * 100_000 + " omega?")
    assert said[0] == "alpha"
    assert said[-1] == "omega"
    assert sum(map(len, said)) <= MOST_CHARACTERS + 2


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    for sentence in sentences(text):
        assert all(word.text and word.text.isprintable() for word in sentence.words)
    plain_words(text)


@pytest.mark.parametrize(
    "family",
    [
        "believe believes believed believing",
        "stop stops stopped stopping",
        "make makes making made",
        "worry worries worried worrying",
        "swear swears swore sworn",
        "cancel cancels cancelled cancelling canceled",
        "press pressed presses pressing",
        "tough tougher toughest",
        "lose loses losing lost",
        "base bases basing based",
        "bus buses",
        "lie lies lied lying",
        "mislead misleads misled",
        "apply applies applied applying",
        "repay repays repaid",
        "owe owes owed owing",
    ],
)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["not note", "use us", "need nee", "thing th", "bring br"])
def test_different_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)
