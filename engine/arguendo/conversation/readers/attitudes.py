"""How somebody stands to something: `is he on our side?`, `what is their opinion of it?`.

No statement says just that: it is told what is reported of whom, and what follows.
"""

from __future__ import annotations

from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.readers import values
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.9
FEW = 2
"""Words that may be said besides, apart from names."""


def read(said: Utterance) -> Query | None:
    """Read a question for the attitude of the only one of whom it is asked."""
    if len(said.said) != 1 or said.parts.assumed:
        return None
    likeliest = said.likely.ranked[0][0]
    if likeliest is not Intent.ASK and said.likely.overrules(Intent.DESCRIBE):
        return None  # `why ask the opinion of Ann?`
    (sentence,) = said.said
    mentions = said.mentions(sentence)
    found = cues.group("attitudes").find([word.stem for word in sentence.words], mentions)
    if not found:
        return None
    first = found[0]
    if first.start and sentence.words[0].text in word_lists().auxiliaries:
        return None  # `does Ann have a low opinion of Ben?`
    whose = [m for m in mentions if m.end >= first.start and m.start <= first.end]
    besides = values.content_of(said, sentence, {*first.places})
    if len(whose) != 1 or len(whose[0].entities) != 1 or len(besides) > FEW:
        return None
    return Query(Intent.DESCRIBE, entity=whose[0].entities[0], confidence=SURE)
