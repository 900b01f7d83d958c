"""What tells how likely a piece of text speaks of a statement, rather than of others.

The weights are a conditional logit on labelled questions, about statements of several rule bases
(`tests/conversation/train.py` makes them); none of the traits knows a rule base by its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log
from operator import mul
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.entities.mentions import DIRECT
from arguendo.conversation.statements.fitting import Piece, Spoken, Way, pairs
from arguendo.conversation.statements.order import is_headless, is_reversed
from arguendo.conversation.statements.phrases import Phrase
from arguendo.statements import Statement

COMPLETE = 0.9
DESCRIBED = 0.95
LEAST_FOUND = 0.05
MOST_STRANGERS = 2
UNSAID = 0.25
"""How much may be missed of the arguments of a statement that is said to the letter."""
UNTOUCHED = 0.35
"""How well at most an argument is spoken for that goes without saying."""
LITERAL = 2.4
"""How much likelier a statement is that is said to the letter: no learned weight may outdo it."""


class Traits(NamedTuple):
    """What is seen of a piece and a statement, by the best way to read the one as the other."""

    found: float
    """The logarithm of how likely the best way by itself is."""
    second: float
    """How likely the second best way is beside the best."""
    third: float
    typical: float
    """How much the words speak for the predicate, beside the one they speak for most."""
    likelier: float
    """How much likelier the words are for the predicate than in general, told alike."""
    told: float
    """How much of the phrase is said."""
    seen: float
    """How much of the piece is accounted for."""
    left: float
    """What is not, as a logarithm."""
    words: float
    """What fits apart from names, as a logarithm."""
    exact: float
    """How much of it fits by the same word, not by the same meaning."""
    complete: float
    """Whether piece and phrase fit each other whole."""
    fits: float
    """How much of both fits."""
    named: float
    """The share of arguments that are named, or implied by the phrase."""
    unnamed: float
    """The share that the phrase has a slot for and that are neither named nor told otherwise."""
    beside: float
    """The share of such that it has no slot for."""
    untold: float
    """How many dates and numbers it has that are not told."""
    described: float
    """Whether somebody is told of by a relation to another."""
    displaced: float
    """How many are not named though something is that could stand there."""
    strangers: float
    """How many other things are named."""
    by_member: float
    foreseen: float
    novel: float
    """Whether the rule base does not speak of it, though its arguments are all named in order."""
    reversed: float
    """Whether the names stand in another order than the phrase's."""
    headless: float
    turned: float
    """Whether the piece denies what the phrase affirms, or the reverse."""
    opposite: float
    """Whether words mean the opposite of each other."""
    denies: float
    """Whether the statement is denied."""
    grounded: float
    """Whether the phrase was written for this very statement."""
    adapted: float
    """Whether it was written for another statement of the predicate."""
    lone: float
    """Whether the rule base knows no other statement of the predicate."""
    wordless: float
    """Whether nothing but names fits."""
    arguments: float
    """How many arguments there are beyond the first."""
    associated: float
    """How much the words speak for the statement, as the rule base has them associated."""
    unassociated: float
    """Whether the rule base tells so of others only."""


def traits(
    statement: Statement, ways: Sequence[Way], piece: Piece, spoken: Spoken, lone: bool
) -> Traits:
    """Gather what tells how likely a statement is meant; the ways begin with the best."""
    best, *others = ways
    phrase, fit = best.phrase, best.fit
    found = max(best.found, LEAST_FOUND)
    second, third, *_ = (*[other.found / found for other in others], 0.0, 0.0)
    ground = phrase.ground if phrase else None
    turned_round = phrase is not None and _is_reversed(phrase, piece, spoken)
    fits = best.told * best.seen
    of_arguments = _of_arguments(phrase, spoken)
    return Traits(
        found=log(found),
        second=second,
        third=third,
        typical=piece.typical.get(statement.predicate, 0.0),
        likelier=piece.told.get(statement.predicate, 0.0),
        told=best.told,
        seen=best.seen,
        left=log(1 + best.left),
        words=log(1 + fit.words) if fit else 0.0,
        exact=_exact(phrase, piece) if phrase and fit and fit.words else 0.0,
        complete=fits > COMPLETE,
        fits=fits,
        named=of_arguments.named,
        unnamed=of_arguments.unnamed,
        beside=of_arguments.beside,
        untold=of_arguments.untold,
        described=of_arguments.described,
        displaced=spoken.displaced,
        strangers=min(MOST_STRANGERS, len(spoken.strangers) + spoken.beside),
        by_member=spoken.by_member,
        foreseen=spoken.foreseen,
        novel=not (spoken.foreseen or turned_round) and spoken.least >= DIRECT,
        reversed=turned_round,
        headless=phrase is not None and is_headless(phrase, spoken.starts),
        turned=phrase is not None and phrase.negated != piece.analysis.negated,
        opposite=fit is not None and fit.turned,
        denies=not best.positive,
        grounded=ground == statement,
        adapted=ground not in (None, statement),
        lone=lone,
        wordless=fit is None or (not fit.words and phrase is not None and phrase.wordy),
        arguments=max(1, len(spoken.arguments)) - 1,
        associated=spoken.associated or 0.0,
        unassociated=bool(piece.associated.numbers) and spoken.associated is None,
    )


