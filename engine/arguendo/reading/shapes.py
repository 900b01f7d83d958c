"""What each reader takes, as data for JSON Schema, for completion and for finding what is named.

Every reader that a table of keys names has its shape here, so that whatever describes files to
authors and editors describes what is read, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from arguendo.reading import (
    conditions,
    entities,
    facts,
    phrasings,
    questions,
    rule_base,
    rules,
    scenarios,
    sentences,
    sources,
    statements,
    values,
)
from arguendo.reading.keys import Key


class Role(Enum):
    """What a single value is to the rule base."""

    TEXT = "text"
    NAME = "name"
    FLAG = "flag"
    DATE = "date"
    DEGREE = "degree"
    STATUS = "status"
    VERDICT = "verdict"
    """A status or a degree."""
    NUMBER = "number"
    KIND = "kind"
    TAG = "tag"
    TEMPLATE = "template"
    PHRASE = "phrase"
    ASSOCIATED = "associated"
    """A weight, and words or ids of entities that have it."""
    SENTENCE = "sentence"
    """About named things, affirmed."""
    CLAIM = "claim"
    """A sentence in which variables may stand, affirmed."""
    CONDITION = "condition"
    """A sentence or comparison in which variables may stand."""
    SUPPOSITION = "supposition"
    """About named things, affirmed or denied."""
    SLOT = "slot"
    PHRASED = "phrased"
    """What a phrasing is of: a statement's id, or an exact form."""
    ENTITY = "entity"
    STATEMENT = "statement"
    RULE = "rule"
    SCENARIO = "scenario"
    TEST = "test"
    SOURCE = "source"
    """The id of a source, or a paragraph mark."""
    MARK = "mark"


SENTENCES = frozenset({Role.SENTENCE, Role.CLAIM, Role.CONDITION, Role.SUPPOSITION})


@dataclass(frozen=True)
class Word:
    """One value; `declares` when it is what others name."""

    role: Role
    declares: bool = False


@dataclass(frozen=True)
class Some:
    """A list of one shape."""

    of: Shape
    alone: bool = True
    """A single one may stand without a list."""
    least: int = 0
    most: int | None = None
    in_one: bool = False
    """Several may stand in one text, with commas."""


@dataclass(frozen=True, eq=False)
class Table:
    """A mapping with a table of keys."""

    name: str
    """What the descriptions of its keys are found under."""
    keys: tuple[Key[Any], ...]

    def shape(self, key: str) -> Shape | None:
        """Return the shape of a key's value, None when there is no such key."""
        return next((shape_of(self.name, one) for one in self.keys if one.name == key), None)


@dataclass(frozen=True)
class Named:
    """A mapping of names that the author gives."""

    name: Word
    value: Shape
    single: bool = False
    """Exactly one entry."""


@dataclass(frozen=True)
class Either:
    """A text of the first shape, or something else of the second."""

    text: Word
    other: Shape


@dataclass(frozen=True)
class Blocks:
    """The blocks of conditions: any, all, not, at least … of."""


Shape: TypeAlias = Word | Some | Table | Named | Either | Blocks

BLOCKS = Blocks()
_CONDITION = Either(Word(Role.CONDITION), BLOCKS)
_PARTS = Some(_CONDITION, least=1)

BLOCK_KEYS: tuple[Mapping[str, Shape], ...] = (
    {"any": _PARTS},
    {"all": _PARTS},
    {"not": Some(_CONDITION, least=1, most=1)},
    {"at least": Word(Role.NUMBER), "of": _PARTS},
)
"""The keys that make a block, for each sort of block."""

_SENTENCES = Some(Word(Role.SENTENCE))
_EXPECTED = Table("expectation", scenarios.EXPECTATION)
_KIND = Word(Role.KIND)
_TEXT = Word(Role.TEXT)
_SOURCES = Some(Word(Role.SOURCE), in_one=True)
_SUPPOSED = Word(Role.SUPPOSITION)

