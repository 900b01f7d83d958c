"""Scenarios side by side, a column each: what each assumes, and how conclusions stand in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from textwrap import wrap

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.inquiry.query import Query
from arguendo.problems import printable
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.wording.grammar import capital
from arguendo.wording.teller import Teller

MOST_ROWS = 300
MOST_COMPARED, MOST_KEPT = 12, 5
"""Columns at most, and how many of them are of what is kept."""


@dataclass(frozen=True)
class Columns:
    """A table of cases; all of its text is safe to print."""

    titles: tuple[str, ...]
    """A column each; what is alike in every row shares one."""
    assumed: tuple[tuple[str, ...], ...]
    """Rows: the statement, then what each case assumes of it."""
    stands: tuple[tuple[str, ...], ...]
    """Rows: the statement, then how it stands in each; only those that stand otherwise somewhere,
    but for the first, the conclusion asked about."""
    left_out: int = 0
    """Cases for which there is no room."""


def side_by_side(
    case: Case, kept: Mapping[str, Query], goal: Statement | None, supposed: Case | None = None
) -> Columns:
    """Set a case, the scenarios of its rule base and what is kept under names side by side.

    Where something is only supposed, the first column is the case with that.
    """
    cases = [("Now (what if)", supposed)] if supposed else [("Now", case)]
    top = case.rulebase.scale.top
    # What was kept last first: it is not to be lost behind the many scenarios of a rule base.
    for title, query in [*kept.items()][: -MOST_KEPT - 1 : -1]:
        begun = case.choose(query.scenarios[0] if query.scenarios else "")
        degrees = {s: top if true else NONE for s, true in query.assume.items()}
        cases.append((title, begun.assume_all(degrees)))
    cases += [(each.title or each.id, case.choose(each.id)) for each in case.rulebase.scenarios]
    more = len(cases) + max(len(kept) - MOST_KEPT, 0) - MOST_COMPARED
    return replace(columns(cases[:MOST_COMPARED], goal), left_out=max(more, 0))


def columns(cases: Sequence[tuple[str, Case]], goal: Statement | None) -> Columns:
    """Set cases on one rule base side by side."""
    first = cases[0][1]
    teller = Teller(first)
    touched = dict.fromkeys(each for _, case in cases for each in case.assumptions)
    assumed = (
        (capital(teller.says(each)), *(_assumed(case, each) for _, case in cases))
        for each in touched
    )
    graph = first.graph
    order = [graph.statements[number] for number in reading_order(graph)]
    derived = [each for each in order if each.predicate in first.rulebase.rules_for]
    some = [*([goal] if goal else []), *(each for each in derived if each != goal)]
    rows = []
    for each in some:
        standings = [case.standing(each) for _, case in cases]
        if each == goal or len({(s.status, s.degree) for s in standings}) > 1:
            rows.append((capital(teller.says(each)), *map(teller.short, standings)))
    return merged(
        Columns(
            tuple(printable(title) for title, _ in cases),
            tuple(tuple(map(printable, row)) for row in assumed),
            tuple(tuple(map(printable, row)) for row in rows[:MOST_ROWS]),
        )
    )


ALIKE = " = "
"""Between the titles of columns that are alike in every row."""


def merged(found: Columns) -> Columns:
    """Let columns that are alike in every row be one, under all their titles."""
    rows = (*found.assumed, *found.stands)
    alike: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(found.titles)):
        alike.setdefault(tuple(row[place + 1] for row in rows), []).append(place)
    kept = [places[0] for places in alike.values()]

    def some(row: tuple[str, ...]) -> tuple[str, ...]:
        return row[0], *(row[place + 1] for place in kept)

    return Columns(
        tuple(ALIKE.join(found.titles[place] for place in places) for places in alike.values()),
        # Rows that tell the columns apart come first.
        tuple(sorted(map(some, found.assumed), key=lambda row: len({*row[1:]}) == 1)),
        tuple(map(some, found.stands)),
        found.left_out,
    )


def headings(titles: Sequence[str], room: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return headings of two lines at most, and what they stand for where they are letters."""
    if all(_fits(title, room) for title in titles):
        return tuple(titles), ()
    letters = ascii_uppercase[: len(titles)]
    return tuple(letters), tuple(map("{} {}".format, letters, titles))


def _fits(title: str, room: int) -> bool:
    return len(wrap(title, room)) <= 2 and max(map(len, title.split()), default=0) <= room


def _assumed(case: Case, statement: Statement) -> str:
    degree = case.assumptions.get(statement)
    return "" if degree is None else "yes" if degree > NONE else "no"
