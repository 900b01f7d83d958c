"""Misspelt words set right against the words that the rule base and the lexicon know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.index import Index
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.meanings import stems_known
from arguendo.conversation.stems import stem
from arguendo.conversation.words import Sentence, Word, plain_words
from arguendo.keeping import kept

SHORTEST = 4
"""Letters below which a word is left as it is."""
LONG = 8
"""Letters from which on two slips are forgiven."""


def repaired(sentences: Sequence[Sentence], index: Index) -> list[Sentence]:
    """Set misspelt words right; words that are known, short or of other scripts stay."""
    return [replace(s, words=tuple(_repaired(word, index) for word in s.words)) for s in sentences]


def _repaired(word: Word, index: Index) -> Word:
    text = word.text
    if len(text) < SHORTEST or not text.isascii() or not text.isalpha() or known(word, index):
        return word
    if text.endswith("in") and not known(word, index):  # as it is spoken: `missin`
        whole = replace(word, text=f"{text}g", stem=stem(f"{text}g"))
        if known(whole, index):
            return whole
    found = nearest(text, index.spellings)
    return replace(word, text=found, stem=stem(found)) if found else word


def known(word: Word, index: Index) -> bool:
    """Tell whether a word is one of the rule base, of the lexicon, or common."""
    text = word.text
    return (
        word.stem in index.vocabulary
        or text in index.names.words
        or (text.endswith("s") and text[:-1] in index.names.words)
        or word.stem in stems_known()
        or text in word_lists().stop
        or text in lexicon.common_words()
        or word.stem in _stems_of_cues()
    )


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the known word that a word is a slip away from, or two when it is long; else none."""
    first, length = text[0], len(text)
    slack = 2 if length >= LONG else 1
    near = [
        word
        for word in known
        if word[:1] == first and abs(len(word) - length) <= slack and len(word) >= SHORTEST
    ]
    one = [word for word in near if abs(len(word) - length) <= 1 and one_slip(text, word)]
    if one or slack == 1:
        return min(one, default="")
    from rapidfuzz.distance import OSA

    return min((w for w in near if OSA.distance(text, w, score_cutoff=slack) <= slack), default="")


def one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter more, less, other, or by two swapped."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]


@cache
def _stems_of_cues() -> frozenset[str]:
    """Return the stems of the words of cues and lists, which need no repair."""
    return kept("cue-words", lexicon.LEXICON, _read_stems)


def _read_stems() -> frozenset[str]:
    found: set[str] = set()
    waiting: list[object] = [lexicon.cues()]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, str):
            found.update(stem(word) for word in plain_words(each))
    lists = word_lists()
    for words in (lists.irregular, lists.texting, lists.contractions):
        found.update(stem(word) for word in words)
    return frozenset(found)
