"""From conditions as written to branches: what they say must stay the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from arguendo.branches import MOST_BRANCHES, TooManyBranches, branches_of
from arguendo.comparisons import OPERATORS, holds
from arguendo.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Blocker,
    Branch,
    Comparison,
    Condition,
    Literal,
    Not,
)
from arguendo.statements import Statement
from tests.builders import all_of, any_of, at_least, condition, rule, statements

NAMES = ["a", "b", "c", "d"]
COMPARISONS = [Comparison("1", words, "2") for words in OPERATORS]


def nest(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=4).map(tuple)
    least = st.tuples(st.integers(1, 4), parts).map(
        lambda of: AtLeast(min(of[0], len(of[1])), of[1])
    )
    return st.one_of(parts.map(AllOf), parts.map(AnyOf), inner.map(Not), least)


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(NAMES).map(lambda name: Literal(Statement(name)))
    | st.sampled_from(COMPARISONS),
    nest,
    max_leaves=8,
)


def true(part: Condition, facts: set[Statement]) -> bool:
    """Tell whether a condition as written is met."""
    match part:
        case Literal(statement, positive):
            return (statement in facts) == positive
        case Comparison(left, operator, right):
            return holds(left, operator, right)
        case Not(inner):
            return not true(inner, facts)
        case AllOf(parts):
            return all(true(each, facts) for each in parts)
        case AnyOf(parts):
            return any(true(each, facts) for each in parts)
        case AtLeast(number, parts):
            return sum(true(each, facts) for each in parts) >= number


def blocks(blocker: Blocker, facts: set[Statement]) -> bool:
    parts: list[Condition] = [*blocker.literals, *blocker.comparisons]
    return all(true(part, facts) for part in parts)


def applies(branch: Branch, facts: set[Statement]) -> bool:
    return (
        all(ground in facts for ground in branch.grounds)
        and all(true(part, facts) for part in branch.comparisons)
        and not any(blocks(blocker, facts) for blocker in branch.blockers)
    )


@given(st.lists(CONDITIONS, max_size=2), st.lists(CONDITIONS, max_size=2))
def test_branches_say_what_the_conditions_say(
    grounds: list[Condition], rebuttals: list[Condition]
) -> None:
    whole = AllOf(tuple(grounds))
    try:
        branches = branches_of(whole, rebuttals)
    except TooManyBranches:
        assume(False)
    for size in range(len(NAMES) + 1):
        for some in combinations(NAMES, size):
            facts = {Statement(name) for name in some}
            expected = true(whole, facts) and not any(true(part, facts) for part in rebuttals)
            assert any(applies(branch, facts) for branch in branches) == expected


def grounds_of(*parts: Condition) -> list[list[str]]:
    found = branches_of(AllOf(parts), ())
    assert [branch.number for branch in found] == list(range(len(found)))
    return [[ground.key for ground in branch.grounds] for branch in found]


def test_a_plain_conjunction_is_one_branch_and_keeps_its_order() -> None:
    assert grounds_of(all_of("c()", "a()", "b()", "a()")) == [["c()", "a()", "b()"]]


def test_no_condition_at_all_is_one_branch_without_grounds() -> None:
    assert grounds_of() == [[]]


def test_alternatives_multiply_in_the_order_written() -> None:
    found = grounds_of(any_of("a()", "b()"), condition("c()"), any_of("d()", "e()"))
    assert [" ".join(each) for each in found] == [
        "a() c() d()",
        "a() c() e()",
        "b() c() d()",
        "b() c() e()",
    ]


def test_at_least_takes_every_choice_once() -> None:
    assert grounds_of(at_least(2, "a()", "b()", "c()")) == [
        ["a()", "b()"],
        ["a()", "c()"],
        ["b()", "c()"],
    ]


def test_not_among_the_grounds_is_an_absence_and_unless_is_none() -> None:
    [branch] = rule("r", if_=["a()", "not b()"], unless=["c()"], then="d()").branches
    assert branch.grounds == tuple(statements("a()"))
    assert branch.blockers == (
        Blocker((Literal(Statement("b")),), absence=True),
        Blocker((Literal(Statement("c")),), absence=False),
    )


def test_anything_among_the_grounds_is_something_each_time() -> None:
    [branch] = rule("r", if_=["p(?x, ?_)", "q(?_)", "not r(?_)"], then="s(?x)").branches
    assert branch.grounds == tuple(statements("p(?x, ?_1)", "q(?_2)"))
    assert branch.blockers[0].literals == (Literal(Statement("r", ("?_",))),)


def test_unless_any_blocks_by_each_and_unless_all_by_all() -> None:
    [any_branch] = rule("r", if_=["a()"], unless=[any_of("b()", "c()")], then="d()").branches
    assert [len(blocker.literals) for blocker in any_branch.blockers] == [1, 1]
    [all_branch] = rule("r", if_=["a()"], unless=[all_of("b()", "not c()")], then="d()").branches
    [blocker] = all_branch.blockers
    assert blocker.literals == (Literal(Statement("b")), Literal(Statement("c"), positive=False))


def test_not_of_several_follows_de_morgan() -> None:
    neither = rule("r", if_=["a()", Not(any_of("b()", "c()"))], then="d()")
    assert [len(branch.blockers) for branch in neither.branches] == [2]
    not_both = rule("r", if_=["a()", Not(all_of("b()", "c()"))], then="d()")
    assert [len(branch.blockers) for branch in not_both.branches] == [1, 1]


def test_not_at_least_stays_small() -> None:
    names = [f"p{n}()" for n in range(5)]
    assert len(rule("r", if_=[Not(at_least(2, *names))], then="q()").branches) == 5


@pytest.mark.parametrize("words", OPERATORS)
def test_not_of_a_comparison_is_its_opposite(words: str) -> None:
    [branch] = branches_of(all_of(Not(Comparison("?x", words, "?y"))), ())
    [opposite] = branch.comparisons
    pairs = [("1", "2"), ("2", "1"), ("1", "1"), ("2017-08-01", "2018-01-01"), ("a", "a")]
    comparable = pairs if words in ("is", "is not") else pairs[:4]
    for left, right in comparable:
        assert holds(left, words, right) != holds(left, opposite.operator, right)


@pytest.mark.parametrize(
    "parts",
    [
        [any_of("a()", "b()")] * 7,
        [any_of(*(f"p{n}()" for n in range(65)))],
        [at_least(10, *(f"p{n}()" for n in range(40)))],
        [Not(all_of(*(f"p{n}()" for n in range(65))))],
    ],
)
def test_too_many_branches_are_refused_before_they_are_made(parts: list[Condition]) -> None:
    with pytest.raises(TooManyBranches):
        branches_of(AllOf(tuple(parts)), ())


def test_as_many_branches_as_allowed() -> None:
    assert len(grounds_of(*[any_of("a()", "b()")] * 6)) == MOST_BRANCHES


def test_what_may_be_anything_in_a_ground_gets_a_name_of_its_own() -> None:
    drawn = rule("r", if_=["p(?_, ?_1)", "q(?_)", "p(?_, ?_1)"], unless=["s(?_)"], then="t(?_1)")
    (branch,) = drawn.branches
    assert list(branch.grounds) == statements("p(?_2, ?_1)", "q(?_3)")
    assert branch.blockers[0].literals[0].statement.key == "s(?_)"
