"""Fit how sure a reading is to the labelled questions that the conversation is tuned on.

    python tests/conversation/calibrate.py FOLDER... [--svg FILE]

Prints the table for `lexicon/confidence.toml` and the reliability curve: of the readings that are
told to be so sure, how many are right. The folders are those that `measure.py` takes; the
project's own held-out questions are always among them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from math import exp
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

from arguendo.case import Case
from arguendo.conversation import confidence, utterance
from arguendo.conversation.confidence import Signs
from tests.conversation import measure

Sample: TypeAlias = "tuple[Signs, bool]"
WRONG_AT_MOST = 0.03
"""The share of all questions that may be answered wrongly without asking back."""
ROUNDS, STEP, RIDGE = 3_000, 1.0, 0.002
BINS = 10


def samples(paths: Iterable[Path], case: Case) -> tuple[list[Sample], int]:
    """Read the questions and note the signs of each reading about a statement; and count all."""
    seen: list[Signs] = []
    told = confidence.confidence

    def noted(signs: Signs) -> float:
        seen.append(signs)
        return told(signs)

    found: list[Sample] = []
    count = 0
    with patch.object(utterance, "confidence", noted):
        for path in paths:
            run = measure.dialogues if "dialogues" in path.name else measure.questions
            for result in run(path, case):
                count += 1
                if seen:
                    found.append((seen[0], result.right))
                seen.clear()
    return found, count


def fit(found: Sequence[Sample]) -> dict[str, float]:
    """Fit a logistic regression by gradient descent."""
    rows = [((1.0, *signs), right) for signs, right in found]
    weights = [0.0] * len(rows[0][0])
    for _ in range(ROUNDS):
        slopes = [-RIDGE * weight for weight in weights]
        for row, right in rows:
            error = right - _sigmoid(sum(w * x for w, x in zip(weights, row, strict=True)))
            for place, value in enumerate(row):
                slopes[place] += error * value / len(rows)
        weights = [weight + STEP * slope for weight, slope in zip(weights, slopes, strict=True)]
    return dict(zip(("constant", *Signs._fields), weights, strict=True))


def _sigmoid(value: float) -> float:
    return 1 / (1 + exp(-value))


def told(weights: dict[str, float], found: Sequence[Sample]) -> list[tuple[float, bool]]:
    """Return how sure each reading would be, with whether it was right, the surest first."""
    sure = [
        (_sigmoid(weights["constant"] + sum(weights[k] * v for k, v in s._asdict().items())), right)
        for s, right in found
    ]
    return sorted(sure, reverse=True)


def threshold(sure: Sequence[tuple[float, bool]], count: int) -> float:
    """Return the confidence from which on few enough of all questions are read wrongly."""
    wrong = 0
    for value, right in sure:
        wrong += not right
        if wrong > WRONG_AT_MOST * count:
            return min(0.99, value + 0.005)
    return 0.0


def curve(sure: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return per tenth the mean confidence, the share that was right, and how many there are."""
    size = max(1, len(sure) // BINS)
    parts = [sure[start : start + size] for start in range(0, len(sure), size)]
    return [(sum(v for v, _ in p) / len(p), sum(r for _, r in p) / len(p), len(p)) for p in parts]


def svg(points: Sequence[tuple[float, float, int]]) -> str:
    """Draw a reliability curve; on the diagonal confidence is what it says."""
    dots = " ".join(f"{300 * told:.0f},{300 - 300 * right:.0f}" for told, right, _ in points)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 320 320">'
        "<title>Share of readings that were right, by the confidence told</title>"
        '<path d="M0 300H300M0 300V0M0 300L300 0" stroke="gray" fill="none"/>'
        f'<polyline points="{dots}" stroke="navy" fill="none"/></svg>\n'
    )


def main() -> None:
    """Fit, and print the table and the curve."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    paths = [path for folder in given.folders for path in sorted(folder.glob("dev-*.jsonl"))]
    found, count = samples([*paths, *measure.HELD_OUT], Case.open())
    weights = fit(found)
    sure = told(weights, found)
    print("[weights]")  # noqa: T201
    for name, weight in weights.items():
        print(f"{name} = {weight:.2f}")  # noqa: T201
    print(f"asks_below = {threshold(sure, count):.2f}\n")  # noqa: T201
    points = curve(sure)
    for mean, right, many in points:
        print(f"told {mean:.2f}  right {right:.2f}  {'#' * round(40 * right)} {many}")  # noqa: T201
    if given.svg:
        given.svg.write_text(svg(points), encoding="utf-8")


if __name__ == "__main__":
    main()
