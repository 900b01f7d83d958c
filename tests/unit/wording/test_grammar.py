from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.wording import grammar


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b, and c"),
        (["a and b", "c"], "a and b, and c"),
    ],
)
def test_joined_parts(parts: list[str], expected: str) -> None:
    assert grammar.joined(parts) == expected


def test_names_go_without_the_last_comma_and_clauses_always_have_one() -> None:
    assert grammar.named(["a", "b", "c"]) == "a, b and c"
    assert grammar.named(["a", "b"], "or") == "a or b"
    assert grammar.series(["a", "b"]) == "a, and b"
    assert grammar.series(["a", "b", "c"], "or") == "a, b, or c"
    assert grammar.series(["a"]) == "a"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("it rains", "It rains."),
        ("does it rain?", "Does it rain?"),
        ("he said “go.”", "He said “go.”"),
        ("he said “go”", "He said “go”."),
        ("¶5 says so", "¶5 says so."),
        ("  it\n rains ", "It rains."),
        ("", ""),
    ],
)
def test_sentences(clause: str, expected: str) -> None:
    assert grammar.sentence(clause) == expected


@given(st.text())
def test_a_sentence_is_one_line_and_stays_as_it_is(text: str) -> None:
    made = grammar.sentence(text)
    assert "\n" not in made
    assert "  " not in made
    assert grammar.sentence(made) == made


@pytest.mark.parametrize(
    ("count", "noun", "expected"),
    [
        (0, "step", "no steps"),
        (1, "step", "one step"),
        (12, "person", "twelve people"),
        (13, "way", "13 ways"),
        (1234, "body", "1,234 bodies"),
        (2, "other thing", "two other things"),
        (2, "box", "two boxes"),
    ],
)
def test_counts(count: int, noun: str, expected: str) -> None:
    assert grammar.counted(count, noun) == expected


def test_no_sentence_begins_with_digits() -> None:
    assert grammar.in_all(12, "fact") == "twelve facts"
    assert grammar.in_all(13, "fact") == "in all, 13 facts"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("roughly even chance", "a roughly even chance"),
        ("even chance", "an even chance"),
        ("unique chance", "a unique chance"),
        ("hourly chance", "an hourly chance"),
        ("US ally", "a US ally"),
        ("use of force", "a use of force"),
        ("usher", "an usher"),
    ],
)
def test_articles_go_by_sound(phrase: str, expected: str) -> None:
    assert grammar.with_article(phrase) == expected


def test_dates_say_when() -> None:
    assert grammar.on_date("2017-08-01") == "on 1 August 2017"
    assert grammar.on_date("2017-08") == "in August 2017"


def test_ordinals() -> None:
    assert [grammar.ordinal(n) for n in (1, 6, 7)] == ["first", "sixth", "number 7"]


def test_citations_stand_before_the_full_stop() -> None:
    assert grammar.cited("it rains.", ("¶5", "¶7")) == "It rains (¶5, ¶7)."
    assert grammar.cited("it rains", ()) == "It rains."
    assert grammar.cited("does it rain?", ("¶5",)) == "Does it rain? (¶5)."
    assert grammar.bracketed("", "") == ""
    assert grammar.bracketed("in August 2017", "¶5") == " (in August 2017, ¶5)"


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, "0%"), (0.001, "under 1%"), (0.25, "25%"), (0.999, "over 99%"), (1.0, "100%")],
)
def test_shares_that_are_not_nothing_do_not_look_so(share: float, expected: str) -> None:
    assert grammar.percent(share) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains.", ["It rains."]),
        (
            "It rains. It pours (¶1). “Is it?” No.",
            ["It rains.", "It pours (¶1).", "“Is it?”", "No."],
        ),
        ("“It rains. It pours” fails.", ["“It rains. It pours” fails."]),
        ("It rains. not so.", ["It rains. not so."]),
    ],
)
def test_a_text_is_taken_apart_into_sentences(text: str, expected: list[str]) -> None:
    assert grammar.sentences(text) == expected


def test_what_would_be_long_becomes_two_sentences() -> None:
    short, long = "it rains", " ".join(["it rains"] * 18)
    assert grammar.besides("it fails:", [short, short]) == "It fails: it rains, and it rains."
    assert grammar.besides("it fails:", [long]) == f"It fails: {long}."
    told = grammar.besides("it fails:", [long, short, short])
    assert told == f"It fails: {long}. Besides, it rains, and it rains."
    assert not grammar.is_long(told)
    told = grammar.besides("it fails:", [long, long, short])
    assert told == f"It fails: {long}. Besides, {long}, and it rains."
    told = grammar.besides("it fails:", [long, long, short, long])
    assert told == f"It fails: {long}. Besides, {long}, and it rains. Moreover, {long}."
    assert not grammar.is_long(told)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "It began on 4 May 2015, because he came on 4 May 2015.",
            "It began on 4 May 2015, because he came on that day.",
        ),
        ("It began on 4 May 2015. He came on 4 May 2015.", None),
        ("It ran from 4 May 2015 to 9 May 2015, and ended on 4 May 2015.", None),
        (
            "It began on 4 May 2015, he came on 4 May 2015, and left from 4 May 2015.",
            "It began on 4 May 2015, he came on that day, and left from 4 May 2015.",
        ),
        ("It began in May 2015, because he came in May 2015.", None),
    ],
)
def test_a_day_is_named_once_in_a_sentence(said: str, expected: str | None) -> None:
    assert grammar.dated_once(said) == (expected or said)
