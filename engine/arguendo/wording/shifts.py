"""What differs between two cases, in words: before and after, gathered by what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arguendo.explanation.changes import Change
from arguendo.statements import Statement
from arguendo.valuation import Status
from arguendo.wording import degrees
from arguendo.wording.grammar import counted, number, sentence, series
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller


def far_reaching(teller: Teller, changes: Sequence[Change]) -> Change | None:
    """Choose the change at the end of the longest chain; what holds now first, advice last."""
    return next(iter(by_reach(teller, changes)), None)


def by_reach(teller: Teller, changes: Sequence[Change]) -> list[Change]:
    """Sort changes, those that reach farthest first; what holds now before the rest."""
    advice = teller.case.rulebase.advice

    def rank(place: int) -> tuple[bool, bool, bool, int]:
        change = changes[place]
        matters = bool(change.before.degree or change.after.degree)
        return change.statement.predicate not in advice, matters, bool(change.after.degree), place

    return [changes[place] for place in sorted(range(len(changes)), key=rank, reverse=True)]


def effect(teller: Teller, changes: Sequence[Change]) -> str:
    """Sum changes up in a clause: the one that reaches farthest, and how many more there are."""
    change = far_reaching(teller, changes)
    if change is None:
        return "no conclusion changes"
    said, left = becomes(teller, change), len(changes) - 1
    if not left:
        return f"{said}, and nothing else changes"
    return f"{said}, and {counted(left, 'other thing')} {'changes' if left == 1 else 'change'}"


def among_others(teller: Teller, changes: Sequence[Change]) -> str:
    """Name the two changes that reach farthest but for the first; empty where there are none."""
    told = [becomes(teller, change) for change in by_reach(teller, changes)[1:3]]
    lead = "among these" if len(changes) > len(told) + 1 else "besides"
    return sentence(f"{lead}, {series(told)}") if told else ""


def turning_on(teller: Teller, changes: Sequence[Change], so_far: bool = False) -> str:
    """Sum up in a clause what a statement makes so, and how much more turns on whether it holds.

    `so_far` says that more could.
    """
    change = far_reaching(teller, changes)
    if change is None:
        return "no conclusion turns on it"
    said, left = becomes(teller, change), len(changes) - 1
    if not left:
        stands = "as things stand, " if so_far else ""
        return f"{said}; {stands}nothing else turns on it"
    return f"{said}; {counted(left, 'other thing')} {'turns' if left == 1 else 'turn'} on it too"


def becomes(teller: Teller, change: Change) -> str:
    """Say in a clause what becomes of a statement."""
    says, after = teller.says(change.statement), change.after
    if after.status is Status.NOT_ESTABLISHED and change.before.status is Status.HOLDS:
        return f"it is no longer established that {says}"
    if after.status is Status.NOT_ESTABLISHED:
        return f"it is no longer ruled out that {says}"
    if after.status is Status.DOES_NOT_HOLD:
        return teller.speaker.denies(change.statement)
    return teller.that_of(change.statement, after)


def change_blocks(
    teller: Teller, changes: Iterable[Change], most: int | None = None, when: str = "then"
) -> Iterator[Block]:
    """Write changes as lists: what holds `then` or `now`, what no longer does, what shifts."""
    told = list(changes)
    for heading, lines in (
        (f"What {when} holds", [*_gained(teller, told)]),
        ("What no longer holds", [*_lost(teller, told)]),
        ("What holds to another degree", [*_shifted(teller, told)]),
        ("What becomes contested", [*_contested(teller, told)]),
        ("What else stands otherwise", [*_other(teller, told)]),
    ):
        if lines:
            yield Block(Role.LIST, tuple(shortened(lines, most)), heading)


def shortened(lines: Sequence[str], most: int | None) -> Sequence[str]:
    """Cut a list short, with a last line that says how many more there are."""
    if most is None or len(lines) <= most + 1:
        return lines
    return [*lines[:most], f"And {number(len(lines) - most)} more."]


def _gained(teller: Teller, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if not change.before.degree and change.after.status is Status.HOLDS:
            label = teller.short(change.after)
            yield sentence(f"{teller.says(change.statement)} ({label})")


def _lost(teller: Teller, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.before.degree and not change.after.degree:
            label = teller.formerly(change.before)
            now = ", now ruled out" if change.after.status is Status.DOES_NOT_HOLD else ""
            yield sentence(f"{teller.says(change.statement)} ({label}{now})")


def _shifted(teller: Teller, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.before.degree and change.after.status is Status.HOLDS:
            yield from_to(teller, change)


def _contested(teller: Teller, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.after.status is Status.CONTESTED:
            yield from_to(teller, change)


def _other(teller: Teller, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.before.degree or change.after.degree:
            continue
        if change.after.status is Status.DOES_NOT_HOLD:
            yield sentence(f"{teller.speaker.denies(change.statement)} (not established before)")
        else:
            says = teller.says(change.statement)
            yield sentence(f"it is no longer ruled out that {says}, though not established either")


def from_to(teller: Teller, change: Change) -> str:
    """Write one change as `x: from likely to very likely`."""
    says, was, now = teller.says(change.statement), change.before, change.after
    if degrees.follows(teller.scale, now) and now.status is Status.HOLDS:
        return sentence(f"{says}: {teller.formerly(was)}, now it follows")
    if degrees.follows(teller.scale, was) and was.status is Status.HOLDS:
        return sentence(f"{says}: {teller.formerly(was)}, now {teller.short(now)}")
    return sentence(f"{says}: from {teller.short(was)} to {teller.short(now)}")


def assumed(teller: Teller, assumptions: Iterable[tuple[Statement, int]]) -> list[str]:
    """Write assumptions a sentence each; a degree below the top is said."""
    said = []
    for statement, degree in assumptions:
        text = teller.speaker.put(statement, bool(degree))
        below = 0 < degree < teller.scale.top
        said.append(sentence(text + (f" ({degrees.plain(teller.scale, degree)})" if below else "")))
    return said
