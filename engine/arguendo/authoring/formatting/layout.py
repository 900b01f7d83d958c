"""In which order the keys of each place of a file go, and where blank lines stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from arguendo.reading import (
    SECTIONS,
    entities,
    facts,
    phrasings,
    questions,
    rule_base,
    rules,
    scenarios,
    sources,
    statements,
)
from arguendo.reading.keys import Key


@dataclass(frozen=True)
class Layout:
    """How the parts of a mapping or list are laid out; what is not said stays as it is."""

    order: tuple[str, ...] = ()
    """Keys in their order; without any, the order is the author's."""
    spaced: bool = False
    """Whether a blank line stands between its parts."""
    below: Mapping[str, Layout] = field(default_factory=dict)
    """The layout of what stands under a key."""
    each: Layout | None = None
    """The layout of all other parts."""

    def under(self, key: str | None) -> Layout:
        """Return the layout of a part: of a key's value, or (None) of an item."""
        return self.below.get(key or "") or self.each or PLAIN


PLAIN = Layout()


def _each(table: Iterable[Key[Any]], *, spaced: bool = False, **below: Layout) -> Layout:
    """Lay out a section whose parts have the keys of a reader's table."""
    return Layout(spaced=spaced, each=Layout(tuple(key.name for key in table), below=below))


class _Condition(Layout):
    """Conditions nest, so that their layout is its own part."""

    def under(self, key: str | None) -> Layout:
        return self


_CONDITION = _Condition(("at least", "of"))
_EXPECTATIONS = Layout(each=Layout(each=Layout(tuple(key.name for key in scenarios.EXPECTATION))))
_SCENARIOS = _each(scenarios.KEYS, spaced=True, expect=_EXPECTATIONS)

FILE = Layout(
    spaced=True,
    below=dict.fromkeys(SECTIONS, PLAIN)
    | {
        "rule base": Layout(tuple(key.name for key in rule_base.KEYS)),
        "sources": _each(sources.KEYS),
        "entities": _each(entities.KEYS),
        "statements": _each(statements.KEYS),
        "facts": _each(facts.KEYS),
        "questions": _each(questions.KEYS),
        "rules": _each(rules.KEYS, spaced=True, **{"if": _CONDITION, "unless": _CONDITION}),
        "scenarios": _SCENARIOS,
        "tests": _SCENARIOS,
        "phrasings": _each(phrasings.KEYS),
    },
)
"""A whole file. The orders are those of the readers' tables."""
