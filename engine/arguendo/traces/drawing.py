"""Which questions are asked in which cases: drawn at random, by a seed, with a balance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import NamedTuple, TypeAlias

from arguendo.graph import Inference
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.traces.space import Field, Space
from arguendo.valuation import Status

Assumptions: TypeAlias = tuple[tuple[Statement, int], ...]
"""Statements with their degrees, 0 for what is not to hold, in the order in which they are made."""

PILOT = 60
"""Cases drawn for each question, to see how its statement can stand."""

TRIES = 40
"""Cases drawn for one that is to come out in a certain way."""

COVERING = 400
"""Cases drawn for one in which a certain rule gives a conclusion its degree."""


class Balance(StrEnum):
    """Over what questions are spread evenly."""

    STATUS = "status"
    DEPTH = "depth"
    RULE = "rule"
    QUESTION = "question"
    NONE = "none"


@dataclass(frozen=True)
class Matter:
    """A question in a case."""

    field: Field
    assumptions: Assumptions


class Style(NamedTuple):
    """How likely things are otherwise in a case than by the bare facts, at most."""

    yes: float
    """How likely an open question is assumed; something that nobody speaks of, a quarter of it."""
    no: float
    """How likely it is assumed not to be so."""
    away: float
    """How likely a fact is supposed away, or assumed less surely than it is reported."""
    supposed: float
    """How likely a conclusion is assumed or supposed away."""
    sure: float
    """How likely an assumption is as sure as a fact."""


STYLES = (
    Style(yes=0.4, no=0.1, away=0.02, supposed=0.03, sure=0.9),
    Style(yes=0.8, no=0.15, away=0.15, supposed=0.1, sure=0.6),
    Style(yes=1.0, no=0.2, away=0.5, supposed=0.25, sure=0.2),
)
"""From plain cases to wild ones, which are drawn more when plain ones bring nothing new."""


class Aim(NamedTuple):
    """What a draw is to bring: a question, and how it is to come out (None: anyhow)."""

    field: Field
    status: Status | None
    style: Style = STYLES[1]


class Draw:
    """Draws questions and cases over one space; the same from the same random numbers."""

    def __init__(self, space: Space, balance: Balance) -> None:
        """Look at some cases of every question first, to see how it can come out."""
        self.space = space
        self._balance = balance
        self.aims: Sequence[Aim] = tuple(
            Aim(field, status, style)
            for field in space.fields
            for status in ((None,) if balance is Balance.NONE else self._statuses(field))
            for style in STYLES
        )
        self.groups: Sequence[Sequence[int]] = self._grouped()
        """The numbers of the aims, in groups between which draws are balanced."""

    def matter(self, aim: Aim, random: Random) -> Matter:
        """Draw a case in which a question comes out as it is to, if that can be had soon."""
        for _ in range(TRIES):
            case = self.space.case.assume_all(dict(self._assumptions(random, aim)))
            if aim.status in (None, case.standing(aim.field.goal).status):
                break
        return Matter(aim.field, tuple(case.assumptions.items()))

    def covering(self, rule: str, random: Random) -> Matter | None:
        """Draw a case in which a rule gives a conclusion its degree; None when there seems none."""
        graph = self.space.case.graph
        inferences = [each for each in graph.inferences if each.rule.id == rule]
        for _ in range(COVERING if inferences else 0):
            inference = random.choice(inferences)
            field = self.space.field[graph.statements[inference.claim]]
            aim = Aim(field, Status.HOLDS, random.choice(STYLES))
            made = dict(self._assumptions(random, aim)) | self._enabling(inference)
            case = self.space.case.assume_all(made)
            best = next(iter(case.valuation.applying(inference.claim)), None)
            if field.goal not in case.assumptions and best and best.rule.id == rule:
                return Matter(field, tuple(case.assumptions.items()))
        return None

    def _enabling(self, inference: Inference) -> dict[Statement, int]:
        """Return what lets an inference apply: its grounds, and nothing that rebuts it."""
        graph, case = self.space.case.graph, self.space.case
        top = self.space.rulebase.scale.top
        grounds = (graph.statements[number] for number in inference.grounds)
        made = {each: top for each in grounds if not case.is_established(each)}
        for blocker in graph.blockers[inference.number]:
            number, positive = blocker.literals[0]
            made[graph.statements[number]] = NONE if positive else top
        return made

    def _statuses(self, field: Field) -> tuple[Status, ...]:
        random = Random(f"pilot {field.goal.key}")
        found: dict[Status, None] = {}
        for wanted in [*Status] * (PILOT // len(Status)):
            aim = Aim(field, wanted, random.choice(STYLES))
            case = self.space.case.assume_all(dict(self._assumptions(random, aim)))
            found[case.standing(field.goal).status] = None
        return tuple(status for status in Status if status in found)

    def _grouped(self) -> Sequence[Sequence[int]]:
        groups: dict[object, list[int]] = {}
        for number, aim in enumerate(self.aims):
            for key in self._keys(aim):
                groups.setdefault(key, []).append(number)
        return tuple(groups.values())

    def _keys(self, aim: Aim) -> Iterator[object]:
        match self._balance:
            case Balance.STATUS:
                yield aim.status
            case Balance.DEPTH:
                yield aim.field.depth
            case Balance.RULE:
                graph = self.space.case.graph
                concluding = graph.concluding[graph.add(aim.field.goal)]
                yield from dict.fromkeys(graph.inferences[n].rule.id for n in concluding)
            case Balance.QUESTION:
                yield aim.field.goal
            case Balance.NONE:
                yield None

    def _assumptions(self, random: Random, aim: Aim) -> Assumptions:
        """Draw assumptions that bear on a question."""
        field, most = aim.field, aim.style
        style = Style(
            most.yes * random.random(),
            most.no * random.random(),
            most.away * random.random(),
            most.supposed * random.random(),
            most.sure,
        )
        made: dict[Statement, int] = {}
        for each in field.open:
            sort = random.random()
            if sort < style.yes + style.no:
                made[each] = self._degree(random, style) if sort < style.yes else NONE
        for each in field.unsaid:
            if random.random() < style.yes / 4:
                made[each] = self._degree(random, style)
        for each in field.facts:
            if random.random() < style.away:
                made[each] = NONE if random.random() < style.sure else self._degree(random, style)
        for each in field.derived:
            if random.random() < style.supposed:
                made[each] = NONE if random.random() < 0.5 else self._degree(random, style)
        if random.random() < _OPPOSED[aim.status]:
            made[random.choice((field.goal, *field.rivals))] = self._degree(random, style)
        items = list(made.items())
        random.shuffle(items)
        return tuple(items)

    def _degree(self, random: Random, style: Style) -> int:
        """Draw the degree of something assumed."""
        top = self.space.rulebase.scale.top
        return top if random.random() < style.sure else random.randint(1, top)


_OPPOSED: Mapping[Status | None, float] = {
    None: 0.1,
    Status.HOLDS: 0.05,
    Status.NOT_ESTABLISHED: 0.0,
    Status.DOES_NOT_HOLD: 0.3,
    Status.CONTESTED: 0.6,
}
"""How likely the statement asked about, or a contrary of it, is assumed, by what is wanted."""
