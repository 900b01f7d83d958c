"""Typed queries: what a question was understood to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from arguendo.explanation.consultation import Word
from arguendo.explanation.requirements import Also
from arguendo.statements import Statement, Term


class Intent(Enum):
    """What a person wants to know or do."""

    ASK = "ask"
    WHY = "why"
    WHY_NOT = "why_not"
    WHAT_IF = "what_if"
    WHAT_WOULD_IT_TAKE = "what_would_it_take"
    WHAT_FOLLOWS = "what_follows"
    LINCHPINS = "linchpins"
    DESCRIBE = "describe"
    SOURCE = "source"
    RECOMMEND = "recommend"
    LIST = "list"
    ASSUME = "assume"
    RETRACT = "retract"
    COMPARE = "compare"
    WHEN = "when"
    CONSULT = "consult"
    HELP = "help"
    OUT_OF_SCOPE = "out_of_scope"


class Listing(Enum):
    """What can be listed."""

    FACTS = "facts"
    CONCLUSIONS = "conclusions"
    OPEN = "open"
    RULES = "rules"
    SCENARIOS = "scenarios"
    ASSUMPTIONS = "assumptions"
    ENTITIES = "entities"
    """Who and what is spoken of."""
    CONFLICTS = "conflicts"
    """What holds together with its contrary, and arguments that give way."""


class Step(Enum):
    """A step back that a `retract` without a statement takes."""

    UNDO = "undo"
    RESET = "reset"


class Beyond(Enum):
    """Why a text is no question that an argument answers."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ASSENT = "assent"
    """`ok`, `I see`: nothing is asked."""
    IDLE = "idle"
    """It stops what does not run: neither a consultation nor anything else."""
    REJECTED = "rejected"
    """None of the readings offered was meant."""
    WHICH = "which"
    """One of several readings was meant, and which is not said."""
    UNANSWERED = "unanswered"
    """It says how an answer is to be told before there is one."""
    UNCLEAR = "unclear"
    """It was not understood."""
    ORDERS = "orders"
    """It tells the program what to be or to do."""
    MACHINE = "machine"
    """It is about the program as if it were someone."""
    OPINION = "opinion"
    ERRAND = "errand"
    """Another task: a joke, a program, the weather."""
    LATER = "later"
    """It lies after the day on which the argument was made."""
    ELSEWHERE = "elsewhere"
    """It is about someone or something that the argument does not speak of."""
    NUMBER = "number"
    COMMAND = "command"
    """A slash command that there is not."""
    USAGE = "usage"
    """A slash command without what it is about."""


class Quantity(Enum):
    """Of how many it is asked whether a statement holds of them."""

    WHICH = "which"
    """Of whom or what: `who pays?`."""
    HOW_MANY = "how_many"
    EVERY = "every"
    SOME = "some"
    NO = "no"
    ONLY = "only"
    """Of one, and of nobody else: these others."""
    MOST = "most"
    """Of whom the day or number in it is the latest or highest."""
    LEAST = "least"


@dataclass(frozen=True)
class Value:
    """The day or number in a statement that is asked for, or held against another."""

    place: int
    """The place that it has among the arguments."""
    relation: str = ""
    """How it is to compare with the other, as comparisons of rules put it; empty: it is asked."""
    other: Term = ""


@dataclass(frozen=True)
class Quantified:
    """What is asked of several: a generalized quantifier (Barwise and Cooper, 1981)."""

    quantity: Quantity
    pattern: Statement
    """The statement with `?who` for what is asked after, and `?_` for what was not said."""
    among: tuple[str, ...] = ()
    """Whom it was asked of by name; empty: of all whom it could be."""
    besides: tuple[str, ...] = ()
    """Who is left out of it."""
    value: Value | None = None
    """What a day or number in it must compare with: `who came before May?`."""


