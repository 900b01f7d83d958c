from __future__ import annotations

import pytest

from arguendo.problems import Problem, Problems, Severity, render
from arguendo.review.settings import FILE, Settings, read_settings

CODE = "idle-silencing"


def read(text: str) -> tuple[Settings, list[str]]:
    problems = Problems()
    settings = read_settings(text, problems)
    return settings, [render(problem, {FILE: text}) for problem in problems]


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_changes_nothing(text: str) -> None:
    settings, told = read(text)
    assert told == []
    assert settings.wants(CODE, "rules/a.yaml")
    assert settings.severity(Problem(CODE, "", severity=Severity.NOTE)) is Severity.NOTE


@pytest.mark.parametrize("severity", Severity)
def test_a_code_has_the_severity_that_is_set(severity: Severity) -> None:
    settings, told = read(f"checks:\n  {CODE}: {severity.value}\n")
    assert told == []
    assert settings.severity(Problem(CODE, "")) is severity


def test_a_code_is_ignored_everywhere_or_in_some_files() -> None:
    settings, _ = read(
        f"checks: {{{CODE}: ignore}}\nignore files:\n  unknown-code: [rules/old/*]\n"
    )
    assert not settings.wants(CODE)
    wanted = [settings.wants("unknown-code", each) for each in ("rules/a", "rules/old/b/c.yaml")]
    assert wanted == [True, False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("chekcs:\n", f"{FILE}:1:1: error: {FILE} has no key “chekcs” [unknown-key]"),
        ("checks: {idle-silencng: note}\n", f"{FILE}:1:10: warning: no problem has the code"),
        ("checks:\n  idle-silencing: grave\n", f"{FILE}:2:19: error: there is no level “grave”"),
        ("checks:\n  empty: note\n", f"{FILE}:2:3: error: “empty” is an error: no setting"),
        ("checks: [a]\n", f"{FILE}:1:9: error: codes go here"),
        ("- a\n", f"{FILE}:1:1: error: {FILE} is written with keys"),
        ("checks:\n  unknown-code: 'b\n", f"{FILE}:2:17: error: the quotation mark"),
    ],
)
def test_mistakes_are_told_where_they_stand(text: str, told: str) -> None:
    found = read(text)[1]
    assert [each[: len(told)] for each in found] == [told]


def test_the_nearest_code_is_named() -> None:
    (told,) = read("checks: {idle-silencng: note}\n")[1]
    assert "did you mean “idle-silencing”?" in told
