"""Which phrases share most with a piece of text, told by its words before any is looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from heapq import heappush, heapreplace
from typing import TypeAlias, TypeVar

from arguendo.conversation.statements.analysis import Unit
from arguendo.conversation.statements.fitting import BOTH, Piece
from arguendo.conversation.statements.index import Index, quality
from arguendo.conversation.statements.phrases import Phrase

NAMES = 2.9
"""What the names in a phrase are worth about, before they are looked at."""
MOST_PHRASES, MOST_THINGS = 64, 20
"""Phrases compared with one piece of text: of statements, and of what is argued about."""
_SLACK = 1 + 1e-9
"""So much more a phrase may weigh than the sums say that it may: they are rounded."""

Worth: TypeAlias = dict[int, float]
"""What phrases share with a text, by their numbers."""


class Sharing:
    """Tells what the texts of one turn share with phrases; texts that overlap share the work."""

    def __init__(self, index: Index) -> None:
        """Take the phrases."""
        self._index = index
        self._shares: dict[tuple[object, ...], tuple[Worth, Worth]] = {}
        self._speaks: dict[tuple[object, ...], _Speaks] = {}

    def phrases(self, piece: Piece) -> list[Phrase]:
        """Find the phrases of statements that share most with a piece, roughly."""
        if piece.likely is None:
            piece.likely = self._best(self._shared(piece)[0], MOST_PHRASES)
        return piece.likely

    def things(self, piece: Piece) -> list[Phrase]:
        """Find the names of what is argued about that do."""
        return self._best(self._shared(piece)[1], MOST_THINGS)

    def _best(self, worth: Worth, most: int) -> list[Phrase]:
        index = self._index
        rough = index.rough
        alike: defaultdict[float, list[int]] = defaultdict(list)
        for number, each in worth.items():
            alike[each].append(number)
        best: list[tuple[float, int]] = []
        for each in sorted(alike, reverse=True):
            matched, numbers = each + NAMES, alike[each]
            if len(best) == most:
                least = best[0][0]
                if matched < least:
                    break  # no phrase promises more than what it shares
                heaviest = matched * (matched / least) ** (1 / BOTH) * _SLACK - NAMES
                numbers = [number for number in numbers if rough[number] <= heaviest]
            for number in numbers:
                weight = rough[number] or index.rough_weight(number)
                whole = (weight if weight > each else each) + NAMES
                found = (matched * (matched / whole) ** BOTH, -number)
                if len(best) < most:
                    heappush(best, found)
                elif found > best[0]:
                    heapreplace(best, found)
        return [index.phrase(-number) for _, number in sorted(best, reverse=True)]

    def _shared(self, piece: Piece) -> tuple[Worth, Worth]:
        """Tell for each phrase what the units of a piece that it may share are worth.

        Phrases of statements stand apart from those of things.
        """
        if piece.shared is None:
            statements: Worth = {}
            things: Worth = {}
            for unit in piece.analysis.units:
                of_statements, of_things = self._of_unit(unit)
                _add(statements, of_statements)
                _add(things, of_things)
            piece.shared = statements, things
        return piece.shared

    def _of_unit(self, unit: Unit) -> tuple[Worth, Worth]:
        index = self._index
        key = unit.features, unit.share, unit.clarity
        found = self._shares.get(key)
        if found is None:
            found = self._shares[key] = {}, {}
            for feature in sorted(unit.features, key=index.fit):
                worth = index.fit(feature)
                worth *= unit.share * (unit.clarity if feature[0] == "*" else 1.0)
                numbers = index.numbers(feature)
                first_thing = bisect_left(numbers, index.first_thing)
                found[0].update(dict.fromkeys(numbers[:first_thing], worth))
                found[1].update(dict.fromkeys(numbers[first_thing:], worth))
        return found

    def add_salience(self, piece: Piece) -> None:
        """Tell how much the words of a piece speak for each target as a whole."""
        salience: dict[str, float] = {}
        told: dict[str, float] = {}
        for unit in piece.analysis.units:
            speaks = self._speaking(unit)
            own = [piece.features[feature] is unit for feature, _ in speaks.typical]
            if all(own):
                _add(salience, speaks.whole)
            else:
                for each, (_, typical) in zip(own, speaks.typical, strict=True):
                    if each:
                        _add(salience, typical)
            if not unit.is_name:
                _add(told, speaks.likelier)
        piece.salience = salience
        piece.typical, piece.told = _shares(salience), _shares(told)

    def _speaking(self, unit: Unit) -> _Speaks:
        key = unit.features, unit.share, unit.clarity
        found = self._speaks.get(key)
        if found is None:
            found = self._speaks[key] = _Speaks(self._index, unit)
        return found


class _Speaks:
    """How much a unit speaks for targets: by each of its features, by all of them, and at most."""

    __slots__ = ("likelier", "typical", "whole")

    def __init__(self, index: Index, unit: Unit) -> None:
        self.typical: list[tuple[str, dict[str, float]]] = []
        self.whole: dict[str, float] = {}
        self.likelier: dict[str, float] = {}
        for feature in unit.features:
            if feature[0] == "~":
                continue
            worth = index.fit(feature) * unit.share * unit.clarity
            salience = index.salience(feature)
            typical = {target: worth * weight for target, (weight, _) in salience.items()}
            self.typical.append((feature, typical))
            _add(self.whole, typical)
            for target, (_, likelier) in salience.items():
                gain = likelier * unit.share * quality(feature)
                self.likelier[target] = max(self.likelier.get(target, 0.0), gain)


_Key = TypeVar("_Key", int, str)


def _add(sums: dict[_Key, float], new: Mapping[_Key, float]) -> None:
    """Add to each sum what is new of it."""
    both = {key: sums[key] + new[key] for key in sums.keys() & new.keys()}
    sums.update(new)
    sums.update(both)


def _shares(worth: Mapping[str, float]) -> dict[str, float]:
    most = max(worth.values(), default=0.0) or 1.0  # what every statement says speaks for none
    return {target: each / most for target, each in worth.items()}
