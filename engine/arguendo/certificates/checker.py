"""Whether a certificate proves its claims, by the rules alone: neither matcher nor valuation.

Rules are stratified, so their model is unique (Apt, Blair and Walker, 1988): whatever holds has
support of lower rank, and nothing that the rules give is missing or holds less surely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from arguendo.certificates.certificate import Applied, Certificate, Claim, Holding
from arguendo.comparisons import settle
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Bindings, Statement


def flaws(rulebase: RuleBase, certificate: Certificate) -> Iterator[str]:
    """Go through what is wrong with a certificate; one without flaws proves its claims."""
    if rulebase.digest != certificate.digest:
        yield "it was made for another rule base"
        return
    check = _Check(rulebase, certificate)
    if len(check.held) < len(certificate.holdings):
        yield "a statement stands in it twice"
    clashes = (both for both in combinations(check.true, 2) if rulebase.are_contrary(*both))
    yield from (f"{one} and {other} are contrary, and both assumed" for one, other in clashes)
    yield from (f"{s} follows, and does not hold so surely" for s in check.missing())
    yield from (f"{h.statement} does not hold so" for h in check.held.values() if not check.has(h))
    yield from (f"{c.statement} is not as claimed" for c in certificate.claims if not check.so(c))


class _Applies(NamedTuple):
    rule: Rule
    claims: list[Statement]
    degree: int
    rank: int


class _Check:
    def __init__(self, rulebase: RuleBase, certificate: Certificate) -> None:
        self.rulebase, self.assumed = rulebase, certificate.assumptions
        self.held = {holding.statement: holding for holding in certificate.holdings}
        self.at: dict[tuple[object, ...], list[Statement]] = {}
        for statement in self.held:
            for place in ((), *enumerate(statement.arguments)):
                self.at.setdefault((statement.predicate, *place), []).append(statement)
        self.true = [statement for statement, degree in self.assumed.items() if degree]
        facts = {fact.statement: fact.degree for fact in rulebase.facts_as_of(certificate.as_of)}
        displaced = {s for s in facts if any(rulebase.are_contrary(each, s) for each in self.true)}
        self.given = {s: facts[s] for s in facts if s not in displaced} | dict(self.assumed)
        self.applying = {by: found for rule in rulebase.rules for by, found in self.matches(rule)}
        self.winning: dict[str, set[Statement]] = {}
        for applies in self.applying.values():
            for victim in applies.rule.overrides:
                self.winning.setdefault(victim, set()).update(applies.claims)

    def has(self, holding: Holding) -> bool:
        claim, by = holding.statement, holding.by
        if by is None:
            return (holding.degree, holding.rank) == (self.given.get(claim), 0) != (0, 0)
        found = self.applying.get(by)
        if found is None or claim in self.assumed or self.overridden(found.rule, claim):
            return False
        return claim in found.claims and (holding.degree, holding.rank) == found[2:]

    def missing(self) -> Iterator[Statement]:
        yield from (s for s, degree in self.given.items() if self.degree(s) < degree)
        for rule, claims, degree, _ in self.applying.values():
            free = (s for s in claims if self.degree(s) < degree and s not in self.assumed)
            yield from (s for s in free if not self.overridden(rule, s))

    def so(self, claim: Claim) -> bool:
        rivals = self.rulebase.contrary_patterns(claim.statement)
        opposed = any(r.bind(b) != claim.statement for r in rivals for b in self.ways([r], {}))
        status = "contested" if opposed else "holds"
        if claim.statement not in self.held:
            denied = opposed or self.assumed.get(claim.statement) == 0
            status = "does not hold" if denied else "not established"
        return (claim.status, claim.degree) == (status, self.degree(claim.statement))

    def degree(self, statement: Statement) -> int:
        return self.held[statement].degree if statement in self.held else 0

    def matches(self, rule: Rule) -> Iterator[tuple[Applied, _Applies]]:
        for branch in rule.branches:
            for bindings in self.ways(branch.grounds, {}):
                bound = self.rulebase.settle(rule, branch, bindings)
                if bound is not None and not self.blocked(branch, bound):
                    grounds = [self.held[ground.bind(bound)] for ground in branch.grounds]
                    degree = min([rule.qualifier, *(ground.degree for ground in grounds)])
                    rank = 1 + max((ground.rank for ground in grounds), default=0)
                    by = Applied(rule.id, branch.number, tuple(sorted(bound.items())))
                    yield by, _Applies(rule, [c.bind(bound) for c in rule.claims], degree, rank)

    def blocked(self, branch: Branch, bindings: Bindings) -> bool:
        bound = [(each.literals, settle(each.comparisons, bindings)) for each in branch.blockers]
        return any(
            all(any(True for _ in self.ways([x.statement], b)) == x.positive for x in literals)
            for literals, b in bound
            if b is not None
        )

    def overridden(self, rule: Rule, claim: Statement) -> bool:
        winning = self.winning.get(rule.id, ())
        return any(other == claim or self.rulebase.are_contrary(other, claim) for other in winning)

    def ways(self, grounds: Sequence[Statement], bindings: Bindings) -> Iterator[Bindings]:
        if not grounds:
            yield bindings
            return
        ground = grounds[0].bind(bindings)
        places = [(ground.predicate, *p) for p in enumerate(ground.arguments) if p[1][0] != "?"]
        found = (self.at.get(key, []) for key in [(ground.predicate,), *places])
        for statement in min(found, key=len):
            extended = grounds[0].match(statement, bindings)
            if extended is not None:
                yield from self.ways(grounds[1:], extended)
