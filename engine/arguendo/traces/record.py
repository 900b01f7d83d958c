"""A trace as other programs read it, field by field; its schema and its one encoding.

Every field is always there: null or empty where it does not apply. A key is a statement's canonical
key, a degree a word of the scale, a change a key with whether it is to hold from then on.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from arguendo.export.wire import RuleBaseName, encode

VERSION = 1
"""Counts up whenever a field changes its meaning or goes."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class BadTrace(Exception):
    """A text is no trace of this version."""


class Scene(Struct, frozen=True, forbid_unknown_fields=True):
    """The case that a question is put in; `facts` are those in force that bear on it.

    Of what is assumed stands how surely; null: taken not to hold, whatever speaks for it.
    """

    assumptions: dict[str, str | None]
    facts: tuple[str, ...]
    displaced: tuple[str, ...]


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked: whether a statement holds."""

    statement: str
    text: str


class TraceStep(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of an argument; `uses` are the steps that establish the grounds, in their order."""

    n: int
    claim: str
    text: str
    basis: str
    rule: str | None
    branch: int | None
    bindings: dict[str, str]
    grounds: tuple[str, ...]
    uses: tuple[int, ...]
    unless: tuple[str, ...]
    degree: str | None
    qualifier: str | None
    warrant: str
    source: tuple[str, ...]
    date: str | None


class Argument(Struct, frozen=True, forbid_unknown_fields=True):
    """An argument for something that is contrary to the statement asked about."""

    statement: str
    degree: str | None
    steps: tuple[TraceStep, ...]


class Failure(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a rule could conclude something, and what keeps it from doing so."""

    rule: str
    branch: int
    claim: str
    holds: tuple[str, ...]
    missing: tuple[str, ...]
    rebutted_by: tuple[str, ...]
    overridden_by: tuple[str, ...]


class Flip(Struct, frozen=True, forbid_unknown_fields=True):
    """A smallest set of changes after which the answer is another one, and that answer."""

    changes: dict[str, bool]
    status: str
    degree: str | None


class Levels(Struct, frozen=True, forbid_unknown_fields=True):
    """The scene, and the answer to the question at three lengths, in English."""

    scene: str
    line: str
    paragraph: str
    full: str


class Flaw(Struct, frozen=True, forbid_unknown_fields=True):
    """What is wrong with a trace that is wrong on purpose, where, and how that was found."""

    kind: str
    step: int | None
    told: str
    found: str
    """What the check of it says."""


class Trace(Struct, frozen=True, forbid_unknown_fields=True):
    """A question in a case, its answer, and everything that the answer rests on."""

    version: int
    id: str
    """Digest of question, status, proof or why-not, and flips: equal for equal reasoning."""
    split: str
    pair: str | None
    """Id of the trace that one change makes of this one."""
    rule_base: RuleBaseName
    scene: Scene
    question: Question
    status: str
    degree: str | None
    basis: str | None
    reason: str | None
    depth: int
    """Rule applications on the longest way from the conclusion to a leaf, or to what is missing."""
    steps: tuple[TraceStep, ...]
    weakest: tuple[int, ...]
    against: tuple[Argument, ...]
    failures: tuple[Failure, ...]
    missing: tuple[str, ...]
    """What is missing in the end."""
    flips: tuple[Flip, ...]
    text: Levels
    flaw: Flaw | None


def written(trace: Trace) -> str:
    """Write a trace as one line of JSON."""
    return encode(trace)


def read(line: str | bytes) -> Trace:
    """Read one line of JSON. Raises `BadTrace`."""
    try:
        found = msgspec.json.decode(line, type=Trace)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise BadTrace(str(error)) from error
    if found.version != VERSION:
        raise BadTrace(f"this is a trace of version {found.version}, not {VERSION}")
    return found


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a trace."""
    (reference,), definitions = msgspec.json.schema_components(
        [Trace], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": DIALECT,
        "title": f"Explanation trace, version {VERSION}",
        **reference,
        "$defs": definitions,
    }
