from __future__ import annotations

import pytest

from arguendo.export.workflow import command
from arguendo.problems import Problem, Severity
from arguendo.span import Span


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            Problem("unknown-key", "no key", Span("rules/a.yaml", 2, 3, 2, 9), "one\ntwo"),
            "::error file=b/rules/a.yaml,line=2,endLine=2,col=3,endColumn=9,title=unknown-key"
            "::no key%0Aone%0Atwo",
        ),
        (
            Problem("odd", "50% :: a,b", Span("k/a,b:c%.yaml", 2, 3, 4, 1), "", Severity.WARNING),
            "::warning file=b/k/a%2Cb%3Ac%25.yaml,line=2,endLine=4,col=3,title=odd::50%25 :: a,b",
        ),
        (
            Problem("odd", "a\r\nb", severity=Severity.NOTE),
            "::notice title=odd::a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b",
        ),
    ],
)
def test_a_problem_is_one_line_with_what_would_end_it_escaped(
    problem: Problem, expected: str
) -> None:
    assert command(problem, "b") == expected


def test_without_a_folder_files_are_as_they_are() -> None:
    assert command(Problem("a", "b", Span("c", 1, 1, 1, 1))).startswith("::error file=c,line=1,")
