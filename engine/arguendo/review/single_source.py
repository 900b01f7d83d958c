"""A rule base whose whole support is one source."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import note

_FEW = 9
"""Rules and facts that nobody expects to have more sources than one."""


def check(case: Case) -> Iterator[Problem]:
    """Report the source that all rules and facts are drawn from, if there are a few of them."""
    rulebase = case.rulebase
    of_mark = {
        mark: source for source in rulebase.sources for mark in (source.id, *source.paragraphs)
    }
    cited = [*(rule.source for rule in rulebase.rules), *(fact.source for fact in rulebase.facts)]
    cited = [marks for marks in cited if marks]
    found = {
        of_mark[mark].id: of_mark[mark] for marks in cited for mark in marks if mark in of_mark
    }
    if len(cited) > _FEW and len(found) == 1:
        (source,) = found.values()
        yield note(
            "single-source",
            f"everything rests on one source, “{source.title}”",
            source.span,
            "name a second source that bears some of it out, or say that one is meant",
        )
