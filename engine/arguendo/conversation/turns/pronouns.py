"""Turns that say no more than a pronoun: `and him?`."""

from __future__ import annotations

from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.target import PERSONAL
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

UNSURE = 0.5


def read(said: Utterance) -> Query | None:
    """Ask back whether the one is meant who was spoken of last: nothing is asked of anybody."""
    leading = words_of("joints") | words_of("proposing") | words_of("asks_for_thing")
    words = [word.text for sentence in said.said for word in sentence.words]
    left = [word for word in words if word not in leading]
    if len(left) != 1 or left[0] not in PERSONAL or not said.context.queries:
        return None
    person = said.context.last_person(left)
    if person is None:
        return Query(Intent.OUT_OF_SCOPE, confidence=UNSURE, clarify=True)
    return Query(Intent.DESCRIBE, entity=person, confidence=UNSURE, clarify=True)
