"""Words typed as they sound: endings left out or worn down, vowels left out or drawn out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

VOWELS = frozenset("aeiou")
SHORTEST = 5
"""Letters from which on an ending may be one that was worn down."""
LEAST_CONSONANTS = 3
"""Consonants that are enough to tell a word by."""
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


def forms(text: str) -> Iterator[str]:
    """Go through what a word is in full: `missin`, `spottd`, `sista`, `Ruthie`, `sooo`."""
    if _DRAWN_OUT.search(text):
        yield _DRAWN_OUT.sub(r"\1", text)
        yield _DRAWN_OUT.sub(r"\1\1", text)
    if text.endswith("in") and len(text) > 3:
        yield f"{text}g"
    if len(text) > 3 and text[-1] == "d" and text[-2] not in VOWELS:
        yield f"{text[:-1]}ed"
    if len(text) >= SHORTEST and text.endswith("ie"):
        yield text[:-2]
        yield f"{text[:-2]}e"
    if len(text) >= SHORTEST and text[-1] in "ah" and text[-2] not in VOWELS:
        yield f"{text[:-1]}er"


def consonants(text: str) -> str:
    """Return a word's letters without vowels, none twice in a row; the first letter stays."""
    left = text[:1] + "".join(letter for letter in text[1:] if letter not in VOWELS)
    return "".join(letter for letter, _ in groupby(left))


def by_consonants(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return words by their consonants, where these are enough."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        key = consonants(word)
        if len(key) >= LEAST_CONSONANTS:
            found[key] = (*found.get(key, ()), word)
    return found


def leaves_out(text: str, word: str) -> bool:
    """Tell whether a text has a word's letters in order, some left out."""
    letters = iter(word)
    return len(text) < len(word) and all(letter in letters for letter in text)
