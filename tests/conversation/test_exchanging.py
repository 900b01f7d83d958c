"""Suppositions that put one thing in the place of another."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from tests.conversation.lease import lease


def assumed(text: str, case: Case) -> dict[str, bool]:
    query = understand(State(case), text)
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suppose Grace had been born in Gibraltar instead of in the UK. Is Leo a citizen?",
            {"born_in(grace, gibraltar)": True, "born_in(grace, united_kingdom)": False},
        ),
        (
            "Say Marina is not born in 2004 but on the twentieth of May 2002. Is she a citizen?",
            {"born_on(marina, 2002-05-20)": True, "born_on(marina, 2004-06-30)": False},
        ),
        (
            "If Adjoa's immunity had run only from September 2014 to 20 August 2016, and not "
            "into 2027, would she have counted as settled on 21 August?",
            {
                "immunity(adjoa, 2014-09-01, 2016-08-20)": True,
                "immunity(adjoa, 2014-09-01, 2027-08-31)": False,
            },
        ),
        (
            "if yaw was gone 91 days a year instead of 40 does he still count as raised here",
            {"longest_absence(yaw, 91)": True, "longest_absence(yaw, 40)": False},
        ),
        (
            "If Yaw's longest absence weren't 40 days but 91, would he have his ten years here?",
            {"longest_absence(yaw, 91)": True, "longest_absence(yaw, 40)": False},
        ),
        (
            "Suppose the Family Court makes no order on 11 May 2026 but only one on 1 March 2030. "
            "Does the adoption make Bao a citizen?",
            {
                "adoption_order(family_court, bao, 2030-03-01)": True,
                "adoption_order(family_court, bao, 2026-05-11)": False,
            },
        ),
    ],
)  # fmt: skip
def test_of_two_in_contrast_one_takes_the_place_of_the_other(
    citizenship: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, citizenship) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suppose it has forward eyes, but no claws and no hooves. Is it a carnivore?",
            {
                "has(animal, forward_eyes)": True,
                "has(animal, claws)": False,
                "has(animal, hooves)": False,
            },
        ),
        (
            "Suppose it has feathers, not hair. Is it a bird?",
            {"has(animal, feathers)": True, "has(animal, hair)": False},
        ),
    ],
)  # fmt: skip
def test_what_is_denied_beside_another_takes_no_place(
    animals: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, animals) == expected


def test_whom_something_is_said_of_is_not_exchanged(article: Case) -> None:
    text = "Suppose China were not the North's largest trading partner. Would it raise pressure?"
    assert assumed(text, article) == {"largest_trading_partner(china, north_korea)": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Even if Efua got leave on 1 June 2026 but no application for Ama went in on "
            "1 September, is the girl entitled?",
            {"gets_leave(efua, 2026-06-01)": True, "applied(ama, 2026-09-01)": False},
        ),
        (
            "Imagine the order for Bao is made on 11 May 2026 but Ruth never became a citizen on "
            "19 July 1985. Does he become one that day?",
            {
                "adoption_order(family_court, bao, 2026-05-11)": True,
                "becomes_citizen(ruth, 1985-07-19)": False,
            },
        ),
    ],
)
def test_what_is_supposed_of_something_else_takes_no_place(
    citizenship: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, citizenship) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What if the order comes on 12 February 2030?",
            {"adoption_order(family_court, bao, 2030-02-12)": True},
        ),
        (
            "Say the judge dawdles until 1 March 2030 with Bao's order. Is he British by adoption?",
            {"adoption_order(family_court, bao, 2030-03-01)": True},
        ),
    ],
)
def test_the_day_that_is_named_is_the_one_that_is_supposed(
    citizenship: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, citizenship) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "If Tomasi applies on 1 April 2026, is Seru entitled?",
            {"applied(seru, 2026-04-01)": True},
        ),
        (
            "tomasi only files on 1 april 2029, is seru entitled?",
            {"applied(seru, 2029-04-01)": True},
        ),
    ],
)
def test_who_acts_for_another_is_not_taken_for_him(
    citizenship: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, citizenship) == expected


@pytest.mark.parametrize("order", ["Suppose", "Suppose that", "Assume"])
def test_what_is_ordered_word_for_word_to_take_a_place_is_not_asked_back(order: str) -> None:
    changed = "the lift has been out of order for 12 instead of 9 days"
    query = understand(State(lease()), f"{order} {changed}")
    assert (query.intent, query.clarify) == (Intent.ASSUME, False)
    told = {statement.key: true for statement, true in query.assume.items()}
    assert told == {"broken(lift, 12)": True, "broken(lift, 9)": False}


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (
            "If Tillerson rather than Trump assured Xi, would China believe it?",
            "personally_assures(tillerson, xi, no_regime_change)",
            "personally_assures(trump, xi, no_regime_change)",
        ),
        (
            "Suppose Mattis instead of Trump personally assures Xi. Is the assurance credible?",
            "personally_assures(mattis, xi, no_regime_change)",
            "personally_assures(trump, xi, no_regime_change)",
        ),
    ],
)
def test_somebody_is_put_in_the_place_of_another(
    article: Case, text: str, new: str, old: str
) -> None:
    assert assumed(text, article) == {new: True, old: False}
