"""A paragraph of a source that nothing in the rule base is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from arguendo.case import Case
from arguendo.facts import Source
from arguendo.problems import Problem
from arguendo.review.findings import note
from arguendo.rulebase import RuleBase


def check(case: Case) -> Iterator[Problem]:
    """Report each such paragraph, unless its source is cited as a whole."""
    cited = set(_cited(case.rulebase))
    for source in case.rulebase.sources:
        if source.id not in cited:
            yield from _uncited(source, cited)


def _cited(rulebase: RuleBase) -> Iterator[str]:
    yield from chain(*(rule.source for rule in rulebase.rules))
    yield from chain(*(fact.source for fact in rulebase.facts))
    yield from chain(*(question.source for question in rulebase.questions))
    yield from chain(*(entity.source for entity in rulebase.vocabulary.entities.values()))


def _uncited(source: Source, cited: set[str]) -> Iterator[Problem]:
    for mark, text in source.paragraphs.items():
        if mark not in cited:
            yield note(
                "uncited-paragraph",
                f"no rule, fact, question or entity is drawn from {mark} of “{source.id}”: {text}",
                source.span,
                "say in a rule or a fact what it argues, or leave the paragraph out",
            )
