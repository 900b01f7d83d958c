"""What is found in a draft: the problems of the rule base, or what it would conclude otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from arguendo.case import Case
from arguendo.explanation.editions import revised
from arguendo.problems import Problem, Severity
from arguendo.wording.grammar import capital
from arguendo.wording.teller import Teller
from arguendo_tui.restaging import restaged


@dataclass(frozen=True)
class Shift:
    """A statement that stands otherwise, in words."""

    says: str
    before: str
    after: str


@dataclass(frozen=True)
class Findings:
    """What is found in the files as they would be with a draft."""

    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """File name to content, for excerpts."""
    shifts: tuple[Shift, ...] = ()
    lost: tuple[str, ...] = ()
    """What is assumed now and could not be any more."""
    matcher: str = ""
    """What matched the rules of the draft; empty where none did."""
    compared: bool = True
    """Whether there is a case in force to compare with."""

    @property
    def errors(self) -> int:
        """How many problems keep the rule base from being used."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def look_over(stage: Case | None, folder: Path | None, drafts: Mapping[str, str]) -> Findings:
    """Read a rule base with drafts in place of files, and compare it with the one in force.

    `stage` is the case that is talked about, if there is one; only what it assumes is looked at, so
    that it may be in use elsewhere meanwhile.
    """
    # Nobody waits at the start for what only a draft needs.
    from arguendo.review.examination import examine

    report = examine(folder, drafts)
    rulebase, problems, texts = report.rulebase, report.problems, report.texts
    if rulebase is None:
        return Findings(problems, texts, compared=stage is not None)
    if stage is None:
        return Findings(problems, texts, compared=False)
    before = restaged(stage, Case.of(stage.rulebase, editing=True)).case
    after = restaged(stage, Case.of(rulebase, editing=True))
    matcher = after.case.grounding.matcher_name
    return Findings(problems, texts, shifts(before, after.case), after.lost, matcher)


def shifts(before: Case, after: Case) -> tuple[Shift, ...]:
    """Tell what stands otherwise on the same stage with another edition of the rule base.

    What only one of the two assumes is left out: that is lost, and told as such.
    """
    was, now = Teller(before), Teller(after)
    return tuple(
        Shift(
            capital(
                (now if after.rulebase.vocabulary.fits(c.statement) else was).says(c.statement)
            ),
            was.short(c.before),
            now.short(c.after),
        )
        for c in revised(before, after)
        if (c.statement in before.assumptions) is (c.statement in after.assumptions)
    )
