"""Who *he* is beside another who is named: `and if he does promise, and Ben too?`.

The pronoun stands for whoever was last spoken of as doing something, not for the one named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.target import SUBJECTS
from arguendo.conversation.reference.relatives import put

_JOINS = words_of("joining")


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put a name in place of the subject of a sentence that ends in `and Ben too`."""
    return [_spelled_out(context, sentence) for sentence in said]


def _spelled_out(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    place = next((p for p, word in enumerate(words) if word.text in SUBJECTS), None)
    named = _added(context, words) if place is not None else None
    if place is None or named is None or place >= named[1]:
        return sentence
    doer = next(_doers(context, words[place].text, named[0]), None)
    if doer is None or context.index.names.find([word.text for word in words[:place]]):
        return sentence
    return replace(sentence, words=put(context, doer, words, place, place + 1))


def _added(context: Context, words: Sequence[Word]) -> tuple[str, int] | None:
    """Return who is named at the end of a sentence to do the same, and where that begins."""
    tails = sayings.single("adding", "also") | {"as", "well"}
    end = len(words)
    while end and words[end - 1].text in tails:
        end -= 1
    start = next((p for p in range(end - 1, 0, -1) if words[p].text in _JOINS), 0)
    mentions = context.index.names.find([word.text for word in words[start + 1 : end]])
    alone = len(mentions) == 1 and mentions[0].start == 0 and start + 1 + mentions[0].end == end
    return (mentions[0].entities[0], start) if start and alone and end < len(words) else None


def _doers(context: Context, pronoun: str, other: str) -> Iterator[str]:
    """Go through those who were spoken of as doing something, the last first."""
    people = context.index.names.people
    for query in context.queries:
        for statement in (*query.assume, *([query.statement] if query.statement else [])):
            doer = statement.arguments[0] if statement.arguments else ""
            person = doer in people and doer != other
            if person and context.may_be(doer, (pronoun,)):
                yield doer
