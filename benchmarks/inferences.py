"""Inferences a second with every justification recorded, and the price of one what-if.

    python benchmarks/inferences.py [--write]

Measures our matchers beside CLIPS and clingo on the same programs, in turns within one run, and
prints tables; `--write` also puts them into `benchmarks/results/inferences.md`. All must find as
many inferences. Peers that are not installed (see `benchmarks/requirements.txt`) are left out, and
the tables say so. Exits with status 1 when a target is missed or the counts differ.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import _bare
from _findings import Finding, Part
from _pages import edition, machine, show, table
from _peers import Counted, clingo, clips_bindings, clips_facts, clips_what_if, clips_what_if_fast
from _profile import shares
from _programs import Program, large, small

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.matching import Matcher
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.valuation import Valuation

RESULTS = Path(__file__).parent / "results" / "inferences.md"
ROUNDS = 5
OURS = "native matcher and graph"
DURABLE = "durable-rules"
"""With the same graph."""
CLIPS = "CLIPS, bindings"
"""What keeps as much as ours does: rule and bindings."""
FASTER_THAN_CLIPS = 5.0
WHAT_IF = 20.0
"""Microseconds."""


def matcher_alone(program: Program) -> Counted:
    """Find all matches."""
    matcher, facts = NativeMatcher(program.rulebase), program.facts
    start = time.process_time()
    found = matcher.post(facts)
    taken = time.process_time() - start
    claims = {
        claim.bind(dict(zip(some.variables, values, strict=True)))
        for some in found
        for claim in some.rule.claims
        for values in some.values
    }
    return taken, sum(len(some.values) for some in found), len(claims)


def native(program: Program) -> Counted:
    """Find all matches and record them in a reasoning graph."""
    return _grounded(program, NativeMatcher(program.rulebase))


def native_read(program: Program) -> Counted:
    """Record them, and make all objects through which a graph is read."""
    return _grounded(program, NativeMatcher(program.rulebase), read=True)


def durable(program: Program) -> Counted:
    """Find all matches with durable-rules and record them."""
    from arguendo.matching.durable import DurableMatcher

    return _grounded(program, DurableMatcher(program.rulebase))


def _grounded(program: Program, matcher: Matcher, *, read: bool = False) -> Counted:
    start = time.process_time()
    graph = Grounding(program.rulebase, matcher).graph
    if read:
        _ = graph.statements, graph.inferences, graph.concluding, graph.supporting
    taken = time.process_time() - start
    derived = sum(1 for inferences in graph.concluding if inferences)
    return taken, len(graph.inferences), derived


Engine = Callable[[Program], Counted]
RECORDING: Mapping[str, Engine] = {
    OURS: native,
    "the same, read as objects": native_read,
    "native matcher alone": matcher_alone,
    CLIPS: clips_bindings,
    "CLIPS, fact numbers": clips_facts,
    "clingo": clingo,
}
PACKAGES = {
    CLIPS: "clipspy",
    "CLIPS, fact numbers": "clipspy",
    "clingo": "clingo",
    DURABLE: "durable_rules",
}


def installed(engines: Mapping[str, Engine]) -> dict[str, Engine]:
    """Leave out the engines whose package is missing."""
    return {name: each for name, each in engines.items() if edition(PACKAGES.get(name, ""))}


def best(program: Program, engines: Mapping[str, Engine], rounds: int = ROUNDS) -> dict[str, float]:
    """Run all engines in turns; return the microseconds an inference of each one's best turn."""
    seconds: dict[str, float] = {}
    counts = set()
    for _ in range(rounds):
        for name, engine in engines.items():
            gc.collect()
            taken, inferences, derived = engine(program)
            seconds[name] = min(taken, seconds.get(name, taken))
            counts.add((inferences, derived))
    if len(counts) > 1:
        raise SystemExit(f"the engines disagree on {program.name}: {counts}")
    (inferences, _), *_ = counts
    return {name: each * 1e6 / inferences for name, each in seconds.items()} | {"": inferences}


def compared(programs: Iterable[Program], engines: Mapping[str, Engine]) -> Iterator[list[str]]:
    """Go through the rows of the table of microseconds an inference."""
    ratios = [name for name in engines if name.startswith("CLIPS")]
    yield ["program", "inferences", *engines, *(f"{name} : ours" for name in ratios)]
    for program in programs:
        found = best(program, engines)
        row = [program.name, f"{found['']:,.0f}", *(f"{found[name]:.2f}" for name in engines)]
        yield row + [f"{found[name] / found[OURS]:.1f}" for name in ratios]


FASTER_THAN_DURABLE = 15.0
AN_INFERENCE = 2.0
"""Microseconds."""
QUICK = 2
"""Programs measured when little time is to be taken."""


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    few = {OURS: native, CLIPS: clips_bindings, "clingo": clingo}
    slow = {**few, DURABLE: durable}
    kinds = ((large(), few, 3), (small(), slow, 20))
    findings, inferences = [], 0
    for programs, engines, rounds in kinds:
        for program in programs[: QUICK if quick else None]:
            took = best(program, installed(engines), 2 if quick else rounds)
            inferences += int(took.pop(""))
            findings.append(_finding(program, took))
    return Part(tuple(findings), f"{inferences:,} inferences and what they conclude, by count")


