"""Learn which words speak for which statement, from labelled questions that may be tuned on.

    python tests/conversation/associating.py [--write]

Prints, for each rule base, how often the words alone tell the right statement of questions that
they were not learnt from; `--write` writes `knowledge/associations.yaml` of each. It takes
scikit-learn; the program does not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word, sentences
from arguendo.conversation.statements import hints
from arguendo.conversation.statements.associations import Associations, signs
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.utterance import Utterance
from tests.conversation import hinting
from tests.conversation.measure import lines
from tests.conversation.ranking import WHOLE, Cases, Source, sources

RARE = 2
"""Signs of fewer texts are left out."""
STRENGTH = 1.0
"""How far weights may grow: the inverse of the ridge."""
STEP, LEAST = 0.1, 0.2
"""Weights are rounded to these steps, and left out below the latter."""
NAME = "associations.yaml"


class Told(NamedTuple):
    """What a piece of text showed, and the statements of which any is right."""

    source: Source
    signs: frozenset[str]
    right: tuple[str, ...]


class Gathered(NamedTuple):
    """All that may be learnt from, with the words that stand for stems."""

    told: list[Told]
    words: Mapping[str, Counter[str]]


@cache
def gathered() -> Gathered:
    """Read all labelled questions that may be tuned on."""
    cases, words = Cases(), defaultdict[str, Counter[str]](Counter)
    found: list[Told] = []
    for source in sources():
        if source.tuned:
            context = cases.context(source.rule_base)
            for label in lines(source.path):
                found += _told(source, context, label, words)
    return Gathered(found, words)


def _told(
    source: Source, context: Context, label: dict[str, Any], words: Mapping[str, Counter[str]]
) -> Iterator[Told]:
    said = repaired(sentences(label["q"], context.index.names.pairs), context.index)
    for sentence in said:
        for word in sentence.words:
            words[word.stem][word.text] += 1
    assumed = label.get("assume", {})
    parts = Utterance(context, said).parts
    asks = said
    if assumed:
        yield from _of_assumptions(source, context, parts.assumed, list(assumed))
        asks = [each for each in parts.rest if parts.stance or each.asks]
    right = hinting.right(label)
    if right and any(len(sentence) > 1 for sentence in asks):
        found = (_signs(context, [w.text for w in each.words]) for each in asks)
        yield Told(source, frozenset().union(*found), right)


def _of_assumptions(
    source: Source, context: Context, spans: Iterable[Sequence[Word]], keys: list[str]
) -> Iterator[Told]:
    """Pair clauses with the assumptions that they make, where there is little doubt about it."""
    left = []
    matcher = context.matcher
    for span in spans:
        words = [word.text for word in span]
        readings = matcher.ranked(matcher.piece(words), lambda *_: 1.0)
        found = [matcher.foreseen.expand(each.statement)[0].key for each in readings[:1]]
        if found and found[0] in keys:
            keys.remove(found[0])
            yield Told(source, _signs(context, words), (found[0],))
        else:
            left.append(words)
    if len(left) == len(keys) == 1:
        yield Told(source, _signs(context, left[0]), (keys[0],))


def _signs(context: Context, words: Sequence[str]) -> frozenset[str]:
    return frozenset(signs(words, context.matcher.piece(words).analysis.mentions))


def learnt(of: Sequence[Told]) -> dict[str, dict[str, float]]:
    """Fit a multinomial logistic regression: statement to words, each with its weight."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    tally = Counter(sign for each in of for sign in each.signs)
    rows, labels, weights = [], [], []
    for each in of:
        shown = {sign: 1.0 for sign in each.signs if tally[sign] >= RARE}
        for key in each.right:
            rows.append(shown)
            labels.append(key)
            weights.append(1 / len(each.right))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    fitted = LogisticRegression(C=STRENGTH, max_iter=100, fit_intercept=False)
    fitted.fit(matrix, labels, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    return {
        str(key): {
            str(names[place]): round(float(weight) / STEP) * STEP
            for place, weight in enumerate(row)
            if abs(weight) >= LEAST
        }
        for key, row in zip(fitted.classes_, fitted.coef_, strict=True)
    }


def model(weights: Mapping[str, Mapping[str, float]]) -> Associations:
    """Return weights as the program has them."""
    found = hinting.by_sign(weights.values())
    statements = tuple(map(hinting.statement_of, weights))
    return Associations(statements, {sign: tuple(told) for sign, told in found.items()})


@cache
def _without(rule_base: str, fold: int) -> Associations:
    of = [each for each in gathered().told if each.source.rule_base == rule_base]
    return model(learnt([each for each in of if hinting.fold_of(each.source.path) != fold]))


@contextmanager
def unknown(path: Path, context: Context) -> Iterator[None]:
    """Let a rule base associate only what was not learnt from a file, or those of its fold."""
    known, fold = context.case.rulebase.name, hinting.fold_of(path)
    supposed, asked = hinting.without(known, fold)
    with (
        patch.object(context.index, "associations", _without(known, fold)),
        patch.object(context.index, "hints", supposed),
        patch.object(context.index, "asked_hints", asked),
    ):
        yield


def written(
    weights: Mapping[str, Mapping[str, float]],
    supposed: hinting.Weights,
    asked: hinting.Weights,
    words: Mapping[str, Counter[str]],
) -> str:
    """Write associations as a rule base has them."""
    text = [
        "# Words that people use for statements, and in texts that suppose them (`if`), suppose",
        "# that they are not so, or ask about them: fitted to labelled questions, a weight and",
        "# its words a line.",
        "associations:",
    ]
    for key in dict.fromkeys((*weights, *(key for key, _ in (*supposed, *asked)))):
        told = (
            ("", weights.get(key)),
            ("if ", supposed.get((key, True))),
            ("if not ", supposed.get((key, False))),
            ("asked ", asked.get((key, True))),
        )
        lines = [line for when, of in told for line in _lines(when, of or {}, words)]
        text += [f"  {key}:", *lines] if lines else []
    return "\n".join(text) + "\n"


def _lines(
    when: str, told: Mapping[str, float], words: Mapping[str, Counter[str]]
) -> Iterator[str]:
    """Write a line for each weight."""
    by_weight = defaultdict[str, list[str]](list)
    for sign, weight in told.items():
        by_weight[f"{weight:+g}"].append(_word(sign, words))
    for weight_text in sorted(by_weight, key=float, reverse=True):
        yield f"    - {when}{weight_text} {', '.join(sorted(by_weight[weight_text]))}"


def _word(sign: str, words: Mapping[str, Counter[str]]) -> str:
    """Return the commonest word that has a stem; of a pair, both."""
    if hints.PAIR in sign:
        return hints.PAIR.join(_word(each, words) for each in sign.split(hints.PAIR))
    if sign == hints.ALWAYS:
        return sign
    return sign[1:] if sign[0] == "@" else min(words[sign], key=lambda w: (-words[sign][w], w))


def share(of: Iterable[Told], rule_base: str) -> float:
    """Return how often the words alone tell the right statement of what they were not learnt of."""
    found = []
    for each in of:
        told = _without(rule_base, hinting.fold_of(each.source.path)).told(each.signs)
        if told.numbers:
            best = max(told.numbers, key=lambda statement: told.shares[told.numbers[statement]])
            found.append(best.key in each.right)
    return sum(found) / len(found)


def main() -> None:
    """Print how well words alone tell statements, and write them when told to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    root = Path(__file__).resolve().parents[2]
    for rule_base in sorted({each.source.rule_base for each in gathered().told}):
        of = [each for each in gathered().told if each.source.rule_base == rule_base]
        print(f"{rule_base:20} {len(of):5} texts {share(of, rule_base):6.1%} told by words alone")  # noqa: T201
        if given.write:
            home = root if rule_base == WHOLE else root / "examples" / rule_base
            file = home / "knowledge" / NAME
            texts = hinting.gathered()[rule_base]
            hinted = hinting.supposed(texts), hinting.asked(texts)
            told = written(learnt(of), *hinted, gathered().words)
            file.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
