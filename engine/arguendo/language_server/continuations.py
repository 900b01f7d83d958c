"""How a sentence that someone has begun could go on, by the declared templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from arguendo.statements import Entity, Predicate, Slot, Term
from arguendo.vocabulary import Vocabulary, normalise
from arguendo.vocabulary.shapes import Form
from arguendo.vocabulary.templates import Template, is_hole
from arguendo.vocabulary.words import Words, split

MOST_CHOICES = 30
"""Names offered for one slot of a snippet."""

_SAMPLES = {"number": "12", "date": "2021-05-04", "text": '"text"'}
_MARK = "\0"


@dataclass(frozen=True)
class Continuation:
    """A template that what was typed is the beginning of."""

    predicate: Predicate
    template: Template
    positive: bool
    bound: Mapping[str, Term] = field(default_factory=dict)
    """Slot to the term that stands there already."""
    open_slot: Slot | None = None
    """The slot in which the last words stand, or the next word will."""
    unfinished: int = 0
    """How many words at the end stand in that slot."""


def continuations(vocabulary: Vocabulary, typed: str) -> Iterator[Continuation]:
    """Find the templates that a text is the beginning of, each once."""
    words = split(typed)
    open_ended = bool(words) and not typed[-1:].isspace()
    begun = _begun(vocabulary, words) if open_ended else []
    seen: set[tuple[str, str]] = set()
    for form in vocabulary.shapes.forms:
        template = (form.predicate.id, form.template.text)
        if template not in seen:
            found = next(_Reading(vocabulary, form, words, begun).ways(), None)
            if found:
                seen.add(template)
                yield found


def _begun(vocabulary: Vocabulary, words: Words) -> list[list[str]]:
    """List for each word the entities of which it, with all after it, may begin a name."""
    names = vocabulary.names.all().items()
    return [
        [id for name, ids in names if _begins(words.words[place:], name) for id in ids]
        for place in range(len(words))
    ]


@dataclass(frozen=True)
class _Reading:
    """One attempt to read a text as the beginning of a form."""

    vocabulary: Vocabulary
    form: Form
    words: Words
    begun: list[list[str]]
    """In step with the words: the entities whose names begin there; empty after a space."""

    def ways(
        self, part: int = 0, position: int = 0, terms: tuple[Term, ...] = ()
    ) -> Iterator[Continuation]:
        """Find every way in which the words from a position on fit the form from a part on."""
        shape = self.form.shape
        if part == len(shape):
            if position == len(self.words):
                yield self._found(terms)
        elif is_hole(shape[part]):
            slot = self.form.predicate.slots[self.form.order[len(terms)]]
            here = position < len(self.words)
            for end, term in self.vocabulary.terms_at(self.words, position) if here else ():
                if self.vocabulary.suits(term, slot):
                    yield from self.ways(part + 1, end, (*terms, term))
            rest = self.words.words[position:]
            if not rest or self._begins_name(position, slot):
                yield self._found(terms, slot, len(rest))
        elif position == len(self.words):
            yield self._found(terms)
        elif self.words.words[position] == shape[part]:
            yield from self.ways(part + 1, position + 1, terms)
        elif self._is_last(position) and shape[part].startswith(self.words.words[position]):
            yield self._found(terms)

    def _is_last(self, position: int) -> bool:
        return position == len(self.begun) - 1

    def _begins_name(self, position: int, slot: Slot) -> bool:
        return bool(self.begun) and any(
            self.vocabulary.suits(entity, slot) for entity in self.begun[position]
        )

    def _found(
        self, terms: tuple[Term, ...], slot: Slot | None = None, unfinished: int = 0
    ) -> Continuation:
        form = self.form
        names = [form.predicate.slots[place].name for place in form.order]
        bound = dict(zip(names, terms, strict=False))
        return Continuation(form.predicate, form.template, form.positive, bound, slot, unfinished)


def begins(words: Sequence[str], name: str) -> bool:
    """Tell whether words, the last of which may go on, are the beginning of a name."""
    return _begins(words, normalise(name))


def _begins(words: Sequence[str], name: Sequence[str]) -> bool:
    if not words:
        return True
    last = len(words) - 1
    return (
        len(name) > last
        and name[last].startswith(words[last])
        and list(name[:last]) == list(words[:last])
    )


def fitting(vocabulary: Vocabulary, slot: Slot) -> list[Entity]:
    """List the entities that a slot takes."""
    return [each for each in vocabulary.entities.values() if vocabulary.suits(each.id, slot)]


def choices(vocabulary: Vocabulary, slot: Slot, *, variables: bool) -> list[str]:
    """List what may be put into a slot; something is always there."""
    names = [entity.name for entity in fitting(vocabulary, slot)][:MOST_CHOICES]
    samples = [_SAMPLES[kind] for kind in slot.kinds if kind in _SAMPLES]
    variable = [f"?{slot.name}"] if variables else []
    return [*variable, *names, *samples] or [slot.name]


def shown(found: Continuation, vocabulary: Vocabulary) -> str:
    """Write the whole sentence for a list to choose from: open slots in braces."""
    return _filled(found, vocabulary, lambda slot: f"{{{slot.name}}}")


def plain(found: Continuation, vocabulary: Vocabulary, *, variables: bool) -> str:
    """Write the whole sentence with something that fits in each open slot."""

    def first(slot: Slot) -> str:
        return choices(vocabulary, slot, variables=variables)[0]

    return _filled(found, vocabulary, first)


def snippet(found: Continuation, vocabulary: Vocabulary, *, variables: bool) -> str:
    """Write the whole sentence as a snippet of the protocol: a place to fill for each open slot."""
    slots = {slot.name: slot for slot in found.predicate.slots}
    numbers: dict[str, int] = {}

    def place(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[1], len(numbers) + 1)
        offered = choices(vocabulary, slots[match[1]], variables=variables)
        if len(offered) == 1:
            return f"${{{number}:{escaped(offered[0])}}}"
        return f"${{{number}|{','.join(map(_choice, offered))}|}}"

    marked = _filled(found, vocabulary, lambda slot: f"{_MARK}{slot.name}{_MARK}")
    return re.sub(rf"{_MARK}(\w+){_MARK}", place, escaped(marked))


def escaped(text: str) -> str:
    """Write a text so that it stands for itself in a snippet."""
    return re.sub(r"([\\$}])", r"\\\1", text)


def _choice(text: str) -> str:
    return re.sub(r"([\\$},|])", r"\\\1", text)


def _filled(found: Continuation, vocabulary: Vocabulary, open_slot: Callable[[Slot], str]) -> str:
    slots = {slot.name: slot for slot in found.predicate.slots}

    def name(term: Term) -> str:
        return open_slot(slots[term[1:]]) if term[:1] == _MARK else vocabulary.name(term)

    def is_plural(term: Term) -> bool:
        return term[:1] != _MARK and vocabulary.is_plural(term)

    arguments = {slot: found.bound.get(slot, f"{_MARK}{slot}") for slot in slots}
    return found.template.fill(arguments, name, is_plural)
