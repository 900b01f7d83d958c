from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.desk import Desk
from arguendo_tui.presenters.transcript import Entry, escaped, file_name, transcript
from tests.builders import rulebase


def test_a_conversation_becomes_markdown(fair: Case) -> None:
    page = Page(
        (
            Block(Role.ANSWER, ("No.",)),
            Block(Role.LIST, ("*x*",), "Then"),
            Block(Role.STEPS, ("It fails:", "  Missing: *y*.")),
            Block(Role.NOTE, ("So.",)),
        )
    )
    text = transcript(fair.choose("storm"), [Entry("Why # so?", (page,))], "2024-05-01")
    assert text.startswith(
        "# Does the street fair take place?\n\nA conversation with arguendo, 2024-05-01."
    )
    assert "- Scenario at the end: A \\[bold\\]wet\\[/bold\\] day\n" in text
    assert "- Assumed at the end:\n  - It rains on the fair.\n" in text
    assert "- As of: " not in text
    assert "- As of: 1 April 2024\n" in transcript(fair.on("2024-04-01"), [], "2024-05-01")
    assert text.endswith(
        "## Why \\# so?\n\nNo.\n\n**Then**\n\n- \\*x\\*\n\n"
        "- It fails:\n  - Missing: \\*y\\*.\n\n*So.*\n"
    )


@pytest.mark.parametrize("text", ["<b>", "a\nb", "\x1b[1m", "`x`", "[a](b)"])
def test_nothing_in_it_is_taken_for_markup(text: str) -> None:
    made = escaped(text)
    assert "\n" not in made
    assert "\x1b" not in made
    assert all(made[at - 1] == "\\" for at, sign in enumerate(made) if sign in "<>`[]")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("fair", "arguendo-fair-D.md"),
        ("../Evil  name", "arguendo-evil-name-D.md"),
        ("é", "arguendo-D.md"),
    ],
)
def test_the_file_is_named_for_the_rule_base_and_the_day(name: str, file: str) -> None:
    assert file_name(Case.of(rulebase(name=name)), "D") == file


def test_what_is_asked_and_set_comes_in_order(desk: Desk) -> None:
    desk.ask("Does the fair open?")
    desk.choose("storm")
    headings = [line for line in desk.markdown("D").splitlines() if line.startswith("## ")]
    assert headings == ["## Does the fair open?", "## Begin with “A \\[bold\\]wet\\[/bold\\] day”."]
