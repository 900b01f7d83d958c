"""What-ifs a second: a sweep beside one valuation after the other, and beside other engines.

    python benchmarks/what_ifs.py [--write]

Asks the same what-ifs of all on layered rule bases of 80 rules and 16 assumables, with four levels
of the scale; compares all answers; prints tables; `--write` also puts them into
`benchmarks/results/what_ifs.md`. Peers that are not installed (see `benchmarks/requirements.txt`)
are left out, and the tables say so. Exits with status 1 when a target is missed or answers differ.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

import _bare
import _what_if_peers as peers
from _findings import Finding, Part
from _layered import LAYERS, layered
from _pages import edition, machine, show, table
from _profile import shares

from arguendo.case import Case
from arguendo.statements import Statement
from arguendo.sweeps.outline import Outline, Wanted
from arguendo.sweeps.running import Engine, Job, job_for, stretches, value
from arguendo.sweeps.sources import Combinations
from arguendo.sweeps.survey import Means, combinations
from arguendo.valuation import Valuation

RESULTS = Path(__file__).parent / "results" / "what_ifs.md"
ASKED, FEW = 100, 20
"""What-ifs put to those that take one at a time, and to the slow among them."""
SLOW = ("experta", "durable-rules")
ROUNDS = 7
SWEEP, SWEEP_ALL = "sweep, numpy", "sweep, numpy, all 40"
COMPILED, COMPILED_ALL = "sweep, numba", "sweep, numba, all 40"
SINGLE, CLIPS, CLIPS_FAST = "one valuation", "CLIPS", "CLIPS, least"
NUMPY_NS, NUMBA_NS, SINGLE_US = 2.0, 0.5, 15.0
SWEEP_TO_CLIPS, SINGLE_TO_CLIPS = 50_000, 20
PACKAGES = {
    COMPILED: "numba",
    COMPILED_ALL: "numba",
    CLIPS: "clipspy",
    CLIPS_FAST: "clipspy",
    "clingo": "clingo",
    "zen-engine": "zen-engine",
    "experta": "experta",
    "durable-rules": "durable_rules",
}
ASKERS: Mapping[str, Callable[[Case], peers.Ask]] = {
    CLIPS: peers.clips,
    CLIPS_FAST: peers.clips_fast,
    "clingo": peers.clingo,
    "zen-engine": peers.zen,
    "experta": peers.experta,
    "durable-rules": peers.durable,
}
Asked: TypeAlias = list[tuple[int, ...]]
Seconds: TypeAlias = dict[str, float]


def measured(case: Case, *, rebuttals: bool) -> Seconds:
    """Return the seconds that one what-if takes each of all, answers compared."""
    dice = random.Random(1)
    assumable = [case.graph.add(each.statement) for each in case.rulebase.questions]
    asked = [tuple(n for n in assumable if dice.random() < 0.5) for _ in range(ASKED)]
    found = _singly(case, asked, rebuttals)
    ways = ((SWEEP, SWEEP_ALL, Engine.NUMPY), (COMPILED, COMPILED_ALL, Engine.NUMBA))
    concluded = tuple(each for each in case.graph.statements if each.predicate[0] == "s")
    for name, of_all, engine in ways:
        if edition(PACKAGES.get(name, "")):
            _compare(case, engine, asked)
            found[name] = _swept(case, engine, conclusions(case))
            found[of_all] = _swept(case, engine, concluded)
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _singly(case: Case, asked: Asked, rebuttals: bool) -> Seconds:
    """Put what-ifs one by one."""
    graph, top = case.graph, case.rulebase.scale.top

    def ours(assumed: tuple[int, ...]) -> Valuation:
        return Valuation(graph, dict.fromkeys(assumed, top), {})

    expected = [{n for n, d in enumerate(ours(each).degrees) if d} for each in asked]
    found = {SINGLE: _best(lambda: ours, asked, 3 * ROUNDS)}
    for name, make in ASKERS.items():
        if not edition(PACKAGES[name]) or (rebuttals and name == "durable-rules"):
            continue
        ask = make(case)
        few = asked[: FEW if name in SLOW else ASKED]
        if any(ask(each) != held for each, held in zip(few, expected, strict=False)):
            raise SystemExit(f"{name} comes to something else")
        found[name] = _best(partial(make, case), few, 2 if name in SLOW else ROUNDS)
    return found


def _best(
    make: Callable[[], Callable[[tuple[int, ...]], object]], asked: Asked, rounds: int
) -> float:
    """Return the seconds of one what-if: a mean over all, the best of some rounds.

    Each round begins anew, since CLIPS asked from Python gets slower with every reset.
    """
    taken = []
    for _ in range(rounds):
        ask = make()
        start = time.process_time()
        for each in asked:
            ask(each)
        taken.append((time.process_time() - start) / len(asked))
    return min(taken)


def _swept(case: Case, engine: Engine, show: tuple[Statement, ...]) -> float:
    """Sweep all combinations of the assumables; return the seconds of one of them."""
    over = tuple(each.statement for each in case.rulebase.questions)
    source = Combinations(len(over))
    outline = Outline(case, Wanted(over, show))
    job = job_for(outline.program, source, engine)
    return _best_stretch(job, source) / source.size


def _best_stretch(job: Job, source: Combinations) -> float:
    taken = []
    for _ in range(20 * ROUNDS):
        start = time.process_time()
        for part in stretches(source):
            value(job, part)
        taken.append(time.process_time() - start)
    return min(taken)


def _compare(case: Case, engine: Engine, asked: Asked) -> None:
    """Hold every degree in the what-ifs against one valuation of each."""
    graph, top = case.graph, case.rulebase.scale.top
    over = tuple(each.statement for each in case.rulebase.questions)
    source = Combinations(len(over))
    outline = Outline(case, Wanted(over, tuple(graph.statements), keep=True))
    job = job_for(outline.program, source, engine)
    kept = [value(job, part).kept for part in stretches(source, short=True)]
    place = {graph.add(each): i for i, each in enumerate(over)}
    for assumed in asked:
        number = sum(1 << place[each] for each in assumed)
        part, bit = divmod(number, kept[0].shape[1] * 64)
        bits = [int(row[bit // 64]) >> bit % 64 & 1 for row in kept[part][1:]]
        degrees = [sum(bits[i : i + top]) for i in range(0, len(bits), top + 2)]
        if degrees != Valuation(graph, dict.fromkeys(assumed, top), {}).degrees:
            raise SystemExit(f"{engine} comes to something else")


def conclusions(case: Case) -> tuple[Statement, ...]:
    """Return the statements of the uppermost layer."""
    return tuple(
        each for each in case.graph.statements if each.predicate.startswith(f"s{LAYERS - 1}_")
    )


def rows(found: Mapping[str, Mapping[str, float]]) -> Iterator[list[str]]:
    """Go through the rows of the table of what-ifs."""
    yield ["", *(title for base in found for title in (f"{base}: ns a what-if", "times CLIPS"))]
    for name in dict.fromkeys(name for seconds in found.values() for name in seconds):
        cells = []
        for seconds in found.values():
            taken, clips = seconds.get(name), seconds.get(CLIPS)
            cells.append("–" if taken is None else _number(taken * 1e9))
            cells.append("–" if taken is None or clips is None else _number(clips / taken))
        yield [name, *cells]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def large() -> Iterator[list[str]]:
    """Go through the rows of the table of 10⁹ scenarios."""
    case = Case.of(layered(30, rebuttals=True))
    over = tuple(each.statement for each in case.rulebase.questions)
    wanted = Wanted(over, conclusions(case))
    yield [
        *("all combinations of 30 assumables", "scenarios", "s by the clock", "s of processor"),
        *("ns a what-if", "more memory, MB"),
    ]
    for name, engine in ((SWEEP, Engine.NUMPY), (COMPILED, Engine.NUMBA)):
        if not edition(PACKAGES.get(name, "")):
            continue
        combinations(case, Wanted(over[:16], wanted.show), Means(engine=engine))
        before, start, begun = _memory(), time.perf_counter(), time.process_time()
        found = combinations(case, wanted, Means(engine=engine)).findings
        taken, worked = time.perf_counter() - start, time.process_time() - begun
        more = f"{_memory() - before:.1f}"
        count = found.scenarios
        each = f"{worked / count * 1e9:.2f}"
        yield [name, f"{count:,}", f"{taken:.2f}", f"{worked:.2f}", each, more]


def _memory() -> float:
    """Return the most memory that this process has had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    case, plain = (Case.of(layered(16, rebuttals=each)) for each in (True, False))
    found = measured(case, rebuttals=True)
    findings = [
        *(_of_sweep(case, found, name, engine) for name, engine in _sweeps(found)),
        _of_single("one what-if", case, found),
    ]
    if not quick:
        without = measured(plain, rebuttals=False)
        findings.append(_of_single("one what-if, no rebuttals", plain, without))
    engines = ", ".join([SINGLE, *(name for name in ASKERS if edition(PACKAGES[name]))])
    agreed = f"all that holds in {ASKED} what-ifs (fewer of the slow): {engines}; degrees: sweeps"
    return Part(tuple(findings), agreed)


