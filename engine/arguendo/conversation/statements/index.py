"""What can be said in a rule base, indexed once by its words.

A phrase is taken apart when it is first looked at closely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import log

from arguendo.conversation.english.derived import roots
from arguendo.conversation.english.meanings import all_expressions
from arguendo.conversation.english.spoken_out import by_consonants, consonants, leaves_out
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.statements.analysis import HOLE
from arguendo.conversation.statements.phrases import Phrase, collected, take_apart, with_any
from arguendo.keeping import kept
from arguendo.rulebase import RuleBase

MEANT = 0.7
"""How well words fit that mean the same without being the same."""
DERIVED = 0.7
"""How well words fit of which one is derived from the other, or both from a third."""
NAME = 1.7
"""What a name in a phrase weighs at most: as much as a slot."""

SMOOTHED = 5.0
"""Phrases that every target is thought to have beside its own, with words as in general."""
OFTEN = 3
"""Phrases with a word from which on it is one of the rule base's own."""


def quality(feature: str) -> float:
    """Tell how well words fit that share a feature."""
    return MEANT if feature[0] == "*" else DERIVED if feature[0] == "~" else 1.0


class Index:
    """The phrases of a rule base, with what each feature weighs and where it stands."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Take the words of templates, phrasings and names."""
        self.rulebase = rulebase
        made = kept("index", rulebase.digest, lambda: collected(rulebase))
        self.names, self.first_thing = made.names, made.first_thing
        self.associations = made.associations
        self.hints, self.asked_hints = made.hints, made.asked_hints
        self._made, self._by_stem, self._targets = made, made.by_stem, made.targets
        self._sizes = Counter(self._targets)
        self._phrases: dict[int, Phrase] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._weights: dict[str, float] = {}
        self._salience: dict[str, dict[str, tuple[float, float]]] = {}
        self._derived: dict[str, tuple[str, ...]] = {}
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
        """Return the phrases that may have a feature.

        That is a stem, several, `*meaning`, `@entity`, or `~stem` for what is derived from it.
        """
        found = self._numbers.get(feature)
        if found is None:
            if feature[0] == "*":
                found = self._made.by_meaning.get(feature[1:], ())
            elif feature[0] == "@":
                names = self.names.of(feature[1:])
                found = with_any(self._by_stem, [tuple(map(stem, name)) for name in names])
            elif feature[0] == "~":
                found = tuple(self._by_stem.get(feature[1:], ()))
            elif " " in feature:
                found = with_any(self._by_stem, [tuple(feature.split())])
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
        return self.weight(feature) * quality(feature)

    def derived(self, word: str) -> tuple[str, ...]:
        """Return the stems of phrases that are derived from a stem, or it from them.

        What is mostly put with either word as well needs no telling.
        """
        found = self._derived.get(word)
        if found is None:
            alike = {each for root in roots(word) for each in self._by_root.get(root, ())}
            own = self._targets_of(word)
            alike = set() if word in self._small else alike
            new = (x for x in alike - {word} if 2 * len(own & (t := self._targets_of(x))) < len(t))
            found = self._derived[word] = tuple(sorted(new))
        return found

    def _targets_of(self, word: str) -> set[str]:
        return {self._targets[number] for number in self._by_stem.get(word, ())}

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(map(stem, word_lists().stop))

    @cached_property
    def _by_root(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for word in self._by_stem.keys() - self._small:
            for root in roots(word):
                found.setdefault(root, []).append(word)
        return found

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
        units = take_apart(phrase, self.names)
        for unit in units:
            unit.weight = unit.share * max(map(self.fit, unit.features))
            if unit.is_name:
                unit.weight = min(unit.weight, NAME)
            unit.kind = self._number(unit.features, unit.clarity)
        phrase.weight = sum(unit.weight for unit in units)
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
    def spoken(self) -> frozenset[str]:
        """The vocabulary, and where little else tells how people put things what means the same."""
        if not self.names.wider:
            return self.vocabulary
        expressions = all_expressions(wider=True)
        told = (expressions[name] for name in self.names.wider)
        single = {words[0] for each in told for words in each if len(words) == 1}
        return self.vocabulary | single

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Return the words of phrases and names as they are spelled."""
        return self.names.words | {word for text in self._made.texts for word in text.split()}

    def of_consonants(self, text: str) -> str:
        """Return the rule base's word from which a text leaves out vowels; else nothing."""
        near = self._by_consonants.get(consonants(text), ())
        return min((word for word in near if leaves_out(text, word)), default="")

    @cached_property
    def _by_consonants(self) -> Mapping[str, tuple[str, ...]]:
        return by_consonants(self.spellings)


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
