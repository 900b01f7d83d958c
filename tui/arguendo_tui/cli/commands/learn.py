"""`arguendo learn`: exercises about a rule base, with feedback at once, and again when due."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    Status,
    Stop,
    chosen_folder,
    complain,
    open_rule_base,
    unknown,
    width,
)

if TYPE_CHECKING:
    from arguendo.learning.answering import Feedback
    from arguendo.learning.exercise import Exercise, Kind
    from arguendo.learning.progress import Progress
    from arguendo.wording.statements import Speaker

EXAMPLES = """Examples:

  arguendo learn

  arguendo learn --kind flaw --kind order --count 3

  arguendo learn --due

  printf '1\\n2\\n' | arguendo learn --count 2 --seed 7 --json
"""

HOW = "number, ? for the rules again, stop"
HOW_ORDER = "all numbers in order, such as 2 1 3; ? for the rules again, stop"


def run(
    context: typer.Context,
    count: Annotated[
        int, typer.Option(min=1, max=200, metavar="N", help="How many exercises.")
    ] = 5,
    seed: Annotated[
        int | None, typer.Option(metavar="S", help="Equal seeds make equal new exercises.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="predict, missing, order, flaw or weakest; repeatable."),
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="Only what is due again.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print exercises and feedback as JSON, one a line.")
    ] = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Learn an argument by exercises, each explained at once.

    What was answered is remembered on this machine, and comes round again by spaced repetition.
    Answers are read a line each, from a terminal or a pipe.

    Exit status: 0 all that was answered is right, or nothing is due, 1 something was answered
    wrong, 2 wrong usage, 3 the rule base has errors.
    """
    from arguendo.learning.making import Teacher
    from arguendo.learning.progress import Progress
    from arguendo.learning.sitting import sitting
    from arguendo.wording.statements import Speaker
    from arguendo_tui.surroundings import state_folder

    kinds = _kinds(kind or ())
    rulebase = open_rule_base(chosen_folder(context, rule_base), as_json=as_json)
    progress, now = Progress(state_folder(), rulebase.name), datetime.now(UTC)
    chosen = sitting(Teacher(rulebase), progress, now, seed=seed, kinds=kinds, only_due=due)
    wrong, asked = _go_through(islice(chosen, count), Speaker(rulebase), progress, as_json)
    if not asked:
        if not due:
            raise Stop("no exercise of this kind can be made from this rule base")
        complain("nothing is due")
    return Status.UNANSWERED if wrong else Status.ANSWERED


def _kinds(names: Iterable[str]) -> tuple[Kind, ...]:
    from arguendo.learning.exercise import Kind

    for name in names:
        if name not in [*Kind]:
            raise unknown("kind of exercise", name, [*Kind])
    return tuple(dict.fromkeys(map(Kind, names))) or tuple(Kind)


def _go_through(
    exercises: Iterator[Exercise], speaker: Speaker, progress: Progress, as_json: bool
) -> tuple[int, int]:
    """Ask one after the other, and return how many were answered wrong, and how many asked."""
    from arguendo.learning.answering import feedback

    wrong = asked = right = 0
    for exercise in exercises:
        asked += 1
        _show(exercise, asked, as_json)
        answer = _answer(exercise, as_json)
        if answer is None:
            break
        told = feedback(speaker, exercise, answer)
        _keep(progress, exercise, told.is_right)
        _tell(exercise, told, as_json)
        right += told.is_right
        wrong += not told.is_right
    if right + wrong and not as_json:
        print(f"{right} of {right + wrong} right.")
    return wrong, asked


def _keep(progress: Progress, exercise: Exercise, is_right: bool) -> None:
    """Remember an answer; where that cannot be, one goes on learning without."""
    try:
        progress.add(exercise.topic, is_right, datetime.now(UTC))
    except OSError as error:
        complain(f"this answer is not remembered: {error.strerror or error}")


def _answer(exercise: Exercise, as_json: bool) -> tuple[int, ...] | None:
    """Read lines until one is an answer; None when there are no more, or one says stop."""
    from arguendo.learning.answering import parse
    from arguendo.learning.exercise import Kind

    how = HOW_ORDER if exercise.kind is Kind.ORDER else HOW
    where = sys.stderr if as_json else sys.stdout
    for _ in range(MOST_LINES):
        print(f"{how}> ", end="", file=where, flush=True)
        line = sys.stdin.readline(LONGEST)
        said = line.strip().casefold()
        if not sys.stdin.isatty():
            print(file=where)
        if not line or said in ("stop", "quit", "q"):
            return None
        if said == "?":
            _print(exercise.hint or ("There is no rule to tell.",), as_json)
            continue
        answer = parse(exercise, said)
        if answer is not None:
            return answer
        complain("that is no answer here", how)
    return None


MOST_LINES = 1000
LONGEST = 1000


def _show(exercise: Exercise, number: int, as_json: bool) -> None:
    if as_json:
        _print_json(
            {
                "number": number,
                "kind": exercise.kind.value,
                "statement": exercise.goal,
                "scene": exercise.scene,
                "rules": exercise.hint,
                "prompt": exercise.prompt,
                "items": exercise.items,
            }
        )
        return
    told = [f"{n}. {item}" for n, item in enumerate(exercise.items, 1)]
    _print([f"Exercise {number}", "", *exercise.given, "", exercise.prompt, *told], False)


def _tell(exercise: Exercise, told: Feedback, as_json: bool) -> None:
    if as_json:
        right = [place + 1 for place in exercise.right]
        _print_json({"right": told.is_right, "answer": right, "explanation": told.lines})
        return
    _print([*told.lines, ""], False)


def _print(lines: Iterable[str], aside: bool) -> None:
    from arguendo_tui.plain import wrapped

    for line in lines:
        for each in wrapped(line, width()):
            print(each, file=sys.stderr if aside else sys.stdout, flush=True)


def _print_json(record: object) -> None:
    import msgspec

    print(msgspec.json.encode(record).decode(), flush=True)
