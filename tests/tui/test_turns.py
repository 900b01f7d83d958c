from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.readers.exact import COMMANDS
from arguendo.conversation.state import State
from arguendo.wording.page import Page, Role
from arguendo_tui.turns import Talk, completions, greeting, prompt, turn

QUESTION = "Does the town build a bridge?"


def said(case: Case, *texts: str) -> tuple[Talk, Page]:
    """Take some turns, and return where they lead with the last page."""
    talk = Talk(State(case))
    page: Page | None = None
    for text in texts:
        talk, page = turn(talk, text)
    assert page is not None
    return talk, page


@pytest.mark.parametrize("text", ["/quit", "quit", " /EXIT "])
def test_one_can_leave(bridge: Case, text: str) -> None:
    assert turn(Talk(State(bridge)), text)[1] is None


def test_an_empty_line_changes_nothing(bridge: Case) -> None:
    talk = Talk(State(bridge))
    assert turn(talk, "  ") == (talk, Page(()))


def test_a_reply_ends_with_questions_that_a_number_picks(bridge: Case) -> None:
    talk, page = said(bridge, QUESTION)
    assert talk.last is not None
    assert page.blocks[-1].role is Role.SUGGESTION
    assert page.blocks[-1].lines == talk.last.suggestions
    after, picked = said(bridge, QUESTION, "2")
    assert picked.blocks[0].lines == (f"→ {talk.last.suggestions[1]}",)
    assert after.last is not None
    assert after.last.question == talk.last.suggestions[1]


def test_a_number_that_nothing_has_is_said(bridge: Case) -> None:
    talk, page = said(bridge, QUESTION, "99")
    assert page.blocks[0].lines == ("There is no suggestion 99.",)
    assert len(talk.state.turns) == 1


@pytest.mark.parametrize("text", ["more", "/full", "/more"])
def test_the_reasoning_unfolds(bridge: Case, text: str) -> None:
    talk, page = said(bridge, QUESTION, text)
    assert talk.last is not None
    assert page == talk.last.detail
    assert page.blocks


def test_before_the_first_answer_there_is_nothing_to_unfold(bridge: Case) -> None:
    assert said(bridge, "more")[1].blocks[0].lines == ("There is nothing more to tell.",)


def test_help_names_what_only_line_mode_has(bridge: Case) -> None:
    _, page = said(bridge, "/help")
    assert any("/quit" in line for block in page.blocks for line in block.lines)


def test_the_prompt_tells_scenario_own_assumptions_and_day(bridge: Case) -> None:
    talk, _ = said(bridge, "/scenario willing")
    assert prompt(talk.state) == "willing> "
    talk, _ = said(bridge, "Assume that the town has the will.")
    assert prompt(talk.state) == "bare +1> "
    talk, _ = said(bridge, "as of 5 May 2020")
    assert prompt(talk.state) == "bare as of 2020-05-05> "
    assert greeting(bridge.rulebase).answer == "Will the town build a bridge?"


@pytest.mark.parametrize(
    ("text", "replaced", "found"),
    [
        ("/wh", 3, "/why"),
        ("/qu", 3, "/quit"),
        ("/scenario w", 1, "willing"),
        ("/assume the town h", 10, "the town has the will"),
        ("assume that THE TOWN", 8, "the town has the will"),
        ("what does tow", 3, "town"),
    ],
)
def test_what_is_begun_can_be_completed(bridge: Case, text: str, replaced: int, found: str) -> None:
    length, choices = completions(bridge.rulebase, text)
    assert length == replaced
    assert found in choices


@pytest.mark.parametrize("text", ["", "x", "what does zebra", "/why /"])
def test_what_nothing_begins_with_is_left_alone(bridge: Case, text: str) -> None:
    assert completions(bridge.rulebase, text)[1] == []


def test_help_tells_every_command(bridge: Case) -> None:
    page = said(bridge, "/help")[1]
    assert all(f"/{name}" in page.text for name in COMMANDS)
