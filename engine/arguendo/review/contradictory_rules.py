"""Two rules that conclude contraries from the same grounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import place, said, warning
from arguendo.review.possible import Contraries
from arguendo.review.subsumption import (
    Candidates,
    Frozen,
    bind,
    conditions_of,
    fittings,
    freeze,
    weaker,
)
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Statement


@dataclass(frozen=True)
class _Clash:
    rule: Rule
    """Applies whenever the other does."""
    claim: Statement
    other: Rule
    contrary: Statement

    @property
    def pair(self) -> frozenset[str]:
        """Both, in whatever order they are found."""
        return frozenset((self.rule.id, self.other.id))


def check(case: Case) -> Iterator[Problem]:
    """Report each rule once, unless a rebuttal or an override decides between it and the other."""
    rulebase = case.rulebase
    contraries, candidates = Contraries(rulebase), Candidates(rulebase)
    reported: set[frozenset[str]] = set()
    # From the last, so that of two with the same grounds the later is told.
    for other in reversed(rulebase.rules) if rulebase.excluding else ():
        clashes = _clashes(contraries, candidates, other)
        clash = next((each for each in clashes if each.pair not in reported), None)
        if clash:
            reported.add(clash.pair)
            yield _problem(rulebase, clash)


def _problem(rulebase: RuleBase, clash: _Clash) -> Problem:
    claims = f"{said(rulebase, clash.contrary)} is contrary to {said(rulebase, clash.claim)}"
    if clash.rule is clash.other:
        message = f"“{clash.rule.id}” concludes both of what is declared contrary: {claims}"
        hint = "leave one of the two to another rule, with grounds of its own"
    else:
        also = f"wherever “{clash.other.id}” applies, {place(clash.rule)} applies as well"
        message = f"{also}, and {claims}"
        hint = (
            f"let one override the other (overrides: {clash.rule.id}), or say under “unless” when "
            "which of them fails"
        )
    return warning("contradictory-rules", message, clash.other.span, hint)


def _clashes(contraries: Contraries, candidates: Candidates, other: Rule) -> Iterator[_Clash]:
    for branch in other.branches:
        for contrary in other.claims:
            frozen = freeze(branch, contrary)
            for pattern in contraries.of(frozen.claim):
                for rule in candidates.within(branch, pattern.predicate):
                    claim = _claim(rule, frozen, pattern)
                    if claim and not _decided(rule, other):
                        yield _Clash(rule, claim, other, contrary)


def _decided(one: Rule, other: Rule) -> bool:
    return one.id in other.overrides or other.id in one.overrides


def _claim(rule: Rule, frozen: Frozen, pattern: Statement) -> Statement | None:
    """Return the claim that fits a pattern and follows whenever the frozen branch applies."""
    claims = [claim for claim in rule.claims if claim.predicate == pattern.predicate]
    for branch in rule.branches if claims else ():
        for bound in fittings(conditions_of(branch), frozen.conditions, {}):
            for claim in claims:
                concluded = claim.bind(bound)
                contrary = concluded != frozen.claim and pattern.match(concluded) is not None
                if contrary and _alike(branch, bound, frozen):
                    return claim
    return None


def _alike(branch: Branch, bound: dict[str, str], frozen: Frozen) -> bool:
    """Tell whether both are blocked by the same things, so that neither stands down for the other.

    A rebuttal that only one of the two has may be what decides between them.
    """
    blockers = tuple(bind(each, bound) for each in branch.blockers)
    return all(weaker(each, frozen.blockers) for each in blockers) and all(
        weaker(each, blockers) for each in frozen.blockers
    )
