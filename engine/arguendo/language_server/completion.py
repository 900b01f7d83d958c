"""What could be written where the cursor stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from arguendo.language_server.context import Context, context_at, shape_at
from arguendo.language_server.places import editor_lines
from arguendo.language_server.snippets import snippet
from arguendo.language_server.spots import BLOCKS_TABLE
from arguendo.reading.entities import RESERVED
from arguendo.reading.guide import KEY_GUIDES, SECTION_GUIDES
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
from arguendo.rulebase import RuleBase
from arguendo.vocabulary import normalise
from arguendo.vocabulary.continuations import (
    Continuation,
    begins,
    continuations,
    fitting,
    plain,
    shown,
)

MOST_OFFERS = 200


class Sort(Enum):
    """What is offered."""

    KEY = auto()
    SENTENCE = auto()
    NAME = auto()
    ID = auto()
    WORD = auto()


@dataclass(frozen=True)
class Offer:
    """Something to write in place of what stands between `start` and the cursor."""

    label: str
    sort: Sort
    text: str
    start: int
    """Column on the line of the cursor, counted from 0."""
    detail: str = ""
    about: str = ""
    snippet: str = ""
    """The same with places to fill, where the editor can; empty when there are none."""


def offers(known: RuleBase, text: str, line: int, column: int) -> list[Offer]:
    """List what could be written at a line and column, counted from 0."""
    context = context_at(editor_lines(text), line, column)
    found: dict[Offer, None] = {}
    for offer in _Offering(known, context).all():
        found[offer] = None
        if len(found) == MOST_OFFERS:
            break
    return list(found)


@dataclass(frozen=True)
class _Offering:
    """One request: what is known, and where the cursor stands."""

    known: RuleBase
    context: Context

    def all(self) -> Iterator[Offer]:
        """List all offers."""
        if not self.context.path:
            yield from self._sections()
            return
        shape = shape_at(self.context.path)
        if shape:
            yield from self._of(shape)

    def _of(self, shape: Shape) -> Iterator[Offer]:
        match shape:
            case Word(role):
                yield from self._words(role)
            case Some():
                yield from self._list(shape)
            case Either(text, other):
                if self.context.beneath:
                    yield from self._of(other)
                if not (self.context.beneath and isinstance(other, Table)):
                    yield from self._of(text)
            case Table():
                yield from self._keys(shape)
            case Blocks():
                yield from self._blocks()
            case Named(name) if name.role is Role.PHRASED and self.context.beneath:
                yield from self._ids(self.known.vocabulary.predicates, _said)

    def _list(self, shape: Some) -> Iterator[Offer]:
        """Offer an item, with its dash where it begins a line; or one that stands alone."""
        if self.context.beneath:
            yield from (_led("- ", offer) for offer in self._of(shape.of))
        elif shape.alone and shape.in_one:
            last = re.split(r"[,;]\s*", self.context.typed)[-1]
            start = self.context.start + len(self.context.typed) - len(last)
            context = replace(self.context, typed=last, start=start)
            yield from replace(self, context=context)._of(shape.of)
        elif shape.alone:
            yield from self._of(shape.of)

    def _sections(self) -> Iterator[Offer]:
        for name, guide in SECTION_GUIDES.items():
            if name not in self.context.siblings:
                shape = SECTION_SHAPES[name]
                yield self._key(name, guide.title, guide.about, _after(shape, "  "))

    def _keys(self, table: Table) -> Iterator[Offer]:
        if not self.context.beneath:
            return
        guides = KEY_GUIDES[table.name]
        keys = [key for key in table.keys if key.name not in self.context.siblings]
        for key in sorted(keys, key=lambda key: not key.required):
            title = f"{guides[key.name].title}{' (required)' if key.required else ''}"
            after = _after(shape_of(table.name, key), "  ")
            yield self._key(key.name, title, guides[key.name].about, after)

    def _blocks(self) -> Iterator[Offer]:
        for keys in BLOCK_KEYS:
            first, *rest = keys
            if not first.startswith(self.context.typed):
                continue
            guide = KEY_GUIDES[BLOCKS_TABLE][first]
            after = "\n    - " if not rest else "".join(f" 2\n  {key}:\n    - " for key in rest)
            yield self._key(first, guide.title, guide.about, after)

    def _key(self, name: str, title: str, about: str, after: str) -> Offer:
        after = " " if self.context.flow else after
        return self._offer(f"{name}:{after}", Sort.KEY, name, title, about)

    def _words(self, role: Role) -> Iterator[Offer]:
        known = self.known
        if role in SENTENCES:
            yield from self._sentences(role)
        elif role in (Role.DEGREE, Role.STATUS, Role.VERDICT):
            yield from self._verdicts(role)
        elif role is Role.FLAG:
            yield from (self._offer(word, Sort.WORD) for word in ("true", "false"))
        elif role is Role.KIND:
            kinds = sorted({entity.kind for entity in known.vocabulary.entities.values()} - {""})
            yield from (self._offer(kind, Sort.WORD) for kind in (*kinds, *RESERVED))
        elif role is Role.ENTITY:
            yield from self._ids(known.vocabulary.entities, known.vocabulary.name)
        elif role is Role.RULE and self.context.path[-1] != "id":
            yield from self._ids(known.rule, lambda id: known.rule[id].title)
        elif role is Role.SCENARIO:
            yield from self._ids(known.scenario, lambda id: known.scenario[id].title)
        elif role is Role.SOURCE:
            titles = {source.id: source.title for source in known.sources}
            sources = {**known.paragraphs, **titles}
            yield from self._ids(sources, lambda id: sources[id])

    def _verdicts(self, role: Role) -> Iterator[Offer]:
        if role is not Role.DEGREE:
            yield from (self._offer(status, Sort.WORD, detail="status") for status in STATUSES)
        if role is not Role.STATUS:
            for word in self.known.scale.words:
                yield self._offer(word, Sort.WORD, detail="degree")

    def _ids(self, ids: Iterable[str], about: Callable[[str], str]) -> Iterator[Offer]:
        yield from (self._offer(id, Sort.ID, detail=about(id)) for id in ids)

    def _offer(
        self, text: str, sort: Sort, label: str = "", detail: str = "", about: str = ""
    ) -> Offer:
        return Offer(label or text, sort, text, self.context.start, detail, about)

    def _sentences(self, role: Role) -> Iterator[Offer]:
        """Offer names for the slot in which the cursor stands, and sentences that go on so."""
        vocabulary = self.known.vocabulary
        found = [
            each
            for each in continuations(vocabulary, self.context.typed)
            if each.positive or role in (Role.CONDITION, Role.SUPPOSITION)
        ]
        variables = role in (Role.CONDITION, Role.CLAIM)
        if self.context.typed.strip():
            for each in found:
                yield from self._names(each, variables)
        found.sort(key=lambda each: (not each.bound, each.template.text != each.predicate.says))
        for each in found:
            yield Offer(
                shown(each, vocabulary),
                Sort.SENTENCE,
                plain(each, vocabulary, variables=variables),
                self.context.start,
                each.predicate.id,
                snippet=snippet(each, vocabulary, variables=variables),
            )

    def _names(self, found: Continuation, variables: bool) -> Iterator[Offer]:
        if found.open_slot is None:
            return
        typed = self.context.typed
        start = self.context.start + _tail(typed, found.unfinished)
        words = normalise(typed[start - self.context.start :])
        if variables and not words:
            yield Offer(f"?{found.open_slot.name}", Sort.NAME, f"?{found.open_slot.name}", start)
        for entity in fitting(self.known.vocabulary, found.open_slot):
            for name in (entity.name, *entity.aliases):
                if begins(words, name):
                    yield Offer(name, Sort.NAME, name, start, entity.kind, entity.about)


def _said(predicate: str) -> str:
    return predicate.replace("_", " ")


def _led(lead: str, offer: Offer) -> Offer:
    led = f"{lead}{offer.snippet}" if offer.snippet else ""
    return replace(offer, text=f"{lead}{offer.text}", snippet=led)


def _tail(text: str, count: int) -> int:
    """Return where the last so many words of a text begin, an article before them included."""
    if not count:
        return len(text)
    wanted = normalise(text)[-count:]
    starts = (found.start() for found in re.finditer(r"\S+", text))
    return next((start for start in starts if normalise(text[start:]) == wanted), len(text))


def _after(shape: Shape, indent: str) -> str:
    """Return what follows a key and its colon, up to where its value goes."""
    if isinstance(shape, Some) and not (shape.in_one or shape.least):
        return f"\n{indent}- "
    return f"\n{indent}" if isinstance(shape, Named | Table) else " "
