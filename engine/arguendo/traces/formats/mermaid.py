"""A flowchart a file, as the maps draw it."""

from __future__ import annotations

from pathlib import Path

from arguendo.export.maps.mermaid import mermaid
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.formats.pictures import picture


def write(source: Source, out: Path) -> None:
    """Write a flowchart for each trace to a folder."""
    write_each(out, source, ".mmd", lambda trace: mermaid(picture(trace, source)).rstrip())
