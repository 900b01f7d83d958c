"""What a question for reasons takes for granted of a case of which nothing is known yet.

`Claws and fur: why is it no hunter?`: whoever asks so describes a case, and asks about that. What
is described counts if it is not so yet and if what is asked about hangs on it; of what is said to
hold, only if it then does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from arguendo.conversation import conditions, supposed, target
from arguendo.conversation.assumed import Assumed
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Word
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

LEAST, LEAST_OF_SEVERAL = {Intent.WHY: 3.0, Intent.WHY_NOT: 4.0}, 2.2
"""The score from which on something counts as described; less where the rules bear it out, and
where more is."""
PLAINLY = 5.0
"""The score from which on there is no doubt of it."""
FITTING = 0.4
"""How much of a description must fit, or it is a story."""
_QUESTION_WORDS = words_of("open_questions")
MOST_TRIED = 4
"""Ways to part a text that are tried."""


def described(said: Utterance, query: Query, readings: Sequence[Reading]) -> Query | None:
    """Complete a question for reasons with what it describes; None where it describes nothing."""
    asked = readings[0].statement
    if said.context.holds(asked) or _is_known_of(said, asked):
        return None
    for way in _ways(said, query.intent):
        found = _only(said, way, asked)
        if _bears(said, found, query.intent, asked):
            intent = Intent.WHY if _holds_then(said, found.truth, asked) else query.intent
            others = [reading for reading in readings if reading.statement not in found.truth]
            whole = replace(query, intent=intent, assume=found.truth)
            return said.whole.about(whole, others, None if found.score >= PLAINLY else found)
    return None


def _is_known_of(said: Utterance, asked: Statement) -> bool:
    """Tell whether any facts are known that bear on a statement: of these it is asked why, then."""
    founded = said.context.founded_on(asked.predicate)
    return any(fact.predicate in founded for fact in said.context.case.facts)


def _ways(said: Utterance, intent: Intent) -> Iterator[Assumed]:
    """Go through what a text may describe, by the ways to part it."""
    names = said.context.index.names
    ways = chain(conditions.partings(said.parts, names), conditions.at_marks(said.parts))
    asks = _asks if intent is Intent.WHY_NOT else conditions.asks
    for parting in islice((way for way in ways if not any(map(asks, way.assumed))), MOST_TRIED):
        beside = [each.words for each in parting.asked]
        yield read_assumptions(said.context, parting.assumed, beside)


def _asks(words: Sequence[Word]) -> bool:
    """Tell whether a piece asks in any way: `what keeps that back` describes nothing."""
    return conditions.asks(words) or (bool(words) and words[0].text in _QUESTION_WORDS)


def _only(said: Utterance, found: Assumed, asked: Statement) -> Assumed:
    """Leave out what is asked about, and what is not described after all."""
    truth = {each: true for each, true in found.truth.items() if each != asked}
    score = min((found.scores.get(each, found.score) for each in truth), default=0.0)
    left = replace(found, truth=truth, score=score)
    return supposed.only(said.context, sum(map(len, said.said)), left, asked) if truth else left


def _bears(said: Utterance, found: Assumed, intent: Intent, asked: Statement) -> bool:
    """Tell whether all of what is described could be so, and a statement hangs on it."""
    context, truth = said.context, found.truth
    least = LEAST[intent] if len(truth) == 1 else LEAST_OF_SEVERAL
    if not any(truth.values()) or found.score < least or found.fits < FITTING:
        return False
    if any(true and context.holds(statement) for statement, true in truth.items()):
        return False
    if not target.depends(context, truth, asked):
        return False
    return intent is Intent.WHY_NOT or _holds_then(said, truth, asked)


def _holds_then(said: Utterance, truth: Mapping[Statement, bool], asked: Statement) -> bool:
    """Tell whether a statement holds where all that is described is so."""
    case = said.context.case
    top = case.rulebase.scale.top
    return case.assume_all({s: top if true else 0 for s, true in truth.items()}).holds(asked)
