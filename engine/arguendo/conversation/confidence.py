"""How sure a reading is: the share of readings with such signs that were right.

The weights are a logistic regression on the labelled questions that the conversation was tuned on
(`tests/conversation/calibrate.py` makes them and draws the reliability curve).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.readings import Reading

HIGH_SCORE, LONG, HIGH_ASSUMED = 10.0, 40, 8.0
"""From here on a sign tells no more."""


class Signs(NamedTuple):
    """What tells how sure a reading is, each from 0 to 1."""

    score: float
    """How much speaks for the statement."""
    margin: float
    """How far the next best statement is behind."""
    intent: float
    """How likely the intent is."""
    length: float
    """How long the text is."""
    supposes: float
    """Whether it assumes something."""
    assumed: float
    """How much speaks for the weakest of its assumptions."""
    known: float = 1.0
    """Whether the rule base itself speaks of the statement."""


def signs(
    readings: Sequence[Reading], intent: float, words: int, assumed: float | None = None
) -> Signs:
    """Gather what the scores tell of how sure the first of some readings is."""
    first = readings[0] if readings else None
    second = readings[1].score if len(readings) > 1 else 0.0
    return Signs(
        min(1.0, first.score / HIGH_SCORE) if first else 0.5,
        1 - second / first.score if first and first.score else 0.0,
        intent,
        min(1.0, words / LONG),
        0.0 if assumed is None else 1.0,
        min(1.0, (assumed or 0.0) / HIGH_ASSUMED),
    )


def confidence(seen: Signs) -> float:
    """Return how likely a reading with such signs is right."""
    table = _tables()["weights"]
    weighed = sum(table[name] * value for name, value in seen._asdict().items())
    return 1 / (1 + exp(-table["constant"] - weighed))


def of_intent(likely: float) -> float:
    """Return how likely a reading is right that only needs its intent to be so likely."""
    table = _tables()["intent"]
    return 1 / (1 + exp(-table["constant"] - table["intent"] * likely))


def threshold() -> float:
    """Return the confidence below which one asks back."""
    return _tables()["weights"]["asks_below"]


@cache
def _tables() -> Mapping[str, Mapping[str, float]]:
    found = lexicon.read("confidence")
    return {name: {n: float(value) for n, value in each.items()} for name, each in found.items()}
