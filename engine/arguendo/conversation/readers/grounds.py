"""Questions for the grounds of what has none: what is only assumed, or is yet to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.reference import moving
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement, Term

_OF_GROUNDS = (
    *(Intent.WHY, Intent.WHY_NOT, Intent.SOURCE, Intent.LINCHPINS, Intent.WHAT_WOULD_IT_TAKE),
)
"""What makes no sense to ask of what is only assumed."""
_OF_REASONS = (Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE)
_HAVE_TO = words_of("having_to")


def asked(said: Utterance, query: Query) -> Query:
    """Ask of what has no grounds what it is for, or for the grounds of what rests on it."""
    if any(map(_asks_for_need, said.said)):
        query = _what_for(said, query)
    return _of_what_rests(said.context, _instead(said, query) or query)


def _instead(said: Utterance, query: Query) -> Query | None:
    """Read `why not Ben?`, after what others are grounds of, as why he is none of these.

    What else could be meant of him is asked back about as well.
    """
    context, goal = said.context, said.context.conclusion
    named = said.entities
    if query.intent is not Intent.WHY_NOT or goal is None or len(named) != 1 or query.assume:
        return None
    kinds = context.index.names.kinds
    alike = kinds[named[0]] in (kinds.get(each) for each in goal.arguments)
    if alike or not context.queries or not _says_no_more(said):
        return None
    found = dict.fromkeys(_put_to(context, goal, named[0]))
    lacking = [s for s in found if not context.holds(s) and moving.is_spoken_of(context, s)]
    if not lacking or query.statement in lacking:
        return None
    first, *others = (replace(query, statement=each, alternatives=()) for each in lacking)
    return replace(first, clarify=True, alternatives=(*others, replace(query, alternatives=())))


def _says_no_more(said: Utterance) -> bool:
    """Tell whether a text has no more than a name besides small words."""
    if len(said.said) != 1:
        return False
    inside = {p for m in said.mentions(said.said[0]) for p in range(m.start, m.end)}
    words = (word.text for p, word in enumerate(said.said[0].words) if p not in inside)
    return word_lists().stop.union(("why",)).issuperset(words)


def _put_to(context: Context, goal: Statement, entity: Term) -> Iterator[Statement]:
    """Go through the grounds of a conclusion, put to somebody in the place of one of his kind."""
    graph, kinds = context.case.graph, context.index.names.kinds
    number = graph.number(goal)
    for inference in graph.concluding[number] if number is not None else ():
        for ground in graph.inferences[inference].grounds:
            told = graph.statements[ground]
            for place, term in enumerate(told.arguments):
                if entity not in told.arguments and kinds.get(term, "") == kinds.get(entity):
                    yield Statement(
                        told.predicate,
                        (*told.arguments[:place], entity, *told.arguments[place + 1 :]),
                    )


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
