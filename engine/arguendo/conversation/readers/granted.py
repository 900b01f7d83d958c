"""What is told before a question for reasons, and granted in it: `she pays; why is he not in?`.

Why something is so that does not stand yet is asked of a case in which it does; and what else there
is to bring something about, where one way to it is denied. What is asked about may be told in the
same breath: `it roars, and at once a leopard. Explain that`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import supposed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

FROM_TOLD = (Intent.WHY_NOT, Intent.WHY, Intent.WHAT_WOULD_IT_TAKE)
"""Intents that a question may have from what was told before it."""
SURE_OF_TOLD, SURE_OF_A_KIND = 3.0, 2.2
"""The score from which on what is told before a question is supposed in it; a conclusion, as that
something is of a kind, needs less."""
UNDERSTOOD = {Intent.WHY_NOT: 0.4, Intent.WHAT_WOULD_IT_TAKE: 0.25}
"""How much of what is told before a question must fit, or it is a story and supposes nothing."""
HINTED = 0.0
"""The log-odds from which on something that words hint at is granted."""
_ASKING_WHY = words_of("asks_reasons")

Truth = Mapping[Statement, bool]


def granted(
    said: Utterance, intent: Intent, readings: Sequence[Reading]
) -> tuple[Truth, list[Reading]]:
    """Return what a question for reasons supposes, and what it may ask about then."""
    if intent not in FROM_TOLD:
        return {}, list(readings)
    fits = said.declared.fits >= UNDERSTOOD.get(intent, 0.0)
    for asked in _may_be_asked(said, intent, readings) if fits else ():
        told = _told(said, intent, asked)
        if told and _makes_sense(said, intent, told, asked):
            return told, _about(said, readings, told, asked)
    return _hinted(said, intent, readings), list(readings)


def _hinted(said: Utterance, intent: Intent, readings: Sequence[Reading]) -> Truth:
    """Return what the words of the whole text hint that it grants, if that leads to what it asks.

    What its clauses say of open questions besides is granted with it. Why something is not so yet
    may be asked of whatever it could hang on.
    """
    context = said.context
    asked = readings[0].statement if readings else None
    if asked is None or intent is Intent.WHAT_WOULD_IT_TAKE or context.holds(asked):
        return {}
    truth = {
        statement: true
        for (statement, true), odds in said.hinted.items()
        if odds > HINTED and statement != asked and _may_be_granted(context, statement, true)
    }
    if not truth:
        return {}
    declared = said.declared.truth.items()
    truth = {s: true for s, true in declared if context.is_open(s) and s != asked} | truth
    if intent is Intent.WHY_NOT:
        return truth if target.depends(context, truth, asked) else {}
    top = context.case.rulebase.scale.top
    so = {statement: top if true else 0 for statement, true in truth.items()}
    return truth if context.case.assume_all(so).holds(asked) else {}


def _may_be_asked(
    said: Utterance, intent: Intent, readings: Sequence[Reading]
) -> Iterator[Statement]:
    """Go through what may be asked about: what is only asked, and conclusions that are told too."""
    told = said.declared.truth
    own = [each.statement for each in readings if each.statement not in told][:1]
    yield from own
    if own and intent is not Intent.WHY:
        return  # what is told must make so what is asked why it is so: no other is in doubt
    best = [each.statement for each in readings[:1] if each.statement in told]
    for each in dict.fromkeys((*best, *list(told)[::-1])):
        if said.context.is_derived(each) and not said.context.is_open(each):
            yield each


def _told(said: Utterance, intent: Intent, asked: Statement) -> Truth:
    """Return what is surely told besides, if all of it could be supposed.

    Of what little is known of, whatever is told is supposed; else it may be what is so already.
    """
    context, declared = said.context, said.declared
    truth: Truth = {each: true for each, true in declared.truth.items() if each != asked}
    if intent is not Intent.WHY and not _are_of_one(context, (*truth, asked)):
        sure = declared.score >= SURE_OF_TOLD and all(map(context.is_open, declared.truth))
        return truth if sure else {}
    if not truth:
        return {}
    told = supposed.only(said, replace(declared, truth=truth), asked)
    truth = told.truth
    if intent is Intent.WHY:
        truth = {s: true for s, true in truth.items() if target.depends(context, (s,), asked)}
    surely = all(_is_sure(context, each, told.scores.get(each, 0.0)) for each in truth)
    fitting = all(_may_be_granted(context, each, true) for each, true in truth.items())
    return truth if surely and fitting and not all(map(context.is_derived, truth)) else {}


def _are_of_one(context: Context, statements: Sequence[Statement]) -> bool:
    """Tell whether statements are about all that is argued about: a creature yet to be named."""
    only = context.matcher.foreseen.only_ones
    return all(not only.isdisjoint(each.arguments[:1]) for each in statements)


def _is_sure(context: Context, statement: Statement, score: float) -> bool:
    return score >= (SURE_OF_A_KIND if context.is_derived(statement) else SURE_OF_TOLD)


def _may_be_granted(context: Context, statement: Statement, true: bool) -> bool:
    """Tell whether nothing is known of something, or it is a conclusion that does not stand yet."""
    if context.is_open(statement):
        return True
    concluded = context.is_derived(statement)
    return not context.is_fact(statement) and (
        not concluded or (true and not context.holds(statement))
    )


def _makes_sense(said: Utterance, intent: Intent, told: Truth, asked: Statement) -> bool:
    """Tell whether what is told is granted where that is asked about."""
    context = said.context
    if intent is Intent.WHY_NOT:
        first, last = said.said[:1], said.parts.rest[-1:]
        behind = [_begins(each) in _ASKING_WHY for each in (*first, *last)] == [False, True]
        return behind and all(told.values())
    if intent is Intent.WHAT_WOULD_IT_TAKE:
        return not any(told.values()) and target.depends(context, told, asked)
    top = context.case.rulebase.scale.top
    so = {statement: top if true else 0 for statement, true in told.items()}
    return not context.holds(asked) and context.case.assume_all(so).holds(asked)


def _begins(sentence: Sentence) -> str:
    return sentence.words[0].text if sentence.words else ""


def _about(
    said: Utterance, readings: Sequence[Reading], told: Truth, asked: Statement
) -> list[Reading]:
    """Let the readings begin with what is asked about; leave out what is granted."""
    own = [each for each in readings if each.statement == asked]
    others = [each for each in readings if each.statement not in told and each.statement != asked]
    heard = said.declared.heard.get(asked)
    first = own[:1] or ([heard.reading] if heard is not None else [])
    return [*first, *others]
