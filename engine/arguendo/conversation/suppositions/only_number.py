"""Other numbers of somebody or something of which but one is known: `what if she were 74?`.

What else is said may be words that the rule base does not have: `if the bus made it in 20?`.
"""

from __future__ import annotations

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.suppositions import amounts
from arguendo.conversation.suppositions.amounts import Amount, Measure
from arguendo.statements import Sort, Statement

MOST_OTHERS = 3
"""Words that may say anything besides."""


def meant(context: Context, amount: Amount) -> Statement | None:
    """Return the only known number of whom a clause names, or whom *he* or *she* takes up, anew."""
    if amount.sort is not Sort.NUMBER or amount.shift or amount.is_none:
        return None
    names = context.index.names.find(amount.words)
    pronouns = [word for word in amount.words if word in words_of("he_or_she")]
    inside = {place for each in names for place in range(each.start, each.end)}
    others = [
        word
        for place, word in enumerate(amount.words)
        if place not in inside | {amount.place} and word not in word_lists().stop
    ]
    told = any(stem(word) in context.index.vocabulary for word in others)
    if not (names or pronouns) or told or len(others) > MOST_OTHERS:
        return None
    found = {
        statement
        for measure in amounts.measures(context)
        if not _is_been(amount) or _is(measure)
        for statement in amounts.filled(context, measure, names, amount)
    }
    return found.pop() if len(found) == 1 else None


def _is_been(amount: Amount) -> bool:
    """Tell whether a clause says no more than that somebody is so much."""
    before, behind = amount.words[: amount.place], amount.words[amount.place + 1 :]
    return bool(before) and before[-1] in words_of("forms_of_be") and not behind


def _is(measure: Measure) -> bool:
    """Tell whether a sentence of a measure puts its number right behind *is*."""
    return any(last in words_of("forms_of_be") for last in amounts.before(measure))
