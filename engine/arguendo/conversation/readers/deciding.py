"""Who has a say: `who could change that?`, `who can stop it?`, `whose decision is it?`."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Listing, Query

SURE = 0.9
TOLD = 0.5
"""How much of a statement must be told that is named beside."""
_LIST = Query(Intent.LIST, listing=Listing.OPEN, confidence=SURE)


def read(said: Utterance) -> Query | None:
    """Read a question for those whose answers could change what was spoken of, or is named."""
    if len(said.said) != 1:
        return None
    (sentence,) = said.said
    found = cues.group("deciding").find([word.stem for word in sentence.words])
    if not found:
        return None
    taken = {place for cue in found for place in cue.places}
    rest = tuple(word for place, word in enumerate(sentence.words) if place not in taken)
    small = word_lists().stop | words_of("pleasantries") | words_of("pointing_things")
    if all(word.text in small for word in rest):
        goal = said.context.conclusion or main_conclusion(said.context.case)
        return replace(_LIST, statement=goal) if goal is not None else None
    named = replace(said, said=[Sentence(rest, sentence.asks)]).wants(Intent.WHAT_WOULD_IT_TAKE)
    readings = named.readings(Intent.WHAT_WOULD_IT_TAKE)
    if not readings or readings[0].told < TOLD:
        return None
    return named.about(_LIST, readings)