class _Arguments(NamedTuple):
    """Those traits that tell how the arguments of a statement are spoken for."""

    named: float
    unnamed: float
    beside: float
    untold: float
    described: float


def _of_arguments(phrase: Phrase | None, spoken: Spoken) -> _Arguments:
    """Tell how well a piece speaks for arguments, in the slots of the phrase and beside them."""
    told = untold = 0
    unnamed = beside = 0.0
    described = False
    for place, argument in enumerate(spoken.arguments):
        evidence, missed = spoken.evidence[place], spoken.missed[place]
        named = evidence >= DIRECT
        if phrase is None or place in phrase.slots:
            unnamed += (1 - evidence) * missed
            told += named
        elif phrase.ground is not None or argument in phrase.named:
            told += 1  # the phrase implies it
        else:
            beside += (1 - evidence) * missed
            told += named or missed < 1
        untold += argument[:1].isdigit() and not evidence
        described = described or DESCRIBED <= evidence < DIRECT
    count = max(1, len(spoken.arguments))
    return _Arguments(told / count, unnamed / count, beside / count, untold, described)


def _is_reversed(phrase: Phrase, piece: Piece, spoken: Spoken) -> bool:
    said = piece.analysis
    return not said.joined and is_reversed(phrase, said.passive, spoken.arguments, spoken.starts)


def _exact(phrase: Phrase, piece: Piece) -> float:
    """Tell how much of what fits beside names does so by the same word."""
    found = piece.exact.get(id(phrase))  # a phrase lives as long as the index that made it
    if found is None:
        found = piece.exact[id(phrase)] = _told_exactly(phrase, piece)
    return found


def _told_exactly(phrase: Phrase, piece: Piece) -> float:
    same = alike = 0.0
    for unit, _, feature in pairs(phrase, piece):
        if feature[0] in "*~":
            alike += unit.weight
        elif feature[0] != "@":
            same += unit.weight
    return same / (same + alike) if same else 0.0


def is_literal(seen: Traits, best: Way, spoken: Spoken) -> bool:
    """Tell whether a piece says a sentence of the statement's predicate, all of it and no more."""
    whole = seen.complete and seen.exact == 1 and seen.unnamed + seen.beside < UNSAID
    strayed = seen.reversed or seen.turned or seen.opposite or seen.strangers or seen.displaced
    loose = seen.untold or seen.grounded or seen.adapted or seen.wordless
    guessed = any(UNTOUCHED < each < DIRECT for each in spoken.evidence)
    if not whole or strayed or loose or guessed or best.fit is None:
        return False
    return bool(best.fit.mask & ~spoken.mask)


def likelihood(seen: Traits) -> float:
    """Return how likely a statement of which so much is seen is meant."""
    return exp(sum(map(mul, _weights(), seen)))


def by_itself(way: Way) -> float:
    """Weigh those traits of a way that it has whatever the statement, as a logarithm."""
    found, told, seen, complete, fits = _weights_of_ways()
    whole = way.told * way.seen
    likely = found * log(max(way.found, LEAST_FOUND)) + told * way.told + seen * way.seen
    return likely + fits * whole + (complete if whole > COMPLETE else 0.0)


@cache
def _weights_of_ways() -> tuple[float, ...]:
    names = ("found", "told", "seen", "complete", "fits")
    return tuple(_weights()[Traits._fields.index(name)] for name in names)


@cache
def _weights() -> tuple[float, ...]:
    """Return the weight of each trait, in their order."""
    table = lexicon.read("ranking")["traits"]
    return tuple(float(table.get(name, 0.0)) for name in Traits._fields)
