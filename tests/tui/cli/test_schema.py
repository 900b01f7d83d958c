"""`arguendo schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from arguendo.export.schema import KINDS
from arguendo.reading.schema import schema
from arguendo_tui.cli.console import Status
from tests.tui.cli.conftest import Command
from tests.tui.town import KNOWLEDGE, write_town


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ((), "file"),
        (("rules",), "rules"),
        (("rule base",), "rule base"),
        (("rule-base",), "rule base"),
    ],
)
def test_it_prints_a_schema(arguendo: Command, arguments: tuple[str, ...], kind: str) -> None:
    found = arguendo("schema", *arguments)
    assert found.json == schema(kind)
    assert found.status == Status.ANSWERED


def test_it_lists_what_there_is(arguendo: Command) -> None:
    assert tuple(arguendo("schema", "--list").out.splitlines()) == KINDS


def test_it_writes_all_to_a_folder(arguendo: Command, tmp_path: Path) -> None:
    found = arguendo("schema", "--out", tmp_path / "new")
    files = {Path(line) for line in found.out.splitlines()}
    assert files == set((tmp_path / "new").iterdir())
    whole = json.loads((tmp_path / "new" / "file.schema.json").read_text(encoding="utf-8"))
    assert whole == schema()
    assert (tmp_path / "new" / "rule-base.schema.json") in files


def test_a_folder_that_cannot_be_written_is_told(arguendo: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = arguendo("schema", "--out", tmp_path / "file")
    assert (found.out, found.status) == ("", Status.USAGE)
    assert "cannot be written" in found.err


def test_degrees_are_those_of_the_rule_base(arguendo: Command, tmp_path: Path) -> None:
    scaled = KNOWLEDGE.replace("  scenario: bare\n", "  scenario: bare\n  scale: [likely, sure]\n")
    found = arguendo("schema", "--rule-base", write_town(tmp_path, scaled))
    assert ["likely", "sure"] in [
        each.get("enum") for each in found.json["$defs"]["degree"]["anyOf"]
    ]


def test_it_prints_the_modeline(arguendo: Command) -> None:
    found = arguendo("schema", "--modeline", "../schemas/file.schema.json")
    assert found.out == "# yaml-language-server: $schema=../schemas/file.schema.json\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rulez",), "did you mean “rules”?"),
        (("rules", "--list"), "choose one"),
        (("--modeline", "a b"), "spaces"),
    ],
)
def test_bad_usage_is_told(arguendo: Command, arguments: tuple[str, ...], said: str) -> None:
    found = arguendo("schema", *arguments)
    assert (found.out, found.status) == ("", Status.USAGE)
    assert said in found.err
