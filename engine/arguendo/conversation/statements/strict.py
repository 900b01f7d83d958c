"""Declared sentences read to the letter, affirmed or with the plain *not* of everyday English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.conversation.english.stems import stem
from arguendo.statements import Literal
from arguendo.vocabulary.templates import is_hole, template
from arguendo.vocabulary.vocabulary import Vocabulary

_NOT = re.compile(
    r"\b(?P<helps>do|does|did)(?: not|n['’]t) (?P<verb>\w+)|\b(?P<other>\w+?)(?: not|n['’]t|not)\b",
    re.I,
)


def read(vocabulary: Vocabulary, text: str) -> Literal | None:
    """Return the one ground statement that a text puts word for word, or denies with one *not*."""
    found = _ground(vocabulary, text)
    refused = _NOT.search(text)
    if found or refused is None or not refused.start():
        return found
    for verb in _affirmed(vocabulary, refused):
        plain = f"{text[: refused.start()]}{verb}{text[refused.end() :]}"
        found = None if _NOT.search(plain) else _ground(vocabulary, plain)
        if found is not None and found.positive:
            return Literal(found.statement, positive=False)
    return None


def _ground(vocabulary: Vocabulary, text: str) -> Literal | None:
    readings = vocabulary.read(text)
    return readings[0] if len(readings) == 1 and readings[0].statement.is_ground else None


def _affirmed(vocabulary: Vocabulary, refused: re.Match[str]) -> Iterator[str]:
    """Go through what could stand in place of a denied verb: `did not refuse`, of *refused*."""
    if refused["other"]:
        yield refused["other"]
        return
    verb = refused["verb"]
    yield verb
    base = stem(verb.casefold())
    yield from sorted(
        {
            word
            for predicate in vocabulary.predicates.values()
            for shape in template(predicate.says).shapes
            for word in shape
            if not is_hole(word) and word != verb and stem(word) == base
        }
    )
