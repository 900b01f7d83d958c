"""Where statements, entities, rules, scenarios and sources are declared and used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from arguendo.comparisons import OPERATORS
from arguendo.language_server.places import Places
from arguendo.language_server.spots import Spot
from arguendo.reading.shapes import SENTENCES, Role
from arguendo.rulebase import RuleBase
from arguendo.statements import Literal, Sort, Statement, parse_statement, sort_of
from arguendo.vocabulary import normalise
from arguendo.vocabulary.words import ARTICLES
from arguendo.yaml_nodes import TextNode

_EXACT_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[?\w.-]+')
_LISTED = re.compile(r"[^,;\s](?:[^,;]*[^,;\s])?")
_ASSOCIATED = re.compile(r"[^,;+\s]+")
_OPERATION = re.compile("|".join(rf"\b{operator}\b" for operator in OPERATORS))
_BETWEEN = rf"(?:\W|\b(?:{'|'.join(sorted(ARTICLES))})\b)+?"

NAMES = frozenset({Role.ENTITY, Role.RULE, Role.SCENARIO, Role.SOURCE})
"""Roles of values that name what is declared elsewhere."""

Subject: TypeAlias = tuple[Role, str]
"""What is declared, and its id."""


@dataclass(frozen=True)
class Mention:
    """A place that speaks of something declared."""

    what: Role
    """ENTITY, STATEMENT, RULE, SCENARIO, TEST, SOURCE or MARK."""
    id: str
    file: str
    start: int
    """Offset in the file's text."""
    end: int
    declares: bool = False
    by_id: bool = False
    """Whether the id itself stands there, and must change with it."""
    statement: Statement | None = None
    """Of a sentence: what it says."""

    @property
    def subject(self) -> Subject:
        """What it speaks of."""
        return self.what, self.id


def mentions(file: str, found: Spot, places: Places, known: RuleBase) -> Iterator[Mention]:
    """Find what one text of a file speaks of."""
    node, role = found.node, found.role
    if role is None or role is Role.SLOT:
        return
    here = _Here(file, node, places)
    if role in SENTENCES or (role is Role.PHRASED and parse_statement(node.text)):
        yield from _of_sentence(here, role, known)
    elif role is Role.PHRASED:
        yield here.at(Role.STATEMENT, node.text, by_id=True)
    elif role is Role.ASSOCIATED:
        for each in _ASSOCIATED.finditer(node.text):
            if each[0] in known.vocabulary.entities:
                yield here.at(Role.ENTITY, each[0], each.span(), by_id=True)
    elif found.declares:
        yield here.at(role, node.text, declares=True, by_id=True)
    elif role in NAMES:
        for each in _LISTED.finditer(node.text):
            what = role
            if role is Role.SOURCE and each[0] in known.paragraphs:
                what = Role.MARK
            yield here.at(what, each[0], each.span(), by_id=True)


@dataclass(frozen=True)
class _Here:
    """A value in a file, in which mentions are found by their offsets in the value."""

    file: str
    node: TextNode
    places: Places

    def at(
        self,
        what: Role,
        id: str,
        part: tuple[int, int] | None = None,
        *,
        declares: bool = False,
        by_id: bool = False,
        statement: Statement | None = None,
    ) -> Mention:
        """Make a mention; without a part the whole value is it."""
        start, end = self.places.stretch(self.node.span)
        written = self.places.within(self.node) if part or by_id else None
        if written:
            first, last = part or (0, len(self.node.text))
            start, end = written[first], written[last]
        elif part:
            by_id = False
        return Mention(what, id, self.file, start, end, declares, by_id, statement)


def _of_sentence(here: _Here, role: Role, known: RuleBase) -> Iterator[Mention]:
    text = here.node.text
    exact = parse_statement(text) if text.rstrip().endswith(")") else None
    if exact:
        yield from _of_exact_form(here, exact)
        return
    readings = known.vocabulary.read(text)
    for reading in readings[:1]:
        yield here.at(Role.STATEMENT, reading.statement.predicate, statement=reading.statement)
        yield from _named_in(here, reading, known)
    if not readings and role is Role.CONDITION and _OPERATION.search(text):
        for part in _EXACT_PART.finditer(text):
            if part[0] in known.vocabulary.entities:
                yield here.at(Role.ENTITY, part[0], part.span(), by_id=True)


def _of_exact_form(here: _Here, exact: Statement) -> Iterator[Mention]:
    parts = list(_EXACT_PART.finditer(here.node.text))
    whole = (0, len(here.node.text))
    yield here.at(Role.STATEMENT, exact.predicate, whole, statement=exact)
    yield here.at(Role.STATEMENT, exact.predicate, parts[0].span(), by_id=True, statement=exact)
    for term, part in zip(exact.arguments, parts[1:], strict=False):
        if sort_of(term) is Sort.ENTITY and term == part[0]:
            yield here.at(Role.ENTITY, term, part.span(), by_id=True)


def _named_in(here: _Here, reading: Literal, known: RuleBase) -> Iterator[Mention]:
    """Find the entities of a sentence where their names stand."""
    for term in dict.fromkeys(reading.statement.arguments):
        entity = known.vocabulary.entities.get(term)
        if entity is None:
            continue
        names = [normalise(name) for name in (entity.name, *entity.aliases)]
        own = normalise(entity.id)
        longest = sorted([*names, own], key=len, reverse=True)
        for start, end, words in _stretches(here.node.text, longest):
            by_id = words == own and own not in names
            yield here.at(Role.ENTITY, entity.id, (start, end), by_id=by_id)


def _stretches(text: str, names: list[list[str]]) -> Iterator[tuple[int, int, list[str]]]:
    """Find names in a text, none within another."""
    taken: list[tuple[int, int]] = []
    folded = text.casefold()
    for words in names:
        if not all(word in folded for word in words):
            continue
        for found in _pattern(tuple(words)).finditer(text):
            start, end = found.span()
            if words and all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
                yield start, end, words


@lru_cache(maxsize=10_000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    written = _BETWEEN.join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)
