"""All open questions supposed at once: `what if none of the questions get a yes?`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.segmentation import orders
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.questions import open_questions
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.statements import Statement

SURE, UNSURE = 0.9, 0.5
_YES, _NO = words_of("answered_yes"), words_of("answered_no")
_QUESTIONS, _ALL, _NONE = words_of("what_is_open"), words_of("of_every"), words_of("of_no")
_OPEN = words_of("asks_openly") | words_of("open_ends")


def read(said: Utterance) -> Query | None:
    """Read a supposition that all open questions are answered alike, and what is asked of it."""
    spans = said.parts.assumed
    answered = _answered(spans[0]) if len(spans) == 1 else None
    free = open_questions(said.context.case) if answered is not None else []
    if answered is None or not free:
        return None
    if answered and not _can_all_be(said.context, free):
        return Query(Intent.LIST, listing=Listing.OPEN, confidence=UNSURE, clarify=True)
    truth = dict.fromkeys(free, answered)
    query = Query(Intent.WHAT_IF, assume=truth, confidence=SURE)
    rest = [word for sentence in said.parts.rest for word in sentence.words]
    small = word_lists().stop | words_of("pleasantries") | _OPEN
    if any(word.text not in small for word in rest):
        about = replace(said, said=said.parts.rest, supposing=False).wants(Intent.WHAT_IF)
        readings = [r for r in about.readings(Intent.WHAT_IF) if r.statement not in truth]
        return about.about(query, readings) if readings else None
    if orders.bids(said.said) and not any(each.asks for each in said.said):
        return replace(query, intent=Intent.ASSUME)
    goal = said.context.goal
    return query if goal is None or goal in truth else replace(query, statement=goal)


def _answered(words: Sequence[Word]) -> bool | None:
    """Tell whether words answer all open questions with yes, or with no; None if neither."""
    said = {word.text for word in words}
    known = word_lists().stop | _QUESTIONS | _YES | _NO | _ALL | _NONE
    if said.isdisjoint(_QUESTIONS) or not said <= known:
        return None
    if not said.isdisjoint(_ALL):
        ways = [answer for answer, named in ((True, _YES), (False, _NO)) if said & named]
        return ways[0] if len(ways) == 1 else None
    return False if said & _NONE and said & _YES else None


def _can_all_be(context: Context, free: Collection[Statement]) -> bool:
    """Tell whether no two open questions are contrary."""
    return not any(other in free for each in free for other in context.case.contraries(each))
