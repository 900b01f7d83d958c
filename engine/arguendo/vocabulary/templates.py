"""Sentence templates: `{official} publicly [renounces|renounce] {policy}`, read and filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, product

from arguendo.statements import Predicate, Term
from arguendo.vocabulary.words import ARTICLES, split

MOST_PICKS = 6

_UNTIL = frozenset({"till", "until", "by"})
"""Words that bring the day on which something ends; so does `to` after the day it begins."""

_PART = re.compile(r"\{([^{}\[\]]*)\}|\[([^{}\[\]]*)\]")
_VARIABLE = re.compile(r"(?<!\w)\?[^\W\d]")
_SLOT = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Pick:
    """A choice of words by number: `[singular|plural]`."""

    singular: str
    plural: str
    slot: str
    """The slot it agrees with: the nearest before it, else the first after it."""


@dataclass(frozen=True)
class Hole:
    """A slot's place in a template."""

    slot: str


Shape = tuple[str, ...]
"""The words of a template, with `?slot` where a slot stands."""


@dataclass(frozen=True)
class Template:
    """A template as written, taken apart."""

    text: str

    @cached_property
    def parts(self) -> tuple[str | Pick | Hole, ...]:
        """Literal text, picks and slots from left to right."""
        slots = self.slots
        found: list[str | Pick | Hole] = []
        position, nearest = 0, slots[0] if slots else ""
        for match in _PART.finditer(self.text):
            found.append(self.text[position : match.start()])
            position = match.end()
            if match[1] is not None:
                nearest = match[1].strip()
                found.append(Hole(nearest))
            else:
                singular, _, plural = match[2].partition("|")
                found.append(Pick(singular, plural, nearest))
        found.append(self.text[position:])
        return tuple(part for part in found if part != "")

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots in order, each as often as it stands there."""
        return tuple(m[1].strip() for m in _PART.finditer(self.text) if m[1] is not None)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """Its words, once for every way of picking."""
        picks = [
            (part.singular, part.plural) if isinstance(part, Pick) else (_hole(part),)
            for part in self.parts
        ]
        return tuple(dict.fromkeys(split("".join(way)).words for way in product(*picks)))

    @cached_property
    def fault(self) -> str:
        """What keeps sentences from being read by it, in the author's terms; empty if nothing."""
        return self.fault_of_form or next(self._faults_of_shape(), "")

    @cached_property
    def fault_of_form(self) -> str:
        """What is wrong with its brackets, empty if nothing."""
        return next(self._faults_of_form(), "")

    def _faults_of_form(self) -> Iterator[str]:
        rest = _PART.sub("", self.text)
        if re.search(r"[{}\[\]]", rest):
            yield "has a bracket without its partner"
            return
        if _VARIABLE.search(self.text):
            yield "has a variable in it, and a slot is written {name}"
        picks = [match[2] for match in _PART.finditer(self.text) if match[2] is not None]
        if any(pick.count("|") != 1 for pick in picks):
            yield "needs two choices in each [ ]: [singular|plural]"
        elif len(picks) > MOST_PICKS:
            yield f"has more than {MOST_PICKS} choices in [ ]"
        elif any(not _SLOT.fullmatch(slot) for slot in self.slots):
            yield "has a slot whose name is not in lower-case letters"

    def _faults_of_shape(self) -> Iterator[str]:
        for shape in self.shapes:
            holes = [is_hole(word) for word in shape]
            if [word[1:] for word in shape if is_hole(word)] != list(self.slots):
                yield "runs a slot together with another word"
            elif all(holes):
                yield "has no words of its own, only slots" if holes else "is empty"
            elif any(one and two for one, two in pairwise(holes)):
                yield "has two slots side by side, and nothing tells where one name ends"

    def fill(
        self,
        arguments: Mapping[str, Term],
        name: Callable[[Term], str],
        plural: Callable[[Term], bool],
    ) -> str:
        """Put names into the slots; picks agree with the entity in their slot."""
        text = ""
        for part in self.parts:
            if isinstance(part, Hole):
                text = _append(text, name(arguments[part.slot]))
            elif isinstance(part, Pick):
                number = bool(part.slot) and plural(arguments[part.slot])
                text += part.plural if number else part.singular
            elif part[:2] in ("'s", "’s") and text[-1:] in ("s", "S") and part[2:3] in ("", " "):
                text += part[0] + part[2:]
            else:
                text += part
        return text


def _hole(part: str | Pick | Hole) -> str:
    return f"?{part.slot}" if isinstance(part, Hole) else str(part)


def is_hole(word: str) -> bool:
    """Tell whether a word of a shape is a slot."""
    return word[0] == "?"


def _append(text: str, name: str) -> str:
    """Add a name; after an article it goes without its own (`the` + `the US president`)."""
    before = text.rstrip().rpartition(" ")[2].casefold()
    first, _, rest = name.partition(" ")
    if before in ARTICLES and text[-1:] == " " and rest and first.casefold() in ARTICLES:
        return text + rest
    return text + name


@lru_cache(maxsize=10_000)
def template(text: str) -> Template:
    """Return the template of a text; each is taken apart once."""
    return Template(text)


def templates_of(predicate: Predicate) -> Iterable[tuple[Template, bool]]:
    """List a predicate's templates, each with whether it affirms."""
    for text in (predicate.says, *predicate.also):
        yield template(text), True
    if predicate.denies:
        yield template(predicate.denies), False


def ending(predicate: Predicate) -> int | None:
    """Return which slot of a predicate has the day until which it is so: `from {a} to {b}`.

    So does the day by which something must be done.
    """
    dates = [place for place, slot in enumerate(predicate.slots) if "date" in slot.kinds]
    if not dates:
        return None
    names = {predicate.slots[place].name: place for place in dates}
    begun = False
    for before, word in pairwise(template(predicate.says).shapes[0]):
        place = names.get(word[1:]) if is_hole(word) else None
        if place is not None and (before in _UNTIL or (begun and before == "to")):
            return place
        begun = begun or place is not None
    return None


def is_deadline(predicate: Predicate) -> bool:
    """Tell whether a predicate says by which day something is done: `must pay by {day}`."""
    place = ending(predicate)
    if place is None:
        return False
    words = pairwise(template(predicate.says).shapes[0])
    return any(pair[0] == "by" and pair[1][1:] == predicate.slots[place].name for pair in words)
