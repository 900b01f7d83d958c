"""Two statements whose sentences differ in small words or endings only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning
from arguendo.statements import Predicate
from arguendo.vocabulary.templates import is_hole, template

_SMALL = frozenset(
    [
        "that",
        "this",
        "these",
        "those",
        "of",
        "'s",
        "its",
        "their",
        "his",
        "her",
        "has",
        "have",
        "do",
        "does",
    ]
)
"""Words that may come or go without changing what a sentence says."""

_SAME = {"upon": "on", "towards": "toward", "amongst": "among", "whilst": "while", "onto": "on"}

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|es|s|ing|y)$")


def check(case: Case) -> Iterator[Problem]:
    """Report each pair of statements with such sentences and slots of the same kinds.

    What is compared is the sequence of words that carry meaning: a likeness of letters would take
    “supports” for “opposes”, and “employer” for “employee”.
    """
    first: dict[tuple[str, ...], tuple[Predicate, str]] = {}
    reported: set[frozenset[str]] = set()
    for predicate in case.rulebase.vocabulary.predicates.values():
        for text in (predicate.says, *predicate.also):
            known, sentence = first.setdefault(_core(predicate, text), (predicate, text))
            pair = frozenset((known.id, predicate.id))
            if len(pair) > 1 and pair not in reported:
                reported.add(pair)
                yield warning(
                    "near-duplicate-template",
                    f"“{text}” ({predicate.id}) can hardly be told from “{sentence}” ({known.id})",
                    predicate.span,
                    "keep one of the two statements, or put their difference into words",
                )


def _core(predicate: Predicate, text: str) -> tuple[str, ...]:
    """Return the words that matter, with the kinds of a slot in its place."""
    kinds = {f"?{slot.name}": "?" + "|".join(sorted(slot.kinds)) for slot in predicate.slots}
    words = template(text).shapes[0]
    return tuple(
        kinds.get(word, word) if is_hole(word) else _ENDING.sub("", _SAME.get(word, word))
        for word in words
        if word not in _SMALL
    )
