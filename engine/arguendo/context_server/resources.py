"""What can be read: every rule in words, every source with what was drawn from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from arguendo.authoring.tracing import trace
from arguendo.export.sources import sources_traced
from arguendo.export.wire import encode
from arguendo.facts import Source
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.wording.rules import rule_in_prose

RULES = "arguendo://rules"
SOURCES = "arguendo://sources"

MARKDOWN = "text/markdown"
JSON = "application/json"


class NoResource(Exception):
    """There is nothing at that address."""


@dataclass(frozen=True)
class Resource:
    """What can be read at an address."""

    uri: str
    title: str
    about: str
    media: str


TEMPLATES = (
    Resource(f"{RULES}/{{rule}}", "One rule", "A rule in words, by its id.", MARKDOWN),
    Resource(f"{SOURCES}/{{source}}", "One source", "Its paragraphs, by its id.", MARKDOWN),
)


def resources(rulebase: RuleBase) -> Iterator[Resource]:
    """Go through what can be read; rules beside their list are found by `TEMPLATES`."""
    yield Resource(RULES, "Rules", "All rules: id and title.", JSON)
    about = "All sources, and which rules, facts and questions were drawn from each paragraph."
    yield Resource(SOURCES, "Sources", about, JSON)
    for source in rulebase.sources:
        uri = f"{SOURCES}/{quote(source.id, safe='')}"
        yield Resource(uri, printable(source.title), "The paragraphs of a source.", MARKDOWN)


def read(rulebase: RuleBase, uri: str) -> tuple[str, str]:
    """Return what stands at an address, and of which media type it is. Raises `NoResource`."""
    if uri == RULES:
        titles = {rule.id: rule.title for rule in rulebase.rules}
        return encode(titles), JSON
    if uri == SOURCES:
        return encode(sources_traced(trace(rulebase))), JSON
    folder, _, name = uri.rpartition("/")
    wanted = unquote(name)
    if folder == RULES and wanted in rulebase.rule:
        return _rule(rulebase, wanted), MARKDOWN
    source = next((each for each in rulebase.sources if each.id == wanted), None)
    if folder == SOURCES and source is not None:
        return _source(source), MARKDOWN
    raise NoResource(printable(f"there is nothing at “{uri[:200]}”"))


def _rule(rulebase: RuleBase, name: str) -> str:
    told = rule_in_prose(rulebase, rulebase.rule[name])
    return "\n\n".join(map(printable, (f"# {told.heading}", f"Rule `{name}`.", *told.lines)))


def _source(source: Source) -> str:
    by = ", ".join(filter(None, (*source.authors, source.date)))
    paragraphs = (f"{mark}: {text}" for mark, text in source.paragraphs.items())
    lines = filter(None, (f"# {source.title}", by, *paragraphs))
    return "\n\n".join(map(printable, lines))
