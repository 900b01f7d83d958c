"""Every matcher finds what the reference finds, however the statements come."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo.matching import Matcher
from arguendo.matching.native import NativeMatcher
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from tests.builders import rule, rulebase, statements
from tests.programs import programs
from tests.reference import MatchKey, keys, reference

Program = tuple[RuleBase, list[Statement]]
MATCHERS: list[Callable[[RuleBase], Matcher]] = [NativeMatcher]
if importlib.util.find_spec("durable"):
    from arguendo.matching.durable import DurableMatcher

    MATCHERS.append(DurableMatcher)

every_matcher = pytest.mark.parametrize("make", MATCHERS)
unhurried = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)


def agree(make: Callable[[RuleBase], Matcher], program: Program, seed: int) -> None:
    """Check a program against the reference: at once, and one by one in some order."""
    base, posted = program
    expected = reference(base, posted)
    at_once = keys(make(base).post(posted))
    assert sorted(at_once) == sorted(expected)
    matcher, one_by_one = make(base), list[MatchKey]()
    for each in random.Random(seed).sample(posted, len(posted)):
        one_by_one += keys(matcher.post([each]))
    one_by_one += keys(matcher.post([]))
    assert sorted(one_by_one) == sorted(expected)
    assert matcher.post(posted) == []


@every_matcher
@unhurried
@given(program=programs(), seed=st.integers(0, 1000))
def test_random_programs_agree_with_the_reference(
    make: Callable[[RuleBase], Matcher], program: Program, seed: int
) -> None:
    agree(make, program, seed)


@pytest.mark.evidence
@every_matcher
@settings(unhurried, max_examples=5000)
@given(program=programs(), seed=st.integers(0, 1000))
def test_many_random_programs_agree_with_the_reference(
    make: Callable[[RuleBase], Matcher], program: Program, seed: int
) -> None:
    agree(make, program, seed)


@every_matcher
@unhurried
@given(program=programs(), seed=st.integers(0, 1000))
def test_the_order_of_posting_does_not_show(
    make: Callable[[RuleBase], Matcher], program: Program, seed: int
) -> None:
    base, posted = program
    shuffled = random.Random(seed).sample(posted, len(posted))
    assert make(base).post(posted) == make(base).post(shuffled)


@every_matcher
def test_a_statement_may_fill_two_grounds_of_one_rule(
    make: Callable[[RuleBase], Matcher],
) -> None:
    base = rulebase(rules=[rule("r", if_=["p(?x)", "p(?y)"], then="q(?x, ?y)")])
    found = keys(make(base).post(statements("p(a)", "p(b)")))
    assert [dict(bindings) for _, _, bindings in found] == [
        {"?x": x, "?y": y} for x in "ab" for y in "ab"
    ]
