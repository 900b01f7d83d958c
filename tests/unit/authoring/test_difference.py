from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from arguendo.authoring.difference import Difference, Shift, difference
from arguendo.authoring.edits import Deed, Edit, Matter
from arguendo.authoring.telling import difference_page
from arguendo.facts import Fact
from arguendo.rulebase import Association, RuleBase
from arguendo.rules import Rule
from arguendo.scale import Scale
from arguendo.scenarios import Assumption, Scenario
from tests.builders import rule, rulebase, statement

BUILD = rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=2)
OPEN = rule("open", if_=["built()"], then="opened()")


def scenario(name: str, *assumed: str) -> Scenario:
    return Scenario(name, name, tuple(Assumption(statement(key), 5) for key in assumed))


def town(*rules: Rule, **more: Any) -> RuleBase:
    settings = {
        "facts": ["money()"],
        "questions": ["will()", "ill()"],
        "scenarios": (scenario("bare"), scenario("will", "will()")),
    }
    return rulebase(rules=rules or (BUILD, OPEN), **{**settings, **more})


def shifts(found: Difference) -> dict[str, dict[str, Shift]]:
    return {
        each.scenario.id if each.scenario else "": {s.statement.key: s for s in each.shifts}
        for each in found.compared
        if each.shifts
    }


def changed(name: str, *parts: str) -> Edit:
    return Edit(Matter.RULE, name, Deed.CHANGED, parts, counts=True)


def test_equal_versions_do_not_differ() -> None:
    found = difference(town(), town())
    assert (found.differs, found.idle, len(found.compared)) == (False, (), 2)


