"""Learn what the words of a whole text hint that it supposes and asks, from labelled questions.

    python tests/conversation/hinting.py

Prints, for each rule base, of how many suppositions that they were not learnt from the words alone
tell, and how often rightly. `associating.py --write` writes what is learnt here, and `judging.py`
weighs it beside all else. It takes scikit-learn; the program does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from arguendo.conversation.english.words import sentences
from arguendo.conversation.statements.hints import ALWAYS, Hints, packed, signs
from arguendo.conversation.statements.spelling import repaired
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement, parse_statement
from tests.conversation.measure import lines
from tests.conversation.ranking import Cases, Source, sources

RARE = 3
"""Signs of fewer texts, and suppositions of no more, are left out."""
STRENGTH = 1.0
"""How far weights may grow: the inverse of the ridge."""
STEP, LEAST, LEAST_ASKED, MOST = 0.1, 0.3, 0.6, 9.7
"""Weights are rounded to these steps, left out below the second, or the third of what is asked, and
cut off above the last."""
FOLDS = 8

Supposition = tuple[str, bool]
"""A statement's key, and whether it is supposed to be so."""
Weights = dict[Supposition, dict[str, float]]
"""What signs say for each, by sign."""


class Text(NamedTuple):
    """What a text showed, and what it supposes."""

    source: Source
    signs: frozenset[str]
    supposed: frozenset[Supposition]
    asked: frozenset[Supposition]
    """What it may ask about."""


@cache
def gathered() -> Mapping[str, list[Text]]:
    """Read all single questions that may be tuned on, by rule base."""
    cases, found = Cases(), dict[str, list[Text]]()
    for source in sources():
        if source.tuned and "dialogues" not in source.path.name:
            index = cases.context(source.rule_base).index
            for label in lines(source.path):
                said = repaired(sentences(label["q"], index.names.pairs), index)
                supposed = frozenset(label.get("assume", {}).items())
                asked = frozenset((key, True) for key in right(label))
                text = Text(source, signs(said, index.names), supposed, asked)
                found.setdefault(source.rule_base, []).append(text)
    return found


def right(label: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the statements of which any is right for a label's intent."""
    others = (
        other["statement"]
        for other in label.get("also_ok", ())
        if other.get("statement") and other.get("intent", label["intent"]) == label["intent"]
    )
    found = dict.fromkeys(filter(None, (label.get("statement"), *others)))
    without = (Intent.RECOMMEND, Intent.COMPARE, Intent.LIST)
    return () if label["intent"] in {each.value for each in without} else tuple(found)


def supposed(of: Sequence[Text]) -> Weights:
    """Learn what texts suppose."""
    return _learnt([each.signs for each in of], [each.supposed for each in of])


def asked(of: Sequence[Text]) -> Weights:
    """Learn what texts ask about, from those that ask about something."""
    asking = [each for each in of if each.asked]
    return _learnt([each.signs for each in asking], [each.asked for each in asking], LEAST_ASKED)


def _learnt(
    seen: Sequence[frozenset[str]], meant: Sequence[frozenset[Supposition]], least: float = LEAST
) -> Weights:
    """Fit a logistic regression for each statement: signs, each with its weight."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    tally = Counter(sign for each in seen for sign in each)
    shown = [{s: 1.0 for s in each if tally[s] >= RARE and s != ALWAYS} for each in seen]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(shown)
    # liblinear takes no longer ones
    matrix.indices, matrix.indptr = matrix.indices.astype("i4"), matrix.indptr.astype("i4")
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    often = Counter(one for each in meant for one in each)
    found: Weights = {}
    for supposition in sorted(each for each, count in often.items() if count > RARE):
        fitted = LogisticRegression(C=STRENGTH, max_iter=200, solver="liblinear")
        fitted.fit(matrix, [supposition in each for each in meant])
        told = {n: float(w) for n, w in zip(names, fitted.coef_[0], strict=True) if abs(w) >= least}
        told[ALWAYS] = float(fitted.intercept_[0])
        found[supposition] = {name: _rounded(weight) for name, weight in told.items()}
    return found


def _rounded(weight: float) -> float:
    return round(max(-MOST, min(MOST, weight)) / STEP) * STEP


def model(weights: Mapping[Supposition, Mapping[str, float]]) -> Hints:
    """Return weights as the program has them."""
    statements = tuple((statement_of(key), true) for key, true in weights)
    return Hints(statements, {s: packed(told) for s, told in by_sign(weights.values()).items()})


def by_sign(weights: Iterable[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    """Return for each sign the numbers of those that it says something for, each with a weight."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, told in enumerate(weights):
        for sign, weight in told.items():
            found.setdefault(sign, []).append((number, weight))
    return found


def statement_of(key: str) -> Statement:
    """Return the statement that has a key."""
    found = parse_statement(key)
    assert found is not None, key
    return found


@cache
def without(rule_base: str, fold: int) -> tuple[Hints, Hints]:
    """Return what is learnt from all files of a rule base but those of a fold.

    First of what is supposed, then of what is asked.
    """
    of = [t for t in gathered().get(rule_base, []) if fold_of(t.source.path) != fold]
    return model(supposed(of)), model(asked(of))


@cache
def fold_of(path: Path) -> int:
    """Tell to which fold a file belongs."""
    known = {each.path for each in sources() if each.tuned}
    return sorted(known | {path}).index(path) % FOLDS


def told(rule_base: str, number: int) -> Iterator[tuple[bool, bool]]:
    """Go through what is supposed, or asked: whether the words alone tell it, and whether it is."""
    for each in gathered()[rule_base]:
        odds = without(rule_base, fold_of(each.source.path))[number].told(each.signs)
        found = {(statement.key, true) for (statement, true), odd in odds.items() if odd > 0}
        meant = (each.supposed, each.asked)[number]
        if meant or not number:
            yield from ((one in found, one in meant) for one in found | meant)


def main() -> None:
    """Print how well words alone tell what is supposed, and what is asked."""
    for number, name in enumerate(("supposed", "asked")):
        for rule_base in sorted(gathered()):
            pairs = list(told(rule_base, number))
            both = sum(one and other for one, other in pairs)
            made, seen = sum(made for _, made in pairs), sum(seen for seen, _ in pairs)
            print(  # noqa: T201
                f"{rule_base:20} {made:5} {name}, {both / made:6.1%} told by words alone,"
                f" {both / seen:6.1%} of what they tell is right"
            )


if __name__ == "__main__":
    main()
