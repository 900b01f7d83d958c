from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from arguendo.inquiry.query import Intent, Query
from arguendo_tui.desk import Desk
from arguendo_tui.widgets.cards import Welcome
from arguendo_tui.widgets.outline import Outline
from arguendo_tui.widgets.prompt import Line
from tests.builders import statement
from tests.tui.driving import BROAD, NARROW, program

OPENS = "Does the fair open?"


async def test_it_welcomes_with_questions_of_the_rule_base(fair: Path) -> None:
    async with program(fair) as ui:
        assert "Does the street fair take place?" in ui.text()
        examples = ui.screen.query_one(Welcome).suggestions
        assert examples
        assert all(example in ui.text() for example in examples)


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_a_question_typed_is_answered(fair: Path, size: tuple[int, int]) -> None:
    async with program(fair, size) as ui:
        card = await ui.ask(OPENS)
        assert card.question == OPENS
        assert card.text.startswith("Yes, that is likely: the fair opens.")
        assert "the fair opens" in ui.text()


async def test_a_click_on_a_suggestion_asks_it(fair: Path) -> None:
    async with program(fair) as ui:
        example = ui.screen.query_one(Welcome).suggestions[0]
        await ui.click("#welcome .suggestion")
        assert ui.cards[-1].question == example


async def test_a_number_asks_a_suggestion_of_the_last_answer(fair: Path) -> None:
    async with program(fair) as ui:
        first = await ui.ask(OPENS)
        second = await ui.ask("2")
        assert second.question == first.suggestions[1]
        turns = len(ui.cards)
        for number in ("99", "²"):
            await ui.ask(number)
        assert "There is no suggestion 99." in [each.message for each in ui.app._notifications]
        assert [card.question for card in ui.cards[turns:]] == ["²"]


async def test_a_consultation_is_held_in_the_chat(fair: Path) -> None:
    async with program(fair) as ui:
        begun = await ui.ask("Help me find out whether the fair opens.")
        assert "Question 1: Does it rain on the fair?" in begun.text
        assert "would stand in the way of the argument" in (await ui.ask("why?")).text
        ended = await ui.ask("1")
        assert ended.question == "Yes."
        assert "it rains on the fair (assumed)" in ended.text
        assert "Nothing that is still open can change that." in ended.text
        assert "what if" in ui.status


