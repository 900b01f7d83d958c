"""Whether anything conflicts: `are there any contradictions?`, `is all of this consistent?`.

What is asked of somebody, or of what was just spoken of, is asked about a statement.
"""

from __future__ import annotations

from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Query

SURE = 0.95


def read(said: Utterance) -> Query | None:
    """Read a question whether conclusions conflict that says nothing else."""
    if len(said.said) != 1 or said.mentions(said.said[0]):
        return None
    words = [word.text for word in said.said[0].words]
    conflicting, whole = words_of("conflicting"), words_of("argued_things")
    known = word_lists().stop | words_of("pleasantries") | words_of("orders_a_list")
    of_reasons = words_of("question_pronouns") - words_of("asks_what")
    if conflicting.isdisjoint(words) or not of_reasons.isdisjoint(words):
        return None
    if not known | conflicting | whole >= set(words):
        return None
    behind = words[2:3] if words[0] in words_of("auxiliaries") else []
    if behind and words[1] in words_of("pointing") and behind[0] not in whole:
        return None
    return Query(Intent.LIST, listing=Listing.CONFLICTS, confidence=SURE)
