"""A briefing as a document: a title and sections, the conclusion first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from arguendo.inquiry.briefing import Briefing, Judgement
from arguendo.scale import ICD_203, NONE
from arguendo.statements import Literal
from arguendo.valuation import Standing, Status
from arguendo.wording import degrees
from arguendo.wording.answers import word
from arguendo.wording.grammar import counted, quoted, sentence
from arguendo.wording.ledger import ledger
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller

_CHANCES = {
    "roughly even chance": "45 to 55",
    "likely": "55 to 80",
    "very likely": "80 to 95",
    "almost certain": "95 to 99",
}
"""What the words of ICD 203 stand for, in percent."""


@dataclass(frozen=True)
class Section:
    """A part of a document."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A report in words, for any form to be written in."""

    title: str
    about: tuple[str, ...]
    """What it reports on: rule base, scenario, day."""
    sections: tuple[Section, ...]


def document(briefing: Briefing, proven: str = "") -> Document:
    """Put a briefing in words; `proven` is the digest of its certificate, if it has been proven."""
    rulebase = briefing.case.rulebase
    teller = Teller(briefing.case)
    parts = (
        ("Bottom line", word(briefing.conclusion).blocks),
        ("Key judgements", _judgements(briefing, teller)),
        ("Assumptions and their footing", _assumptions(briefing, teller)),
        ("Linchpins", word(briefing.weights).of(Role.ANSWER, Role.LIST)),
        ("What would change this judgement", _indicators(briefing, teller)),
        ("Alternative views", _alternatives(briefing, teller)),
        ("Sources", _sources(briefing)),
        ("How far it is proven", _proven(rulebase.digest, proven)),
    )
    told = ((heading, tuple(blocks)) for heading, blocks in parts)
    title = sentence(rulebase.title or rulebase.name)
    return Document(
        title.removesuffix("."),
        tuple(_about(briefing)),
        tuple(Section(heading, blocks) for heading, blocks in told if blocks),
    )


def _about(briefing: Briefing) -> Iterator[str]:
    case = briefing.case
    chosen = case.rulebase.scenario.get(case.scenario)
    if chosen:
        yield f"Scenario: {sentence(chosen.title)}"
    if case.as_of:
        yield f"As known on {case.as_of}."


def _judgements(briefing: Briefing, teller: Teller) -> Iterator[Block]:
    lines = tuple(_judged(each, teller) for each in briefing.judgements)
    if lines:
        yield Block(Role.LIST, lines)
    else:
        yield Block(Role.REASON, ("Nothing is concluded on these facts.",))
    if briefing.case.rulebase.scale == ICD_203:
        said = "; ".join(f"{word} {chance} percent" for word, chance in _CHANCES.items())
        note = f"Words of likelihood are those of ICD 203: {said}. What is established is reported"
        yield Block(Role.NOTE, (sentence(f"{note} or assumed, not judged"),))


def _judged(judgement: Judgement, teller: Teller) -> str:
    told = teller.that(judgement.statement)
    proof = judgement.proof
    weakest = [proof.steps[n - 1].rule for n in proof.weakest] if proof else []
    titles = [quoted(rule.title or rule.id) for rule in weakest if rule]
    link = f" Weakest link: {titles[0]}." if titles else ""
    return f"{sentence(told)}{link}"


def _assumptions(briefing: Briefing, teller: Teller) -> Iterator[Block]:
    case = briefing.case
    made = [
        sentence(teller.speaker.put(statement, degree > NONE))
        for statement, degree in case.assumptions.items()
    ]
    if made:
        yield Block(Role.LIST, tuple(made), "Assumed for the sake of argument")
    aside = [sentence(teller.says(each)) for each in case.displaced]
    if aside:
        yield Block(Role.LIST, tuple(aside), "Reported, and set aside by these assumptions")
    if not made:
        yield Block(Role.NOTE, ("Nothing is assumed: what follows rests on what is reported.",))
    yield from (each for each in ledger(teller, briefing.weights.linchpins) if each.table)


def _indicators(briefing: Briefing, teller: Teller) -> Iterator[Block]:
    told = word(briefing.conclusion).blocks
    said = {line for block in told for line in block.lines}
    for block in word(briefing.turning).without(Role.NOTE).blocks:
        new = tuple(line for line in block.lines if line not in said)
        if new:
            yield replace(block, lines=new)
    found = briefing.turning.requirements
    changes = (
        dict.fromkeys(change for each in found.found for change in each.changes) if found else {}
    )
    if changes:
        lines = tuple(_indicator(change, teller) for change in changes)
        yield Block(Role.LIST, lines, "Indicators to watch for")


def _indicator(change: Literal, teller: Teller) -> str:
    by = teller.case.rulebase.controller(change.statement)
    who = f" ({teller.speaker.name(by)} decides)" if by else ""
    said = sentence(teller.speaker.put(change.statement, change.positive))
    return f"{said.removesuffix('.')}{who}."


def _alternatives(briefing: Briefing, teller: Teller) -> Iterator[Block]:
    contested = [each for each in briefing.judgements if each.standing.status is Status.CONTESTED]
    if contested:
        lines = tuple(sentence(teller.that(each.statement)) for each in contested)
        yield Block(Role.LIST, lines, "Contested: there is an argument for either side")
    proof = briefing.conclusion.proof
    if proof and proof.alternatives:
        count = counted(len(proof.alternatives), "further argument")
        yield Block(Role.REASON, (f"The conclusion has {count} besides the strongest.",))
    lines = tuple(
        f"{quoted(each.scenario.title)}: {_stands(each.standing, teller)}."
        for each in briefing.otherwise
    )
    if lines:
        heading = f"Whether {teller.says(briefing.goal)}, in other scenarios"
        yield Block(Role.LIST, lines, heading)


def _stands(standing: Standing, teller: Teller) -> str:
    if standing.status is Status.HOLDS:
        return degrees.label(teller.scale, standing.degree, standing.basis)
    return str(standing.status.value)


def _sources(briefing: Briefing) -> Iterator[Block]:
    cited = set(briefing.sources)
    for source in briefing.case.rulebase.sources:
        lines = tuple(
            f"{mark}: {text}" for mark, text in source.paragraphs.items() if mark in cited
        )
        by = ", ".join(filter(None, (*source.authors, source.title, source.date)))
        if lines or source.id in cited:
            yield Block(Role.LIST, lines, by)


def _proven(digest: str, proven: str) -> Iterator[Block]:
    if proven:
        said = (
            "How the conclusion stands, and what each set of changes comes to, was derived anew "
            "by a checker that shares no code with what found it."
        )
        about = f"Rule base {digest}, certificate {proven}."
        yield Block(Role.NOTE, (said, about))
