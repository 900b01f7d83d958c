from __future__ import annotations

import pytest

from arguendo.scale import ICD_203, Scale
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording import degrees

STRANGE = Scale(("faint", "slim chance", "sure", "fixed"))


@pytest.mark.parametrize(
    ("degree", "basis", "expected"),
    [
        (1, Basis.RULE, "there is a roughly even chance that"),
        (2, Basis.RULE, "it is likely that"),
        (4, Basis.RULE, "it is almost certain that"),
        (5, Basis.RULE, "it follows that"),
        (5, Basis.FACT, "it is reported that"),
        (2, Basis.FACT, "it is reported as likely that"),
        (5, Basis.ASSUMPTION, "it is assumed that"),
        (1, Basis.ASSUMPTION, "it is assumed as a roughly even chance that"),
    ],
)
def test_a_degree_begins_a_sentence(degree: int, basis: Basis, expected: str) -> None:
    assert degrees.that(ICD_203, degree, basis) == expected


def test_a_long_degree_is_not_said_again() -> None:
    assert degrees.once_more(ICD_203, 1) == "it is just as likely that"
    assert degrees.once_more(ICD_203, 2) == "it is likely that"
    assert degrees.once_more(ICD_203, 5) == "it follows that"


def test_an_assumption_is_never_called_established() -> None:
    for degree in range(1, ICD_203.top + 1):
        for basis in Basis:
            said = (
                degrees.that(ICD_203, degree, basis),
                degrees.label(ICD_203, degree, basis),
                degrees.verdict(ICD_203, Standing(Status.HOLDS, degree, basis)),
            )
            assert not any("established" in each for each in said)


def test_an_adverb_stands_where_english_wants_it() -> None:
    assert degrees.that(ICD_203, 2, adverb="still") == "it is still likely that"
    assert degrees.that(ICD_203, 1, adverb="still") == "there is still a roughly even chance that"
    assert degrees.that(ICD_203, 5, adverb="still") == "it still follows that"


def test_words_of_another_scale_are_set_as_what_they_are() -> None:
    assert degrees.that(STRANGE, 1) == "it holds (faint) that"
    assert degrees.that(STRANGE, 2) == "there is a slim chance that"
    assert degrees.that(STRANGE, 3) == "it is sure that"
    assert degrees.verdict(STRANGE, Standing(Status.HOLDS, 1, Basis.RULE)) == "Yes (faint):"
    assert degrees.becomes(STRANGE, 1) == "it holds (faint)"
    assert degrees.becomes(STRANGE, 4) == "it follows"


def test_an_even_chance_is_no_yes() -> None:
    even = degrees.verdict(ICD_203, Standing(Status.HOLDS, 1, Basis.RULE))
    slim = degrees.verdict(STRANGE, Standing(Status.HOLDS, 2, Basis.RULE))
    assert even == "It could go either way: there is a roughly even chance that"
    assert slim == "Perhaps: there is a slim chance that"


def test_what_something_becomes_at_best() -> None:
    assert degrees.becomes(ICD_203, 2, 2) == "it becomes likely"
    assert degrees.becomes(ICD_203, 1, 2) == "there is a roughly even chance of it, at best likely,"
    assert degrees.becomes(ICD_203, 4, 5) == "it becomes almost certain, and at best it follows,"


def test_an_even_chance_is_a_yes_to_one_who_asked_for_no_more() -> None:
    even = Standing(Status.HOLDS, 1, Basis.RULE)
    assert degrees.verdict(ICD_203, even, 1) == "Yes, there is a roughly even chance that"
