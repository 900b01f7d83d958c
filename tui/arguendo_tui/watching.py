"""Watches the files of a rule base for changes made by other programs."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from pathlib import Path
from typing import TypeAlias

from arguendo.content import ENDINGS, FOLDERS, find_rule_base

Watch: TypeAlias = Callable[[Path | None], AsyncIterator[object]]
"""Yields something after each change of a rule base's files."""

CALM = 400
"""Milliseconds for which changes are gathered, since editors write in several steps."""


async def changes(folder: Path | None = None, calm: int = CALM) -> AsyncGenerator[object, None]:
    """Yield whenever files of a rule base (default: the article's) have changed, until closed.

    Folders that are not there at the beginning are not watched. Raises what the system raises
    where it cannot watch.
    """
    from watchfiles import Change, awatch

    def ours(change: Change, path: str) -> bool:
        return concerns_rules(path)

    folders = watched(folder)
    async for changed in awatch(*folders, watch_filter=ours, debounce=calm, rust_timeout=1_000):
        yield changed


def watched(folder: Path | None) -> list[Path]:
    """Return the folders of a rule base that there are."""
    home = find_rule_base(folder).resolve()
    return [home / name for name in FOLDERS if (home / name).is_dir()]


def concerns_rules(path: str) -> bool:
    """Tell whether a file is one that the library reads."""
    return path.endswith(ENDINGS) and not Path(path).name.startswith(".")
