"""Whether a trace is right: its steps one by one, then all of it by the certificate checker.

Everything is read off the trace itself. Its arguments take their claims' places in a certificate of
the case that it names, so that the checker replays the very inferences that the trace tells; what a
certificate has no place for (grounds, warrants, sources, flips) is held against rules and facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from arguendo.case import Case
from arguendo.certificates.certificate import Applied, Certificate, Claim, Holding
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.matching.grounding import Grounding
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.scale import NONE
from arguendo.statements import Statement, parse_statement
from arguendo.traces.identity import identity
from arguendo.traces.record import Failure, Flip, Trace, TraceStep
from arguendo.valuation import Basis


@dataclass(frozen=True)
class Fault:
    """Something wrong with a trace; `step` is the number of the step, where it is one."""

    step: int | None
    told: str


class Faulty(Exception):
    """A trace is wrong."""


def faults(case: Case, trace: Trace) -> Iterator[Fault]:
    """Go through what is wrong with a trace, over any case of its rule base.

    First its steps as they stand, then what the checker says of all of it.
    """
    rulebase = case.rulebase
    if trace.rule_base.digest != rulebase.digest:
        yield Fault(None, "it was made for another rule base")
        return
    try:
        there = staged(case, trace.scene.assumptions)
        model = certify(there)
        yield from _record_faults(there, model, trace)
        yield from (
            Fault(None, told) for told in flaws(rulebase, _certificate(model, trace, rulebase))
        )
        yield from _flip_faults(there, trace)
    except Faulty as error:
        yield Fault(None, str(error))


class Verifier:
    """Looks at traces of one rule base as they are read from somewhere."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Ground the rule base."""
        self._case = Case(Grounding(rulebase, editing=True))

    def complaint(self, trace: Trace) -> str | None:
        """Say what is wrong with a trace, or that one said to be flawed is not; else None."""
        if identity(trace) != trace.id:
            return "it has not the id that its content makes"
        found = next(faults(self._case, trace), None)
        if trace.flaw:
            return None if found else f"it is said to have a flaw ({trace.flaw.kind}), and has none"
        return printable(found.told) if found else None


def proven(case: Case, trace: Trace) -> Trace:
    """Return a trace that has no fault. Raises `Faulty` with the first one."""
    found = next(faults(case, trace), None)
    if found is not None:
        where = f"step {found.step}: " if found.step else ""
        raise Faulty(f"the trace “{trace.question.text}” is wrong: {where}{found.told}")
    return trace


def staged(case: Case, assumptions: Mapping[str, str | None]) -> Case:
    """Make the assumptions of a trace, and no others, over a case's rule base.

    Raises `Faulty` for what is no statement or no degree.
    """
    made = {_statement(key): _degree(word, case.rulebase) for key, word in assumptions.items()}
    return replace(case, scenario="", assumptions={}, as_of=None, past=None).assume_all(made)


def _certificate(model: Certificate, trace: Trace, rulebase: RuleBase) -> Certificate:
    """Put the steps of a trace into a model, in the places of what concludes the same there."""
    held = {holding.statement: holding for holding in model.holdings}
    for step in chain(*(each.steps for each in reversed(trace.against)), trace.steps):
        claim = _statement(step.claim)
        held[claim] = Holding(claim, _degree(step.degree, rulebase), 0, _applied(step))
    ranks = _Ranks(rulebase, held)
    holdings = (replace(each, rank=ranks.of(each.statement)) for each in held.values())
    goal = Claim(
        _statement(trace.question.statement), trace.status, _degree(trace.degree, rulebase)
    )
    return replace(model, holdings=tuple(holdings), claims=(goal,))


def _applied(step: TraceStep) -> Applied | None:
    if step.rule is None:
        return None
    bindings = sorted((f"?{variable}", term) for variable, term in step.bindings.items())
    return Applied(step.rule, -1 if step.branch is None else step.branch, tuple(bindings))


class _Ranks:
    """The ranks that holdings have by their inferences."""

    def __init__(self, rulebase: RuleBase, held: Mapping[Statement, Holding]) -> None:
        self._rulebase, self._held = rulebase, held
        self._known: dict[Statement, int] = {}
        self._under_way: set[Statement] = set()

    def of(self, statement: Statement) -> int:
        """Return a rank. Raises `Faulty` where support runs in a circle."""
        if statement not in self._known:
            if statement in self._under_way:
                raise Faulty(f"{statement} supports itself")
            self._under_way.add(statement)
            grounds = self._grounds(statement)
            self._known[statement] = (
                0 if grounds is None else 1 + max(map(self.of, grounds), default=0)
            )
        return self._known[statement]

    def _grounds(self, statement: Statement) -> Sequence[Statement] | None:
        """Return the grounds of what concludes a statement, None for a leaf."""
        holding = self._held.get(statement)
        if holding is None or holding.by is None:
            return None
        branch = _branch(self._rulebase.rule.get(holding.by.rule), holding.by.branch)
        bindings = dict(holding.by.bindings)
        return [ground.bind(bindings) for ground in branch.grounds] if branch else []


