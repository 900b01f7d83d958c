"""Words that are derived from each other: `ill` and `illness`, `apply`, `applicant`, `application`.

Their stems differ, since they mean different things; but who says one may well mean the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from arguendo.conversation.lexicon import derived_endings

SHORTEST, SHORTEST_OF_QUALITY = 4, 3
"""Letters that are left at least of a word without its ending, and without one that is plain."""
PLAIN = ("ness", "ment", "ship", "hood", "ful")
"""Endings that stand for nothing else."""


@lru_cache(maxsize=20_000)
def roots(stem: str) -> frozenset[str]:
    """Return what a stem may be derived from, with the stem itself."""
    return frozenset({stem, *_shorter(stem)})


def _shorter(stem: str) -> Iterator[str]:
    for ending, others in derived_endings().items():
        if not stem.endswith(ending):
            continue
        least = SHORTEST_OF_QUALITY if ending in PLAIN else SHORTEST
        for other in others:
            root = stem[: -len(ending)] + other
            if len(root) >= least:
                yield root
