"""A question that follows what is supposed without a sign: `if she leaves is the club still open`.

Nothing but sense tells where it begins: the same is supposed without it, and it hangs on that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

LEAST_SUPPOSED, LEAST_ASKED = 3, 2
"""Words of what is supposed, and of a question behind it."""
MOST_TRIED = 4
"""Places at which a question is looked for."""
PLAIN = 4.0
"""The score from which on a few words ask about a statement of their own."""
_BEGINS = words_of("auxiliaries") - words_of("participles")
_JOINTS = words_of("joints")


def question(said: Utterance) -> tuple[Assumed, tuple[Sentence]] | None:
    """Find the question at the end of what a text supposes, with what it supposes without it."""
    *before, last = said.parts.assumed or [()]
    for place in [*_places(last)][:MOST_TRIED]:
        asked = Sentence(tuple(last[place:]), asks=True)
        without = read_assumptions(said.context, [*before, last[:place]], [asked.words])
        statement = _asked(said, without, asked)
        if statement is None or statement in without.truth:
            continue
        left = said.assumed.truth.keys() - without.truth.keys()
        if left <= {statement} and target.depends(said.context, without.truth, statement):
            return without, (asked,)
    return None


def _asked(said: Utterance, assumed: Assumed, asked: Sentence) -> Statement | None:
    readings = said.readings(Intent.WHAT_IF, [asked], assumed.truth) if assumed.truth else []
    return readings[0].statement if readings and readings[0].score >= PLAIN else None


def _places(words: Sequence[Word]) -> Iterator[int]:
    """Go through where a question could begin: behind a mark, or at a verb before its subject."""
    places = range(len(words) - LEAST_ASKED, LEAST_SUPPOSED - 1, -1)
    yield from (p for p in places if words[p].before and words[p].text not in _JOINTS)
    goes_on = _JOINTS | word_lists().pronouns
    yield from (p for p in places if words[p].text in _BEGINS and words[p - 1].text not in goes_on)
