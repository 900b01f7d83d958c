"""How a text is spelt: the short runs of letters in its words, whose ends count as letters.

A rare word, another form of a word or a slip shares most of its runs with words that are better
known. Of each text all runs tell as much together, however many they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

SHORTEST, LONGEST = 2, 5
"""Letters of a run."""
SHARE = 6.0
"""How much all runs of a text tell together: the length of their vector."""
OF_GIST = 0.3
"""How much of what a long text shows is shown by the clause in which it asks."""
MARK = "~"
"""What a run's feature begins with."""


def runs(text: str, gist: str = "") -> Mapping[str, float]:
    """Return the runs of a text in small letters, each with how much it tells.

    The `gist` is the part of a long text that tells more.
    """
    return mixed(_runs(text), _runs(gist)) if gist else _runs(text)


def mixed(whole: Mapping[str, float], gist: Mapping[str, float]) -> Mapping[str, float]:
    """Return what a text shows, where a part of it tells more than its share."""
    found = {each: (1 - OF_GIST) * value for each, value in whole.items()}
    for each, value in gist.items():
        found[each] = found.get(each, 0.0) + OF_GIST * value
    return found


def _runs(text: str) -> Mapping[str, float]:
    found: set[str] = set()
    for word in text.split():
        whole = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            found.update(
                [MARK + whole[start : start + size] for start in range(len(whole) - size + 1)]
            )
    share = SHARE / sqrt(len(found)) if found else 0.0
    return dict.fromkeys(found, share)


def is_run(feature: str) -> bool:
    """Tell whether a feature is a run of letters."""
    return feature.startswith(MARK)
