"""What is possible without one thing when another is so: `if Anna pays, could it be without Ben?`.

What opens with an *if* is supposed, what is done without is denied, and the rest is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.readers import sufficing
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

UNSURE = 0.6
"""How sure it is where what is done without was not understood."""


def read(said: Utterance) -> Query | None:
    """Read a question for yes or no that says both what is supposed and what is done without."""
    parts = said.parts
    if parts.stance is not Stance.WHAT_IF or not said.assumed.truth or len(parts.rest) != 1:
        return None
    words = parts.rest[0].words
    if not words or words[0].text not in word_lists().auxiliaries:
        return None
    told = sufficing.done_without(words)
    if told is None or sufficing.is_otherwise(replace(said, said=parts.rest), told.place):
        return None
    query = sufficing.needing(replace(said, said=parts.rest), told.means, told.aim[1:])
    if query is None:
        return _not_understood(said, words, told)
    return _on(said, query)


def _on(said: Utterance, query: Query) -> Query | None:
    """Put what something takes without another under what a text supposes."""
    supposed = said.assumed.truth
    if any(supposed.get(each, true) is not true for each, true in query.assume.items()):
        return None
    others = tuple(filter(None, (_on(said, each) for each in query.alternatives)))
    assume = {**supposed, **query.assume}
    return replace(query, intent=Intent.WHAT_IF, assume=assume, alternatives=others)


def _not_understood(said: Utterance, words: Sequence[Word], told: sufficing.DoneWithout) -> Query:
    """Ask back what comes of what is supposed alone, and say what was not understood."""
    supposed = said.assumed.truth
    end = told.place + 1 + len(told.means)
    left = " ".join(word.text for word in words[told.place : end])
    aims = sufficing.aims_at(replace(said, said=said.parts.rest), told.aim[1:])
    asked = next((each for each in aims if each not in supposed), None)
    query = Query(Intent.WHAT_IF, asked, supposed, unread=(left,))
    return replace(query, confidence=UNSURE, clarify=True)