def _branch(rule: Rule | None, number: int | None) -> Branch | None:
    branches = rule.branches if rule else ()
    return next((branch for branch in branches if branch.number == number), None)


def _record_faults(case: Case, model: Certificate, trace: Trace) -> Iterator[Fault]:
    rulebase = case.rulebase
    held = {holding.statement.key for holding in model.holdings}
    for steps in (trace.steps, *(each.steps for each in trace.against)):
        for step in steps:
            told = next(_step_faults(case, steps, step), None)
            if told:
                yield Fault(step.n, told)
    if trace.steps and (trace.steps[0].claim, trace.steps[0].degree) != (
        trace.question.statement,
        trace.degree,
    ):
        yield Fault(1, "the argument does not end in what is asked, as surely as is answered")
    if bool(trace.steps) == (trace.degree is None):
        yield Fault(None, "it has an argument and no degree, or a degree and no argument")
    for failure in trace.failures:
        yield from (Fault(None, told) for told in _failure_faults(rulebase, held, failure))


def _step_faults(case: Case, steps: Sequence[TraceStep], step: TraceStep) -> Iterator[str]:
    if not 1 <= step.n <= len(steps) or steps[step.n - 1] is not step:
        yield "the steps are not numbered one after another"
    elif step.rule is None:
        yield from _leaf_faults(case, step)
    else:
        yield from _rule_faults(case.rulebase, steps, step)


def _leaf_faults(case: Case, step: TraceStep) -> Iterator[str]:
    claim = _statement(step.claim)
    fact = case.facts.get(claim)
    if step.basis == Basis.ASSUMPTION.value:
        if not case.assumptions.get(claim):
            yield f"{claim} is not assumed"
    elif step.basis != Basis.FACT.value or fact is None or not case.is_established(claim):
        yield f"{claim} is no fact here"
    elif (step.source, step.date) != (fact.source, fact.date):
        yield f"{claim} is not reported there, or not on that day"


def _rule_faults(rulebase: RuleBase, steps: Sequence[TraceStep], step: TraceStep) -> Iterator[str]:
    rule = rulebase.rule.get(step.rule or "")
    branch = _branch(rule, step.branch)
    if rule is None or branch is None or step.basis != Basis.RULE.value:
        yield f"there is no rule “{step.rule}” with such a branch"
        return
    bindings = {f"?{variable}": term for variable, term in step.bindings.items()}
    if step.claim not in {claim.bind(bindings).key for claim in rule.claims}:
        yield f"{step.claim} is not what “{rule.id}” concludes"
    if step.grounds != tuple(ground.bind(bindings).key for ground in branch.grounds):
        yield f"these are not the grounds of “{rule.id}”"
    used = [steps[n - 1] for n in step.uses if 1 <= n <= len(steps)]
    if tuple(each.claim for each in used) != step.grounds:
        yield "the steps that it names do not establish its grounds"
    degrees = [_degree(each.degree, rulebase) for each in used]
    if _degree(step.degree, rulebase) != min([rule.qualifier, *degrees]):
        yield "it is not as sure as its weakest part"
    said = (step.qualifier, step.warrant, step.source)
    if said != (rulebase.scale.word(rule.qualifier), rule.because or rule.title, rule.source):
        yield f"this is not the qualifier, warrant or source of “{rule.id}”"


def _failure_faults(rulebase: RuleBase, held: set[str], failure: Failure) -> Iterator[str]:
    if _branch(rulebase.rule.get(failure.rule), failure.branch) is None:
        yield f"there is no rule “{failure.rule}” with such a branch"
    yield from (f"{key} does not hold" for key in failure.holds if key not in held)
    yield from (f"{key} is not missing" for key in failure.missing if key in held)


def _flip_faults(case: Case, trace: Trace) -> Iterator[Fault]:
    """Prove each flip: another answer, as told, in the case that its changes make."""
    goal = _statement(trace.question.statement)
    for flip in trace.flips:
        if (flip.status, flip.degree) == (trace.status, trace.degree):
            yield Fault(None, "a change that is told to turn the answer does not")
        yield from _turn_faults(case, goal, flip)


def _turn_faults(case: Case, goal: Statement, flip: Flip) -> Iterator[Fault]:
    rulebase = case.rulebase
    top = rulebase.scale.top
    after = case.assume_all(
        {_statement(key): top if true else NONE for key, true in flip.changes.items()}
    )
    claim = Claim(goal, flip.status, _degree(flip.degree, rulebase))
    for told in flaws(rulebase, replace(certify(after), claims=(claim,))):
        yield Fault(None, told)


def _statement(key: str) -> Statement:
    found = parse_statement(key)
    if found is None or found.key != key or not found.is_ground:
        raise Faulty(f"“{key}” is not the key of a statement")
    return found


def _degree(word: str | None, rulebase: RuleBase) -> int:
    degree = NONE if word is None else rulebase.scale.degree(word)
    if degree is None:
        raise Faulty(f"the scale has no degree “{word}”")
    return degree
