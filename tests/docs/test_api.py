"""The page on Python programs: its examples run and print what it shows."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tests.docs.pages import blocks


def test_examples_print_what_is_shown(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A paragraph is shown by how it begins; doctest compares in ASCII.
    monkeypatch.setattr(doctest, "ELLIPSIS_MARKER", r"\u2026")
    monkeypatch.chdir(checkout)
    page = (checkout / "docs" / "api.md").read_text(encoding="utf-8")
    shown = "\n".join(each.text for each in blocks(page) if each.sort == "pycon")
    test = doctest.DocTestParser().get_doctest(shown, {}, "docs/api.md", None, 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    failed, attempted = runner.run(test, out=told.append)
    assert not failed, "".join(told)
    assert attempted > 20
