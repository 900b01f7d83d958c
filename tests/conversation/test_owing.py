"""What somebody is to do, beside the same as done."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from tests.conversation.club import KNOWLEDGE, RULES, club, written
from tests.conversation.lease import KNOWLEDGE as LEASE
from tests.conversation.lease import RULES as LEASE_RULES

ENTERS = """\
  enters:
    slots: {member: person, event: event}
    says: "{member} [enters|enter] {event}"
    also:
      - "{member} [hands|hand] in a form for {event}"
  must_tell:
    slots: {member: person, other: person}
    says: "{member} must tell {other}"
    also:
      - "{member} has to notify {other}"
  quits:
    slots: {member: person, event: event}
    by: member
    says: "{member} [quits|quit] {event}"
    also:
      - "{member} [drops|drop] out of {event}"
  may_quit:
    slots: {member: person, event: event}
    says: "{member} may quit {event}"
"""
MORE = """\
  - id: enters
    if:
      - ?member pays the fee to ?_
      - ?member may play in ?event
    then: ?member enters ?event
  - id: should
    if: ?member may play in ?event
    then: ?member should enter ?event
  - id: tell
    if: ?member trusts ?other
    then: ?member must tell ?other
  - id: quit
    if: ?member enters ?event
    then: ?member may quit ?event
"""


@cache
def entered() -> Case:
    """Return the case of the club, where members enter what they may or may not have to enter."""
    knowledge = KNOWLEDGE.replace("statements:\n", f"statements:\n{ENTERS}")
    return written(knowledge, RULES + MORE)


def about(text: str) -> str | None:
    query = converse(State(entered()), text)[1].answer.query
    return query.statement.predicate if query.statement and not query.clarify else None


@pytest.mark.parametrize(
    "text",
    [
        "Must Ben enter the tournament?",
        "Should Ben enter the tournament?",
        "Does Ben have to enter the tournament?",
        "Does Ben need to enter the tournament?",
        "Is Ben required to enter the tournament?",
        "Does Ben have to hand in a form for the tournament?",
        "What would have to change for Ben not having to enter the tournament?",
        "Is it Ben's duty to enter the tournament?",
        "What does Ben's duty to enter the tournament hinge on?",
    ],
)
def test_duty_is_asked_for_by_its_words(text: str) -> None:
    assert about(text) == "should"


@pytest.mark.parametrize(
    "text",
    [
        "Does Ben enter the tournament?",
        "What must happen for Ben to enter the tournament?",
        "What would have to be so for Ben to enter the tournament?",
        "What does it hinge on whether Ben enters the tournament?",
    ],
)
def test_what_is_done_is_asked_for_without_them(text: str) -> None:
    assert about(text) == "enters"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Does Anna have to enter the tournament?", "should"),
        ("Does Anna need to tell Ben?", "must_tell"),
        ("May Ben quit the tournament?", "may_quit"),
        ("May Ben drop out of the tournament?", "may_quit"),
        ("Is Ben allowed to drop out of the tournament?", "may_quit"),
        ("Does Ben drop out of the tournament?", "quits"),
    ],
)
def test_what_is_to_be_or_may_be_done_is_told_apart(text: str, meant: str) -> None:
    assert about(text) == meant


REPAIRS = """\
  repairs:
    slots: {landlord: landlord, machine: machine}
    says: "{landlord} should repair {machine}"
    also:
      - "{landlord} should bring {machine} back to life"
facts:
"""
BROKEN = """\
  - id: repairs
    if: ?machine has been out of order for ?_ days
    unless: ?_ damaged ?machine
    then: repairs(holt, ?machine)
"""


@pytest.mark.parametrize(
    ("turns", "known"),
    [
        (("Has the lift been out of order for 9 days?", "should it come back?"), True),
        (("Assume that Mira damaged the lift.", "would he still have to bring it back?"), True),
        (("Assume that Mira damaged the lift.", "should it be painted?"), False),
    ],
)
def test_the_one_duty_there_is_is_asked_for_in_short(turns: tuple[str, ...], known: bool) -> None:
    state = State(written(LEASE.replace("facts:\n", REPAIRS), LEASE_RULES + BROKEN))
    for text in turns:
        state, reply = converse(state, text)
    query = reply.answer.query
    asked = query.statement is not None and query.statement.key == "repairs(holt, lift)"
    assert (asked and not query.clarify) == known
    assert bool(state.case.assumptions) == turns[0].startswith("Assume")


@pytest.mark.parametrize(
    "text",
    [
        "Why would Ben have to pay the fee to the club?",
        "Why does Ben need to pay the fee?",
        "But why must Ben pay the fee?",
    ],
)
def test_why_something_open_has_to_be_asks_what_it_is_for(text: str) -> None:
    query = understand(State(club()), text)
    assert (query.intent, query.statement) == (
        Intent.WHAT_FOLLOWS,
        Statement("pays_fee", ("ben", "club")),
    )
