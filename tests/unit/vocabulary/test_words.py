from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.vocabulary import normalise
from arguendo.vocabulary.words import in_words, is_date, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Quick fox, and a hen.", "quick fox and hen"),
        ("the U.S. and the U.S.A.", "us and usa"),
        ("the baker’s dozen, the bakers' union", "baker 's dozen bakers 's union"),
        ("the U.S.'s word", "us 's word"),
        ("don't say o'clock", "don't say o'clock"),
        ("'quoted words' and ‘others’", "quoted words and others"),
        ("a well-known non‑starter", "well-known non-starter"),
        ("ﬁne Straße", "fine strasse"),
        ("20% & more", "20 % & more"),
        ("north of the 38th parallel", "north of 38th parallel"),
        ("1,000 or 1.5", "1,000 or 1.5"),
        ("(a) [b] {c} — d… e?", "b c d e"),
        ("", ""),
    ],
)
def test_a_text_becomes_plain_words(text: str, words: str) -> None:
    assert normalise(text) == words.split()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("?Leader", "?leader"),
        ("?_", "?_"),
        ("12", "12"),
        ("-0.5", "-0.5"),
        ("2017-08-16", "2017-08-16"),
        ("2017-08", "2017-08"),
        ("16 August 2017", "2017-08-16"),
        ("august 2017", "2017-08"),
        ('"As it Was"', '"As it Was"'),
        ("“As it Was”", '"As it Was"'),
        ('"Hello, “Bob” ½’s"', '"Hello, “Bob” ½’s"'),
        ("“½ of it”", '"½ of it"'),
        (r'"tab\t"', r'"tab\t"'),
        (r'"a \q"', r'"a \\q"'),
        ("2017-13-01", ""),
        ("word", ""),
    ],
)
def test_some_words_are_terms(text: str, term: str) -> None:
    assert split(text).terms == (term,)


def test_a_day_that_there_is_not_stays_words() -> None:
    assert split("31 February 2017").words == ("31", "february", "2017")


@given(st.dates())
def test_dates_are_said_and_read_back(date: object) -> None:
    assert split(in_words(str(date))).terms == (str(date),)
    assert is_date(str(date))


@given(st.text(alphabet="abIS?_' .-’", max_size=30))
def test_the_short_way_through_plain_text_changes_nothing(text: str) -> None:
    assert split(text) == split(f"{text} …")


@given(st.text(max_size=40))
def test_quoted_text_is_kept_as_it_is(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    assert split(f"she said {quoted}").terms == ("", "", quoted)


@given(st.text(max_size=60))
def test_any_text_has_words_in_step_with_its_terms(text: str) -> None:
    found = split(text)
    assert len(found.words) == len(found.terms)
    assert all(found.words)


@given(st.lists(st.sampled_from(["the", "Ship", "?x", "?_", "12", "007", "x_2", "A", "May"])))
def test_plain_words_are_split_as_any_other_text(words: list[str]) -> None:
    text = " ".join(words)
    assert split(text) == split(f"{text} !")
