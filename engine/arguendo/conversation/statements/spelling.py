"""Misspelt words set right against the words that the rule base and the lexicon know.

Those of the rule base come first, then those of plain English, the commonest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.english import dictionary, spoken_out
from arguendo.conversation.english.meanings import stems_known
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word, plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.index import Index
from arguendo.keeping import kept

SHORTEST = 4
"""Letters below which a word is no slip of another."""
FEWEST = 3
"""Letters below which a word is left as it is."""
COMMON = 15_000
"""A word that is among so many of English is no slip of a rarer one."""
MOST_IN_CHAT = 16
"""Words of a turn at most in which some words have the meaning that they have in chat."""
LONG = 8
"""Letters from which on two slips are forgiven."""


class _Likely(IntEnum):
    """What a slip is likeliest of: names, small words of questions, the subject's words, others."""

    NAME = 0
    SMALL = 1
    OWN = 2
    KNOWN = 3
    ENGLISH = 4


def repaired(sentences: Sequence[Sentence], index: Index) -> list[Sentence]:
    """Set misspelt words right; words that are known, short or of other scripts stay."""
    chats = sum(map(len, sentences)) <= MOST_IN_CHAT
    return [
        replace(s, words=tuple(each for word in s.words for each in _read(word, index, chats)))
        for s in sentences
    ]


def _read(word: Word, index: Index, chats: bool) -> Iterator[Word]:
    meant = word_lists().unless_own.get(word.text) if chats else None
    if meant is None or word.stem in index.vocabulary:
        yield from _repaired(word, index)
        return
    for place, each in enumerate(meant):
        yield replace(_spelt(word, each), before="" if place else word.before)


def _repaired(word: Word, index: Index) -> Iterator[Word]:
    text = word.text
    if len(text) < FEWEST or not text.isascii() or not text.isalpha() or known(word, index):
        yield word
        return
    english = dictionary.is_english(text)
    names = index.names.words
    for spoken in sorted(spoken_out.forms(text), key=lambda form: form not in names):
        slang = not english or spoken == f"{text}g" or spoken in names
        if slang and (known(_spelt(word, spoken), index) or dictionary.is_english(spoken)):
            yield _spelt(word, spoken)
            return
    meant = _meant(word, index) if len(text) >= SHORTEST else text
    if meant == text and not english:
        meant = index.of_consonants(text) or _run_together(word, index) or text
    for place, each in enumerate(plain_words(meant)):
        yield replace(_spelt(word, each), before="" if place else word.before)


def _run_together(word: Word, index: Index) -> str:
    """Return the two words that were typed as one, both small or both names; else nothing."""
    small, names = word_lists().stop, index.names.words
    for place in range(2, len(word.text) - 1):
        one, other = word.text[:place], word.text[place:]
        if (one in small and other in small) or (one in names and other in names):
            return f"{one} {other}"
    return ""


def _spelt(word: Word, text: str) -> Word:
    return replace(word, text=text, stem=stem(text))


def _meant(word: Word, index: Index) -> str:
    """Return the word of which a word is a slip: of the fewest slips the likeliest; else itself.

    What is English is at most a slip of the rule base's own words, and one that begins in the
    middle of a sentence with a capital of those alone.
    """
    text, english = word.text, dictionary.is_english(word.text)
    if english and dictionary.ranks()[text] < COMMON:
        return text
    most = 1 if english else slack(text)
    names = {*index.names.words, *(f"{name}s" for name in index.names.words)}
    found = [
        (slips, _Likely.NAME if each in names else _Likely.OWN, each)
        for each, slips in near(text, names | index.spellings, most)
        if len(each) >= SHORTEST
    ]
    if not (english or word.capital):
        found += [(slips, _Likely.SMALL, each) for each, slips in near(text, _small_words(), 1)]
        found += [
            (slips, _Likely.KNOWN if known(_spelt(word, each), index) else _Likely.ENGLISH, each)
            for each, slips in dictionary.near(text, 1)
        ]
    common = dictionary.ranks()
    likely = (((*told, common.get(each, len(common))), each) for *told, each in found)
    return min(likely, default=((), text))[1]


def near(text: str, known: Iterable[str], most: int) -> Iterator[tuple[str, int]]:
    """Go through the known words that so many slips lead to, each with how many."""
    first = text[0]
    yield from dictionary.among([word for word in known if word[:1] == first], text, most)


@cache
def _small_words() -> frozenset[str]:
    """Return the words that open questions and help verbs, and those that stand for several."""
    lists = word_lists()
    words = {*words_of("auxiliaries"), *words_of("asks_on"), *lists.contractions, *lists.texting}
    return frozenset(word for word in words if len(word) >= SHORTEST)


def known(word: Word, index: Index) -> bool:
    """Tell whether a word is one of the rule base, of the lexicon, or common."""
    text = word.text
    return (
        word.stem in index.vocabulary
        or text in index.names.words
        or (text.endswith("s") and text[:-1] in index.names.words)
        or word.stem in stems_known(bool(index.names.wider))
        or text in word_lists().stop
        or text in lexicon.common_words()
        or word.stem in _stems_of_cues()
    )


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the known word of at least `SHORTEST` letters that a word is a slip of; else none."""
    found = near(text, (word for word in known if len(word) >= SHORTEST), slack(text))
    return min(((slips, word) for word, slips in found), default=(0, ""))[1]


def slack(text: str) -> int:
    """Return how many slips are forgiven in a word."""
    return 2 if len(text) >= LONG else 1


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
