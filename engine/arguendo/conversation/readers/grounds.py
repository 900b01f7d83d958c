"""Questions for the grounds of what has none: what is only assumed, or is yet to be done."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

_OF_GROUNDS = (
    *(Intent.WHY, Intent.WHY_NOT, Intent.SOURCE, Intent.LINCHPINS, Intent.WHAT_WOULD_IT_TAKE),
)
"""What makes no sense to ask of what is only assumed."""
_OF_REASONS = (Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE)
_HAVE_TO = words_of("needing")


def asked(said: Utterance, query: Query) -> Query:
    """Ask of what has no grounds what it is for, or for the grounds of what rests on it."""
    if any(map(_asks_for_need, said.said)):
        query = _what_for(said, query)
    return _of_what_rests(said.context, query)


def _what_for(said: Utterance, query: Query) -> Query:
    """Ask what follows from what nobody concludes: `why would she have to pay the fee?`."""
    context, open_one = said.context, query.statement
    if query.intent not in _OF_REASONS or open_one is None or query.assume or query.quantified:
        return query
    if not context.is_open(open_one) or context.is_derived(open_one):
        return query
    follows = said.whole.wants(Intent.WHAT_FOLLOWS)
    readings = follows.readings(Intent.WHAT_FOLLOWS)
    if readings and readings[0].statement == open_one:
        told = follows.about(Query(Intent.WHAT_FOLLOWS), readings)
        return replace(told, alternatives=query.alternatives)
    return replace(query, intent=Intent.WHAT_FOLLOWS)


def _asks_for_need(sentence: Sentence) -> bool:
    """Tell whether it is asked why something has to be: `why does …have to …?`, `why must …?`."""
    words = [word.text for word in sentence.words]
    if "why" not in words:
        return False
    behind = words[words.index("why") + 1 :]
    to = any(a in _HAVE_TO and b == "to" for a, b in pairwise(behind))
    return to or behind[:1] == ["must"]


def _of_what_rests(context: Context, query: Query) -> Query:
    """Put a question for the grounds of what is only assumed to what was asked, which rests on it.

    `Who says that milk proves anything?`
    """
    assumed, goal = query.statement, context.conclusion
    if query.intent not in _OF_GROUNDS or assumed not in context.case.assumptions or goal is None:
        return query
    if assumed is None or goal == assumed or context.is_fact(assumed):
        return query
    if not target.depends(context, [assumed], goal):
        return query
    return replace(query, statement=goal, alternatives=())
