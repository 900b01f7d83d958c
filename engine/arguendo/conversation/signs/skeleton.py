"""How the sentence that asks is built: classes of words, auxiliaries and small words in order.

It tells who depends on whom (`what rests on it`, `what it rests on`), whether one asks how
something came about or how to bring it about, and, with how things stand, what is presumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from arguendo.conversation import lexicon
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.signs.classes import TOPIC
from arguendo.conversation.signs.masking import BEGINS, ENDS, SUBJECT, plain
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance

BREAK = ","
"""Stands for a mark between clauses."""
FIRST = 4
"""Parts of a skeleton by which it begins."""
_PRESUMING = words_of("presuming")
"""Classes that presume something of what is asked about: that it holds, or that it does not."""


def of_skeleton(said: Utterance, sentence: Sentence, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell how the sentence that asks is built, and how what it asks about stands."""
    built = skeleton(said, sentence)
    for one, next_one in pairwise([BEGINS, *built, ENDS]):
        yield f"built: {one} {next_one}"
    for size in range(1, FIRST + 1):
        yield f"built{size} {' '.join(built[:size])}"
    stands = "none"
    for first in readings[:1]:
        stands = "holds" if said.context.holds(first.statement) else "fails"
    for one, other in combinations(sorted(_PRESUMING.intersection(built)), 2):
        yield f"built: {stands} {one} {other}"


def skeleton(said: Utterance, sentence: Sentence) -> Sequence[str]:
    """Return the classes of a sentence's words, where its topic stands, and its marks."""
    own = said.context.index.spoken
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    found: list[str] = []
    for place, word in enumerate(sentence.words):
        if place not in named and word.before and found[-1:] not in ([], [BREAK]):
            found.append(BREAK)
        kind = TOPIC if place in named else _kind(word, own)
        if kind and (kind != TOPIC or found[-1:] != [TOPIC]):
            found.append(kind)
    return found


def _kind(word: Word, own: frozenset[str]) -> str | None:
    """Return the class of a word; the rule base's own words are topic, others are left out."""
    auxiliary = _auxiliaries().get(word.text)
    if auxiliary is not None:
        return auxiliary
    return TOPIC if plain(word, own) == SUBJECT else _classes().get(word.stem)


@cache
def _classes() -> Mapping[str, str]:
    """Return the stems of classed words, each with its class."""
    told = lexicon.read("classes")["skeleton"]
    return {stem(word): name for name, words in told.items() for word in words.split()}


@cache
def _auxiliaries() -> Mapping[str, str]:
    """Return the forms of auxiliaries, each with its tense or mood."""
    told = lexicon.read("classes")["skeleton_auxiliaries"]
    return {word: name for name, words in told.items() for word in words.split()}
