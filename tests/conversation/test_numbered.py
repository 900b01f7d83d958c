"""Other numbers that are supposed in other words than the statements have that tell them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Manner
from tests.conversation.club import written
from tests.conversation.contest import contest
from tests.conversation.test_taking_up import last

KNOWLEDGE = """\
rule base: {name: pool, title: Is the pool open?}
entities:
  pool: {name: the pool, kind: place}
  lido: {name: the lido, kind: place}
  ida: {name: Ida, kind: person, person: true}
statements:
  water: {slots: {degrees: number}, one: degrees, says: "the water is at {degrees} degrees"}
  frost:
    slots: {degrees: number}
    one: degrees
    says: "the night cools to {degrees} degrees"
  crowd: {slots: {place: place, heads: number}, one: heads, says: "{place} holds {heads} guests"}
  ticket: {slots: {euros: number}, one: euros, says: "a ticket costs {euros} euros"}
  swims: {slots: {who: person, hours: number}, one: hours, says: "{who} [swims|swim] {hours} hours"}
  away: {slots: {who: person, metres: number}, says: "{who} [lives|live] {metres} metres from here"}
  idle: {slots: {place: place, days: number}, says: "{place} has not closed for {days} days"}
  warm: {says: the water is warm, denies: the water is not warm}
  team: {slots: {place: place}, says: "{place} [has|have] a relay team"}
  opens: {slots: {place: place}, says: "{place} [opens|open]", denies: "{place} does not open"}
facts:
  - say: the water is at 19 degrees
  - say: the night cools to -4 degrees
  - say: the pool holds 300 guests
  - say: the lido holds 90 guests
  - say: a ticket costs 8 euros
  - say: Ida swims 2 hours
  - say: Ida lives 200 metres from here
  - say: the lido has not closed for 9 days
"""
RULES = """\
rules:
  - id: warm
    title: Water is warm from 21 degrees on
    if:
      - the water is at ?degrees degrees
      - ?degrees is at least 21
    then: the water is warm
  - id: opens
    title: Warm water opens the pool
    if: the water is warm
    then: the pool opens
  - id: relay
    title: Two make a relay team
    if:
      - ?first swims ?_ hours
      - ?second swims ?_ hours
      - ?first is not ?second
    then: the pool has a relay team
