from __future__ import annotations

from pathlib import Path

import pytest

from arguendo_tui.cli.findings import has_colors
from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, RULES, write_town


def test_a_rule_base_without_problems_is_counted(arguendo: Command, town: Path) -> None:
    found = arguendo("check", town)
    assert (found.status, found.err) == (0, "")
    assert found.out == (
        "town: 1 entity, 3 statements, 1 fact, 1 open question, 1 rule, 2 scenarios, 0 tests; "
        "0 errors, 0 warnings\n"
    )


def test_all_problems_are_shown_with_excerpts(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(
        tmp_path,
        KNOWLEDGE.replace("source: ¶1", "sorce: ¶1"),
        RULES.replace("qualifier: likely", "qualifier: surely"),
    )
    found = arguendo("check", folder)
    assert found.status == 3
    assert "sorce: ¶1" in found.out
    assert "surely" in found.out
    assert found.out.count(" ^^^") == 2
    assert found.out.endswith("2 errors, 0 warnings (--fix mends 1)\n")


@pytest.mark.parametrize(("rules", "status"), [(RULES, 0), (RULES.replace("then", "than"), 3)])
def test_problems_as_json(arguendo: Command, tmp_path: Path, rules: str, status: int) -> None:
    found = arguendo("check", "--rule-base", write_town(tmp_path, rules=rules), "--format", "json")
    assert found.status == status
    assert (found.json["version"], bool(found.json["problems"])) == (1, bool(status))


def test_a_folder_that_is_no_rule_base_is_an_error(arguendo: Command, tmp_path: Path) -> None:
    found = arguendo("check", tmp_path / "nowhere")
    assert found.status == 3
    assert "not a rule base" in found.out


def test_two_folders_are_wrong_usage(arguendo: Command, town: Path, tmp_path: Path) -> None:
    assert arguendo("check", town, "--rule-base", tmp_path).status == 2


SILENCED = "# silence idle-silencing: left for the next edition\n"
IDLE = "# silence unknown-code: gone\n"
"""A finding that there is in any rule base with this comment, whatever other checks there are."""


def only(*arguments: object) -> tuple[object, ...]:
    """Look for the idle comment only."""
    return ("check", *arguments, "--only", "idle-silencing", "--only", "unknown-code")


def test_warnings_fail_only_a_strict_check(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=IDLE + RULES)
    found = arguendo(*only(folder))
    assert (found.status, "[idle-silencing]" in found.out) == (0, True)
    assert found.out.endswith("; 0 errors, 1 warning (--fix mends 1)\n")
    assert arguendo(*only(folder, "--strict")).status == 1
    assert arguendo("check", folder, "--strict", "--only", "unknown-code").status == 0


def test_what_is_silenced_is_counted_and_listed_when_asked(
    arguendo: Command, tmp_path: Path
) -> None:
    folder = write_town(tmp_path, rules=SILENCED + IDLE + RULES)
    found = arguendo(*only(folder, "--strict"))
    assert (found.status, found.out.count("\n")) == (0, 1)
    assert found.out.endswith("; 0 errors, 0 warnings, 1 silenced\n")
    listed = arguendo(*only(folder, "--silenced")).out
    assert "[idle-silencing]" in listed
    assert "  silenced: left for the next edition\n" in listed


def test_settings_decide_what_fails(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=IDLE + RULES)
    (folder / "arguendo.yaml").write_text("checks: {idle-silencing: error}\n", encoding="utf-8")
    assert arguendo(*only(folder)).status == 3


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--only", "idle-silencin"), "did you mean “idle-silencing”?"),
        (("--ignore", "unsafe-variable"), "errors are always told"),
        (("--explain", "unsafe-variables"), "did you mean “unsafe-variable”?"),
        (("--dry-run",), "--dry-run goes with --fix"),
    ],
)
def test_wrong_usage_is_told(
    arguendo: Command, town: Path, arguments: tuple[str, ...], hint: str
) -> None:
    found = arguendo("check", town, *arguments)
    assert (found.status, hint in found.err) == (2, True)


def test_a_code_is_explained(arguendo: Command) -> None:
    found = arguendo("check", "--explain", "unsafe-variable")
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("# unsafe-variable\n")


BROKEN = RULES.replace("qualifier: likely", "qualifier: likly")


def test_a_dry_run_shows_what_would_be_mended_and_writes_nothing(
    arguendo: Command, tmp_path: Path
) -> None:
    folder = write_town(tmp_path, rules=BROKEN)
    found = arguendo("check", folder, "--fix", "--dry-run")
    assert found.status == 3
    assert [
        each[:1] + each[1:].strip() for each in found.out.splitlines() if "qualifier" in each
    ] == [
        "-qualifier: likly",
        "+qualifier: likely",
    ]
    assert found.err == "1 problem would be mended; nothing was written\n"
    assert any("likly" in path.read_text() for path in (folder / "rules").iterdir())


def test_what_can_be_mended_is_written_and_told(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=BROKEN)
    found = arguendo("check", folder, "--fix")
    assert found.status == 0
    assert "there is no degree “likly” [unknown-degree]\n1 problem mended\n" in found.err
    assert [path.read_text() for path in (folder / "rules").iterdir()] == [RULES]
    assert arguendo("check", folder, "--fix").err == "0 problems mended\n"


def test_a_file_that_cannot_be_written_is_told(
    arguendo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = write_town(tmp_path, rules=BROKEN)
    monkeypatch.setattr("os.fsync", refuse)
    found = arguendo("check", folder, "--fix")
    assert found.status == 3
    assert "was not mended: this file cannot be written (No space left on device)" in found.err
    assert "0 problems mended" in found.err
    assert [path.read_text() for path in (folder / "rules").iterdir()] == [BROKEN]


def test_code_hosts_get_places_from_where_they_stand(
    arguendo: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_town(tmp_path / "sub dir", rules=BROKEN)
    monkeypatch.chdir(tmp_path)
    found = arguendo("check", "sub dir", "--format", "github")
    assert (found.status, found.out.startswith("::error file=sub dir/rules/")) == (3, True)
    log = arguendo("check", "sub dir", "--format", "sarif")
    (result,) = log.json["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (log.status, place.startswith("sub%20dir/rules/")) == (3, True)


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colors_are_for_terminals_that_welcome_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colored: bool
) -> None:
    assert not has_colors(environment)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert has_colors(environment) is colored
