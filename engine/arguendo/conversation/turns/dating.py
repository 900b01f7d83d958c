"""The day of what was just spoken of: `when?` after `who was dismissed?`."""

from __future__ import annotations

from arguendo.conversation.english import sayings
from arguendo.conversation.readers.dates import day_in
from arguendo.conversation.turns.again import put_again
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.9


def read(said: Utterance) -> Query | None:
    """Read a bare question for the day of what names one; of several all are told again."""
    goal, last = said.context.goal, said.context.last
    words = [word.text for sentence in said.said for word in sentence.words]
    if goal is None or last is None or not sayings.is_one(words, "dating", "words"):
        return None
    if day_in(goal) is None:
        return None
    if last.quantified is not None and last.statement == goal:
        return put_again(last)
    return said.context.leaning(Query(Intent.WHEN, goal, confidence=SURE))
