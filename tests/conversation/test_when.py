"""Questions for days, and suppositions that vary one, as they are answered."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.dialogue import converse
from arguendo.conversation.ranking.target import takes_up, thread
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.explanation.deadlines import deadlines
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from arguendo.wording.answers import word
from arguendo.wording.page import Page, Role
from tests.conversation.club import club, written
from tests.conversation.contest import KNOWLEDGE, RULES, contest


def answered(case: Case, *turns: str) -> Page:
    state = State(case)
    for turn in turns:
        state, reply = converse(state, turn)
    return word(reply.answer)


REGISTERED = "the Home Secretary registers {} as a British citizen on 2 November 2026"


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            ["When did Leo become British?"],
            "Since 4 May 2015 it is almost certain that Leo is a British citizen.",
        ),
        (
            ["When does Mere become a British citizen?"],
            "Since 5 October 2013 it is almost certain that Mere is a British citizen.",
        ),
        (
            [
                "What if the Family Court makes an adoption order for Bao on 11 May 2026?",
                "when does Bao become British?",
            ],
            "From 11 May 2026 on it is almost certain that Bao is a British citizen.",
        ),
        (
            [f"What if {REGISTERED.format('Yaw')}?", "When does Yaw become a British citizen?"],
            "From 2 November 2026 on it follows that Yaw is a British citizen.",
        ),
        (
            [
                "When does Yaw become British if the Home Secretary registers him on 2 November "
                "2026?"
            ],
            f"If {REGISTERED.format('Yaw')}, from 2 November 2026 on it follows that Yaw is a "
            "British citizen.",
        ),
        (
            [f"What if {REGISTERED.format('Yaw')}?", "When will Yaw become British?"],
            "From 2 November 2026 on it follows that Yaw is a British citizen.",
        ),
        (
            ["When will Yaw be British if the Home Secretary registers him on 2 November 2026?"],
            f"If {REGISTERED.format('Yaw')}, from 2 November 2026 on it follows that Yaw is a "
            "British citizen.",
        ),
        (
            ["When does Grace become British if Harold becomes British on 1 January 1987?"],
            "If Harold becomes a British citizen on 1 January 1987, since 2 March 1988 it "
            "follows that Grace is a British citizen.",
        ),
        (
            ["as of 1 January 2010, when did Leo become British?"],
            "From 4 May 2015 on it is almost certain that Leo is a British citizen.",
        ),
        (
            ["Since when can Yaw be registered through ten years of residence?"],
            "Since 3 December 2015 at the earliest, it follows that Yaw can be registered through "
            "ten years of residence.",
        ),
        (
            ["Tomasi joined the armed forces. When was that?"],
            "It is reported that Tomasi joins the armed forces on 9 January 2012 (¶6).",
        ),
        (
            ["When did Tomasi join the armed forces?"],
            "It is reported that Tomasi joins the armed forces on 9 January 2012 (¶6).",
        ),
    ],
)
def test_it_is_told_since_when(citizenship: Case, turns: list[str], expected: str) -> None:
    assert answered(citizenship, *turns).answer == expected


@pytest.mark.parametrize(
    "text",
    [
        "When does Adjoa's immunity end?",
        "until when does Adjoa have diplomatic immunity?",
        "How long does Adjoa have diplomatic immunity?",
        "When will Adjoa's immunity expire?",
    ],
)
def test_it_is_told_until_when(citizenship: Case, text: str) -> None:
    assert answered(citizenship, text).answer == (
        "Until 31 August 2027: it is reported that Adjoa has diplomatic immunity from "
        "1 September 2014 to 31 August 2027 (¶5)."
    )


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("When does Adjoa's diplomatic immunity begin?", False),
        ("How long has Harold been British?", False),
        ("When does Harold's citizenship end?", True),
    ],
)
def test_where_no_end_is_told_or_asked_for(citizenship: Case, text: str, until: bool) -> None:
    said = answered(citizenship, text).answer
    assert not said.startswith("Until")
    assert said.startswith("No end of it is told: since 14 June 1991") is until


@pytest.mark.parametrize(
    ("text", "kept", "value"),
    [
        (
            "What if Marina was born on 20 May 2002?",
            "Marina was born on 30 June 2004",
            "30 June 2004",
        ),
        (
            "What if Yaw was away for at most 91 days in each of the first ten years?",
            "Yaw was away for at most 40 days in each of the first ten years",
            "40",
        ),
        (
            "What if Kojo was born on 1 September 2027?",
            "Kojo was born on 21 August 2016",
            "21 August 2016",
        ),
    ],
)
def test_a_supposed_value_says_that_the_reported_one_stays(
    citizenship: Case, text: str, kept: str, value: str
) -> None:
    (note,) = notes(answered(citizenship, text))
    assert note == (
        f"It remains reported that {kept}; to put one in the place of the other, say it again "
        f"with “instead of {value}” at the end."
    )
    instead = f"{text.removesuffix('?')} instead of {value}?"
    assert notes(answered(citizenship, instead)) == []


def notes(page: Page) -> list[str]:
    lines = (line for block in page.of(Role.NOTE) for line in block.lines)
    return [line for line in lines if "remains reported" in line]


def test_of_what_is_reported_but_does_not_fit_it_is_told_why(citizenship: Case) -> None:
    said = answered(
        citizenship,
        "assume an application for Kojo is made on 1 March 2026",
        "Why is Kojo not entitled to be registered as a British citizen?",
    )
    assert "Kojo turns ten on 21 August 2026, and 1 March 2026 is before that" in said.text


APPEALS = """\
rule base: {name: appeals, title: Is the appeal for Per heard?}
entities:
  ina: {name: Ina, kind: parent}
  olaf: {name: Olaf, kind: parent}
  per: {name: Per, kind: child, aliases: [Ina's son]}
  una: {name: Una, kind: child}
  board: {name: the board, kind: board}
statements:
  lodged:
    slots: {parent: parent, child: child, day: date}
    says: "{parent} lodged an appeal for {child} on {day}"
  hears:
    slots: {board: board, who: child}
    says: "{board} [hears|hear] the appeal for {who}"
  allows:
    slots: {board: board, who: child}
    says: "{board} [allows|allow] the appeal for {who}"
facts:
  - say: Ina lodged an appeal for Per on 2 June 2026
  - say: Olaf lodged an appeal for Una on 3 June 2026
"""
HEARD = """\
rules:
  - id: heard
    if:
      - ?_ lodged an appeal for ?who on ?_
    then:
      - the board hears the appeal for ?who
      - the board allows the appeal for ?who
"""


def test_a_day_is_asked_of_what_happened_on_one() -> None:
    query = understand(State(written(APPEALS, HEARD)), "When did Ina appeal?")
    assert query.statement is not None
    assert (query.statement.key, query.clarify) == ("lodged(ina, per, 2026-06-02)", False)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["When was Bo barred?", "and Cyd?"], "It is reported that the jury barred Cyd on 4 April"),
        (
            ["When is the deadline for Ada?", "and for Bo?"],
            "It is reported that the deadline for Bo",
        ),
        (["How many points does Ada score?", "and Cyd?"], "It is reported that Cyd scores 70"),
    ],
)
def test_the_day_or_number_of_another_is_its_own(turns: list[str], expected: str) -> None:
    assert answered(contest(), *turns).answer.startswith(expected)


def test_of_what_says_its_day_nothing_more_is_told() -> None:
    page = answered(contest(), "When was Bo barred?")
    assert page.text == "It is reported that the jury barred Bo on 2 April 2030."
    page = answered(contest(), "until when is the deadline for Bo?")
    assert "No end" not in page.text


TWO = """\
rule base: {name: grants, title: Who gets help?}
entities:
  dan: {name: Dan, kind: person, person: true}
statements:
  takes:
    slots: {person: person}
    says: "{person} [takes|take] a grant"
  applies:
    slots: {person: person}
    says: "{person} [applies|apply] for a grant"
questions:
  - ask: Dan takes a grant
  - ask: Dan applies for a grant
"""
LIMIT = "It is reported that the deadline for {} May 2030."


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["By when must Ada enter the final?"], LIMIT.format("Ada is 1")),
        (["Until when can Bo enter?"], LIMIT.format("Bo is 3")),
        (["Is the entry of Ada in time?", "until when?"], LIMIT.format("Ada is 1")),
        (["Is 1 June too late for Ada?"], "Yes, 1 May 2030 is before 1 June 2030: it is reported"),
        (["Is 2 May 2030 too late for Bo?"], "No, 3 May 2030 is not before 2 May 2030: it is"),
        (["Is 2 May in time for Bo?"], "Yes, 3 May 2030 is not before 2 May 2030: it is"),
        (["Is the entry of Ada in time?"], "On these facts it is not established that the entry"),
    ],
)
def test_a_deadline_is_a_day_that_another_must_not_be_after(
    turns: list[str], expected: str
) -> None:
    assert answered(contest(), *turns).answer.startswith(expected)


def test_what_comes_too_late_is_limited_by_a_day_and_limits_none() -> None:
    assert {each.limit.predicate for each in deadlines(contest(), "bo")} == {"deadline"}


@pytest.mark.parametrize(
    "text", ["By when do objections have to come?", "What is the deadline for objections?"]
)
def test_a_day_up_to_which_something_goes_is_a_deadline_without_a_rule(text: str) -> None:
    assert "until 9 May 2031" in answered(contest(), text).answer


def test_words_that_all_statements_say_speak_for_none() -> None:
    state = State(written(TWO, "rules: []"))
    assert understand(state, "What is the deadline for grants?").intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "By when must Ada pay the fee?",
        "Until when can Bo appeal?",
        "Is 1 June 2030 too late for Bo to pay the fee?",
    ],
)
def test_no_deadline_is_told_for_what_has_none(text: str) -> None:
    query = understand(State(contest()), text)
    assert query.clarify or not query.statement or query.statement.predicate != "deadline"


def test_another_number_is_not_put_to_the_fact_that_it_replaces() -> None:
    state, _ = converse(State(contest()), "How many points does Bo score?")
    context, supposed = Context(state), [Statement("scored", ("bo", "80"))]
    assert context.goal == Statement("scored", ("bo", "40"))
    assert thread(context, supposed) is None
    assert not takes_up(context, supposed, surely=True)


LATE = KNOWLEDGE.replace("enters the final on 2 May", "enters the final on 5 May")
OF_ONE = """\
    slots: {swimmer: swimmer, day: date}
    one: day
    says: "the deadline for {swimmer}"""
OF_ALL = OF_ONE.replace("swimmer: swimmer, ", "").replace(" for {swimmer}", "")
FOR_ALL = LATE.replace(OF_ONE, OF_ALL).replace("deadline for Bo", "deadline")
FOR_ALL = FOR_ALL.replace("  - say: the deadline for Ada is 1 May 2030\n", "")


@pytest.mark.parametrize(
    ("knowledge", "rules"),
    [(LATE, RULES), (FOR_ALL, RULES.replace("the deadline for ?swimmer is", "the deadline is"))],
    ids=["his own", "for all"],
)
@pytest.mark.parametrize(
    "turns", [("Was Bo too late?",), ("When did Bo enter?", "Was he too late?")]
)
def test_who_was_too_late_is_told_by_the_day_on_which_he_did_it(
    knowledge: str, rules: str, turns: tuple[str, ...]
) -> None:
    case = written(knowledge, rules)
    assert answered(case, *turns).answer.startswith("Yes, 3 May 2030 is before 5 May 2030: it is")
    assert answered(case, *turns, "by how much?").answer.startswith("By two days")


def test_a_rule_for_what_is_late_makes_no_deadline_of_what_is_done() -> None:
    late = """\
  - id: late
    title: A late entry is let in by the jury
    if:
      - ?swimmer enters the final on ?day
      - the deadline for ?swimmer is ?limit
      - ?day is after ?limit
    then: the entry of ?swimmer is in time
"""
    said = answered(written(LATE, RULES + late), "Was Bo too late?").answer
    assert said.startswith("Yes, 3 May 2030 is before 5 May 2030: it is")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            ["Who was barred?", "when?"],
            "It is reported that the jury barred Bo on 2 April 2030, and",
        ),
        (["Who was barred?", "and on what day?"], "It is reported that the jury barred Bo on 2"),
        (
            ["Who barred Cyd?", "when exactly?"],
            "It is reported that the jury barred Cyd on 4 April",
        ),
    ],
)
def test_a_bare_question_for_the_day_is_about_what_was_just_told(
    turns: list[str], expected: str
) -> None:
    assert answered(contest(), *turns).answer.startswith(expected)


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        (["Who gets no prize?", "why doesn't the second one?"], "cyd"),
        (["Who is qualified?", "does the last one get a prize?"], "ada"),
    ],
)
def test_who_was_told_of_is_spoken_of_by_the_place(turns: list[str], who: str) -> None:
    state = State(contest())
    for turn in turns:
        state, reply = converse(state, turn)
    assert reply.answer.query.statement == Statement("prize", (who,))


@pytest.mark.parametrize("before", ["", "Does Ben pay the fee?"])
@pytest.mark.parametrize("text", ["when was it taken", "When were they taken?"])
def test_when_something_was_taken_asks_not_what_it_takes(before: str, text: str) -> None:
    state = State(club())
    if before:
        state, _ = converse(state, before)
    assert understand(state, text).intent is not Intent.WHAT_WOULD_IT_TAKE


@pytest.mark.parametrize("text", ["When is Bo qualified?", "when does Bo become qualified?"])
def test_of_what_does_not_hold_yet_it_is_told_what_it_lacks(text: str) -> None:
    page = answered(contest(), text)
    assert page.answer == "Not at all so far: it is not established that Bo is qualified."
    assert "Bo scores 40 points, where at least 60 would be needed" in page.text
