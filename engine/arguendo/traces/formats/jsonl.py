"""A trace a line."""

from __future__ import annotations

from pathlib import Path

from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_lines
from arguendo.traces.record import written


def write(source: Source, out: Path) -> None:
    """Write the traces as they are."""
    write_lines(out, map(written, source))
