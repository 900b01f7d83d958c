"""Choose the missing fact: the one that completes a minimal set of changes, proven one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.case import Case
from arguendo.explanation.requirements import Scope, apply, requirements
from arguendo.explanation.why import why
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.learning.scenes import Setting
from arguendo.learning.sheets import Sheet, sheet
from arguendo.rules import Rule
from arguendo.statements import Literal, Statement
from arguendo.valuation import Status
from arguendo.wording import exercises
from arguendo.wording.grammar import sentence
from arguendo.wording.statements import Speaker

CHOICES = 4

_SCOPE = Scope(most=4)


def make(setting: Setting) -> Iterator[Exercise]:
    """Lay all but one of a minimal set of changes, and ask for the last."""
    random, goal = setting.random, setting.goal
    if setting.case.holds(goal):
        return
    found = requirements(setting.case, goal, scope=_SCOPE).found
    sets = [each.changes for each in found if any(c.positive for c in each.changes)]
    if not sets:
        return
    chosen = random.choice(sets)
    left = random.choice([change for change in chosen if change.positive]).statement
    case = apply(setting.case, [each for each in chosen if each.statement != left])
    here = Setting(case, setting.field, random)
    wrong = _wrong(here, left)
    if case.holds(goal) or not completes(case, goal, left) or len(wrong) < 2:
        return
    given = sheet(case, goal, [left, *wrong])
    if given is not None:
        yield _exercise(here, given, left, wrong)


def completes(case: Case, goal: Statement, change: Statement) -> bool:
    """Tell whether a conclusion holds uncontested once something is so."""
    return apply(case, [Literal(change)]).standing(goal).status is Status.HOLDS


def _wrong(setting: Setting, right: Statement) -> Sequence[Statement]:
    """List what is not so and would not make the conclusion hold, nearest questions first."""
    case, field = setting.case, setting.field
    others = [each for each in case.rulebase.question if each not in field.open]
    pools: list[Statement] = []
    for pool in (field.open, field.unsaid, field.derived, others):
        pools += setting.random.sample(list(pool), len(pool))
    never = {right, field.goal, *field.rivals}
    found: list[Statement] = []
    for each in dict.fromkeys(pools):
        if each in never or case.holds(each) or each in case.assumptions:
            continue
        if not apply(case, [Literal(each)]).holds(field.goal):
            found.append(each)
        if len(found) == CHOICES - 1:
            break
    return found


def _rule(case: Case, goal: Statement, fact: Statement) -> Rule | None:
    """Find the rule that rests on a fact in the argument that it completes, else the last one."""
    proof = why(apply(case, [Literal(fact)]), goal)
    steps = [step for step in proof.steps[: proof.main] if step.rule] if proof else []
    resting = (step.rule for step in steps if fact in step.grounds)
    return next(resting, steps[0].rule if steps else None)


def _exercise(
    setting: Setting, given: Sheet, right: Statement, wrong: Sequence[Statement]
) -> Exercise:
    speaker, goal, here = Speaker(setting.rulebase), setting.goal, setting.case
    items = setting.random.sample([right, *wrong], 1 + len(wrong))
    return Exercise(
        Kind.MISSING,
        goal.key,
        setting.assumptions,
        given.scene,
        safe([exercises.missing(speaker, goal)])[0],
        safe([sentence(speaker.says(each)) for each in items]),
        tuple(each.key for each in items),
        (items.index(right),),
        safe([*exercises.completes(speaker, goal, right, _rule(here, goal, right), len(wrong))]),
        given.hint,
    )
