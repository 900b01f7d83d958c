"""A goal in a case → its trace, from the records that explain it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from arguendo.case import Case
from arguendo.explanation.requirements import Requirement, Requirements
from arguendo.explanation.why import Proof, Step, why
from arguendo.explanation.why_not import Attempt, WhyNot, why_not
from arguendo.export.replies import paragraph
from arguendo.export.wire import RuleBaseName
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.problems import printable
from arguendo.scale import Scale
from arguendo.statements import Statement
from arguendo.traces import record
from arguendo.traces.flipping import Turn, flips
from arguendo.traces.identity import identity
from arguendo.traces.space import Field
from arguendo.valuation import Standing, Status
from arguendo.wording.answers import detail
from arguendo.wording.scenes import answered, scene
from arguendo.wording.statements import Speaker

NO_TEXT = record.Levels("", "", "", "")


@dataclass(frozen=True)
class Findings:
    """Everything that is found out about a goal in a case."""

    case: Case
    field: Field
    standing: Standing
    proof: Proof | None
    against: tuple[Proof, ...]
    why_not: WhyNot | None
    turns: tuple[Turn, ...]


def investigate(case: Case, field: Field) -> Findings:
    """Find out how a goal stands, why, why not, and what would turn that."""
    goal = field.goal
    standing = case.standing(goal)
    proof = why(case, goal)
    rivals = sorted(filter(case.holds, case.contraries(goal)), key=lambda each: each.key)
    against = tuple(found for rival in rivals if (found := why(case, rival)))
    return Findings(
        case,
        field,
        standing,
        proof,
        against,
        None if proof else why_not(case, goal),
        flips(case, field),
    )


def outlined(found: Findings) -> record.Trace:
    """Make the trace of what was found, without its English as yet, under its own id."""
    case, goal, scale = found.case, found.field.goal, found.case.rulebase.scale
    speaker, standing, missing = Speaker(case.rulebase), found.standing, found.why_not
    facts = tuple(each for each in found.field.facts if case.is_established(each))
    trace = record.Trace(
        version=record.VERSION,
        id="",
        split="",
        pair=None,
        rule_base=RuleBaseName(case.rulebase.name, case.rulebase.digest),
        scene=record.Scene(
            {each.key: scale.word(degree) for each, degree in case.assumptions.items()},
            _keys(facts),
            _keys(case.displaced),
        ),
        question=record.Question(goal.key, printable(speaker.asks(goal))),
        status=standing.status.value,
        degree=scale.word(standing.degree),
        basis=standing.basis.value if standing.basis else None,
        reason=standing.reason.value if standing.reason else None,
        depth=_depth(found),
        steps=_steps(found.proof, speaker, scale),
        weakest=found.proof.weakest if found.proof else (),
        against=tuple(_argument(each, speaker, scale) for each in found.against),
        failures=tuple(map(_failure, missing.all_attempts)) if missing else (),
        missing=_keys(missing.leaves) if missing else (),
        flips=tuple(_flip(turn, scale) for turn in found.turns),
        text=NO_TEXT,
        flaw=None,
    )
    return msgspec.structs.replace(trace, id=identity(trace))


def told(trace: record.Trace, found: Findings) -> record.Trace:
    """Add the scene and the answer in English."""
    case, goal = found.case, found.field.goal
    sets = tuple(Requirement(turn.changes, turn.standing.degree) for turn in found.turns)
    falls = found.standing.status is Status.HOLDS
    answer = Answer(
        Query(Intent.ASK, goal),
        case,
        case,
        found.standing,
        found.proof,
        found.why_not,
        requirements=None if falls else Requirements(goal, False, False, sets, ()),
    )
    page = answered(answer, sets if falls else ())
    facts = [each for each in found.field.facts if case.is_established(each)]
    whole = "\n\n".join(filter(None, (page.text, detail(answer).text)))
    levels = record.Levels(scene(case, facts), page.answer, paragraph(page), whole)
    return msgspec.structs.replace(trace, text=levels)


def _keys(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.key for statement in statements)


def _steps(proof: Proof | None, speaker: Speaker, scale: Scale) -> tuple[record.TraceStep, ...]:
    steps = proof.steps[: proof.main] if proof else ()
    return tuple(_step(step, speaker, scale) for step in steps)


def _step(step: Step, speaker: Speaker, scale: Scale) -> record.TraceStep:
    rule = step.rule
    return record.TraceStep(
        n=step.n,
        claim=step.claim.key,
        text=printable(speaker.says(step.claim)),
        basis=step.basis.value,
        rule=rule.id if rule else None,
        branch=step.branch,
        bindings={variable.removeprefix("?"): term for variable, term in step.bindings},
        grounds=_keys(step.grounds),
        uses=step.uses,
        unless=_keys(step.unless),
        degree=scale.word(step.degree),
        qualifier=scale.word(rule.qualifier) if rule else None,
        warrant=printable(rule.because or rule.title) if rule else "",
        source=step.source,
        date=step.date,
    )


def _argument(proof: Proof, speaker: Speaker, scale: Scale) -> record.Argument:
    return record.Argument(proof.goal.key, scale.word(proof.degree), _steps(proof, speaker, scale))


def _failure(attempt: Attempt) -> record.Failure:
    blocking = (each for rebuttal in attempt.rebuttals for each in rebuttal.statements)
    return record.Failure(
        attempt.rule.id,
        attempt.branch,
        attempt.claim.key,
        _keys(attempt.holds),
        _keys(attempt.missing),
        tuple(dict.fromkeys(_keys(blocking))),
        attempt.overridden_by,
    )


def _flip(turn: Turn, scale: Scale) -> record.Flip:
    changes = {change.statement.key: change.positive for change in turn.changes}
    return record.Flip(changes, turn.standing.status.value, scale.word(turn.standing.degree))


def _depth(found: Findings) -> int:
    below = _levels(found.why_not) if found.why_not else 0
    proofs = (*found.against, found.proof) if found.proof else found.against
    return max(below, *map(_length, proofs), 0)


def _length(proof: Proof) -> int:
    """Count the rule applications on the longest way through the best argument."""
    length: dict[int, int] = {}

    def of(n: int) -> int:
        if n not in length:
            step = proof.steps[n - 1]
            below = max(map(of, step.uses), default=0)
            length[n] = below + (step.rule is not None)
        return length[n]

    return of(1)


def _levels(report: WhyNot) -> int:
    """Count the rules on the longest way from a goal down to what is missing."""
    lower = (each for attempt in report.attempts for each in attempt.below)
    return 1 + max(map(_levels, lower), default=0) if report.attempts else 0
