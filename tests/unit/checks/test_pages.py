"""Each check fires on the bad example of its page, and only it; on the good one it is silent.

A page whose example cannot be written in YAML has none in a ```yaml fence, and stands here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.checks.pages import Page, codes, page
from arguendo.problems import Severity
from tests.pages import problems_with

UNSHOWN = {
    "no-rule-base": "it is about a folder without files",
    "not-utf-8": "it is about bytes that are no text",
    "too-long": "it would be too long for a page",
    "too-many-files": "it is about thousands of files",
    "unread-file": "it is about files that are not there, or no text",
}
"""Codes to the reason why their pages show no YAML."""

GRAVITY = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def known(code: str) -> Page:
    found = page(code)
    assert found is not None
    return found


def test_the_rule_base_that_examples_are_added_to_is_sound(tmp_path: Path) -> None:
    assert problems_with({}, tmp_path) == []


@pytest.mark.parametrize("code", codes())
def test_the_bad_example_has_this_problem_and_no_other_as_grave(code: str, tmp_path: Path) -> None:
    about = known(code)
    examples = about.examples("Bad")
    assert bool(examples) is (code not in UNSHOWN)
    for number, files in enumerate(examples):
        found = problems_with(files, tmp_path / str(number))
        grave = GRAVITY[GRAVITY.index(about.severity) :]
        assert {each.code for each in found if each.severity in grave} == {code}
        assert {each.severity for each in found if each.code == code} == {about.severity}


@pytest.mark.parametrize("code", codes())
def test_the_good_example_is_free_of_it(code: str, tmp_path: Path) -> None:
    examples = known(code).examples("Good")
    assert bool(examples) is (code not in UNSHOWN)
    for number, files in enumerate(examples):
        found = problems_with(files, tmp_path / str(number))
        assert [each for each in found if each.severity is Severity.ERROR] == []
        assert code not in {each.code for each in found}
