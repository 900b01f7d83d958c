"""From which number on, or up to which, a rule applies: its comparisons with numbers of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from arguendo.branches import OPPOSITE
from arguendo.case import Case
from arguendo.comparisons import TURNED, is_order
from arguendo.explanation.why import Proof
from arguendo.rules import Comparison, Rule
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of


@dataclass(frozen=True)
class Threshold:
    """A number that another one must keep for a rule to apply."""

    rule: Rule
    ground: Statement
    """What has that other number, as the rule puts it."""
    place: int
    relation: str
    """How it must compare: `is at least`."""
    bound: Term

    @property
    def claims(self) -> tuple[Statement, ...]:
        """What the rule concludes."""
        return self.rule.claims


def thresholds(case: Case) -> list[Threshold]:
    """List the thresholds of all rules, each once; what blocks a rule is turned around.

    What a rule has from a fact about nobody counts as its own: `the limit is 15000`.
    """
    rules = case.rulebase.rules
    own = (each for rule in rules for each in _of(rule))
    return list(dict.fromkeys((*own, *(each for rule in rules for each in _by_facts(case, rule)))))


def kept(proof: Proof) -> dict[Threshold, Statement]:
    """Return the thresholds that an argument keeps, in the order of its steps, each by what."""
    found: dict[Threshold, Statement] = {}
    for step in proof.steps[: proof.main]:
        if step.rule is None or step.branch is None:
            continue
        branch, bound = step.rule.branches[step.branch], dict(step.bindings)
        for each in branch.comparisons:
            for told in _told(step.rule, branch.grounds, each, each.operator):
                found.setdefault(told, told.ground.bind(bound))
    return found


def _by_facts(case: Case, rule: Rule) -> Iterator[Threshold]:
    """Go through the thresholds of a rule that only a fact about nobody tells."""
    for branch in rule.branches:
        told = {
            term: bound
            for ground in branch.grounds
            if len(ground.arguments) == 1 and is_variable(term := ground.arguments[0])
            if (bound := _only(case, ground)) is not None
        }
        for each in branch.comparisons:
            known = [replace(each, left=told[each.left])] if each.left in told else []
            known += [replace(each, right=told[each.right])] if each.right in told else []
            for one_sided in known:
                yield from _told(rule, branch.grounds, one_sided, each.operator)


def _only(case: Case, ground: Statement) -> Term | None:
    """Return the one number that such a statement has."""
    held = [s for s in case.graph.statements if ground.match(s) is not None and case.holds(s)]
    return held[0].arguments[0] if len(held) == 1 else None


def _of(rule: Rule) -> Iterator[Threshold]:
    for branch in rule.branches:
        for each in branch.comparisons:
            yield from _told(rule, branch.grounds, each, each.operator)
        for blocker in branch.blockers:
            literals = tuple(literal.statement for literal in blocker.literals)
            for each in blocker.comparisons:
                yield from _told(rule, (*literals, *branch.grounds), each, OPPOSITE[each.operator])


def _told(
    rule: Rule, grounds: tuple[Statement, ...], each: Comparison, relation: str
) -> Iterator[Threshold]:
    own, bound = each.left, each.right
    if is_variable(bound):
        own, bound, relation = bound, own, TURNED[relation]
    if not is_variable(own) or sort_of(bound) is not Sort.NUMBER or not is_order(relation):
        return
    for ground in grounds:
        if own in ground.arguments:
            yield Threshold(rule, ground, ground.arguments.index(own), relation, bound)
            return
