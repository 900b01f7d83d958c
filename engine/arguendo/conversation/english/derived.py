"""Words that are derived from each other: `ill` and `illness`, `apply`, `applicant`, `application`.

Their stems differ, since they mean different things; but who says one may well mean the other. So
may who says the last part of a word that is put together: `phone` for `smartphone`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from arguendo.conversation.english.stems import stem as stem_of
from arguendo.conversation.lexicon import common_words, derived_endings, words_of

SHORTEST, SHORTEST_OF_QUALITY = 4, 3
"""Letters that are left at least of a word without its ending, and without one that is plain."""
PLAIN = ("ness", "ment", "ship", "hood", "ful")
"""Endings that stand for nothing else."""


@lru_cache(maxsize=20_000)
def roots(stem: str) -> frozenset[str]:
    """Return what a stem may be derived from, with the stem itself."""
    return frozenset({stem, *_shorter(stem), *_last_part(stem)})


def _last_part(stem: str) -> Iterator[str]:
    """Give the last of the two plain words that a word is put together of."""
    plain = _plain()
    for cut in range(SHORTEST, len(stem) - SHORTEST + 1):
        first = stem[:cut]
        if first in plain and stem[cut:] in plain and first not in words_of("no_first_parts"):
            yield stem[cut:]


@cache
def _plain() -> frozenset[str]:
    return frozenset({*common_words(), *map(stem_of, common_words())})


def _shorter(stem: str) -> Iterator[str]:
    for ending, others in derived_endings().items():
        if not stem.endswith(ending):
            continue
        least = SHORTEST_OF_QUALITY if ending in PLAIN else SHORTEST
        for other in others:
            root = stem[: -len(ending)] + other
            if len(root) >= least:
                yield root
