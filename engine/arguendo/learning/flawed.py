"""Find the flaw in a broken chain: a sound argument, one step of which is made wrong.

The sound one passes the check of traces, and the broken one does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from arguendo.explanation.why import Proof, Step
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.learning.scenes import Setting
from arguendo.traces.building import outlined
from arguendo.traces.spoiling import Kind as Spoiling
from arguendo.traces.spoiling import wrongs
from arguendo.traces.verifying import faults
from arguendo.wording import exercises
from arguendo.wording.statements import Speaker

CHOICES = 4
FEWEST, MOST = 2, 5
"""Rules applied in an argument."""

DROPPED, REVERSED, OVERSTATED = "dropped", "reversed", "overstated"
FLAWS = (DROPPED, REVERSED, OVERSTATED)


@dataclass(frozen=True)
class Broken:
    """An argument with one wrong step."""

    sound: Proof
    steps: tuple[Step, ...]
    flaw: str
    n: int
    """The number of the wrong step."""


def make(setting: Setting) -> Iterator[Exercise]:
    """Break an argument in one of the three ways, and ask for the step and the flaw."""
    proof = setting.proof
    rules = sum(step.rule is not None for step in proof.steps[: proof.main]) if proof else 0
    if proof is None or not FEWEST <= rules <= MOST or proof.main > 12:
        return
    ways = setting.random.sample(FLAWS, len(FLAWS))
    for flaw in ways:
        found = list(broken(setting, proof, flaw))
        if found:
            yield _exercise(setting, setting.random.choice(found))
            return


def broken(setting: Setting, proof: Proof, flaw: str) -> Iterator[Broken]:
    """Go through the ways in which an argument can be broken, each proven to be wrong."""
    found = setting.found(proof)
    if any(fault.step is not None for fault in faults(setting.case, outlined(found))):
        return
    if flaw == REVERSED:
        made = list(_reversed(proof))
    else:
        kind = Spoiling.MISSING_GROUND if flaw == DROPPED else Spoiling.TOO_SURE
        spoilt = [(each.found.proof, each.step) for each in wrongs(found, kind)]
        made = [(p, n) for p, n in spoilt if p is not None and n is not None]
    for wrong, n in made:
        standing = replace(found.standing, degree=wrong.degree)
        trace = outlined(replace(found, proof=wrong, standing=standing))
        wrong_step = wrong.steps[n - 1]
        if flaw == DROPPED and _another_branch(wrong_step):
            continue
        if any(fault.step == n for fault in faults(setting.case, trace)):
            yield Broken(proof, wrong.steps[: proof.main], flaw, n)


def _another_branch(step: Step) -> bool:
    """Tell whether what is left of a step's grounds is enough for another branch of its rule."""
    bindings = dict(step.bindings)
    branches = step.rule.branches if step.rule else ()
    return any(
        {ground.bind(bindings) for ground in branch.grounds} <= set(step.grounds)
        for branch in branches
    )


def _reversed(proof: Proof) -> Iterator[tuple[Proof, int]]:
    """Turn a step round: its first ground is concluded, and its claim is a ground."""
    for step in proof.steps[: proof.main]:
        if step.rule and len(step.grounds) == 1 and step.grounds[0] not in step.rule.claims:
            wrong = replace(step, claim=step.grounds[0], grounds=(step.claim,))
            steps = list(proof.steps)
            steps[step.n - 1] = wrong
            yield replace(proof, steps=tuple(steps)), step.n


def has_flaw(step: Step, sound: Step, flaw: str) -> bool:
    """Tell whether a step has a flaw, held against the sound one in its place."""
    if flaw == REVERSED:
        return step.claim != sound.claim and step.claim in sound.grounds
    if flaw == OVERSTATED:
        return step.degree > sound.degree
    return step.claim == sound.claim and set(step.grounds) < set(sound.grounds)


def _exercise(setting: Setting, chain: Broken) -> Exercise:
    speaker = Speaker(setting.rulebase)
    steps = chain.steps
    right = (chain.n, chain.flaw)
    wrong = list(_wrong(chain))
    drawn = setting.random.sample(wrong, min(CHOICES - 1, len(wrong)))
    items = setting.random.sample([right, *drawn], 1 + len(drawn))
    rules = [step.rule for step in chain.sound.steps[: chain.sound.main] if step.rule]
    return Exercise(
        Kind.FLAW,
        setting.goal.key,
        setting.assumptions,
        safe([*exercises.steps(speaker, steps)]),
        exercises.FLAW,
        tuple(f"Step {n}: {exercises.FLAWS[flaw]}." for n, flaw in items),
        tuple(f"{n} {flaw}" for n, flaw in items),
        (items.index(right),),
        safe([*_explained(setting, speaker, chain)]),
        safe([*exercises.hints(setting.rulebase, rules)]),
    )


def _wrong(chain: Broken) -> Iterator[tuple[int, str]]:
    """Go through what is not wrong with the argument: other steps, and other flaws of the step."""
    for step in chain.steps:
        sound = chain.sound.steps[step.n - 1]
        for flaw in FLAWS if step.rule else ():
            same = step.n == chain.n and REVERSED in (flaw, chain.flaw)
            if not same and not has_flaw(step, sound, flaw):
                yield step.n, flaw


def _explained(setting: Setting, speaker: Speaker, chain: Broken) -> Sequence[str]:
    step, sound = chain.steps[chain.n - 1], chain.sound.steps[chain.n - 1]
    told: list[str] = []
    if chain.flaw == DROPPED:
        left_out = [each for each in sound.grounds if each not in step.grounds]
        told.append(exercises.dropped(speaker, left_out))
    if sound.rule:
        told.append(exercises.rule_says(setting.rulebase, sound.rule))
    if chain.flaw == OVERSTATED:
        told.append(exercises.no_surer(speaker, chain.sound, sound))
    return told
