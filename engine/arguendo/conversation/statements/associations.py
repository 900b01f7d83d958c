"""Which statements the words of a text speak for, as a rule base has them associated.

A multinomial logistic regression whose weights a rule base brings along in its section
`associations`; without that section no word speaks for anything by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, log
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.entities.mentions import Mention
from arguendo.rulebase import Association, RuleBase
from arguendo.statements import Statement

LEAST = 0.001
"""How likely a statement is at least, whatever the words."""
MOST_NAMED = 2
"""Entities that one name speaks for."""


class Told(NamedTuple):
    """How likely words make statements."""

    numbers: Mapping[Statement, int]
    shares: Sequence[float]
    """How likely each is, by its number; they add up to one."""

    def of(self, statement: Statement) -> float | None:
        """Return the logarithm of how far above the least a statement's share is; None for none."""
        number = self.numbers.get(statement)
        return None if number is None else log(self.shares[number] / LEAST + 1)


NOTHING_TOLD = Told({}, ())


@dataclass(frozen=True)
class Associations:
    """Statements, and what each word or entity says for and against them."""

    statements: tuple[Statement, ...] = ()
    weights: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    """Stem or `@entity` to the numbers of statements, each with a weight."""

    @cached_property
    def numbers(self) -> Mapping[Statement, int]:
        """The statements with their numbers."""
        return {statement: number for number, statement in enumerate(self.statements)}

    def told(self, signs: Iterable[str]) -> Told:
        """Tell how likely each statement is."""
        sums = [0.0] * len(self.statements)
        for sign in signs:
            for number, weight in self.weights.get(sign, ()):
                sums[number] += weight
        most = max(sums, default=0.0)  # a word said a hundred times must not run out of numbers
        likely = [exp(each - most) for each in sums]
        whole = sum(likely)
        return Told(self.numbers, [each / whole for each in likely])


def signs(words: Sequence[str], mentions: Iterable[Mention]) -> Iterator[str]:
    """Go through what the words of a text are looked up by: stems, and the entities named."""
    named: set[int] = set()
    for mention in mentions:
        named.update(range(mention.start, mention.end))
        yield from (f"@{entity}" for entity in mention.entities[:MOST_NAMED])
    yield from (stem(word) for place, word in enumerate(words) if place not in named)


def associations(rulebase: RuleBase) -> Associations:
    """Gather what a rule base associates."""
    found: dict[str, list[tuple[int, float]]] = {}
    said = [each for each in rulebase.associations if each.words or not _is_of_texts(each)]
    for number, each in enumerate(said):
        for word, weight in each.words:
            known = word in rulebase.vocabulary.entities or word[:1].isdigit()
            sign = f"@{word}" if known else stem(word.lower())
            found.setdefault(sign, []).append((number, weight))
    statements = tuple(each.statement for each in said)
    return Associations(statements, {sign: tuple(told) for sign, told in found.items()})


def _is_of_texts(association: Association) -> bool:
    """Tell whether words speak for it by what whole texts do (`hints`)."""
    return bool(association.supposed or association.denied or association.asked)
