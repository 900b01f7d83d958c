from __future__ import annotations

import asyncio
from pathlib import Path

from arguendo_tui.watching import changes
from tests.tui.fair import RULES, write_fair


async def test_a_change_of_its_files_is_told_and_no_other(tmp_path: Path) -> None:
    folder = write_fair(tmp_path)
    told = changes(folder, calm=50)
    waiting = asyncio.ensure_future(anext(told))
    await asyncio.sleep(0)
    (folder / "rules" / ".town.yaml.part").write_text("unfinished")
    (folder / "rules" / "notes.txt").write_text("notes")
    (folder / "rules" / "town.yaml").write_text(RULES + "\n")
    found = await asyncio.wait_for(waiting, 20)
    assert isinstance(found, set)
    assert {Path(path).name for _, path in found} == {"town.yaml"}
    await told.aclose()
