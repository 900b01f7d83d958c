from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.authoring.competing import Competition, NothingShared, compete
from arguendo.authoring.telling_apart import competition_page
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Predicate
from arguendo.valuation import Status
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

NAMES = ("money", "will", "ill", "built", "opened", "crowded")
PREDICATES = [Predicate(name, (), f"it is {name}") for name in NAMES]
BUILD = rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=2)
FIRM = rule("build", if_=["money()", "will()"], then="built()", qualifier=2)
OPEN = rule("open", if_=["built()"], then="opened()")
CROWD = rule("crowd", if_=["opened()"], then="crowded()")
WILL = {statement("will()"): 5}


def town(*rules: Rule, facts: tuple[str, ...] = ("money()",)) -> RuleBase:
    base = rulebase(rules=rules, facts=facts, questions=["will()", "ill()"])
    return replace(base, vocabulary=Vocabulary([], PREDICATES))


def told(found: Competition) -> str:
    return competition_page(found, "A", "B").text


def due(found: Competition) -> list[tuple[str, str, tuple[str, ...]]]:
    assert found.parts_at
    return [(edit.name, edit.deed.value, edit.parts) for edit in found.parts_at.because]


def test_they_part_at_the_first_step_that_comes_out_otherwise() -> None:
    sure = rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=4)
    found = compete(town(BUILD, OPEN, CROWD), town(sure, OPEN, CROWD), WILL)
    assert [shift.statement.key for shift in found.shifts] == ["built()", "opened()", "crowded()"]
    assert due(found) == [("build", "changed", ("qualifier",))]
    assert found.alike == 0
    text = told(found)
    assert (
        "“A” and “B” differ in three conclusions; they part first over whether it is built" in text
    )
    assert (
        "- “A”: If it is money, and it is will, then it is likely that it is built, unless" in text
    )
    assert (
        "- “B”: If it is money, and it is will, then it is almost certain that it is built" in text
    )


@pytest.mark.parametrize(
    ("second", "expected", "words"),
    [
        (town(OPEN), ("build", "removed", ()), "the rule “build” (build) stands only in “A”"),
        (town(BUILD, OPEN, facts=()), ("money()", "removed", ()), "reported that it is money only"),
        (
            town(FIRM, OPEN, facts=("money()", "ill()")),
            ("build", "changed", ("rebuttals",)),
            "differs in its rebuttals",
        ),
    ],
)
def test_what_accounts_for_it_is_a_rule_a_fact_or_a_part_of_a_rule(
    second: RuleBase, expected: tuple[str, str, tuple[str, ...]], words: str
) -> None:
    facts = ("money()", "ill()") if expected[2] else ("money()",)
    found = compete(town(BUILD, OPEN, facts=facts), second, WILL, statement("opened()"))
    assert due(found) == [expected]
    assert words in told(found)


def test_for_a_statement_only_what_bears_on_it_counts() -> None:
    party = rule("party", if_=["will()"], then="crowded()")
    found = compete(town(BUILD), town(BUILD, party), WILL, statement("built()"))
    assert (found.shifts, found.parts_at, found.alike) == ((), None, 1)
    assert told(found) == (
        "“A” and “B” agree on whether it is built (likely), and on all that bears on it."
    )


def test_two_ways_to_one_conclusion_part_on_the_way() -> None:
    gift = rule("gift", if_=["money()"], then="opened()")
    found = compete(town(BUILD, OPEN, gift), town(OPEN, gift), WILL, statement("opened()"))
    assert found.parts_at
    assert found.parts_at.statement == statement("built()")
    assert "agree on whether it is opened (follows), but part on the way" in told(found)


def test_what_only_one_vocabulary_knows_is_told_all_the_same() -> None:
    bare = replace(town(), vocabulary=Vocabulary([], PREDICATES[:2]))
    found = compete(bare, town(BUILD, OPEN), WILL)
    assert [shift.before.status for shift in found.shifts] == [Status.NOT_ESTABLISHED] * 2
    assert "In “B” it is likely that it is built" in told(found)


def test_rule_bases_that_share_no_statement_are_refused() -> None:
    other = replace(town(), vocabulary=Vocabulary([], [Predicate("wet", (), "it is wet")]))
    with pytest.raises(NothingShared):
        compete(town(BUILD), other)
