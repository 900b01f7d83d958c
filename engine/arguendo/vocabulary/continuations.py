"""How a sentence that someone has begun could go on, by the declared templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arguendo.statements import Entity, Predicate, Slot, Term
from arguendo.vocabulary.shapes import Form
from arguendo.vocabulary.templates import Template, is_hole
from arguendo.vocabulary.words import Words, normalise, split

if TYPE_CHECKING:
    from arguendo.vocabulary.vocabulary import Vocabulary

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
    dead: set[tuple[int, int]] = field(default_factory=set)
    """Part and position from which no way leads to the end: none is tried twice."""

    def ways(
        self, part: int = 0, position: int = 0, terms: tuple[Term, ...] = ()
    ) -> Iterator[Continuation]:
        """Find every way in which the words from a position on fit the form from a part on."""
        if (part, position) not in self.dead:
            found = None
            for found in self._ways(part, position, terms):
                yield found
            if found is None:
                self.dead.add((part, position))

    def _ways(self, part: int, position: int, terms: tuple[Term, ...]) -> Iterator[Continuation]:
        shape, words = self.form.shape, self.words.words
        for word, said in zip(shape[part:], words[position:], strict=False):
            if is_hole(word) or word != said:
                break
            part, position = part + 1, position + 1
        rest = words[position:]
        if part == len(shape):
            if not rest:
                yield self._found(terms)
        elif is_hole(shape[part]):
            slot = self.form.predicate.slots[self.form.order[len(terms)]]
            for end, term in self.vocabulary.terms_at(self.words, position) if rest else ():
                if self.vocabulary.suits(term, slot):
                    yield from self.ways(part + 1, end, (*terms, term))
            if not rest or self._begins_name(position, slot):
                yield self._found(terms, slot, len(rest))
        elif not rest or (self._is_last(position) and shape[part].startswith(rest[0])):
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
    return filled(found, vocabulary, lambda slot: f"{{{slot.name}}}")


def plain(found: Continuation, vocabulary: Vocabulary, *, variables: bool) -> str:
    """Write the whole sentence with something that fits in each open slot."""

    def first(slot: Slot) -> str:
        return choices(vocabulary, slot, variables=variables)[0]

    return filled(found, vocabulary, first)


def filled(found: Continuation, vocabulary: Vocabulary, open_slot: Callable[[Slot], str]) -> str:
    """Write the whole sentence, each open slot by its name through `open_slot`."""
    slots = {slot.name: slot for slot in found.predicate.slots}

    def name(term: Term) -> str:
        return open_slot(slots[term[1:]]) if term[:1] == _MARK else vocabulary.name(term)

    def is_plural(term: Term) -> bool:
        return term[:1] != _MARK and vocabulary.is_plural(term)

    arguments = {slot: found.bound.get(slot, f"{_MARK}{slot}") for slot in slots}
    return found.template.fill(arguments, name, is_plural)
