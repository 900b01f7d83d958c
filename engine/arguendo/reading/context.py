"""What every reader of a section needs to know, and where it reports problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from arguendo.problems import Edit, Problems
from arguendo.reading.damage import Damage
from arguendo.scale import ICD_203, Scale
from arguendo.span import Span
from arguendo.statements import Literal
from arguendo.vocabulary import Vocabulary
from arguendo.yaml_nodes import Node

MOST_HINTS = 200
"""Hints for sentences that were searched for among all templates; after that, messages do."""

MOST_READINGS = 10_000
"""Sentences remembered: those of one file come again, those of all files would fill memory."""


@dataclass
class Context:
    """Grows as sections are read: first the vocabulary, then what is said in it."""

    problems: Problems
    scale: Scale = ICD_203
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    declared: dict[str, dict[str, Span]] = field(default_factory=dict)
    """Section to the ids declared there, those included that could not be read."""
    damage: Damage = field(default_factory=Damage)
    kinds: frozenset[str] = frozenset()
    """The kinds of all entities."""
    hints_left: int = MOST_HINTS
    _readings: dict[str, list[Literal]] = field(default_factory=dict)

    def ids(self, section: str) -> Mapping[str, Span]:
        """Return the ids that a section declares."""
        return self.declared.get(section, {})

    def note_damage(self, section: str, *nodes: Node) -> None:
        """Remember a declaration that could not be read, if others may name what it declares."""
        if section in ("rule base", "sources", "entities", "statements"):
            self.damage.add(*nodes)

    def error(
        self, code: str, message: str, span: Span, hint: str = "", fix: tuple[Edit, ...] = ()
    ) -> None:
        """Report a problem."""
        self.problems.error(code, message, span, hint, fix)

    def read(self, sentence: str) -> list[Literal]:
        """Read a sentence; one that was read not long ago is known."""
        found = self._readings.get(sentence)
        if found is None:
            if len(self._readings) >= MOST_READINGS:
                self._readings.clear()
            found = self._readings[sentence] = self.vocabulary.read(sentence)
        return found
