"""Numbers of what somebody has, and days to which something is put off.

`What if they only had 12 million left?`, `what if it is put off until September?`: the words say
too little for any statement. But only one statement may have such a number behind *has*; and what
is put off happens *on* a day, whatever stands before the new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.leading import ON_A_DAY, leads
from arguendo.conversation.suppositions import amounts
from arguendo.conversation.suppositions.amounts import HERE, Amount, Measure
from arguendo.conversation.suppositions.dated import Day
from arguendo.statements import Sort, Statement

_LEFT = words_of("left_over")
_PUT_OFF, _TO = words_of("put_off"), words_of("put_off_to")
_SMALL = _LEFT | _PUT_OFF | _TO


def meant(context: Context, amount: Amount) -> Statement | None:
    """Return the one statement that says how much somebody has, or when what is put off happens."""
    put_off = amount.sort is Sort.DATE
    if not (_is_put_off(amount) if put_off else _is_had(amount)):
        return None
    names = context.index.names.find(amount.words)
    plain = replace(amount, words=tuple(w for w in amount.words if w not in _SMALL))
    found = {
        statement
        for measure in amounts.measures(context, amount.sort)
        if (_happens(measure) if put_off else _has(measure, amount))
        if all(_is_small(measure, amount, place, names) for place in range(len(amount.words)))
        for statement in amounts.filled(context, measure, names, plain)
    }
    if isinstance(amount, Day) and not amount.parts[0]:
        found = {_later(context, each) for each in found}
    return found.pop() if len(found) == 1 else None


def _later(context: Context, put_off: Statement) -> Statement:
    """Put what is put off without a year in the next one, where it would else come earlier."""
    for old in amounts.others(context, put_off, Sort.DATE):
        for place, (day, known) in enumerate(zip(put_off.arguments, old.arguments, strict=True)):
            if day != known and day < known:
                later = f"{int(day[:4]) + 1:04}{day[4:]}"
                terms = (*put_off.arguments[:place], later, *put_off.arguments[place + 1 :])
                new = Statement(put_off.predicate, terms)
                return new if context.case.rulebase.vocabulary.fits(new) else put_off
    return put_off


def _is_had(amount: Amount) -> bool:
    return not words_of("having").isdisjoint(amount.words[: amount.place])


def _is_put_off(amount: Amount) -> bool:
    before = amount.words[: amount.place]
    return bool(before) and before[-1] in _TO and not _PUT_OFF.isdisjoint(before)


def _is_small(measure: Measure, amount: Amount, place: int, names: Sequence[Mention]) -> bool:
    """Tell whether a word names somebody, is a measure's own, or only builds the clause."""
    word = amount.words[place]
    if stem(word) in measure.own:
        return True
    named = any(mention.start <= place < mention.end for mention in names)
    unit = place > amount.place and place == amount.place + 1
    return named or unit or word in word_lists().stop | _SMALL | {HERE}


def _has(measure: Measure, amount: Amount) -> bool:
    """Tell whether a sentence of a measure says that somebody has so much of the same."""
    return bool(amount.unit(measure.units)) and any(
        before in words_of("having_forms") for before in amounts.before(measure)
    )


def _happens(measure: Measure) -> bool:
    """Tell whether a measure tells on which day something happens."""
    return any(
        leads([before, HERE], [1]).get(1) == ON_A_DAY
        for before in amounts.before(measure)
        if before
    )
