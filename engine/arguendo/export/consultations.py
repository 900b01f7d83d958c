"""Saved consultations: what was asked and answered, to be asked anew of other rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec import DecodeError, Struct, json

from arguendo.case import Case
from arguendo.explanation.changes import Change
from arguendo.explanation.consultation import Consultation, Word
from arguendo.export import wire
from arguendo.export.queries import BadQuery, read_choice
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement, parse_statement
from arguendo.valuation import Basis, Standing, Status

_T = TypeVar("_T")

LARGEST = 2**20
"""Bytes in one file."""


class SavedAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """A question's key, and `yes`, `no` or `unknown`."""

    question: str
    answer: str


class SavedConsultation(Struct, frozen=True, forbid_unknown_fields=True):
    """A consultation as it is written to a file."""

    version: int
    rule_base: wire.RuleBaseName
    goal: str
    scenario: str | None
    assume: dict[str, bool]
    """What was assumed on top of the scenario."""
    as_of: str | None
    answers: tuple[SavedAnswer, ...]
    conclusions: dict[str, wire.Stand]
    """How the goal, and all that rules concluded, stood in the end."""


@dataclass(frozen=True)
class Saved:
    """A consultation that was read from a file, as far as a rule base knows what it is about."""

    goal: Statement
    scenario: str | None
    assume: Mapping[Statement, bool]
    as_of: str | None
    answers: Mapping[Statement, Word]
    conclusions: Mapping[Statement, Standing]
    forgotten: tuple[str, ...]
    """The keys and names that the rule base does not have."""


def saved(found: Consultation) -> str:
    """Write a consultation as a line of JSON."""
    case, rulebase = found.case, found.case.rulebase
    scenario = rulebase.scenario.get(case.scenario)
    given = {each.statement: each.degree for each in scenario.assumptions} if scenario else {}
    return wire.encode(
        SavedConsultation(
            wire.VERSION,
            wire.RuleBaseName(rulebase.name, rulebase.digest),
            found.goal.key,
            case.scenario or None,
            {s.key: d > NONE for s, d in case.assumptions.items() if given.get(s) != d},
            case.as_of,
            tuple(SavedAnswer(each.key, word.value) for each, word in found.answers),
            {s.key: _stand(rulebase, stands) for s, stands in conclusions(found).items()},
        )
    )


def conclusions(found: Consultation) -> dict[Statement, Standing]:
    """Tell how the goal stands, and all that rules conclude, with the answers."""
    case = found.staged
    graph, valuation = case.graph, case.valuation
    derived = (s for n, s in enumerate(graph.statements) if valuation.basis(n) is Basis.RULE)
    return {each: case.standing(each) for each in dict.fromkeys((found.goal, *derived))}


def changed(earlier: Mapping[Statement, Standing], found: Consultation) -> tuple[Change, ...]:
    """List what stands otherwise than it did when a consultation was saved."""
    return tuple(_changed(earlier, found.staged, conclusions(found)))


def _changed(
    earlier: Mapping[Statement, Standing], case: Case, now: Mapping[Statement, Standing]
) -> Iterator[Change]:
    absent = Standing(Status.NOT_ESTABLISHED)
    for statement in dict.fromkeys((*earlier, *now)):
        before, after = earlier.get(statement, absent), case.standing(statement)
        if (before.status, before.degree) != (after.status, after.degree):
            yield Change(statement, before, after)


def read_saved(text: bytes, rulebase: RuleBase) -> Saved:
    """Read what `saved` wrote. Raises `BadQuery`."""
    if len(text) > LARGEST:
        raise BadQuery("a saved consultation is not that large")
    try:
        written = json.decode(text, type=SavedConsultation)
    except (DecodeError, RecursionError) as error:
        raise BadQuery(f"this is no saved consultation: {error}") from error
    if written.version != wire.VERSION:
        raise BadQuery(f"version {written.version} of saved consultations is not known here")
    return _Reader(rulebase).read(written)


class _Reader:
    """Reads keys as far as a rule base has them, and remembers those that it has not."""

    def __init__(self, rulebase: RuleBase) -> None:
        self._rulebase = rulebase
        self._forgotten: list[str] = []

    def read(self, written: SavedConsultation) -> Saved:
        goal = self._statement(written.goal)
        if goal is None:
            key = printable(written.goal)
            raise BadQuery(f"this rule base says nothing like {key}, which was to be found out")
        scenario = written.scenario
        if scenario is not None and scenario not in self._rulebase.scenario:
            self._forgotten.append(printable(scenario))
            scenario = None
        answers = {
            each.question: read_choice(each.answer, "answer", Word) for each in written.answers
        }
        return Saved(
            goal,
            scenario,
            dict(self._known(written.assume)),
            written.as_of,
            dict(self._known(answers)),
            dict(self._known({k: self._standing(s) for k, s in written.conclusions.items()})),
            tuple(dict.fromkeys(self._forgotten)),
        )

    def _known(self, pairs: Mapping[str, _T]) -> Iterator[tuple[Statement, _T]]:
        for key, value in pairs.items():
            statement = self._statement(key)
            if statement is not None:
                yield statement, value

    def _statement(self, key: str) -> Statement | None:
        found = parse_statement(key)
        if found is None or not found.is_ground or not self._rulebase.vocabulary.fits(found):
            self._forgotten.append(printable(key))
            return None
        return found

    def _standing(self, stand: wire.Stand) -> Standing:
        status = read_choice(stand.status, "status", Status)
        return Standing(status, self._rulebase.scale.degree(stand.degree or "") or NONE)


def _stand(rulebase: RuleBase, standing: Standing) -> wire.Stand:
    return wire.Stand(standing.status.value, rulebase.scale.word(standing.degree))
