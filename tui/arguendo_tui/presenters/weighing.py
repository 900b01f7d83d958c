"""What hangs on each row of the board for one conclusion, and what flipping it would do to that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from arguendo.case import Case
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.questions import influences
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.valuation import Standing
from arguendo.wording.grammar import capital
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Label, Piece, Tone, label
from arguendo_tui.presenters.pages import bar
from arguendo_tui.presenters.stage import Row

FLIPS, SHIFTS, KEEPS, UNWEIGHED = "⇄", "~", "·", " "
"""It flips the answer; it changes only how sure it is; it changes nothing; it is not known yet."""

BAR = 5


@dataclass(frozen=True)
class Turn:
    """What another state of a row would make of the conclusion."""

    value: bool | None
    standing: Standing
    before: Standing
    short: str = ""
    """How the conclusion would stand, in a word or two."""

    @property
    def flips(self) -> bool:
        """Whether it answers otherwise."""
        return self.standing.status is not self.before.status

    @property
    def shifts(self) -> bool:
        """Whether it only makes the answer more or less sure."""
        return not self.flips and self.standing.degree != self.before.degree


@dataclass(frozen=True)
class Weight:
    """What a row weighs for the conclusion."""

    turns: tuple[Turn, ...] = ()
    share: float | None = None
    """In what share of the combinations of the open questions it decides; None if it has none."""
    necessary: bool = False

    @property
    def mark(self) -> str:
        """Whether flipping it flips the answer, as a sign."""
        if any(turn.flips for turn in self.turns):
            return FLIPS
        return SHIFTS if any(turn.shifts for turn in self.turns) else KEEPS


@dataclass(frozen=True)
class Weights:
    """The weights of all rows for one conclusion; empty before there is one."""

    goal: Statement | None = None
    head: Label = field(default_factory=label)
    """The conclusion, and how it stands."""
    by_row: Mapping[Statement, Weight] = field(default_factory=dict)
    told: Mapping[Statement, Label] = field(default_factory=dict)
    """In words: what each other state of a row would make of it."""

    def head_if(self, turn: Turn) -> Label:
        """Say how the conclusion stands with a row turned, which is known before it is."""
        says = [piece for piece in self.head.pieces if piece[1] is Tone.STRONG]
        return label(("Weighed for: ", Tone.DIM), *says, (f" — {turn.short}", Tone.ACCENT))

    def columns(self, row: Row) -> tuple[Piece, ...]:
        """Set what a row weighs as columns that are always as wide."""
        weight = self.by_row.get(row.statement)
        if self.goal is None:
            return ()
        if weight is None:
            return ((" " * (BAR + 8), Tone.DIM),)
        tone = {FLIPS: Tone.WARN, SHIFTS: Tone.ACCENT}.get(weight.mark, Tone.DIM)
        if weight.share is None:
            return ((" " * (BAR + 6), Tone.DIM), (f"{weight.mark} ", tone))
        share = f" {round(weight.share * 100):3d}% "
        drawn = bar(weight.share, BAR)
        return (drawn, Tone.ACCENT), (share, Tone.DIM), (f"{weight.mark} ", tone)


def weights(case: Case, goal: Statement | None, rows: tuple[Row, ...]) -> Weights:
    """Weigh the rows for a conclusion."""
    if goal is None or not goal.is_ground:
        return Weights()
    teller = Teller(case)
    before = case.standing(goal)
    near = {case.graph.statements[number] for number in influences(case, goal)}
    pins = {pin.statement: pin for pin in linchpins(case, goal)}
    found, told = {}, {}
    for row in rows:
        statement = row.statement
        if statement == goal:
            continue
        turns = tuple(_turns(case, goal, row, before)) if statement in near else ()
        pin = pins.get(statement)
        found[statement] = Weight(turns, pin.share if pin else None, bool(pin and pin.necessary))
        told[statement] = _told(row, turns, bool(pin and pin.necessary))
    head = label((capital(teller.says(goal)), Tone.STRONG), f" — {teller.short(before)}")
    return Weights(goal, head, found, told)


def _turns(case: Case, goal: Statement, row: Row, before: Standing) -> list[Turn]:
    """Go through the states that a row may be given."""
    wanted = {row.set_to(value) for value in (True, False, None)} - {row.value}
    teller = Teller(case)
    found = []
    for value in (value for value in (True, False, None) if value in wanted):
        standing = turned(case, row.statement, value).standing(goal)
        found.append(Turn(value, standing, before, teller.short(standing)))
    return found


def turned(case: Case, statement: Statement, value: bool | None) -> Case:
    """Return the case in which a row has another state."""
    if value is None:
        return case.retract(statement)
    return case.assume(statement, case.rulebase.scale.top if value else NONE)


def _told(row: Row, turns: tuple[Turn, ...], necessary: bool) -> Label:
    if not turns:
        return label(("It has no bearing on that.", Tone.DIM))
    pieces: list[Piece] = []
    for turn in turns:
        word = {True: "yes", False: row.kind.no, None: row.kind.unset}[turn.value]
        tone = Tone.WARN if turn.flips else Tone.ACCENT if turn.shifts else Tone.DIM
        said = turn.short if turn.flips or turn.shifts else f"changes nothing, still {turn.short}"
        pieces += [("  " if pieces else "", Tone.DIM), (f"{word}: ", Tone.DIM), (said, tone)]
    if necessary:
        pieces.append(("  (never without it)", Tone.DIM))
    return label(*pieces)
