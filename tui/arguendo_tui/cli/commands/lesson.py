"""`arguendo lesson`: a worksheet with exercises, a key and an instructor's script."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    complain,
    open_case,
    unknown,
)
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.learning.exercise import Exercise
    from arguendo.learning.making import Teacher
    from arguendo.statements import Statement

EXAMPLES = """Examples:

  arguendo lesson --count 10 --key --out worksheet.md

  arguendo lesson "the town builds a bridge" --format html --key --script --out lesson.html \\
      --rule-base ./my-rules
"""

GROUP = Group.WRITING


def run(
    context: typer.Context,
    conclusions: Annotated[
        list[str] | None,
        typer.Argument(metavar="CONCLUSION", help="What it is about: sentences or keys."),
    ] = None,
    count: Annotated[
        int, typer.Option(min=1, max=200, metavar="N", help="How many exercises.")
    ] = 10,
    seed: Annotated[int, typer.Option(metavar="S", help="Equal seeds make equal lessons.")] = 0,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="md or html.")] = "md",
    key: Annotated[bool, typer.Option("--key", help="Add the right answers, explained.")] = False,
    script: Annotated[
        bool, typer.Option("--script", help="Add an instructor's script: the rules as they fire.")
    ] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="File to write.")] = None,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Write a worksheet of exercises about conclusions.

    The engine proves each right answer right and the others wrong. Equal seeds make equal lessons.
    The script replays the conclusions in the scenario.

    Exit status: 0 written, 1 there are fewer exercises than wanted, 2 wrong usage, 3 the rule base
    has errors.
    """
    from arguendo.learning.formats import FORMATS
    from arguendo.learning.lesson import key as answers
    from arguendo.learning.lesson import script as replayed
    from arguendo.learning.lesson import worksheet
    from arguendo.learning.making import Teacher
    from arguendo_tui.cli.staging import goal
    from arguendo_tui.cli.writing import write

    if form not in FORMATS:
        raise unknown("format", form, FORMATS)
    case = open_case(chosen_folder(context, rule_base), scenario)
    goals = [goal(case, text) for text in conclusions or ()]
    teacher = Teacher(case.rulebase, goals)
    _check(teacher, goals)
    made = _made(teacher, seed, count)
    parts = [*worksheet(made), *(answers(made) if key else ())]
    parts += replayed(case, goals or _held(teacher, case)) if script else ()
    title = f"Lesson: {case.rulebase.title or case.rulebase.name}"
    write(FORMATS[form](title, parts).encode(), out)
    if len(made) < count:
        complain(f"only {counted(len(made), 'different exercise')} can be made about this")
        return Status.UNANSWERED
    return Status.ANSWERED


def _made(teacher: Teacher, seed: int, count: int) -> list[Exercise]:
    made = list(islice(teacher.exercises(seed), count))
    if not made:
        raise Stop("no exercise can be made about this")
    return made


def _check(teacher: Teacher, goals: list[Statement]) -> None:
    from arguendo.problems import printable

    for each in goals:
        if each not in teacher.space.field:
            raise Stop(f"no rule concludes {printable(each.key)}", "name a conclusion of a rule")


def _held(teacher: Teacher, case: Case) -> list[Statement]:
    """Choose what to replay where nothing was named: the conclusions with the longest way."""
    fields = sorted(teacher.fields, key=lambda each: -each.depth)
    return [each.goal for each in fields if case.holds(each.goal)][:3]
