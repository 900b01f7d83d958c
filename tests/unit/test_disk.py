"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from arguendo.disk import write_whole


def rights(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_an_old_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "old"
    file.write_bytes(b"before")
    file.chmod(0o646)
    write_whole(file, b"after\r\n", 0o600)
    assert (file.read_bytes(), rights(file)) == (b"after\r\n", 0o646)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("mode", "given"), [(0o666, 0o644), (0o600, 0o600)])
def test_a_new_file_gets_the_rights_the_system_leaves(
    tmp_path: Path, mode: int, given: int
) -> None:
    old = os.umask(0o022)
    try:
        write_whole(tmp_path / "new", b"", mode)
    finally:
        os.umask(old)
    assert rights(tmp_path / "new") == given


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "link").symlink_to("deep/file")
    write_whole(tmp_path / "link", b"text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "deep" / "file").read_bytes() == b"text"


def test_what_goes_wrong_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "old"
    file.write_bytes(b"before")
    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"after")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]
