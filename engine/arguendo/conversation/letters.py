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
MARK = "~"
"""What a run's feature begins with."""


def runs(text: str) -> Mapping[str, float]:
    """Return the runs of a text in small letters, each with how much it tells."""
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
