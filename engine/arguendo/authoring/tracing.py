"""What was drawn from each paragraph of the sources, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from arguendo.facts import Fact, Question, Source
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule

Drawn: TypeAlias = Rule | Fact | Question


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, or (without a text) a source named as a whole, with what was drawn from it."""

    mark: str
    text: str
    rules: tuple[Rule, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_drawn_on(self) -> bool:
        """Whether anything names it."""
        return bool(self.rules or self.facts or self.questions)


@dataclass(frozen=True)
class TracedSource:
    """One source with its paragraphs."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
    whole: Paragraph
    """What names the source itself rather than a paragraph."""


@dataclass(frozen=True)
class Trace:
    """All sources, and what names none."""

    sources: tuple[TracedSource, ...]
    unsourced: Paragraph
    """What names no paragraph and no source."""
    drawn: int
    """How many rules, facts and questions there are."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of all sources."""
        return tuple(each for source in self.sources for each in source.paragraphs)

    @property
    def coverage(self) -> float:
        """The share of paragraphs from which something was drawn; 1 where there are none."""
        found = [each.is_drawn_on for each in self.paragraphs]
        return sum(found) / len(found) if found else 1.0

    @property
    def backing(self) -> float:
        """The share of rules, facts and questions that name a paragraph or source."""
        bare = self.unsourced
        without = len(bare.rules) + len(bare.facts) + len(bare.questions)
        return 1 - without / self.drawn if self.drawn else 1.0


def trace(rulebase: RuleBase) -> Trace:
    """Trace everything that is drawn from sources back to its paragraphs."""
    everything: tuple[Drawn, ...] = (*rulebase.rules, *rulebase.facts, *rulebase.questions)
    named: dict[str, list[Drawn]] = {}
    for each in everything:
        for mark in dict.fromkeys(each.source):
            named.setdefault(mark, []).append(each)
    return Trace(
        tuple(_source(source, named) for source in rulebase.sources),
        _paragraph("", "", (each for each in everything if not each.source)),
        len(everything),
    )


def _source(source: Source, named: dict[str, list[Drawn]]) -> TracedSource:
    return TracedSource(
        source,
        tuple(_paragraph(m, text, named.get(m, ())) for m, text in source.paragraphs.items()),
        _paragraph(source.id, "", named.get(source.id, ())),
    )


def _paragraph(mark: str, text: str, drawn: Iterable[Drawn]) -> Paragraph:
    listed = list(drawn)
    return Paragraph(
        mark,
        text,
        tuple(each for each in listed if isinstance(each, Rule)),
        tuple(each for each in listed if isinstance(each, Fact)),
        tuple(each for each in listed if isinstance(each, Question)),
    )
