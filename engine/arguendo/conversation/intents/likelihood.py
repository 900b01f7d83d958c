"""How likely each intent is, from what a text shows: linear support vector machines.

The margins of one class against the others are told as shares.

The weights lie in `lexicon/likelihood.json`; `tests/conversation/training.py` learns them from
labelled questions on several rule bases. A class is an intent, or `list` with what is listed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.english.letters import is_run
from arguendo.inquiry.query import Intent, Listing
from arguendo.keeping import kept

HUNDRED = 100
"""Weights are kept as whole hundredths."""
ZERO = 128
"""The byte that stands for a weight of nothing."""
CONTRARY, OUTVOTED = 0.7, 0.03
"""How likely another intent must be, and how unlikely that of a turn of phrase, to overrule it."""
SPELLING = "spelling"
"""What all runs of letters together are called where it is told what speaks for an intent."""


class Class(NamedTuple):
    """What the model tells apart."""

    intent: Intent
    listing: Listing | None = None

    @property
    def name(self) -> str:
        """How it is written in the file of weights."""
        return f"{self.intent.value} {self.listing.value}" if self.listing else self.intent.value


@dataclass(frozen=True)
class Model:
    """Classes, and what each feature says for and against them."""

    classes: tuple[Class, ...]
    weights: Mapping[str, bytes]
    """Feature to its weight for each class in hundredths above `ZERO`: tens of thousands of them
    are loaded several times as fast as tuples are."""

    def sums(self, seen: Mapping[str, float]) -> list[float]:
        """Return the sum of weights for each class.

        Few features tell differently much, so those that tell as much are summed as a whole.
        """
        alike: defaultdict[float, list[bytes]] = defaultdict(list)
        for feature, value in seen.items():
            told = self.weights.get(feature)
            if told is not None:
                alike[value].append(told)
        found = [0.0] * len(self.classes)
        for value, rows in alike.items():
            nothing = ZERO * len(rows)
            for number, weights in enumerate(zip(*rows, strict=True)):
                found[number] += value * (sum(weights) - nothing)
        return [each / HUNDRED for each in found]

    def told(self, feature: str) -> dict[int, int]:
        """Return what a feature says for classes by their numbers, in hundredths."""
        told = self.weights.get(feature, b"")
        return {number: weight - ZERO for number, weight in enumerate(told) if weight != ZERO}

    def probabilities(self, seen: Mapping[str, float]) -> list[float]:
        """Return how likely each class is."""
        sums = self.sums(seen)
        most = max(sums)
        shares = [exp(each - most) for each in sums]
        whole = sum(shares)
        return [each / whole for each in shares]


@dataclass(frozen=True)
class Likelihood:
    """How likely each intent is, the likeliest first."""

    ranked: tuple[tuple[Intent, float], ...] = ()
    listings: tuple[tuple[Listing, float], ...] = ()
    """How likely each thing is what is to be listed, the likeliest first."""

    def of(self, intent: Intent) -> float:
        """Return how likely an intent is."""
        return next((share for each, share in self.ranked if each is intent), 0.0)

    def overrules(self, intent: Intent) -> bool:
        """Tell whether all else in a text speaks against an intent that a turn of phrase tells."""
        likeliest = self.ranked[0][1] if self.ranked else 0.0
        return likeliest >= CONTRARY and self.of(intent) < OUTVOTED

    def joined(self, lesser: Intent, greater: Intent) -> Likelihood:
        """Count what speaks for one intent for another."""
        shares = dict(self.ranked)
        shares[greater] = shares.pop(lesser, 0.0) + shares.get(greater, 0.0)
        ranked = sorted(shares.items(), key=lambda pair: -pair[1])
        return replace(self, ranked=(*ranked, (lesser, 0.0)))


def certain(intent: Intent) -> Likelihood:
    """Return the likelihood of an intent that leaves no doubt."""
    return Likelihood(((intent, 1.0),))


UNTOLD = Likelihood()
"""Before a text was looked at."""


def likelihood(seen: Mapping[str, float]) -> Likelihood:
    """Tell how likely each intent is for a text that shows some features."""
    return judged(model(), seen)


def judged(by: Model, seen: Mapping[str, float]) -> Likelihood:
    """Tell how likely each intent is by a model."""
    intents: dict[Intent, float] = {}
    listings: dict[Listing, float] = {}
    for each, share in zip(by.classes, by.probabilities(seen), strict=True):
        intents[each.intent] = intents.get(each.intent, 0.0) + share
        if each.listing is not None:
            listings[each.listing] = share
    return Likelihood(
        tuple(sorted(intents.items(), key=lambda pair: -pair[1])),
        tuple(sorted(listings.items(), key=lambda pair: -pair[1])),
    )


def speaking(seen: Mapping[str, float], intent: Intent, most: int) -> list[tuple[str, float]]:
    """List the features that speak most for an intent against the mean of all, with how much."""
    by = model()
    mine = [number for number, each in enumerate(by.classes) if each.intent is intent]
    told: dict[str, float] = {}
    for feature, value in seen.items():
        weights = by.told(feature)
        most_told = max((weights.get(number, 0) for number in mine), default=0)
        shown = SPELLING if is_run(feature) else feature
        told[shown] = told.get(shown, 0.0) + value * most_told / HUNDRED
    found = list(told.items())
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    return [pair for pair in found[:most] if pair[1] > 0]


@cache
def model() -> Model:
    """Return the trained model."""
    return kept("likelihood", lexicon.LEXICON, _read)


def _read() -> Model:
    return parsed(lexicon.text("likelihood.json"))


def parsed(text: str) -> Model:
    """Read a model as it is written: classes, and per feature `number weight number weight …`."""
    found = json.loads(text)
    classes = tuple(map(class_named, found["classes"]))
    return Model(
        classes,
        {
            feature: packed(dict(zip(told[::2], told[1::2], strict=True)), len(classes))
            for feature, told in found["weights"].items()
        },
    )


def packed(told: Mapping[int, int], classes: int) -> bytes:
    """Pack weights in hundredths by the numbers of classes; they end at what a byte holds."""
    row = bytearray([ZERO]) * classes
    for number, weight in told.items():
        row[number] = max(-ZERO, min(ZERO - 1, weight)) + ZERO
    return bytes(row)


def class_named(name: str) -> Class:
    """Return a class by its name: an intent, or `list` and what is listed."""
    intent, _, listing = name.partition(" ")
    return Class(Intent(intent), Listing(listing) if listing else None)
