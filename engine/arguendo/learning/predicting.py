"""Predict whether a conclusion holds: the valuation decides."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.why_not import why_not
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.learning.exercise import Exercise, Kind, safe
from arguendo.learning.scenes import Setting
from arguendo.learning.sheets import sheet
from arguendo.valuation import Status
from arguendo.wording import exercises
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from arguendo.wording.statements import Speaker


def make(setting: Setting) -> Iterator[Exercise]:
    """Ask how the conclusion stands; the four answers exclude each other."""
    case, goal = setting.case, setting.goal
    given = sheet(case, goal)
    if given is None:
        return
    standing = case.standing(goal)
    statuses = list(Status)
    yield Exercise(
        Kind.PREDICT,
        goal.key,
        setting.assumptions,
        given.scene,
        safe([exercises.predict(Speaker(setting.rulebase), goal)])[0],
        tuple(exercises.VERDICTS[each] for each in statuses),
        tuple(each.value for each in statuses),
        (statuses.index(standing.status),),
        safe(explained(setting)),
        given.hint,
    )


def explained(setting: Setting) -> list[str]:
    """Answer the question of whether the conclusion holds, with its reasons."""
    case, goal, proof = setting.case, setting.goal, setting.proof
    answer = Answer(
        Query(Intent.ASK, goal),
        case,
        case,
        case.standing(goal),
        proof,
        None if proof else why_not(case, goal),
    )
    blocks = word(answer).of(Role.ANSWER, Role.REASON)
    return [line for block in blocks for line in block.lines]