def _finding(program: Program, took: dict[str, float]) -> Finding:
    graph = Grounding(program.rulebase, NativeMatcher(program.rulebase)).graph
    rows = [tuple(term for _, term in each.bindings) for each in graph.inferences]
    return Finding(
        work=f"an inference: {program.name}",
        unit="µs",
        ours=took.pop(OURS),
        others={name.partition(",")[0]: each for name, each in took.items()},
        most=AN_INFERENCE,
        times={"CLIPS": FASTER_THAN_CLIPS, DURABLE: FASTER_THAN_DURABLE},
        bare=_bare.recording(rows) * 1e6 / len(rows),
        bare_is="a loop of Python that makes the bindings a tuple, looks it up in a dict, puts it"
        " in when it is new, and appends it to a list",
        where=shares(lambda: native(program)),
    )


def what_ifs() -> Iterator[list[str]]:
    """Go through the rows of the table of what-ifs on the shipped rule base."""
    case = Case.open()
    graph = case.graph
    goal = graph.statements[reading_order(graph)[-1]]
    questions = [each.statement for each in case.rulebase.questions]
    valued = [case.assume(each).valuation for each in questions]
    ways: dict[str, Callable[[], Callable[[int], object]]] = {
        "Valuation(graph, assumptions, facts)": lambda: (
            lambda n: Valuation(graph, valued[n].assumptions, valued[n].facts)
        ),
        "case.assume(question).standing(goal)": lambda: (
            lambda n: case.assume(questions[n]).standing(goal)
        ),
    }
    if edition("clipspy"):
        for name, make in (
            ("CLIPS: reset, assert, run, read (no degrees)", clips_what_if),
            ("CLIPS, least", clips_what_if_fast),
        ):
            ask = make(case)
            for each in valued:
                held = {number for number, degree in enumerate(each.degrees) if degree}
                if ask(each) != held:
                    raise SystemExit("CLIPS disagrees on a what-if")
            ways[name] = partial(_asking, make, case, valued)
    taken = _in_turns(ways, len(questions))
    yield ["what-if", "µs", "times a valuation"]
    first, *_ = taken.values()
    for name, each in taken.items():
        yield [name, f"{each:.1f}", f"{each / first:.1f}"]


def _asking(
    make: Callable[[Case], Callable[[Valuation], object]], case: Case, valued: Sequence[Valuation]
) -> Callable[[int], object]:
    ask = make(case)
    return lambda n: ask(valued[n])


def _in_turns(
    ways: Mapping[str, Callable[[], Callable[[int], object]]], count: int
) -> dict[str, float]:
    """Return the microseconds of each way: a mean over all questions, the best of many turns.

    Each turn begins anew, since CLIPS asked from Python gets slower with every reset.
    """
    taken: dict[str, float] = {}
    for _ in range(2 * ROUNDS):
        for name, make in ways.items():
            way = make()
            start = time.process_time()
            for number in range(20 * count):  # so many that the caches are warm
                way(number % count)
            mean = (time.process_time() - start) * 1e6 / (20 * count)
            taken[name] = min(mean, taken.get(name, mean))
    return taken


def page() -> tuple[str, list[str]]:
    """Return the tables as text, and the targets that were missed."""
    asked = list(what_ifs())  # first, since CLIPS keeps what earlier environments took
    recording = installed(RECORDING)
    quick = list(compared(large(), recording))
    both = installed({**RECORDING, DURABLE: durable})
    slow = list(compared(small(), both))
    missed = [f"what-if: {asked[1][1]} µs"] if float(asked[1][1]) > WHAT_IF else []
    if CLIPS in recording:
        place = quick[0].index(f"{CLIPS} : ours")
        ratios = [float(row[place]) for row in quick[1:]]
        if statistics.geometric_mean(ratios) < FASTER_THAN_CLIPS:
            missed.append(f"times as fast as CLIPS: {ratios}")
    absent = sorted({each for each in PACKAGES.values() if not edition(each)})
    parts = [
        "# Inferences, every one recorded",
        machine(dict.fromkeys(PACKAGES.values())),
        f"Not installed, so left out: {', '.join(absent)}." if absent else "",
        "Microseconds of processor time an inference, the best of several turns. Ours keeps rule,"
        " bindings, grounds and claim; CLIPS calls a function at each firing, with rule and"
        " bindings, or with rule and the numbers of the facts matched, which is the least that"
        " tells one firing from another; clingo tells an observer head and body of each ground"
        " rule. All find as many inferences and conclusions.",
        table(quick),
        "With durable-rules, which takes smaller programs only:",
        table(slow),
        "One what-if on the shipped rule base:",
        table(asked),
    ]
    return "\n\n".join(filter(None, parts)) + "\n", missed


if __name__ == "__main__":
    sys.exit(show(*page(), RESULTS))
