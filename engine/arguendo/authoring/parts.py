"""What can be added to a rule base, and the parts that each is made of: a table, not code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Given: TypeAlias = Mapping[str, Sequence[str]]
"""Key of a part → what was given for it; a flag is given as `true`."""


@dataclass(frozen=True)
class Part:
    """One key of what is added."""

    key: str
    """As in the file."""
    asked: str
    """What a person is asked for."""
    option: str = ""
    """Its option on the command line, if that is called otherwise than the key."""
    many: bool = False
    """Whether it takes a list."""
    needed: bool = False
    flag: bool = False

    @property
    def flagged(self) -> str:
        """Return its option."""
        return f"--{self.option or self.key.replace(' ', '-')}"


@dataclass(frozen=True)
class Kind:
    """Something that can be added."""

    name: str
    section: str
    file: str
    """Where the first of its kind goes."""
    parts: tuple[Part, ...]
    """In the order of the file; the first one that is needed may be given without its option."""
    joint: str = ""
    """What joins the words of an id; empty when it has none."""

    @property
    def main(self) -> Part:
        """The part that may be given without its option."""
        return next(part for part in self.parts if part.key in _MAIN)

    @property
    def is_listed(self) -> bool:
        """Whether its section is a list; otherwise it is ids with what they stand for."""
        return self.name in ("rule", "fact", "question")


_MAIN = ("title", "name", "says", "say", "ask")

_SOURCE = Part("source", "Which paragraphs it is drawn from, such as ¶2")
_SCENARIO = (
    Part("title", "Title", needed=True),
    Part("about", "What it is about"),
    Part("also", "Other things it is called", many=True),
    Part("assume", "What is assumed", many=True),
    Part("suppose away", "What is supposed away", many=True),
    Part("expect", "What is expected: a sentence, or “sentence: likely”", many=True),
)

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "rule",
            "rules",
            "rules/rules.yaml",
            (
                Part("title", "Title: the rule in a few words", needed=True),
                Part("if", "What must hold", many=True),
                Part("unless", "What keeps it from applying", many=True),
                Part("then", "What follows", many=True, needed=True),
                Part("qualifier", "How likely that makes it"),
                Part("because", "Why the one speaks for the other"),
                _SOURCE,
                Part("overrides", "Which rules it sets aside, by id", many=True),
                Part("notes", "Notes"),
            ),
            "-",
        ),
        Kind(
            "entity",
            "entities",
            "knowledge/entities.yaml",
            (
                Part("name", "Name, as in the middle of a sentence: the harbor", needed=True),
                Part("kind", "What kind of thing it is"),
                Part("aliases", "Other names", "alias", many=True),
                Part("about", "What a person would want to know of it"),
                Part("plural", "Whether it takes “are”", flag=True),
                _SOURCE,
            ),
            "_",
        ),
        Kind(
            "statement",
            "statements",
            "knowledge/statements.yaml",
            (
                Part("slots", "Kind of a slot, such as place=town", "slot", many=True),
                Part("says", "Sentence, such as {place} [needs|need] {work}", needed=True),
                Part("denies", "The same denied"),
                Part("asks", "The same asked"),
                Part("also", "Other sentences that mean the same", many=True),
            ),
            "_",
        ),
        Kind(
            "fact",
            "facts",
            "knowledge/facts.yaml",
            (
                Part("say", "Sentence", needed=True),
                Part("date", "Date, such as 2021-05-04"),
                Part("degree", "How likely it is, if less than established"),
                _SOURCE,
                Part("background", "Whether no rule rests on it", flag=True),
            ),
        ),
        Kind(
            "question",
            "questions",
            "knowledge/questions.yaml",
            (
                Part("ask", "Sentence that is open", needed=True),
                Part("by", "Id of the entity that decides it"),
                _SOURCE,
            ),
        ),
        Kind("scenario", "scenarios", "knowledge/scenarios.yaml", _SCENARIO, "_"),
        Kind("test", "tests", "knowledge/tests.yaml", _SCENARIO, "_"),
    )
}

_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
_MARKED = re.compile(r"\{[^}]*\}|\[([^|\]]*)\|?[^\]]*\]")
LONGEST_ID = 48


def slug(text: str, joint: str, taken: Container[str] = ()) -> str:
    """Make an id of a title, name or sentence that nothing else has."""
    plain = unicodedata.normalize("NFKD", _MARKED.sub(r" \1 ", _ARTICLE.sub("", text.strip())))
    ascii_only = plain.encode("ascii", "ignore").decode().casefold().replace("'", "")
    words = re.findall(r"[a-z0-9]+", ascii_only)
    while len(words) > 1 and len(joint.join(words)) > LONGEST_ID:
        words.pop()
    made = joint.join(words)[:LONGEST_ID]
    if not made[:1].isalpha():
        made = f"x{joint}{made}" if made else "unnamed"
    number, found = 2, made
    while found in taken:
        number, found = number + 1, f"{made}{joint}{number}"
    return found
