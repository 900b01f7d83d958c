"""Days and numbers that are asked for, or held against others."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from tests.conversation.club import written
from tests.conversation.lease import KNOWLEDGE
from tests.conversation.lease import RULES as LEASE_RULES

ADDED = """\
  asked_on:
    slots: {tenant: tenant, landlord: landlord, day: date}
    says: "{tenant} asked {landlord} for a new lift on {day}"
  lives_on:
    slots: {tenant: tenant, floor: number}
    one: floor
    says: "{tenant} lives {floor} floors up"
  owes:
    slots: {landlord: landlord, tenant: tenant, euros: number}
    says: "{landlord} owes {euros} euros to {tenant}"
  notice:
    slots: {day: date}
    says: "the deadline for notice is {day}"
  rises:
    slots: {landlord: landlord, day: date}
    one: day
    says: "{landlord} takes objections to the rise until {day}"
    also:
      - "the last day of {landlord} for objections is {day}"
  pays:
    slots: {tenant: tenant, weeks: number}
    one: weeks
    says: "{tenant} paid the rent {weeks} weeks late"
  share:
    slots: {landlord: landlord, percent: number}
    one: percent
    says: "{percent} percent of the tenants of {landlord} use the stairs"
facts:
  - say: Mira asked Mr Holt for a new lift on 4 May 2024
  - say: Mira lives 6 floors up
  - say: Mr Holt takes objections to the rise until 30 June 2024
    date: 2024-05-01
  - say: Mira paid the rent 3 weeks late
  - say: 40 percent of the tenants of Mr Holt use the stairs
  - say: the deadline for notice is 30 June 2024
"""
RULES = """\
rules:
  - id: for-stairs
    if:
      - ?tenant lives ?floors floors up
      - ?machine has been out of order for ?_ days
    then: owes(holt, ?tenant, 50)
    qualifier: likely
"""


@cache
def house() -> Case:
    return written(KNOWLEDGE.replace("facts:\n", ADDED), RULES)


def answered(case: Case, *turns: str) -> str:
    state = State(case)
    for turn in turns:
        state, reply = converse(state, turn)
    return reply.page.answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("How long has the lift been out of order?", BROKEN := "It is reported that the lift has "
         "been out of order for 9 days."),
        ("For how many days has the lift been out of order?", BROKEN),
        ("How high up does Mira live?", FLOOR := "It is reported that Mira lives 6 floors up."),
        ("How many floors up does Mira live?", FLOOR),
        ("What is the deadline?", "It is reported that the deadline for notice is 30 June 2024."),
        ("How much does Mr Holt owe Mira?", "It is likely that Mr Holt owes 50 euros to Mira."),
        ("How late did Mira pay the rent?", "It is reported that Mira paid the rent 3 weeks late."),
        ("What percentage of the tenants use the stairs?", SHARE := "It is reported that 40 "
         "percent of the tenants of Mr Holt use the stairs."),
        ("What share of the tenants use the stairs?", SHARE),
        ("When is the last day for objections?", "It is reported that Mr Holt takes objections to "
         "the rise until 30 June 2024 (on 1 May 2024)."),
        ("How many euros does he owe Mira?", "It is likely that Mr Holt owes 50 euros to Mira."),
    ],
)  # fmt: skip
def test_a_value_that_is_asked_for_is_told(text: str, answer: str) -> None:
    assert answered(house(), text) == answer


def test_what_has_no_such_number_is_not_told_in_its_place() -> None:
    assert "floors" not in answered(house(), "How many tenants live there?")
    assert "days" not in answered(house(), "How many lifts are there?")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Did Mira ask Mr Holt before 1 June 2024?", "Yes, 4 May 2024 is before 1 June 2024: "),
        ("Did Mira ask Mr Holt for a new lift by 1 May 2024?", "No, 4 May 2024 is after 1 May "),
        ("Did Mira ask Mr Holt for a new lift before 2024?", "No, 4 May 2024 is not before "),
        ("Did Mira ask Mr Holt after May 2024?", "No, 4 May 2024 is not after 31 May 2024: "),
        ("Does Mira live more than 5 floors up?", "Yes, 6 is more than 5: it is reported that "),
        ("Does Mira live at least 7 floors up?", "No, 6 is not at least 7: it is reported that "),
        ("Has the lift been out of order for over a week?", ""),
        ("Has the lift been out of order for less than 9 days?", "No, 9 is not less than 9: "),
        ("Does Mr Holt owe Mira more than 40 euros?", "Yes, 50 is more than 40: it is likely "),
    ],
)
def test_a_value_is_held_against_another(text: str, answer: str) -> None:
    assert answered(house(), text).startswith(answer)


def test_numbers_of_something_else_are_not_compared() -> None:
    assert "is less than" not in answered(house(), "Was the lift out of order less than 10 weeks?")


def test_a_wrong_value_is_answered_with_the_right_one() -> None:
    assert answered(house(), "Does Mira live 5 floors up?") == (
        "No, not 5, but 6: it is reported that Mira lives 6 floors up."
    )
    assert answered(house(), "Has the lift been out of order for 8 days?") == (
        "It is reported that the lift has been out of order for 9 days; nothing here says 8."
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("How many days was Yaw away?", "It is reported that Yaw was away for at most 40 days"),
        ("What is Marina's date of birth?", "It is reported that Marina was born on 30 June 2004"),
        ("Was Marina born before 2005?", "Yes, 30 June 2004 is before January 2005: it is "),
        ("Was Kojo born after 1 January 2016?", "Yes, 21 August 2016 is after 1 January 2016: "),
    ],
)
def test_values_of_the_citizens(citizenship: Case, text: str, answer: str) -> None:
    assert answered(citizenship, text).startswith(answer)


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (("How high up does Mira live?", "What if it were 2?"), "If Mira lives 2 instead of 6 fl"),
        (("How high up does Mira live?", "and at 2?"), "If Mira lives 2 instead of 6 floors up"),
        (("How many floors up does Mira live?", "and what if she lived on 2?"), "If Mira lives 2 "),
        (("What is the deadline?", "what if it had been 1 July?"), "If the deadline for notice is "
         "1 July 2024 instead of 30 June 2024, "),
        (("When did Mira ask Mr Holt for a new lift?", "What if she had asked on 14 May?"), "If "
         "Mira asked Mr Holt for a new lift on 14 May 2024 instead of 4 May 2024, "),
        (("How many days was the lift out of order?", "suppose it was 12 days"), "From here "
         "on it is assumed that the lift has been out of order for 12 instead of 9 days."),
    ],
)  # fmt: skip
def test_another_value_is_supposed_in_the_place_of_the_one_told(
    turns: tuple[str, ...], answer: str
) -> None:
    assert answered(house(), *turns).startswith(answer)


def test_of_somebody_else_as_well(citizenship: Case) -> None:
    turns = ("What is Marina's date of birth?", "what about Leo on 1 May 2010?")
    assert answered(citizenship, *turns).startswith(
        "If Leo was born on 1 May 2010 instead of 4 May 2015, "
    )


@pytest.mark.parametrize(
    "text",
    [
        "Did Mira ask Mr Holt for a new lift on 1 June?",
        "What if the deadline for notice was 1 June?",
        "If the deadline for notice had been 1 June, might Mira cut the rent?",
    ],
)
def test_a_day_without_a_year_is_of_the_year_of_most_days(text: str) -> None:
    assert "1 June 2024" in answered(house(), text)


def test_of_what_is_counted_the_only_number_is_offered(citizenship: Case) -> None:
    _, reply = converse(State(citizenship), "How many days was Ama absent?")
    assert reply.answer.query.clarify
    assert "at most 120 days" in str(reply.page)


UNKNOWN = "Either this argument has no such figure, or it was not understood which one is meant."


def test_a_figure_that_was_not_found_is_not_denied(citizenship: Case) -> None:
    _, reply = converse(State(citizenship), "How old is Leo?")
    answer, *_, offered = reply.page.blocks
    assert answer.lines == (UNKNOWN,)
    assert offered.heading == "Days and numbers that it has"
    assert all("Leo" in line for line in offered.lines)
    assert any("was born on" in line for line in offered.lines)


def test_an_argument_without_figures_says_so(animals: Case) -> None:
    _, reply = converse(State(animals), "How heavy is the tiger?")
    assert reply.page.answer == "No such figure was found in this argument."
    assert "It tells what is so and how likely, not how much." in str(reply.page)


NEIGHBOURS = """\
  want:
    slots: {count: number, machine: machine}
    one: count
    says: "{count} neighbours want a new motor for {machine}"
  mended:
    slots: {machine: machine}
    says: "{machine} is mended"
  hears:
    slots: {who: group, landlord: landlord}
    says: "{who} hear from {landlord}"
