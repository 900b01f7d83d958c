from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.readers import days
from arguendo.conversation.state import Reply, State
from arguendo.facts import Fact, Source
from arguendo.inquiry.query import Intent, Listing
from arguendo.statements import Predicate, Slot, Statement
from arguendo.vocabulary import Vocabulary
from tests.conversation.club import club

BRITISH = Path(__file__).parents[2] / "examples" / "british-citizenship"
WET = Statement("wet_courts", ("club",))
HOLDS = Statement("holds", ("club", "tournament"))
PAYS = Statement("pays_fee", ("ben", "club"))


def dated() -> Case:
    """The club, whose courts are wet from 3 May 2020 on."""
    base = club().rulebase
    facts = [f for f in base.facts if f.statement != WET]
    minutes = replace(base.sources[0], date="2020-06-01")
    base = replace(
        base, facts=(*facts, Fact(WET, 5, "2020-05-03", ("¶1",))), sources=(minutes,), start=""
    )
    return Case.of(base).assume(PAYS)


def talk(*turns: str) -> tuple[State, list[Reply]]:
    state, replies = State(dated()), []
    for turn in turns:
        state, reply = converse(state, turn)
        replies.append(reply)
    return state, replies


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("as of 5 May 2020", "2020-05-05", ""),
        ("As of May 5th, 2020, does it rain?", "2020-05-05", "does it rain?"),
        ("does it rain as of 2020-05-05?", "2020-05-05", "does it rain ?"),
        ("as of the 5th of May", "2020-05-05", ""),
        ("as of Sept. 2019", "2019-09", ""),
        ("On 5 May, did it rain?", "2020-05-05", "did it rain?"),
        ("what was known on 5 May?", "2020-05-05", ""),
        ("Did it rain on 5 May 2020?", "2020-05-05", "Did it rain?"),
        ("Was that so already by May 5?", "2020-05-05", "Was that so?"),
        ("What did they know by May 2020", "2020-05", ""),
        ("as of now", days.NOW, ""),
        ("back to today", days.NOW, ""),
    ],
)
def test_days_are_read(text: str, day: str, rest: str) -> None:
    found = days.read(dated().rulebase, text, on_a_day=False)
    assert found is not None
    assert (found.day, found.rest) == (day, rest)


@pytest.mark.parametrize(
    "text",
    [
        "as of 31 June 2020",
        "did it rain on 31 June 2020?",
        "does it rain on 5 May 2020?",
        "as of now assume that Ben pays",
        "as of yesterday",
        "who may play?",
    ],
)
def test_what_sets_no_day_is_read_as_ever(text: str) -> None:
    assert days.read(dated().rulebase, text, on_a_day=False) is None


def test_without_any_date_a_day_needs_its_year() -> None:
    base = replace(club().rulebase, sources=(Source("minutes", "Minutes"),))
    assert days.read(base, "as of 5 May", on_a_day=False) is None
    assert days.read(base, "as of 5 May 2020", on_a_day=False) is not None


def test_a_day_counts_until_it_is_lifted() -> None:
    state, replies = talk("As of 2 May 2020", "does the club hold the tournament?", "as of now")
    assert "is as of 2 May 2020" in replies[0].page.answer
    assert replies[1].answer.case.holds(HOLDS)
    assert "as of 2 May 2020" in replies[1].page.text
    assert replies[2].answer.case.as_of is state.case.as_of is None
    assert not state.case.holds(HOLDS)


def test_a_question_can_bring_its_day() -> None:
    state, (reply,) = talk("As of 2 May 2020, does the club hold the tournament?")
    assert reply.answer.query.statement == HOLDS
    assert reply.answer.case.holds(HOLDS)
    assert state.case.as_of == "2020-05-02"


def test_what_was_known_is_a_list_of_facts() -> None:
    _, (reply,) = talk("What was known on 2 May?")
    query = reply.answer.query
    assert (query.intent, query.listing) == (Intent.LIST, Listing.FACTS)
    assert WET.key not in reply.answer.items


def test_setting_a_day_can_be_undone() -> None:
    state, replies = talk("As of 2 May 2020", "undo")
    assert state.case.as_of is None
    assert "all that is reported counts" in replies[-1].page.answer
    assert talk("As of 2 May 2020", "As of 2 May 2020")[1][-1].answer.idle


@pytest.mark.parametrize(
    "text",
    [
        "since when are the courts of the club wet?",
        "When did the courts of the club become wet?",
        "from what date on were the courts wet",
        "/when the courts of the club are wet",
    ],
)
def test_since_when_is_answered_with_the_day(text: str) -> None:
    _, (reply,) = talk(text)
    assert (reply.answer.query.intent, reply.answer.query.statement) == (Intent.WHEN, WET)
    assert reply.answer.items == ("2020-05-03",)
    assert reply.page.answer.startswith("Since 3 May 2020 it is reported")


def test_since_when_takes_up_the_last_statement() -> None:
    _, replies = talk("are the courts of the club wet?", "when did that become true?")
    assert (replies[-1].answer.query.intent, replies[-1].answer.query.statement) == (
        Intent.WHEN,
        WET,
    )


def test_a_date_that_a_statement_has_is_not_the_day_asked_about() -> None:
    base = dated().rulebase
    born = Predicate("born", (Slot("who"), Slot("day", ("date",))), "{who} was born on {day}")
    spoken = base.vocabulary
    words = Vocabulary(spoken.entities.values(), [*spoken.predicates.values(), born])
    text = "Was Ben born on 5 May 2020?"
    assert days.read(base, text, on_a_day=False)
    assert days.read(replace(base, vocabulary=words), text, on_a_day=False) is None


def test_when_asks_for_the_day_that_a_fact_speaks_of() -> None:
    state = State(Case.open(BRITISH))
    _, reply = converse(state, "When was Leo born?")
    assert reply.answer.query.statement == Statement("born_on", ("leo", "2015-05-04"))
    assert "4 May 2015" in reply.page.answer


def test_a_day_that_a_statement_names_is_not_denied() -> None:
    _, reply = converse(State(Case.open(BRITISH)), "When does Yaw turn ten?")
    assert "3 December 2025" in reply.page.answer
    assert "No day" not in reply.page.answer


def test_when_of_nothing_that_is_spoken_of_is_not_answered_with_a_day() -> None:
    _, reply = converse(State(Case.open(BRITISH)), "When was the law passed?")
    assert reply.answer.query.intent is Intent.OUT_OF_SCOPE
