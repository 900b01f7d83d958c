"""What scenarios and tests exercise: rules, the parts of rules, paragraphs of the source.

A rule is covered when it fires in one scenario or test and is silent in another. A ground is
covered when an inference applies that rests on it, and when it alone keeps one from applying: all
other grounds hold, and nothing blocks. A rebuttal (or a `not` among the grounds) is covered when it
blocks an inference whose grounds hold, and when an inference applies because it does not.
A paragraph is covered when something drawn from it is exercised, and is complete when all is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from arguendo.branches import parts_of
from arguendo.case import Case
from arguendo.comparisons import settle
from arguendo.graph import Inference
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch, Literal, Rule
from arguendo.scale import NONE
from arguendo.scenarios import Scenario
from arguendo.span import Span
from arguendo.statements import ANYTHING, Statement, Term, is_anything
from arguendo.testing.outcomes import stage


@dataclass(frozen=True)
class Coverage:
    """In which scenarios and tests a rule fires: at least one of its inferences applies."""

    rule: Rule
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Whether it fires in one and is silent in another."""
        return bool(self.fires and self.silent)


class Role(Enum):
    """What a part of a rule is there for."""

    GROUND = "ground"
    ABSENCE = "absence"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True)
class Part:
    """One ground, absence or rebuttal of one branch, and where it makes the difference."""

    rule: Rule
    branch: int
    role: Role
    literals: tuple[Literal, ...]
    """One; of a rebuttal all those that rebut together."""
    applies: tuple[str, ...]
    """Scenarios in which an inference of the branch applies."""
    stops: tuple[str, ...]
    """Scenarios in which this part alone keeps an inference of the branch from applying."""
    span: Span | None = None

    @property
    def covered(self) -> bool:
        """Whether it lets an inference apply in one scenario, and stops one in another."""
        return bool(self.applies and self.stops)


