from __future__ import annotations

import pytest

from arguendo.rules import Rule
from arguendo.wording.page import Block
from arguendo.wording.rules import rule_in_prose
from tests.builders import all_of, any_of, rule, rulebase
from tests.unit.wording.samples import rain


def prose(written: Rule) -> Block:
    return rule_in_prose(rulebase(rules=[written], vocabulary=rain().vocabulary), written)


@pytest.mark.parametrize(
    ("written", "law"),
    [
        (
            rule("r", if_=["out(?p)", "hat(?p)"], unless=["coat(?p)"], then="wet(?p)", qualifier=2),
            "If some person goes out and wears a hat, then it is likely that this person is wet, "
            "unless this person wears a coat.",
        ),
        (
            rule("r", then="wet(ann)", unless=["hat(ann)", "coat(ann)"]),
            "Ann is wet, unless Ann wears a hat or wears a coat.",
        ),
        (
            rule("r", if_=[any_of("pours()", "out(ann)")], then=["wet(ann)", "happy(ann)"]),
            "If either it pours or Ann goes out, then Ann is wet, and Ann is happy.",
        ),
        (
            rule("r", if_=[any_of(all_of("pours()", "out(?p)"), "wet(?p)")], then="wet(?p)"),
            "If either it pours, and some person goes out, or this person is wet, "
            "then this person is wet.",
        ),
        (
            rule("r", if_=["out(?p)", "out(?q)", "?p is not ?q"], then="happy(?p)", qualifier=1),
            "If a first person goes out, a second person goes out, and the first person is not "
            "the same as the second person, then there is a roughly even chance that the first "
            "person is happy.",
        ),
        (
            rule("r", if_=["out(?p)", "not dry(?p)"], then="wet(?p)"),
            "If some person goes out, and it is not the case that this person stays dry, "
            "then this person is wet.",
        ),
        (
            rule("r", if_=["age(?p, ?n)", "?n is at least 18"], then="grown(?p)"),
            "If some person is N years old, and N is at least 18, then this person is grown up.",
        ),
    ],
)
def test_a_rule_is_one_sentence(written: Rule, law: str) -> None:
    assert prose(written).lines[0] == law


def test_nested_conditions_end_where_they_end() -> None:
    base = rain()
    assert rule_in_prose(base, base.rule["cover"]).lines == (
        "If at least two of these hold (some person carries an umbrella; this person wears a hat; "
        "this person wears a coat), and this person goes out, then it is very likely that "
        "this person stays dry.",
    )


def test_a_paragraph_has_title_law_reason_and_source() -> None:
    base = rain()
    block = rule_in_prose(base, base.rule["soak"])
    assert block.heading == "Rain wets those outside"
    assert block.lines[1:] == ("The reason: Rain falls on everyone who is out.", "Source: ¶1.")


def test_precedence_is_told_by_title() -> None:
    base = rain()
    assert rule_in_prose(base, base.rule["shell"]).lines[1] == (
        "Where both apply, it takes precedence over “Cover keeps dry”."
    )