_OF_READERS: Mapping[Callable[..., Any], Shape] = {
    values.text: _TEXT,
    values.whole_text: _TEXT,
    values.texts: Some(_TEXT),
    values.words: Some(Word(Role.TAG), in_one=True),
    values.flag: Word(Role.FLAG),
    values.date: Word(Role.DATE),
    values.degree: Word(Role.DEGREE),
    values.entity: Word(Role.ENTITY),
    values.entities: Some(Word(Role.ENTITY), in_one=True),
    values.rule: Word(Role.RULE),
    values.rules: Some(Word(Role.RULE), in_one=True),
    values.scenario: Word(Role.SCENARIO),
    values.source: _SOURCES,
    conditions.conditions: Some(_CONDITION),
    entities.name: Word(Role.NAME),
    entities.names: Some(Word(Role.NAME)),
    entities.entity_kind: _KIND,
    sentences.ground: Word(Role.SENTENCE),
    rule_base.scale: Some(_TEXT, least=1),
    rules.THEN.read: Some(Word(Role.CLAIM), least=1),
    scenarios.STATUS.read: Word(Role.STATUS),
    scenarios.MISSING.read: _SENTENCES,
    scenarios.ASSUME.read: Some(
        Either(_SUPPOSED, Named(Word(Role.SENTENCE), Word(Role.DEGREE), single=True))
    ),
    scenarios.SUPPOSE_AWAY.read: _SENTENCES,
    scenarios.EXPECT.read: Some(
        Either(
            _SUPPOSED,
            Named(Word(Role.SENTENCE), Either(Word(Role.VERDICT), _EXPECTED), single=True),
        )
    ),
    sources.paragraphs: Named(Word(Role.MARK, declares=True), _TEXT),
    statements.slots: Named(Word(Role.SLOT), Some(_KIND)),
    statements.templates: Some(Word(Role.TEMPLATE)),
}

_OF_KEYS: Mapping[tuple[str, str], Shape] = {
    ("statements", statements.BY.name): Word(Role.SLOT),
    ("statements", statements.ONE.name): Some(Word(Role.SLOT), in_one=True),
    ("rules", rules.ID.name): Word(Role.RULE, declares=True),
    **dict.fromkeys(
        (("statements", key.name) for key in (statements.SAYS, statements.DENIES, statements.ASKS)),
        Some(Word(Role.TEMPLATE), least=1, most=1),
    ),
    **dict.fromkeys(
        (("phrasings", key.name) for key in phrasings.KEYS),
        Some(Word(Role.PHRASE)),
    ),
}
"""Where a section asks for more than the reader of the value does."""


def shape_of(table: str, key: Key[Any]) -> Shape:
    """Return the shape of a key's value. Raises `KeyError` for a reader without one."""
    special = _OF_KEYS.get((table, key.name))
    return _OF_READERS[key.read] if special is None else special


def _named(role: Role, table: Table) -> Named:
    return Named(Word(role, declares=True), table)


SECTION_SHAPES: Mapping[str, Shape] = {
    "rule base": Table("rule base", rule_base.KEYS),
    "sources": _named(Role.SOURCE, Table("sources", sources.KEYS)),
    "entities": _named(Role.ENTITY, Table("entities", entities.KEYS)),
    "statements": _named(Role.STATEMENT, Table("statements", statements.KEYS)),
    "contraries": Some(Some(Word(Role.CLAIM), alone=False, least=2, most=2), alone=False),
    "facts": Some(Table("facts", facts.KEYS), alone=False),
    "questions": Some(Table("questions", questions.KEYS), alone=False),
    "rules": Some(Table("rules", rules.KEYS), alone=False),
    "scenarios": _named(Role.SCENARIO, Table("scenarios", scenarios.KEYS)),
    "tests": _named(Role.TEST, Table("scenarios", scenarios.KEYS)),
    "phrasings": Named(Word(Role.PHRASED), Table("phrasings", phrasings.KEYS)),
    "associations": Named(Word(Role.PHRASED), Some(Word(Role.ASSOCIATED))),
}
"""What stands under each section's name."""
