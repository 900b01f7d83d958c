"""Questions that say no more than an opening and a name: `since when does Anna?`, `why not Ben?`.

They ask the last statement anew, of the one named, with the intent that their opening tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference import moving
from arguendo.conversation.turns.again import SURE
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

_OPENINGS = words_of("question_words")
_AUXILIARIES = words_of("auxiliaries")
_TAILS = words_of("particles") | words_of("repeats")
_PUT = (
    *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.WHEN),
    *(Intent.WHAT_FOLLOWS, Intent.LINCHPINS, Intent.SOURCE),
)
"""Intents that can be put to another statement."""


def read(said: Utterance) -> Query | None:
    """Read a question whose verb is left out; None when it has one, or nothing was spoken of."""
    goal, mention = said.context.goal, _named(said)
    if goal is None or mention is None:
        return None
    intent = _opening(said)
    statement = _of(said, goal, mention.entities, intent) if intent in _PUT else None
    if statement is None:
        return None
    if intent is Intent.WHY and not said.context.holds(statement):
        intent = Intent.WHY_NOT
    return Query(intent, statement, confidence=SURE)


def _named(said: Utterance) -> Mention | None:
    """Return the one name of a question that has an opening and, but for it, says nothing."""
    if len(said.said) != 1:
        return None
    sentence = said.said[0]
    words, mentions = [word.text for word in sentence.words], said.mentions(sentence)
    if len(mentions) != 1 or not mentions[0].proper or not mentions[0].start:
        return None
    before, after = words[: mentions[0].start], words[mentions[0].end :]
    opened = {place for places in said.wanted.places.values() for _, place in places}
    small = _AUXILIARIES | word_lists().negation | word_lists().stop
    left = [word for place, word in enumerate(before) if place not in opened]
    plain = all(word in small for word in left) and all(word in _TAILS for word in after)
    return mentions[0] if plain and _asks(before) else None


def _asks(before: Sequence[str]) -> bool:
    """Tell whether the words before a name open a question that an auxiliary alone goes on."""
    opens = any(word in _OPENINGS for word in before[:2])
    return opens and (before[-1] in _AUXILIARIES | word_lists().negation or before[-1] == "for")


def _opening(said: Utterance) -> Intent:
    """Return the intent that the words before the name tell."""
    best = next(iter(said.wanted.best()), None)
    intent = best[0] if best else Intent.ASK
    denies = any(word.text in word_lists().negation for word in said.said[0].words)
    return Intent.WHY_NOT if intent is Intent.WHY and denies else intent


def _of(
    said: Utterance, goal: Statement, entities: Sequence[str], intent: Intent
) -> Statement | None:
    """Return a statement of another, or itself when it is about that one already.

    Why something does not hold can be asked of a statement, too, of which no rule speaks.
    """
    if set(entities) & set(goal.arguments[:1]):
        return goal
    spoken_of = next(moving.variants(said.context, goal, entities), None)
    if spoken_of is None and intent is Intent.WHY_NOT:
        return next(moving.variants(said.context, goal, entities, known=False), None)
    return spoken_of
