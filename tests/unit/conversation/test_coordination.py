from __future__ import annotations

import pytest

from arguendo.conversation.english.words import sentences
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.reference.coordination import joined
from arguendo.statements import Entity

NAMES = Names(
    (
        Entity("ann", "Ann", "person"),
        Entity("bob", "Bob", "person"),
        Entity("cy", "Cy", "person"),
        Entity("town", "Riverton", "town"),
    )
)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ann and Bob pay", [["ann", "bob"]]),
        ("neither Ann nor Bob paid", [["ann", "bob"]]),
        ("they thank Ann and Bob", [["ann", "bob"]]),
        ("they thank Ann and Bob for it", [["ann", "bob"]]),
        ("they press Ann and Bob is asked", []),
        ("they press Ann, and Bob pays", []),
        ("Ann pays Bob and Cy", [["bob", "cy"]]),
        ("Ann and Riverton pay", []),
        ("Ann thanks Bob", []),
    ],
)
def test_names_are_joined_when_the_same_is_said_of_them(text: str, groups: list[list[str]]) -> None:
    words = sentences(text)[0].words
    found = joined(words, NAMES)
    assert [[m.entities[0] for m in group] for group in found] == groups
