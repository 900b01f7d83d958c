"""The state of a conversation between two turns, and what a turn replies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from arguendo.case import Case
from arguendo.explanation.consultation import Consultation
from arguendo.explanation.why import Proof
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.page import Page

_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)


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

    @property
    def current(self) -> Case:
        """The case that a follow-up is about."""
        return self.supposed or self.case

    @property
    def footing(self) -> State:
        """What a turn stands on that goes on with what was asked back about, and takes that up."""
        last = self.turns[-1].answer if self.turns and self.choices else None
        if last is None or not last.query.assume or last.query.intent not in _SUPPOSING:
            return self
        case = assuming(self.current, last.query) if last.query.is_pending else last.case
        supposed = case.assumptions != self.current.assumptions
        return replace(self, supposed=case) if supposed else self

    def with_case(self, case: Case) -> State:
        """Go on from another case: a toggle, a scenario, an undo. A what-if ends."""
        running = self.consultation and self.consultation.on(case)
        return replace(self, case=case, supposed=None, consultation=running)

    def before_step(self, query: Query) -> State:
        """Return the state in which a step is taken by hand: one forwards ends a what-if.

        One back is taken where one is, since it may be about just what is supposed.
        """
        takes = query.intent is Intent.RETRACT and not query.assume
        only = self.supposed is not None and query.statement not in self.case.assumptions
        return self if query.back or (takes and only) else self.with_case(self.case)


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
