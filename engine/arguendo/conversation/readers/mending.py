"""Whether one can do something about what was just spoken of: `could Ben fix that?`.

What holds is to be made to fall, and what does not to be brought about.
"""

from __future__ import annotations

from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import PERSONAL
from arguendo.conversation.readers import followups
from arguendo.conversation.readers.limits import deciders
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.9


def read(said: Utterance) -> Query | None:
    """Read a question whether somebody who is named, and no one else, can change how it stands."""
    goal = said.context.conclusion
    if len(said.said) != 1 or goal is None:
        return None
    (sentence,) = said.said
    mentions = said.mentions(sentence)
    stems = [word.stem for word in sentence.words]
    found = cues.group("mending").find(stems, mentions)
    if not found or len(mentions) > 1:
        return None
    taken = {place for cue in found for place in cue.places}
    taken.update(place for each in mentions for place in range(each.start, each.end))
    small = word_lists().stop | words_of("pleasantries")
    if any(w.text not in small for place, w in enumerate(sentence.words) if place not in taken):
        return None
    named = [entity for each in mentions for entity in each.entities]
    able = deciders(said.context) | said.context.index.names.people
    by = next((entity for entity in named or _pointed(said) if entity in able), None)
    if by is None:
        return None
    falls = said.context.holds(goal)
    query = Query(Intent.WHAT_WOULD_IT_TAKE, goal, by=by, fall=falls, confidence=SURE)
    return said.context.leaning(query)


def _pointed(said: Utterance) -> list[str]:
    """Return whom a pronoun stands for: of whom that was just asked, else who was spoken of."""
    context, last = said.context, said.context.last
    words = {word.text for word in said.said[0].words}
    if last is not None and last.by is not None and context.may_be(last.by, words):
        return [last.by]
    pointed, people = followups.pointed_at(context, said.said), context.index.names.people
    return [each for each in pointed if each in people or words.isdisjoint(PERSONAL)]
