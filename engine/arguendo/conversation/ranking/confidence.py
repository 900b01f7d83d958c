"""How sure a reading is: the share of readings with such signs that were right.

The weights are a logistic regression on the labelled questions that the conversation was tuned on
(`tests/conversation/calibrate.py` makes them and draws the reliability curve).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading

HIGH_SCORE, LONG, HIGH_ASSUMED, HIGH_ODDS = 10.0, 40, 8.0, 5.0
"""From here on a sign tells no more."""
LEAST = 1e-6
WHOLLY, PLAIN, AHEAD, TO_THE_LETTER = 0.8, 0.9, 0.3, 0.9
"""Where all that is asked fits so well, the intent is so likely and the next best statement is so
far behind, a reading is at least so sure, whatever the regression makes of it: of twenty such, 19
were right."""
TOGETHER = 0.75
"""How well all fits must be where something is supposed besides, times how likely that is assumed,
if it leaves nothing out: of eleven such ten were right, of 35 that are less plain 21."""
SUREST = 0.99
"""Only what is said to the letter leaves no doubt at all."""
LARGELY = 0.7
"""The same of what is supposed where nothing is left out and nothing else said: of 133, 122."""


class Signs(NamedTuple):
    """What tells how sure a reading is that has a statement and supposes nothing; each 0 to 1."""

    score: float
    """How much speaks for the statement."""
    margin: float
    """How far the next best statement is behind."""
    intent: float
    """How likely the intent is."""
    clear: float
    """The same as log-odds."""
    length: float
    """How long the text is."""
    fits: float
    """How much of what it asks and of the statement's best phrase fit each other."""


class Hintless(NamedTuple):
    """The same where a rule base has no associations, as new ones have none: more must be seen."""

    score: float
    margin: float
    intent: float
    clear: float
    length: float
    fits: float
    foreseen: float
    """Whether the rule base itself speaks of the statement."""
    unnamed: float
    """The share of its arguments that are neither named nor told otherwise."""
    strangers: float
    """How many other things are named."""
    derived: float
    """Whether rules conclude such statements."""


class Supposing(NamedTuple):
    """The same of a reading that supposes something besides."""

    score: float
    margin: float
    intent: float
    clear: float
    length: float
    assumed_fits: float
    """How much of the worst of what it assumes and of the text fit each other."""
    assumed_likely: float
    """How likely the least likely of what it assumes is assumed."""
    left_out: float
    """Whether a clause of what it assumes says something that is not read."""
    fits: float
    both_fit: float
    """How well what it assumes and what it asks fit, together."""


class Supposed(NamedTuple):
    """The same of a reading that only assumes something."""

    intent: float
    clear: float
    length: float
    assumed: float
    """How much speaks for the worst of what it assumes."""
    assumed_fits: float
    assumed_likely: float
    left_out: float


def signs(
    readings: Sequence[Reading],
    intent: float,
    words: int,
    assumed: Assumed | None = None,
    derived: bool | None = None,
) -> Signs | Hintless | Supposing | Supposed:
    """Gather what the scores tell of how sure the first of some readings is.

    Whether it is `derived` by rules counts in a rule base without associations.
    """
    length = min(1.0, words / LONG)
    of_assumed = (0.0, 0.0, 0.0)
    if assumed is not None:
        of_assumed = (assumed.fits, assumed.likely, float(assumed.leaves_out))
    if not readings:
        score = min(1.0, assumed.score / HIGH_ASSUMED) if assumed else 0.0
        return Supposed(intent, clear(intent), length, score, *of_assumed)
    first = readings[0]
    second = readings[1].score if len(readings) > 1 else 0.0
    margin = 1 - second / first.score if first.score else 0.0
    asked = (min(1.0, first.score / HIGH_SCORE), margin, intent, clear(intent), length)
    if assumed is None and derived is not None and (seen := first.traits) is not None:
        told = (seen.foreseen, seen.unnamed, seen.strangers)
        return Hintless(*asked, first.coverage, *told, derived)
    if assumed is None:
        return Signs(*asked, first.coverage)
    return Supposing(*asked, *of_assumed, first.coverage, assumed.fits * first.coverage)


_TABLES: Mapping[type, str] = {
    Signs: "weights",
    Hintless: "hintless",
    Supposing: "supposing",
    Supposed: "supposed",
}


def clear(likely: float) -> float:
    """Return the log-odds of what is so likely, those that are even or worse as 0, at most 1."""
    odds = likely / max(1 - likely, LEAST)
    return min(1.0, max(0.0, log(max(odds, LEAST)) / HIGH_ODDS))


def confidence(seen: Signs | Hintless | Supposing | Supposed) -> float:
    """Return how likely a reading with such signs is right."""
    likely = min(SUREST, _told(_TABLES[type(seen)], seen._asdict()))
    return max(likely, TO_THE_LETTER) if _is_whole(seen) else likely


def _is_whole(seen: Signs | Hintless | Supposing | Supposed) -> bool:
    if isinstance(seen, Supposed):
        return seen.assumed_fits >= LARGELY and seen.intent >= PLAIN and not seen.left_out
    if isinstance(seen, Supposing):
        whole = seen.both_fit * seen.assumed_likely >= TOGETHER and not seen.left_out
        return whole and seen.intent >= PLAIN and seen.margin >= AHEAD
    return seen.fits >= WHOLLY and seen.intent >= PLAIN and seen.margin >= AHEAD


def of_intent(likely: float) -> float:
    """Return how likely a reading is right that only needs its intent to be so likely."""
    return _told("intent", {"intent": likely, "clear": clear(likely)})


def _told(name: str, seen: Mapping[str, float]) -> float:
    table = _tables()[name]
    weighed = sum(table[sign] * value for sign, value in seen.items())
    return 1 / (1 + exp(-table["constant"] - weighed))


def threshold() -> float:
    """Return the confidence below which one asks back."""
    return _tables()["weights"]["asks_below"]


@cache
def _tables() -> Mapping[str, Mapping[str, float]]:
    found = lexicon.read("confidence")
    return {name: {n: float(value) for n, value in each.items()} for name, each in found.items()}
