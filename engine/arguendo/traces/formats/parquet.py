"""All traces in one Parquet file."""

from __future__ import annotations

from pathlib import Path

from arguendo.traces.formats import Source
from arguendo.traces.formats.rows import Table


def write(source: Source, out: Path) -> None:
    """Write a row a trace. Raises `Missing` where Apache Arrow is."""
    table = Table(out)
    for trace in source:
        table.add(trace)
    table.close()
