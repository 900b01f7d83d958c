"""What scenarios and tests cover of rules, their parts and paragraphs, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arguendo.problems import printable

if TYPE_CHECKING:
    from arguendo.rulebase import RuleBase
    from arguendo.span import Span
    from arguendo.testing.coverage import Coverage, Paragraph, Part, Report


def coverage_lines(rulebase: RuleBase, report: Report) -> Iterator[str]:
    """Tell coverage in three parts, and what is missing of each."""
    yield from _rule_lines(report)
    yield ""
    yield from _part_lines(rulebase, report)
    yield ""
    yield from _paragraph_lines(report)


def percent(share: float) -> str:
    """Write a share in percent; what is not all is never rounded up to it."""
    return f"{int(share * 1000 + 1e-9) / 10:g} %"


def _rule_lines(report: Report) -> Iterator[str]:
    """Tell of each rule in how many scenarios it fires, those first that never or always do."""
    rows = sorted(report.rules, key=lambda row: row.covered)
    wide = max((len(row.rule.id) for row in rows), default=0)
    covered = sum(row.covered for row in rows)
    yield f"rules: {covered} of {len(rows)} fire in one and are silent in another"
    yield f"{'rule':<{wide}}  fires  silent"
    for row in rows:
        note = "" if row.covered else f"  {_lack(row)}  {_at(row.rule.span)}".rstrip()
        yield f"{row.rule.id:<{wide}}  {len(row.fires):>5}  {len(row.silent):>6}{note}"


def _lack(row: Coverage) -> str:
    return "always" if row.fires else "never"


def _part_lines(rulebase: RuleBase, report: Report) -> Iterator[str]:
    covered = sum(part.covered for part in report.parts)
    yield f"grounds and rebuttals: {covered} of {len(report.parts)} make the difference both ways"
    for part in report.parts:
        if not part.covered:
            yield printable(f"{_at(part.span)}: {part.rule.id}{_branch(part)}: {_missed(part)}")
            yield printable(f"    {_told(rulebase, part)}")


def _branch(part: Part) -> str:
    several = len(part.rule.branches) > 1
    return f", way {part.branch + 1} of {len(part.rule.branches)}" if several else ""


def _missed(part: Part) -> str:
    """Say what no scenario shows of a part."""
    stops = "blocks" if part.role.value == "rebuttal" else "is missing"
    lacks = []
    if not part.stops:
        lacks.append(f"in which this {part.role.value} alone {stops}")
    if not part.applies:
        lacks.append("in which the rule applies this way")
    return f"no scenario {', and none '.join(lacks)}"


def _told(rulebase: RuleBase, part: Part) -> str:
    from arguendo.rules import AllOf
    from arguendo.wording.rules import condition_in_prose

    return condition_in_prose(rulebase, part.rule, AllOf(part.literals))


def _paragraph_lines(report: Report) -> Iterator[str]:
    drawn = [each for each in report.paragraphs if each.items]
    covered = sum(each.covered for each in drawn)
    yield f"paragraphs: {covered} of {len(drawn)} with rules or facts are exercised"
    for paragraph in report.paragraphs:
        yield from map(printable, _of_paragraph(paragraph))


def _of_paragraph(paragraph: Paragraph) -> Iterator[str]:
    from arguendo.rules import Rule

    if not paragraph.items:
        yield f"{paragraph.mark}: nothing is drawn from it"
        return
    yield f"{paragraph.mark}: {paragraph.exercised} of {len(paragraph.items)}"
    for item in paragraph.items:
        if not item.exercised:
            name = item.what.id if isinstance(item.what, Rule) else item.what.key
            yield f"    not exercised: {name}  {_at(item.span)}".rstrip()


def _at(span: Span | None) -> str:
    return f"{span.file}:{span.line}" if span else ""
