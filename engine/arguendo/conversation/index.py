"""What can be said in a rule base, indexed once by its words.

Only words are looked at when the index is built, since a program that answers one question must
not wait for it; a phrase is taken apart when it is first looked at closely.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import NamedTuple

from arguendo.conversation.analysis import HOLE, Analysis, Unit, analyse
from arguendo.conversation.associations import Associations, associations
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.meanings import all_expressions
from arguendo.conversation.mentions import Names
from arguendo.conversation.stems import stem
from arguendo.conversation.words import plain_words
from arguendo.keeping import kept
from arguendo.rulebase import RuleBase
from arguendo.statements import Predicate, Statement

MEANT = 0.7
"""How well words fit that mean the same without being the same."""
NAME = 1.7
"""What a name in a phrase weighs at most: as much as a slot."""

SMOOTHED = 5.0
"""Phrases that every target is thought to have beside its own, with words as in general."""
OFTEN = 3
"""Phrases with a word from which on it is one of the rule base's own."""

_PICK = re.compile(r"\[([^\[\]|]*)\|[^\[\]]*\]")
_SLOT = re.compile(r"\{(\w+)\}(?:'s?(?!\w))?")
_ACTORS = frozenset({"person", "state", "group", "body"})


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
    named: frozenset[str] = frozenset()
    """The entities that stand in it by name."""
    order: tuple[int | tuple[str, ...], ...] = ()
    """Its slots, by their places, and what it names, in the order of its words."""
    places: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    """The places of some arguments in that order, as far as it was told."""
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


