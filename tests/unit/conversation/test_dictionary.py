"""Tests of the list of English words."""

from __future__ import annotations

from arguendo.conversation.english import dictionary


def test_common_words_come_first() -> None:
    ranks = dictionary.ranks()
    assert len(ranks) == dictionary.MOST
    assert ranks["the"] < ranks["paragraph"] < ranks["assurance"]


def test_slips_are_no_words() -> None:
    assert dictionary.is_english("harbor")
    assert not any(map(dictionary.is_english, ("paragrsph", "becuase", "recieve", "")))


def test_near_words_are_told_with_how_many_slips_lead_to_them() -> None:
    assert dict(dictionary.near("reasonnig", 1)) == {"reasoning": 1}
    assert dict(dictionary.near("paragrsphs", 2))["paragraph"] == 2
    assert [*dictionary.near("", 1)] == []
