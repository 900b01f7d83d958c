"""What questions are built of: classes of plain words, and in which order they stand.

A class says of a rare word what is known of common ones: `what ensues from`, `what flows from`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.signs.masking import ACTOR, NAME, SUBJECT, tokens
from arguendo.conversation.utterance import Utterance

TOPIC = "@"
"""Stands for names and for words of the rule base's own subject, however many."""
_ABOUT = frozenset({ACTOR, NAME, SUBJECT})


def outline(said: Utterance, sentence: Sentence) -> list[str]:
    """Return the classes of a sentence's words and where its topic stands, nothing else."""
    found: list[str] = []
    for token in tokens(said, sentence):
        kind = TOPIC if token in _ABOUT else _classes().get(token)
        if kind and found[-1:] != [kind]:
            found.append(kind)
    return found


@cache
def _classes() -> Mapping[str, str]:
    """Return the stems of classed words, each with its class."""
    told = lexicon.read("classes")["classes"]
    return {stem(word): name for name, words in told.items() for word in words.split()}
