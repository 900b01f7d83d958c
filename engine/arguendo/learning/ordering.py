"""Put the steps of an argument in order: the order in which the rules fire, or one as good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.why import Proof, Step
from arguendo.firing import replay
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.learning.scenes import Setting
from arguendo.statements import Statement
from arguendo.wording import exercises
from arguendo.wording.grammar import sentence
from arguendo.wording.statements import Speaker

FEWEST, MOST = 3, 6
"""Steps to put in order."""


def make(setting: Setting) -> Iterator[Exercise]:
    """Shuffle the conclusions of an argument."""
    proof = setting.proof
    steps = [step for step in proof.steps[: proof.main] if step.rule] if proof else []
    if proof is None or not FEWEST <= len(steps) <= MOST:
        return
    claims = _fired(setting, {step.claim for step in steps})
    pairs = list(_pairs(proof, steps))
    if len(claims) != len(steps) or len(pairs) < FEWEST - 1:
        return
    yield _exercise(setting, proof, claims, pairs)


def _fired(setting: Setting, among: set[Statement]) -> list[Statement]:
    """List conclusions in the order in which they first become true."""
    fired = (each.claim for each in replay(setting.case).firings if each.fires)
    return [each for each in dict.fromkeys(fired) if each in among]


def _pairs(proof: Proof, steps: Sequence[Step]) -> Iterator[tuple[Statement, Statement]]:
    """Go through the pairs of which the second rests on the first at once."""
    for step in steps:
        for n in step.uses:
            used = proof.step(n)
            if used and used.rule:
                yield used.claim, step.claim


def _exercise(
    setting: Setting,
    proof: Proof,
    claims: list[Statement],
    pairs: Sequence[tuple[Statement, Statement]],
) -> Exercise:
    speaker = Speaker(setting.rulebase)
    items = setting.random.sample(claims, len(claims))
    if items == claims:
        items.reverse()
    place = {each: n for n, each in enumerate(items)}
    rules = [step.rule for step in proof.steps[: proof.main] if step.rule]
    return Exercise(
        Kind.ORDER,
        setting.goal.key,
        setting.assumptions,
        setting.scene_of(proof),
        exercises.ORDER,
        safe([sentence(speaker.says(each)) for each in items]),
        tuple(each.key for each in items),
        tuple(place[each] for each in claims),
        safe([exercises.precedes(speaker, first, then) for first, then in pairs]),
        safe([*exercises.hints(setting.rulebase, rules)]),
        tuple((place[first], place[then]) for first, then in pairs),
    )
