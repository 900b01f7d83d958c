"""The code that joins are compiled to, and that what matching costs grows no faster than needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from arguendo.matching.grounding import Grounding
from arguendo.matching.joins import Shape, plan
from arguendo.matching.native import NativeMatcher
from arguendo.rulebase import RuleBase
from tests.builders import rule, rulebase, statements
from tests.reference import keys

HOSTILE = (
    '"); raise SystemExit(1)  #"',
    '"quote \\" and \\\\ slash"',
    '"line\\nand tab\\t"',
    "k0",
    "v0",
    "new",
    "class",
)


@pytest.mark.parametrize("term", HOSTILE)
def test_what_a_rule_base_says_is_never_read_as_code(term: str) -> None:
    one = rule("r", if_=[f"p(?x, {term})", f"q(?x, ?new, {term})"], then=f"s(?new, {term})")
    base = rulebase(rules=[one])
    found = NativeMatcher(base).post(
        statements(f"p(a, {term})", f"q(a, {term}, {term})", f"q({term}, a, a)")
    )
    assert keys(found) == [("r", 0, (("?new", term), ("?x", "a")))]


def test_branches_that_differ_in_names_only_share_their_code() -> None:
    plan.cache_clear()
    for p, q in ("ab", "cd", "ef"):
        step = rule("r", if_=[f"{p}(?{q}, {q}0)", f"{q}(?{q}, ?{p})"], then=f"{p}{q}(?{p}, {q})")
        NativeMatcher(rulebase(rules=[step])).post(statements(f"{p}(a, b)"))
    assert (plan.cache_info().misses, plan.cache_info().hits) == (2, 4)


def test_the_ground_that_is_bound_most_is_looked_up_next() -> None:
    grounds = (("v0",), ("v1", "v2"), ("v0", "v1"), ("v1", "k0"))
    shape = Shape(grounds, (0, 1, 1, 1), ("v0", "v1", "v2"), ())
    assert plan(shape, 0).lookups == ((2, (0,)), (3, (0, 1)), (1, (0,)))
    assert plan(shape, 3).constants == (1,)


def test_a_variable_several_times_in_one_ground() -> None:
    base = rulebase(rules=[rule("r", if_=["p(?x)", "e(?x, ?y, ?y, a, ?y)"], then="q(?y)")])
    given = ["p(b)", "e(b, c, c, a, c)", "e(b, c, c, c, c)", "e(b, c, c, a, a)", "e(b, a, c, a, c)"]
    for order in (given, given[::-1]):
        assert keys(NativeMatcher(base).post(statements(*order))) == [
            ("r", 0, (("?x", "b"), ("?y", "c")))
        ]


def test_a_rule_may_have_more_grounds_than_loops_can_be_nested() -> None:
    size = 100
    grounds = [f"p{n}(?x{n}, ?x{n + 1}, c)" for n in range(size)]
    base = rulebase(rules=[rule("r", if_=grounds, then=f"q(?x0, ?x{size})")])
    given = statements(*(f"p{n}({n}, {n + 1}, c)" for n in range(size)), "p7(7, 9, c)")
    found = NativeMatcher(base).post([*given[50:], *given[:50]])
    assert [len(some.values) for some in found] == [1]


def calls(action: Callable[[], object]) -> int:
    """Count the Python functions that are called."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


def grounded(base: RuleBase) -> Grounding:
    return Grounding(base, NativeMatcher(base))


def _rules_by_constant(size: int) -> RuleBase:
    rules = [rule(f"r{n}", if_=[f"p(?x, {n})"], then=f"q{n}(?x)") for n in range(size)]
    return rulebase(rules=rules, facts=[f"p(a, {n})" for n in range(size)])


def _contraries_by_constant(size: int) -> RuleBase:
    pairs = [(f"p(?x, {n})", f"p(?x, {n + 1})") for n in range(size)]
    return rulebase(contraries=pairs, facts=[f"p(a, {n})" for n in range(size)])


def _path(size: int) -> RuleBase:
    step = rule("r", if_=["at(?x)", "next(?x, ?y)"], then="at(?y)")
    return rulebase(rules=[step], facts=["at(0)", *(f"next({n}, {n + 1})" for n in range(size))])


@pytest.mark.parametrize("make", [_rules_by_constant, _contraries_by_constant, _path])
def test_work_grows_as_what_there_is_to_do(make: Callable[[int], RuleBase]) -> None:
    small, large = make(50), make(200)
    work = [calls(partial(grounded, base)) for base in (small, small, large)]
    assert work[2] < 5 * work[1]