def _sweeps(found: Seconds) -> Iterator[tuple[str, Engine]]:
    ways = ((SWEEP, Engine.NUMPY), (COMPILED, Engine.NUMBA))
    return ((name, engine) for name, engine in ways if name in found)


def _of_sweep(case: Case, found: Seconds, name: str, engine: Engine) -> Finding:
    over = tuple(each.statement for each in case.rulebase.questions)
    program = Outline(case, Wanted(over, conclusions(case))).program
    source = Combinations(len(over))
    job = job_for(program, source, engine)
    moved = 1.5 * program.operations * _bare.copying(job.words) / (job.words * 64)

    def sweep() -> None:
        for _ in range(2_000):
            for part in stretches(source):
                value(job, part)

    return Finding(
        work=f"a what-if of a {name.replace(', ', ' with ')}",
        unit="ns",
        ours=found[name] * 1e9,
        others={each: found[each] * 1e9 for each in ASKERS if each in found},
        most=NUMPY_NS if engine is Engine.NUMPY else NUMBA_NS,
        times={CLIPS: SWEEP_TO_CLIPS},
        bare=moved * 1e9,
        bare_is=f"moving the three words of each of {program.operations} operations on 64 what-ifs,"
        " as fast as numpy copies a row in the cache",
        where=shares(sweep, 3),
    )


