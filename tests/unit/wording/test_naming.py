"""Whoever has a short name goes by it from the second mention on, and by one name a sentence."""

from __future__ import annotations

import pytest

from arguendo.rulebase import RuleBase
from arguendo.statements import Entity
from arguendo.vocabulary import Vocabulary
from arguendo.wording.naming import varied
from arguendo.wording.page import Block, Role
from tests.builders import rulebase


def club() -> RuleBase:
    entities = [
        Entity("rovers", "the Rovers", "club", short="Riverside", aliases=("Riverside",)),
        Entity("ann", "Captain Ann", "person", short="Ann", aliases=("Ann",)),
    ]
    return rulebase(name="club", vocabulary=Vocabulary(entities, []))


def told(*lines: str, role: Role = Role.REASON) -> list[str]:
    return [line for block in varied([Block(role, lines)], club()) for line in block.lines]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The Rovers win.", "The Rovers sing."], ["The Rovers win.", "Riverside sing."]),
        (["The Rovers win. The Rovers sing."], ["The Rovers win. Riverside sing."]),
        (["The Rovers win, so the Rovers sing."], ["The Rovers win, so the Rovers sing."]),
        (
            ["The Rovers win.", "“The Rovers sing” fails: the Rovers win."],
            ["The Rovers win.", "“The Rovers sing” fails: the Rovers win."],
        ),
        (["“Riverside sing” fails: the Rovers win."], ["“Riverside sing” fails: Riverside win."]),
        (
            ["The Rovers win.", "It is “We win. The Rovers sing” that the Rovers sing."],
            ["The Rovers win.", "It is “We win. The Rovers sing” that the Rovers sing."],
        ),
        (["Captain Ann wins, so Captain Ann sings."], ["Captain Ann wins, so Ann sings."]),
    ],
)
def test_nobody_looks_like_two_in_one_sentence(lines: list[str], expected: list[str]) -> None:
    assert told(*lines) == expected


def test_a_line_begins_with_a_capital_whatever_the_short_name() -> None:
    entities = [Entity("rovers", "the Town Rovers", "club", short="the Rovers")]
    base = rulebase(vocabulary=Vocabulary(entities, []))
    lines = ("The Town Rovers win.", "The Town Rovers sing.")
    (block,) = varied([Block(Role.REASON, lines)], base)
    assert block.lines == ("The Town Rovers win.", "The Rovers sing.")


def test_items_of_a_list_keep_their_names() -> None:
    lines = ["The Rovers win.", "The Rovers sing."]
    assert told(*lines, role=Role.LIST) == lines
