"""`arguendo sweep`: many scenarios valued at once, and how often conclusions hold in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeAlias

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    open_case,
)

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.statements import Statement
    from arguendo.sweeps.outline import Wanted
    from arguendo.sweeps.survey import Means, Survey

EXAMPLES = """Examples:

  arguendo sweep --show "the town builds a bridge" --rule-base ./my-rules

  arguendo sweep --over "has_will(town)" --over "has_money(town)" --show "builds(town)" --boundary

  arguendo sweep --show "builds(town)" --sample 1000000 --seed 7 --by-question

  arguendo sweep --rows scenarios.csv --show "builds(town)" --out results.csv

  arguendo sweep --show "builds(town)" --down "has_will(town)" --across "has_money(town)" \\
    --out map.svg

  arguendo sweep --show "builds(town)" --cluster tcp://scheduler:8786
"""


class Chosen(StrEnum):
    """What does the work."""

    AUTO = "auto"
    NUMPY = "numpy"
    NUMBA = "numba"


Sentences: TypeAlias = list[str] | None
OverOption: TypeAlias = Annotated[
    Sentences,
    typer.Option("--over", metavar="OPEN", help="Vary this; may be repeated; all open questions."),
]
ShowOption: TypeAlias = Annotated[
    Sentences, typer.Option("--show", metavar="CONCLUSION", help="Count this; may be repeated.")
]
RowsOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Scenarios from a CSV or Parquet file, a row each."),
]
SampleOption: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Draw so many scenarios at random.")
]
SeedOption: TypeAlias = Annotated[
    int, typer.Option(metavar="S", min=0, help="Equal seeds draw equal scenarios.")
]
QuestionOption: TypeAlias = Annotated[
    bool, typer.Option("--by-question", help="Also count with and without each question.")
]
TogetherOption: TypeAlias = Annotated[
    bool, typer.Option("--together", help="Also count which conclusions hold together.")
]
BoundaryOption: TypeAlias = Annotated[
    bool, typer.Option("--boundary", help="Also find where a conclusion turns.")
]
DownOption: TypeAlias = Annotated[
    Sentences, typer.Option("--down", metavar="OPEN", help="A question for a map's rows; several.")
]
AcrossOption: TypeAlias = Annotated[
    Sentences, typer.Option("--across", metavar="OPEN", help="The same for its columns.")
]
OutOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--out", metavar="FILE", help="Write each scenario (.csv, .parquet) or the map (.svg)."
    ),
]
ClusterOption: TypeAlias = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Let a Dask cluster do the work.")
]
EngineOption: TypeAlias = Annotated[
    Chosen, typer.Option("--engine", help="numba compiles the rule base to machine code.")
]
AssumeOption: TypeAlias = Annotated[
    Sentences, typer.Option(metavar="SENTENCE", help="Assume this in all scenarios; several.")
]
AwayOption: TypeAlias = Annotated[
    Sentences, typer.Option(metavar="SENTENCE", help="Take this not to be so in all of them.")
]
DayOption: TypeAlias = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="Only what was known on that day.")
]


class _Files(NamedTuple):
    table: Path | None
    picture: Path | None


class _Scenarios(NamedTuple):
    """Where they come from: a file, draws, or else all combinations."""

    rows: Path | None
    sample: int | None
    seed: int
    turning: bool


def run(
    context: typer.Context,
    over: OverOption = None,
    show: ShowOption = None,
    rows: RowsOption = None,
    sample: SampleOption = None,
    seed: SeedOption = 1,
    by_question: QuestionOption = False,
    together: TogetherOption = False,
    boundary: BoundaryOption = False,
    down: DownOption = None,
    across: AcrossOption = None,
    out: OutOption = None,
    cluster: ClusterOption = None,
    engine: EngineOption = Chosen.AUTO,
    scenario: ScenarioOption = None,
    assume: AssumeOption = None,
    suppose_away: AwayOption = None,
    as_of: DayOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Count in how many of many scenarios conclusions hold.

    Scenarios are all combinations of some open questions, each assumed or left open; or so many of
    them drawn at random; or the rows of a file, where a cell says yes, no, a degree, or nothing.
    Those that assume two contraries are left out. Exit status: 0 counted, 2 wrong usage, 3 the rule
    base has errors, 130 ended by Ctrl-C.
    """
    from arguendo_tui.cli.staging import day, stage

    scenarios = _Scenarios(rows, sample, seed, boundary)
    _refuse(scenarios, over, (down, across))
    files = _files(out or (), mapped=bool(down and across), shown=len(show or ()))
    case = open_case(chosen_folder(context, rule_base), scenario, as_json=as_json)
    case = case if as_of is None else case.on(day(as_of))
    case = stage(case, assume or (), suppose_away or ()) if assume or suppose_away else case
    wanted = replace(
        _wanted(case, over, show or (), (down or (), across or ())),
        by_question=by_question,
        jointly=together,
    )
    survey = _surveyed(case, wanted, scenarios, (files.table, cluster, engine))
    if files.picture:
        _draw(case, survey, files.picture)
    _print(case, survey, as_json=as_json)
    return Status.ANSWERED


def _refuse(scenarios: _Scenarios, over: Sentences, axes: tuple[Sentences, Sentences]) -> None:
    """Refuse what does not go together. Raises `Stop`."""
    if scenarios.rows and scenarios.sample:
        raise Stop("--rows and --sample are two ways to choose scenarios", "leave one of them out")
    if scenarios.rows and over:
        raise Stop("the columns of --rows say what is varied", "leave --over out")
    if scenarios.turning and (scenarios.rows or scenarios.sample):
        raise Stop("--boundary needs all combinations", "leave --rows and --sample out")
    if bool(axes[0]) != bool(axes[1]):
        raise Stop("a map needs questions --down and --across")