"""


@cache
def pool() -> Case:
    return written(KNOWLEDGE, RULES)


def supposed(*turns: str) -> list[str]:
    query = last(pool(), *turns)
    assert query.intent in (Intent.WHAT_IF, Intent.ASSUME)
    assert not query.clarify
    return [each.key for each, true in query.assume.items() if true]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("What if the water is only 15?", "water(15)"),
        ("what if the water gets up to 24 degrees", "water(24)"),
        ("what if the water cooled down to 12", "water(12)"),
        ("what if the water was 22 °C", "water(22)"),
        ("Suppose the water rises to twenty-two degrees.", "water(22)"),
        ("If the water warmed up to 23, would the pool open?", "water(23)"),
        ("Would the pool open if the water were 23 degrees?", "water(23)"),
        ("what about water of 25 degrees?", "water(25)"),
        ("what if the night only cools to -1", "frost(-1)"),
        ("what if a ticket is 1,200 euros", "ticket(1200)"),
        ("what if tickets went up to 9.5", "ticket(9.5)"),
        ("what if the water gets 3 degrees warmer", "water(22)"),
        ("what if the water drops by 3.5 degrees", "water(15.5)"),
        ("what if the night cools down by 6", "frost(-10)"),
        ("what if the water tonight falls to 17", "water(17)"),
        ("what if Ida only lives 50 m from here", "away(ida, 50)"),
        ("what if there are 80 guests in the lido", "crowd(lido, 80)"),
    ],
)
def test_another_number_is_supposed_in_other_words(text: str, key: str) -> None:
    assert supposed(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "what if the water is not 24",
        "what if the water changes by 3 degrees",
        "what if the water is 70 fahrenheit",
        "what if the water is more than 24",
        "what if the water is between 20 and 24",
        "what if Ida is 12",
        "what if the lido has closed for 9 days",
        "what if the lido only closed for 3 days",
        "what if Ida lives 2 km from here",
        "what if the water of the lido is 24",
    ],
)
def test_more_than_a_number_is_not_left_out(text: str) -> None:
    query = last(pool(), text)
    plainly = not query.clarify and list(query.assume.values()) == [True]
    assert not plainly


@pytest.mark.parametrize(
    ("turns", "keys"),
    [
        (("Is the water warm?", "What if it's 25?"), ["water(25)"]),
        (("Is the water warm?", "what if it warms up to 25 degrees?"), ["water(25)"]),
        (
            ("How warm is the water?", "What if it's 25?", "and if it cools down to 20?"),
            ["water(20)"],
        ),
        (("When does the pool open?", "and if it rises to 25?"), ["water(25)"]),
        (("What if the water is only 15?", "and if it comes back to 22"), ["water(22)"]),
        (("How many guests does the pool hold?", "suppose it's only 20"), ["crowd(pool, 20)"]),
        (("Is the water warm?", "if it gets to 25, does the pool open?"), ["water(25)"]),
    ],
)
def test_of_what_was_spoken_of_no_more_need_be_said(
    turns: tuple[str, ...], keys: list[str]
) -> None:
    assert supposed(*turns) == keys


def test_standing_alone_it_is_asked_back() -> None:
    query = last(pool(), "What if it only gets down to -9?")
    assert query.clarify
    assert [each.key for each in query.assume] == ["frost(-9)"]
    assert last(pool(), "What if it's 75?").intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["What if Bo only scores 65?", "what if Bo got up to 65 points"])
def test_of_who_is_named(text: str) -> None:
    query = last(contest(), text)
    assert [each.key for each, true in query.assume.items() if true] == ["scored(bo, 65)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How warm is the water?", "the water is at 19 degrees"),
        ("how cold is the water", "the water is at 19 degrees"),
        ("How high is the water?", "the water is at 19 degrees"),
        ("how cold does the night get?", "the night cools to -4 degrees"),
        ("How expensive is a ticket?", "a ticket costs 8 euros"),
        ("How full is the lido?", ""),
        ("How heavy is the water?", ""),
        ("How old is the ticket?", ""),
    ],
)
def test_what_something_is_like_is_told_in_its_own_units(text: str, told: str) -> None:
    _, reply = converse(State(pool()), text)
    assert bool(told) is (reply.answer.query.value is not None)
    assert reply.page.answer == (f"It is reported that {told}." if told else reply.page.answer)


WARM = "From 21 on “Water is warm from 21 degrees on” applies."
ENOUGH = "From 60 on “Enough points qualify” applies."


@pytest.mark.parametrize(
    ("case", "turns", "told"),
    [
        (pool, ("How warm must the water be?",), WARM),
        (pool, ("how many degrees does it take for the water to be warm",), WARM),
        (pool, ("From what temperature on is the water warm?",), WARM),
        (pool, ("How many degrees are needed for warm water?",), WARM),
        (pool, ("Is the water warm?", "how high does it have to be?"), WARM),
        (pool, ("How heavy must the water be?",), ""),
        (pool, ("How many lidos do we need?",), ""),
        (pool, ("How long may Ida swim?",), ""),
        (contest, ("How many points does Bo need?",), ENOUGH),
        (contest, ("How many points does it take to be qualified?",), ENOUGH),
        (contest, ("how many points must Ada score to qualify",), ENOUGH),
        (contest, ("What is the minimum of points?",), ENOUGH),
        (contest, ("How many points does a swimmer need?",), ENOUGH),
        (contest, ("What points does one need to qualify?",), ENOUGH),
        (contest, ("How much does Bo need to score to qualify?",), ENOUGH),
        (contest, ("What does Bo need?",), ""),
        (contest, ("How many points does Bo make?",), ""),
        (contest, ("How many points has Bo scored?",), ""),
        (contest, ("How many points does Bo have to score?",), ENOUGH),
        (contest, ("How many prizes does Bo need?",), ""),
    ],
)
def test_it_is_told_from_which_number_on(
    case: Callable[[], Case], turns: tuple[str, ...], told: str
) -> None:
    state = State(case())
    for turn in turns:
        state, reply = converse(state, turn)
    assert (reply.page.answer == told) is bool(told)
    assert bool(told) is (reply.answer.query.manner is Manner.LIMIT)


@pytest.mark.parametrize(
    "text", ["What speaks against Ada being qualified?", "what could stop Ada being qualified?"]
)
def test_what_speaks_against_something_tells_how_far_its_numbers_may_go(text: str) -> None:
    _, reply = converse(State(contest()), text)
    assert (
        "Below 60 “Enough points qualify” would not apply; Ada scores 90 points (reported)."
    ) in reply.page.text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("How many people do you need for a relay team?", "relay"),
        ("how many swimmers does it take for a relay team", "relay"),
        ("How many people do you need for the pool to open?", None),
        ("How many people are in the relay team?", None),
    ],
)
def test_how_many_it_takes_is_told_by_the_rule_that_is_called_so(
    text: str, rule: str | None
) -> None:
    assert last(pool(), text).rule == rule


def test_what_would_be_an_exception_is_told_with_the_number_that_it_lacks() -> None:
    rules = (
        RULES.replace(
            "    then: the pool opens\n",
            "    unless: the night frosts\n    then: the pool opens\n"
            "  - id: frost\n    if:\n      - the night cools to ?degrees degrees\n"
            "      - ?degrees is at most -5\n    then: the night frosts\n",
        )
        .replace("21 degrees on", "18 degrees on")
        .replace("at least 21", "at least 18")
    )
    frosts = "  frosts: {says: the night frosts}\nfacts:\n"
    case = written(KNOWLEDGE.replace("facts:\n", frosts), rules)
    _, reply = converse(State(case), "What speaks against the pool opening?")
    assert (
        "does not apply if the night frosts, but nothing shows that: the night cools to -4 degrees,"
        " where at most -5 is allowed."
    ) in reply.page.text


def test_a_day_that_is_supposed_in_vain_is_told_with_what_it_misses() -> None:
    _, reply = converse(State(contest()), "What if Ada enters the final on 1 June 2030?")
    said = str(reply.page)
    assert "It is not established that the entry of Ada is in time: " in said
    assert "the deadline for Ada is 1 May 2030, and 1 June 2030 is after that" in said


@pytest.mark.parametrize(
    "text",
    [
        "How warm must the water be?",
        "What is the least the water may be at and still be fine?",
    ],
)
def test_what_a_fact_about_nobody_tells_is_a_threshold_as_well(text: str) -> None:
    least = "  least: {slots: {degrees: number}, says: 'baths ask for {degrees} degrees'}\nfacts:\n"
    knowledge = KNOWLEDGE.replace("facts:\n", f"{least}  - say: baths ask for 21 degrees\n")
    rules = RULES.replace(
        "      - ?degrees is at least 21\n",
        "      - baths ask for ?least degrees\n      - ?degrees is at least ?least\n",
    )
    _, reply = converse(State(written(knowledge, rules)), text)
    assert reply.page.answer == WARM.replace("applies", "can apply")
