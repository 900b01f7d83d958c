from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from arguendo_tui.drafting import LARGEST, Draft, Stale, Unopened, Unsaved, line_of
from tests.tui.fair import RULES, write_fair

NAME = "rules/town.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small rule base that may be changed."""
    return write_fair(tmp_path / "fair")


def test_the_disk_changes_on_save_only(folder: Path) -> None:
    file = folder / NAME
    file.chmod(0o640)
    draft = Draft.open(folder, NAME).written("rules: []\n")
    assert draft.unsaved
    assert file.read_text() == RULES
    saved = draft.saved()
    assert not saved.unsaved
    assert file.read_text() == "rules: []\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: b\n", b"a: b\r\nc: d\r\n", b"a: b", b""])
def test_marks_and_line_ends_stay_as_they_are(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    draft = Draft.open(folder, NAME)
    assert (draft.locked, draft.unsaved) == ("", False)
    draft.saved()
    assert (folder / NAME).read_bytes() == content


def test_a_file_changed_meanwhile_is_not_overwritten_unasked(folder: Path) -> None:
    draft = Draft.open(folder, NAME).written("mine")
    (folder / NAME).write_text("theirs")
    assert draft.stale
    with pytest.raises(Stale, match="changed on disk"):
        draft.saved()
    assert (folder / NAME).read_text() == "theirs"
    assert draft.reopened().text == "theirs"
    assert not draft.saved(over=True).stale
    assert (folder / NAME).read_text() == "mine"


def test_a_file_that_is_gone_is_a_change_too(folder: Path) -> None:
    draft = Draft.open(folder, NAME).written("mine")
    (folder / NAME).unlink()
    with pytest.raises(Stale):
        draft.saved()
    with pytest.raises(Unopened, match="no file"):
        draft.reopened()
    draft.saved(over=True)
    assert (folder / NAME).read_text() == "mine"


@pytest.mark.parametrize("name", ["../secret.yaml", "rules/../../secret.yaml", "/etc/x", "x.yaml"])
def test_what_is_not_of_the_rule_base_is_not_opened(folder: Path, name: str) -> None:
    (folder.parent / "secret.yaml").write_text("a: b")
    with pytest.raises(Unopened, match="does not belong"):
        Draft.open(folder, name)


def test_what_leads_out_of_the_rule_base_is_not_opened(folder: Path) -> None:
    (folder.parent / "secret.yaml").write_text("a: b")
    (folder / "rules" / "link.yaml").symlink_to(folder.parent / "secret.yaml")
    with pytest.raises(Unopened, match="leads out"):
        Draft.open(folder, "rules/link.yaml")


def test_a_link_is_read_only(folder: Path) -> None:
    (folder / "rules" / "link.yaml").symlink_to(folder / NAME)
    draft = Draft.open(folder, "rules/link.yaml")
    assert "link" in draft.locked
    with pytest.raises(Unsaved, match="link"):
        draft.written("mine").saved()


def test_a_file_that_became_a_link_is_not_followed(folder: Path) -> None:
    draft = Draft.open(folder, NAME).written("mine")
    outside = folder.parent / "outside.yaml"
    (folder / NAME).rename(outside)
    (folder / NAME).symlink_to(outside)
    with pytest.raises(Unsaved, match="link"):
        draft.saved(over=True)
    assert outside.read_text() == RULES


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"a: \xff\n", "not UTF-8"), (b"a: b\r\nc: d\n", "more than one way"), (b"a\x0bb\n", "way")],
)
def test_what_an_editor_of_lines_would_change_is_read_only(
    folder: Path, content: bytes, why: str
) -> None:
    (folder / NAME).write_bytes(content)
    assert why in Draft.open(folder, NAME).locked


def test_where_nothing_can_be_written_it_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "--rule-base" in Draft.open(folder, NAME).locked


def test_what_is_too_large_or_no_file_is_not_opened(folder: Path) -> None:
    (folder / NAME).write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(Unopened, match="too large"):
        Draft.open(folder, NAME)
    (folder / "rules" / "pipe.yaml").mkdir()
    with pytest.raises(Unopened, match="ordinary"):
        Draft.open(folder, "rules/pipe.yaml")


def test_a_disk_that_refuses_leaves_the_file_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    draft = Draft.open(folder, NAME).written("mine")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Unsaved, match="No space left"):
        draft.saved()
    assert (folder / NAME).read_text() == RULES
    assert [each.name for each in (folder / "rules").iterdir()] == ["town.yaml"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rules:\n  - id: pay\n", 2),
        ('rules:\n  - title: x\n    id: "pay" # here\n', 3),
        ("- {id: pay, then: x}\n", 1),
        ("- id: pays\n", 9),
    ],
)
def test_a_rule_is_found_in_its_text(text: str, line: int) -> None:
    assert line_of("pay", text, 9) == line
