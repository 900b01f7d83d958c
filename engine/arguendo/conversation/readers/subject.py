"""What all of it is about: `what is this about?`, `what's all this about?`, `what's the topic?`.

What points to something may be what was just spoken of; so some of it is read only at first.
"""

from __future__ import annotations

from arguendo.conversation.english import sayings
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Manner, Query

SURE = 0.95


def read(said: Utterance) -> Query | None:
    """Read a question what the rule base is about."""
    if len(said.said) != 1:
        return None
    words = [word.text for word in said.said[0].words]
    leading = words_of("leading") | words_of("greets")
    words = words[next((p for p, word in enumerate(words) if word not in leading), 0) :]
    first = not said.context.queries and sayings.is_one(words, "subject", "first")
    if not first and not sayings.is_one(words, "subject", "words"):
        return None
    return Query(Intent.HELP, manner=Manner.SUBJECT, confidence=SURE)