@dataclass(frozen=True)
class Item:
    """A rule, a fact or an open question that rests on a paragraph."""

    what: Rule | Statement
    exercised: bool
    span: Span | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the source, and what is drawn from it."""

    mark: str
    items: tuple[Item, ...]

    @property
    def exercised(self) -> int:
        """How many of its items are exercised."""
        return sum(item.exercised for item in self.items)

    @property
    def covered(self) -> bool:
        """Whether anything drawn from it is exercised."""
        return self.exercised > 0


@dataclass(frozen=True)
class Report:
    """What a number of scenarios and tests cover."""

    rules: tuple[Coverage, ...]
    parts: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def share(self) -> float:
        """Covered rules among all, from 0 to 1; 1 without rules."""
        return _share([row.covered for row in self.rules])

    @property
    def share_of_parts(self) -> float:
        """Covered parts of rules among all."""
        return _share([part.covered for part in self.parts])


def report(case: Case, scenarios: Sequence[Scenario]) -> Report:
    """Tell what scenarios and tests cover."""
    # All are staged before any is looked at: each adds inferences that the others lack.
    cases = {scenario.id: stage(case, scenario) for scenario in scenarios}
    return Report(
        _rules(case.rulebase, cases),
        tuple(_parts(case.rulebase, cases)),
        tuple(_paragraphs(case.rulebase, cases, scenarios)),
    )


def coverage(case: Case, scenarios: Sequence[Scenario]) -> tuple[Coverage, ...]:
    """Tell for each rule in which scenarios it fires and in which it is silent."""
    return _rules(case.rulebase, {scenario.id: stage(case, scenario) for scenario in scenarios})


def _share(covered: Sequence[bool]) -> float:
    return sum(covered) / len(covered) if covered else 1.0


def _rules(rulebase: RuleBase, cases: dict[str, Case]) -> tuple[Coverage, ...]:
    fired = {
        name: {inference.rule.id for inference in _applying(case)} for name, case in cases.items()
    }
    return tuple(
        Coverage(
            rule,
            tuple(name for name, ids in fired.items() if rule.id in ids),
            tuple(name for name, ids in fired.items() if rule.id not in ids),
        )
        for rule in rulebase.rules
    )


def _applying(case: Case) -> Iterator[Inference]:
    for inference in case.graph.inferences:
        if case.valuation.degree_of(inference) > NONE:
            yield inference


def _parts(rulebase: RuleBase, cases: dict[str, Case]) -> Iterator[Part]:
    tallies: dict[tuple[str, int], _Tally] = {}
    for name, case in cases.items():
        for inference in case.graph.inferences:
            key = (inference.rule.id, inference.branch.number)
            tallies.setdefault(key, _Tally(inference.branch)).count(name, case, inference)
    for rule in rulebase.rules:
        spans = _spans(rule)
        for branch in rule.branches:
            tally = tallies.get((rule.id, branch.number)) or _Tally(branch)
            yield from tally.parts(rule, spans)


class _Tally:
    """Counts for one branch of a rule where it applies and what alone stops it."""

    def __init__(self, branch: Branch) -> None:
        self.branch = branch
        self.applies: dict[str, None] = {}
        parts: list[Statement | Blocker] = [*branch.grounds, *branch.blockers]
        self.stops: dict[Statement | Blocker, dict[str, None]] = {part: {} for part in parts}

    def count(self, name: str, case: Case, inference: Inference) -> None:
        """Look at one inference of the branch in one scenario."""
        if case.valuation.degree_of(inference) > NONE:
            self.applies[name] = None
            return
        bindings = dict(inference.bindings)
        stopping: list[Statement | Blocker] = [
            ground for ground in self.branch.grounds if not case.holds(ground.bind(bindings))
        ]
        stopping += [each for each in self.branch.blockers if _blocks(case, each, bindings)]
        if len(stopping) == 1 and not case.valuation.overriding(inference.number):
            self.stops[stopping[0]][name] = None

    def parts(self, rule: Rule, spans: dict[Statement, Span]) -> Iterator[Part]:
        """List the grounds of the branch, then what blocks it."""
        for part, stops in self.stops.items():
            literals = (Literal(part),) if isinstance(part, Statement) else part.literals
            role = Role.GROUND
            if isinstance(part, Blocker):
                role = Role.ABSENCE if part.absence else Role.REBUTTAL
            found = filter(None, (spans.get(_as_written(each.statement)) for each in literals))
            applies, span = tuple(self.applies), next(found, None)
            yield Part(rule, self.branch.number, role, literals, applies, tuple(stops), span)


def _blocks(case: Case, blocker: Blocker, bindings: dict[str, Term]) -> bool:
    settled = settle(blocker.comparisons, bindings)
    return settled is not None and all(
        literal.positive == any(_holding(case, literal.statement.bind(settled)))
        for literal in blocker.literals
    )


def _holding(case: Case, pattern: Statement) -> Iterator[bool]:
    if pattern.is_ground:
        yield case.holds(pattern)
        return
    for number in case.graph.matching(pattern):
        yield case.valuation.degree(number) > NONE


def _spans(rule: Rule) -> dict[Statement, Span]:
    found: dict[Statement, Span] = {}
    for condition in (rule.condition, *rule.rebuttals):
        for part in parts_of(condition):
            if isinstance(part, Literal) and part.span:
                found.setdefault(part.statement, part.span)
    return found


def _as_written(statement: Statement) -> Statement:
    """Undo that each `?_` among the grounds became a variable of its own."""
    terms = tuple(ANYTHING if is_anything(term) else term for term in statement.arguments)
    return Statement(statement.predicate, terms)


def _paragraphs(
    rulebase: RuleBase, cases: dict[str, Case], scenarios: Sequence[Scenario]
) -> Iterator[Paragraph]:
    fired = {inference.rule.id for case in cases.values() for inference in _applying(case)}
    used = set(_used(cases.values(), scenarios))
    drawn = [
        *((rule.source, Item(rule, rule.id in fired, rule.span)) for rule in rulebase.rules),
        *(
            (fact.source, Item(fact.statement, fact.statement in used, fact.span))
            for fact in rulebase.facts
            if not fact.background
        ),
        *(
            (question.source, Item(question.statement, question.statement in used, question.span))
            for question in rulebase.questions
        ),
    ]
    for mark in rulebase.paragraphs:
        yield Paragraph(mark, tuple(item for marks, item in drawn if mark in marks))


def _used(cases: Iterable[Case], scenarios: Sequence[Scenario]) -> Iterator[Statement]:
    """Go through what is assumed, supposed away, expected, or a ground of what applies."""
    for scenario in scenarios:
        yield from (each.statement for each in scenario.assumptions)
        yield from (each.statement for each in scenario.expectations)
    for case in cases:
        for inference in _applying(case):
            yield from (case.graph.statements[ground] for ground in inference.grounds)
