"""One case as a briefing: what is concluded, what it rests on, and what would change it.

Its parts are answers to typed queries about one conclusion, and how that stands in each scenario.
What a briefing owes its reader follows Intelligence Community Directive 203 (2015): sources, words
of likelihood, assumptions told apart from judgements, alternatives, and what would change it.
"""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.questions import influences
from arguendo.explanation.requirements import Also
from arguendo.explanation.why import Proof, why
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.scenarios import Scenario
from arguendo.statements import Statement
from arguendo.valuation import Standing


@dataclass(frozen=True)
class Judgement:
    """A conclusion that holds, and its best argument."""

    statement: Statement
    standing: Standing
    proof: Proof | None


@dataclass(frozen=True)
class Otherwise:
    """How the conclusion stands in another scenario."""

    scenario: Scenario
    standing: Standing


@dataclass(frozen=True)
class Briefing:
    """All that a report on one conclusion tells."""

    case: Case
    goal: Statement
    conclusion: Answer
    """How it stands, and why or why not."""
    judgements: tuple[Judgement, ...]
    """All conclusions that hold: what the argument uses first, then what bears on the goal."""
    weights: Answer
    """What it hangs on."""
    turning: Answer
    """What would make it fall, or where it does not hold, come about."""
    otherwise: tuple[Otherwise, ...]
    sources: tuple[str, ...]
    """Paragraphs that anything in it rests on."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be proven anew."""
        return (self.conclusion, self.weights, self.turning)


class NothingToReport(Exception):
    """The rule base concludes nothing that a report could be about."""


def brief(case: Case, goal: Statement | None = None) -> Briefing:
    """Make the briefing on a statement, default: the main conclusion. Raises `NothingToReport`."""
    chosen = goal or main_conclusion(case)
    if chosen is None:
        raise NothingToReport
    falls = case.holds(chosen)
    turning = Query(
        Intent.WHAT_WOULD_IT_TAKE,
        chosen,
        fall=falls,
        also=frozenset({Also.FACTS}) if falls else frozenset(),
    )
    conclusion = answer(case, Query(Intent.ASK, chosen))
    judgements = tuple(_judgements(case, conclusion))
    return Briefing(
        case,
        chosen,
        conclusion,
        judgements,
        answer(case, Query(Intent.LINCHPINS, chosen)),
        answer(case, turning),
        tuple(
            Otherwise(each, case.choose(each.id).standing(chosen))
            for each in case.rulebase.scenarios
            if each.id != case.scenario
        ),
        _cited(conclusion, judgements),
    )


def _judgements(case: Case, conclusion: Answer) -> list[Judgement]:
    listed = answer(case, Query(Intent.LIST, listing=Listing.CONCLUSIONS)).about
    proof, goal = conclusion.proof, conclusion.query.statement
    used = {step.claim for step in proof.steps} if proof else set()
    bearing = influences(case, goal) if goal else frozenset()
    number = case.graph.add
    ordered = sorted(listed, key=lambda each: (each not in used, number(each) not in bearing))
    return [
        Judgement(each, case.standing(each), why(case, each)) for each in ordered if each != goal
    ]


def _cited(conclusion: Answer, judgements: tuple[Judgement, ...]) -> tuple[str, ...]:
    marks = dict.fromkeys(conclusion.sources)
    for judgement in judgements:
        for step in judgement.proof.steps if judgement.proof else ():
            marks |= dict.fromkeys(step.source)
    return tuple(marks)
