from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from json import loads as decode
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.journal.files import Journal
from arguendo.journal.records import Edition, Passage, Put, Stage, Told, Turn, TypedQuery
from arguendo.journal.turns import edition_of, head_of, stage_of
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.desk import Desk
from arguendo_tui.minutes import Minutes
from arguendo_tui.presenters.transcript import (
    Transcript,
    escaped,
    file_name,
    html,
    json,
    markdown,
    writer_for,
)


def transcript(case: Case, *pages: Page, question: str = "Why # so?") -> Transcript:
    """Make one of a single turn; of two pages the first is a last question's, put anew."""
    told = [
        Told(text=tuple(Passage(b.role.value, b.lines, b.heading) for b in page.blocks))
        for page in pages
    ]
    put, *again = [Put(question, TypedQuery("ask"), each) for each in reversed(told)]
    base = case.rulebase
    stage = stage_of(case)
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    turn = Turn(moment, put, edition_of(base), stage, again[0] if again else None)
    return Transcript(base.title, edition_of(base), "2024-05-01", stage, (turn,))


def test_a_conversation_becomes_markdown(fair: Case) -> None:
    page = Page(
        (
            Block(Role.ANSWER, ("No.",)),
            Block(Role.LIST, ("*x*",), "Then"),
            Block(Role.STEPS, ("It fails:", "  Missing: *y*.")),
            Block(Role.NOTE, ("So.",)),
            Block(Role.SUGGESTION, ("And?",)),
        )
    )
    text = markdown(transcript(fair.choose("storm"), page))
    assert text.startswith(
        "# Does the street fair take place?\n\nA conversation with arguendo, 2024-05-01."
    )
    assert "- Scenario at the end: A \\[bold\\]wet\\[/bold\\] day\n" in text
    assert "- Assumed at the end:\n  - It rains on the fair.\n" in text
    assert "- As of: " not in text
    assert "- As of: 1 April 2024\n" in markdown(transcript(fair.on("2024-04-01"), page))
    assert text.endswith(
        "## Why \\# so?\n\nNo.\n\n**Then**\n\n- \\*x\\*\n\n"
        "- It fails:\n  - Missing: \\*y\\*.\n\n*So.*\n"
    )


def test_a_question_put_anew_is_answered_before_the_step(fair: Case) -> None:
    first, second = (Page((Block(Role.ANSWER, (text,)),)) for text in ("Yes.", "Done."))
    told = transcript(fair, first, second)
    for text in (markdown(told), html(told)):
        assert 0 < text.index("Yes.") < text.index("Done.")


def test_a_step_on_the_stage_names_the_question_that_it_answers_anew(desk: Desk) -> None:
    desk.ask("Does the fair open?")
    desk.choose("storm")
    told = desk.transcript("D")
    for text in (markdown(told), html(told)):
        asked = text.index("With that: Does the fair open?")
        assert text.index("wet", text.index("Does the fair open?")) < asked
        lines = [line for line in text[asked:].splitlines() if "It is assumed here" in line]
        assert len(lines) == len(set(lines))


def test_the_reasoning_is_written_down_as_well(desk: Desk) -> None:
    desk.ask("Does the fair pay for itself?")
    told = desk.transcript("D")
    steps = [f"{n}. " for n in (1, 2, 3)]
    for text in (markdown(told), html(told)):
        assert "step by step" in text
        assert all(step in text for step in steps)
    (turn,) = decode(json(told))["turns"]
    assert all(step in turn["answer"]["reasoning"] for step in steps)


EVIL = "<script>alert(1)</script> & \x1b[31m \"'"


def test_a_web_page_takes_nothing_for_markup_and_loads_nothing(fair: Case) -> None:
    page = Page(tuple(Block(role, (EVIL, EVIL), EVIL) for role in Role))
    told = replace(transcript(fair, page, question=EVIL), title=EVIL)
    text = html(told)
    assert text.startswith("<!DOCTYPE html>")
    assert "<script" not in text
    assert "\x1b" not in text
    assert not re.search(r"(?:src|href|url)\s*[=(]", text)
    tags = [tag for kind, tag in Tags.of(text) if kind == "open"]
    assert sorted(tags) == sorted(tag for kind, tag in Tags.of(text) if kind == "close")
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ") > len(Role)


class Tags(HTMLParser):
    """Collects the tags of a page, those that have no end left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    @classmethod
    def of(cls, text: str) -> list[tuple[str, str]]:
        parser = cls()
        parser.feed(text)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.found.append(("open", tag))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("close", tag))


def test_json_names_the_session_that_is_kept(fair: Case, tmp_path: Path) -> None:
    kept = Desk(fair, minutes=Minutes(Journal(tmp_path, head_of(fair, None, "s1"))))
    sessions = [decode(json(each.transcript("D")))["session"] for each in (kept, Desk(fair))]
    assert sessions == ["s1", None]


def test_json_tells_how_each_question_was_understood(desk: Desk) -> None:
    desk.ask("Does the fair open?")
    desk.choose("storm")
    first, second = decode(json(desk.transcript("D")))["turns"]
    assert first["understood"]["statement"] == "opens(fair)"
    assert first["answer"]["status"] == "holds"
    assert first["answer"]["text"].startswith("Yes, that is likely: the fair opens.")
    assert first["again"] is None
    assert second["case"]["assumptions"] == {"rains(fair)": True}
    assert second["again"]["question"] == "Does the fair open?"


@pytest.mark.parametrize(
    ("name", "writer"),
    [("a.md", markdown), ("a", markdown), ("A.HTML", html), ("a.htm", html), ("a.b.json", json)],
)
def test_the_ending_of_the_name_says_how_to_write(name: str, writer: object) -> None:
    assert writer_for(name) is writer


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
    made = Transcript("", Edition(name, "d1"), "D", Stage(), ())
    assert file_name(made) == file


def test_what_is_asked_and_set_comes_in_order(desk: Desk) -> None:
    desk.ask("Does the fair open?")
    desk.choose("storm")
    headings = [
        line for line in markdown(desk.transcript("D")).splitlines() if line.startswith("## ")
    ]
    assert headings == ["## Does the fair open?", "## Begin with “A \\[bold\\]wet\\[/bold\\] day”."]
