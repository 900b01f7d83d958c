"""A consultation: the open questions that bear on a goal, asked one by one, the weightiest first.

The order is that of the expected change of the share of combinations in which the goal holds; the
chain from a question to the goal is what EMYCIN answers to *why* (van Melle, 1980).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property
from itertools import count

from arguendo.case import Case
from arguendo.explanation.questions import MOST_QUESTIONS, open_questions, sweep
from arguendo.graph import Graph, Inference
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Statement

_CONTRARY = 100
"""How many steps a link between contraries counts as, so that rules are told where they can be."""


class Word(Enum):
    """What one says to a question."""

    YES = "yes"
    NO = "no"
    """It is not so, whatever facts and rules say."""
    UNKNOWN = "unknown"
    """It is left open, and not asked again."""
    WHY = "why"
    """Tell why it is asked; each time one step nearer to the goal."""
    BACK = "back"
    """Take the last answer back."""
    STOP = "stop"
    GO_ON = "continue"


class Part(Enum):
    """What a statement is to the one that a link leads to."""

    GROUND = "ground"
    REBUTTAL = "rebuttal"
    OVERRIDE = "override"
    """It bears on a rule that takes precedence over the link's."""
    CONTRARY = "contrary"


@dataclass(frozen=True)
class Link:
    """One step of the chain from a question up to the goal."""

    statement: Statement
    part: Part
    claim: Statement
    rule: Rule | None
    """The rule that could conclude the claim; None between contraries."""


@dataclass(frozen=True)
class Asked:
    """A question that could matter."""

    statement: Statement
    change: Fraction
    """The expected change of the share of combinations in which the goal holds uncontested."""
    change_degree: Fraction
    """The expected change of the goal's mean degree over the combinations."""


@dataclass(frozen=True)
class Consultation:
    """A goal, and what was answered so far; it never changes, each reply gives a new one."""

    case: Case
    """The case in which it began."""
    goal: Statement
    answers: tuple[tuple[Statement, Word], ...] = ()
    told: int = 0
    """How many links of the chain were told for the question at hand, and one more at the end."""
    stopped: bool = False

    @cached_property
    def staged(self) -> Case:
        """The case with the answers: *yes* assumed, *no* assumed to be false."""
        degrees = {Word.YES: self.case.rulebase.scale.top, Word.NO: NONE}
        made = {each: degrees[word] for each, word in self.answers if word in degrees}
        return self.case.assume_all(made) if made else self.case

    @property
    def is_over(self) -> bool:
        """Whether it was stopped, or nothing that remains can matter."""
        return self.stopped or self.next() is None

    def next(self) -> Asked | None:
        """Return the question that bears most on the goal; None when none can matter."""
        return self.remaining[0] if self.remaining else None

    @property
    def remaining(self) -> tuple[Asked, ...]:
        """The questions that could still matter, in the order of how much they bear on the goal.

        A question matters when in some combination of answers to the others the goal stands
        otherwise with one answer than with another. Of more questions than can be combined all at
        once, those nearest to the goal are weighed first, the others left as they are.
        """
        return self._weighed.asked if self._weighed else ()

    @property
    def chain(self) -> tuple[Link, ...]:
        """The links from the question at hand up to the goal, each claim one that it can change."""
        asked = self.next()
        if asked is None or self._weighed is None:
            return ()
        return self._weighed.chain(asked.statement)

    def reply(self, word: Word) -> Consultation:
        """Take what is said to the question at hand; an answer when it is over changes nothing."""
        if word is Word.WHY:
            return replace(self, told=min(self.told + 1, len(self.chain) + 1))
        if word is Word.BACK and not self.stopped:
            return replace(self, answers=self.answers[:-1], told=0)
        if word in (Word.BACK, Word.GO_ON):
            return replace(self, told=0, stopped=False)
        if word is Word.STOP:
            return replace(self, told=0, stopped=True)
        asked = None if self.stopped else self.next()
        if asked is None:
            return self
        return replace(self, answers=(*self.answers, (asked.statement, word)), told=0)

    def on(self, case: Case) -> Consultation:
        """Go on with the same answers in another case."""
        return self if case is self.case else replace(self, case=case)

    @cached_property
    def _weighed(self) -> _Weighed | None:
        """The nearest questions that can be weighed together and of which one matters."""
        for window in _windows(self.staged, self._open):
            weighed = _Weighed(self.staged, self.goal, window)
            if weighed.asked:
                return weighed
        return None

    @property
    def _open(self) -> list[Statement]:
        """The questions that may be asked: not answered, and contrary to nothing assumed."""
        answered = {statement for statement, _ in self.answers}
        case = self.staged
        return [
            each
            for each in open_questions(case, self.goal)
            if each != self.goal
            and each not in answered
            and not any(case.assumptions.get(other, NONE) for other in case.contraries(each))
        ]


