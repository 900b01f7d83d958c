"""Sentences read to the letter: what a plain *not* denies."""

from __future__ import annotations

import pytest

from arguendo.conversation.statements import strict
from tests.conversation.club import club
from tests.conversation.lease import lease


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
    "text",
    ["Mira did not not damage the lift", "Mira did not break the lift", "not", "do not damage"],
)
def test_nothing_else_is_read(text: str) -> None:
    assert strict.read(lease().rulebase.vocabulary, text) is None


def test_a_declared_denial_is_read_as_it_is_declared() -> None:
    found = strict.read(club().rulebase.vocabulary, "Anna does not trust Ben")
    assert found is not None
    assert not found.positive
