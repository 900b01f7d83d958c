"""Files that commands write, and pictures drawn without a sound."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arguendo_tui.cli.console import Stop, complain


def write(made: bytes, out: Path | None) -> None:
    """Write a file whole or not at all, or to the standard output. Raises `Stop`."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return
    from arguendo.disk import write_whole

    try:
        write_whole(out, made)
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}") from error
    complain(f"Written: {out}")


@contextmanager
def quietly() -> Iterator[None]:
    """Keep C libraries from writing on the standard error what they find odd about fonts."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
