"""The reasoning graph: every statement and every inference that could matter, each once.

An AND/OR graph that only grows: inferences are alternatives for their claim (OR), each needs all
its grounds (AND). Statements and inferences are numbered in the order of their coming.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from typing import NamedTuple

from arguendo.comparisons import settle
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch, Literal, Rule
from arguendo.statements import ANYTHING, Statement, Term


class Match(NamedTuple):
    """What a matcher finds: a branch of a rule whose grounds are all possible, rebuttals aside."""

    rule: Rule
    branch: Branch
    bindings: tuple[tuple[str, Term], ...]
    """Variable and ground term, sorted by variable."""


@dataclass(frozen=True)
class Inference:
    """One rule with its variables bound (AIF: a rule application), for one of its claims."""

    number: int
    rule: Rule
    branch: Branch
    bindings: tuple[tuple[str, Term], ...]
    claim: int
    grounds: tuple[int, ...]


class GroundBlocker(NamedTuple):
    """A rebuttal (or an absence asked for) with its variables bound: blocks when all are so."""

    literals: tuple[tuple[int, bool], ...]
    """Statement number, and whether it must hold (True) or not hold (False)."""
    absence: bool


class Graph:
    """Statements and inferences of one rule base, with who supports, concludes, blocks whom."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with no statement."""
        self.rulebase = rulebase
        self.statements: list[Statement] = []
        self.inferences: list[Inference] = []
        self.concluding: list[list[int]] = []
        """By statement: the inferences whose claim it is."""
        self.supporting: list[list[int]] = []
        """By statement: the inferences of which it is a ground."""
        self.contraries: list[list[int]] = []
        """By statement: the statements of the graph that are contrary to it."""
        self.blockers: list[list[GroundBlocker]] = []
        """By inference."""
        self.overridden_by: list[list[int]] = []
        """By inference: the inferences that set it aside when they apply."""
        self._numbers: dict[Statement, int] = {}
        self._matches: dict[tuple[str, int, tuple[tuple[str, Term], ...]], tuple[int, ...]] = {}
        self._of_predicate: dict[str, list[int]] = {}
        self._bound: list[list[Blocker]] = []
        self._wildcards: list[tuple[int, Blocker]] = []
        self._overrides = {rule.id: rule.overrides for rule in rulebase.rules if rule.overrides}
        overridden = {victim for victims in self._overrides.values() for victim in victims}
        self._contested_rules = overridden | set(self._overrides)
        self._of_rule: dict[str, list[int]] = {}
        self._layers: list[list[Inference]] | None = None

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the graph has grown."""
        return len(self.statements), len(self.inferences)

    def number(self, statement: Statement) -> int | None:
        """Return a statement's number, or None when the graph does not have it."""
        return self._numbers.get(statement)

    def add(self, statement: Statement) -> int:
        """Give a ground statement its number, adding it when it is new."""
        known = self._numbers.get(statement)
        if known is not None:
            return known
        number = self._numbers[statement] = len(self.statements)
        self.statements.append(statement)
        self.concluding.append([])
        self.supporting.append([])
        self.contraries.append([])
        for other in self._contrary_numbers(statement):
            if other not in self.contraries[number]:
                self.contraries[number].append(other)
                self.contraries[other].append(number)
        self._of_predicate.setdefault(statement.predicate, []).append(number)
        for inference, blocker in self._wildcards:
            if any(
                literal.statement.predicate == statement.predicate for literal in blocker.literals
            ):
                self._block(inference)
        return number

    def record(self, match: Match) -> tuple[int, ...]:
        """Add the inferences of a match, one a claim; those it has already are only returned."""
        key = (match.rule.id, match.branch.number, match.bindings)
        known = self._matches.get(key)
        if known is not None:
            return known
        bindings = dict(match.bindings)
        grounds = tuple(self.add(ground.bind(bindings)) for ground in match.branch.grounds)
        numbers = tuple(
            self._add_inference(match, self.add(claim.bind(bindings)), grounds)
            for claim in match.rule.claims
        )
        self._matches[key] = numbers
        return numbers

    def matching(self, pattern: Statement) -> Iterator[int]:
        """Go through the statements that a pattern matches."""
        for number in self._of_predicate.get(pattern.predicate, ()):
            if pattern.match(self.statements[number]) is not None:
                yield number

    def layers(self) -> list[list[Inference]]:
        """Return the inferences by the stratum of their claim, lowest first."""
        if self._layers is None:
            strata = self.rulebase.strata
            found: dict[int, list[Inference]] = {}
            for inference in self.inferences:
                predicate = self.statements[inference.claim].predicate
                found.setdefault(strata[predicate], []).append(inference)
            self._layers = [found[stratum] for stratum in sorted(found)]
        return self._layers

    def _add_inference(self, match: Match, claim: int, grounds: tuple[int, ...]) -> int:
        number = len(self.inferences)
        inference = Inference(number, match.rule, match.branch, match.bindings, claim, grounds)
        self.inferences.append(inference)
        self._layers = None
        self.blockers.append([])
        self._bound.append([])
        self.overridden_by.append([])
        self.concluding[claim].append(number)
        for ground in dict.fromkeys(grounds):
            self.supporting[ground].append(number)
        bindings = dict(match.bindings)
        for blocker in match.branch.blockers:
            self._bind_blocker(number, blocker, bindings)
        if match.rule.id in self._contested_rules:
            self._link_overrides(inference)
        return number

    def _bind_blocker(self, inference: int, blocker: Blocker, bindings: dict[str, Term]) -> None:
        settled = settle(blocker.comparisons, bindings)
        if settled is None:
            return
        bound = Blocker(
            tuple(Literal(lit.statement.bind(settled), lit.positive) for lit in blocker.literals),
            absence=blocker.absence,
        )
        wild = [ANYTHING in literal.statement.arguments for literal in bound.literals]
        for literal, is_wild in zip(bound.literals, wild, strict=True):
            if not is_wild:
                self.add(literal.statement)
        self._bound[inference].append(bound)
        if any(wild):
            self._wildcards.append((inference, bound))
        self._block(inference)

    def _block(self, inference: int) -> None:
        """Set the ground forms of the blockers of an inference."""
        forms = (form for blocker in self._bound[inference] for form in self._forms(blocker))
        self.blockers[inference] = list(dict.fromkeys(forms))

    def _forms(self, blocker: Blocker) -> Iterator[GroundBlocker]:
        """Go through the ground forms of a blocker, `?_` being every statement that fits.

        One that holds is enough where something must hold; where not, none of them may hold.
        """
        choices: list[list[tuple[tuple[int, bool], ...]]] = []
        for literal in blocker.literals:
            known = self._numbers.get(literal.statement)
            numbers = self.matching(literal.statement) if known is None else (known,)
            fitting = tuple((number, literal.positive) for number in numbers)
            choices.append([(one,) for one in fitting] if literal.positive else [fitting])
        for some in product(*choices):
            yield GroundBlocker(tuple(chain(*some)), blocker.absence)

    def _link_overrides(self, new: Inference) -> None:
        """Connect an inference with those that it overrides or is overridden by."""
        for victim in self._overrides.get(new.rule.id, ()):
            for number in self._of_rule.get(victim, ()):
                if self._clash(new, self.inferences[number]):
                    self.overridden_by[number].append(new.number)
        for winner, victims in self._overrides.items():
            if new.rule.id in victims:
                for number in self._of_rule.get(winner, ()):
                    if self._clash(new, self.inferences[number]):
                        self.overridden_by[new.number].append(number)
        self._of_rule.setdefault(new.rule.id, []).append(new.number)

    def _clash(self, one: Inference, other: Inference) -> bool:
        return one.claim == other.claim or other.claim in self.contraries[one.claim]

    def _contrary_numbers(self, statement: Statement) -> Iterable[int]:
        for pattern in contrary_patterns(self.rulebase, statement):
            yield from self.matching(pattern)


def contrary_patterns(rulebase: RuleBase, statement: Statement) -> Iterator[Statement]:
    """Go through the patterns that a statement's contraries fit; variables left are existential."""
    for left, right in rulebase.contraries:
        for half, other in ((left, right), (right, left)):
            bindings = half.match(statement)
            if bindings is not None:
                yield other.bind(bindings)
