"""Arguments made wrong on purpose: each with the flaw named, and the step that it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import TypeVar

import msgspec

from arguendo.explanation.requirements import apply
from arguendo.explanation.why import Proof, Step, why
from arguendo.explanation.why_not import Attempt
from arguendo.statements import Literal
from arguendo.traces.building import Findings, outlined, told
from arguendo.traces.identity import identity
from arguendo.traces.record import Flaw, Trace
from arguendo.traces.verifying import Faulty, faults
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording.statements import Speaker

Item = TypeVar("Item")


class Kind(StrEnum):
    """What can be wrong with an argument."""

    TOO_SURE = "too sure"
    """The conclusion is surer than its weakest part."""
    WRONG_RULE = "wrong rule"
    """A step names a rule that does not lead to its claim."""
    MISSING_GROUND = "missing ground"
    """A step leaves out a ground of its rule."""
    WRONG_SOURCE = "wrong source"
    """A step names a source that does not say so."""
    ASSUMED_AS_FACT = "assumed as fact"
    """What is only assumed is told as a fact."""
    UNFOUNDED = "unfounded"
    """What nothing shows is told as a fact."""
    IGNORED_REBUTTAL = "ignored rebuttal"
    """A rule is applied although something rebuts it."""
    IGNORED_CONTRARY = "ignored contrary"
    """What is contested is told as if nothing spoke against it."""


@dataclass(frozen=True)
class Spoilt:
    """What is found out about a goal, made wrong; the step is None where it is the verdict."""

    found: Findings
    kind: Kind
    step: int | None
    told: str


def spoilt(found: Findings, sound: Trace, random: Random) -> Trace | None:
    """Make a wrong trace of a sound one, proven to be wrong; None where nothing can be spoilt.

    Raises `Faulty` when what was made passes for sound.
    """
    ways = [spoil for spoil in _WAYS if next(spoil(found), None) is not None]
    if not ways:
        return None
    chosen = random.choice([*random.choice(ways)(found)])
    flaw = Flaw(chosen.kind.value, chosen.step, chosen.told, "")
    trace = msgspec.structs.replace(outlined(chosen.found), flaw=flaw)
    said = [fault.told for fault in faults(found.case, trace) if fault.step in (chosen.step, None)]
    if not said:
        raise Faulty(f"the trace “{trace.question.text}” is wrong on purpose and passes for right")
    flaw = msgspec.structs.replace(flaw, found=said[0])
    trace = msgspec.structs.replace(trace, flaw=flaw, pair=sound.id)
    return told(msgspec.structs.replace(trace, id=identity(trace)), chosen.found)


def wrongs(found: Findings, kind: Kind) -> Iterator[Spoilt]:
    """Go through the ways in which what is found can be made wrong by one kind of flaw."""
    for spoil in _WAYS:
        yield from (each for each in spoil(found) if each.kind is kind)


def _too_sure(found: Findings) -> Iterator[Spoilt]:
    proof, scale = found.proof, found.case.rulebase.scale
    if proof is None or proof.steps[0].rule is None or proof.degree == scale.top:
        return
    degree = proof.degree + 1
    steps = (replace(proof.steps[0], degree=degree), *proof.steps[1:])
    standing = replace(found.standing, degree=degree)
    worse = _with(found, replace(proof, degree=degree, steps=steps), standing)
    said = f"its weakest part is only {scale.word(proof.degree)}, not {scale.word(degree)}"
    yield Spoilt(worse, Kind.TOO_SURE, 1, said)


def _wrong_rule(found: Findings) -> Iterator[Spoilt]:
    for step in _applications(found.proof):
        others = [
            rule
            for rule in found.case.rulebase.rules
            if all(claim.predicate != step.claim.predicate for claim in rule.claims)
        ]
        for rule in others[:3]:
            wrong = replace(step, rule=rule, own_degree=rule.qualifier, source=rule.source)
            said = f"“{rule.id}” does not conclude this; “{step.rule.id if step.rule else ''}” does"
            yield Spoilt(_exchanged(found, wrong), Kind.WRONG_RULE, step.n, said)


def _missing_ground(found: Findings) -> Iterator[Spoilt]:
    speaker = Speaker(found.case.rulebase)
    for step in _applications(found.proof):
        for place in range(len(step.grounds)) if len(step.grounds) > 1 else ():
            wrong = replace(
                step,
                grounds=_without(step.grounds, place),
                uses=_without(step.uses, place),
            )
            said = f"its rule asks as well that {speaker.says(step.grounds[place])}"
            yield Spoilt(_exchanged(found, wrong), Kind.MISSING_GROUND, step.n, said)


def _wrong_source(found: Findings) -> Iterator[Spoilt]:
    marks = [*found.case.rulebase.paragraphs]
    for step in found.proof.steps[: found.proof.main] if found.proof else ():
        other = next((mark for mark in marks if mark not in step.source), None)
        if step.source and other:
            wrong = replace(step, source=(other,))
            said = f"this stands in {', '.join(step.source)}, not in {other}"
            yield Spoilt(_exchanged(found, wrong), Kind.WRONG_SOURCE, step.n, said)


def _assumed_as_fact(found: Findings) -> Iterator[Spoilt]:
    for step in found.proof.leaves if found.proof else ():
        if step.basis is Basis.ASSUMPTION and step.n > 1:
            wrong = replace(step, basis=Basis.FACT)
            said = "this is assumed, and reported nowhere"
            yield Spoilt(_exchanged(found, wrong), Kind.ASSUMED_AS_FACT, step.n, said)


def _unfounded(found: Findings) -> Iterator[Spoilt]:
    for attempt in _attempts(found):
        if attempt.rebuttals or not all(each.is_ground for each in attempt.missing):
            continue
        proof = _proof_after(found, [Literal(each) for each in attempt.missing])
        bad = [step for step in proof.leaves if step.claim in attempt.missing] if proof else []
        if proof and bad:
            steps = list(proof.steps)
            for step in bad:
                steps[step.n - 1] = replace(step, basis=Basis.FACT)
            claimed = _claimed(found, replace(proof, steps=tuple(steps)))
            yield Spoilt(
                claimed, Kind.UNFOUNDED, bad[0].n, "nothing reported or assumed shows this"
            )


def _ignored_rebuttal(found: Findings) -> Iterator[Spoilt]:
    speaker = Speaker(found.case.rulebase)
    for attempt in _attempts(found):
        rebutting = [s for rebuttal in attempt.rebuttals for s in rebuttal.statements]
        if attempt.missing or attempt.overridden_by or not all(map(found.case.holds, rebutting)):
            continue
        proof = _proof_after(found, [Literal(each, False) for each in rebutting])
        if proof and proof.steps[0].rule is attempt.rule:
            said = f"it does not follow, since {speaker.all_of(rebutting)}"
            yield Spoilt(_claimed(found, proof), Kind.IGNORED_REBUTTAL, 1, said)


def _ignored_contrary(found: Findings) -> Iterator[Spoilt]:
    if found.standing.status is Status.CONTESTED and found.against:
        speaker = Speaker(found.case.rulebase)
        worse = _with(found, found.proof, replace(found.standing, status=Status.HOLDS))
        said = f"it is contested, since {speaker.all_of(each.goal for each in found.against)}"
        yield Spoilt(worse, Kind.IGNORED_CONTRARY, None, said)


_WAYS: Sequence[Callable[[Findings], Iterator[Spoilt]]] = (
    _too_sure,
    _wrong_rule,
    _missing_ground,
    _wrong_source,
    _assumed_as_fact,
    _unfounded,
    _ignored_rebuttal,
    _ignored_contrary,
)


def _applications(proof: Proof | None) -> Sequence[Step]:
    return [step for step in proof.steps[: proof.main] if step.rule] if proof else []


def _attempts(found: Findings) -> Sequence[Attempt]:
    """List how rules could conclude a goal that is only not established."""
    missing = found.why_not
    return missing.attempts if missing and found.standing.status is Status.NOT_ESTABLISHED else ()


def _proof_after(found: Findings, changes: Sequence[Literal]) -> Proof | None:
    """Prove the goal where it would hold after some changes."""
    return why(apply(found.case, changes), found.field.goal)


def _without(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    return (*items[:place], *items[place + 1 :])


def _exchanged(found: Findings, step: Step) -> Findings:
    """Put a step in the place of the one of the same number."""
    assert found.proof is not None
    steps = list(found.proof.steps)
    steps[step.n - 1] = step
    return _with(found, replace(found.proof, steps=tuple(steps)), found.standing)


def _claimed(found: Findings, proof: Proof) -> Findings:
    return _with(found, proof, Standing(Status.HOLDS, proof.degree, Basis.RULE))


def _with(found: Findings, proof: Proof | None, standing: Standing) -> Findings:
    against = found.against if standing.status is Status.CONTESTED else ()
    return replace(found, proof=proof, standing=standing, against=against, why_not=None, turns=())