facts:
  - say: 4 neighbours want a new motor for the lift
"""
WANTED = """\
  - id: wanted
    if:
      - ?count neighbours want a new motor for ?machine
      - ?count is at least 5
    then: ?machine is mended
"""


@cache
def neighbours() -> Case:
    """Return the case of the lease with neighbours who are counted, and go by that name."""
    group = "  lift: {"
    named = f"  neighbours: {{name: the neighbours, kind: group, plural: true}}\n{group}"
    knowledge = KNOWLEDGE.replace("facts:\n", NEIGHBOURS).replace(group, named)
    return written(knowledge, LEASE_RULES + WANTED)


WANT = "It is reported that 4 neighbours want a new motor for the lift."


@pytest.mark.parametrize(
    "text",
    [
        "How many neighbours want a new motor for the lift?",
        "How many neighbours want a new motor?",
        "how many of the neighbours want it",
    ],
)
def test_who_is_counted_is_not_whom_it_is_about(text: str) -> None:
    assert WANT in str(converse(State(neighbours()), text)[1].page)


def test_how_many_there_are_is_not_how_many_do_something() -> None:
    assert answered(neighbours(), "How many neighbours are there?") == UNKNOWN


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (("is that enough?",), "On these facts it is not established that the lift is mended."),
        (("what if there were six?",), "If 6 instead of 4 neighbours want a new motor for the lift,"
         " it follows that the lift is mended"),
        (("is that enough?", "and with six?"), "If 6 instead of 4 neighbours want a new motor for "
         "the lift, it follows that the lift is mended"),
        (("is that enough?", "and with only four?"), "On these facts it is not established that "
         "the lift is mended."),
        (("and with only three?",), "If 3 instead of 4 neighbours want a new motor for the lift"),
    ],
)  # fmt: skip
def test_what_is_counted_goes_on(turns: tuple[str, ...], answer: str) -> None:
    assert answered(neighbours(), "How many neighbours want a new motor?", *turns).startswith(
        answer
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What if sadly Mira lives 1,500 floors up?", "lives 1500 "),
        ("What if Mira really lives -2 floors up?", "lives -2 "),
        ("What if Mira really lives minus 2 floors up?", "lives -2 "),
        ("What if Mira really lives 2.5 floors up?", "lives 2.5 "),
    ],
)
def test_no_part_of_a_number_is_lost(text: str, told: str) -> None:
    assert told in answered(house(), text)