class Manner(Enum):
    """How an answer is to be told, when that is what a person asks for."""

    BRIEF = "brief"
    FULL = "full"
    AGAIN = "again"
    SURE = "sure"
    """How sure it is, before all else."""
    MARGIN = "margin"
    """By how much the days and numbers differ that it compares."""
    LIMIT = "limit"
    """From which number on rules apply, or up to which: the rule that is given, or any."""
    MEANING = "meaning"
    """`list`: the rules that tell what a statement means."""
    SUBJECT = "subject"
    """`help`: what the rule base is about, before all else."""


@dataclass(frozen=True)
class Query:
    """A question as understood; fields that an intent does not need are empty."""

    intent: Intent
    statement: Statement | None = None
    assume: Mapping[Statement, bool] = field(default_factory=dict)
    """What this turn itself adds: true, or false (a fact supposed away)."""
    entity: str | None = None
    listing: Listing | None = None
    rule: str | None = None
    """`list`: the one rule that is asked for, by its id."""
    paragraph: str | None = None
    """`source`: the paragraph that is asked for, by its mark."""
    by: str | None = None
    """The actor whose doing is asked for."""
    denied: bool = False
    """`ask`: whether it was asked whether the statement is *not* so, or of whom it is not."""
    quantified: Quantified | None = None
    """`ask`: of whom or what it is asked; `statement` is the nearest instance."""
    degree: str | None = None
    """A word of the scale: at least this."""
    scenarios: tuple[str, ...] = ()
    """Two to compare, or the one to begin with."""
    fall: bool = False
    """Whether it was asked what would make the statement fall; `when`: until when it is so."""
    also: frozenset[Also] = frozenset()
    """`what_would_it_take`: what may change besides the open questions."""
    number: int | None = None
    """The step of the last explanation that is asked about: `why 3`."""
    back: Step | None = None
    besides: tuple[Statement, ...] = ()
    """`retract`, `assume`, `what_if`: what is taken back in the same step; else what was supposed,
    and is left with the question."""
    word: Word | None = None
    """`consult`: what is said to the question at hand; None begins a consultation."""
    day: str | None = None
    """The day from here on: only what was known on it counts. Empty: all that is known."""
    confidence: float = 1.0
    clarify: bool = False
    """Whether it is too uncertain to answer without asking back."""
    alternatives: tuple[Query, ...] = ()
    """Other readings, likeliest first, at most three."""
    notes: tuple[str, ...] = ()
    """How words were taken, for people: `fed up` as *is tired*."""
    unread: tuple[str, ...] = ()
    """What a text supposes besides that was not understood, in its own words."""
    adds: bool = False
    """Whether it comes on top of what is supposed already, or was asked back about just now."""
    cases: tuple[Mapping[Statement, bool], ...] = ()
    """`compare`: what each of two cases supposes; none compares with the case at hand."""
    manner: Manner | None = None
    """How it is to be told; but for `sure`, `margin`, `limit`, `meaning` and `subject`
    that of the answer before."""
    value: Value | None = None
    """`ask`: the day or number that is asked for, or held against another."""
    beyond: Beyond | None = None
    """`out_of_scope`: why, as far as that is known."""
    named: str = ""
    """The word by which one sees that it lies beyond: a name, a year, a command."""
    near: tuple[str, ...] = ()
    """Entities that are spoken of beside; `recommend`: whom or what advice is asked for about;
    `list`: of all entities those that are asked for; of open questions those on whom they bear."""
    rival: Statement | None = None
    """`compare`: the statement against which `statement` is held: which of them is likelier."""
    two: tuple[str, ...] = ()
    """`compare`: the entities that are compared, in what `statement` says of the first, or in all;
    empty where cases are."""

    @property
    def taken(self) -> tuple[Statement, ...]:
        """The statement with what is taken back besides."""
        return (self.statement, *self.besides) if self.statement is not None else ()

    @property
    def leaves(self) -> bool:
        """Whether it asks something of the case that is left once something is taken back."""
        return bool(self.besides) and not self.assume and self.intent is not Intent.RETRACT

    @property
    def is_pending(self) -> bool:
        """Whether it would change what is assumed, and it is asked back first if that is meant."""
        return self.intent in (Intent.ASSUME, Intent.RETRACT) and self.clarify
