"""What a sweep found, as one object for programs. Shares are counts: their sum is `admitted`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from arguendo.case import Case
from arguendo.export.wire import VERSION, RuleBaseName, Situation
from arguendo.scale import NONE, Scale
from arguendo.statements import Statement
from arguendo.sweeps.boundary import Boundary
from arguendo.sweeps.outline import Findings, Part, Share
from arguendo.sweeps.survey import Survey


class ShareOf(Struct, frozen=True):
    """In how many scenarios a conclusion stands how; each degree that occurs, weakest first."""

    statement: str
    holds: int
    at_degree: dict[str, int]
    contested: int
    does_not_hold: int
    not_established: int


class PartOf(Struct, frozen=True):
    """Some of the scenarios, and in how many of them each conclusion holds, in their order."""

    of: int
    holds: tuple[int, ...]


class QuestionOf(Struct, frozen=True):
    """The scenarios that assume a question, and those that do not."""

    statement: str
    assumed: PartOf
    other: PartOf


class TogetherOf(Struct, frozen=True):
    """How often just these conclusions hold."""

    holding: tuple[str, ...]
    count: int


class MapOf(Struct, frozen=True):
    """Rows by how many of `down` are assumed, cells by how many of `across`, from none on."""

    down: tuple[str, ...]
    across: tuple[str, ...]
    cells: tuple[tuple[PartOf, ...], ...]


class BoundaryOf(Struct, frozen=True):
    """Where a conclusion turns; totals also count the sets that are not listed."""

    statement: str
    monotone: bool
    minimal_true: tuple[tuple[str, ...], ...]
    minimal_true_total: int
    maximal_false: tuple[tuple[str, ...], ...]
    maximal_false_total: int
    settling: tuple[dict[str, bool], ...] | None
    settling_total: int | None


class SweepOf(Struct, frozen=True):
    """A sweep."""

    version: int
    rule_base: RuleBaseName
    case: Situation
    over: tuple[str, ...]
    scenarios: int
    admitted: int
    seed: int | None
    shares: tuple[ShareOf, ...]
    by_question: tuple[QuestionOf, ...]
    together: tuple[TogetherOf, ...]
    map: MapOf | None
    boundaries: tuple[BoundaryOf, ...]


def sweep_object(case: Case, survey: Survey) -> SweepOf:
    """Put what a sweep found into its object."""
    wanted, findings = survey.wanted, survey.findings
    rulebase = case.rulebase
    assumed = {each.key: degree > NONE for each, degree in case.assumptions.items()}
    displaced = _keys(case.displaced)
    return SweepOf(
        VERSION,
        RuleBaseName(rulebase.name, rulebase.digest),
        Situation(case.scenario or None, assumed, displaced, case.as_of),
        _keys(wanted.over),
        findings.scenarios,
        findings.admitted,
        survey.seed,
        tuple(_share(each, rulebase.scale) for each in findings.shares),
        tuple(
            QuestionOf(each.question.key, _part(each.true), _part(each.other))
            for each in findings.by_question
        ),
        tuple(_together(wanted.show, *each) for each in findings.jointly),
        _map(survey, findings),
        tuple(
            _boundary(statement, wanted.over, each)
            for statement, each in zip(wanted.show, survey.boundaries, strict=False)
        ),
    )


def _keys(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(each.key for each in statements)


def _share(share: Share, scale: Scale) -> ShareOf:
    pairs = zip(scale.words, share.at_degree, strict=True)
    at_degree = {word: count for word, count in pairs if count}
    rest = share.contested, share.fails, share.open
    return ShareOf(share.statement.key, share.holds, at_degree, *rest)


def _part(part: Part) -> PartOf:
    return PartOf(part.of, part.holds)


def _together(show: Sequence[Statement], pattern: Sequence[bool], count: int) -> TogetherOf:
    pairs = zip(show, pattern, strict=True)
    return TogetherOf(tuple(each.key for each, holds in pairs if holds), count)


def _map(survey: Survey, findings: Findings) -> MapOf | None:
    if survey.wanted.axes is None:
        return None
    down, across = survey.wanted.axes
    return MapOf(_keys(down), _keys(across), tuple(tuple(map(_part, r)) for r in findings.cells))


def _boundary(statement: Statement, over: Sequence[Statement], found: Boundary) -> BoundaryOf:
    true, false = (
        tuple(tuple(over[place].key for place in some) for some in sets.found)
        for sets in (found.true, found.false)
    )
    listed = total = None
    if found.settling:
        total = found.settling.total
        listed = tuple(
            {over[place].key: answer for place, answer in some} for some in found.settling.found
        )
    return BoundaryOf(
        statement.key,
        found.monotone,
        true,
        found.true.total,
        false,
        found.false.total,
        listed,
        total,
    )
