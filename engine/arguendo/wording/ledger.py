"""What a conclusion hangs on as a table: how much hangs on each leaf, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arguendo.explanation.linchpins import Footing, Linchpin
from arguendo.scale import NONE
from arguendo.wording.grammar import capital, named, percent, sentence
from arguendo.wording.outlook import plus_or_minus
from arguendo.wording.page import Block, Role, Row, Table
from arguendo.wording.shifts import shortened
from arguendo.wording.teller import Teller

COLUMNS = ("flips", "shifts", "alone", "footing", "what")
"""The share in which it flips the conclusion, that in which it changes its degree, necessary or
enough, footing, and what it is."""

_GROUPS = {
    Footing.SOLID: "On solid ground: reported, with a source",
    Footing.UNSOURCED: "Reported, without a source",
    Footing.ASSUMED: "Assumed",
    Footing.OPEN: "Open",
}


def chart(teller: Teller, pins: Sequence[Linchpin], most: int | None = None) -> Iterator[Block]:
    """Write a table of the leaves that alone decide anything, heaviest first."""
    heavy = [pin for pin in pins if weighs(pin)]
    if heavy:
        yield _block(teller, heavy, _heading(heavy), most)


def ledger(teller: Teller, pins: Sequence[Linchpin]) -> Iterator[Block]:
    """Write the same by footing: what is solid, what is only reported, assumed, open."""
    heavy = [pin for pin in pins if weighs(pin)]
    for footing, heading in _GROUPS.items():
        mine = [pin for pin in heavy if pin.footing is footing]
        if mine:
            yield _block(teller, mine, heading)
    idle = [sentence(teller.says(pin.statement)) for pin in pins if not weighs(pin)]
    if idle:
        yield Block(Role.LIST, tuple(idle), "What never decides it alone")


def weighs(pin: Linchpin) -> bool:
    """Tell whether a leaf alone decides anything anywhere."""
    return bool(pin.share or pin.share_degree or pin.necessary or pin.sufficient)


def _heading(pins: Iterable[Linchpin]) -> str:
    """Say what the shares are, and how sure where they were seen in a sample."""
    error = max(pin.error for pin in pins)
    return "How often each alone decides it" + (f" ({plus_or_minus(error)})" if error else "")


def _block(
    teller: Teller, pins: Sequence[Linchpin], heading: str, most: int | None = None
) -> Block:
    rows = [_row(teller, pin) for pin in pins]
    lines = [f"{capital(row.cells[0])}: {row.cells[-1][:-1]} ({row.notes})." for row in rows]
    told = shortened(lines, most)
    kept = rows if len(told) == len(rows) and told[-1] == lines[-1] else rows[:most]
    rest = "" if kept is rows else told[-1]
    return Block(Role.LIST, tuple(told), heading, Table(COLUMNS, tuple(kept), rest))


def _row(teller: Teller, pin: Linchpin) -> Row:
    cells = (percent(pin.share), percent(pin.share_degree), " ".join(_alone(pin)))
    words = [_footing(teller, pin), *_alone(pin, by_itself=" by itself")]
    if pin.share_degree > pin.share:
        words.append(f"changes how likely it is in {percent(pin.share_degree)}")
    # The share of an assumption is that of what is assumed, be it that something is not so.
    positive = teller.case.assumptions.get(pin.statement) != NONE
    what = sentence(teller.speaker.put(pin.statement, positive))
    return Row(pin.share, (*cells, _short_footing(teller, pin), what), "; ".join(words))


def _alone(pin: Linchpin, by_itself: str = "") -> Iterator[str]:
    if pin.necessary:
        yield "necessary"
    if pin.sufficient:
        yield f"enough{by_itself}"


def _footing(teller: Teller, pin: Linchpin) -> str:
    by = _decider(teller, pin)
    if pin.footing is Footing.SOLID:
        return f"reported, {named(teller.case.rulebase.fact[pin.statement].source)}"
    if pin.footing is Footing.UNSOURCED:
        return "reported, without a source"
    return f"open, for {by} to decide" if by else _short_footing(teller, pin)


def _short_footing(teller: Teller, pin: Linchpin) -> str:
    """Say it for a narrow column."""
    by = _decider(teller, pin)
    match pin.footing:
        case Footing.SOLID:
            return f"reported {' '.join(teller.case.rulebase.fact[pin.statement].source)}"
        case Footing.UNSOURCED:
            return "reported, no source"
        case Footing.ASSUMED:
            return "assumed"
    return f"open: {by}" if by else "open"


def _decider(teller: Teller, pin: Linchpin) -> str:
    by = teller.case.rulebase.controller(pin.statement)
    return teller.speaker.name(by) if by and pin.footing is Footing.OPEN else ""
