"""An entity that no statement names and of which nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import note
from arguendo.review.mentions import statements, terms


def check(case: Case) -> Iterator[Problem]:
    """Report such entities; one that is described may be there to be asked about."""
    entities = case.rulebase.vocabulary.entities.values()
    named = set(terms(case.rulebase))
    named |= {term for statement in statements(case.rulebase) for term in statement.arguments}
    named |= {member for entity in entities for member in entity.members}
    for entity in entities if case.rulebase.rules else ():
        if entity.id not in named and not entity.about and not entity.members:
            yield note(
                "unused-entity",
                f"no fact, question, rule, scenario or test speaks of {entity.name}",
                entity.span,
                "use it, say under “about” what a reader would want to know of it, or leave it out",
            )
