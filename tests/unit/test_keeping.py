from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arguendo import keeping
from arguendo.keeping import kept
from arguendo.library import load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(keeping.SWITCH, str(tmp_path / "kept"))
    return tmp_path / "kept"


class Maker:
    """Counts how often it was asked to make something."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [1, 2]


@pytest.mark.usefixtures("folder")
def test_a_thing_is_made_once_for_each_digest() -> None:
    make = Maker()
    assert [kept("thing", digest, make) for digest in ("a", "a", "b")] == [[1, 2]] * 3
    assert make.times == 2


def test_a_spoilt_file_is_made_anew(folder: Path) -> None:
    make = Maker()
    kept("thing", "a", make)
    (file,) = folder.iterdir()
    file.write_bytes(b"\x80nonsense")
    assert kept("thing", "a", make) == [1, 2]
    assert kept("thing", "a", make) == [1, 2]
    assert make.times == 2


def test_what_others_can_write_is_not_trusted(folder: Path) -> None:
    make = Maker()
    kept("thing", "a", make)
    (file,) = folder.iterdir()
    file.chmod(0o666)
    kept("thing", "a", make)
    assert make.times == 2


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.write_text("a file in the way")
    assert kept("thing", "a", Maker()) == [1, 2]


def test_keeping_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keeping.SWITCH, "off")
    make = Maker()
    kept("thing", "a", make)
    kept("thing", "a", make)
    assert make.times == 2


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", 3)
    for number in range(6):
        kept("thing", str(number), Maker())
    assert len(list(folder.iterdir())) == 3


def test_damage_anywhere_in_a_file_is_noticed(folder: Path) -> None:
    make = Maker()
    kept("thing", "a", make)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept("thing", "a", make) == [1, 2]
    assert make.times == 1 + len(range(0, len(whole), 7))


def test_a_rule_base_comes_back_as_it_was_read(folder: Path) -> None:
    read, kept_one = load(), load()
    assert [file.name.split("-3")[0] for file in folder.iterdir()] == ["rule-base"]
    assert kept_one.vocabulary is not read.vocabulary
    assert replace(kept_one, vocabulary=read.vocabulary) == read
    assert vars(kept_one.vocabulary).keys() == vars(read.vocabulary).keys()
    assert kept_one.vocabulary.entities == read.vocabulary.entities
    assert kept_one.vocabulary.predicates == read.vocabulary.predicates
    assert [rule.span for rule in kept_one.rules] == [rule.span for rule in read.rules]
