"""`arguendo report` as a command; what it tells is tested with the reports."""

from __future__ import annotations

from pathlib import Path

from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command


def test_a_report_goes_into_a_file_in_the_form_of_its_name(
    arguendo: Command, checkout: Path, tmp_path: Path
) -> None:
    folder = checkout / "examples" / "animals"
    out = tmp_path / "cat.html"
    done = arguendo("report", "--rule-base", folder, "--scenario", "tiger_seen", "--out", out)
    assert done.status == Status.ANSWERED
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "data:image/svg+xml" in page
    assert "A striped cat" in page


def test_without_a_file_it_is_printed_as_markdown(arguendo: Command, checkout: Path) -> None:
    folder = checkout / "examples" / "animals"
    assumed = ("--assume", "the animal has hair")
    done = arguendo("report", "the animal is a mammal", "--rule-base", folder, *assumed)
    assert done.status == Status.ANSWERED
    assert done.out.index("## Bottom line") < done.out.index("almost certain")


def test_a_statement_that_is_not_clear_is_refused(arguendo: Command) -> None:
    assert arguendo("report", "gibberish").status == Status.UNANSWERED
