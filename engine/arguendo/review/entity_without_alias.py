"""An entity with a long name that people will shorten, and no other name."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import note
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.vocabulary.words import split

_SHORT = 1
"""Words of a name, articles and numbers apart, that nobody shortens."""


def check(case: Case) -> Iterator[Problem]:
    """Report entities that facts, questions or rules speak of; those with short names apart."""
    rulebase = case.rulebase
    spoken_of = {term for statement in _statements(rulebase) for term in statement.arguments}
    for entity in rulebase.vocabulary.entities.values():
        words = [word for word in split(entity.name).words if not word.isdigit()]
        if entity.id in spoken_of and not entity.aliases and len(words) > _SHORT:
            yield note(
                "entity-without-alias",
                f"{entity.name} has no alias, and people may use a shorter or another name",
                entity.span,
                "list what it is also called: aliases: […]",
            )


def _statements(rulebase: RuleBase) -> Iterator[Statement]:
    yield from (fact.statement for fact in rulebase.facts)
    yield from (question.statement for question in rulebase.questions)
    for rule in rulebase.rules:
        yield from rule.claims
        yield from (ground for branch in rule.branches for ground in branch.grounds)
