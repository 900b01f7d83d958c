"""A paragraph of a source that nothing in the rule base is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import note, some
from arguendo.rulebase import RuleBase


def check(case: Case) -> Iterator[Problem]:
    """Report such paragraphs of each source, unless it is cited as a whole."""
    cited = set(_cited(case.rulebase))
    for source in case.rulebase.sources if case.rulebase.rules else ():
        marks = [mark for mark in source.paragraphs if mark not in cited]
        if marks and source.id not in cited:
            yield note(
                "uncited-paragraph",
                f"nothing is drawn from {some(marks)} of “{source.title}”",
                source.span,
                "say in a rule or a fact what is argued there, or leave it out",
            )


def _cited(rulebase: RuleBase) -> Iterator[str]:
    yield from chain(*(rule.source for rule in rulebase.rules))
    yield from chain(*(fact.source for fact in rulebase.facts))
    yield from chain(*(question.source for question in rulebase.questions))
    yield from chain(*(entity.source for entity in rulebase.vocabulary.entities.values()))
