"""What holds of every check in the review."""

from __future__ import annotations

from pathlib import Path

import pytest

from arguendo import review
from arguendo.checks.pages import page
from arguendo.review import ALL, Check
from tests.builders import rulebase
from tests.unit.review.claims import messages


def stem(check: Check) -> str:
    return check.__module__.rpartition(".")[2]


def test_every_check_is_entered_and_none_twice() -> None:
    files = Path(str(review.__file__)).parent.glob("*.py")
    written = {file.stem for file in files if "\ndef check(case" in file.read_text("utf-8")}
    assert sorted(map(stem, ALL)) == sorted(written)


@pytest.mark.parametrize("check", ALL, ids=stem)
def test_every_check_has_a_page(check: Check) -> None:
    assert page(stem(check).replace("_", "-")) is not None


@pytest.mark.parametrize("check", ALL, ids=stem)
def test_every_check_is_silent_on_an_empty_rule_base(check: Check) -> None:
    assert messages(check, rulebase()) == []
