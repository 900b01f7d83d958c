from __future__ import annotations

import pytest

from arguendo.problems import (
    LONGEST_LINE,
    Problem,
    Problems,
    Severity,
    clipped,
    closest,
    only_near,
    render,
)
from arguendo.span import Span


def test_the_same_problem_is_told_once() -> None:
    problems = Problems()
    for _ in range(2):
        problems.error("code", "wrong", Span("a.yaml", 1, 1, 1, 2))
    assert len(problems) == 1


def test_what_quotes_something_endless_is_cut_in_the_middle() -> None:
    problems = Problems()
    problems.error("bad-id", f"“{'x' * 10_000}” cannot be an id", hint=f"short\n{'y' * 10_000}")
    (problem,) = problems
    assert len(problem.message) < LONGEST_LINE
    assert problem.message.endswith("x” cannot be an id")
    assert [len(line) < LONGEST_LINE for line in problem.hint.splitlines()] == [True, True]


def test_what_is_short_enough_stays_as_it_is() -> None:
    assert clipped("x" * LONGEST_LINE) == "x" * LONGEST_LINE


def test_an_excerpt_shows_no_control_characters() -> None:
    problems = Problems()
    problems.error("code", "wrong \x1b[31m", Span("a.yaml", 1, 1, 1, 4), "a\x9bb")
    (problem,) = problems
    shown = render(problem, {"a.yaml": "a\x1b[2J\u202eb\tc"})
    assert all(line.isprintable() for line in shown.splitlines())


def test_color_goes_around_the_severity_and_changes_no_word() -> None:
    problem = Problem("code", "wrong \x1b[1m", severity=Severity.NOTE)
    colored = render(problem, colored=True)
    assert colored.startswith("\x1b[36mnote\x1b[0m: ")
    assert colored.replace("\x1b[36m", "").replace("\x1b[0m", "") == render(problem)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("becuase", "because"), ("likly", "likely"), ("very likly", "very likely"), ("xyz", "")],
)
def test_only_a_word_that_stands_out_is_near(word: str, expected: str) -> None:
    assert only_near(word, ["because", "very likely", "likely"]) == expected


def test_of_two_near_words_none_is_sure() -> None:
    assert only_near("cat", ["car", "cap"]) == ""


@pytest.mark.parametrize(
    ("word", "choices", "near"),
    [
        ("ill", ["hilltop", "layla"], ""),
        ("hill", ["hilltop", "layla"], "hilltop"),
        ("hilltpo", ["hilltop", "layla"], "hilltop"),
        ("korea", ["north_korea"], "north_korea"),
    ],
)
def test_no_far_name_is_taken_for_a_mistyped_one(word: str, choices: list[str], near: str) -> None:
    assert closest(word, choices) == near
