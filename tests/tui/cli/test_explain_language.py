from __future__ import annotations

import pytest

from arguendo.authoring.language import TOPICS, topic
from arguendo_tui.cli.commands import explain_language
from tests.tui.cli.conftest import Command


def test_without_a_topic_all_are_listed(arguendo: Command) -> None:
    found = arguendo("explain-language")
    assert (found.status, found.err) == (0, "")
    first = found.out.splitlines()[1]
    assert first.startswith("statements ")
    assert first.endswith(topic("statements").summary)
    assert len(found.out.splitlines()) == len(TOPICS) + 2


@pytest.mark.parametrize("name", ["any-all-not", "any, all, not", "Any All Not"])
def test_a_topic_is_printed_as_it_is_into_a_pipe(arguendo: Command, name: str) -> None:
    assert arguendo("explain-language", name).out == topic("any-all-not").text


def test_in_a_terminal_its_prose_is_wrapped(
    arguendo: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explain_language, "width", lambda: 60)
    lines = arguendo("explain-language", "any-all-not").out.splitlines()
    example = topic("any-all-not").text.partition("```")[2]
    assert max(len(line) for line in lines if line not in example) < 60
    assert example.rstrip() in "\n".join(lines)
    listed = arguendo("explain-language").out.splitlines()
    assert max(map(len, listed)) <= 60


def test_a_key_leads_to_the_topic_that_tells_of_it(arguendo: Command) -> None:
    assert arguendo("explain-language", "because").out == topic("rules").text


def test_the_nearest_topic_is_named(arguendo: Command) -> None:
    found = arguendo("explain-language", "comparison")
    assert (found.status, found.out) == (2, "")
    assert "did you mean “comparisons”?" in found.err
