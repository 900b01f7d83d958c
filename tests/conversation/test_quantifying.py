"""Questions of several: who, which, how many, every, any, none, both."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Quantified, Quantity, Query, Value
from arguendo.wording.questions import query_in_words
from tests.builders import statement
from tests.conversation.club import club
from tests.conversation.contest import contest
from tests.conversation.lease import lease
from tests.conversation.test_dated import kennel
from tests.conversation.test_how_much import union

PLAYS, PAYS = "may_play(?who, tournament)", "pays_fee(?who, club)"


@pytest.mark.parametrize(
    ("text", "quantity", "pattern"),
    [
        ("Who may play in the tournament?", "which", PLAYS),
        ("ok so who pays the fee to the club", "which", PAYS),
        ("Which persons pay the fee to the club?", "which", PAYS),
        ("Whom does Anna trust?", "which", "trusts(anna, ?who)"),
        ("Who trusts Ben?", "which", "trusts(?who, ben)"),
        ("How many people pay the fee to the club?", "how_many", PAYS),
        ("Does everyone pay the fee to the club?", "every", PAYS),
        ("May every person play in the tournament?", "every", PLAYS),
        ("Does anybody pay the fee to the club?", "some", PAYS),
        ("May none of them play in the tournament?", "no", PLAYS),
    ],
)
def test_of_whom_it_is_asked(text: str, quantity: str, pattern: str) -> None:
    query = understand(State(club()), text)
    asked = query.quantified
    assert asked is not None
    assert (query.intent, asked.quantity.value, asked.pattern.key) == (
        Intent.ASK,
        quantity,
        pattern,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Who is Anna?",
        "Who is the chair?",
        "Who should do what?",
        "Who says so?",
        "Who will win the cup final?",
        "What should Anna do?",
        "Which paragraph says that the courts are wet?",
        "Does Ben pay the fee to the club?",
    ],
)
def test_what_asks_of_nobody(text: str) -> None:
    assert understand(State(club()), text).quantified is None


def test_names_that_are_joined_are_asked_of_each(citizenship: Case) -> None:
    query = understand(State(citizenship), "Are both Leo and Bao British citizens?")
    assert query.quantified is not None
    assert query.quantified.among == ("leo", "bao")


def test_a_group_is_asked_of_each_of_its_members(article: Case) -> None:
    query = understand(State(article), "Did both secretaries renounce regime change?")
    assert query.quantified is not None
    assert query.quantified.among == ("tillerson", "mattis")


def test_what_two_do_together_is_asked_of_the_pair(article: Case) -> None:
    query = understand(State(article), "Do Trump and Xi make a deal?")
    assert (query.statement and query.statement.key, query.quantified) == ("deal(trump, xi)", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Who renounced regime change?",
            "It is reported that Secretary Tillerson publicly renounces regime change "
            "(on 1 August 2017, ¶2), and that Secretary Mattis publicly renounces regime change "
            "(on 14 August 2017, ¶2).",
        ),
        (
            "Does anyone besides Pompeo support regime change?",
            "No, as far as is shown: nothing shows that anyone publicly supports regime change, "
            "besides Director Pompeo.",
        ),
        (
            "How many countries joined the sanctions on North Korea?",
            "One: it is reported that China has joined UN sanctions on North Korea "
            "(in August 2017, ¶5).",
        ),
    ],
)
def test_those_of_whom_it_holds_are_told(article: Case, text: str, told: str) -> None:
    assert converse(State(article), text)[1].page.answer == told


@pytest.mark.parametrize(
    ("case", "text", "told"),
    [
        (
            lease(),
            "Who complains to the housing office?",
            "That is an open question: nothing reported settles whether Mira complains to the "
            "housing office (for Mira to decide).",
        ),
        (
            club(),
            "If the courts are dry, who pays the fee to the club?",
            "If the courts of the club are dry, it is open whether Anna pays the fee to the club "
            "(for Anna to decide), or whether Ben pays the fee to the club (for Ben to decide).",
        ),
    ],
)
def test_what_is_open_is_said_to_be_and_who_decides(case: Case, text: str, told: str) -> None:
    assert converse(State(case), text)[1].page.answer == told


def test_many_are_named_by_how_it_holds_of_them(citizenship: Case) -> None:
    page = converse(State(citizenship), "Who is a British citizen?")[1].page
    assert page.answer == (
        "Harold (follows), and Mere, Rowan, Ruth, Grace, Marina and Leo (almost certain)."
    )


def test_it_is_false_of_every_one_where_it_fails_of_one(citizenship: Case) -> None:
    page = converse(State(citizenship), "Are Leo and Bao British?")[1].page
    assert page.answer == "No, it is not established that Bao is a British citizen."
    assert "It is almost certain that Leo is a British citizen." in page.text


def test_a_why_after_it_is_about_the_first_of_them(article: Case) -> None:
    state, _ = converse(State(article), "Who is afraid of collapse?")
    _, reply = converse(state, "why?")
    query = reply.answer.query
    assert (query.intent, query.statement and query.statement.key) == (
        Intent.WHY,
        "fears_regime_change(china)",
    )


def test_it_is_asked_beside_what_is_supposed() -> None:
    text = "If Ben pays the fee to the club and the courts are dry, who may play in the tournament?"
    query = understand(State(club()), text)
    assert query.intent is Intent.WHAT_IF
    assert query.quantified is not None
    page = converse(State(club()), text)[1].page
    assert page.answer.endswith("it is likely that Ben may play in the tournament.")


def test_a_day_or_number_is_held_against_another(citizenship: Case) -> None:
    page = converse(State(citizenship), "Who was born after 1 January 2014?")[1].page
    assert page.answer.count("was born on") > 1
    assert "2013" not in page.answer


@pytest.mark.parametrize(
    "text", ["And who doesn't?", "who does not?", "and who isn't?", "Which don't?", "the others?"]
)
def test_the_others_are_asked_for(article: Case, text: str) -> None:
    asked = "Who publicly supports regime change in North Korea?"
    state, before = converse(State(article), asked)
    query = understand(state, text)
    assert query.quantified is not None
    assert query.denied
    assert before.answer.query.quantified is not None
    assert query.quantified.pattern == before.answer.query.quantified.pattern
    found = converse(state, text)[1].answer
    assert not set(found.items) & set(before.answer.items)


def test_of_everyone_there_are_no_others(citizenship: Case) -> None:
    state, _ = converse(State(citizenship), "Who is a British citizen?")
    page = converse(state, "and who isn't?")[1].page
    assert "not established" in page.answer


def test_who_does_not_fit_is_told_with_what_is_known(citizenship: Case) -> None:
    state, before = converse(State(citizenship), "Who was born after 1 January 2014?")
    found = converse(state, "And who wasn't?")[1].answer
    assert found.instances is not None
    told = {each.key for each in found.instances.lacking if each.is_ground}
    assert "born_on(ruth, 1985-07-19)" in told
    assert not told & set(before.answer.items)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Who was barred?", "It is reported that the jury barred Bo on 2 April 2030, and that"),
        ("Who was not barred?", "It is not established that any body barred Ada"),
        ("Who was barred last?", "It is reported that the jury barred Cyd on 4 April 2030."),
        ("Who gets no prize?", "It is not established that Bo gets a prize, and that Cyd gets"),
        ("who is not qualified?", "It is not established that Bo is qualified."),
        ("which one is not qualified?", "It is not established that Bo is qualified."),
        ("who of them scores the most?", "It is reported that Ada scores 90 points."),
        ("Which swimmer scores the fewest points?", "It is reported that Bo scores 40 points."),
        ("Who scores less than 60 points?", "It is reported that Bo scores 40 points."),
    ],
)
def test_who_suffers_who_does_not_and_who_has_the_most(text: str, answer: str) -> None:
    assert converse(State(contest()), text)[1].page.answer.startswith(answer)


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("who gets no prize?", "Which swimmer gets no prize?"),
        ("who scores the most?", "Which swimmer scores the most points?"),
        ("who was barred first?", "barred this swimmer on the earliest day?"),
    ],
)
def test_what_was_read_is_put_as_it_was_asked(text: str, put: str) -> None:
    case = contest()
    assert query_in_words(understand(State(case), text), case.rulebase).endswith(put)


@pytest.mark.parametrize(
    ("asked", "put", "answer"),
    [
        ("Who scores the most?", "scores the most points?", "It is reported that Bo scores 40"),
        (
            "Who was barred first?",
            "on the earliest day?",
            "It is reported that the jury barred Cyd",
        ),
    ],
)
def test_the_others_are_those_that_have_less_than_the_most(
    asked: str, put: str, answer: str
) -> None:
    state, before = converse(State(contest()), asked)
    _, reply = converse(state, "and who doesn't?")
    words = query_in_words(reply.answer.query, state.case.rulebase)
    assert "is it not so" in words
    assert words.endswith(put)
    assert reply.page.answer.startswith(answer)
    assert not set(reply.answer.items) & set(before.answer.items)


def test_a_day_or_number_held_against_nothing_is_left_open_in_words() -> None:
    case = contest()
    asked = Quantified(Quantity.WHICH, statement("enters(?who, ?_1)"), value=Value(1))
    query = Query(Intent.ASK, quantified=asked)
    assert query_in_words(query, case.rulebase) == "Which swimmer enters the final on any date?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Who of the bodies barred Bo?", True), ("Who of the swimmers barred Bo?", False)],
)
def test_who_of_a_kind_asks_after_that_kind(text: str, asked: bool) -> None:
    found = understand(State(contest()), text).quantified
    assert (found is not None and found.pattern.arguments[0] == "?who") is asked


@pytest.mark.parametrize("among", ["of the two", "of these three", "of the two finalists"])
def test_who_it_is_among_some_is_no_question_for_advice(among: str) -> None:
    query = understand(State(contest()), f"Which {among} was seen with a motor?")
    assert query.quantified is not None
    assert query.statement is not None
    assert query.statement.predicate == "caught"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who cheated, and why?", "Cyd cheated, because Cyd was seen with a motor."),
        ("Which swimmer is not qualified and why?", "qualified: Bo scores 40 points"),
    ],
)
def test_who_and_why_is_told_with_the_reasons_of_each(text: str, reason: str) -> None:
    state, reply = converse(State(contest()), text)
    assert reason in reply.page.text
    assert query_in_words(reply.answer.query, state.case.rulebase).endswith(", and why?")


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me who pays the fee to the club?",
        "hello, please can you say me who pays the fee to the club",
        "I would like to know who pays the fee to the club.",
        "who pays the fee to the club, as things stand?",
        "who pays the fee to the club in that case?",
        "who would pay the fee to the club then?",
    ],
)
def test_what_leads_to_a_question_or_points_to_the_case_is_left_out(text: str) -> None:
    query = understand(State(club()), text)
    assert query.quantified is not None
    assert query.quantified.pattern.key == PAYS
    assert not query.clarify


def test_what_is_known_is_not_asked_for() -> None:
    assert understand(State(club()), "I know who pays the fee to the club.").quantified is None


def test_under_that_it_is_asked_of_what_was_just_supposed() -> None:
    state, _ = converse(State(club()), "What if Ben pays the fee to the club?")
    query = understand(state, "Who may play in the summer cup under that?")
    assert query.adds
    _, reply = converse(state, "Who may play in the summer cup under that?")
    assert statement("pays_fee(ben, club)") in reply.answer.case.assumptions


def test_what_leaves_the_fewest_small_words_is_asked_for() -> None:
    query = understand(State(kennel()), "who paid?")
    assert query.quantified is not None
    assert query.quantified.pattern.predicate == "paid"


def test_a_noun_that_could_open_a_supposition_opens_none_at_the_end() -> None:
    query = understand(State(union()), "who does not get a grant?")
    assert query.intent is not Intent.WHAT_IF
