"""Numbers from twenty on in words, as digits: `a hundred and twenty`, `nineteen eighty-five`.

Smaller ones stay words, since they count (`two of us`) and stand in names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FEW = "one two three four five six seven eight nine"
_MORE = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENFOLD = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: number for number, word in enumerate(_FEW.split(), 1)}
_TEENS = {word: number for number, word in enumerate(_MORE.split(), 10)}
_TENS = {word: 10 * number for number, word in enumerate(_TENFOLD.split(), 2)}
_NTH = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINALS = frozenset(_NTH.split())
_HUNDRED = "hundred"
LARGE = frozenset(_TENS) | {_HUNDRED}
"""The words of which one stands in every number that is read."""
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
_BELOW = _UNITS | _TEENS | _TENS


def is_figure(word: str) -> bool:
    """Tell whether a word is a number in figures: `75`, `-5`, `2.5`."""
    return _FIGURE.fullmatch(word) is not None


def small(word: str) -> str:
    """Return a number below twenty in figures; empty where a word names none."""
    number = _UNITS.get(word) or _TEENS.get(word)
    return str(number) if number else ""


def numeral(texts: Sequence[str], start: int) -> tuple[int, int]:
    """Return the number that begins at a word, and where it ends; there, where none is in words."""
    century = _CENTURIES.get(texts[start])
    if century:
        number, end = _below_hundred(texts, start + 1)
        if number >= 10:
            return century + number, end
    hundreds, end = _hundreds(texts, start)
    rest, last = _below_hundred(texts, end + (hundreds and texts[end : end + 1] == ["and"]))
    if hundreds:
        return (hundreds + rest, last) if rest else (hundreds, end)
    return (rest, last) if texts[start] in _TENS else (0, start)


def _hundreds(texts: Sequence[str], start: int) -> tuple[int, int]:
    """Read `hundred`, `two hundred`."""
    if texts[start] == _HUNDRED:
        return 100, start + 1
    if texts[start] in _UNITS and texts[start + 1 : start + 2] == [_HUNDRED]:
        return 100 * _UNITS[texts[start]], start + 2
    return 0, start


def _below_hundred(texts: Sequence[str], start: int) -> tuple[int, int]:
    """Read a number below a hundred."""
    first = _BELOW.get(texts[start], 0) if start < len(texts) else 0
    unit = _UNITS.get(texts[start + 1], 0) if start + 1 < len(texts) else 0
    if first >= 20 and unit:
        return first + unit, start + 2
    if first >= 20 and texts[start + 1 : start + 2] and texts[start + 1] in _ORDINALS:
        return 0, start
    return first, start + bool(first)
