from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from arguendo import review
from arguendo.case import Case
from arguendo.problems import Problem, Severity
from arguendo.review.examination import Report, Selection, examine
from arguendo.span import Span

HEAD = "rule base:\n  name: weather\nstatements:\n  rains: {says: it rains}\n"
RULES = "rules:\n  - id: r\n    then: it rains\n"

PLACED, UNPLACED = "unknown-code", "silencing-without-reason"
"""Two codes that may be silenced, here of checks that always find something."""


def unknown_code(case: Case) -> Iterator[Problem]:
    """Stands for a check: finds each rule doubtful."""
    for rule in case.rulebase.rules:
        yield Problem(PLACED, rule.id, rule.span, severity=Severity.WARNING)


def silencing_without_reason(case: Case) -> Iterator[Problem]:
    """Stands for a check of the whole."""
    yield Problem(UNPLACED, case.rulebase.name, severity=Severity.NOTE)


@pytest.fixture(autouse=True)
def _checks(monkeypatch: pytest.MonkeyPatch) -> None:
    for check in (unknown_code, silencing_without_reason):
        monkeypatch.setattr(check, "__module__", f"checks.{check.__name__}")
    monkeypatch.setattr(review, "ALL", (unknown_code, silencing_without_reason))


def report(
    home: Path,
    *,
    head: str = HEAD,
    rules: str = RULES,
    settings: str = "",
    selection: Selection | None = None,
) -> Report:
    (home / "knowledge").mkdir(parents=True)
    (home / "rules").mkdir()
    (home / "knowledge" / "weather.yaml").write_text(head)
    (home / "rules" / "weather.yaml").write_text(rules)
    if settings:
        (home / "arguendo.yaml").write_text(settings)
    return examine(home, selection=selection)


def codes(found: Report) -> list[str]:
    return [problem.code for problem in found.problems]


def test_findings_come_in_order_and_those_without_a_place_get_one(tmp_path: Path) -> None:
    found = report(tmp_path)
    spans = [problem.span for problem in found.problems]
    assert spans == [
        Span("knowledge/weather.yaml", 1, 1, 1, 11),
        Span("rules/weather.yaml", 2, 5, 3, 19),
    ]
    assert codes(found) == [UNPLACED, PLACED]


def test_they_can_be_silenced_there(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        head=HEAD.replace("  name", f"  # silence {UNPLACED}: so be it\n  name"),
        rules=RULES.replace("  - id", f"  # silence {PLACED}: and this\n  - id"),
    )
    assert found.problems == ()
    assert [each.reason for each in found.silenced] == ["so be it", "and this"]


def test_a_rule_base_with_errors_is_not_reviewed(tmp_path: Path) -> None:
    found = report(tmp_path, rules=f"# silence {PLACED}: not looked for\n{RULES}    thn: x\n")
    assert (codes(found), found.rulebase) == (["unknown-key"], None)


def test_errors_in_the_settings_are_told_first(tmp_path: Path) -> None:
    found = report(tmp_path, settings="checkz: {}\n")
    assert codes(found) == ["unknown-key"]
    assert "checkz" in found.texts["arguendo.yaml"]


def test_settings_change_how_grave_findings_are_and_leave_some_out(tmp_path: Path) -> None:
    found = report(tmp_path, settings=f"checks: {{{PLACED}: error, {UNPLACED}: ignore}}\n")
    assert [(each.code, each.severity) for each in found.problems] == [(PLACED, Severity.ERROR)]
    assert found.rulebase


def test_what_the_settings_call_an_error_can_still_be_silenced(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        rules=f"# silence {PLACED}: meant\n{RULES}",
        settings=f"checks: {{{PLACED}: error}}\n",
    )
    assert (codes(found), len(found.silenced)) == ([UNPLACED], 1)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(only=frozenset({PLACED})), [PLACED]),
        (Selection(ignore=frozenset({PLACED})), [UNPLACED]),
    ],
)
def test_what_is_not_asked_for_is_neither_told_nor_missed(
    tmp_path: Path, selection: Selection, expected: list[str]
) -> None:
    head = f"# silence {PLACED}: elsewhere\n{HEAD}"
    settings = f"ignore files:\n  {PLACED}: ['knowledge/*']\n"
    assert codes(report(tmp_path, head=head, settings=settings, selection=selection)) == expected


def test_drafts_stand_for_files_and_for_the_settings(tmp_path: Path) -> None:
    report(tmp_path)
    drafts = {
        "rules/weather.yaml": "rules: []\n",
        "arguendo.yaml": f"checks: {{{UNPLACED}: ignore}}\n",
    }
    assert examine(tmp_path, drafts).problems == ()


def test_settings_behind_a_link_that_leads_out_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("checks: {}\n")
    home = tmp_path / "home"
    report(home)
    (home / "arguendo.yaml").symlink_to(tmp_path / "elsewhere")
    assert codes(examine(home)) == ["unread-file"]


def test_what_is_doubtful_in_an_included_rule_base_is_told_there(tmp_path: Path) -> None:
    common = RULES.replace("id: r", "id: common") + "statements:\n  pours: {says: it pours}\n"
    report(tmp_path / "common", head="entities: {}\n", rules=f"{IDLE}{common}")
    head = HEAD.replace("name: weather", "name: weather\n  include: ../common")
    found = report(tmp_path / "own", head=head)
    assert [problem.message for problem in found.problems] == ["weather", "r"]


IDLE = "# silence idle-silencing: nothing here is\n"
