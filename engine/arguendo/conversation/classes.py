"""What questions are built of: classes of plain words, and in which order they stand.

A class says of a rare word what is known of common ones: `what ensues from`, `what flows from`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from arguendo.conversation import lexicon
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.masking import ACTOR, BEGINS, ENDS, NAME, SUBJECT, tokens
from arguendo.conversation.stems import stem
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Sentence

TOPIC = "@"
"""Stands for names and for words of the rule base's own subject, however many."""
MOST_PAIRED = 12
"""Classes of a sentence that are paired with one another."""
_ABOUT = frozenset({ACTOR, NAME, SUBJECT})
_AUXILIARIES = words_of("auxiliaries")


def of_asked(said: Utterance, sentence: Sentence) -> Iterator[str]:
    """Tell of which classes of words a sentence is built, its clauses, and what is beside it."""
    whole = outline(said, sentence)
    yield from _sequences("built", whole)
    yield f"built is {' '.join(whole[:6])}"
    for one, other in combinations(sorted({*whole} - {TOPIC})[:MOST_PAIRED], 2):
        yield f"pair: {one} {other}"
    head, *others = _clauses(sentence)
    if others:
        last = outline(said, others[-1])
        yield from _sequences("clause", last)
        yield f"clause is {' '.join(last[:4])}"
        yield from _of_declared("head", said, head)
    for each in said.said:
        if each is not sentence and len(each):
            yield from _of_declared("beside", said, each)


def outline(said: Utterance, sentence: Sentence) -> list[str]:
    """Return the classes of a sentence's words and where its topic stands, nothing else."""
    found: list[str] = []
    for token in tokens(said, sentence):
        kind = TOPIC if token in _ABOUT else _classes().get(token)
        if kind and found[-1:] != [kind]:
            found.append(kind)
    return found


def _of_declared(name: str, said: Utterance, sentence: Sentence) -> Iterator[str]:
    """Tell how words begin that may be supposed, and whether they are a sentence of their own."""
    found = outline(said, sentence)
    told = "told" if any(w.text in _AUXILIARIES for w in sentence.words) else "bare"
    yield f"{name} {told}"
    for size in (1, 2, 3):
        yield f"{name}: {' '.join(found[:size])}"
    yield from (f"{name} of: {each}" for each in {*found})


def _clauses(sentence: Sentence) -> list[Sentence]:
    """Take a sentence apart at the marks within it."""
    words = sentence.words
    cuts = [0, *(p for p, word in enumerate(words) if p and word.before), len(words)]
    return [Sentence(words[a:b]) for a, b in pairwise(cuts)]


def _sequences(name: str, classes: Sequence[str]) -> Iterator[str]:
    around = [BEGINS, *classes, ENDS]
    bare = [each for each in around if each != TOPIC]
    for size in (1, 2, 3):
        for place in range(len(around) - size + 1):
            yield f"{name}: {' '.join(around[place : place + size])}"
    for size in (2, 3):
        for place in range(len(bare) - size + 1):
            yield f"{name} of: {' '.join(bare[place : place + size])}"


@cache
def _classes() -> Mapping[str, str]:
    """Return the stems of classed words, each with its class."""
    told = lexicon.read("classes")["classes"]
    return {stem(word): name for name, words in told.items() for word in words.split()}
