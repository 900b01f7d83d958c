"""Declared sentences read to the letter: affirmed, denied with a plain *not*, or asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.statements import Literal
from arguendo.vocabulary.templates import is_hole, templates_of
from arguendo.vocabulary.vocabulary import Vocabulary

_DOING = words_of("doing")
_HELPING = words_of("helping")
_NOT = re.compile(
    rf"\b(?:{'|'.join(sorted(_DOING))}) not (?P<verb>\w+)|\b(?P<other>\w+) not\b", re.I
)
_DENYING = {
    short: " ".join(whole)
    for short, whole in word_lists().contractions.items()
    if whole[-1] in words_of("denying_verbs")
}
"""What contractions that deny stand for: `can't`, `cannot`."""
_CONTRACTED = re.compile(rf"(?<!\w)(?:{'|'.join(_DENYING)})(?!\w)".replace("'", "['’]"), re.I)
_OF_SEVERAL = words_of("of_every") | words_of("of_some") | words_of("of_no")
_AUXILIARIES = words_of("auxiliaries")
MOST_WORDS = 30
"""Words of a question; a longer one is hardly put word for word."""
KEPT = 8
"""Rule bases whose words are kept by their stems."""


def read(vocabulary: Vocabulary, text: str) -> Literal | None:
    """Return the one ground statement that a text puts word for word, or denies with one *not*."""
    found = _ground(vocabulary, text)
    text = _in_full(text)
    refused = _NOT.search(text)
    if found or refused is None or not refused.start():
        return found
    for verb in _affirmed(vocabulary, refused):
        plain = f"{text[: refused.start()]}{verb}{text[refused.end() :]}"
        found = None if _NOT.search(plain) else _ground(vocabulary, plain)
        if found is not None and found.positive:
            return Literal(found.statement, positive=False)
    return None


def asked(vocabulary: Vocabulary, text: str) -> Literal | None:
    """Return what a question asks that is a declared one, or a declared sentence put as one.

    `Does Ben pay the rent?`, of *Ben pays the rent*. Who asks `isn't the rent due?` asks whether it
    is, and awaits a yes.
    """
    first, _, rest = text.rstrip("? ").partition(" ")
    words, verb = rest.split(), _in_full(first.casefold()).removesuffix(" not")
    if verb not in _AUXILIARIES or not 1 < len(words) < MOST_WORDS:
        return None
    found = _ground(_questions(vocabulary), text.rstrip("? "))
    if found is not None or "not" in words or not _OF_SEVERAL.isdisjoint(words):
        return found  # what they ask for is told by more than the words
    helped = _without_helping(vocabulary, words) if verb in _HELPING else ()
    turned = (" ".join((*words[:end], verb, *words[end:])) for end in range(1, len(words)))
    return _only(vocabulary, chain(helped, () if verb in _DOING else turned))


def explained(vocabulary: Vocabulary, text: str) -> Literal | None:
    """Return what a question behind *why* asks about: `isn't the rent due?`, that it is not."""
    found, (first, *_) = asked(vocabulary, text), (*text.split(), "")
    denies = found is not None and found.positive and _in_full(first) != first
    return replace(found, positive=False) if found is not None and denies else found


def brought_about(vocabulary: Vocabulary, text: str) -> Literal | None:
    """Return the statement that an infinitive puts: `Ben to pay the rent`, `the rent to be due`."""
    words = text.rstrip("? ").split()
    if len(words) > MOST_WORDS:
        return None
    places = (place for place, word in enumerate(words) if place and word == "to")
    return _only(vocabulary, chain.from_iterable(_finite(vocabulary, words, p) for p in places))


def _finite(vocabulary: Vocabulary, words: list[str], place: int) -> Iterator[str]:
    """Go through the sentences that words may come from which have *to* at a place."""
    before, after = words[:place], words[place + 1 :]
    if after[:1] == ["be"]:
        yield from (" ".join((*before, verb, *after[1:])) for verb in ("is", "are"))
    elif after:
        for verb in (after[0], *_alike(vocabulary, after[0])):
            yield " ".join((*before, verb, *after[1:]))


def _without_helping(vocabulary: Vocabulary, words: list[str]) -> Iterator[str]:
    """Go through the sentences that words may come from which a form of *do* stood before."""
    yield " ".join(words)
    for place, word in enumerate(words[1:], 1):
        for verb in _alike(vocabulary, word):
            yield " ".join((*words[:place], verb, *words[place + 1 :]))


def _only(vocabulary: Vocabulary, sentences: Iterable[str]) -> Literal | None:
    """Return what all the sentences that are declared say; None where they differ."""
    found = {each for text in sentences if (each := read(vocabulary, text)) is not None}
    return found.pop() if len(found) == 1 else None


def _in_full(text: str) -> str:
    """Put in place of contractions that deny what they stand for: `does not`, of `doesn't`."""
    return _CONTRACTED.sub(lambda found: _DENYING[found[0].casefold().replace("’", "'")], text)


def _ground(vocabulary: Vocabulary, text: str) -> Literal | None:
    readings = vocabulary.read(text)
    return readings[0] if len(readings) == 1 and readings[0].statement.is_ground else None


def _affirmed(vocabulary: Vocabulary, refused: re.Match[str]) -> Iterator[str]:
    """Go through what could stand in place of a denied verb: `did not refuse`, of *refused*."""
    if refused["other"]:
        yield refused["other"]
        return
    yield refused["verb"]
    yield from _alike(vocabulary, refused["verb"])


def _alike(vocabulary: Vocabulary, word: str) -> Iterator[str]:
    """Go through the other declared words that have the stem of a word."""
    known = _by_stem(vocabulary).get(stem(word.casefold()), ())
    return (each for each in known if each != word.casefold())


@lru_cache(maxsize=KEPT)
def _by_stem(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Return the words of all declared sentences by their stems."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for predicate in vocabulary.predicates.values():
        for written, _ in templates_of(predicate):
            for shape in written.shapes:
                for word in shape:
                    if not is_hole(word):
                        found[stem(word)].add(word)
    return {base: tuple(sorted(words)) for base, words in found.items()}


@lru_cache(maxsize=KEPT)
def _questions(vocabulary: Vocabulary) -> Vocabulary:
    """Return a vocabulary whose sentences are the declared questions of another."""
    asking = (
        replace(each, says=each.asks.rstrip("? "), also=(), denies="", asks="")
        for each in vocabulary.predicates.values()
        if each.asks
    )
    return Vocabulary(vocabulary.entities.values(), asking)
