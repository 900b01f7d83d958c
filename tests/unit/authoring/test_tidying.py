from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.authoring import tidying
from arguendo.authoring.formatting import formatted
from arguendo.authoring.tidying import tidy
from tests.tui.town import KNOWLEDGE, RULES, write_town


@pytest.mark.parametrize("folder", [".", "examples/animals", "examples/british-citizenship"])
def test_shipped_files_say_the_same_in_the_one_layout(checkout: Path, folder: str) -> None:
    found = tidy(checkout / folder)
    assert len(found) > 5
    assert [file.name for file in found if file.left] == []
    assert [file.name for file in found if formatted(file.after) != file.after] == []


def test_only_what_is_named_is_formatted(tmp_path: Path) -> None:
    folder = write_town(tmp_path, rules=RULES.replace("title:", "title: "))
    assert [file.name for file in tidy(folder)] == ["knowledge/town.yaml", "rules/town.yaml"]
    assert [file.name for file in tidy(folder, {"rules/town.yaml"})] == ["rules/town.yaml"]


def test_a_file_with_errors_is_left_and_others_are_not(tmp_path: Path) -> None:
    folder = write_town(
        tmp_path, KNOWLEDGE.replace("title: The", "title:  The"), RULES.replace("likely", "surely")
    )
    knowledge, rules = tidy(folder)
    assert (knowledge.left, knowledge.changed) == ("", True)
    assert (rules.left, rules.changed) == ("it has errors", False)


@pytest.mark.parametrize(("old", "new"), [("likely", "very likely"), ("then:", "than:")])
def test_nothing_is_changed_that_would_read_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    monkeypatch.setattr(tidying, "formatted", lambda text: text.replace(old, new))
    found = tidy(write_town(tmp_path))
    assert all(file.left and not file.changed for file in found)
