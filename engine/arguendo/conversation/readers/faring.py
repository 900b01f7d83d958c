"""What somebody comes away with, whatever it is: `so she gets nothing?`, `does Ben get anything?`.

It names no statement: what it comes to for somebody is meant, and asked back about.
"""

from __future__ import annotations

from arguendo.conversation.english import sayings
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import followups, headline, values
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

UNSURE = 0.7


def read(said: Utterance) -> Query | None:
    """Read a question what somebody gets as one for what it comes to for him or her."""
    if len(said.said) != 1 or said.parts.assumed:
        return None
    (sentence,) = said.said
    if (goal := _happening(said)) is not None:
        return Query(Intent.ASK, goal, confidence=UNSURE, clarify=True)
    people, mentions = said.context.index.names.people, said.mentions(sentence)
    named = {place for each in mentions for place in range(each.start, each.end)}
    if not _asks([w.text for place, w in enumerate(sentence.words) if place not in named]):
        return None
    meant = said.entities if mentions else followups.pointed_at(said.context, said.said)
    if len(meant) != 1 or meant[0] not in people:
        return None
    goal = headline.headline(said.context, meant[0])
    return Query(Intent.ASK, goal, confidence=UNSURE, clarify=True) if goal is not None else None


def _happening(said: Utterance) -> Statement | None:
    """Return what it comes to for whom or what alone it is asked what happens to: `to the cod`."""
    (sentence,) = said.said
    mentions = said.mentions(sentence)
    found = cues.group("faring").find([word.stem for word in sentence.words], mentions)
    taken = {place for cue in found for place in cue.places}
    if not found or len(said.entities) != 1 or values.content_of(said, sentence, taken):
        return None
    return headline.headline(said.context, said.entities[0])


def _asks(words: list[str]) -> bool:
    """Tell whether words ask what somebody gets, who is left out: `so does … get anything`."""
    small = word_lists().auxiliaries | words_of("he_or_she") | words_of("leading")
    begins = next((p for p, word in enumerate(words) if word not in small), len(words))
    tried = (words[place:] for place in range(begins + 1))
    return any(sayings.is_one(each, "faring", "words") for each in tried)
