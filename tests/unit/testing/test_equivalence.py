"""Telling a mutant apart by a solver, against trying every assumption set there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.testing.equivalence import Pair
from arguendo.testing.mutants import Mutant, mutants
from tests.builders import rule, rulebase, statements
from tests.propositional import LAYERS, STATEMENTS, programs

TOPS = statements(*LAYERS[-1])


def pair_of(base: RuleBase, mutant: Mutant, leaves: list[Statement]) -> Pair:
    cases = [Case.of(each, editing=True) for each in (base, mutant.of(base))]
    for case in cases:
        case.grounding.admit(leaves)
    facts = {fact.statement: fact.degree for fact in base.facts}
    return Pair(cases[0].graph, cases[1].graph, {mutant.rule.id}, leaves, facts)


def assumption_sets(base: RuleBase, leaves: list[Statement]) -> Iterator[Mapping[Statement, bool]]:
    """Go through all assumption sets over the leaves that assume no two contraries."""
    for values in product((None, True, False), repeat=len(leaves)):
        made = {leaf: v for leaf, v in zip(leaves, values, strict=True) if v is not None}
        if not any(made.get(left) and made.get(right) for left, right in base.contraries):
            yield made


@st.composite
def trials(draw: st.DrawFn) -> tuple[RuleBase, Mutant, list[Statement]]:
    base = draw(programs())
    # One rule takes precedence where that makes no circle: both conclude what nothing rests on.
    tops = [] if _rests_on_tops(base) else [r.id for r in base.rules if r.claims[0] in TOPS]
    if len(tops) > 1:
        winner, loser = draw(st.permutations(tops))[:2]
        rules = (replace(r, overrides=(loser,)) if r.id == winner else r for r in base.rules)
        base = replace(base, rules=tuple(rules))
    found = list(mutants(base))
    kind = draw(st.sampled_from(list(dict.fromkeys(mutant.kind for mutant in found))))
    mutant = draw(st.sampled_from([mutant for mutant in found if mutant.kind is kind]))
    keys = draw(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=4, unique=True))
    return base, mutant, statements(*keys)


def _rests_on_tops(base: RuleBase) -> bool:
    return any(g in TOPS for r in base.rules for b in r.branches for g in b.grounds)


@given(trials())
@settings(deadline=None)
def test_the_fewest_assumptions_are_found_or_there_are_none(
    trial: tuple[RuleBase, Mutant, list[Statement]],
) -> None:
    base, mutant, leaves = trial
    pair = pair_of(base, mutant, leaves)
    telling = []
    for assumptions in assumption_sets(base, leaves):
        before, after = pair.values(assumptions)
        if before != after:
            telling.append(assumptions)
    found = pair.tell_apart()
    if found is None:
        assert telling == []
        return
    assert found.assumptions in telling
    assert len(found.assumptions) == min(map(len, telling))
    assert found.before != found.after


def test_a_difference_is_shown_by_what_the_changed_rule_claims() -> None:
    base = rulebase(
        questions=["p()"],
        rules=[rule("r", if_=["p()"], then="z()"), rule("after", if_=["z()"], then="a()")],
    )
    (dropped, *_) = mutants(base)
    found = pair_of(base, dropped, statements("p()")).tell_apart()
    assert found is not None
    assert (found.assumptions, found.statement.key) == ({}, "z()")
    assert (found.before, found.after) == (0, 5)


def test_a_mutant_that_matches_more_is_compared_with_what_it_matches() -> None:
    base = rulebase(facts=["p(a)", "q(b)"], rules=[rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")])
    mutant = next(each for each in mutants(base) if each.part)
    found = pair_of(base, mutant, []).tell_apart()
    assert found is not None
    assert found.statement.key in ("s(a)", "s(b)")
