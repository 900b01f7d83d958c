"""Mutants and what became of them: survivors with what would notice them, a table, the score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arguendo.problems import printable
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.reports.coverage import percent

if TYPE_CHECKING:
    from arguendo.rulebase import RuleBase
    from arguendo.testing.mutation import Trial


def mutation_lines(
    rulebase: RuleBase, trials: Sequence[Trial], *, passed: bool = True
) -> Iterator[str]:
    """Tell what survived and how it would be noticed, what is equivalent, and the score.

    `passed` says whether the rule base as it is meets all expectations.
    """
    from arguendo.testing.mutation import Fate, score

    found = score(trials)
    for fate, heading in (
        (Fate.EQUIVALENT, "equivalent: nothing that can be assumed tells it apart (not counted)"),
        (Fate.UNDECIDED, "undecided in time: no expectation notices it, perhaps none can"),
        (Fate.SURVIVED, "survived: no expectation notices it"),
    ):
        chosen = [trial for trial in trials if trial.fate is fate]
        if chosen:
            yield f"{heading}:"
            for trial in chosen:
                yield from (f"  {printable(line)}" for line in _mutant(rulebase, trial))
            yield ""
    yield from _table(trials)
    counts = found.counts
    yield ""
    yield (
        f"{counted(len(trials), 'mutant')}, {counts[Fate.EQUIVALENT]} equivalent; "
        f"{counts[Fate.KILLED]} of {found.counted} noticed: {percent(found.share)}"
    )
    if not passed:
        yield "What fails without a mutant notices none: the score may rise once all pass."


def _mutant(rulebase: RuleBase, trial: Trial) -> Iterator[str]:
    from arguendo.wording.mutants import change, noticed_by

    mutant = trial.mutant
    where = f"{mutant.span.file}:{mutant.span.line}: " if mutant.span else ""
    yield f"{where}{mutant.rule.id}: {change(rulebase, mutant)}"
    if trial.witness:
        for number, line in enumerate(noticed_by(trial.witness)):
            yield f"    {'noticed by' if not number else '':<10}  {line}"


def _table(trials: Sequence[Trial]) -> Iterator[str]:
    """Count by kind of change."""
    from arguendo.testing.mutants import Kind
    from arguendo.testing.mutation import Fate

    fates = (Fate.KILLED, Fate.SURVIVED, Fate.UNDECIDED, Fate.EQUIVALENT)
    wide = max(len(kind.value) for kind in Kind)
    yield f"{'change':<{wide}}  {'  '.join(fate.value for fate in fates)}"
    for kind in Kind:
        own = [trial.fate for trial in trials if trial.mutant.kind is kind]
        if own:
            cells = (f"{own.count(fate):>{len(fate.value)}}" for fate in fates)
            yield f"{kind.value:<{wide}}  {'  '.join(cells)}"
