"""The state of a conversation between two turns, and what a turn replies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from arguendo.case import Case
from arguendo.explanation.consultation import Consultation
from arguendo.explanation.why import Proof
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.page import Page

MEANT, MEANT_OF_SEVERAL = 0.3, 0.7
"""How sure a what-if that nobody affirmed must be to be gone on with, and one of several."""


@dataclass(frozen=True)
class Turn:
    """A question put and the answer given, for follow-ups to refer to."""

    question: str
    answer: Answer


@dataclass(frozen=True)
class State:
    """What a conversation remembers."""

    case: Case
    """The case with the assumptions made for the whole conversation."""
    supposed: Case | None = None
    """The case of the what-if that is being followed up, while it lasts."""
    turns: tuple[Turn, ...] = ()
    proof: Proof | None = None
    """The explanation last shown, for `why 3`."""
    consultation: Consultation | None = None
    """The consultation that is running, or has just ended."""
    choices: tuple[Query, ...] = ()
    """The readings last offered ("did you mean"), to be picked by number."""
    offered: Case | None = None
    """The case on which the readings were told in short, as what is picked is in full."""

    @property
    def current(self) -> Case:
        """The case that a follow-up is about."""
        return self.supposed or self.case

    @property
    def offering(self) -> State:
        """What a turn stands on that takes back a what-if that was asked back about.

        What is to be assumed from then on is not taken up so: that waits for a yes.
        """
        last = self.turns[-1].answer if self.turns and self.choices else None
        if last is None or not last.query.assume or last.query.intent is not Intent.WHAT_IF:
            return self
        supposed = last.case.assumptions != self.current.assumptions
        return replace(self, supposed=last.case) if supposed else self

    @property
    def footing(self) -> State:
        """What a turn stands on that goes on with such a what-if, where that is likely enough."""
        offering = self.offering
        if offering is self:
            return self
        asked = self.turns[-1].answer.query
        plain = all(each.assume == asked.assume for each in self.choices)
        least = MEANT if plain else MEANT_OF_SEVERAL
        return self if asked.confidence < least else offering

    def with_case(self, case: Case) -> State:
        """Go on from another case: a toggle, a scenario, an undo. A what-if ends."""
        running = self.consultation and self.consultation.on(case)
        return replace(self, case=case, supposed=None, consultation=running, offered=None)

    def on(self, day: str | None) -> State:
        """Go on with what was known on a day; a what-if does as well."""
        supposed = self.supposed and self.supposed.on(day)
        return replace(self.with_case(self.case.on(day)), supposed=supposed)

    def before_step(self, query: Query) -> State:
        """Return the state in which a step is taken by hand: another scenario ends a what-if."""
        return self.with_case(self.case) if query.scenarios else self


@dataclass(frozen=True)
class Reply:
    """What a turn replies."""

    question: str
    answer: Answer
    page: Page
    """The answer in words."""
    suggestions: tuple[str, ...] = ()
    """Questions that one would ask next."""
    asked: Query | None = None
    """The query as it was put; the answer's may be filled in."""

    @cached_property
    def detail(self) -> Page:
        """The reasoning behind the answer in full, to be unfolded; put in words when it is."""
        from arguendo.wording.answers import detail

        return detail(self.answer).beyond(self.page)
