"""How much something is, asked by what it is like: `how strong is the wind?`, `how hot is it?`."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import dimensions, read, word_lists
from arguendo.conversation.suppositions import amounts
from arguendo.conversation.suppositions.amounts import Measure
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Predicate

HALF = 0.5
"""How much of a sentence must be said, but for what its number is of."""


def asked_for(sentence: Sentence) -> str:
    """Return the word for what something is like behind *how*; empty where there is none."""
    words = [word.text for word in sentence.words]
    place = next((p for p, word in enumerate(words[:-1]) if word == "how"), None)
    like = words[place + 1] if place is not None else ""
    return like if like in dimensions() else ""


def called(measure: Measure) -> frozenset[str]:
    """Return the stems of the nouns by which a measure may be called: its *age*, the *distance*.

    The name of its predicate is one.
    """
    units, table = amounts.known_units(measure), read("words")["measured"]
    nouns = (noun for noun, told in table.items() if not units.isdisjoint(told.split()))
    return frozenset(map(stem, nouns)) | named(measure)


def named(measure: Measure) -> frozenset[str]:
    """Return the stems of the words in the name of a measure's predicate."""
    return frozenset(map(stem, measure.predicate.id.split("_")))


def is_like(measure: Measure, like: str) -> bool:
    """Tell whether a measure says that something is so much of what it is like: years *old*."""
    return bool(like) and stem(like) in measure.own


def may_tell(said: Utterance, sentence: Sentence, predicate: Predicate) -> bool:
    """Tell whether a predicate may have the number that is asked for: kilos tell how heavy."""
    of = dimensions().get(asked_for(sentence), frozenset())
    measure = _measure(said, predicate)
    if not of or measure is None or not amounts.known_units(measure):
        return True
    return not of.isdisjoint(amounts.known_units(measure))


def told_by(said: Utterance, sentence: Sentence, content: frozenset[str]) -> Iterator[Predicate]:
    """Go through the predicates of whose sentences some words say most, as far as they tell it."""
    shares = {
        measure.predicate: max((_share(each, content) for each in measure.sayings), default=0.0)
        for measure in amounts.measures(said.context)
        if may_tell(said, sentence, measure.predicate)
    }
    most = max(shares.values(), default=0.0)
    yield from (each for each, share in shares.items() if share == most >= HALF)


def takes(sentence: Sentence) -> range:
    """Return where the words stand that ask what something is like: *how* and what behind it."""
    words = [word.text for word in sentence.words]
    if not asked_for(sentence) or words[2:3] == [] or words[0] != "how":
        return range(0)
    return range(2) if words[2] in word_lists().auxiliaries else range(0)


def _share(saying: frozenset[str], content: frozenset[str]) -> float:
    return len(content) / len(saying) if content and content <= saying else 0.0


def _measure(said: Utterance, predicate: Predicate) -> Measure | None:
    return next((m for m in amounts.measures(said.context) if m.predicate == predicate), None)
