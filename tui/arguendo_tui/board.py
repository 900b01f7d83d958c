"""What there is to show: of a rule base at first, of a turn, and beside the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from arguendo.conversation.state import Reply
from arguendo.inquiry.query import Query
from arguendo.statements import Statement
from arguendo.wording.page import Page
from arguendo_tui.presenters.completion import Completer
from arguendo_tui.presenters.reasoning import Node
from arguendo_tui.presenters.replaying import Shot
from arguendo_tui.presenters.rules import RuleRow
from arguendo_tui.presenters.stage import Choice, Row, Summary
from arguendo_tui.presenters.weighing import Weights


@dataclass(frozen=True)
class Board:
    """All that is shown beside the conversation, as it stands after a step."""

    summary: Summary
    rows: tuple[Row, ...]
    choices: tuple[Choice, ...]
    scenario: str
    trees: tuple[Node, ...]
    """The reasoning of the last statement answered; empty before the first."""
    goal: Statement | None = None
    """That statement."""


@dataclass(frozen=True)
class Sides:
    """What else is shown beside the conversation, and takes longer to work out."""

    turn: int
    """How many turns there were by then."""
    weights: Weights
    paragraphs: tuple[Node, ...]
    shots: tuple[Shot, ...]


@dataclass(frozen=True)
class Exchange:
    """A question, what was replied, and the board afterwards."""

    question: str
    reply: Reply
    board: Board
    again: Reply | None = None
    """The last question, answered anew after a step on the stage."""
    change: str = ""
    """How that answer's statement stood before, and how it stands now."""
    outcome: str = ""
    """What a step on the stage came to, in a line."""
    readings: Mapping[str, Query] = field(default_factory=dict)
    """What may have been meant, by question, where that is asked back."""
    trouble: str = ""
    """Why the conversation is not kept from here on, told once."""
    turn: int = 0
    """Its place in the conversation, counted from 1."""


@dataclass(frozen=True)
class Earlier:
    """What was said in an earlier turn."""

    turn: int
    question: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Found:
    """A turn in which words were found."""

    turn: int
    question: str
    excerpt: str


@dataclass(frozen=True)
class Recalled:
    """What there is to show of a session that one goes on with."""

    exchanges: tuple[Exchange, ...] = ()
    told: tuple[str, ...] = ()
    """Where one is, and what is not as it was."""


@dataclass(frozen=True)
class Opening:
    """What a rule base shows before anything is asked."""

    title: str
    about: str
    examples: tuple[str, ...]
    board: Board
    rules: tuple[RuleRow, ...]
    completer: Completer
