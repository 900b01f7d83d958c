"""The forms that traces are written in, a file each; what needs another package loads it late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from arguendo.case import Case
from arguendo.matching.grounding import Grounding
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.statements import parse_statement
from arguendo.traces.record import Trace
from arguendo.traces.running import lines
from arguendo.wording.statements import Speaker


class Missing(Exception):
    """A package that a format needs is not installed."""


@dataclass(frozen=True)
class Source:
    """Traces to be written: a file of them, gone through as often as needed."""

    file: Path
    rulebase: RuleBase

    def __iter__(self) -> Iterator[Trace]:
        """Go through the traces. Raises `BadTrace` and `OSError`."""
        return lines(self.file)

    @cached_property
    def case(self) -> Case:
        """A case of the rule base, for pictures of the cases of traces."""
        return Case(Grounding(self.rulebase, editing=True))

    def says(self, key: str, positive: bool = True) -> str:
        """Affirm or deny a statement in a clause; a key that is none is returned as it is."""
        if (key, positive) not in self._said:
            statement = parse_statement(key)
            said = Speaker(self.rulebase).put(statement, positive) if statement else key
            self._said[key, positive] = printable(said)
        return self._said[key, positive]

    @cached_property
    def _said(self) -> dict[tuple[str, bool], str]:
        return {}


class Writer(Protocol):
    """What a module of this package offers."""

    def __call__(self, source: Source, out: Path) -> None:
        """Write all traces to a file, or as files to a folder."""


FORMATS: Mapping[str, str] = {
    "jsonl": "a trace a line, with all that there is",
    "chat": "a conversation a line, for fine-tuning",
    "steps": "questions with their steps, each labelled right or wrong, for process supervision",
    "parquet": "the traces as one Parquet file",
    "data-set": "a folder with a card and a Parquet file for each split",
    "markdown": "a lesson a file, as Markdown",
    "html": "a lesson a file, as a page that needs nothing else",
    "anki": "a deck of cards",
    "aif": "a file each in the Argument Interchange Format, as JSON",
    "argdown": "a file each in Argdown",
    "mermaid": "a flowchart a file",
    "prov": "a file each in W3C PROV-JSON",
}
"""What can be written, and what it is."""


def writer(name: str) -> Writer:
    """Load what writes a format. Raises `KeyError` for one that there is not, and `Missing`."""
    if name not in FORMATS:
        raise KeyError(name)
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    found: Writer = module.write
    return found


def loaded(module: str, package: str, extra: str) -> Any:
    """Load a package that is only there where an extra was installed. Raises `Missing`."""
    try:
        return import_module(module)
    except ImportError as error:
        raise Missing(f"{package} is not installed: pip install 'arguendo[{extra}]'") from error
