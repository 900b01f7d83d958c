from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.why import why
from arguendo.facts import Fact
from arguendo.wording.listings import facts
from arguendo.wording.teller import Teller
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    facts=[
        Fact(statement("joins(2012-01-09)"), 5, "2012-01-09", ("¶6",)),
        Fact(statement("leaves(2013-01-09)"), 5, "2013-02", ("¶7",)),
    ]
)


@pytest.mark.parametrize(
    ("key", "bracket", "tag"),
    [
        ("joins(2012-01-09)", " (¶6)", "reported, ¶6"),
        ("leaves(2013-01-09)", " (in February 2013, ¶7)", "reported in February 2013, ¶7"),
    ],
)
def test_a_day_that_a_statement_names_is_not_told_twice(key: str, bracket: str, tag: str) -> None:
    case = Case.of(BASE)
    teller, told = Teller(case), statement(key)
    proof = why(case, told)
    assert proof is not None
    assert teller.cited(told, case.standing(told)) == bracket
    assert teller.tag(told) == tag
    assert tag.startswith(teller.tag_of(proof.steps[0]))
    (line,) = facts(teller, [told])
    assert line.endswith(f"{bracket}.")


def test_what_holds_of_some_value_is_missing_only_together_with_the_rest() -> None:
    rules = [rule("cost", if_=["hides(?x)", "bad(?x)"], then="lost()")]
    base = rulebase(facts=["bad(one)"], rules=rules)
    said = Teller(Case.of(base)).lacking([statement("hides(?x)"), statement("bad(?x)")])
    assert said.startswith("nothing shows both that ")
    neither = Teller(Case.of(rulebase(rules=rules)))
    assert ", or that " in neither.lacking([statement("hides(?x)"), statement("bad(?x)")])