class Index:
    """The phrases of a rule base, with what each feature weighs and where it stands."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Take the words of templates, phrasings and names."""
        self.rulebase = rulebase
        made = kept("index", rulebase.digest, lambda: _Builder(rulebase).made())
        self.names, self.first_thing = made.names, made.first_thing
        self.associations = made.associations
        self._made, self._by_stem, self._targets = made, made.by_stem, made.targets
        self._sizes = Counter(self._targets)
        self._phrases: dict[int, Phrase] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._weights: dict[str, float] = {}
        self._salience: dict[str, dict[str, tuple[float, float]]] = {}
        self._same: dict[tuple[object, ...], int] = {}
        self.rough = [0.0] * len(self._targets)
        """What phrases weigh that were not taken apart, as far as it was told."""
        self.vocabulary = frozenset(self._by_stem) | frozenset(map(stem, self.names.words))
        """The stems of all words that stand in phrases and names."""
        self.actors = frozenset(self._actors())

    def _actors(self) -> Iterator[str]:
        """Go through the entities that could be advised."""
        vocabulary = self.rulebase.vocabulary
        firsts = [p.slots[0] for p in vocabulary.predicates.values() if p.advice and p.slots]
        for entity in vocabulary.entities:
            if not firsts or any(vocabulary.suits(entity, slot) for slot in firsts):
                yield entity

    @cached_property
    def deciders(self) -> frozenset[str]:
        """The entities in whose hands it is whether something is so."""
        vocabulary = self.rulebase.vocabulary
        slots = [s for p in vocabulary.predicates.values() for s in p.slots if s.name == p.by]
        return frozenset(
            e for e in vocabulary.entities if any(vocabulary.suits(e, s) for s in slots)
        )

    # -- looking up

    def numbers(self, feature: str) -> tuple[int, ...]:
        """Return the phrases that may have a feature: a stem, several, `*meaning` or `@entity`."""
        found = self._numbers.get(feature)
        if found is None:
            if feature[0] == "*":
                found = self._made.by_meaning.get(feature[1:], ())
            elif feature[0] == "@":
                names = self.names.of(feature[1:])
                found = _with_any(self._by_stem, [tuple(map(stem, name)) for name in names])
            elif " " in feature:
                found = _with_any(self._by_stem, [tuple(feature.split())])
            else:
                found = tuple(self._by_stem.get(feature, ()))
            self._numbers[feature] = found
        return found

    def weight(self, feature: str) -> float:
        """Weigh a feature by how few targets it speaks for; 0 when it speaks for none."""
        found = self._weights.get(feature)
        if found is None:
            targets = {self._targets[number] for number in self.numbers(feature)}
            found = log(1 + len(self._sizes) / len(targets)) if targets else 0.0
            self._weights[feature] = found
        return found

    def fit(self, feature: str) -> float:
        """Return what it is worth that a feature fits."""
        weight = self.weight(feature)
        return weight * MEANT if feature[0] == "*" else weight

    def salience(self, feature: str) -> dict[str, tuple[float, float]]:
        """Tell how typical a feature is of each target, and how much likelier than in general.

        The latter is a log-likelihood ratio, smoothed by how often the feature is used at all.
        """
        found = self._salience.get(feature)
        if found is None:
            tally = Counter([self._targets[number] for number in self.numbers(feature)])
            often = (tally.total() + 1) / (len(self._targets) + 1)
            found = {}
            for target, count in tally.items():
                size = self._sizes[target]
                share = (count + SMOOTHED * often) / (size + SMOOTHED)
                found[target] = (count / (2 + size)) ** 0.5, max(0.0, log(share / often))
            self._salience[feature] = found
        return found

    def rough_weight(self, number: int) -> float:
        """Weigh a phrase without taking it apart."""
        stop = word_lists().stop
        words = self._made.texts[number].split()
        content = (word for word in words if word not in stop and word != HOLE)
        found = self.rough[number] = sum(self.weight(stem(word)) for word in content)
        return found

    def phrase(self, number: int) -> Phrase:
        """Return a phrase, taken apart."""
        phrase = self._phrases.get(number)
        if phrase is None:
            phrase = self._phrases[number] = self._taken_apart(number)
        return phrase

    def _taken_apart(self, number: int) -> Phrase:
        made = self._made
        phrase = Phrase(
            made.targets[number],
            made.grounds.get(number),
            made.affirms[number],
            made.slots[number],
            tuple(made.texts[number].split()),
        )
        thing = phrase.target[0] == "@"
        analysis = _inside(phrase.words, self.names) if thing else analyse(phrase.words, self.names)
        units = analysis.units
        phrase.order, phrase.passive = _in_order(phrase, analysis), analysis.passive
        if phrase.ground is not None:
            units, phrase.slots = _as_slots(units, phrase.ground)
        for unit in units:
            unit.weight = unit.share * max(map(self.fit, unit.features))
            if unit.is_name:
                unit.weight = min(unit.weight, NAME)
            unit.kind = self._number(unit.features, unit.clarity)
        features = [feature for unit in units for feature in unit.features]
        phrase.named = frozenset(f[1:] for f in features if f[0] == "@")
        phrase.wordy = any(f[0] != "@" for f in features)
        phrase.negated, phrase.denies = analysis.negated, analysis.denies
        phrase.weight = sum(unit.weight for unit in units)
        phrase.units = tuple(units)
        phrase.alike = self._number(phrase.target, phrase.ground, phrase.affirms)
        phrase.puts = self._number(phrase.target, phrase.ground, phrase.ground and phrase.slots)
        return phrase

    def _number(self, *same: object) -> int:
        """Return a number for what phrases or their units have in common."""
        return self._same.setdefault(same, len(self._same))

    @cached_property
    def own(self) -> frozenset[str]:
        """The stems of names and templates: what the rule base is about, however it is put."""
        vocabulary = self.rulebase.vocabulary
        texts = [
            text
            for each in vocabulary.predicates.values()
            for text in (each.says, each.denies, *each.also, each.asks)
        ]
        words = {word for text in texts for word in plain_words(text)}
        often = {word for word, numbers in self._by_stem.items() if len(numbers) >= OFTEN}
        return frozenset(often.union(map(stem, self.names.words | words)))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Return the words of phrases and names as they are spelled."""
        return self.names.words | {word for text in self._made.texts for word in text.split()}


def _with_any(
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


class _Builder:
    """Collects the phrases of a rule base."""

    def __init__(self, rulebase: RuleBase) -> None:
        self.rulebase = rulebase
        self.names = Names(tuple(rulebase.vocabulary.entities.values()))
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
        return Phrases(
            self.names,
            [each.target for each in self.phrases],
            {n: each.ground for n, each in enumerate(self.phrases) if each.ground is not None},
            [each.affirms for each in self.phrases],
            [each.slots for each in self.phrases],
            [" ".join(each.words) for each in self.phrases],
            first_thing,
            by_stem,
            {name: _with_any(by_stem, choices) for name, choices in all_expressions().items()},
            associations(self.rulebase),
        )

    def _templates(self, predicate: Predicate) -> None:
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
                if self.names.kinds[entity] not in _ACTORS:
                    self.phrases.append(Phrase(f"@{entity}", None, True, (), words))


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
    whole = analyse(words, names)
    if not any(mention.end - mention.start == len(words) for mention in whole.mentions):
        return whole
    if len(words) == 1:
        return analyse(words, _NO_NAMES)
    first, last = analyse(words[:-1], names), analyse(words[-1:], names)
    shift = len(words) - 1
    for unit in last.units:
        unit.places = tuple(place + shift for place in unit.places)
        unit.mask <<= shift
    units = [*first.units, *last.units]
    return Analysis(units, [], first.negated != last.negated, first.denies or last.denies)


_NO_NAMES = Names(())
_KEPT: dict[int, tuple[RuleBase, Index]] = {}
_MOST_KEPT = 8


def index_of(rulebase: RuleBase) -> Index:
    """Return the index of a rule base, built at its first use."""
    kept = _KEPT.get(id(rulebase))
    if kept is None or kept[0] is not rulebase:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        kept = _KEPT[id(rulebase)] = (rulebase, Index(rulebase))
    return kept[1]
