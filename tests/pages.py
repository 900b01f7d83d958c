"""The sound rule base that examples in pages about checks are added to, and what comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from arguendo.problems import Problem
from arguendo.review.examination import examine

BASE = Path(__file__).parent / "fixtures" / "pages"


def problems_with(files: Mapping[str, str], home: Path) -> list[Problem]:
    """Write the sound rule base and further files to a folder, and return all its problems.

    A file of the same name takes the place of the sound one.
    """
    shutil.copytree(BASE, home, dirs_exist_ok=True)
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    return list(examine(home).problems)
