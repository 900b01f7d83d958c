"""An entity's id that is an ordinary word of a statement's sentence."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning
from arguendo.vocabulary.lending import lent


def check(case: Case) -> Iterator[Problem]:
    """Report ids that are no name of their own, and stand as a word in a sentence."""
    for entity, predicate, text in lent(case.rulebase.vocabulary):
        yield warning(
            "id-in-a-sentence",
            f"the id {entity.id} of {entity.name} is a word of “{text}” ({predicate.id}) as well",
            entity.span,
            "give it an id that no sentence has, or list the word under its aliases",
        )
