from __future__ import annotations

import sys
from pathlib import Path

import pytest

from arguendo_tui.cli.commands import doctor
from tests.tui.cli.conftest import Command
from tests.tui.town import RULES, write_town


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the state folder, by the convention of the system."""
    home = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home


def test_a_sound_machine_passes(arguendo: Command, town: Path) -> None:
    found = arguendo("doctor", town)
    assert (found.status, found.err) == (0, "")
    assert "WRONG" not in found.out
    for looked_at in (
        "python",
        "clingo",
        "pygls",
        "watchfiles",
        "matcher",
        "digest",
        "state folder",
    ):
        assert f"ok    {looked_at} " in found.out
    assert "1 rule, 2 scenarios" in found.out


def test_a_broken_rule_base_is_wrong_and_can_be_mended(arguendo: Command, tmp_path: Path) -> None:
    folder = write_town(tmp_path / "town", rules=RULES.replace("because", "becuase"))
    found = arguendo("doctor", "--rule-base", folder)
    assert found.status == 1
    assert "WRONG rules" in found.out
    assert f"→ arguendo check {folder}" in found.out


def test_a_state_folder_that_cannot_be_made_is_wrong(
    arguendo: Command, town: Path, state_home: Path
) -> None:
    state_home.write_text("a file, where a folder should be")
    found = arguendo("doctor", "--rule-base", town)
    assert found.status == 1
    assert "WRONG state folder" in found.out
    assert "XDG_STATE_HOME" in found.out


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PARTS", ("no-such-part",))
    (wrong,) = (finding for finding in doctor.versions() if finding.wrong)
    assert (wrong.name, wrong.mend) == ("no-such-part", "install it: pip install no-such-part")


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm-256color"}, "none, since NO_COLOR is set"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
    ],
)
def test_colours_follow_the_environment(environment: dict[str, str], colours: str) -> None:
    found = {finding.name: finding.value for finding in doctor.terminal(environment)}
    assert found["colours"] == colours


def test_it_says_why_the_native_matcher_serves(
    arguendo: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "arguendo.matching.durable", None)
    found = arguendo("doctor", "--rule-base", town)
    assert "native, since durable-rules does not run on this Python" in found.out
