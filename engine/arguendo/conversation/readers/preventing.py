"""How something is kept from coming about: `how can we avoid a lawsuit?`, `… so that nobody sues?`.

What it takes for a statement not to hold is asked for, whatever else the turn of phrase asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.85


def read(said: Utterance) -> Query | None:
    """Read a question how to prevent something, or what was spoken of where nothing is named."""
    if len(said.said) != 1 or said.parts.assumed:
        return None
    (sentence,) = said.said
    found = cues.group("preventing").find(
        [word.stem for word in sentence.words], said.mentions(sentence)
    )
    denied = [cue for cue in found if cue.group == "denied"]
    prevented = [cue for cue in found if cue.group == "prevented"]
    cue = next(iter([*prevented, *denied]), None)
    if cue is None:
        return None
    rest = tuple(word for place, word in enumerate(sentence.words) if place not in cue.places)
    if not prevented and not _denies(rest):
        return None
    asked = Query(Intent.WHAT_WOULD_IT_TAKE, fall=True)
    if all(word.text in word_lists().stop for word in rest) and not said.entities:
        goal = said.context.goal
        return Query(asked.intent, goal, fall=True, confidence=SURE) if goal else None
    about = Utterance(said.context, (Sentence(rest, asks=True),)).wants(asked.intent).whole
    readings = about.readings(asked.intent)
    return about.about(asked, readings) if readings else None


def _denies(words: Sequence[Word]) -> bool:
    """Tell whether what is to come about is that something is not so."""
    return any(word.text in words_of("denials") for word in words)
