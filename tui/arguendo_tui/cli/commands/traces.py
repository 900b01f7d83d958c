"""`arguendo traces`: explanation traces for training, each proven."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
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
)
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.rulebase import RuleBase
    from arguendo.traces.crews import Crew
    from arguendo.traces.formats import Writer
    from arguendo.traces.making import Wishes
    from arguendo.traces.tallying import Summary

EXAMPLES = """Examples:

  arguendo traces --count 1000 --seed 7 --out traces.jsonl

  arguendo traces --count 100000 --seed 7 --flawed 0.1 --workers 4 --out traces.jsonl

  arguendo traces --from traces.jsonl --format chat --out chat.jsonl

  arguendo traces --verify traces.jsonl

  arguendo traces --schema > trace.schema.json
"""

GROUP = Group.MACHINES

FEW = 300
"""Traces for which starting further processes takes longer than making them."""

Count = Annotated[int, typer.Option("--count", min=1, metavar="N", help="How many traces.")]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="Equal seeds make equal traces.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="File to write; a folder for some formats."),
]
BalanceOption = Annotated[
    str, typer.Option("--balance", metavar="WHAT", help="status, depth, rule, question or none.")
]
Pairs = Annotated[
    float, typer.Option(min=0, max=1, metavar="SHARE", help="Traces with a twin one change apart.")
]
Flawed = Annotated[
    float, typer.Option(min=0, max=1, metavar="SHARE", help="Traces with a copy with a flaw.")
]
Distraction = Annotated[
    float,
    typer.Option(min=0, max=1, metavar="SHARE", help="Cases that assume something irrelevant."),
]
Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes; default: one for each core.")
]
Cluster = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help="Scheduler of a Dask cluster.")
]
From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FILE", help="Traces that are there already, to convert."),
]
FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help="What to write.")]
Verify = Annotated[
    Path | None, typer.Option("--verify", metavar="FILE", help="Prove the traces of a file anew.")
]
Schema = Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a trace.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")]


def run(
    context: typer.Context,
    count: Count = 1000,
    seed: Seed = 0,
    out: Out = None,
    balance: BalanceOption = "status",
    pairs: Pairs = 0.5,
    flawed: Flawed = 0.0,
    distraction: Distraction = 0.25,
    workers: Workers = None,
    cluster: Cluster = None,
    source: From = None,
    form: FormatOption = "jsonl",
    verify: Verify = None,
    schema: Schema = False,
    as_json: AsJson = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Write explanation traces for training, each proven.

    The certificate checker proves each before it is written. A run that was killed goes on where
    it was when it is started again. Equal seeds and options make equal files, whatever the number
    of workers.

    Exit status: 0 done, 1 there are fewer different traces than wanted, or one that is verified is
    wrong, 2 wrong usage, 3 the rule base has errors.
    """
    if schema:
        return _print_schema()
    folder = chosen_folder(context, rule_base)
    if verify is not None:
        return _verify(open_rule_base(folder), verify)
    if out is None:
        raise Stop("say where the traces go", "--out FILE")
    write = _writer(form)
    rulebase = open_rule_base(folder)
    if source is not None:
        _convert(rulebase, source, write, out)
        return Status.ANSWERED
    wishes = _wishes(seed, balance, pairs, flawed, distraction)
    lines = out if form == "jsonl" else out.with_name(f"{out.name}.traces")
    summary = _make(rulebase, wishes, count, lines, workers, cluster)
    if form != "jsonl":
        _convert(rulebase, lines, write, out)
        lines.unlink()
    _print_summary(summary, as_json)
    return Status.UNANSWERED if summary.exhausted else Status.ANSWERED


def _print_schema() -> int:
    import json

    from arguendo.traces.record import schema

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return Status.ANSWERED


def _verify(rulebase: RuleBase, file: Path) -> int:
    """Prove what is right in a file to be right, and what is said to be wrong, wrong."""
    from arguendo.traces.record import BadTrace
    from arguendo.traces.running import lines
    from arguendo.traces.verifying import Verifier

    verifier, number, wrong = Verifier(rulebase), 0, 0
    try:
        for number, trace in enumerate(lines(file), 1):
            told = verifier.complaint(trace)
            if told:
                wrong += 1
                print(f"trace {number}: {told}")
    except (BadTrace, OSError) as error:
        raise Stop(f"“{file}” cannot be read after trace {number}: {error}") from error
    print(f"{counted(number, 'trace')} verified, {wrong} not as told")
    return Status.UNANSWERED if wrong or not number else Status.ANSWERED


