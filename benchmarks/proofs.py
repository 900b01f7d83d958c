"""Proofs a second: the best argument for a statement out of all that was recorded.

    python benchmarks/proofs.py

Proves statements of the shipped rule base and of programs with many inferences. None of the peers
keeps proofs; where CLIPS is installed, every step of every proof must be among the firings that it
tells of. Prints a table; exits with status 1 when a step is not.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence

import _bare
from _findings import Finding, Part, number
from _pages import edition, table
from _peers import clips_kept
from _profile import shares
from _programs import Program, large

from arguendo.case import Case
from arguendo.explanation.why import Proof, why
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.statements import Statement

GOALS = 60
CHOSEN = ("paths, chain of 100", "paths, 500 nodes, 600 random edges", "same generation, tree of")


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    shipped = Case.open()
    graph, degrees = shipped.graph, shipped.valuation.degrees
    held = [s for s, degree in zip(graph.statements, degrees, strict=False) if degree]
    findings = [_finding("the shipped rule base", shipped, held)[0]]
    steps = 0
    for program in [each for each in large() if each.name.startswith(CHOSEN)][
        : 1 if quick else None
    ]:
        case = Case(Grounding(program.rulebase, NativeMatcher(program.rulebase)))
        found, proofs = _finding(program.name, case, _goals(case))
        findings.append(found)
        if edition("clipspy"):
            steps += _compare(program, proofs)
    agreed = f"{steps:,} steps of proofs, each a firing that CLIPS tells of"
    return Part(tuple(findings), agreed if steps else "nothing: CLIPS is not installed")


def _goals(case: Case) -> list[Statement]:
    dice = random.Random(3)
    concluded = [n for n, some in enumerate(case.graph.concluding) if some]
    return [case.graph.statements[n] for n in dice.sample(concluded, GOALS)]


def _finding(name: str, case: Case, goals: Sequence[Statement]) -> tuple[Finding, list[Proof]]:
    graph = case.graph
    proofs = [proof for goal in goals if (proof := why(case, goal)) is not None]
    taken = _bare.seconds(lambda: [why(case, goal) for goal in goals], 3) / len(goals)
    grounds_of: dict[int, tuple[int, ...]] = {}
    for each in graph.inferences:
        grounds_of.setdefault(each.claim, each.grounds)
    numbers = [graph.add(goal) for goal in goals]
    length = sum(proof.main for proof in proofs) / len(proofs)
    found = Finding(
        work=f"a proof of {number(length)} steps: {name}",
        unit="µs",
        ours=taken * 1e6,
        bare=_bare.walking(grounds_of, numbers) * 1e6 / len(goals),
        bare_is="a loop of Python that goes by a stack through one argument, whichever was"
        " recorded first, and writes nothing",
        where=shares(lambda: [why(case, goal) for goal in goals]),
    )
    return found, proofs


def _compare(program: Program, proofs: Sequence[Proof]) -> int:
    """Look every step up in what CLIPS tells; return how many there are."""
    _, record = clips_kept(program)
    told = {(int(rule), *map(str, terms)) for rule, *terms in record}
    places = {rule.id: place for place, rule in enumerate(program.rules)}
    count = 0
    for proof in proofs:
        for step in proof.steps:
            if step.rule is not None:
                (branch,) = step.rule.branches
                names = dict.fromkeys(name for each in branch.grounds for name in each.variables)
                bound = dict(step.bindings)
                if (places[step.rule.id], *(bound[name] for name in names)) not in told:
                    raise SystemExit(f"CLIPS has not fired for {step}")
                count += 1
    return count


def rows(found: Part) -> Iterator[list[str]]:
    """Go through the rows of the table."""
    yield ["", "µs", "proofs a second", "µs of a bare walk", "where the time goes"]
    for each in found.findings:
        bare = number(each.bare or 0)
        yield [each.work, number(each.ours), number(1e6 / each.ours), bare, each.where]


def main() -> int:
    """Measure and print."""
    found = part(False)
    print(table([*rows(found)]))
    print(found.agreed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
