"""Scenarios of one's own: what is assumed, kept under a name beside the rule bases."""

from __future__ import annotations

from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, json

from arguendo.case import Case
from arguendo.disk import write_whole
from arguendo.export.queries import BadQuery, query_of
from arguendo.inquiry.query import Query
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo_tui.surroundings import made

FILE = "scenarios.json"
LARGEST = 1 << 20
"""Bytes that are read of the file."""
MOST = 200
"""Scenarios that are kept of one rule base; beyond, the oldest makes room."""


class Kept(Struct, frozen=True):
    """A scenario of one's own."""

    scenario: str
    """The one of the rule base that it began with; empty for the bare facts."""
    assume: dict[str, bool]
    """By key of the statement: assumed true, or false."""


Shelf = dict[str, dict[str, Kept]]
"""By name of the rule base and title."""


def shelf(folder: Path | None) -> Shelf:
    """Read what is kept; a broken file holds nothing."""
    if folder is None:
        return {}
    try:
        with (folder / FILE).open("rb") as file:
            return json.decode(file.read(LARGEST), type=Shelf)
    except (OSError, DecodeError, ValidationError, UnicodeDecodeError):
        return {}


def keep(folder: Path, case: Case, title: str) -> None:
    """Keep what a case assumes under a title. Raises `OSError`."""
    if not made(folder):
        raise OSError(f"{folder.name} cannot be written to")
    kept = shelf(folder)
    assume = {statement.key: degree > NONE for statement, degree in case.assumptions.items()}
    own = kept.setdefault(case.rulebase.name, {})
    own.pop(title, None)
    own[title] = Kept(case.scenario, assume)
    kept[case.rulebase.name] = dict(list(own.items())[-MOST:])
    write_whole(folder / FILE, json.format(json.encode(kept)), 0o600)


def is_changed(case: Case) -> bool:
    """Tell whether a case assumes anything that its scenario does not, or has another day."""
    begun = case.reset()
    return (case.assumptions, case.as_of) != (begun.assumptions, begun.as_of)


def query_for(kept: Kept, rulebase: RuleBase) -> Query | None:
    """Return the query that sets the stage so; None where the rule base knows it no more."""
    fields: dict[str, object] = {"intent": "assume", "assume": kept.assume}
    if kept.scenario:
        fields["scenarios"] = [kept.scenario]
    try:
        return query_of(fields, rulebase)
    except BadQuery:
        return None
