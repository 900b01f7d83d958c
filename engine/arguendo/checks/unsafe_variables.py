"""Variables that nothing binds, so that what the rule says of them has no end.

This is Datalog's range restriction: Ullman, Principles of Database and Knowledge-Base Systems I
(1988), section 3.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.branches import parts_of
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Comparison, Literal, Rule
from arguendo.span import Span
from arguendo.statements import ANYTHING, is_variable


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each such variable once a rule."""
    for rule in rulebase.rules:
        reported: set[str] = set()
        for branch in rule.branches:
            bound = _bound(branch)
            for variable, where in _used(rule, branch):
                if variable not in bound and variable not in reported:
                    reported.add(variable)
                    yield _problem(rule, variable, where)


def _bound(branch: Branch) -> set[str]:
    found = {variable for ground in branch.grounds for variable in ground.variables} - {ANYTHING}
    waiting = [each for each in branch.comparisons if each.operator == "is"]
    grown = True
    while grown:
        before = len(found)
        for each in waiting:
            if not is_variable(each.right) or each.right in found:
                found.add(each.left)
            if not is_variable(each.left) or each.left in found:
                found.add(each.right)
        grown = len(found) > before
    return {term for term in found if is_variable(term) and term != ANYTHING}


def _used(rule: Rule, branch: Branch) -> Iterator[tuple[str, str]]:
    """List the variables that must be bound, each with the part of the rule it stands in."""
    for claim in rule.claims:
        yield from ((variable, "then") for variable in claim.variables)
    for comparison in branch.comparisons:
        yield from ((term, "a comparison") for term in _sides(comparison))
    for blocker in branch.blockers:
        where = "not" if blocker.absence else "unless"
        for literal in blocker.literals:
            yield from (
                (variable, where)
                for variable in literal.statement.variables
                if variable != ANYTHING
            )
        for comparison in blocker.comparisons:
            yield from ((term, where) for term in _sides(comparison))


def _sides(comparison: Comparison) -> Iterator[str]:
    return (term for term in (comparison.left, comparison.right) if is_variable(term))


def _problem(rule: Rule, variable: str, where: str) -> Problem:
    if variable == ANYTHING:
        place = "a comparison" if where == "a comparison" else f"“{where}”"
        message = f"{place} needs something definite, and {ANYTHING} means anything at all"
        hint = "give it a name, such as ?x, here and in a sentence under “if”"
        return Problem("unsafe-variable", message, _place(rule, variable, where), hint)
    some = "an alternative of " if len(rule.branches) > 1 else ""
    message = f"nothing under {some}“if” says what {variable} is, and it stands in “{where}”"
    message = message.replace("“a comparison”", "a comparison")
    hint = f"add a sentence with {variable} to “if”"
    if where in ("not", "unless"):
        hint += f"; write {ANYTHING} where anything at all will do"
    return Problem("unsafe-variable", message, _place(rule, variable, where), hint)


def _place(rule: Rule, variable: str, where: str) -> Span | None:
    """Find a sentence or comparison with the variable in a part; of `?_` one that may not."""
    claims = zip(rule.claims, rule.claim_spans, strict=False)
    claimed = [span for claim, span in claims if variable in claim.arguments]
    if where == "then" and claimed:
        return claimed[0]
    conditions = (rule.condition, *rule.rebuttals)
    for condition in reversed(conditions) if where == "unless" else conditions:
        for part in parts_of(condition):
            allowed = variable == ANYTHING and isinstance(part, Literal)
            if variable in _variables(part) and not allowed:
                return part.span
    return rule.span


def _variables(part: Literal | Comparison) -> tuple[str, ...]:
    if isinstance(part, Comparison):
        return (part.left, part.right)
    return part.statement.arguments
