from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.instances import instances, opened
from arguendo.statements import Entity, Predicate, Slot, Term
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

PERSON, CLUB = Slot("who", ("person",)), Slot("club", ("club",))
BASE = rulebase(
    vocabulary=Vocabulary(
        [
            *(Entity(name, name.title(), "person") for name in ("ann", "bob", "cyd")),
            Entity("all", "all of them", "person", members=("ann", "bob")),
            Entity("rowers", "the rowers", "club"),
        ],
        [
            Predicate("pays", (PERSON, CLUB), "{who} pays {club}"),
            Predicate("joins", (PERSON, CLUB), "{who} joins {club}"),
        ],
    ),
    facts=["pays(ann, rowers)"],
    questions=["pays(bob, rowers)"],
    rules=[rule("joining", if_=["pays(?x, ?y)"], then="joins(?x, ?y)")],
)


@pytest.mark.parametrize(
    ("among", "besides", "holding", "lacking"),
    [
        ([], [], ["joins(ann, rowers)"], ["joins(bob, rowers)", "joins(cyd, rowers)"]),
        (["ann", "cyd"], [], ["joins(ann, rowers)"], ["joins(cyd, rowers)"]),
        ([], ["ann"], [], ["joins(bob, rowers)", "joins(cyd, rowers)"]),
    ],
)
def test_it_holds_of_some_and_is_lacking_of_the_others(
    among: list[Term], besides: list[Term], holding: list[str], lacking: list[str]
) -> None:
    found = instances(Case.of(BASE), statement("joins(?who, rowers)"), among, besides)
    assert [each.key for each in found.holding] == holding
    assert sorted(each.key for each in found.lacking) == lacking


def test_what_is_supposed_counts() -> None:
    case = Case.of(BASE).assume(statement("pays(bob, rowers)"))
    found = instances(case, statement("joins(?who, ?_1)"))
    assert {each.key for each in found.holding} == {"joins(ann, rowers)", "joins(bob, rowers)"}
    assert [each.key for each in found.lacking] == ["joins(cyd, ?_1)"]


def test_what_is_not_said_may_be_anything() -> None:
    asked = statement("joins(ann, rowers)")
    assert opened(asked, 0, {"rowers"}).key == "joins(?who, rowers)"
    assert opened(asked, 0, ()).key == "joins(?who, ?_1)"
