"""Sentences read to the letter: what a plain *not* denies, and what asks about a declared one."""

from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.statements import strict
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Form, Vocabulary
from tests.conversation.club import club
from tests.conversation.lease import lease

SWIMMING = Vocabulary(
    [Entity("mira", "Mira", "person")],
    [
        Predicate("swims", (Slot("who"),), "{who} can swim"),
        Predicate("leaves", (Slot("who"),), "{who} will leave"),
        Predicate("late", (Slot("who"),), "{who} is late"),
    ],
)


@pytest.mark.parametrize(
    ("text", "key", "positive"),
    [
        ("Mira did not damage the lift", "damaged(mira, lift)", False),
        ("Mira didn't damage the lift", "damaged(mira, lift)", False),
        ("Mira does not complain to the housing office", "complains(mira, office)", False),
        ("Mira may not cut the rent", "may_cut(mira)", False),
        ("the lift has not been out of order for 9 days", "broken(lift, 9)", False),
        ("Mira damaged the lift", "damaged(mira, lift)", True),
    ],
)
def test_a_declared_sentence_is_denied_by_one_not(text: str, key: str, positive: bool) -> None:
    found = strict.read(lease().rulebase.vocabulary, text)
    assert found is not None
    assert (found.statement.key, found.positive) == (key, positive)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mira can't swim", "swims(mira)"),
        ("Mira can’t swim", "swims(mira)"),
        ("Mira cannot swim", "swims(mira)"),
        ("Mira won't leave", "leaves(mira)"),
        ("Mira ain't late", "late(mira)"),
    ],
)
def test_what_a_contraction_denies_is_told_by_what_it_stands_for(text: str, key: str) -> None:
    found = strict.read(SWIMMING, text)
    assert found is not None
    assert (found.statement.key, found.positive) == (key, False)


@pytest.mark.parametrize(
    ("text", "key"),
    [("Can't Mira swim?", "swims(mira)"), ("Won't Mira leave?", "leaves(mira)")],
)
def test_a_question_may_begin_with_a_contraction(text: str, key: str) -> None:
    found = strict.asked(SWIMMING, text)
    assert found is not None
    assert (found.statement.key, found.positive) == (key, True)


@pytest.mark.parametrize(
    ("text", "positive"),
    [("doesn't Mira swim?", False), ("can’t Mira swim?", False), ("can Mira swim?", True)],
)
def test_behind_why_a_contraction_denies(text: str, positive: bool) -> None:
    swims = Predicate("swims", (Slot("who"),), "{who} can swim", also=("{who} swims",))
    found = strict.explained(Vocabulary([Entity("mira", "Mira", "person")], [swims]), text)
    assert found is not None
    assert (found.statement.key, found.positive) == ("swims(mira)", positive)


@pytest.mark.parametrize(
    "text",
    ["Mira did not not damage the lift", "Mira did not break the lift", "not", "do not damage"],
)
def test_nothing_else_is_read(text: str) -> None:
    assert strict.read(lease().rulebase.vocabulary, text) is None


def test_a_declared_denial_is_read_as_it_is_declared() -> None:
    found = strict.read(club().rulebase.vocabulary, "Anna does not trust Ben")
    assert found is not None
    assert not found.positive


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Did Mira damage the lift?", "damaged(mira, lift)"),
        ("Does Mira complain to the housing office", "complains(mira, office)"),
        ("Will Mira complain to the housing office?", "complains(mira, office)"),
        ("May Mira cut the rent?", "may_cut(mira)"),
        ("Has the lift been out of order for 9 days?", "broken(lift, 9)"),
        ("Does Mira have 3 offers?", "offers(mira, 3)"),
        ("Didn't Mira damage the lift?", "damaged(mira, lift)"),
        ("Won't Mira complain to the housing office?", "complains(mira, office)"),
        ("Hasn't the lift been out of order for 9 days?", "broken(lift, 9)"),
    ],
)
def test_a_declared_sentence_is_asked_about(text: str, key: str) -> None:
    found = strict.asked(lease().rulebase.vocabulary, text)
    assert found is not None
    assert (found.statement.key, found.positive) == (key, True)


@pytest.mark.parametrize(
    "text",
    [
        "Did Mira break the lift?",
        "Did Mira not damage the lift?",
        "Did both Mira damage the lift?",
        "Did she damage the lift?",
        "Mira damaged the lift?",
        "Does Mira",
        "Did " + "Mira " * 40 + "damage the lift?",
    ],
)
def test_no_other_question_is_read(text: str) -> None:
    assert strict.asked(lease().rulebase.vocabulary, text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mira to complain to the housing office", "complains(mira, office)"),
        ("Mira to have 3 offers?", "offers(mira, 3)"),
        ("Mira to damage the lift", "damaged(mira, lift)"),
        ("Mira to break the lift", None),
        ("Mira damaged the lift", None),
    ],
)
def test_a_declared_sentence_is_to_be_brought_about(text: str, key: str | None) -> None:
    found = strict.brought_about(lease().rulebase.vocabulary, text)
    assert (found and found.statement.key) == key


@pytest.mark.parametrize("name", ["animals", "british-citizenship"])
def test_every_declared_question_is_read(checkout: Path, name: str) -> None:
    case = Case.open(checkout / "examples" / name)
    vocabulary = case.rulebase.vocabulary
    for statement in case.graph.statements:
        if vocabulary.predicates[statement.predicate].asks:
            found = strict.asked(vocabulary, vocabulary.say(statement, Form.ASKS))
            assert found is not None, statement
            assert found.statement == statement
