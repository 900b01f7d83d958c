"""JSON Schema (draft 2020-12) of rule files, made from the shapes of what the readers take.

A schema cannot know which sentences and ids there are: `arguendo check` and the language server do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from arguendo.reading import SECTIONS
from arguendo.reading.declarations import NAMED
from arguendo.reading.guide import FILE, KEY_GUIDES, SECTION_GUIDES, Guide
from arguendo.reading.scenarios import STATUSES
from arguendo.reading.shapes import (
    BLOCK_KEYS,
    SECTION_SHAPES,
    SENTENCES,
    Blocks,
    Either,
    Named,
    Role,
    Shape,
    Some,
    Table,
    Word,
    shape_of,
)
from arguendo.scale import ICD_203, Scale
from arguendo.statements import ID

JsonSchema: TypeAlias = dict[str, Any]
"""A schema as JSON has it."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WHOLE = "file"
KINDS = (WHOLE, *SECTIONS)
"""What there are schemas of: a whole file, and each section."""

_SCALAR = {"type": ["string", "number", "boolean"], "minLength": 1}
"""What editors take for a number is read as the text that was written."""

_EXACT = "or its exact form, such as builds(town, bridge)"

_TOLD: Mapping[Role, JsonSchema] = {
    Role.SENTENCE: {"description": f"A sentence about named things, {_EXACT}."},
    Role.SUPPOSITION: {"description": f"A sentence that affirms or denies something, {_EXACT}."},
    Role.CLAIM: {"description": f"A sentence, in which ?variables may stand, {_EXACT}."},
    Role.CONDITION: {
        "description": f"A sentence, in which ?variables may stand, {_EXACT}; or a comparison.",
        "examples": ["?place needs ?work", "?one is not ?other", "needs(?place, ?work)"],
    },
    Role.TEMPLATE: {
        "description": "A sentence with slots in { }, and [singular|plural] where a verb agrees.",
        "examples": ["{place} [needs|need] {work}"],
    },
    Role.PHRASE: {"description": "Words in which people put it, with slots in { }."},
    Role.ASSOCIATED: {"description": "How much words speak for it, then the words."},
    Role.KIND: {"description": "A kind of entity; in slots also any, number, date or text."},
    Role.ENTITY: {"description": "The id of an entity."},
    Role.RULE: {"description": "The id of a rule."},
    Role.SCENARIO: {"description": "The id of a scenario."},
    Role.SOURCE: {"description": "A paragraph mark, or the id of a source.", "examples": ["¶7"]},
}


def schema(kind: str = WHOLE, scale: Scale = ICD_203) -> JsonSchema:
    """Return the schema of a file or of one section. Raises `KeyError` for another kind."""
    body = _file() if kind == WHOLE else _section(kind)
    return {"$schema": DIALECT, **body, "$defs": _definitions(scale)}


def _file() -> JsonSchema:
    return {
        **_told(FILE),
        "type": "object",
        "properties": {name: _section(name) for name in SECTIONS},
        "additionalProperties": False,
    }


def _section(name: str) -> JsonSchema:
    made = _of(SECTION_SHAPES[name])
    if name in NAMED:
        made["propertyNames"] = {"pattern": f"^{NAMED[name].pattern}$"}
    return {**_told(SECTION_GUIDES[name]), **made}


def _told(guide: Guide) -> JsonSchema:
    examples = {"examples": list(guide.examples)} if guide.examples else {}
    return {"title": guide.title, "description": guide.about, **examples}


def _of(shape: Shape) -> JsonSchema:
    match shape:
        case Word(role):
            return {"$ref": f"#/$defs/{role.value}"}
        case Some():
            return _list(shape)
        case Table():
            return _table(shape)
        case Named():
            return _named(shape)
        case Either(text, other):
            return {"anyOf": [_of(text), _of(other)]}
        case Blocks():
            return {"$ref": "#/$defs/block"}


def _list(shape: Some) -> JsonSchema:
    made: JsonSchema = {"type": "array", "items": _of(shape.of)}
    if shape.least:
        made["minItems"] = shape.least
    if shape.most is not None:
        made["maxItems"] = shape.most
    if not shape.alone:
        return made
    alone = {"$ref": "#/$defs/words"} if shape.in_one else _of(shape.of)
    return {"anyOf": [alone, made]}


def _table(table: Table) -> JsonSchema:
    keys = {
        key.name: {**_told(KEY_GUIDES[table.name][key.name]), **_of(shape_of(table.name, key))}
        for key in table.keys
    }
    required = [key.name for key in table.keys if key.required]
    made = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**made, "required": required} if required else made


def _named(shape: Named) -> JsonSchema:
    made: JsonSchema = {"type": "object", "additionalProperties": _of(shape.value)}
    if shape.single:
        made |= {"minProperties": 1, "maxProperties": 1}
    if shape.name.role is Role.SLOT:
        made["propertyNames"] = {"pattern": f"^{ID.pattern}$"}
    return made


def _definitions(scale: Scale) -> JsonSchema:
    """Return the schemas of single values, by their roles, and of blocks of conditions."""
    degree, status = _spelt(scale.words), {"enum": list(STATUSES)}
    made: JsonSchema = {role.value: {**_SCALAR, **_TOLD.get(role, {})} for role in Role}
    made |= {role.value: {**made[role.value], "type": "string"} for role in SENTENCES}
    made |= {
        Role.FLAG.value: {"anyOf": [{"type": "boolean"}, _spelt(("true", "false", "yes", "no"))]},
        Role.DATE.value: {
            "description": "A day, or a month.",
            "type": "string",
            "pattern": r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$",
            "examples": ["2021-05-04", "2021-05"],
        },
        Role.DEGREE.value: {"description": "A degree, weakest first.", **degree},
        Role.STATUS.value: {"description": "How a statement stands.", **status},
        Role.VERDICT.value: {
            "description": "A status, or the degree at which it holds.",
            "anyOf": [status, degree],
        },
        Role.NUMBER.value: {
            "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^\d+$"}]
        },
        "words": {**_SCALAR, "description": "One, or several with commas between them."},
        "block": _block(),
    }
    return dict(sorted(made.items()))


def _spelt(words: Iterable[str]) -> JsonSchema:
    """Offer words as they are, and allow capitals and more spaces, as the reader does."""
    listed = list(words)
    pattern = "|".join("".join(map(_either_case, word)) for word in listed)
    return {"anyOf": [{"enum": listed}, {"type": "string", "pattern": rf"^\s*({pattern})\s*$"}]}


def _either_case(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    upper, lower = letter.upper(), letter.lower()
    if upper == lower:
        return letter if letter.isalnum() else f"\\{letter}"
    return f"[{upper}{lower}]" if len(upper + lower) == 2 else lower


def _block() -> JsonSchema:
    """Return the schema of the blocks that nest in conditions, one for each way to begin one."""
    ways = []
    for keys in BLOCK_KEYS:
        properties = {
            key: {**_told(KEY_GUIDES["conditions"][key]), **_of(shape)}
            for key, shape in keys.items()
        }
        ways.append(
            {
                "type": "object",
                "properties": properties,
                "required": list(keys),
                "additionalProperties": False,
            }
        )
    return {"description": "A block of conditions.", "anyOf": ways}