def _writer(form: str) -> Writer:
    from arguendo.traces.formats import FORMATS, Missing, writer

    try:
        return writer(form)
    except KeyError as error:
        raise unknown("format", form, FORMATS) from error
    except Missing as error:
        raise Stop(str(error)) from error


def _convert(rulebase: RuleBase, file: Path, write: Writer, out: Path) -> None:
    from arguendo.traces.formats import Missing, Source
    from arguendo.traces.record import BadTrace

    try:
        write(Source(file, rulebase), out)
    except (BadTrace, Missing) as error:
        raise Stop(str(error)) from error
    except OSError as error:
        raise Stop(f"“{out}” cannot be written: {error}") from error


def _wishes(seed: int, balance: str, pairs: float, flawed: float, distraction: float) -> Wishes:
    from arguendo.traces.drawing import Balance
    from arguendo.traces.making import Wishes

    if balance not in [*Balance]:
        raise unknown("balance", balance, [*Balance])
    return Wishes(seed, Balance(balance), pairs, flawed, distraction)


def _crew(
    rulebase: RuleBase, wishes: Wishes, count: int, workers: int | None, cluster: str | None
) -> Crew:
    from arguendo.traces import crews

    if cluster is not None:
        try:
            return crews.on_cluster(cluster, rulebase, wishes)
        except crews.NoCluster as error:
            raise Stop(
                str(error), "pip install 'arguendo[cluster]', and start a scheduler"
            ) from error
    several = workers or (os.cpu_count() or 1 if count > FEW else 1)
    if several == 1:
        return crews.alone(rulebase, wishes)
    return crews.together(rulebase, wishes, several)


def _make(
    rulebase: RuleBase,
    wishes: Wishes,
    count: int,
    out: Path,
    workers: int | None,
    cluster: str | None,
) -> Summary:
    from arguendo.traces.keeping import OtherRun
    from arguendo.traces.running import run as make
    from arguendo.traces.verifying import Faulty
    from arguendo_tui.cli.progress import Progress

    crew = _crew(rulebase, wishes, count, workers, cluster)
    try:
        with Progress("traces") as told:
            return make(
                rulebase, wishes, count, out, crew, lambda p: told(p.done, count, p.resumed)
            )
    except OtherRun as error:
        message = f"“{error}” holds an unfinished run with other options or another rule base"
        raise Stop(message, "start that one again, or remove the folder") from error
    except Faulty as error:
        raise Stop(f"stopped, nothing written: {error}", status=Status.BROKEN_PROGRAM) from error
    except OSError as error:
        raise Stop(f"“{out}” cannot be written: {error.strerror or error}") from error


def _print_summary(summary: Summary, as_json: bool) -> None:
    if as_json:
        from arguendo.export.wire import encode

        print(encode(summary))
        return
    print(f"{counted(summary.traces, 'trace')}, {summary.verified} proven right")
    if summary.flawed:
        print(f"proven wrong, as they are meant to be: {_listed(summary.flawed)}")
    print(f"duplicates: {summary.duplicates}; equal traces in two splits: {summary.leaking}")
    print(f"by status: {_listed(summary.by_status)}")
    print(f"by depth: {_listed(summary.by_depth)}")
    print(f"by split: {_listed(summary.by_split)}")
    print(f"by changes that flip the answer (0: none does): {_listed(summary.by_flips)}")
    print(f"pairs one change apart: {summary.pairs}")
    print(
        f"{counted(summary.questions, 'question')}; "
        f"rules applied: {summary.rules_applied} of {summary.rules}"
    )
    if summary.rules_never_applied:
        print(f"never applied: {', '.join(summary.rules_never_applied)}")
    if summary.exhausted:
        complain(
            f"there seem to be no more than these {counted(summary.traces, 'different trace')}",
            f"{summary.drawn} questions were drawn, and the last ones brought nothing new",
        )


def _listed(counts: Mapping[str, int] | Mapping[int, int]) -> str:
    return ", ".join(f"{name}: {number}" for name, number in counts.items())
