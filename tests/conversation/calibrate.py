"""Fit how sure a reading is to labelled questions that the model of intents did not learn from.

    python tests/conversation/calibrate.py [--svg FILE]

Prints the tables for `lexicon/confidence.toml` and the reliability curve: of the readings that are
told to be so sure, how many are right. Each file of labelled questions is read with a model of
intents that was learnt from the others (`training.py`), since what was learnt by heart is no
measure of doubt.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

from arguendo.case import Case
from arguendo.conversation import utterance
from arguendo.conversation.context import Context
from arguendo.conversation.intents import likelihood
from arguendo.conversation.ranking import confidence
from arguendo.conversation.ranking.confidence import Hintless, Signs, Supposed, Supposing, clear
from arguendo.conversation.state import State
from tests.conversation import associating, measure, training
from tests.conversation.training import File, Sample

Row: TypeAlias = "tuple[tuple[float, ...], bool]"
"""What tells how sure a reading is, and whether it was right."""
OF_INTENT = ("intent", "clear")
TABLES = (
    ("weights", Signs._fields),
    ("hintless", Hintless._fields),
    ("supposing", Supposing._fields),
    ("supposed", Supposed._fields),
    ("intent", OF_INTENT),
)
"""The tables, each with its signs, by which they are told apart."""
AGAINST = ("length", "left_out", "unnamed", "strangers")
"""Signs that may speak against a reading."""
WRONG_AT_MOST = 0.03
"""The share of all questions that may be answered wrongly without asking back."""
ROUNDS, STEP, MOMENTUM, RIDGE = 6_000, 0.5, 0.9, 0.002
WEAKER = {"hintless": 0.0001}
"""The ridge of tables whose signs tell the more by being few."""
BINS = 10
STEPS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
"""Confidences below which one could ask back."""


def read(known: Sequence[Sample]) -> Iterator[tuple[Sequence[float], bool]]:
    """Read all questions by a model of the other files: signs of the reading, and if it is right.

    Without signs it was read to the letter.
    """
    files = training.files()
    for number in range(training.FOLDS):
        chosen = files[number :: training.FOLDS]
        others = [sample for sample in known if sample.file not in chosen]
        model = training.learnt(others)
        with patch.object(likelihood, "model", lambda model=model: model):
            for file in chosen:
                yield from _signs(file, training.case_of(file.rulebase))
                for phrased in (True, False):
                    new = _signs(file, training.new_case_of(file.rulebase, phrased))
                    yield from (each for each in new if _are_of(each[0], Hintless._fields))


def _are_of(signs: Sequence[float], names: Sequence[str]) -> bool:
    """Tell whether signs are those of a table."""
    return len(signs) == len(names) and getattr(signs, "_fields", OF_INTENT) == names


def _signs(file: File, case: Case) -> Iterator[tuple[Sequence[float], bool]]:
    """Note what each reading of a file was told to be sure by."""
    seen: list[Sequence[float]] = []
    told, told_intent = confidence.confidence, confidence.of_intent

    def noted(signs: Signs | Hintless | Supposing | Supposed) -> float:
        seen.append(signs)
        return told(signs)

    def noted_intent(likely: float) -> float:
        seen.append((likely, clear(likely)))
        return told_intent(likely)

    run = measure.dialogues if "dialogues" in file.path.name else measure.questions
    with (
        associating.unknown(file.path, Context(State(case))),
        patch.object(utterance, "confidence", noted),
        patch.object(utterance, "of_intent", noted_intent),
    ):
        for result in run(file.path, case):
            yield (seen[-1] if seen else ()), result.right
            seen.clear()


def fit(found: Sequence[Row], names: Sequence[str], ridge: float = RIDGE) -> dict[str, float]:
    """Fit a logistic regression by gradient descent; what speaks for a reading never against it."""
    from numpy import array, maximum, zeros
    from numpy import exp as raised

    rows = array([(1.0, *signs) for signs, _ in found])
    right = array([float(right) for _, right in found])
    weights, pace = zeros(rows.shape[1]), zeros(rows.shape[1])
    bound = [n for n, name in enumerate(names, 1) if name not in AGAINST]
    shrunk = array([0.0, *[ridge] * len(names)])
    for _ in range(ROUNDS):
        slopes = rows.T @ (right - 1 / (1 + raised(-rows @ weights))) / len(rows)
        pace = MOMENTUM * pace + slopes - shrunk * weights
        weights = weights + STEP * pace
        weights[bound] = maximum(0.0, weights[bound])
    return dict(zip(("constant", *names), map(float, weights), strict=True))


def _sigmoid(value: float) -> float:
    return 1 / (1 + exp(-value))


def told(weights: dict[str, float], found: Sequence[Row]) -> list[tuple[float, bool]]:
    """Return how sure each reading would be, with whether it was right."""
    each = list(weights.values())
    return [
        (_sigmoid(each[0] + sum(w * v for w, v in zip(each[1:], signs, strict=True))), right)
        for signs, right in found
    ]


def threshold(sure: Sequence[tuple[float, bool]], count: int) -> float:
    """Return the confidence from which on few enough of all questions are read wrongly."""
    wrong = 0
    for value, right in sure:
        wrong += not right
        if wrong > WRONG_AT_MOST * count:
            return min(0.99, value + 0.005)
    return 0.0


def prices(sure: Sequence[tuple[float, bool]], step: float, count: int) -> tuple[float, float]:
    """Return the shares of all questions that are read wrongly for sure, and asked back to."""
    wrong = sum(value >= step and not right for value, right in sure)
    return wrong / count, sum(value < step for value, _ in sure) / count


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
    """Fit, and print the tables and the curve."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    found = list(read(list(training.samples(training.files()))))
    sure: list[tuple[float, bool]] = []
    for title, names in TABLES:
        rows = [(tuple(signs), right) for signs, right in found if _are_of(signs, names)]
        weights = fit(rows, names, WEAKER.get(title, RIDGE))
        sure += told(weights, rows)
        print(f"[{title}]")  # noqa: T201
        for name, weight in weights.items():
            print(f"{name} = {weight:.2f}")  # noqa: T201
    sure.sort(reverse=True)
    print(f"asks_below = {threshold(sure, len(found)):.2f}\n")  # noqa: T201
    for step in STEPS:
        wrong, asked = prices(sure, step, len(found))
        print(f"below {step:.2f}: wrong {wrong:.1%}, asked back {asked:.1%}")  # noqa: T201
    points = curve(sure)
    for mean, right, many in points:
        print(f"told {mean:.2f}  right {right:.2f}  {'#' * round(40 * right)} {many}")  # noqa: T201
    if given.svg:
        given.svg.write_text(svg(points), encoding="utf-8")


if __name__ == "__main__":
    main()
