"""Which findings a comment silences, and what is said of comments that silence nothing."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.problems import Edit, Problem, Severity
from arguendo.review.mending import edited
from arguendo.review.silencing import silence
from arguendo.span import Span

CODE = "unknown-code"
"""Any code that may be silenced will do."""

FILE = "rules/a.yaml"

TEXT = """\
# head
rule base:
  name: club
  about: |
    # not a comment
    text
entities:
  ann: {name: Ann}
  bob:
    name: Bob
rules:
  # above one
  - id: one  # behind one
    # inside one
    if:
      - "a # quoted"
    # below one

  - id: two
    because: a#b
  # lost

  -
    id: three
"""


MARKS = ("rule base", "ann", "bob", "id: one", '"a', "id: two", "id: three")


def at(mark: str, text: str = TEXT, severity: Severity = Severity.WARNING) -> Problem:
    """A finding that begins where a mark stands."""
    lines = text.splitlines()
    line = next(number for number, each in enumerate(lines, 1) if mark in each)
    column = lines[line - 1].index(mark) + 1
    return Problem(CODE, mark, Span(FILE, line, column, line, column + 1), severity=severity)


def silenced(comment: str, text: str = TEXT) -> list[str]:
    """What a comment silences, put in place of one that is there."""
    silences = text.replace(f"# {comment}", f"# silence {CODE}: because")
    assert silences != text
    _, found, _ = silence({FILE: silences}, [at(mark, silences) for mark in MARKS])
    assert {each.reason for each in found} <= {"because"}
    return [each.problem.message for each in found]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("head", list(MARKS)),
        ("above one", ["id: one", '"a']),
        ("behind one", ["id: one", '"a']),
        ("inside one", ["id: one", '"a']),
        ("below one", ["id: one", '"a']),
        ("not a comment", []),
        ("quoted", []),
        ("lost", []),
    ],
)
def test_a_comment_speaks_for_what_it_stands_in_or_above(comment: str, expected: list[str]) -> None:
    assert silenced(comment) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("rules:", ["id: one", '"a', "id: two", "id: three"]),
        ("entities:", ["ann", "bob"]),
        ("  ann: {name: Ann}", ["ann"]),
        ("    name: Bob", ["bob"]),
        ("  name: club", ["rule base"]),
        ("  - id: two", ["id: two"]),
        ("  -\n", ["id: three"]),
    ],
)
def test_it_speaks_for_the_line_below(line: str, expected: list[str]) -> None:
    indent = line[: len(line) - len(line.lstrip())]
    assert (
        silenced("here", TEXT.replace(line, f"{indent}# here\n{indent}# more\n{line}", 1))
        == expected
    )


def test_an_item_without_indentation_is_one_too() -> None:
    text = f"facts:\n- say: a\n# silence {CODE}: why\n- say: b\n"
    problems = [
        Problem(CODE, str(n), Span(FILE, n, 3, n, 4), severity=Severity.NOTE) for n in (2, 4)
    ]
    kept, found, _ = silence({FILE: text}, problems)
    assert ([each.message for each in kept], len(found)) == (["2"], 1)


def test_errors_are_kept_and_so_is_what_has_no_place() -> None:
    problems = [at("id: one", severity=Severity.ERROR), Problem(CODE, "", severity=Severity.NOTE)]
    kept, found, _ = silence({FILE: f"# silence {CODE}: all\n{TEXT}"}, problems)
    assert (kept, found) == (problems, [])


def about(comment: str, *problems: Problem, ran: bool = True) -> list[tuple[str, str]]:
    """What is said of a comment at the head of the file."""
    _, _, found = silence({FILE: f"{comment}\n{TEXT}"}, problems, lambda code, file: ran)
    return [(each.code, each.message) for each in found]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        (f"# silence {CODE}: no longer there", "idle-silencing"),
        ("# silence unsafe-variable: errors stay", "idle-silencing"),
        ("# silence idle-silencing: nor this", "idle-silencing"),
        (f"# silence {CODE}", "silencing-without-reason"),
        (f"#silence {CODE}:", "silencing-without-reason"),
        (f"# silence {CODE} since the colon is missing", "silencing-without-reason"),
        ("# silence no-such-thing: why", "unknown-code"),
    ],
)
def test_a_comment_that_silences_nothing_is_a_finding(comment: str, code: str) -> None:
    (found,) = about(comment)
    assert found[0] == code


@pytest.mark.parametrize(
    "comment", ["# silence is golden", "# silences a: b", "# x # silence a: b"]
)
def test_other_comments_are_left_alone(comment: str) -> None:
    assert about(comment) == []


def test_what_was_not_looked_for_is_not_idle() -> None:
    assert about(f"# silence {CODE}: why", ran=False) == []


def test_findings_about_silencings_are_silenced_alike() -> None:
    comment = f"# silence idle-silencing: kept for later\n# silence {CODE}: gone"
    _, found, said = silence({FILE: f"{comment}\n{TEXT}"}, [])
    assert ([each.problem.code for each in found], said) == (["idle-silencing"], [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rules:\n  # silence {}: gone\n  - id: one\n", "rules:\n  - id: one\n"),
        ("rules:\n  - id: one  # silence {}: gone\n", "rules:\n  - id: one\n"),
        ("rules:\r\n  - id: one\r\n  # silence {}: gone", "rules:\r\n  - id: one\r\n"),
    ],
)
def test_an_idle_one_is_mended_by_deleting_it(before: str, after: str) -> None:
    text = before.format(CODE)
    _, _, (found,) = silence({FILE: text}, [])
    assert edited(text, found.fix) == after


def test_a_misspelt_code_is_mended() -> None:
    text = f"rules:\n  # silence {CODE[:-1]}: why\n  - id: one\n"
    _, _, (found,) = silence({FILE: text}, [])
    assert found.fix == (Edit(found.span, CODE),) if found.span else False
    assert edited(text, found.fix) == f"rules:\n  # silence {CODE}: why\n  - id: one\n"


@pytest.mark.evidence
def test_ten_thousand_of_ten_thousand_are_silenced_in_seconds() -> None:
    many = 10_000
    items = "".join(f"  # silence {CODE}: {n}\n  - id: r{n}\n" for n in range(many))
    spans = (Span(FILE, 3 + 2 * n, 5, 3 + 2 * n, 6) for n in range(many))
    problems = [Problem(CODE, "", span, severity=Severity.NOTE) for span in spans]
    started = perf_counter()
    kept, found, said = silence({FILE: f"rules:\n{items}"}, problems)
    assert perf_counter() - started < 10
    assert (kept, len(found), said) == ([], many, [])


PIECES = st.sampled_from(
    [
        f"# silence {CODE}: why",
        "#",
        "rules:",
        "- a",
        "-",
        "a: b",
        '"',
        "|",
        "[",
        "}",
        " ",
        "  ",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(1, 9), st.integers(1, 9))
def test_any_text_can_be_asked(text: str, line: int, column: int) -> None:
    problem = Problem(CODE, "", Span(FILE, line, column, line, column), severity=Severity.NOTE)
    kept, found, said = silence({FILE: text}, [problem])
    assert [*kept, *(each.problem for each in found)] == [problem]
    for each in said:
        edited(text, each.fix)
