"""What may be assumed: how much a reading must say for what it is about, and what goes together."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from arguendo.conversation.context import Context
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

LEAST, CLEAREST = 1.2, 0.2
"""Below this score or coverage a clause is taken to assume nothing that the rule base knows."""
LEAST_OPEN, LEAST_FACT, LEAST_DERIVED, PLAIN_DERIVED, CLEAR_DERIVED = 3.0, 5.0, 1.65, 8.0, 0.75
"""The score that an assumption needs of what is open, of an established fact, and of a conclusion;
a conclusion needs coverage besides, unless its score is plain."""
NAMED_ONLY, _ROUNDED = 0.49, 1e-6
"""The coverage of a statement of which only the arguments are named."""
BESIDE, WHOLLY_BESIDE = 1.4, 0.75
LEAST_BESIDE, WORD_FOR_WORD = 0.8, 0.88
"""The score from which on a clause says something open beside another statement, if that much is
said of it, and where it is said word for word: `a spotted predator`."""
INSTEAD = 0.55
"""How near to the best reading of a clause one must be that leads on with what is said besides."""
PLAINLY = 8.0
"""The score from which on something is said plainly."""
OPEN_BESIDE, FACT_BESIDE, DERIVED_BESIDE, WHOLLY_SAID = 3.3, 6.5, 4.0, 0.97
"""The score that an assumption needs beside one that is said plainly; a conclusion needs none where
all of it is said."""
LEAST_DENIED, CLEARLY_DENIED = 3.6, 0.6
"""The score that the denial of a fact needs of which so much is said."""
LEAST_SAID, MOSTLY_SAID = 2.6, 0.7
"""The score that an open statement needs of which most is said."""
WHOLLY_A_TRAIT = 0.88
"""How much of a trait must be said by words that say another one as well."""
WHOLLY_NAMED = 0.7
"""How much of a conclusion of which only the arguments are named must be said beside others."""
OPEN, FACT_DENIED, DERIVED, UNSETTLED, ADVICE = 1.3, 1.2, 0.8, 0.75, 0.5
"""How likely an assumption is of what is open, that denies a fact, of what rules conclude, of what
nothing tells, and of what is advised."""
IDLE = 0.7
"""How likely an assumption is that changes nothing, unless it is open."""


def is_clear(reading: Reading) -> bool:
    """Tell whether a reading says enough for it to be looked at."""
    return reading.score >= LEAST and reading.coverage >= CLEAREST


def is_likely(context: Context, reading: Reading) -> bool:
    """Tell whether a reading says enough for what it is about: more for what is settled already."""
    stands_for = context.matcher.foreseen.expand(reading.statement)
    score = reading.score
    by_names = abs(reading.coverage - NAMED_ONLY) < _ROUNDED
    if by_names and not context.matcher.foreseen.names_it(reading.statement):
        return False
    if any(map(context.is_open, stands_for)):
        return score >= (LEAST_SAID if reading.told >= MOSTLY_SAID else LEAST_OPEN)
    if any(map(context.is_fact, stands_for)):
        least = LEAST_DENIED if _denies_plainly(reading) else LEAST_FACT
        return score >= least or (by_names and score >= LEAST_OPEN)
    if context.is_derived(reading.statement):
        whole = score >= LEAST_DERIVED and reading.coverage >= CLEAR_DERIVED
        return whole or by_names or score >= PLAIN_DERIVED
    return True


def is_beside(context: Context, other: Reading, denied: int) -> bool:
    """Tell whether what a clause says besides is said: of what nothing tells a word does.

    `denied` are the places from which on the clause denies what it says.
    """
    said = not other.turned or 0 < other.mask < denied
    wholly = other.told >= WORD_FOR_WORD
    told = other.told >= WHOLLY_BESIDE or _is_named_trait(context, other)
    plain = said and told and other.score >= (LEAST_BESIDE if wholly else BESIDE)
    known = context.is_derived(other.statement) or context.is_fact(other.statement)
    return (plain and not known) or is_likely(context, other)


def _is_named_trait(context: Context, reading: Reading) -> bool:
    """Tell whether a reading names a trait of all that is argued about: `claws on a mammal`."""
    by_names = abs(reading.coverage - NAMED_ONLY) < _ROUNDED
    only = context.matcher.foreseen.only_ones
    about = not only.isdisjoint(reading.statement.arguments)
    return by_names and about and context.is_open(reading.statement)


def about_both(context: Context, words: Sequence[str], one: Reading, other: Reading) -> int:
    """Return the words for what all is about, which no statement has for itself, as a mask.

    `A tall, striped creature`: there is no other, and two statements are made of it.
    """
    only = context.matcher.foreseen.only_ones
    both = only.intersection(one.statement.arguments, other.statement.arguments)
    if not both or not one.mask & other.mask:
        return 0
    mentions = context.index.names.find(words)
    return reduce(or_, (m.mask for m in mentions if not both.isdisjoint(m.entities)), 0)


def is_apart(
    context: Context, words: Sequence[str], group: Sequence[Reading], other: Reading
) -> bool:
    """Tell whether a clause says something by other words than what it says besides."""
    own = other.mask & ~about_both(context, words, group[0], other)
    return bool(own) and all(are_traits(context, each, other) for each in group if own & each.mask)


def are_traits(context: Context, one: Reading, other: Reading) -> bool:
    """Tell whether two statements are traits of all that is argued about, each told by its word.

    `Hooves, stripes, hairy`: what a word says wholly, it says though another one leans on it.
    """
    arguments = set(one.statement.arguments).intersection(other.statement.arguments)
    only = context.matcher.foreseen.only_ones
    wholly = other.told >= WHOLLY_A_TRAIT and context.is_open(other.statement)
    return wholly and not only.isdisjoint(arguments) and bool(one.mask & ~other.mask)


def prior(context: Context, statement: Statement, positive: bool) -> float:
    """Prefer what is open, then facts that are denied, to what would change nothing."""
    stands_for = context.matcher.foreseen.expand(statement)
    if any(map(context.is_open, stands_for)):
        return OPEN
    if any(map(context.is_fact, stands_for)):
        return FACT_DENIED if not positive else IDLE
    if statement.predicate in context.case.rulebase.advice:
        return ADVICE
    likely = DERIVED if context.is_derived(statement) else UNSETTLED
    return likely * (IDLE if positive == context.holds(statement) else 1.0)


def without_summary(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out a conclusion that the text spells out by what leads to it."""
    top = context.case.rulebase.scale.top
    open_ones = {
        r.statement: top if r.positive else 0 for r in readings if context.is_open(r.statement)
    }
    concluded = [r for r in readings if r.positive and context.is_derived(r.statement)]
    if len(open_ones) < 2 or not concluded:
        return list(readings)
    supposed = context.case.assume_all(open_ones)
    return [r for r in readings if r not in concluded or not supposed.holds(r.statement)]


