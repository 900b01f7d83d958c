"""A rule base as a CLIPS program: rules with their rebuttals, lower strata first, and facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Statement

_RELATIONS = {"is at least": ">=", "is more than": ">", "is at most": "<=", "is less than": "<"}


def write(rulebase: RuleBase, folder: Path) -> None:
    """Write `rules.clp` and `facts.clp`."""
    rules = (
        text
        for number, rule in enumerate(rulebase.rules)
        for branch in rule.branches
        for text in _rule(rulebase, f"r{number}-{branch.number}", rule, branch)
    )
    facts = (_pattern(fact.statement) for fact in rulebase.facts)
    (folder / "rules.clp").write_text("\n".join(rules) + "\n", encoding="utf-8")
    (folder / "facts.clp").write_text("\n".join(facts) + "\n", encoding="utf-8")


def _rule(rulebase: RuleBase, name: str, rule: Rule, branch: Branch) -> Iterator[str]:
    level = rulebase.strata[rule.claims[0].predicate]
    parts = [_pattern(ground) for ground in branch.grounds]
    for blocker in branch.blockers:
        assert not blocker.comparisons
        (literal,) = blocker.literals
        parts.append(f"(not {_pattern(literal.statement)})")
    parts += [
        f"(test ({_RELATIONS[each.operator]} {each.left} {each.right}))"
        for each in branch.comparisons
    ]
    claims = " ".join(f"(assert {_pattern(claim)})" for claim in rule.claims)
    yield f"(defrule {name} (declare (salience -{level})) {' '.join(parts)} => {claims})"


def _pattern(statement: Statement) -> str:
    return f"({' '.join((statement.predicate, *statement.arguments))})"
