"""The JSON of what was drawn from the sources."""

from __future__ import annotations

from msgspec import Struct

from arguendo.authoring.tracing import Paragraph, Trace, TracedSource
from arguendo.export.wire import VERSION


class Drawn(Struct, frozen=True):
    """Ids of rules, keys of facts and open questions."""

    rules: tuple[str, ...]
    facts: tuple[str, ...]
    questions: tuple[str, ...]


class ParagraphTraced(Struct, frozen=True):
    """One paragraph, with what was drawn from it."""

    mark: str
    text: str
    drawn: Drawn


class SourceTraced(Struct, frozen=True):
    """One source; `whole` names it rather than one of its paragraphs."""

    id: str
    title: str
    paragraphs: tuple[ParagraphTraced, ...]
    whole: Drawn


class SourcesTraced(Struct, frozen=True):
    """All sources; shares are from 0 to 1."""

    version: int
    coverage: float
    backing: float
    unused: tuple[str, ...]
    sources: tuple[SourceTraced, ...]
    unsourced: Drawn


def sources_traced(found: Trace) -> SourcesTraced:
    """Put a trace into its JSON form."""
    return SourcesTraced(
        VERSION,
        found.coverage,
        found.backing,
        tuple(each.mark for each in found.paragraphs if not each.is_drawn_on),
        tuple(map(_source, found.sources)),
        _drawn(found.unsourced),
    )


def _source(traced: TracedSource) -> SourceTraced:
    paragraphs = (ParagraphTraced(p.mark, p.text, _drawn(p)) for p in traced.paragraphs)
    return SourceTraced(
        traced.source.id, traced.source.title, tuple(paragraphs), _drawn(traced.whole)
    )


def _drawn(paragraph: Paragraph) -> Drawn:
    return Drawn(
        tuple(rule.id for rule in paragraph.rules),
        tuple(fact.statement.key for fact in paragraph.facts),
        tuple(question.statement.key for question in paragraph.questions),
    )
