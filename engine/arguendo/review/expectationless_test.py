"""A rule test that expects nothing, and so can never fail."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning


def check(case: Case) -> Iterator[Problem]:
    """Report each such test; a scenario may be there to be chosen only."""
    for test in case.rulebase.tests:
        if not test.expectations:
            yield warning(
                "expectationless-test",
                f"the test “{test.id}” expects nothing, so it can never fail",
                test.span,
                "say what must come out: expect: …",
            )
