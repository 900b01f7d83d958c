"""Scenarios that a text refers to, by their titles and other names."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.analysis import Analysis, analyse
from arguendo.conversation.context import Context
from arguendo.conversation.index import Index
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.words import Sentence, Word, plain_words

LEAST = 0.5
"""How much of a scenario's name must stand in the text."""
_BETWEEN = words_of("between")


def named(context: Context, said: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the scenarios that a text names, in its order."""
    words = [word for sentence in said for word in sentence.words]
    found: list[tuple[float, str]] = []
    for part in _parts(words):
        scored = _best(context, [word.text for word in part])
        if scored and scored[1] not in [name for _, name in found]:
            found.append(scored)
    return tuple(name for _, name in found)


def find(context: Context, text: str) -> str | None:
    """Return the scenario that a short text names."""
    wanted = "_".join(text.casefold().split()).replace("-", "_")
    if wanted in context.case.rulebase.scenario:
        return wanted
    scored = _best(context, plain_words(text))
    return scored[1] if scored else None


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """Cut a text at each word that may stand between two things compared; keep both cuts."""
    cuts = [p for p, word in enumerate(words) if word.text in _BETWEEN]
    best: list[list[Word]] = [list(words)]
    for cut in cuts:
        halves = [list(words[:cut]), list(words[cut + 1 :])]
        if min(map(len, halves)) > 0 and abs(len(halves[0]) - len(halves[1])) < abs(
            len(best[0]) - len(best[-1]) if len(best) > 1 else len(words)
        ):
            best = halves
    return best


def _best(context: Context, words: Sequence[str]) -> tuple[float, str] | None:
    index = context.index
    said = analyse(words, index.names)
    features = {f for unit in said.units for f in unit.features}
    scored = [
        (_coverage(index, analyse(plain_words(name), index.names), features), scenario.id)
        for scenario in context.case.rulebase.scenarios
        for name in (scenario.title, *scenario.also, scenario.id.replace("_", " "))
    ]
    best = max(scored, default=(0.0, ""))
    return best if best[0] >= LEAST else None


def _coverage(index: Index, name: Analysis, features: set[str]) -> float:
    """Tell how much of a name stands in a text; longer names count for more."""
    total = matched = 0.0
    for unit in name.units:
        weight = max(index.weight(f) or 2.0 for f in unit.features) * unit.share
        total += weight
        fits = [0.75 if f[0] == "*" else 1.0 for f in unit.features if f in features]
        matched += weight * max(fits, default=0.0)
    return (matched / total) * (matched / (matched + 1.0)) if total and matched else 0.0
