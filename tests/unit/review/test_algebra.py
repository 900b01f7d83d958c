"""What covers, contradicts and meets what, held against trying it out."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.checks.patterns import apart, unify
from arguendo.comparisons import OPERATORS, holds
from arguendo.review import idle_question
from arguendo.review.contradictions import conflict, contradiction
from arguendo.review.possible import Patterns
from arguendo.review.subsumption import Coverage, covers
from arguendo.rulebase import RuleBase
from arguendo.rules import Comparison, Rule
from arguendo.scale import NONE
from arguendo.statements import Statement
from tests.builders import rule, rulebase

VARIABLES = ("?x", "?y")
THINGS = ("a", "b")
terms = st.sampled_from(VARIABLES + THINGS)
grounds = st.one_of(
    st.builds(lambda term: Statement("p", (term,)), terms),
    st.builds(lambda one, other: Statement("q", (one, other)), terms, terms),
    st.builds(lambda term: Statement("r", (term, "?_")), terms),
)


@st.composite
def rules(draw: st.DrawFn, id: str) -> Rule:
    """A rule for `s` on `p`, `q` and `r` whose variables are all bound."""
    some = draw(st.lists(grounds, min_size=1, max_size=3, unique=True))
    bound = [term for each in some for term in each.variables if term != "?_"]
    choice = st.sampled_from([*bound, *THINGS])
    claim = Statement("s", (draw(choice),))
    against = st.builds(lambda one, other: Statement("q", (one, other)), choice, choice)
    anything = st.builds(lambda one: Statement("q", (one, "?_")), choice)
    unless = draw(st.lists(st.one_of(against, anything), max_size=2))
    return rule(id, if_=some, unless=unless, then=claim, qualifier=draw(st.integers(1, 3)))


GROUND = [
    *(Statement("p", (one,)) for one in THINGS),
    *(Statement(name, pair) for name in ("q", "r") for pair in product(THINGS, repeat=2)),
]
worlds = st.dictionaries(st.sampled_from(GROUND), st.integers(1, 5), max_size=6)


def degrees(facts: dict[Statement, int], *given: Rule) -> list[int]:
    case = Case.of(rulebase(facts=facts.items(), rules=given), editing=True)
    return [case.degree(Statement("s", (thing,))) for thing in THINGS]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Rule, Rule]:
    """Two rules of which the second is made from the first, as a special case, or is not."""
    general, other = draw(rules("general")), draw(rules("specific"))
    if draw(st.booleans()):
        return general, other
    names = {"?x": draw(terms), "?y": draw(terms)}
    some = [each.bind(names) for each in _grounds(general)]
    unless = [each.bind(names) for each in _against(general)]
    claim = general.claims[0].bind(names)
    special = rule(
        "specific",
        if_=[*_grounds(other), *some],
        unless=[*unless, *_against(other)],
        then=claim,
        qualifier=general.qualifier,
    )
    assert covers(general, special)
    return general, special


@given(pairs(), worlds)
@settings(deadline=None)
def test_a_covered_rule_that_is_no_stronger_changes_no_degree(
    pair: tuple[Rule, Rule], facts: dict[Statement, int]
) -> None:
    general, specific = pair
    if general.qualifier >= specific.qualifier and covers(general, specific):
        assert degrees(facts, general, specific) == degrees(facts, general)


@given(rules("r"), st.randoms(use_true_random=False))
def test_a_rule_is_covered_by_itself_renamed_reordered_and_relaxed(
    given_: Rule, luck: Random
) -> None:
    names = {"?x": "?one", "?y": "?two"}
    branch = given_.branches[0]
    renamed = [ground.bind(names) for ground in branch.grounds]
    luck.shuffle(renamed)
    unless = [
        literal.statement.bind(names) for each in branch.blockers for literal in each.literals
    ]
    claim = given_.claims[0].bind(names)
    same = rule("same", if_=renamed, unless=unless, then=claim)
    assert covers(same, given_)
    assert covers(given_, same)
    for place in range(len(renamed)):
        rest = renamed[:place] + renamed[place + 1 :]
        bound = {term for each in rest for term in each.variables}
        if set(claim.variables) <= bound:
            assert covers(rule("less", if_=rest, then=claim), given_)


@given(st.lists(rules("r"), min_size=2, max_size=6))
@settings(deadline=None)
def test_the_index_loses_no_pair(given_: list[Rule]) -> None:
    named = [
        rule(f"r{n}", if_=_grounds(each), unless=_against(each), then=each.claims[0])
        for n, each in enumerate(given_)
    ]
    base: RuleBase = rulebase(rules=named)
    coverage = Coverage(base)
    for specific in base.rules:
        naive = {one.id for one in base.rules if one is not specific and covers(one, specific)}
        assert {general.id for general in coverage.of(specific)} == naive


def _grounds(given_: Rule) -> tuple[Statement, ...]:
    return given_.branches[0].grounds


def _against(given_: Rule) -> list[Statement]:
    return [lit.statement for each in given_.branches[0].blockers for lit in each.literals]


@given(rules("r"), worlds)
@settings(deadline=None)
def test_a_rule_that_contradicts_itself_never_concludes(
    given_: Rule, facts: dict[Statement, int]
) -> None:
    if contradiction(given_.branches[0]):
        assert degrees(facts, given_) == [NONE] * len(THINGS)


@given(st.lists(rules("r"), min_size=1, max_size=3), worlds, st.sampled_from(GROUND))
@settings(deadline=None)
def test_the_answer_to_an_idle_question_changes_no_degree(
    given_: list[Rule], facts: dict[Statement, int], asked: Statement
) -> None:
    base = rulebase(
        rules=[replace(each, id=f"r{number}") for number, each in enumerate(given_)],
        facts=[pair for pair in facts.items() if pair[0] != asked],
        questions=[asked],
        contraries=[("p(?x)", "r(?x, ?y)")],
    )
    case = Case.of(base, editing=True)
    if list(idle_question.check(case)):
        answers = [case.assume(asked), case.suppose_away(asked)]
        yes, no = ([each.degree(Statement("s", (one,))) for one in THINGS] for each in answers)
        assert yes == no


numbers = st.sampled_from(["?x", "?y", "?z", "1", "2", "2.0", "3"])
comparisons = st.lists(
    st.builds(Comparison, numbers, st.sampled_from(OPERATORS[:6]), numbers), max_size=5
)
DOMAIN = ["0", "1", "1.2", "1.5", "1.8", "2", "2.2", "2.5", "2.8", "3", "4", "4.5", "5", "-1", "-2"]


def _met(given_: list[Comparison], values: dict[str, str]) -> bool:
    return all(
        holds(values.get(each.left, each.left), each.operator, values.get(each.right, each.right))
        for each in given_
    )


@given(comparisons)
@settings(deadline=None)
def test_comparisons_conflict_just_when_no_numbers_meet_them(given_: list[Comparison]) -> None:
    used = sorted(
        {term for each in given_ for term in (each.left, each.right)} & {"?x", "?y", "?z"}
    )
    choices = (dict(zip(used, some, strict=True)) for some in product(DOMAIN, repeat=len(used)))
    found = conflict(given_)
    assert bool(found) is not any(_met(given_, values) for values in choices)
    assert all(not conflict([each for each in found if each is not one]) for one in found)


@given(st.lists(grounds, max_size=6), grounds)
def test_patterns_are_met_just_when_one_of_them_unifies(
    some: list[Statement], one: Statement
) -> None:
    naive = any(unify([(apart(each, "1"), apart(one, "2"))]) for each in some)
    assert Patterns(some).meets(one) is naive
