"""Variables that must be two kinds of thing at once, so that the rule can never apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from arguendo.checks.patterns import impossible_variable
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Comparison, Rule
from arguendo.statements import Sort, Statement, Term, sort_of
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.kinds import kinds_at

_ORDERED = frozenset({"number", "date"})


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each such variable, and comparisons of what has no order, once a rule."""
    for rule in rulebase.rules:
        found = (_problem(rulebase.vocabulary, rule, branch) for branch in rule.branches)
        problem = next(filter(None, found), None)
        if problem:
            yield problem


def _problem(vocabulary: Vocabulary, rule: Rule, branch: Branch) -> Problem | None:
    blocked = (each.statement for blocker in branch.blockers for each in blocker.literals)
    statements = (*branch.grounds, *blocked, *rule.claims)
    variable = impossible_variable(vocabulary, statements)
    if variable:
        kinds = "; ".join(_kinds_of(vocabulary, variable, statements))
        message = f"nothing can be {variable} throughout this rule: it is {kinds}"
        hint = "use another variable in one of the places"
        return Problem("impossible-variable", message, rule.span, hint)
    found = (_misfit(vocabulary, each, branch.grounds) for each in branch.comparisons)
    return next(filter(None, found), None)


def _kinds_of(
    vocabulary: Vocabulary, variable: str, statements: Iterable[Statement]
) -> Iterator[str]:
    """Say of each statement what the variable is in it."""
    for statement in statements:
        for term, kinds in kinds_at(vocabulary, statement):
            if term == variable and kinds:
                yield f"{' or '.join(sorted(kinds))} in {statement.predicate}"


def _misfit(
    vocabulary: Vocabulary, comparison: Comparison, grounds: Iterable[Statement]
) -> Problem | None:
    """Report a comparison by size or time of what has neither, or of a number with a date."""
    if comparison.operator in ("is", "is not"):
        return None
    known = {term: kinds for each in grounds for term, kinds in kinds_at(vocabulary, each) if kinds}
    left, right = (_orders(term, known) for term in (comparison.left, comparison.right))
    if left & right:
        return None
    # The operator stays unnamed: under “not” it is no longer the one that was written.
    message = f"{comparison.left} and {comparison.right} are not two numbers or two dates"
    hint = "only those can be put in order; “is” and “is not” take anything"
    return Problem("idle-comparison", message, comparison.span, hint)


def _orders(term: Term, known: Mapping[Term, frozenset[str]]) -> frozenset[str]:
    """Return in what ways a term may be ordered."""
    if sort_of(term) is not Sort.VARIABLE:
        return _ORDERED & {sort_of(term).value}
    return _ORDERED & known.get(term, _ORDERED)
