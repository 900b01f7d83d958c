from __future__ import annotations

from arguendo.conversation.entities.mentions import Names
from arguendo.statements import Entity

NAMES = Names(
    (
        Entity("north", "Northland", "state", aliases=("the North", "Northern")),
        Entity(
            "king", "King Olaf", "person", aliases=("Olaf", "Northern king", "the North's king")
        ),
        Entity("talks", "talks", "course", plural=True, aliases=("peace talks",)),
        Entity("pair", "the two kings", "group", members=("king", "queen")),
        Entity("queen", "Queen Una", "person"),
    )
)


def found(text: str) -> list[tuple[str, ...]]:
    return [mention.entities for mention in NAMES.find(text.split())]


def test_the_longest_name_counts() -> None:
    assert found("northern king meets queen una") == [("king",), ("queen",)]
    assert found("northern winds") == [("north",)]


def test_a_name_may_lack_its_apostrophe() -> None:
    assert found("olafs men") == [("king",)]


def test_an_owner_may_come_last() -> None:
    assert found("king of north") == [("king",)]


def test_a_name_within_a_name_stands_for_its_owner_less_surely() -> None:
    evidence = NAMES.evidence(NAMES.find(["olaf"]))
    assert evidence["king"] == 1.0
    assert 0 < evidence["north"] < 1.0


def test_a_group_speaks_for_its_members() -> None:
    evidence = NAMES.evidence(NAMES.find(["two", "kings"]))
    assert evidence["pair"] > evidence["king"] > 0.5
    assert evidence["queen"] == evidence["king"]


def test_a_relative_goes_by_other_words_as_well() -> None:
    names = Names((Entity("prince", "Prince Per", "person", aliases=("Una's son",)),))
    assert [m.entities for m in names.find(["una", "lad"])] == [("prince",)]
    assert [m.entities for m in names.find(["boy", "of", "una"])] == [("prince",)]
    assert not names.find(["una", "girl"])


def test_whom_one_bids_to_do_something_is_no_name() -> None:
    names = Names((Entity("state", "the Union", "state", aliases=("US",)),))
    assert not names.find(["let", "us", "begin"])
    assert [m.entities for m in names.find(["did", "us", "begin"])] == [("state",)]
