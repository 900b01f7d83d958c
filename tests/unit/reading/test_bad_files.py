"""Broken rule bases and what their authors are told.

Each folder below `tests/fixtures/bad` holds files with mistakes, which are added to the sound rule
base `_club`, and `problems.txt`, the messages that must come out, word for word. What lies in
`_beside` is put next to the club. To add a case, make a folder with files, run this test, and put
what it prints into `problems.txt` when it is good.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from arguendo.library import RuleBaseError, load, read
from arguendo.problems import render

BAD = Path(__file__).resolve().parents[2] / "fixtures" / "bad"
CASES = sorted(path for path in BAD.iterdir() if not path.name.startswith("_"))


def folder_of(case: Path, home: Path) -> Path:
    """The club's rule base with a case's files added, in a folder of its own."""
    for source in (BAD / "_club", case):
        shutil.copytree(source, home / "club", dirs_exist_ok=True)
    if (home / "club" / "_beside").is_dir():
        shutil.copytree(home / "club" / "_beside", home, dirs_exist_ok=True)
    return home / "club"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_mistake_is_told_in_its_own_words(case: Path, tmp_path: Path) -> None:
    rulebase, problems, texts = read(folder_of(case, tmp_path))
    told = "\n\n".join(render(problem, texts) for problem in problems) + "\n"
    assert told == (case / "problems.txt").read_text(encoding="utf-8"), told
    assert rulebase is None


def test_the_club_itself_is_sound(tmp_path: Path) -> None:
    shutil.copytree(BAD / "_club", tmp_path, dirs_exist_ok=True)
    assert load(tmp_path).name == "club"


def test_eight_mistakes_in_one_file_give_eight_messages(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load(folder_of(BAD / "eight_mistakes", tmp_path))
    problems = list(caught.value.problems)
    assert len(problems) == 8
    assert len({problem.code for problem in problems}) == 8
    assert all(problem.hint for problem in problems)
