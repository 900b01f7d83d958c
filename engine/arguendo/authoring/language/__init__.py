"""The rule language topic by topic: each a page beside this file, whose examples are tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent

TOPICS = (
    "example",
    "statements",
    "entities",
    "sources",
    "facts",
    "questions",
    "contraries",
    "rules",
    "any-all-not",
    "at-least",
    "variables",
    "comparisons",
    "dates-and-numbers",
    "unless",
    "overrides",
    "denies",
    "kinds",
    "degrees",
    "scale",
    "scenarios",
    "tests",
    "several-files",
    "include",
    "phrasings",
    "associations",
    "notes-and-tags",
    "silencing",
)
"""The names of all topics, in the order in which one may learn them."""


_WORDS = {
    "rules": "id if then because title",
    "degrees": "qualifier degree likely likelihood probability",
    "statements": "slots says asks also advice one sentence template",
    "entities": "name alias aliases plural members short person",
    "facts": "say background",
    "questions": "ask by open",
    "scenarios": "assume suppose-away expect missing status",
    "any-all-not": "any all not or and",
    "at-least": "of",
    "unless": "rebuttal except",
    "kinds": "kind",
    "sources": "source authors paragraphs",
    "several-files": "rule-base about scenario",
    "phrasings": "means",
    "associations": "words weights",
    "dates-and-numbers": "date number text",
    "notes-and-tags": "comment notes tags",
    "silencing": "silence arguendo.yaml checks settings",
}
"""What else people look for, under the topic that tells of it."""


def topic_about(word: str) -> str:
    """Return the topic that a word leads to: its own name, or a key that it tells of; or empty."""
    wanted = "-".join(word.casefold().replace(",", " ").split())
    if wanted in TOPICS:
        return wanted
    return next((name for name, words in _WORDS.items() if wanted in words.split()), "")


@dataclass(frozen=True)
class Topic:
    """One page about the language."""

    name: str
    text: str
    """In Markdown: a heading, a paragraph of one line that says it in short, and the rest."""

    @property
    def summary(self) -> str:
        """What it is about, in a sentence."""
        return self.text.split("\n\n")[1]


def topic(name: str) -> Topic:
    """Return the page of a topic. Raises `KeyError`."""
    if name not in TOPICS:
        raise KeyError(name)
    return Topic(name, (_FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def topics() -> Iterator[Topic]:
    """Go through all topics."""
    return map(topic, TOPICS)
