from __future__ import annotations

import pytest

from arguendo.wording.page import Block, Page, Role, Row, Table
from arguendo_tui.presenters.labels import Tone, copied, label, paragraphs_text
from arguendo_tui.presenters.pages import (
    BAR,
    MOST_ECHOED,
    asked_again,
    bar,
    behind,
    echoed,
    page_paragraphs,
)

PAGE = Page(
    (
        Block(Role.ANSWER, ("Yes.",)),
        Block(Role.REASON, ("Since it is so.",)),
        Block(Role.LIST, ("One.", "Two."), "What changes"),
        Block(Role.STEPS, ("1. First.", "12. Last."), "Steps"),
        Block(Role.NOTE, ("By the way.",)),
        Block(Role.SUGGESTION, ("Why?",)),
    )
)


def test_blocks_stand_apart_and_lists_have_dots_or_numbers() -> None:
    assert paragraphs_text(page_paragraphs(PAGE)) == (
        "Yes.\n\nSince it is so.\n\nWhat changes\n• One.\n• Two.\n\nSteps\n1. First.\n12. Last."
        "\n\nBy the way."
    )


def test_a_table_is_set_as_bars_with_figures_and_words() -> None:
    rows = (Row(0.5, ("50%", "open", "It rains."), "open"), Row(0.004, ("under 1%", "", "Sun.")))
    block = Block(Role.LIST, ("a", "b"), "Heading", Table(("share", "footing", "what"), rows, "…"))
    assert paragraphs_text(page_paragraphs(Page((block,)))).splitlines() == [
        "Heading",
        "████████········      50%  It rains. Open.",
        "▏··············· under 1%  Sun.",
        "…",
    ]


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.97, 1.0])
def test_bars_are_as_wide_as_they_should_be(share: float) -> None:
    drawn = bar(share)
    assert len(drawn) == BAR
    assert abs(sum("·▏▎▍▌▋▊▉█".index(cell) for cell in drawn) / 8 - share * BAR) <= 1 / 8
    assert (drawn == "·" * BAR) is (share == 0)


def test_what_stands_below_a_step_hangs_below_it() -> None:
    steps = Page((Block(Role.STEPS, ("This fails:", "  Missing: that.", "  1. So.")),))
    told = page_paragraphs(steps)
    assert paragraphs_text(told) == "• This fails:\n  • Missing: that.\n  1. So."
    assert [each.mark for each in told] == ["• ", "  • ", "  1. "]


def test_the_answer_stands_out_and_the_aside_steps_back() -> None:
    tones = [paragraph.label.pieces[0][1] for paragraph in page_paragraphs(PAGE)]
    assert (tones[0], tones[1], tones[-1]) == (Tone.STRONG, Tone.PLAIN, Tone.DIM)


def test_a_question_asked_again_tells_the_answer_and_what_changed() -> None:
    step = Page((Block(Role.ANSWER, ("Assumed.",)), Block(Role.LIST, ("It rains.",), "Now")))
    told = asked_again(PAGE, "Is it so?", "Before: no. Now: yes.", step)
    assert paragraphs_text(told) == (
        "With that: Is it so?\nBefore: no. Now: yes.\nYes.\n\nNow\n• It rains."
    )
    assert paragraphs_text(behind(PAGE, Page(()))).startswith("Since it is so.")


def test_a_label_is_safe_to_print_and_without_empty_pieces() -> None:
    made = label("a\x1b[31m", ("", Tone.BAD), ("b\n", Tone.GOOD))
    assert made.plain == "a\N{REPLACEMENT CHARACTER}[31mb\N{REPLACEMENT CHARACTER}"
    assert len(made.pieces) == 2


def test_a_very_long_question_is_shown_in_short() -> None:
    shown = echoed("Does it rain and " * 3000)
    assert len(shown) < MOST_ECHOED + 40
    assert shown.endswith("… (50,400 more characters)")
    assert echoed("x" * (MOST_ECHOED + 1)) == "x" * (MOST_ECHOED + 1)


def test_it_is_said_what_was_copied() -> None:
    told = copied("Yes, that is likely: the fair opens.\nTwo things speak for it, and more.")
    assert told.endswith("“Yes, that is likely: the fair opens. …”")
    assert copied("Yes.\x1b").endswith("“Yes.\N{REPLACEMENT CHARACTER}”")
