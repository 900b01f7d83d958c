"""Other days, none at all, and what is only noted: `in March`, `no children`, `income 14000`."""

from __future__ import annotations

from functools import cache

import pytest

from arguendo.case import Case
from arguendo.conversation.suppositions import dated
from arguendo.inquiry.query import Intent
from tests.conversation.club import written
from tests.conversation.test_taking_up import last

KNOWLEDGE = """\
rule base: {name: kennel, title: Who keeps the licence?}
entities:
  ida: {name: Ida, kind: keeper, person: true}
  tom: {name: Tom, kind: keeper, person: true}
statements:
  moved:
    slots: {who: keeper, day: date}
    one: day
    says: "{who} left the village on {day}"
  left_dogs: {slots: {who: keeper}, says: "{who} left because of the dogs"}
  paid: {slots: {who: keeper, day: date}, one: day, says: "{who} paid on {day}"}
  punctual: {slots: {who: keeper}, says: "{who} paid in time"}
  dogs:
    slots: {who: keeper, heads: number}
    one: heads
    says: "{who} [has|have] {heads} grown dogs"
  kids:
    slots: {who: keeper, heads: number}
    one: heads
    says: "{who} [has|have] {heads} dependent children"
  earns: {slots: {who: keeper, francs: number}, one: francs, says: "{who} earns {francs} francs"}
  kept: {slots: {who: keeper}, says: "{who} [keeps|keep] the licence"}
facts:
  - say: Ida left the village on 2026-01-12
  - say: Ida paid on 2025-11-03
  - say: Ida has 2 grown dogs
  - say: Ida has 3 dependent children
  - say: Ida earns 900 francs
  - say: Tom has 4 grown dogs
questions:
  - ask: Ida left because of the dogs
  - ask: Tom paid in time
"""
RULES = """\
rules:
  - id: kept
    title: Who stays into the spring keeps the licence
    if:
      - ?who left the village on ?day
      - ?day is not before 2026-03-01
    then: ?who keeps the licence
"""


@cache
def kennel() -> Case:
    return written(KNOWLEDGE, RULES)


@pytest.mark.parametrize(
    ("turns", "key"),
    [
        (("What if Ida left on 3 March 2026?",), "moved(ida, 2026-03-03)"),
        (("What if Ida left the village on 3 March?",), "moved(ida, 2026-03-03)"),
        (("what if Ida had left in March",), "moved(ida, 2026-03-01)"),
        (("Who is Ida?", "And if she is leaving in the March only?"), "moved(ida, 2026-03-01)"),
        (("Who is Ida?", "suppose she left in October"), "moved(ida, 2025-10-01)"),
        (("what if Ida paid on the 5th of December",), "paid(ida, 2025-12-05)"),
        (("what if Ida only left in January",), "moved(ida, 2026-01-12)"),
    ],
)
def test_another_day_is_supposed_in_other_words(turns: tuple[str, ...], key: str) -> None:
    assert _supposed(*turns) == key


@pytest.mark.parametrize(
    ("turns", "key"),
    [
        (("what if Ida had no dogs?",), "dogs(ida, 0)"),
        (("what if Ida had no kids",), "kids(ida, 0)"),
        (("What if Ida does not have any children?",), "kids(ida, 0)"),
        (("what if Ida had no kids", "and with one?"), "kids(ida, 1)"),
        (("Suppose Ida made 1200 francs",), "earns(ida, 1200)"),
        (("How much does Ida earn?", "and if she made 1200?"), "earns(ida, 1200)"),
        (("Tom dogs 2",), "dogs(tom, 2)"),
        (("Does Ida keep the licence?", "5 dogs"), "dogs(ida, 5)"),
        (("Ida left 1 April",), "moved(ida, 2026-04-01)"),
    ],
)
def test_another_number_is_supposed_in_a_word_or_two(turns: tuple[str, ...], key: str) -> None:
    assert _supposed(*turns) == key


@pytest.mark.parametrize(
    "text", ["Ida dogs 2", "dogs 5", "does Ida have 5 dogs?", "Ida dogs 5 6", "Ida dogs 5?"]
)
def test_what_is_so_or_of_nobody_or_asked_is_not_supposed(text: str) -> None:
    assert _supposed(text) == ""


@pytest.mark.parametrize(
    "text",
    ["she may leave", "she left on 1 May or 2 May", "she left on 2 May is she in", "he marches on"],
)
def test_no_day_or_several_are_none(text: str) -> None:
    assert dated.read(text) is None


def _supposed(*turns: str) -> str:
    query = last(kennel(), *turns)
    if query.intent not in (Intent.WHAT_IF, Intent.ASSUME) or query.clarify:
        return ""
    return " ".join(each.key for each, true in query.assume.items() if true)


@pytest.mark.parametrize(
    ("turns", "key"),
    [
        (("Does Ida keep the licence?", "what if her dogs were 7?"), "dogs(ida, 7)"),
        (("I am Tom. Do I keep the licence?", "what if my dogs were 7?"), "dogs(tom, 7)"),
        (("what if my dogs were 7?",), ""),
    ],
)
def test_whose_number_is_supposed_is_told_by_what_is_hers_or_mine(
    turns: tuple[str, ...], key: str
) -> None:
    assert _supposed(*turns) == key
