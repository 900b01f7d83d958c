"""The ways to put what can be said in a rule base: its templates, phrasings and names.

Only words are looked at when they are collected, since a program that answers one question must not
wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from arguendo.conversation.english.meanings import WIDER, all_expressions
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import NUMERALS, plain_words
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements.analysis import HOLE, Analysis, Unit, analyse
from arguendo.conversation.statements.associations import Associations, associations
from arguendo.conversation.statements.hints import Hints, asked_hints, hints
from arguendo.conversation.statements.leading import leads
from arguendo.conversation.statements.literals import units
from arguendo.conversation.statements.sentences import content, words_of_template
from arguendo.rulebase import RuleBase
from arguendo.statements import Predicate, Statement
from arguendo.vocabulary.lending import lent

_PICK = re.compile(r"\[([^\[\]|]*)\|[^\[\]]*\]")
_SLOT = re.compile(r"\{(\w+)\}(?:'s?(?!\w))?")
_ACTORS = words_of("kinds_that_act")
SHORTEST_OF_NAME = 2
"""Letters of each word of a predicate's name by which people may put it."""


@dataclass(slots=True)
class Phrase:
    """One way of putting a statement, or of speaking of a thing."""

    target: str
    """A predicate, or `@` and an entity."""
    ground: Statement | None
    """The one statement that it puts, when it is not for the whole predicate."""
    affirms: bool
    slots: tuple[int, ...]
    """The places of the predicate's slots that stand in it, in the order of its words."""
    words: tuple[str, ...]
    units: tuple[Unit, ...] | None = None
    """None until it is taken apart."""
    negated: bool = False
    denies: bool = False
    quoted: bool = False
    """Whether something is denied in what it promises or says."""
    named: frozenset[str] = frozenset()
    """The entities that stand in it by name."""
    order: tuple[int | tuple[str, ...], ...] = ()
    """Its slots, by their places, and what it names, in the order of its words."""
    places: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    """The places of some arguments in that order, as far as it was told."""
    led: dict[int, int] = field(default_factory=dict)
    """In which sense a preposition leads to a slot, by its place."""
    passive: bool = False
    wordy: bool = True
    """Whether it has words beside names."""
    weight: float = 0.0
    """The sum of its units' weights."""
    alike: int = 0
    """The same for phrases that affirm or deny the same statement."""
    puts: int = 0
    """The same for phrases that could put the same statements."""

    def takes(self, arguments: Sequence[str]) -> bool:
        """Tell whether some arguments could fill it: whom it names stands in none of its slots."""
        return not self.named or all(arguments[place] not in self.named for place in self.slots)


class Phrases(NamedTuple):
    """What an index is built of: slow to make, and the same for equal rule bases."""

    names: Names
    targets: list[str]
    """Of each phrase, as the lists below: whole objects would take longer to read than to make."""
    grounds: dict[int, Statement]
    """Of the phrases that have one."""
    affirms: list[bool]
    slots: list[tuple[int, ...]]
    texts: list[str]
    """The words, joined."""
    first_thing: int
    """From this number on, phrases are names of what is argued about."""
    by_stem: dict[str, list[int]]
    by_meaning: dict[str, tuple[int, ...]]
    """The phrases that have all the words of an expression of a meaning."""
    associations: Associations
    hints: Hints
    asked_hints: Hints


def collected(rulebase: RuleBase) -> Phrases:
    """Collect the phrases of a rule base, statements' first."""
    return _Builder(rulebase).made()


class _Builder:
    """Collects the phrases of a rule base."""

    def __init__(self, rulebase: RuleBase) -> None:
        self.rulebase = rulebase
        vocabulary = rulebase.vocabulary
        ids = {entity.id for entity, _, _ in lent(vocabulary)}
        self.names = Names(tuple(vocabulary.entities.values()), ids)
        counted = units(rulebase.vocabulary.predicates.values())
        self.names.pairs |= {(number, unit) for unit in counted for number in NUMERALS}
        self.phrases: list[Phrase] = []
        self._seen: set[tuple[str, tuple[str, ...], Statement | None]] = set()

    def made(self) -> Phrases:
        """Return all phrases, statements' first."""
        for predicate in self.rulebase.vocabulary.predicates.values():
            self._templates(predicate)
        for phrasing in self.rulebase.phrasings:
            for texts, affirms in ((phrasing.means, True), (phrasing.denies, False)):
                for text in texts:
                    self._phrase(phrasing.target, text, affirms)
        first_thing = len(self.phrases)
        self._things()
        by_stem: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for word in {stem(word) for word in phrase.words}:
                by_stem.setdefault(word, []).append(number)
        expressions = all_expressions(wider=not self.rulebase.associations)
        by_meaning = {name: with_any(by_stem, choices) for name, choices in expressions.items()}
        spoken = (name for name, phrases in by_meaning.items() if phrases)
        self.names.told = frozenset(by_stem)
        self.names.wider = frozenset(name for name in spoken if name[-1] == WIDER)
        return Phrases(
            self.names,
            [each.target for each in self.phrases],
            {n: each.ground for n, each in enumerate(self.phrases) if each.ground is not None},
            [each.affirms for each in self.phrases],
            [each.slots for each in self.phrases],
            [" ".join(each.words) for each in self.phrases],
            first_thing,
            by_stem,
            by_meaning,
            associations(self.rulebase),
            hints(self.rulebase),
            asked_hints(self.rulebase),
        )

    def _templates(self, predicate: Predicate) -> None:
        if not self.rulebase.associations and (put := _by_name(predicate)):
            self._phrase(predicate.id, put, True)
        for text in (predicate.says, *predicate.also, predicate.asks):
            self._phrase(predicate.id, text, True)
        self._phrase(predicate.id, predicate.denies, False)

    def _phrase(self, target: str | Statement, text: str, affirms: bool) -> None:
        ground = target if isinstance(target, Statement) else None
        name = target.predicate if isinstance(target, Statement) else target
        predicate = self.rulebase.vocabulary.predicates.get(name)
        if not text or predicate is None:
            return
        slots: tuple[int, ...] = ()
        if "[" in text:
            text = _PICK.sub(r"\1", text)
        if "{" in text:
            places = {slot.name: place for place, slot in enumerate(predicate.slots)}
            slots = tuple(places[m[1]] for m in _SLOT.finditer(text) if m[1] in places)
            text = _SLOT.sub(f" {HOLE} ", text)
        words = tuple(plain_words(text))
        key = (name, words, ground)
        if key not in self._seen:
            self._seen.add(key)
            self.phrases.append(Phrase(name, ground, affirms, slots, words))

    def _things(self) -> None:
        """Names of what is argued about are phrases too, since people talk around them."""
        for words, entities in self.names.aliases():
            for entity in entities:
                if self.names.kinds[entity] not in _ACTORS and entity not in self.names.people:
                    self.phrases.append(Phrase(f"@{entity}", None, True, (), words))


