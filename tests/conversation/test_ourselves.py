"""Who speaks, and of whom a question is that names nobody."""

from __future__ import annotations

import pytest

from tests.conversation.test_costing import asked

AT = "when did we at Marlow get the tournament?"


@pytest.mark.parametrize(
    ("turns", "meant"),
    [
        ((AT, "how many tents did we rent?"), "rents(marlow, 40, tournament)"),
        ((AT, "When did we receive the tournament?"), "got(marlow, tournament, 2030-05-02)"),
        (("We are Tarn.", "how many tents did we rent?"), "rents(tarn, 25, tournament)"),
        (("I'm Anna.", "May I play in the tournament?"), "may_play(anna, tournament)"),
        ((AT, "how many tents?"), "rents(marlow, 40, tournament)"),
        (("when did Tarn get the tournament?", "How many tents?"), "rents(tarn, 25, tournament)"),
    ],
)
def test_who_speaks_is_who_was_named_so(turns: tuple[str, ...], meant: str) -> None:
    query = asked(*turns)
    assert query.statement is not None
    assert query.statement.key == meant
    assert not query.clarify


def test_what_we_suppose_is_told_of_nobody() -> None:
    query = asked(AT, "What if we miss the notice?")
    assert not query.assume


def test_of_all_together_it_is_asked_of_each() -> None:
    assert asked(AT, "how many tents altogether?").clarify
