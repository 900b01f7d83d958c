from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.conversation.readers.exact import COMMANDS
from arguendo_tui.presenters.completion import MOST, Completer


@pytest.fixture
def completer(fair: Case) -> Completer:
    return Completer.of(fair.rulebase)


def lines(completer: Completer, line: str) -> list[str]:
    return [one.line for one in completer.complete(line)]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("does bob", "Does Bob help?"),
        ("rain", "Does it rain on the fair?"),
        ("does fair op", "Does the fair open?"),
        ("why the fair op", "why the fair opens"),
        ("what if bob", "what if Bob helps"),
        ("who is ad", "who is Ada"),
        ("what about the street f", "what about the street fair"),
    ],
)
def test_sentences_and_names_are_completed(completer: Completer, line: str, first: str) -> None:
    assert lines(completer, line)[0] == first


@pytest.mark.parametrize("line", ["", "d", "   ", "Does Bob help?", "zebra"])
def test_nothing_is_offered_where_nothing_fits(completer: Completer, line: str) -> None:
    assert lines(completer, line) == []


def test_a_name_at_the_end_is_shown_alone(completer: Completer) -> None:
    assert [one.shown for one in completer.complete("tell me of ad")] == ["… Ada"]


@given(line=st.text(max_size=40))
def test_few_are_offered_and_none_twice(fair_folder: object, line: str) -> None:
    completer = Completer(("Ada", "the fair"), ("Does Ada help?",), ("Ada helps",))
    found = completer.complete(line)
    assert len(found) <= MOST or line == "/"  # it offers every command
    assert len(set(found)) == len(found)


def test_commands_and_what_they_take_are_completed(checkout: Path) -> None:
    completer = Completer.of(Case.open(checkout / "examples" / "animals").rulebase)
    assert [each.line for each in completer.complete("/why")] == ["/whynot"]
    every = [each.line for each in completer.complete("/")]
    assert every == [*(f"/{each}" for each in COMMANDS), "/export"]
    (told,) = completer.complete("/conf") + completer.complete("/cons")
    assert told.shown == "/consult [SENTENCE]: be asked what bears on it"
    assert "/export" in [each.line for each in completer.complete("/ex")]
    offered = [each.line for each in completer.complete("/assume the animal fl")]
    assert "/assume the animal flies" in offered
