"""Who could change what was spoken of, and what each could do."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing
from tests.conversation.club import KNOWLEDGE, RULES, club, written

PAYS = "pays_fee(ben, club)"
BENS = "It is for Ben to decide whether to pay the fee to the club."


@pytest.mark.parametrize(
    "text",
    [
        "Who could change that?",
        "Who can stop it?",
        "Who has a say in this?",
        "whose decision is it?",
        "Who decides that?",
        "And who could still prevent that?",
    ],
)
def test_who_has_a_say_in_what_was_spoken_of(article: Case, text: str) -> None:
    state, _ = converse(State(article), "Does North Korea enter negotiations?")
    query = understand(state, text)
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, Listing.OPEN, False)
    assert query.statement is not None
    assert query.statement.key == "enters_negotiations(north_korea)"


def test_who_has_a_say_in_what_is_named() -> None:
    query = understand(State(club()), "Who could stop Ben from playing in the tournament?")
    assert query.statement is not None
    assert (query.listing, query.statement.key) == (Listing.OPEN, "may_play(ben, tournament)")


def test_each_is_told_with_what_they_could_do(article: Case) -> None:
    state, _ = converse(State(article), "Does China raise pressure on North Korea?")
    page = converse(state, "Who could change that?")[1].page
    assert page.answer.endswith("could make it hold that China raises pressure on North Korea.")
    assert "For President Xi to decide" in page.text


def test_nobody_can_change_what_hangs_on_no_open_question() -> None:
    state, _ = converse(State(club()), "Are the courts of the club wet?")
    page = converse(state, "Who could change that?")[1].page
    assert page.answer.startswith("Nobody could make it no longer hold")


def told(case: Case, *turns: str) -> tuple[str | None, str]:
    """Return which statement the last turn asks about, and the first line of the answer."""
    state = State(case)
    for text in turns:
        state, reply = converse(state, text)
    query = reply.answer.query
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, Listing.OPEN, False)
    key = query.statement.key if query.statement else None
    return key, reply.page.blocks[0].lines[0]


@pytest.mark.parametrize(
    "turns",
    [
        ("Who decides whether Ben pays the fee to the club?",),
        ("Who decides about Ben's fee to the club?",),
        ("Whose decision is it whether Ben pays the club?",),
        ("Does Ben pay the fee to the club?", "who decides that?"),
        ("What if Ben pays the fee to the club?", "and who decides about that?"),
    ],
)
def test_who_decides_is_whoever_is_said_to(turns: tuple[str, ...]) -> None:
    assert told(club(), *turns) == (PAYS, BENS)


def test_a_statement_says_who_decides_each_of_its_kind() -> None:
    statement = '    slots: {member: person, club: body}\n    says: "{member} [pays'
    by = statement.replace("\n    says", "\n    by: member\n    says")
    knowledge = KNOWLEDGE.replace(statement, by).replace("    by: ben\n", "")
    case = written(knowledge.replace("    by: anna\n", ""), RULES)
    assert told(case, "who decides whether Ben pays the fee to the club?") == (PAYS, BENS)
    _, reply = converse(State(case), "what are the open questions?")
    headings = [block.heading for block in reply.page.blocks[1:3]]
    assert headings == ["For Ben to decide", "For Anna to decide"]


def test_a_declared_sentence_about_deciding_is_asked_for() -> None:
    decides = 'statements:\n  decides:\n    slots: {who: person}\n    says: "{who} decides alone"\n'
    facts = "facts:\n  - say: Anna decides alone\n"
    knowledge = KNOWLEDGE.replace("statements:\n", decides).replace("facts:\n", facts)
    _, reply = converse(State(written(knowledge, RULES)), "who decides alone?")
    assert reply.answer.query.intent is Intent.ASK


def test_a_declared_sentence_about_deciding_something_else_is_not() -> None:
    also = '      - "{club} [decides|decide] to have {event}"\n'
    denies = '    denies: "{club} [cancels|cancel] {event}"\n'
    case = written(KNOWLEDGE.replace(denies, f"{denies}    also:\n{also}"), RULES)
    assert told(case, "Who decides about Ben's fee to the club?") == (PAYS, BENS)


def test_whose_decision_it_is_keeps_whom_else_it_is_said_of() -> None:
    slots = "  asks:\n    slots: {one: person, other: person}\n"
    asks = f'{slots}    says: "{{one}} [asks|ask] {{other}} to pay"\n'
    question = "questions:\n  - ask: Anna asks Ben to pay\n    by: ben\n"
    knowledge = KNOWLEDGE.replace("statements:\n", f"statements:\n{asks}")
    case = written(knowledge.replace("questions:\n", question), RULES)
    _, told_so = told(case, "Who decides whether Anna asks Ben to pay?")
    assert told_so == "It is for Ben to decide whether Anna asks Ben to pay."


SAYS = """\
statements:
  has_say:
    slots: {who: person, club: body}
    says: "{who} [decides|decide] whether {club} opens"
"""
HAS_SAY = """\
  - id: payer
    title: Who pays decides
    if: ?member pays the fee to ?club
    then: ?member decides whether ?club opens
"""


@pytest.mark.parametrize(
    "turns",
    [
        ("who decides whether the club opens?",),
        ("Who decides if the club opens?",),
        ("ok and who decides then whether the club opens",),
        ("Who decides now if it opens?",),
        ("What if the courts of the club are dry?", "and who decides then whether it opens?"),
    ],
)
def test_who_could_come_to_decide_is_told_where_nobody_does(turns: tuple[str, ...]) -> None:
    state = State(written(KNOWLEDGE.replace("statements:\n", SAYS), f"{RULES}{HAS_SAY}"))
    for text in turns:
        state, reply = converse(state, text)
    first, second, *_ = reply.page.blocks
    assert first.lines[0].startswith("No one, as far as is shown: nothing shows that anyone")
    assert second.lines == (
        "Once Anna pays the fee to the club, it follows that Anna decides whether the club opens.",
        "Once Ben pays the fee to the club, it follows that Ben decides whether the club opens.",
    )
