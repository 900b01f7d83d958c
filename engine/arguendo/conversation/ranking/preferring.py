"""Which of several statements that fit a question is asked about, by where in it they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements.hints import Told
from arguendo.conversation.statements.readings import Reading
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

INTENTS = frozenset({Intent.ASK, Intent.WHAT_IF})
"""Intents of questions that say themselves what they are about."""
TOLD, COVERED = 0.65, 0.4
"""How much of a phrase must be said in the sentence that asks, and how much of both must fit."""
WHOLLY, LAST_COVERED, NEAR = 0.85, 0.5, 0.7
"""The same of its last clause, and how near it must come to what all of the sentence says."""

EXPLAINING = frozenset({Intent.WHY, Intent.WHY_NOT})
RESTING_ON = frozenset({Intent.LINCHPINS, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE})
"""Intents of questions what something rests on, or would."""
CLAIMED, FAR = 0.65, 0.3
"""The same of what is claimed beside circumstances."""

PUZZLING = 0.6
"""How near what is to be explained must come to a fact from which it seems odd."""

IN_ORDER = 0.65
"""How near what the one named first does must come to what the other does."""
_GIVING = frozenset(map(stem, words_of("giving")))

DATED = 0.55
"""How near a statement about the day that is named must come to one without it."""
SCORED, AHEAD, MOST_HINTED, MOST_WEIGHED = 8.2, 1.0, 6.0, 10
"""How much the score of a statement and its being the best count beside what the words of the whole
text hint at; log-odds that count at most, and statements that are weighed. Of a logistic regression
on labelled questions."""
RESTING = 0.3
"""How near a conclusion must come to what nothing tells for it rather to hang on something."""
NOT_WHOLE = 0.8
"""How much of a statement is not said whole by the one word that speaks of it."""
NEARLY, WORDED = 0.8, 0.9
"""How near what is put into words must come to what is only named, and how much of it is said."""


def asked_rather(found: list[Reading], asked: Sequence[Reading]) -> list[Reading]:
    """Let what the sentence that asks speaks of stand before what is only told beside it."""
    if not found or not (found[0].part and found[0].part.aside):
        return found
    own = [each for each in asked if each.told >= TOLD and each.coverage >= COVERED]
    own = [each for each in own if each.traits and not each.traits.wordless]
    best = max(own, key=lambda each: each.score, default=None)
    return found if best is None else _first(found, best)


def last_rather(found: list[Reading], asked: Sequence[Reading]) -> list[Reading]:
    """Let what the last clause says stand before what is read together with those before it.

    `Born abroad, is she a citizen?` does not ask whether she is one by birth.
    """
    first = found[0] if found else None
    if first is None or first.part is None or first.part.clause or first.part.aside:
        return found
    for each in sorted(asked, key=lambda each: -each.score):
        part = each.part
        last = part is not None and part.last and part.clause
        same = each.statement.arguments == first.statement.arguments
        if last and same and each.told >= WHOLLY and each.coverage >= LAST_COVERED:
            near = next((r for r in found if r.statement == each.statement), None)
            if near is not None and near.score >= NEAR * first.score:
                return _first(found, near)
            return found
    return found


def hinted_rather(context: Context, found: Sequence[Reading], odds: Told) -> Sequence[Reading]:
    """Let what the words of the whole text hint at stand before what scores little better."""
    expand = context.matcher.foreseen.expand

    def worth(reading: Reading) -> float:
        told = odds.get((expand(reading.statement)[0], True), -MOST_HINTED)
        near = SCORED * log(reading.score / found[0].score) + AHEAD * (reading is found[0])
        return near + max(-MOST_HINTED, min(MOST_HINTED, told))

    if len(found) < 2 or (expand(found[0].statement)[0], True) not in odds:
        return found
    first = found[0].statement  # what is contrary to it is told apart by a word or two
    contrary = context.case.rulebase.are_contrary
    others = (
        r
        for r in found[1:MOST_WEIGHED]
        if not contrary(first, r.statement) and not _is_of_another(r, found[0])
    )
    return _first(list(found), max((found[0], *others), key=worth))


def _is_of_another(one: Reading, other: Reading) -> bool:
    """Tell whether of two statements alike the other rather is about what is named."""
    if one.statement.predicate != other.statement.predicate or not (one.traits and other.traits):
        return False
    strays = one.traits.strangers > other.traits.strangers
    return strays or one.traits.named < other.traits.named


def claimed_rather(found: list[Reading]) -> list[Reading]:
    """Let what is claimed stand before what is only told of how it came: `… because …`."""
    if not found or not found[0].passing:
        return found
    near = (each for each in found[1:] if each.score >= FAR * found[0].score)
    own = (each for each in near if not each.passing and each.told >= CLAIMED)
    chosen = next((each for each in own if each.traits and not each.traits.wordless), None)
    return found if chosen is None else _first(found, chosen)


def derived_rather(context: Context, found: list[Reading]) -> list[Reading]:
    """Let what rules conclude stand before a plain fact told beside it, where one asks why.

    `All the trade in the world, and they do nothing. Explain that!` does not ask about the trade.
    """
    first = found[0] if found else None
    if first is None or not context.is_fact(first.statement):
        return found
    if context.is_derived(first.statement):
        return found
    near = (each for each in found[1:] if each.score >= PUZZLING * first.score)
    derived = (each for each in near if context.is_derived(each.statement))
    own = (each for each in derived if each.told >= TOLD and each.worded & ~first.worded)
    chosen = next((each for each in own if each.traits and not each.traits.wordless), None)
    return found if chosen is None else _first(found, chosen)


def doer_rather(context: Context, said: Sequence[Sentence], found: list[Reading]) -> list[Reading]:
    """Let what somebody gives another stand before what the other gives him: `Al promises Bo …`."""
    first = found[0].statement if found else None
    doer = _doer(context, first) if first else None
    if first is None or doer is None:
        return found
    for each in found[1:]:
        other = _doer(context, each.statement)
        if each.score < IN_ORDER * found[0].score:
            break
        crossed = other in first.arguments and doer in each.statement.arguments
        if other is not None and other != doer and crossed:
            gives = any(_gives(context, sentence, other, doer) for sentence in said)
            return _first(found, each) if gives else found
    return found


def dated_rather(found: list[Reading]) -> list[Reading]:
    """Let what is about the day that a text names stand before the same of no day.

    `Ben a member since 4 May 2015?` does not only ask whether he is one.
    """
    first = found[0] if found else None
    if first is None or first.traits is None or any(map(_is_day, first.statement.arguments)):
        return found
    for each in found[1:]:
        if each.score < DATED * first.score:
            break
        seen, own = each.traits, set(each.statement.arguments)
        told = seen is not None and not (seen.untold or seen.wordless)
        same = own.issuperset(first.statement.arguments) and any(map(_is_day, own))
        if told and same and each.coverage > first.coverage:
            return _first(found, each)
    return found


def _is_day(argument: str) -> bool:
    return argument[:1].isdigit() and argument.count("-") == 2


def _doer(context: Context, statement: Statement) -> str | None:
    """Return who does what a statement says, where its predicate tells that."""
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    places = (n for n, slot in enumerate(predicate.slots) if slot.name == predicate.by)
    return next((statement.arguments[place] for place in places), None)


def _gives(context: Context, sentence: Sentence, giver: str, receiver: str) -> bool:
    """Tell whether a verb of giving stands behind one name, and right before the other."""
    words = [word.text for word in sentence.words]
    behind = False
    for mention in context.index.names.find(words):
        verb = mention.start - 1 - (words[mention.start - 1 : mention.start] == ["to"])
        gives = verb > 0 and sentence.words[verb].stem in _GIVING
        if behind and gives and receiver in mention.entities:
            return True
        behind = behind or giver in mention.entities
    return False


def worded_rather(found: list[Reading]) -> list[Reading]:
    """Let what is put into words stand before that of which a text says the names only."""
    first = found[0] if found else None
    if first is None or not (first.traits and first.traits.wordless):
        return found
    near = (each for each in found[1:] if each.score >= NEARLY * first.score)
    put = (each for each in near if each.traits and not each.traits.wordless)
    chosen = next((each for each in put if each.told >= WORDED), None)
    return found if chosen is None else _first(found, chosen)


def known_rather(context: Context, found: list[Reading]) -> list[Reading]:
    """Let what the rule base knows stand before a conclusion that it does not know.

    That is the same the other way round, or what comes about as near and is put into words.
    """
    known = context.matcher.foreseen.knows
    first = found[0].statement if found else None
    if first is None or known(first) or not context.is_derived(first):
        return found
    others = [each for each in found[1:] if known(each.statement)]
    turned = (each for each in others if _is_turned(each.statement, first))
    near = (each for each in others if each.score >= NEARLY * found[0].score)
    worded = (each for each in near if each.traits and not each.traits.wordless)
    chosen = next(turned, None) or next(worded, None)
    return found if chosen is None else _first(found, chosen)


def resting_rather(context: Context, found: list[Reading]) -> list[Reading]:
    """Leave out, where one asks what something hangs on, what nothing tells and no rule concludes.

    `What does her claim hang on?` is about none that she might make; what is near is told.
    """
    first = found[0] if found else None
    if first is None or context.matcher.foreseen.knows(first.statement):
        return found
    worded = (each for each in found[1:] if each.traits and not each.traits.wordless)
    concluded = [each for each in worded if context.is_derived(each.statement)]
    if context.is_derived(first.statement) or not concluded:
        return found
    factor = first.score / concluded[0].score
    return [each.scaled(factor) for each in concluded] if factor * RESTING <= 1 else found


def main_rather(context: Context, found: list[Reading]) -> list[Reading]:
    """Let what all is about stand for a noun that says no other statement whole: `the closure`."""
    first, main = (found[0], main_conclusion(context.case)) if found else (None, None)
    if first is None or main is None or first.worded.bit_count() != 1 or first.told >= NOT_WHOLE:
        return found
    if first.statement.predicate == main.predicate:
        return found  # of whom else it is asked is no matter of words
    chosen = next((each for each in found if each.statement == main), None)
    if chosen is None or chosen.worded != first.worded:
        return found
    factor = first.score / chosen.score
    alike = [each for each in found if each.statement.predicate == main.predicate]
    rest = [each for each in found if each.worded != first.worded or each.told >= NOT_WHOLE]
    others = [each.scaled(factor) for each in alike if each is not chosen]
    main_one = replace(chosen, score=first.score, level=first.level)
    return [main_one, *others, *(each for each in rest if each not in alike)]


def _is_turned(one: Statement, other: Statement) -> bool:
    same = one.predicate == other.predicate and one != other
    return same and sorted(one.arguments) == sorted(other.arguments)


def _first(found: list[Reading], chosen: Reading) -> list[Reading]:
    rest = [each for each in found if each.statement != chosen.statement]
    return [replace(chosen, score=found[0].score, level=found[0].level), *rest]