def _files(out: Sequence[Path], *, mapped: bool, shown: int) -> _Files:
    """Tell by their endings what files are for. Raises `Stop`."""
    found: dict[str, Path] = {}
    for path in out:
        ending = path.suffix.casefold()
        sort = {".csv": "table", ".parquet": "table", ".svg": "picture"}.get(ending)
        if sort is None:
            raise Stop(f"--out {path} does not end in .csv, .parquet or .svg")
        if sort in found:
            raise Stop(f"--out {found[sort]} and {path} are for the same")
        found[sort] = path
    if "picture" in found and not mapped:
        raise Stop("a picture needs a map", "add --down OPEN and --across OPEN")
    if "picture" in found and shown > 1:
        raise Stop("a picture shows one conclusion", "leave the other --show out")
    return _Files(found.get("table"), found.get("picture"))


def _wanted(
    case: Case, over: Sentences, show: Sequence[str], axes: tuple[Sequence[str], Sequence[str]]
) -> Wanted:
    """Read what is varied and what is shown. Raises `Stop`."""
    from arguendo.sweeps.outline import Wanted
    from arguendo_tui.cli.staging import asked_about

    if not show:
        raise Stop("no conclusion is to be shown", "name one: --show SENTENCE")
    if over is None:
        questions = [each.statement for each in case.rulebase.questions]
        varied = [each for each in questions if each not in case.assumptions]
    else:
        varied = [asked_about(case, each) for each in over]
    down, across = ([asked_about(case, each) for each in axis] for axis in axes)
    return Wanted(
        tuple(dict.fromkeys(varied)),
        tuple(dict.fromkeys(asked_about(case, each) for each in show)),
        axes=(tuple(dict.fromkeys(down)), tuple(dict.fromkeys(across))) if down else None,
    )


def _surveyed(
    case: Case, wanted: Wanted, scenarios: _Scenarios, means: tuple[Path | None, str | None, Chosen]
) -> Survey:
    """Do the work, and say what goes wrong in it. Raises `Stop`."""
    from arguendo.sweeps.clustering import NoCluster
    from arguendo.sweeps.rows import BadScenarios
    from arguendo.sweeps.survey import BadSweep
    from arguendo_tui.cli.progress import Progress

    try:
        with ExitStack() as stack:
            progress = stack.enter_context(Progress("scenarios"))
            chosen = _means(*means, progress, stack)
            return _carried_out(case, wanted, scenarios, chosen)
    except (BadSweep, BadScenarios, NoCluster) as error:
        raise Stop(str(error), error.hint) from error
    except OSError as error:
        if means[0] is None:
            raise
        raise Stop(f"{means[0]} cannot be written: {error.strerror}") from error


def _means(
    table: Path | None, cluster: str | None, chosen: Chosen, progress: object, stack: ExitStack
) -> Means:
    from arguendo.sweeps.running import Engine, Work, locally
    from arguendo.sweeps.survey import Means

    engine = None if chosen is Chosen.AUTO else Engine(chosen.value)
    if engine is Engine.NUMBA:
        from importlib.util import find_spec

        if not find_spec("numba"):
            raise Stop("numba is not installed", "install arguendo[fast], or leave --engine out")
    work: Work = locally
    if cluster:
        from arguendo.sweeps.clustering import connected

        work = stack.enter_context(connected(cluster))
    return Means(work, engine, progress, table)  # type: ignore[arg-type]


def _carried_out(case: Case, wanted: Wanted, scenarios: _Scenarios, means: Means) -> Survey:
    from arguendo.sweeps import survey

    if scenarios.rows:
        from arguendo.sweeps.rows import opened

        with opened(scenarios.rows) as sheet:
            wanted = replace(wanted, over=_columns(case, sheet.statements))
            return survey.rows(case, wanted, sheet, means)
    if scenarios.sample:
        return survey.draws(case, wanted, scenarios.sample, scenarios.seed, means)
    return survey.combinations(case, wanted, means, turning=scenarios.turning)


def _columns(case: Case, titles: Sequence[str]) -> tuple[Statement, ...]:
    """Read which statement each column is about. Raises `Stop`."""
    from arguendo_tui.cli.staging import strictly

    found: dict[Statement, str] = {}
    for title in titles:
        statement = strictly(case, title)
        if statement in found:
            raise Stop(f"the columns “{found[statement]}” and “{title}” are about the same")
        found[statement] = title
    return tuple(found)


def _draw(case: Case, survey: Survey, path: Path) -> None:
    """Write the map. Raises `Stop`."""
    from arguendo.disk import write_whole
    from arguendo.export.heat_maps import heat_map
    from arguendo.wording.statements import Speaker
    from arguendo_tui.cli.reports.sweeps import legend, share_of

    shares = [[share_of(part, 0) for part in row] for row in survey.findings.cells]
    picture = heat_map(*legend(Speaker(case.rulebase), survey, 0), shares)
    try:
        write_whole(path, picture.encode())
    except OSError as error:
        raise Stop(f"{path} cannot be written: {error.strerror}") from error


def _print(case: Case, survey: Survey, *, as_json: bool) -> None:
    if as_json:
        from arguendo.export.sweeping import sweep_object
        from arguendo.export.wire import encode

        print(encode(sweep_object(case, survey)))
        return
    from arguendo_tui.cli.findings import has_colors
    from arguendo_tui.cli.reports.sweeps import lines

    print("\n".join(lines(case, survey, in_colour=has_colors(os.environ))))