@pytest.mark.parametrize(
    ("build", "parts"),
    [
        (rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()"), "qualifier"),
        (
            rule("build", if_=["money()", "ill()"], unless=["no()"], then="built()", qualifier=2),
            "grounds rebuttals",
        ),
        (rule("build", if_=["money()", "will()"], then="other()", qualifier=2), "rebuttals claim"),
    ],
)
def test_a_changed_rule_is_named_with_what_changed_in_it(build: Rule, parts: str) -> None:
    assumed = {"scenarios": (scenario("s", "will()"),)}
    found = shifts(difference(town(**assumed), town(build, OPEN, **assumed)))["s"]
    edit = changed(
        "build", *sorted(parts.split(), key=["grounds", "rebuttals", "claim", "qualifier"].index)
    )
    assert {"built()", "opened()"} <= set(found)
    assert {shift.because for shift in found.values()} == {(edit,)}


def test_added_and_removed_rules_are_named() -> None:
    found = difference(town(), town(OPEN, rule("other", then="opened()", qualifier=1)))
    assert set(shifts(found)) == {"bare", "will"}
    (bare,) = shifts(found)["bare"].values()
    assert bare.because == (Edit(Matter.RULE, "other", Deed.ADDED, counts=True),)
    will = shifts(found)["will"]
    assert will["built()"].because == (Edit(Matter.RULE, "build", Deed.REMOVED, counts=True),)
    assert [edit.name for edit in will["opened()"].because] == ["build", "other"]
    assert will["opened()"].together


def test_changes_of_which_each_is_enough_are_all_named() -> None:
    after = town(BUILD, OPEN, rule("p", then="built()"), rule("q", then="built()"))
    built = shifts(difference(town(), after))["bare"]["built()"]
    assert ([edit.name for edit in built.because], built.together) == (["p", "q"], False)


def test_facts_contraries_and_scenarios_are_responsible_too() -> None:
    by_fact = shifts(difference(town(), town(facts=[])))
    assert by_fact["will"]["built()"].because == (
        Edit(Matter.FACT, "money()", Deed.REMOVED, counts=True),
    )
    weaker = shifts(difference(town(), town(facts=[("money()", 1)])))["will"]["opened()"]
    assert [edit.parts for edit in weaker.because] == [("degree",)]
    pair = [("money()", "built()")]
    contested = shifts(difference(town(), town(contraries=pair)))["will"]["built()"]
    assert [edit.matter for edit in contested.because] == [Matter.CONTRARY]
    staged = town(scenarios=(scenario("bare"), scenario("will", "ill()")))
    moved = shifts(difference(town(), staged))["will"]["built()"]
    assert [(edit.matter, edit.parts) for edit in moved.because] == [
        (Matter.SCENARIO, ("assumptions",))
    ]


def test_what_changes_no_conclusion_is_listed_apart() -> None:
    after = town(
        rule(
            "build",
            if_=BUILD.condition.parts,
            unless=["ill()"],
            then="built()",
            qualifier=2,
            because="So.",
        ),
        OPEN,
        rule("far", if_=["far()"], then="away()"),
        questions=["will()"],
        facts=[Fact(statement("money()"), 5, source=("¶1",))],
    )
    found = difference(town(), after)
    assert not found.differs
    assert [(e.matter, e.name, e.parts, e.counts) for e in found.idle] == [
        (Matter.RULE, "build", ("reason",), False),
        (Matter.RULE, "far", (), True),
        (Matter.FACT, "money()", ("source",), False),
        (Matter.QUESTION, "ill()", (), False),
    ]


def test_associations_are_a_matter_of_their_own_on_which_nothing_depends() -> None:
    def with_words(**words: float) -> RuleBase:
        told = (Association(statement("built()"), tuple(words.items())),)
        return replace(town(), associations=told if words else ())

    def told(before: RuleBase, after: RuleBase) -> list[Edit]:
        found = difference(before, after)
        assert not found.differs
        return list(found.idle)

    made = Edit(Matter.ASSOCIATION, "built()", Deed.ADDED)
    assert told(town(), with_words(span=1.0)) == [made]
    assert told(with_words(span=1.0), town()) == [replace(made, deed=Deed.REMOVED)]
    assert told(with_words(span=1.0), with_words(span=2.0)) == [
        replace(made, deed=Deed.CHANGED, parts=("words",))
    ]
    assert told(with_words(span=1.0), with_words(span=1.0)) == []


def test_scenarios_of_one_version_are_said_and_not_compared() -> None:
    found = difference(town(), town(scenarios=(scenario("new", "will()"),)))
    assert [each.id for each in found.only_before] == ["bare", "will"]
    assert [each.id for each in found.only_after] == ["new"]
    assert [each.scenario for each in found.compared] == [None]
    assert found.idle == ()


def test_versions_that_run_in_a_circle_are_passed_over() -> None:
    one = town(rule("a", unless=["q()"], then="p()"), scenarios=())
    other = town(rule("b", unless=["p()"], then="q()"), scenarios=())
    (found,) = shifts(difference(one, other)).values()
    assert [edit.name for edit in found["q()"].because] == ["a", "b"]
    assert [edit.name for edit in found["p()"].because] == ["a"]


def test_of_different_scales_nothing_is_named() -> None:
    found = difference(town(), town(scale=Scale(("a", "b", "c", "d", "e"))))
    assert not found.same_scale
    assert {s.because for each in shifts(found).values() for s in each.values()} == {()}
    assert "scales differ" in difference_page(found, "A", "B").answer


def test_it_is_told_in_plain_words() -> None:
    after = town(
        rule("build", if_=BUILD.condition.parts, then="built()", qualifier=1, title="It is built"),
        OPEN,
    )
    told = difference_page(difference(town(), after), "old", "new").text
    assert told == (
        "“new” concludes otherwise than “old”: two conclusions differ, in one of two scenarios.\n\n"
        "“will” (will):\n"
        "- “built” holds: likely → a roughly even chance\n"
        "  because of rule “build” (build), changed: title, rebuttals and qualifier\n"
        "- “opened” holds: likely → a roughly even chance\n"
        "  because of rule “build” (build), changed: title, rebuttals and qualifier"
    )
    same = difference_page(difference(town(), town(OPEN, BUILD)), "old", "new").text
    assert same == "“new” concludes the same as “old” on two scenarios."
