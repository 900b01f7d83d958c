"""What follows from a statement, and what its grounds are, told once."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Listing
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from tests.builders import rule, rulebase
from tests.unit.wording.samples import ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


def test_what_follows_lists_conclusions_whatever_else_was_to_be_listed(case: Case) -> None:
    odd, plain = (ask(case, "what_follows", listing=each) for each in (Listing.FACTS, None))
    assert word(odd) == word(plain)


@pytest.mark.parametrize(
    ("grounds", "expected"),
    [
        (["p()", "later()"], "The other ground is reported."),
        (["p()", "q()", "later()"], "The other two grounds are reported."),
    ],
)
def test_grounds_that_were_just_named_are_taken_up(grounds: list[str], expected: str) -> None:
    base = rulebase(
        facts=["p()", "q()"],
        rules=[rule("one", if_=["q()"], then="later()"), rule("two", if_=grounds, then="goal()")],
    )
    assert expected in word(ask(Case.of(base), "why", "goal()")).text


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "wet(ann)",
            [
                "If Ann is wet, it is not the case that Ann stays dry; "
                "one other thing turns on it too.",
                "It counts directly as a reason to conclude that a cape is advised for Ann.",
            ],
        ),
        (
            "age(ann, 40)",
            [
                "If Ann is 40 years old, it follows that Ann is grown up; nothing else "
                "turns on it.",
                "It is a direct reason for that.",
            ],
        ),
    ],
)
def test_what_follows_is_said_once(case: Case, key: str, expected: list[str]) -> None:
    page = word(ask(case, "what_follows", key))
    assert [line for b in page.of(Role.ANSWER, Role.REASON) for line in b.lines] == expected


def test_what_follows_names_a_few_conclusions_and_counts_the_rest() -> None:
    rules = [rule(f"to{n}", if_=["p()"], then=f"goal{n}()") for n in range(5)]
    page = word(ask(Case.of(rulebase(rules=rules)), "what_follows", "p()"))
    assert page.of(Role.REASON)[0].lines == (
        "It counts directly as a reason to conclude that “goal0” holds, that “goal1” holds, "
        "and three other things.",
    )


def test_what_a_rule_asks_for_in_vain_is_not_said_to_be_asked_for_by_none() -> None:
    rules = [
        rule("enough", if_=["has(?n)", "costs(?m)", "?n is at least ?m"], then="bears()"),
    ]
    base = rulebase(facts=["has(9)", "costs(14)"], rules=rules)
    (answer,) = word(ask(Case.of(base), "what_follows", "costs(14)")).of(Role.ANSWER)
    assert answer.lines[0].startswith("As things stand, nothing hangs on whether")
    assert "asks for it, but" in answer.lines[0]
    assert "14 is more than that" in answer.lines[0]


def test_what_turns_on_it_only_with_another_answer_is_told_as_well() -> None:
    rules = [
        rule("ill", if_=["test()"], then="cause()"),
        rule("limit", if_=["count()"], unless=["retest()"], then="unsafe()"),
        rule("harm", if_=["cause()"], then="unsafe()"),
    ]
    base = rulebase(facts=["count()"], questions=["test()", "retest()"], rules=rules)
    page = word(ask(Case.of(base), "what_follows", "test()"))
    assert "; as things stand, nothing else turns on it." in page.answer
    (outlook,) = page.of(Role.OUTLOOK)
    assert outlook.lines == ("If “retest” holds, whether “unsafe” holds turns on it too.",)
