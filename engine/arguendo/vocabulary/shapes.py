"""The index of all templates: which of them a sentence could be, and how it fills their slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from arguendo.statements import Predicate
from arguendo.vocabulary.templates import Shape, Template, is_hole, templates_of

T = TypeVar("T")


@dataclass(frozen=True)
class Form:
    """One way of putting a predicate: a template with its picks made."""

    predicate: Predicate
    positive: bool
    shape: Shape
    template: Template = field(compare=False)
    literals: frozenset[str] = field(compare=False)
    """The words that must stand in a sentence of this form."""
    order: tuple[int, ...] = field(compare=False)
    """For each slot of the shape, its place in the predicate's slots."""


class Shapes:
    """All forms of all predicates, each under its rarest word."""

    def __init__(self, predicates: Iterable[Predicate]) -> None:
        """Index the usable templates; what is wrong with the others, the reader of files says."""
        self.forms = tuple(form for predicate in predicates for form in _forms(predicate))
        count = Counter(word for form in self.forms for word in form.literals)
        self._by_word: dict[str, list[Form]] = {}
        for form in self.forms:
            rarest = min(form.literals, key=lambda word: (count[word], word))
            self._by_word.setdefault(rarest, []).append(form)

    def candidates(self, words: Sequence[str]) -> Iterator[Form]:
        """Find the forms all of whose words stand in the sentence, in any order."""
        present = frozenset(words)
        for word in dict.fromkeys(words):
            for form in self._by_word.get(word, ()):
                if form.literals <= present:
                    yield form


def _forms(predicate: Predicate) -> Iterator[Form]:
    place = {slot.name: number for number, slot in enumerate(predicate.slots)}
    for written, positive in templates_of(predicate):
        if set(written.slots) != set(place) or written.fault:
            continue
        for shape in written.shapes:
            order = tuple(place[word[1:]] for word in shape if is_hole(word))
            literals = frozenset(word for word in shape if not is_hole(word))
            yield Form(predicate, positive, shape, written, literals, order)


def fillings(
    shape: Shape, words: Sequence[str], fill: Callable[[int, int], Collection[tuple[int, T]]]
) -> Iterator[tuple[T, ...]]:
    """Find every way in which the whole word sequence fits the shape.

    `fill(n, i)` tells what may fill the shape's n-th slot from word i on: (end, value) pairs. Dead
    ends are remembered, so that the work stays within words times slots.
    """
    straight = _straight(shape, words, fill)
    if straight is not None:
        return straight
    dead: set[tuple[int, int]] = set()
    length = len(words)

    def ways(part: int, slot: int, position: int) -> Iterator[tuple[T, ...]]:
        while part < len(shape) and not is_hole(shape[part]):
            if position >= length or words[position] != shape[part]:
                return
            part, position = part + 1, position + 1
        if part == len(shape):
            if position == length:
                yield ()
            return
        if position >= length or (part, position) in dead:
            return
        fits = False
        for end, value in fill(slot, position):
            for rest in ways(part + 1, slot + 1, end):
                fits = True
                yield (value, *rest)
        if not fits:
            dead.add((part, position))

    return ways(0, 0, 0)


def _straight(
    shape: Shape, words: Sequence[str], fill: Callable[[int, int], Collection[tuple[int, T]]]
) -> Iterator[tuple[T, ...]] | None:
    """Fit words where no slot leaves a choice, as is usual; None where one does."""
    found: list[T] = []
    position, length = 0, len(words)
    for part in shape:
        if position >= length:
            return iter(())
        if is_hole(part):
            choices = fill(len(found), position)
            if len(choices) > 1:
                return None
            if not choices:
                return iter(())
            ((position, value),) = choices
            found.append(value)
        elif words[position] != part:
            return iter(())
        else:
            position += 1
    return iter([tuple(found)] if position == length else ())
