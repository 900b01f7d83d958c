"""Fit the weights by which statements are ranked to the labelled questions that may be tuned on.

    python tests/conversation/train.py [--write]

A conditional logit: among the statements that a question could be about, the right one is to be
the likeliest. Weights are drawn towards nothing but the best phrase's score. Prints how often the
right statement comes first when files, and when whole rule bases, are left out in turn. It takes
numpy and scipy; the program does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from arguendo.conversation import lexicon
from arguendo.conversation.ranking import plausibility, standing, target
from arguendo.conversation.ranking.standing import Standing
from arguendo.conversation.segmentation.parts import Part
from arguendo.conversation.statements.traits import Traits
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from tests.conversation import associating
from tests.conversation.ranking import Asked, Cases, asked, sources

KINDS = (
    "asks", "presumes", "cites", "follows", "why_not", "takes", "concludes", "supposes", "advises"
)  # fmt: skip
MOST = 30
"""Statements looked at for each piece of text."""
SHARP = 5.0
"""How much likelier a statement is to be meant that has a score higher by a factor of e."""
RIDGE, RIDGE_OF_KINDS, RIDGE_OF_PARTS = 1.0, 2.0, 0.2
"""How strongly weights are drawn to where they start: of traits, of how a statement stands, and of
parts of a text."""
RIDGES = (1.0, 3.0)
STARTS = {"found": (1.0, 0.05), "reversed": (-0.3, 100.0), "denies": (-0.2, 100.0)}
"""Where the weights of some traits start, and how strongly they are drawn there: names in another
order, and denials in words that deny nothing, are too rare among the questions to be learnt."""
FOLDS = 8
RANKING = Path(lexicon.__file__).parent / "ranking.toml"


@dataclass(frozen=True)
class Choice:
    """The statements that a question could be about, the right ones marked."""

    asked: Asked
    rows: np.ndarray
    """A row a statement: its traits, its standing in the columns of the kind of question."""
    offsets: np.ndarray
    right: np.ndarray
    weight: float = 1.0


def choices() -> list[Choice]:
    """Gather the choices that all questions leave."""
    cases = Cases()
    found = []
    for source in sources():
        if source.tuned:
            with associating.unknown(source.path, cases.context(source.rule_base)):
                for each in asked(source, cases):
                    _look_far(each)
                    found += [_choice(each), *filter(None, (_assumed(each),))]
    return found


def _look_far(each: Asked) -> None:
    matcher = each.context.matcher
    if not isinstance(matcher.ranked, partial):
        matcher.ranked = partial(matcher.ranked, most=MOST)  # type: ignore[method-assign]


def _choice(each: Asked) -> Choice:
    context = each.context
    kind = KINDS.index(standing.kind_of(each.intent))
    points = bool(target.pointed(context, each.said))
    effects = target.effects(context, each.assumed)
    advising = each.utterance.wanted.score(Intent.RECOMMEND) > 0
    width = len(_columns())
    readings = [reading for reading in each.readings() if reading.traits]
    rows = np.zeros((len(readings), width))
    offsets = np.zeros(len(readings))
    right = np.zeros(len(readings), dtype=bool)
    for n, reading in enumerate(readings):
        assert reading.traits is not None
        seen = standing.standing(
            context, reading.statement, reading.positive, points, effects, advising
        )
        rows[n, : len(Traits._fields)] = reading.traits
        start = len(Traits._fields) + kind * len(Standing._fields)
        rows[n, start : start + len(Standing._fields)] = seen
        if reading.part is not None:
            rows[n, -len(Part._fields) :] = reading.part
        right[n] = context.matcher.foreseen.expand(reading.statement)[0].key in each.right
    return Choice(each, rows, offsets, right)


def _columns() -> list[tuple[str, str]]:
    """Return the table and the name of each weight."""
    standings = [(kind, name) for kind in KINDS for name in Standing._fields]
    traits = [("traits", name) for name in Traits._fields]
    return [*traits, *standings, *(("parts", name) for name in Part._fields)]


def _assumed(each: Asked) -> Choice | None:
    """Return the choice that the only clause of an assumption leaves, if there is one."""
    context, spans = each.context, each.utterance.parts.assumed if each.assumed else []
    if len(each.assumed) != 1 or len(spans) != 1:
        return None
    piece = context.matcher.piece([word.text for word in spans[0]], context.around)

    def prior(statement: Statement, positive: bool) -> float:
        return plausibility.prior(context, statement, positive)

    found = [r for r in context.matcher.ranked(piece, prior) if r.traits]
    rows = np.zeros((len(found), len(_columns())))
    for n, reading in enumerate(found):
        rows[n, : len(Traits._fields)] = reading.traits
    offsets = [np.log(prior(reading.statement, reading.positive)) for reading in found]
    expand = context.matcher.foreseen.expand
    right = [each.assumed[0] in expand(r.statement) and r.positive == each.held for r in found]
    return Choice(each, rows, np.array(offsets), np.array(right, dtype=bool))


def start() -> np.ndarray:
    """Return the weights of the file as it stands."""
    tables = lexicon.read("ranking")
    return np.array([tables.get(table, {}).get(name, 0.0) for table, name in _columns()])


def fit(of: Sequence[Choice], ridge: float = RIDGE) -> np.ndarray:
    """Fit weights, which are drawn towards the score of the best way by itself."""
    aim, pull = drawn(ridge)
    usable = [c for c in of if c.right.any() and not c.right.all()]
    rows = np.concatenate([c.rows for c in usable])
    sizes = np.array([len(c.rows) for c in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    which = np.repeat(np.arange(len(usable)), sizes)
    right = np.concatenate([c.right for c in usable])
    offsets = np.concatenate([c.offsets for c in usable])
    weight = np.array([c.weight for c in usable])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        logits = rows @ w + SHARP * offsets
        logits -= np.maximum.reduceat(logits, starts)[which]
        likely = np.exp(logits)
        of_all = np.add.reduceat(likely, starts)
        of_right = np.add.reduceat(likely * right, starts) + 1e-12
        slope = (likely / of_all[which] - likely * right / of_right[which]) * weight[which]
        gradient = rows.T @ slope
        gradient += 2 * pull * (w - aim)
        cost = float(weight @ (np.log(of_all) - np.log(of_right)))
        return cost + float(pull @ (w - aim) ** 2), gradient

    found = minimize(loss, aim, jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return np.asarray(found.x, dtype=float)


def drawn(ridge: float) -> tuple[np.ndarray, np.ndarray]:
    """Tell where each weight starts, and how strongly it is drawn there."""
    own = {"traits": ridge, "parts": RIDGE_OF_PARTS}
    aim = np.zeros(len(_columns()))
    pull = np.zeros(len(aim))
    for place, (table, name) in enumerate(_columns()):
        pull[place] = own.get(table, RIDGE_OF_KINDS)
        if table == "traits" and name in STARTS:
            aim[place], pull[place] = STARTS[name][0] * SHARP, STARTS[name][1]
    return aim, pull


def firsts(of: Sequence[Choice], weights: np.ndarray) -> list[bool]:
    """Tell for each choice whether the right statement comes first."""
    return [bool(len(c.right) and c.right[np.argmax(c.rows @ weights + SHARP * c.offsets)])
            for c in of]  # fmt: skip


def crossed(
    of: Sequence[Choice], group: Callable[[Choice], object], ridge: float
) -> dict[int, bool]:
    """Tell for each choice whether weights fitted without its group put the right one first."""
    groups = sorted({str(group(c)) for c in of})
    found: dict[int, bool] = {}
    folds = [set(groups[n::FOLDS]) for n in range(FOLDS)] if len(groups) > FOLDS else [
        {g} for g in groups
    ]  # fmt: skip
    for fold in folds:
        inside = [n for n, c in enumerate(of) if str(group(c)) in fold]
        weights = fit([c for c in of if str(group(c)) not in fold], ridge)
        found |= dict(zip(inside, firsts([of[n] for n in inside], weights), strict=True))
    return found


def write(weights: np.ndarray) -> None:
    """Write the weights, each divided by the sharpness."""
    lines = [
        "# How statements are ranked: a conditional logit on labelled questions, made by",
        "# `python tests/conversation/train.py --write`; the names are explained in traits.py,",
        "# standing.py and parts.py.",
    ]
    before = ""
    for (table, name), weight in zip(_columns(), weights, strict=True):
        lines += ["", f"[{table}]"] if table != before else []
        lines.append(f"{name} = {weight / SHARP:.3f}")
        before = table
    RANKING.write_text("\n".join(lines) + "\n", encoding="utf-8")


def tell(line: str) -> None:
    """Print a line."""
    print(line)  # noqa: T201


def main() -> None:
    """Fit, print, and write when told to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found, first = choices(), start()
    seen = np.mean([choice.right.any() for choice in found])
    tell(f"{len(found)} questions; the right statement is looked at in {seen:.1%}")
    tell(f"first as it stands {np.mean(firsts(found, first * SHARP)):.1%}")
    for ridge in RIDGES:
        by_file = crossed(found, lambda choice: choice.asked.source.name, ridge)
        by_base = crossed(found, lambda choice: choice.asked.source.rule_base, ridge)
        shares = [np.mean([*each.values()]) for each in (by_file, by_base)]
        tell(f"ridge {ridge}: files left out {shares[0]:.1%}, rule bases left out {shares[1]:.1%}")
    weights = fit(found)
    tell(f"on the same questions {np.mean(firsts(found, weights)):.1%}")
    for (table, name), weight in zip(_columns(), weights, strict=True):
        if table not in KINDS:
            tell(f"  {name:10} {weight / SHARP:7.3f}")
    if given.write:
        write(weights)


if __name__ == "__main__":
    main()