async def test_a_day_is_set_in_the_chat_and_shown(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("as of 1 April 2024")
        assert "as of 1 April 2024" in ui.status
        assert any("only on 2 April 2024" in line for line in ui.lines("#toggles"))


async def test_the_reasoning_unfolds_in_place(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        shown = ["step by step" in ui.text()]
        for _ in range(2):
            await ui.press("ctrl+o")
            shown.append("step by step" in ui.text())
        assert shown == [False, True, False]


async def test_an_answer_is_worked_from_the_keyboard(fair: Path) -> None:
    async with program(fair) as ui:
        card = await ui.ask(OPENS)
        await ui.press("shift+tab")
        assert ui.app.focused is card
        await ui.press("enter")
        assert card.is_unfolded
        await ui.press("ctrl+c")
        assert ui.app.clipboard == card.text
        await ui.press("1")
        assert ui.cards[-1].question == card.suggestions[0]
        assert ui.focus == "line"


async def test_the_last_answer_is_copied(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        card = await ui.ask("Does Bob help?")
        await ui.press("ctrl+c")
        assert ui.app.clipboard == card.text != ""


async def test_what_is_pointed_at_in_a_pane_is_copied(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.press("f5", "ctrl+c")
        assert ui.app.clipboard.startswith("Permit and helpers [bold]open[/bold] it")
        assert "If the fair has a permit" in ui.app.clipboard
        await ui.press("f6", "ctrl+c")
        assert "The council has given its permit" in ui.app.clipboard
        await ui.press("f5", "slash", "ctrl+c")
        assert "The council" not in ui.app.clipboard


async def test_the_history_comes_back(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.ask("Does Bob help?")
        line = ui.screen.query_one(Line)
        line.value = "draft of"
        await ui.press("escape", "up")
        assert line.value == "Does Bob help?"
        await ui.press("up", "up")
        assert line.value == OPENS
        await ui.press("down", "down")
        assert line.value == "draft of"


async def test_what_is_typed_is_completed(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press(*"does")
        assert "Does Bob help?" in ui.lines("#completions")
        await ui.press("space", *"bob", "tab")
        assert ui.screen.query_one(Line).value == "Does Bob help?"
        assert not ui.screen.query_one("#completions").display
        assert ui.focus == "line"


async def test_a_completion_is_picked_with_arrows_and_only_then_taken_by_enter(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press(*"does", "down", "enter")
        assert ui.cards == []
        assert ui.screen.query_one(Line).value.startswith("Does ")
        await ui.press("enter")
        assert len(ui.cards) == 1


async def test_without_completions_tab_goes_on(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.press("tab")
        assert ui.focus == "nav"


async def test_the_tree_shows_the_last_answer_and_asks_about_its_steps(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("Does the fair pay for itself?")
        tree = ui.lines("#why-tree")
        assert tree[0].startswith("▾ step 1: The fair pays for itself — likely")
        assert "◂ weakest link" in tree[0]
        assert sum("The fair has helpers" in line for line in tree) == 2
        assert any(line.endswith("— see step 4") for line in tree)
        await ui.press("f3", "down", "enter")
        assert ui.cards[-1].question == "why 2"
        assert "permit" in ui.cards[-1].text
        assert ui.lines("#why-tree") == tree


async def test_the_tree_opens_and_closes(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask("Does the fair pay for itself?")
        await ui.press("f3")
        count = len(ui.lines("#why-tree"))
        await ui.press("left")
        assert len(ui.lines("#why-tree")) == 1
        await ui.press("right")
        assert len(ui.lines("#why-tree")) == count
        await ui.press("down", "down", "left")
        assert ui.screen.query_one(Outline).highlighted == 1
        await ui.press("space")
        assert len(ui.lines("#why-tree")) < count


async def test_a_step_pointed_at_tells_its_warrant_and_paragraph(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        await ui.press("f3")
        assert "Nothing else stands in the way." in ui.text()
        assert "¶2 It may rain" in ui.text()


async def test_the_mouse_turns_points_and_asks(fair: Path) -> None:
    async with program(fair) as ui:
        await ui.ask(OPENS)
        count = len(ui.lines("#why-tree"))
        await ui.pilot.click("#why-tree", offset=(0, 0))
        await ui.settle()
        assert len(ui.lines("#why-tree")) == 1 < count
        assert len(ui.cards) == 1
        await ui.pilot.click("#why-tree", offset=(8, 0), times=2)
        await ui.settle()
        assert ui.cards[-1].question == "why 1"


async def test_readings_asked_back_can_be_picked(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rain, bob = (Query(Intent.ASK, statement(text)) for text in ("rains(fair)", "helps(bob)"))
    unclear = replace(rain, clarify=True, alternatives=(bob,))
    async with program(fair) as ui:
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "ask", lambda desk, text: desk.put(unclear, text))
            card = await ui.ask("helps or rains")
        assert card.text == "Did you mean one of these?"
        assert card.suggestions == ("Does it rain on the fair?", "Does Bob help?")
        picked = await ui.ask("2")
        assert picked.question == "Does Bob help?"
        assert "Bob helps" in picked.text


async def test_a_failure_of_the_program_is_told_and_changes_nothing(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(desk: Desk, text: str) -> None:
        raise ZeroDivisionError("[bold]")

    async with program(fair) as ui:
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "ask", fail)
            card = await ui.ask(OPENS)
        assert "ZeroDivisionError: [bold]" in card.text
        assert (await ui.ask(OPENS)).text.startswith("Yes")


async def test_text_is_never_taken_for_markup(fair: Path) -> None:
    async with program(fair) as ui:
        card = await ui.ask("[bold]Does[/bold] it \x1b[31mrain[/red] [link=x]")
        assert "[bold]Does[/bold] it" in ui.text()
        assert card.answered
        assert "\x1b" not in ui.text()
        await ui.ask(OPENS)
        await ui.press("f3")
        assert "Permit and helpers [bold]open[/bold] it" in ui.text()
        await ui.press("f5")
        assert any("[bold]open[/bold]" in line for line in ui.lines("#rule-list"))
        await ui.press("ctrl+p", *"wet")
        commands = ui.screen.query_one("CommandList", OptionList)
        await ui.pilot.pause(0.3)
        shown = [str(option.prompt) for option in commands.options]
        assert any("A [bold]wet[/bold] day" in prompt for prompt in shown)


async def test_an_answer_longer_than_the_screen_is_read_from_its_beginning(fair: Path) -> None:
    async with program(fair, NARROW) as ui:
        await ui.ask(OPENS)
        await ui.press("ctrl+o")
        assert f"» {OPENS}" in ui.text().splitlines()[4]
        await ui.press("pagedown")
        assert f"» {OPENS}" not in ui.text()
        await ui.ask("Does Ada help?")
        assert "» Does Ada help?" in ui.text()
        assert ui.cards[-1].suggestions[-1] in ui.text()
