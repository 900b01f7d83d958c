"""Reasons that are exceptions, which do not hold."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from tests.builders import rule, rulebase
from tests.unit.wording.samples import ask, rain

BASE = rulebase(
    vocabulary=rain().vocabulary,
    facts=["out(ann)", "pours()"],
    questions=["coat(ann)", "hat(ann)"],
    rules=[
        rule("soak", if_=["out(?p)"], unless=["dry(?p)"], then="wet(?p)"),
        rule("cover", if_=["coat(?p)", "hat(?p)"], then="dry(?p)"),
        rule("cape", if_=["wet(?p)", "pours()"], unless=["dry(?p)"], then="advised(?p, cape)"),
        rule("glad", if_=["out(?p)"], unless=["hat(?p)"], then="happy(?p)"),
    ],
)
SPARED = "Nothing shows that Ann stays dry."


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("wet(ann)", True),
        ("advised(ann, cape)", False),  # a ground is concluded in its turn
        ("happy(ann)", False),  # nobody argues that she wears a hat
    ],
)
def test_an_exception_that_something_argues_for_is_told(key: str, told: bool) -> None:
    lines = word(ask(Case.of(BASE), "ask", key)).of(Role.REASON)[0].lines
    assert (SPARED in lines) is told


def test_it_is_told_with_the_grounds() -> None:
    assert word(ask(Case.of(BASE), "why", "wet(ann)")).answer.endswith(
        "because Ann goes out, and nothing shows that Ann stays dry."
    )


def test_what_a_rule_asks_not_to_be_so_is_told_whatever_else_is_concluded() -> None:
    base = rulebase(
        vocabulary=rain().vocabulary,
        facts=["out(ann)", "pours()"],
        rules=[
            rule("soak", if_=["out(?p)"], then="wet(?p)"),
            rule("cape", if_=["wet(?p)", "pours()", "not dry(?p)"], then="advised(?p, cape)"),
        ],
    )
    key = "advised(ann, cape)"
    assert word(ask(Case.of(base), "why", key)).answer.endswith(
        "and nothing shows that Ann stays dry."
    )
    assert SPARED in word(ask(Case.of(base), "ask", key)).of(Role.REASON)[0].lines
