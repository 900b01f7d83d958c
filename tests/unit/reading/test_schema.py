"""The published schemas take what the readers take, by somebody else's reading of the standard."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from arguendo.library import read
from arguendo.problems import Problems
from arguendo.reading import SECTIONS
from arguendo.reading.guide import KEY_GUIDES, SECTION_GUIDES
from arguendo.reading.schema import KINDS, schema
from arguendo.reading.shapes import (
    BLOCK_KEYS,
    SECTION_SHAPES,
    Either,
    Named,
    Shape,
    Some,
    Table,
    shape_of,
)
from arguendo.scale import Scale
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

ROOT = Path(__file__).parents[3]
BAD = ROOT / "tests" / "fixtures" / "bad"
FOLDERS = (ROOT, *sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir()))
FILES = sorted(
    file
    for folder in FOLDERS
    for part in ("rules", "knowledge")
    for file in (folder / part).rglob("*.yaml")
)


def plain(node: Node | None) -> Any:
    """What a program without our reader would make of a node, all values being texts."""
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    if isinstance(node, MapNode):
        return {name.text: plain(value) for name, value in node.entries}
    return node.text if isinstance(node, TextNode) and not node.is_empty else None


def typed(text: str) -> Any:
    """What an editor makes of a text: numbers and flags have types of their own."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def is_valid(text: str, kind: str = "file") -> bool:
    """Whether a schema takes a text, both ways of reading it agreeing."""
    validator = Draft202012Validator(schema(kind))
    answers = {
        validator.is_valid(plain(parse("x", text, Problems()))),
        validator.is_valid(typed(text)),
    }
    assert len(answers) == 1, text
    return answers.pop()


def tables(shape: Shape) -> Iterator[Table]:
    """All tables of keys within a shape."""
    if isinstance(shape, Table):
        yield shape
        for key in shape.keys:
            yield from tables(shape_of(shape.name, key))
    elif isinstance(shape, Some):
        yield from tables(shape.of)
    elif isinstance(shape, Named):
        yield from tables(shape.value)
    elif isinstance(shape, Either):
        yield from tables(shape.other)


ALL_TABLES = {table.name: table for shape in SECTION_SHAPES.values() for table in tables(shape)}


def test_every_section_and_every_key_has_a_shape_and_a_guide() -> None:
    assert tuple(SECTION_SHAPES) == tuple(SECTION_GUIDES) == SECTIONS
    keys = {name: {key.name for key in table.keys} for name, table in ALL_TABLES.items()}
    blocks = {key for each in BLOCK_KEYS for key in each}
    assert keys | {"conditions": blocks} == {name: set(each) for name, each in KEY_GUIDES.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    assert made["title"]
    assert made["description"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_shipped_files_are_valid(file: Path) -> None:
    validator = Draft202012Validator(schema())
    text = file.read_text(encoding="utf-8")
    for value in (plain(parse(file.name, text, Problems())), typed(text)):
        assert [error.message for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize("name", ["missing_parts", "cut_up_sentences", "blocks", "dates_and_flags"])
def test_broken_files_are_not(name: str) -> None:
    validator = Draft202012Validator(schema())
    for file in (BAD / name).rglob("*.yaml"):
        node = parse(file.name, file.read_text(encoding="utf-8"), Problems())
        assert not validator.is_valid(plain(node))


HEAD = "rules:\n  - id: one\n    then: it rains\n    "
SET = "scenarios:\n  bare:\n    title: Bare\n    "

GOOD = (
    HEAD + "if:\n      - any:\n          - it is cold\n          - at least: 2\n"
    "            of: [\"a(x)\", \"b(x)\"]\n      - not: it is warm",
    HEAD + "if: []\n    source: ¶1, ¶2\n    qualifier: Very  Likely",
    HEAD + "overrides: [two, three]",
    SET + "assume:\n      - it rains: likely\n      - it does not snow",
    SET + "expect:\n      - it rains: not established\n      - it snows: likely\n      - it hails",
    SET + "expect:\n      - it rains:\n          status: holds\n          because: one\n"
    "          missing: [\"a(x)\"]",
    "facts:\n  - say: it rains\n    date: 2017-08\n    background: yes",
    "statements:\n  p:\n    slots: {one: [person, state], two: any}\n    says: ['{one} is {two}']",
    "entities:\n  a: {name: 42, plural: true, aliases: the answer}",
    "contraries:\n  - - p(?x)\n    - q(?x)",
    "phrasings:\n  p(a):\n    means: it may be\n  q:\n    denies: [never]",
    "associations:\n  p(a): [+1.5 may be, -2 never, if +1 sure]\n  q(): +1 sure",
)  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_what_the_readers_take_is_valid(text: str) -> None:
    assert is_valid(text)


WRONG = (
    "rule: []",
    "rules: {}",
    "rules:\n  - then: it rains",
    "rules:\n  - id: one",
    HEAD + "iff: it is cold",
    HEAD + "qualifier: probable",
    HEAD + "if:\n      - any: it is cold\n        all: it is cold",
    HEAD + "if:\n      - at least: 2",
    HEAD + "if:\n      - not:\n          - it is cold\n          - it is warm",
    HEAD + "unless:\n      - any: []",
    "rules:\n  - id: one\n    then: []",
    SET + "assume:\n      - it rains: holds",
    SET + "expect:\n      - it rains: probable",
    SET + "expect:\n      - it rains: likely\n        it snows: likely",
    SET + "expect:\n      - it rains: {state: holds}",
    "scenarios:\n  Bare: {title: Bare}",
    "scenarios:\n  bare: {about: untitled}",
    "facts:\n  - it rains",
    "facts:\n  - say: it rains\n    date: 2017-13",
    "facts:\n  - say: it rains\n    background: perhaps",
    "statements:\n  p: {slots: {}, says: ['one', 'two']}",
    "statements:\n  p: {slots: {One: any}, says: one}",
    "statements:\n  P: {says: one}",
    "entities:\n  a: {name: }",
    "contraries:\n  - - p(?x)",
    "rule base: {title: nameless}",
)


@pytest.mark.parametrize("text", WRONG)
def test_what_they_refuse_is_not(text: str) -> None:
    assert not is_valid(text)


SENTENCES = {
    "it rains": "Ann has paid the dues",
    "it snows": "Bob has paid the dues",
    "it is cold": "Ann plays in the Open",
    "it is warm": "Bob plays in the Open",
    "p(?x)": "paid(?x)",
}
"""What the tests say, in the words of the club."""


@pytest.mark.parametrize("text", WRONG)
def test_the_readers_refuse_it_too(text: str, tmp_path: Path) -> None:
    for said, meant in SENTENCES.items():
        text = text.replace(said, meant)
    shutil.copytree(BAD / "_club", tmp_path, dirs_exist_ok=True)
    _, problems, _ = read(tmp_path, {"rules/more.yaml": text})
    assert {problem.code for problem in problems} - {"unread-sentence"}


def test_a_section_has_a_schema_of_its_own() -> None:
    assert is_valid("- id: one\n  then: it rains", "rules")
    assert not is_valid("rules: []", "rules")


def test_degrees_are_those_of_the_scale() -> None:
    validator = Draft202012Validator(schema("rules", Scale(("maybe", "for sure"))))
    assert validator.is_valid([{"id": "one", "then": "it rains", "qualifier": "for sure"}])
    assert not validator.is_valid([{"id": "one", "then": "it rains", "qualifier": "likely"}])
