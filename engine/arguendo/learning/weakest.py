"""Name the weakest link: the step that keeps the conclusion from being surer.

Where an argument has none, or several, the question is what the conclusion hangs on most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.questions import open_questions
from arguendo.explanation.why import Proof, Step
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.learning.scenes import Setting
from arguendo.learning.sheets import MOST_LINES, MOST_RULES, whole
from arguendo.statements import Statement
from arguendo.wording import exercises
from arguendo.wording.grammar import sentence
from arguendo.wording.statements import Speaker

CHOICES = 4

LEAST, PLAINLY = 0.1, 1.25
"""How much of the conclusion hangs on the right one, and how many times as much as on others."""

MOST_QUESTIONS = 3
"""Open questions whose combinations a learner can go through."""


def make(setting: Setting) -> Iterator[Exercise]:
    """Ask for the one weakest of several steps, or for the one weightiest of several leaves."""
    proof = setting.proof
    chosen = _steps(proof) if proof else []
    if proof and chosen:
        rules = {step.rule.id for step in proof.steps[: proof.main] if step.rule}
        if len(rules) > MOST_RULES or len(proof.leaves) > MOST_LINES:
            return
        yield _of_steps(setting, proof, chosen)
    else:
        yield from _of_leaves(setting)


def _steps(proof: Proof) -> Sequence[Step]:
    """Choose the weakest step, and some that are stronger; none where several are as weak."""
    stronger = [each for each in proof.steps[: proof.main] if each.own_degree > proof.degree]
    stronger.sort(key=lambda each: (each.rule is None, each.n))
    if len(proof.weakest) != 1 or sum(each.rule is not None for each in stronger) < 1:
        return []
    weak = proof.steps[proof.weakest[0] - 1]
    return [weak, *stronger[: CHOICES - 1]] if weak.rule and len(stronger) > 1 else []


def _of_steps(setting: Setting, proof: Proof, chosen: Sequence[Step]) -> Exercise:
    speaker = Speaker(setting.rulebase)
    items = setting.random.sample(chosen, len(chosen))
    rules = [step.rule for step in proof.steps[: proof.main] if step.rule]
    return Exercise(
        Kind.WEAKEST,
        setting.goal.key,
        setting.assumptions,
        setting.scene_of(proof),
        safe([exercises.weakest(speaker, setting.goal)])[0],
        safe([exercises.link(speaker, each) for each in items]),
        tuple(each.claim.key for each in items),
        (items.index(chosen[0]),),
        safe([*exercises.weakest_is(speaker, proof, chosen[0])]),
        safe([*exercises.hints(setting.rulebase, rules)]),
    )


def _of_leaves(setting: Setting) -> Iterator[Exercise]:
    case, goal = setting.case, setting.goal
    questions = [each for each in open_questions(case, goal) if each != goal]
    given = whole(case, goal, questions) if len(questions) <= MOST_QUESTIONS else None
    if given is None:
        return
    shown = {*given.facts, *case.assumptions, *questions}
    weighed = linchpins(case, goal)
    pins = [(pin.statement, pin.share) for pin in weighed if pin.statement in shown]
    lighter = [pin for pin in pins[1:] if pin[1] < pins[0][1] / PLAINLY]
    if len(lighter) < 2 or len(lighter) < len(pins) - 1 or pins[0][1] < LEAST:
        return
    chosen: list[tuple[Statement, float]] = [pins[0], *lighter[: CHOICES - 1]]
    items = setting.random.sample(chosen, len(chosen))
    speaker = Speaker(setting.rulebase)
    yield Exercise(
        Kind.WEAKEST,
        goal.key,
        setting.assumptions,
        given.scene,
        safe([exercises.hangs(speaker, goal)])[0],
        safe([sentence(speaker.says(each)) for each, _ in items]),
        tuple(each.key for each, _ in items),
        (items.index(pins[0]),),
        safe([*exercises.hangs_on(speaker, chosen)]),
        given.hint,
    )
