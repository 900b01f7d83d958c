"""Ids of entities that are words of declared sentences as well: `buses`, of *runs more buses*."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.statements import Entity, Predicate
from arguendo.vocabulary.templates import template
from arguendo.vocabulary.vocabulary import Vocabulary
from arguendo.vocabulary.words import ARTICLES, normalise


def lent(vocabulary: Vocabulary) -> Iterator[tuple[Entity, Predicate, str]]:
    """Find the ids that are words of a sentence and none of their entity's own names.

    Each comes with the statement and the sentence it first stands in.
    """
    for entity in vocabulary.entities.values():
        words = _spoken(entity.id.replace("_", " "))
        own = (_spoken(name) for name in (entity.name, *entity.aliases))
        if not words or words in own:
            continue
        found = next(_sentences_with(f" {words} ", vocabulary), None)
        if found is not None:
            yield entity, *found


def _spoken(name: str) -> str:
    return " ".join(word for word in normalise(name) if word not in ARTICLES)


def _sentences_with(words: str, vocabulary: Vocabulary) -> Iterator[tuple[Predicate, str]]:
    for predicate in vocabulary.predicates.values():
        for text in (predicate.says, predicate.denies, predicate.asks, *predicate.also):
            shapes = template(text).shapes if text else ()
            if any(words in f" {' '.join(shape)} " for shape in shapes):
                yield predicate, text
