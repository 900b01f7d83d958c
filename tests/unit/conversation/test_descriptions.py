"""Who is meant by a relation to somebody who is named."""

from __future__ import annotations

from arguendo.conversation.entities.descriptions import Descriptions
from arguendo.conversation.entities.mentions import Names
from arguendo.statements import Entity, Predicate, Slot
from tests.builders import statement

PARENT = Predicate(
    "parent_of",
    (Slot("parent", ("person",)), Slot("child", ("person",))),
    "{parent} is a parent of {child}",
    also=("{parent} is {child}'s mother", "{child} is a child of {parent}"),
)
DESCRIPTIONS = Descriptions([PARENT], [statement("parent_of(una, per)")])
NAMES = Names((Entity("una", "Una", "person"), Entity("per", "Per", "person")))


def described(text: str) -> list[tuple[str, ...]]:
    words = text.split()
    return [found.entities for found in DESCRIPTIONS.find(words, NAMES.find(words))]


def test_relatives_are_described_by_any_word_for_them() -> None:
    assert described("per mum came") == [("una",)]
    assert described("the boy of una") == [("per",)]
    assert described("una came") == []


def test_his_and_her_take_up_who_was_named_before() -> None:
    assert described("una and her lad") == [("per",)]
    assert described("her lad and una") == []


def test_a_parent_has_a_child_and_a_wife_a_husband() -> None:
    both = (Slot("one", ("person",)), Slot("other", ("person",)))
    predicates = [
        Predicate("parent", both, "{one} [is|are] the parent of {other}"),
        Predicate("married", both, "{one} is {other}'s wife"),
    ]
    told = Descriptions(predicates, [statement("parent(una, per)"), statement("married(una, per)")])
    assert told.meant("daughter", "una") == ("per",)
    assert told.meant("mother", "per") == told.meant("wife", "per") == ("una",)
    assert told.meant("husband", "una") == ("per",)


def test_whom_somebody_leads_is_told_by_a_word_for_many() -> None:
    slots = (Slot("leader", ("person",)), Slot("state", ("state",)))
    heads = Predicate("heads", slots, "{leader} is the president of {state}")
    led = Descriptions([heads], [statement("heads(una, fjord)")])
    told = [
        [d.entities for d in led.find(["una", w], NAMES.find(["una", w]))] for w in ("guys", "guy")
    ]
    assert told == [[("fjord",)], []]