def _of_single(work: str, case: Case, found: Seconds) -> Finding:
    graph, top = case.graph, case.rulebase.scale.top
    asked = [graph.add(each.statement) for each in case.rulebase.questions][::2]
    steps = [(step.claim, step.grounds) for layer in graph.flow() for step in layer.steps or ()]
    given = dict.fromkeys(asked, top)
    return Finding(
        work=work,
        unit="µs",
        ours=found[SINGLE] * 1e6,
        others={each: found[each] * 1e6 for each in ASKERS if each in found},
        most=SINGLE_US,
        times={CLIPS: SINGLE_TO_CLIPS},
        bare=_bare.touching(steps, len(graph.statements)) * 1e6,
        bare_is="a loop of Python that reads each ground of the inferences and writes each claim,"
        " and compares nothing",
        where=shares(lambda: [Valuation(graph, given, {}) for _ in range(3_000)]),
    )


def page() -> tuple[str, list[str]]:
    """Return the tables as text, and the targets that were missed."""
    found = {
        title: measured(Case.of(layered(16, rebuttals=each)), rebuttals=each)
        for title, each in (("with rebuttals", True), ("without", False))
    }
    absent = sorted({each for each in PACKAGES.values() if not edition(each)})
    parts = [
        "# What-ifs",
        machine(dict.fromkeys(["numpy", *PACKAGES.values()])),
        f"Not installed, so left out: {', '.join(absent)}." if absent else "",
        "A layered rule base of 80 rules and 16 assumables, four levels of the scale. Processor"
        " time, the best of several turns. The sweep values all 65,536 combinations and counts the"
        " degrees of the eight conclusions on the uppermost layer, or of all 40 on all layers; its"
        " program is compiled before."
        f" The others are asked {ASKED} of these combinations (experta and durable-rules fewer),"
        " one at a time. A valuation gives degrees, the others yes or no. CLIPS: reset, assert,"
        " run, read the facts, once as its Python package offers it, once in the ways that cost it"
        " least (facts through their template, what holds gathered by a query of its own);"
        " clingo: externals; zen-engine: expressions in order; durable-rules"
        " has no strata, so it cannot be asked where rules have rebuttals. All come to the same.",
        table([*rows(found)]),
        "A sweep from the case to its counts, compiling included:",
        table([*large()]),
    ]
    return "\n\n".join(filter(None, parts)) + "\n", [*_missed(found["with rebuttals"])]


def _missed(found: Seconds) -> Iterator[str]:
    swept, single, clips = found[SWEEP], found[SINGLE], found.get(CLIPS)
    if swept * 1e9 > NUMPY_NS:
        yield f"sweep: {swept * 1e9:.2f} ns"
    if single * 1e6 > SINGLE_US:
        yield f"one valuation: {single * 1e6:.1f} µs"
    if clips is not None and clips / swept < SWEEP_TO_CLIPS:
        yield f"sweep: {clips / swept:,.0f} times as fast as CLIPS"
    if clips is not None and clips / single < SINGLE_TO_CLIPS:
        yield f"one valuation: {clips / single:.1f} times as fast as CLIPS"


if __name__ == "__main__":
    sys.exit(show(*page(), RESULTS))
