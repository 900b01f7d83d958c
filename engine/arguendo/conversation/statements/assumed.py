"""What was read from the pieces of a text that assume something, with how each of it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement


class Heard(NamedTuple):
    """A reading of some clauses that may assume something."""

    reading: Reading
    rival: float = 0.0
    """How likely the next best statement is that they could mean, beside it: 0 to 1."""
    span: int = 0
    """Which piece of the text they stand in, from 0."""
    weak: bool = False
    """Whether too little speaks for it by itself."""
    own: float = 1.0
    """The share of its words by which nothing else is read."""
    rank: int = 0
    """How many statements its clause could rather mean."""
    joined: bool = False
    """Whether its clause was read together with another."""
    outside: bool = False
    """Whether it stands in what is asked."""


Clause: TypeAlias = tuple[str, Sequence[Statement]]
"""The words of a clause, and what it was read as, or is most like."""


@dataclass(frozen=True)
class Assumed:
    """What was read from an assumption."""

    truth: Mapping[Statement, bool]
    score: float
    """The least score among its clauses; 0 when nothing was read."""
    scores: Mapping[Statement, float] = field(default_factory=dict)
    fits: float = 0.0
    """How much of the text and of the phrases fit each other, by the worst of its clauses."""
    unread: float = 0.0
    """The share of the words that were read as nothing."""
    heard: Mapping[Statement, Heard] = field(default_factory=dict, compare=False, repr=False)
    """How each was read that was read from clauses."""
    passed_over: Mapping[Statement, Heard] = field(default_factory=dict, compare=False, repr=False)
    """What clauses say besides for which too little speaks by itself."""
    told: Sequence[Clause] = field(default=(), compare=False, repr=False)
    """The clauses that say something of what they name."""
    likely: float = 1.0
    """How likely the least likely of it is assumed, as far as that was judged."""

    @property
    def names_only(self) -> bool:
        """Whether no more than names is said of anything that it assumes."""
        read = (each.reading.traits for each in self.heard.values())
        return any(traits is not None and traits.wordless for traits in read)

    @property
    def leaves_out(self) -> bool:
        """Whether a clause says something that is not among what is assumed."""
        return any(self.truth.keys().isdisjoint(said) for _, said in self.told)


def of_clauses(truth: Mapping[Statement, bool], heard: Mapping[Statement, Heard]) -> Assumed:
    """Return what was read from clauses one by one."""
    scores = {statement: each.reading.score for statement, each in heard.items()}
    return Assumed(truth, min(scores.values(), default=0.0), scores, heard=heard)
