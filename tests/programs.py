"""Random rule bases for property tests: every feature that matching must get right."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from arguendo.branches import TooManyBranches
from arguendo.comparisons import OPERATORS
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.statements import Statement, Term
from tests.builders import rule, rulebase

ARITIES = {"e": (2,), "p": (1, 2), "t": (3,), "yes": (0,)}
"""Predicates; one name with two arities is on purpose."""

CONSTANTS = (
    *("a", "b", "true", "x1"),
    *("1", "1.0", "2", "-3.5"),
    *("2017-08-16", "2017-08", "2018-01-01"),
    *('"1"', '"a"', '"true"', '"é \\" \\\\ ☃ %s {}"', '""'),
)
VARIABLES = ("?x", "?y", "?z")


@st.composite
def statements(draw: st.DrawFn, terms: Sequence[Term]) -> Statement:
    predicate = draw(st.sampled_from(sorted(ARITIES)))
    arity = draw(st.sampled_from(ARITIES[predicate]))
    return Statement(predicate, tuple(draw(st.sampled_from(terms)) for _ in range(arity)))


def conditions(terms: Sequence[Term]) -> st.SearchStrategy[Condition]:
    literals = st.builds(Literal, statements(terms))
    relations = st.sampled_from(OPERATORS)
    comparisons = st.builds(Comparison, st.sampled_from(terms), relations, st.sampled_from(terms))
    simple = st.one_of(literals, literals, literals, comparisons)
    several = st.lists(simple, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        *[literals] * 4,
        comparisons,
        several.map(AnyOf),
        several.map(lambda parts: AtLeast((len(parts) + 1) // 2, parts)),
        simple.map(Not),
        several.map(lambda parts: Not(AllOf(parts))),
    )


@st.composite
def rules(draw: st.DrawFn, name: str, constants: Sequence[Term]) -> Rule:
    terms = (*VARIABLES * 3, *constants)
    least = draw(st.sampled_from([2, 1, 0]))
    grounds = draw(st.lists(conditions(terms), min_size=least, max_size=3))
    rebuttals = draw(st.lists(conditions(terms), max_size=1))
    try:
        draft = rule(name, if_=grounds, unless=rebuttals, then="draft()")
    except TooManyBranches:
        draft = rule(name, if_=[], then="draft()")
        grounds, rebuttals = [], []
    safe = [v for v in VARIABLES if all(v in _bound(draft, n) for n in range(len(draft.branches)))]
    claims = draw(st.lists(statements((*safe * 3, *constants)), min_size=1, max_size=2))
    return rule(name, if_=grounds, unless=rebuttals, then=claims)


def _bound(draft: Rule, branch: int) -> set[str]:
    return {v for ground in draft.branches[branch].grounds for v in ground.variables}


@st.composite
def programs(draw: st.DrawFn) -> tuple[RuleBase, list[Statement]]:
    """Draw a rule base without facts, and ground statements to post: some are made to fit rules."""
    constants = draw(st.lists(st.sampled_from(CONSTANTS), min_size=1, max_size=3, unique=True))
    count = draw(st.integers(2, 5))
    base = rulebase(rules=[draw(rules(f"r{number}", constants)) for number in range(count)])
    posted = draw(st.lists(statements(constants), max_size=8))
    constant = st.sampled_from(constants)
    branches = [branch for rule in base.rules for branch in rule.branches]
    for branch in draw(st.lists(st.sampled_from(branches), min_size=2, max_size=4)):
        values = {variable: draw(constant) for variable in VARIABLES}
        posted += [ground.bind(values) for ground in branch.grounds]
    return base, list(dict.fromkeys(posted))
