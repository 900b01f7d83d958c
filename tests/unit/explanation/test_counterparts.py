from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.counterparts import counterparts
from tests.builders import rule, rulebase, statement


def test_what_accounts_for_a_difference_is_found_behind_values_that_differ() -> None:
    rules = [
        rule("aged", if_=["age(?y, ?p)", "trained(?p)"], then="fit(?y, ?p)"),
        rule("goes", if_=["age(?y, ?p)", "fit(?y, ?p)"], then="goes(?p)"),
    ]
    facts = ["age(30, ann)", "age(40, ben)", "trained(ann)"]
    case = Case.of(rulebase(facts=facts, rules=rules))
    for one, other in (("ann", "ben"), ("ben", "ann")):
        (apart,) = counterparts(case, one, other, statement(f"goes({one})")).apart
        assert (apart.has.key, apart.lacks.key) == ("trained(ann)", "trained(ben)")
