"""Rules as rows to browse, in prose, and whether one applies now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.wording.degrees import plain
from arguendo.wording.grammar import capital, sentence, series
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Label, Tone, label
from arguendo_tui.presenters.reasoning import BLOCKS, HOLDS, MISSING

MOST_TOLD = 4
"""Inferences of one rule that are told of each sort."""


@dataclass(frozen=True)
class RuleRow:
    """A rule to browse."""

    id: str
    label: Label
    prose: tuple[Label, ...]
    """The rule in words, a paragraph each, with where it comes from."""
    source: tuple[str, ...] = ()
    """The paragraphs that it is drawn from."""
    topic: str = ""
    """What it concludes, with a variable in each slot."""
    claims: tuple[Statement, ...] = ()
    grounds: tuple[Statement, ...] = ()
    """What it rests on in any of its branches."""

    def matches(self, words: str) -> bool:
        """Tell whether every word occurs in its title, its id or its prose."""
        texts = [self.id, self.label.plain, *(each.plain for each in self.prose)]
        text = " ".join(texts).casefold()
        return all(word in text for word in words.casefold().split())


def rule_rows(rulebase: RuleBase) -> tuple[RuleRow, ...]:
    """List the rules in their reading order."""
    return tuple(_row(rulebase, rule) for rule in rulebase.rules)


def _row(rulebase: RuleBase, rule: Rule) -> RuleRow:
    prose = tuple(_prose(rulebase, rule))
    topic = printable(capital(_topic(rulebase, rule)))
    marks = f" {', '.join(rule.source)}" if rule.source else ""
    told = label(rule.title or rule.id, (marks, Tone.DIM))
    grounds = tuple(ground for branch in rule.branches for ground in branch.grounds)
    return RuleRow(rule.id, told, prose, rule.source, topic, rule.claims, grounds)


def concluding(rows: Iterable[RuleRow], statement: Statement) -> RuleRow | None:
    """Find the first rule that could conclude a statement."""
    return next((row for row in rows if _any_is(row.claims, statement)), None)


def about(rows: Collection[RuleRow], statement: Statement) -> RuleRow | None:
    """Find the first rule that could conclude a statement, else the first that may rest on it."""
    resting = (row for row in rows if _any_is(row.grounds, statement))
    return concluding(rows, statement) or next(resting, None)


def _any_is(patterns: Iterable[Statement], statement: Statement) -> bool:
    return any(each.match(statement) is not None for each in patterns)


def _topic(rulebase: RuleBase, rule: Rule) -> str:
    """Say what a rule concludes, whatever it is said of."""
    predicate = rulebase.vocabulary.predicates.get(rule.claims[0].predicate)
    if predicate is None:
        return rule.claims[0].predicate
    terms = tuple(f"?{slot.name}" for slot in predicate.slots)
    return rulebase.vocabulary.say(Statement(predicate.id, terms)).replace("?", "… ")


class Grouping(Enum):
    """In which order rules are browsed; the value names it."""

    READING = "in reading order"
    TOPIC = "by topic"
    PARAGRAPH = "by paragraph"


def grouped(rows: Sequence[RuleRow], grouping: Grouping) -> Iterator[tuple[str, Sequence[RuleRow]]]:
    """Go through rows in groups, each with its heading; a row may stand in several."""
    if grouping is Grouping.READING:
        yield "", rows
        return
    groups: dict[str, list[RuleRow]] = {}
    for row in rows:
        headings = row.source or ("no paragraph",)
        for heading in (row.topic,) if grouping is Grouping.TOPIC else headings:
            groups.setdefault(heading, []).append(row)
    order = [*groups] if grouping is Grouping.TOPIC else sorted(groups, key=_place)
    yield from ((heading, groups[heading]) for heading in order)


def _place(mark: str) -> tuple[bool, str, int, str]:
    """Order paragraphs by their numbers, those of a source together; what cites none comes last."""
    lead, number, rest = re.match(r"(\D*)(\d*)(.*)", mark, re.DOTALL).groups()  # type: ignore[union-attr]
    return not number, lead, int(number or 0), rest


def _prose(rulebase: RuleBase, rule: Rule) -> Iterator[Label]:
    yield label((rule.title or rule.id, Tone.STRONG), (f"  {rule.id}", Tone.DIM))
    for line in rule_in_prose(rulebase, rule).lines:
        yield label(line)
    for mark in rule.source:
        yield label((f"{mark} ", Tone.ACCENT), rulebase.paragraphs.get(mark, ""))
    if rule.span:
        yield label((f"{rule.span.file}, line {rule.span.line}", Tone.DIM))


def rule_now(case: Case, rule: Rule) -> tuple[Label, ...]:
    """Tell whether a rule applies in a case: for what, and otherwise what keeps it from it."""
    inferences = [each for each in case.graph.inferences if each.rule.id == rule.id]
    told = list(_applying(case, inferences))
    told += _rebutted(case, inferences)
    told += _lacking(case, inferences)
    if not told:
        lacks = label((f"{MISSING} Does not apply: ", Tone.BAD), "nothing known or open fits it.")
        return (lacks,)
    return tuple(told)


def _applying(case: Case, inferences: list[Inference]) -> Iterator[Label]:
    found: dict[str, int] = {}
    for each in inferences:
        degree = case.valuation.degree_of(each)
        if degree > NONE:
            said = Teller(case).says(case.graph.statements[each.claim])
            found[said] = max(degree, found.get(said, NONE))
    lines = [f"{said} ({plain(case.rulebase.scale, degree)})" for said, degree in found.items()]
    yield from _told(lines, f"{HOLDS} Applies: ", Tone.GOOD)


def _rebutted(case: Case, inferences: list[Inference]) -> Iterator[Label]:
    teller, graph, valuation = Teller(case), case.graph, case.valuation
    lines = []
    for each in inferences:
        if valuation.strength(each) == NONE or valuation.degree_of(each) > NONE:
            continue
        why = [
            (teller.says if positive else teller.speaker.denies)(graph.statements[number])
            for blocker in valuation.blocking(each.number)
            for number, positive in blocker.literals
        ]
        rules = [graph.inferences[n].rule for n in valuation.overriding(each.number)]
        why += [f"the rule “{rule.title or rule.id}” overrides it" for rule in rules]
        lines.append(series(list(dict.fromkeys(why))))
    yield from _told(list(dict.fromkeys(lines)), f"{BLOCKS} Blocked: ", Tone.WARN)


def _lacking(case: Case, inferences: list[Inference]) -> Iterator[Label]:
    graph, valuation = case.graph, case.valuation
    lines = []
    for each in inferences:
        if valuation.strength(each) == NONE:
            missing = [
                graph.statements[n] for n in dict.fromkeys(each.grounds) if not valuation.degree(n)
            ]
            lines.append(series([Teller(case).says(statement) for statement in missing]))
    lines = sorted(dict.fromkeys(lines), key=len)
    yield from _told(lines, f"{MISSING} Missing: ", Tone.BAD)


def _told(lines: list[str], lead: str, tone: Tone) -> Iterator[Label]:
    for line in lines[:MOST_TOLD]:
        yield label((lead, tone), sentence(line))
    if len(lines) > MOST_TOLD:
        yield label((f"… and {len(lines) - MOST_TOLD} more like that.", Tone.DIM))