def among_conclusions(
    context: Context, reading: Reading, others: Sequence[Reading], said: Sequence[Reading]
) -> Reading:
    """Take a conclusion for what a clause says if with others that are said it leads on.

    `They cooperate and he has an incentive`: who speaks of conclusions goes on with conclusions.
    """
    if context.is_derived(reading.statement):
        return reading
    for other in others:
        near = other.score >= INSTEAD * reading.score and context.is_derived(other.statement)
        if near and any(
            _lead_on(context, other.statement, each.statement)
            for each in said
            if each is not reading and context.is_derived(each.statement)
        ):
            return replace(other, score=reading.score)
    return reading


def _lead_on(context: Context, one: Statement, other: Statement) -> bool:
    """Tell whether two statements are grounds of one inference."""
    graph = context.case.graph
    numbers = {graph.number(one), graph.number(other)}
    return len(numbers) == 2 and any(numbers <= set(each.grounds) for each in graph.inferences)


def without_weak(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out what few words speak for beside what is said plainly: an aside, most likely."""
    if max((reading.score for reading in readings), default=0.0) < PLAINLY:
        return list(readings)
    return [reading for reading in readings if reading.score >= _least_beside(context, reading)]


def _least_beside(context: Context, reading: Reading) -> float:
    """Return the score that a reading needs beside one that is plain."""
    if context.is_open(reading.statement):
        return LEAST_SAID if reading.told >= MOSTLY_SAID else OPEN_BESIDE
    if context.is_fact(reading.statement):
        return LEAST_DENIED if _denies_plainly(reading) else FACT_BESIDE
    by_names = abs(reading.coverage - NAMED_ONLY) < _ROUNDED  # `a bird with spots`
    wholly = reading.coverage >= WHOLLY_SAID or (by_names and reading.told >= WHOLLY_NAMED)
    derived = context.is_derived(reading.statement) and not wholly
    return DERIVED_BESIDE if derived else 0.0


def _denies_plainly(reading: Reading) -> bool:
    """Tell whether most of a statement is said, and denied: of a fact that is no mere aside."""
    return not reading.positive and reading.told >= CLEARLY_DENIED


def without_contrary(
    context: Context, truth: Mapping[Statement, bool], surely: Container[Statement] = ()
) -> Mapping[Statement, bool]:
    """Of two contrary assumptions in one breath keep the first, and what is `surely` said."""
    kept: dict[Statement, bool] = {}
    contrary = context.case.rulebase.are_contrary
    for statement, true in truth.items():
        rivals = [other for other, held in kept.items() if held] if true else []
        if statement in surely or not any(contrary(statement, rival) for rival in rivals):
            kept[statement] = true
    return kept
