"""What a text wants: intents told by turns of phrase, before any statement is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.lexicon import words_of
from arguendo.inquiry.query import Intent, Listing

_AUXILIARIES = words_of("auxiliaries")
_ABOUT = frozenset({Intent.RECOMMEND.value})
"""Intents whose turns of phrase statements are made of as well: `guarantees are recommended to`."""
_QUESTION = 1.2
"""How much more a question tells than a sentence beside it."""


@dataclass
class Wanted:
    """How much speaks for each intent, and which words said so."""

    scores: dict[Intent, float] = field(default_factory=dict)
    places: dict[Intent, set[tuple[int, int]]] = field(default_factory=dict)
    """Sentence and word."""
    listing: Listing | None = None
    phrases: set[tuple[int, int]] = field(default_factory=set)
    """The words of all strong turns of phrase of several words."""

    def add(self, intent: Intent, weight: float, sentence: int, places: Sequence[int]) -> None:
        """Count a cue."""
        self.scores[intent] = self.scores.get(intent, 0.0) + weight
        self.places.setdefault(intent, set()).update((sentence, place) for place in places)

    def score(self, intent: Intent) -> float:
        """Return how much speaks for an intent."""
        return self.scores.get(intent, 0.0)

    def best(self) -> list[tuple[Intent, float]]:
        """List the intents that anything speaks for, the likeliest first."""
        return sorted(self.scores.items(), key=lambda pair: -pair[1])


def wanted(sentences: Sequence[Sentence], names: Names) -> Wanted:
    """Weigh the turns of phrase of a text."""
    found = Wanted()
    asks = any(sentence.asks for sentence in sentences)
    for number, sentence in enumerate(sentences):
        stems = [word.stem for word in sentence.words]
        mentions = names.find([word.text for word in sentence.words])
        counts = _QUESTION if sentence.asks or not asks else 0.5
        best: dict[str, float] = {}
        for cue in cues.intents().find(stems, mentions):
            worth = cue.weight * counts * (1 + 0.12 * (len(cue.places) - 1))
            worth *= 1.1 if cue.start <= 1 else 1.0
            gain = max(worth - best.get(cue.group, 0.0), 0.15)
            best[cue.group] = max(best.get(cue.group, 0.0), worth)
            found.add(Intent(cue.group), gain, number, cue.places)
            if cue.weight > 2 and len(cue.places) > 1 and cue.group not in _ABOUT:
                found.phrases.update((number, place) for place in cue.places)
        _list(stems, number, counts, found)
        if _is_polar(sentence) or cues.group("frames", "asks").find(stems, mentions):
            found.add(Intent.ASK, 1.6 * counts, number, ())
    return found


def _is_polar(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for yes or no: an auxiliary begins it, or its last clause."""
    starts = [p for p, word in enumerate(sentence.words) if p == 0 or word.before]
    return sentence.asks and any(sentence.words[p].text in _AUXILIARIES for p in starts)


def _list(stems: Sequence[str], number: int, counts: float, found: Wanted) -> None:
    """Tell whether a list is wanted: an order and what can be listed."""
    nouns = cues.listings().find(stems)
    orders = cues.listing_orders().find(stems)
    if not nouns:
        return
    noun = max(nouns, key=lambda cue: (len(cue.places), -cue.start))
    ordered = [cue for cue in orders if cue.start <= noun.start]
    if ordered or len(stems) <= len(noun.places) + 2:
        worth = (3.2 if ordered else 2.8) + 0.15 * len(noun.places)
        worth -= 0.12 * max(0, len(stems) - 8)
        found.add(Intent.LIST, worth * counts, number, noun.places)
        found.listing = Listing(noun.group)


def scope(sentences: Sequence[Sentence], names: Names) -> dict[str, list[Found]]:
    """Find what points beyond a rule base: topics, attacks, quantities, hindsight, other names."""
    found: dict[str, list[Found]] = {}
    for sentence in sentences:
        stems = [word.stem for word in sentence.words]
        mentions = names.find([word.text for word in sentence.words])
        named = {place for m in mentions for place in range(m.start, m.end)}
        for cue in cues.group("scope").find(stems, mentions):
            found.setdefault(cue.group, []).append(cue)
        for cue in cues.group("world").find(stems):
            if not named.intersection(cue.places):
                found.setdefault("world", []).append(cue)
    return found
