"""English words by how common they are, from the word list that comes with pyspellchecker.

What is a word is no slip, though neither the rule base nor the lexicon knows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256

from arguendo.keeping import kept

MOST = 35_000
"""Words of the list that count, the commonest first: the rest are rare, or slips themselves."""


@cache
def ranks() -> Mapping[str, int]:
    """Return the words in small letters, each with how many are more common."""
    return {word: place for place, word in enumerate(_words().split())}


def is_english(word: str) -> bool:
    """Tell whether a word in small letters is one of the list."""
    return word in ranks()


def near(word: str, most: int) -> Iterator[tuple[str, int]]:
    """Go through the words of the list that so many slips lead to; the first letter is no slip."""
    yield from among(_by_letter().get(word[:1], ()), word, most)


def among(words: Sequence[str], word: str, most: int) -> Iterator[tuple[str, int]]:
    """Go through those of some words that so many slips lead to, each with how many.

    A slip is a letter more, less, or other, or two neighbours swapped.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    yield from ((each, int(slips)) for each, slips, _ in found)


@cache
def _by_letter() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in ranks():
        found.setdefault(word[0], []).append(word)
    return found


def _words() -> str:
    from importlib.metadata import version

    told = sha256(f"pyspellchecker {version('pyspellchecker')} {MOST}".encode()).hexdigest()
    return kept("english", told, _read)


def _read() -> str:
    from spellchecker import SpellChecker

    counts = SpellChecker(distance=1).word_frequency.dictionary
    return " ".join(sorted(counts, key=lambda word: (-counts[word], word))[:MOST])