def _windows(case: Case, questions: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Cut questions, nearest first, into lots that can be combined all at once."""
    window: list[Statement] = []
    bits = 0
    for each in questions:
        needed = 2 if _can_be_denied(case, each) else 1
        if bits + needed > MOST_QUESTIONS:
            yield window
            window, bits = [], 0
        window.append(each)
        bits += needed
    if window:
        yield window


def _can_be_denied(case: Case, question: Statement) -> bool:
    """Tell whether *no* comes to more than leaving a question alone: something may support it."""
    return question in case.facts or bool(case.graph.concluding[case.graph.add(question)])


class _Weighed:
    """Some questions and all combinations of answers to them."""

    def __init__(self, case: Case, goal: Statement, questions: Sequence[Statement]) -> None:
        self._graph = case.graph
        self._goal = case.graph.add(goal)
        self._top = case.rulebase.scale.top
        denied = [each for each in questions if _can_be_denied(case, each)]
        self._swept = sweep(case, questions, denied=denied)
        self._decided = self._all_decided()
        found = [self._weigh(each) for each in questions if self._matters(each)]
        self.asked = tuple(sorted(found, key=lambda a: (-a.change, -a.change_degree)))

    def chain(self, question: Statement) -> tuple[Link, ...]:
        """Return the shortest way from a question to the goal over what it can change."""
        number = self._graph.add(question)
        pairs = self._pairs(number)
        above: dict[int, Link] = {}
        came = count()
        heap: list[tuple[int, int, int, Link | None]] = [(0, next(came), self._goal, None)]
        settled: set[int] = set()
        while heap and number not in settled:
            distance, _, below, link = heapq.heappop(heap)
            if below in settled:
                continue
            settled.add(below)
            if link is not None:
                above[below] = link
            for other, further in _links(self._graph, below):
                if other not in settled and (other == number or self._changes(other, pairs)):
                    cost = _CONTRARY if further.part is Part.CONTRARY else 1
                    heapq.heappush(heap, (distance + cost, next(came), other, further))
        return tuple(_upwards(self._graph, above, number))

    def _weigh(self, question: Statement) -> Asked:
        swept, every = self._swept, self._decided
        yes = every & swept.chosen[self._graph.add(question)]
        answers = (yes, every & ~yes)
        levels = [swept.uncontested(self._goal, degree) for degree in range(1, self._top + 1)]
        return Asked(
            question,
            _expected(levels[:1], every, answers),
            _expected(levels, every, answers),
        )

    def _all_decided(self) -> int:
        """Return the combinations in which every question is answered with yes or no."""
        every = self._swept.admitted
        for number, combinations in self._swept.denied.items():
            every &= self._swept.chosen[number] | combinations
        return every

    def _matters(self, question: Statement) -> bool:
        return self._changes(self._goal, self._pairs(self._graph.add(question)), standing=True)

    def _pairs(self, question: int) -> list[tuple[int, int]]:
        """Return (run, combinations): those where a question is left alone and may be answered.

        The combination in which it is answered, and nothing else differs, is `run` bits further.
        """
        swept = self._swept
        alone = swept.admitted & ~swept.chosen[question] & ~swept.denied.get(question, NONE)
        bits = [swept.free.index(question)]
        if question in swept.denied:
            bits.append(len(swept.free) + list(swept.denied).index(question))
        return [(1 << bit, alone & (swept.admitted >> (1 << bit))) for bit in bits]

    def _changes(
        self, number: int, pairs: Sequence[tuple[int, int]], *, standing: bool = False
    ) -> bool:
        """Tell whether an answer changes a statement's degree, or its `standing`, anywhere."""
        levels = [self._swept.at_least(number, degree) for degree in range(1, self._top + 1)]
        if standing:
            opposed = NONE
            for other in self._graph.contraries[number]:
                opposed |= self._swept.at_least(other)
            levels.append(opposed)
        return any((level ^ (level >> run)) & where for run, where in pairs for level in levels)


def _expected(levels: Sequence[int], every: int, answers: Sequence[int]) -> Fraction:
    """Return by how much an answer is expected to change the mean over the combinations."""
    before, of = _mean(levels, every), every.bit_count()
    changes = (
        Fraction(each.bit_count(), of) * abs(_mean(levels, each) - before)
        for each in answers
        if each
    )
    return sum(changes, Fraction(0))


def _mean(levels: Sequence[int], among: int) -> Fraction:
    """Return the mean number of levels that are reached in some combinations."""
    return Fraction(sum((level & among).bit_count() for level in levels), among.bit_count())


def _links(graph: Graph, claim: int) -> Iterator[tuple[int, Link]]:
    """Go through what a statement rests on directly, with how."""
    statements = graph.statements

    def link(number: int, part: Part, rule: Rule | None = None) -> tuple[int, Link]:
        return number, Link(statements[number], part, statements[claim], rule)

    for each in graph.concluding[claim]:
        inference = graph.inferences[each]
        for number, part in _premises(graph, inference):
            yield link(number, part, inference.rule)
        for other in graph.overridden_by[each]:
            for number, _ in _premises(graph, graph.inferences[other]):
                yield link(number, Part.OVERRIDE, inference.rule)
    for number in graph.contraries[claim]:
        yield link(number, Part.CONTRARY)


def _premises(graph: Graph, inference: Inference) -> Iterator[tuple[int, Part]]:
    """Go through the grounds of an inference, and what may block it."""
    for ground in inference.grounds:
        yield ground, Part.GROUND
    for blocker in graph.blockers[inference.number]:
        for number, positive in blocker.literals:
            yield number, Part.REBUTTAL if positive else Part.GROUND


def _upwards(graph: Graph, above: dict[int, Link], number: int) -> Iterator[Link]:
    while (link := above.get(number)) is not None:
        yield link
        number = graph.add(link.claim)
