from __future__ import annotations

from pathlib import Path

import pytest

from arguendo import review
from arguendo.case import Case
from arguendo.problems import Problem, Severity
from arguendo.span import Span
from arguendo_tui.findings import Findings, Shift, look_over
from arguendo_tui.presenters.findings import MOST, MOST_TOLD, finding_rows, shifted, verdict
from arguendo_tui.presenters.labels import paragraphs_text
from arguendo_tui.presenters.yaml_marks import Part, marks_of
from tests.builders import statement
from tests.tui.fair import KNOWLEDGE, RULES

NAME = "rules/town.yaml"


def found_in(case: Case, folder: Path, text: str, name: str = NAME) -> Findings:
    """Look over the small rule base with another text of one file."""
    return look_over(case, folder, {name: text})


def lines(found: Findings) -> list[str]:
    """Return the list as text."""
    return [f"{row.mark} {row.label.plain}" for row in finding_rows(found, NAME)]


def test_a_draft_tells_what_would_stand_otherwise(fair: Case, fair_folder: Path) -> None:
    found = found_in(
        fair, fair_folder, RULES.replace("qualifier: very likely", "qualifier: likely")
    )
    assert found.problems == ()
    assert found.shifts == (Shift("The fair has helpers", "very likely", "likely"),)
    assert found.matcher == "native"
    assert verdict(found).plain == "No problems. One conclusion would change in this case:"
    assert lines(found) == ["→ The fair has helpers: very likely → likely"]


def test_it_compares_under_what_is_assumed_now(fair: Case, fair_folder: Path) -> None:
    text = RULES.replace("    unless:\n      - it rains on the fair\n", "")
    assert found_in(fair, fair_folder, text).shifts == ()
    found = found_in(fair.assume(statement("rains(fair)")), fair_folder, text)
    assert [shift.says for shift in found.shifts] == ["The fair opens", "The fair pays for itself"]
    assert found.shifts[0].after == "likely"


def test_a_draft_that_says_the_same_changes_nothing(fair: Case, fair_folder: Path) -> None:
    found = found_in(fair, fair_folder, RULES.replace("One is enough.", "Any one will do."))
    assert verdict(found).plain == "No problems. No conclusion changes in this case."


def test_problems_are_listed_with_their_lines(fair: Case, fair_folder: Path) -> None:
    found = found_in(
        fair, fair_folder, RULES.replace("then: the fair opens", "than: the fair opens")
    )
    assert found.errors == len(found.problems) > 0
    assert found.matcher == ""
    assert verdict(found).plain.endswith(" mended, you see what would change.")
    (row, *_) = (row for row in finding_rows(found, NAME) if "than" in row.label.plain)
    assert (row.file, row.line) == (
        NAME,
        1 + RULES[: RULES.index("then: the fair opens")].count("\n"),
    )
    assert row.label.plain.startswith(f"line {row.line}: ")
    assert "“then”" in row.label.plain


def test_problems_elsewhere_come_after_those_here(fair: Case, fair_folder: Path) -> None:
    knowledge = KNOWLEDGE.replace("  bob: {name: Bob, kind: person}\n", "")
    found = look_over(fair, fair_folder, {"knowledge/town.yaml": knowledge, NAME: RULES + "x: 1\n"})
    files = [row.file for row in finding_rows(found, NAME)]
    assert files[0] == NAME
    assert set(files[1:]) == {"knowledge/town.yaml"}
    assert "knowledge/town.yaml, line " in lines(found)[-1]


def test_what_cannot_be_assumed_any_more_is_said(fair: Case, fair_folder: Path) -> None:
    knowledge = KNOWLEDGE.replace("  bob: {name: Bob, kind: person}\n", "").replace(
        "  - ask: Bob helps\n    by: bob\n", ""
    )
    case = fair.choose("storm").assume(statement("helps(bob)"))
    found = found_in(case, fair_folder, knowledge, "knowledge/town.yaml")
    assert found.lost == ("Bob helps",)
    assert "Bob helps" not in [shift.says for shift in found.shifts]
    assert "! No longer known, though assumed now: Bob helps." in lines(found)


def test_a_reviewer_may_warn(
    fair: Case, fair_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = Span("knowledge/town.yaml", 1, 1, 1, 2)
    hint = Problem("hint", "that is odd", span, severity=Severity.NOTE)
    doubt = Problem("doubt", "that is bold", span, severity=Severity.WARNING)
    monkeypatch.setattr(review, "ALL", (lambda case: iter([hint, doubt]),))
    found = found_in(fair, fair_folder, RULES)
    assert verdict(found).plain.startswith("No errors, one warning and one note.")
    place = "! knowledge/town.yaml, line 1:"
    assert lines(found) == [f"{place} That is bold", f"{place} That is odd"]


def test_the_conversation_tells_the_first_changes() -> None:
    many = [Shift(f"S{n}", "likely", "certain") for n in range(MOST_TOLD + 2)]
    told = paragraphs_text(shifted(many)).splitlines()
    assert told[:2] == ["Ten conclusions have changed:", "• S0: likely → certain"]
    assert told[-1] == "  … and 2 more"
    assert paragraphs_text(shifted(())) == "No conclusion has changed."


def test_an_endless_list_is_cut() -> None:
    found = Findings(shifts=tuple(Shift(f"S{n}", "likely", "certain") for n in range(MOST + 7)))
    assert lines(found)[-1] == "  … and 7 more changes"


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("  - id: pay # why", {"id:": Part.KEY, "# why": Part.COMMENT}),
        ("      - ?person helps ?_", {"?person": Part.VARIABLE, "?_": Part.VARIABLE}),
        ("    source: ¶1, ¶2", {"source:": Part.KEY, "¶1": Part.SOURCE, "¶2": Part.SOURCE}),
        ("- the fair has 2:1 odds", {}),
        ("", {}),
    ],
)
def test_what_stands_out_in_a_line(line: str, marked: dict[str, Part]) -> None:
    assert {line[start:end]: part for start, end, part in marks_of(line)} == marked
