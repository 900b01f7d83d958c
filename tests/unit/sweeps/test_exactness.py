"""Many scenarios at once come out exactly as one after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.sweeps.blocks import Blocks
from arguendo.sweeps.fused import Fused
from arguendo.sweeps.program import Repeat
from tests.builders import any_of, at_least, rule, rulebase, statement, statements
from tests.programs import stratified_programs
from tests.propositional import STATEMENTS, programs
from tests.unit.sweeps.one_by_one import Compared


@given(
    programs(),
    st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=2),
    st.lists(st.sampled_from(STATEMENTS), max_size=4, unique=True),
)
def test_circles_and_contraries(
    base: RuleBase, assumptions: dict[str, int], free: list[str]
) -> None:
    case = Case.of(base).assume_all({statement(k): d for k, d in assumptions.items()})
    varied = [each for each in statements(*free) if each not in case.assumptions]
    compared = Compared(case, varied)
    assert compared.at_once(Blocks(compared.program, 2)) == compared.one_by_one()


@given(stratified_programs(), st.data())
def test_rebuttals_overrides_and_alternatives(
    drawn: tuple[RuleBase, dict[Statement, int]], data: st.DataObject
) -> None:
    base, assumptions = drawn
    case = Case.of(base).assume_all(assumptions)
    known = sorted(case.graph.statements, key=lambda each: each.key)
    free = data.draw(
        st.lists(st.sampled_from(known), max_size=5, unique=True) if known else st.just([])
    )
    compared = Compared(case, [each for each in free if each not in case.assumptions])
    assert compared.at_once(Blocks(compared.program, 2)) == compared.one_by_one()


CIRCLES = rulebase(
    questions=["a()", "b()", "c()", "d()"],
    rules=[
        rule("ab", if_=["a()"], then="p()", qualifier=3),
        rule("pq", if_=["p()", "c()"], then="q()", qualifier=4),
        rule("qp", if_=["q()"], then="p()"),
        rule("bq", if_=["b()"], then="q()", unless=["d()"], qualifier=2),
        rule("qr", if_=["q()"], then="r()"),
        rule("rr", if_=["r()"], then="r()"),
        rule("rp", if_=["r()", any_of("a()", "b()")], then="p()"),
        rule("two", if_=[at_least(2, "a()", "b()", "p()", "c()")], then="two()", qualifier=4),
        rule("not", if_=["a()"], unless=["p2()"], then="s()"),
        rule("p2", if_=["p()", "d()"], then="p2()", overrides=["two2"]),
        rule("two2", if_=["c()"], then="p2()", qualifier=1),
    ],
    contraries=[("a()", "d()")],
)


def test_machine_code_comes_to_the_same() -> None:
    pytest.importorskip("numba", reason="the extra “fast” is not installed")
    compared = Compared(Case.of(CIRCLES), [each.statement for each in CIRCLES.questions])
    assert any(isinstance(part, Repeat) for part in compared.program.parts)
    expected = compared.one_by_one()
    assert compared.at_once(Blocks(compared.program, 2)) == expected
    assert compared.at_once(Fused(compared.program, 2)) == expected


def test_a_long_circle_is_gone_around_as_often_as_it_takes() -> None:
    names = [f"s{number}()" for number in range(40)]
    links = [*zip(names[1:], names, strict=False), (names[0], names[-1])]
    rules = [rule(f"r{n}", if_=[on], then=claim) for n, (claim, on) in enumerate(links)]
    base = rulebase(questions=[names[7]], rules=[*reversed(rules)])
    compared = Compared(Case.of(base), [statement(names[7])])
    assert compared.at_once(Blocks(compared.program, 2)) == compared.one_by_one()
