"""A case as a briefing: what it says in which order, and in which forms."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from arguendo.case import Case
from arguendo.export.certificates import Rejected
from arguendo.export.reports.markdown import markdown
from arguendo.export.reports.page import html
from arguendo.export.reports.proving import prove_all
from arguendo.inquiry.briefing import Judgement, NothingToReport, brief
from arguendo.statements import Statement, parse_statement
from arguendo.valuation import Status
from arguendo.wording.briefing import Document, Section, document
from arguendo.wording.page import Block, Role
from tests.builders import rulebase
from tests.conversation.club import club

SECTIONS = [
    "Bottom line",
    "Key judgements",
    "Assumptions and their footing",
    "Linchpins",
    "What would change this judgement",
    "Alternative views",
    "Sources",
    "How far it is proven",
]
NASTY = '<script>alert("x")</script> *not* `code` [a](b) \x1b[31m'


def _statement(key: str) -> Statement:
    found = parse_statement(key)
    assert found
    return found


HOLDS = _statement("holds(club, tournament)")
WET = _statement("wet_courts(club)")


def _told(case: Case) -> dict[str, list[str]]:
    """The lines of each section, with the headings of its blocks."""
    briefing = brief(case, HOLDS)
    sections = document(briefing, prove_all(briefing)).sections
    return {
        each.heading: [line for b in each.blocks for line in (b.heading, *b.lines) if line]
        for each in sections
    }


def test_it_begins_with_the_conclusion_and_has_every_part() -> None:
    told = _told(club().choose("paid").suppose_away(WET))
    assert list(told) == SECTIONS
    assert told["Bottom line"][0] == "Yes, that is likely: the club holds the tournament."
    assert told["Key judgements"][0].startswith("It is likely that Anna may play")
    assert "likely 55 to 80 percent" in told["Key judgements"][-1]
    assumed = told["Assumptions and their footing"]
    assert "The courts of the club are dry." in assumed
    weighed = assumed[assumed.index("Assumed") :]
    assert any("The courts of the club are dry (assumed; necessary" in line for line in weighed)
    assert "“As things stand”: not established." in told["Alternative views"]
    assert any(line.startswith("¶2: ") for line in told["Sources"])


def test_of_what_does_not_hold_it_tells_what_would_bring_it_about() -> None:
    told = _told(club().suppose_away(WET))
    indicators = told["What would change this judgement"]
    assert "Ben pays the fee to the club (Ben decides)." in indicators
    assert told["Key judgements"][0] == "Nothing is concluded on these facts."


def test_what_is_not_proven_is_not_reported() -> None:
    briefing = brief(club().choose("paid").suppose_away(WET), HOLDS)
    standing = briefing.conclusion.standing
    assert standing
    lying = replace(briefing.conclusion, standing=replace(standing, degree=standing.degree + 1))
    with pytest.raises(Rejected):
        prove_all(replace(briefing, conclusion=lying))


def test_without_rules_there_is_nothing_to_report() -> None:
    with pytest.raises(NothingToReport):
        brief(Case.of(rulebase(facts=["p(a)"])))


def test_contested_conclusions_are_alternative_views() -> None:
    briefing = brief(club(), HOLDS)
    standing = club().standing(WET)
    contested = Judgement(WET, replace(standing, status=Status.CONTESTED), None)
    told = document(replace(briefing, judgements=(contested,)))
    views = next(each for each in told.sections if each.heading == "Alternative views")
    assert views.blocks[0].heading == "Contested: there is an argument for either side"


def _nasty() -> Document:
    blocks = (Block(Role.ANSWER, (NASTY,)), Block(Role.LIST, (NASTY,), NASTY))
    return Document(NASTY, (NASTY,), (Section(NASTY, blocks), Section("Sources", ())))


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        assert all(not name.startswith("on") for name, _ in attrs)
        for name, value in attrs:
            assert name not in ("src", "href") or (value or "").startswith("data:")


def test_no_text_becomes_markup_of_the_page() -> None:
    page = html(_nasty(), b"<svg/>")
    tags = Tags()
    tags.feed(page)
    assert "script" not in tags.found
    assert tags.found.count("img") == 1
    assert "\x1b" not in page
    assert "default-src 'none'" in page


def test_no_text_becomes_markup_of_markdown() -> None:
    page = markdown(_nasty(), "flowchart LR\n")
    assert r"\<script\>" in page
    assert r"\*not\* \`code\` \[a\](b)" in page
    assert "\x1b" not in page
    assert page.index("```mermaid") < page.index("## Sources")