def _by_name(predicate: Predicate) -> str:
    """Put a predicate by its name: `ports` for `{firm} brings {app} to the laptops`.

    Where nothing else tells how people put it, the word by which its author calls it may, unless
    its sentences have that already: `backs` says less than `{person} backs the cut`.
    """
    words = predicate.id.split("_")
    if any(len(word) < SHORTEST_OF_NAME or not word.isalpha() for word in words):
        return ""
    told = words_of_template(" ".join((predicate.says, predicate.denies, *predicate.also)))
    if told.issuperset(content(words)):
        return ""
    slots = [f"{{{slot.name}}}" for slot in predicate.slots]
    return " ".join((*slots[:1], *words, *slots[1:]))


def with_any(
    by_stem: Mapping[str, Sequence[int]], choices: Iterable[tuple[str, ...]]
) -> tuple[int, ...]:
    """Return the phrases that have all the words of one of several expressions."""
    found: set[int] = set()
    for words in choices:
        if len(words) == 1:
            found.update(by_stem.get(words[0], ()))
        elif all(word in by_stem for word in words):
            first, *others = sorted((by_stem[word] for word in words), key=len)
            found.update(set(first).intersection(*others))
    return tuple(sorted(found))


def take_apart(phrase: Phrase, names: Names) -> tuple[Unit, ...]:
    """Fill in what a phrase consists of, and return its units, which nobody has weighed yet."""
    thing = phrase.target[0] == "@"
    analysis = _inside(phrase.words, names) if thing else analyse(phrase.words, names, own=True)
    units = analysis.units
    phrase.order, phrase.passive = _in_order(phrase, analysis), analysis.passive
    holes = [place for place, word in enumerate(phrase.words) if word == HOLE]
    found = leads(phrase.words, holes)
    phrase.led = {
        slot: found[h] for h, slot in zip(holes, phrase.slots, strict=False) if h in found
    }
    if phrase.ground is not None:
        units, phrase.slots = _as_slots(units, phrase.ground)
    features = [feature for unit in units for feature in unit.features]
    phrase.named = frozenset(f[1:] for f in features if f[0] == "@")
    phrase.wordy = any(f[0] != "@" for f in features)
    phrase.negated, phrase.denies = analysis.negated, analysis.denies
    phrase.quoted = analysis.quoted
    phrase.units = tuple(units)
    return phrase.units


def _in_order(phrase: Phrase, analysis: Analysis) -> tuple[int | tuple[str, ...], ...]:
    """Return a phrase's slots and what it names, in the order of its words."""
    holes = (place for place, word in enumerate(phrase.words) if word == HOLE)
    found: dict[int, int | tuple[str, ...]] = dict(zip(holes, phrase.slots, strict=False))
    own = phrase.ground.arguments if phrase.ground else ()
    for mention in analysis.mentions:
        place = next((p for p, argument in enumerate(own) if argument in mention.entities), None)
        found[mention.start] = mention.entities if place is None else place
    return tuple(found[start] for start in sorted(found))


def _as_slots(units: list[Unit], ground: Statement) -> tuple[list[Unit], tuple[int, ...]]:
    """Let the names of a statement's arguments in a phrase be slots."""
    places: list[int] = []
    kept: list[Unit] = []
    for unit in units:
        named = [f[1:] for f in unit.features if f[0] == "@"]
        here = [place for place, argument in enumerate(ground.arguments) if argument in named]
        if here and len(units) > 1:
            places += [place for place in here if place not in places]
        else:
            kept.append(unit)
    return kept or units, tuple(places)


def _inside(words: tuple[str, ...], names: Names) -> Analysis:
    """Take a name apart by its words and by the names within it."""
    whole = analyse(words, names, own=True)
    if not any(mention.end - mention.start == len(words) for mention in whole.mentions):
        return whole
    if len(words) == 1:
        return analyse(words, _no_names(names.wider), own=True)
    first, last = (analyse(part, names, own=True) for part in (words[:-1], words[-1:]))
    shift = len(words) - 1
    for unit in last.units:
        unit.places = tuple(place + shift for place in unit.places)
        unit.mask <<= shift
    units = [*first.units, *last.units]
    return Analysis(units, [], first.negated != last.negated, first.denies or last.denies)


@cache
def _no_names(wider: frozenset[str]) -> Names:
    found = Names(())
    found.wider = wider
    return found
