"""The trace of sources in English."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.authoring.tracing import Paragraph, Trace, TracedSource
from arguendo.rulebase import RuleBase
from arguendo.wording.grammar import capital, marks, named, number, percent, sentence
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.statements import Speaker


def trace_page(found: Trace, rulebase: RuleBase) -> Page:
    """Tell of each paragraph what it says and what was drawn from it, and what is left over."""
    speaker = Speaker(rulebase)
    blocks = [Block(Role.ANSWER, tuple(_summary(found)))]
    blocks += [_source(each, speaker) for each in found.sources]
    rest = tuple(_drawn(found.unsourced, speaker, ""))
    if rest:
        blocks.append(Block(Role.STEPS, rest, "Without a paragraph:"))
    return Page(tuple(blocks))


def _summary(found: Trace) -> Iterator[str]:
    paragraphs = found.paragraphs
    if not paragraphs:
        yield "The sources have no paragraphs." if found.sources else "There are no sources."
    else:
        used = [each for each in paragraphs if each.is_drawn_on]
        verb = "is" if len(used) == 1 else "are"
        yield sentence(
            f"{number(len(used))} of {number(len(paragraphs))} paragraphs {verb} drawn on "
            f"({percent(found.coverage)})"
        )
        unused = [each.mark for each in paragraphs if not each.is_drawn_on]
        if unused:
            yield sentence(f"nothing is drawn from {named(unused)}")
    if found.drawn:
        yield sentence(
            f"of the rules, facts and open questions {percent(found.backing)} name where they "
            "come from"
        )


def _source(traced: TracedSource, speaker: Speaker) -> Block:
    source = traced.source
    about = ", ".join([source.title, *source.authors, *([source.date] if source.date else [])])
    lines = [line for each in traced.paragraphs for line in _paragraph(each, speaker)]
    if traced.whole.is_drawn_on:
        lines += ["as a whole", *_drawn(traced.whole, speaker)]
    return Block(Role.STEPS, tuple(lines), about)


def _paragraph(paragraph: Paragraph, speaker: Speaker) -> Iterator[str]:
    yield f"{marks([paragraph.mark])} {paragraph.text}"
    yield from _drawn(paragraph, speaker)
    if not paragraph.is_drawn_on:
        yield "  - nothing is drawn from it"


def _drawn(paragraph: Paragraph, speaker: Speaker, margin: str = "  ") -> Iterator[str]:
    """List what was drawn, a line each."""
    for rule in paragraph.rules:
        yield f"{margin}- rule: {rule.title} ({rule.id})"
    for fact in paragraph.facts:
        yield f"{margin}- fact: {capital(speaker.says(fact.statement))}"
    for question in paragraph.questions:
        yield f"{margin}- open: {speaker.asks(question.statement)}"
