"""A step from one case to the next comes to what valuing everything anew comes to."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo import case as case_module
from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Valuation
from tests.programs import stratified_programs
from tests.propositional import programs


@given(stratified_programs() | programs().map(lambda base: (base, {})), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_step_comes_to_what_valuing_all_comes_to(
    monkeypatch: pytest.MonkeyPatch,
    program: tuple[RuleBase, dict[Statement, int]],
    data: st.DataObject,
) -> None:
    monkeypatch.setattr(case_module, "LARGE", -1)
    rulebase, assumptions = program
    case = Case.of(rulebase)
    choices = [*assumptions, *case.graph.statements]
    assert case.valuation.degrees is not None
    for _ in range(4):
        if not choices:
            return
        one = data.draw(st.sampled_from(choices))
        if one in case.assumptions and data.draw(st.booleans()):
            case = case.retract(one)
        else:
            case = case.assume(one, data.draw(st.integers(0, rulebase.scale.top)))
        found = case.valuation
        assert vars(case.past or case).get("valuation") is not None
        whole = Valuation(case.graph, found.assumptions, found.facts)
        assert found.degrees == whole.degrees
        assert found.displaced == whole.displaced
