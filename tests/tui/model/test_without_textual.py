from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_presenters_and_desk_never_load_textual(checkout: Path) -> None:
    home = checkout / "tui" / "arguendo_tui" / "presenters"
    names = [f"arguendo_tui.presenters.{file.stem}" for file in home.glob("[!_]*.py")]
    assert len(names) > 5
    code = (
        "import sys, arguendo_tui.desk, arguendo_tui.drafting, arguendo_tui.watching\n"
        f"import {', '.join(names)}\n"
        "print([name for name in ('textual', 'rich') if name in sys.modules])"
    )
    path = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
