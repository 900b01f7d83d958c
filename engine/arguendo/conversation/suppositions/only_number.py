"""Other numbers of somebody or something of which but one is known: `what if she were 74?`.

Nothing else may be said but by small words: `if the bus made it in 20?`, and not `killed 20`.
"""

from __future__ import annotations

from arguendo.conversation.context import Context
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.suppositions import amounts
from arguendo.conversation.suppositions.amounts import Amount, Measure
from arguendo.statements import Sort, Statement


def meant(context: Context, amount: Amount) -> Statement | None:
    """Return the only known number of whom a clause names, or whom *he* or *she* takes up, anew."""
    if amount.sort is not Sort.NUMBER or amount.shift or amount.is_none:
        return None
    names = context.index.names.find(amount.words)
    pronouns = [word for word in amount.words if word in words_of("he_or_she")]
    inside = {place for each in names for place in range(each.start, each.end)}
    plain = inside | {amount.place, amount.place + 1}  # what the number is of is looked at below
    said = (word for place, word in enumerate(amount.words) if place not in plain)
    if not (names or pronouns) or not all(word in word_lists().stop for word in said):
        return None
    found = {
        statement
        for measure in amounts.measures(context)
        if (not _is_been(amount) or _is(measure)) and _may_count(measure, amount)
        for statement in amounts.filled(context, measure, names, amount)
    }
    return found.pop() if len(found) == 1 else None


def _may_count(measure: Measure, amount: Amount) -> bool:
    """Tell whether a measure has so many of what stands behind the number: no doors in minutes."""
    behind = amount.words[amount.place + 1 : amount.place + 2]
    plain = all(word in word_lists().stop for word in behind)
    return plain or amounts.is_unit(measure.units, behind[0])


def _is_been(amount: Amount) -> bool:
    """Tell whether a clause says no more than that somebody is so much."""
    before, behind = amount.words[: amount.place], amount.words[amount.place + 1 :]
    return bool(before) and before[-1] in words_of("forms_of_be") and not behind


def _is(measure: Measure) -> bool:
    """Tell whether a sentence of a measure puts its number right behind *is*."""
    return any(last in words_of("forms_of_be") for last in amounts.before(measure))
