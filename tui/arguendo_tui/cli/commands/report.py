"""`arguendo report`: one case as a briefing, for people who will not run the program."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    AssumeOption,
    OutOption,
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    SupposeAwayOption,
    chosen_folder,
    complain,
    open_case,
)
from arguendo_tui.cli.writing import quietly, write

if TYPE_CHECKING:
    from arguendo.inquiry.briefing import Briefing
    from arguendo.wording.briefing import Document
    from arguendo.wording.maps import WordedMap

EXAMPLES = """Examples:

  arguendo report --out briefing.html        (print it from a browser for PDF)

  arguendo report "the strategy works" --scenario NAME --format md

  arguendo report --assume "it rains" --out if-it-rains.md
"""

LARGEST_MAP = 500
"""Statements beyond which nobody could read the map, and it is left out."""


class Form(StrEnum):
    """What a report is written as; the value is the ending of its files too."""

    MARKDOWN = "md"
    HTML = "html"


_ENDINGS = {".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN, ".html": Form.HTML, ".htm": Form.HTML}


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATEMENT]", help="What it is about; default: what all leads to."),
    ] = None,
    scenario: ScenarioOption = None,
    assume: AssumeOption = None,
    suppose_away: SupposeAwayOption = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Default: what the ending of FILE says, else md."),
    ] = None,
    out: OutOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Report one case as a briefing, the conclusion first.

    Key judgements in words of likelihood, assumptions and their footing, linchpins, what would
    change the conclusion, other views, a map, sources; proven anew before it is written. The page
    of HTML needs nothing else, and prints as PDF from a browser. Exit status: 0 written, 1 the
    statement is not clear, or nothing is concluded, 2 wrong usage, 3 the rule base has errors.
    """
    chosen = form or _ENDINGS.get(out.suffix.casefold() if out else "", Form.MARKDOWN)
    from arguendo.inquiry.briefing import NothingToReport, brief
    from arguendo_tui.cli.staging import asked_about, stage

    case = open_case(chosen_folder(context, rule_base), scenario)
    case = stage(case, assume or (), suppose_away or ())
    goal = asked_about(case, " ".join(words)) if words else None
    try:
        briefing = brief(case, goal)
    except NothingToReport as error:
        hint = 'name a statement: arguendo report "STATEMENT"'
        raise Stop("this rule base has no conclusion", hint, Status.UNANSWERED) from error
    write(_written(briefing, chosen).encode(), out)
    return Status.ANSWERED


def _written(briefing: Briefing, form: Form) -> str:
    shown = _mapped(briefing)
    told = _proven(briefing)
    if form is Form.MARKDOWN:
        from arguendo.export.maps.mermaid import mermaid
        from arguendo.export.reports.markdown import markdown

        return markdown(told, mermaid(shown) if shown else "")
    from arguendo.export.reports.page import html

    return html(told, _drawn(shown) if shown else b"")


def _proven(briefing: Briefing) -> Document:
    """Prove a briefing and put it in words. Raises `Stop`: what is not proven is not reported."""
    from arguendo.export.certificates import Rejected
    from arguendo.export.reports.proving import prove_all
    from arguendo.wording.briefing import document

    try:
        return document(briefing, prove_all(briefing))
    except Rejected as error:
        message = f"the answers could not be proven, so nothing is reported: {error}"
        raise Stop(message, status=Status.BROKEN_PROGRAM) from error


def _mapped(briefing: Briefing) -> WordedMap | None:
    """Survey the argument for the conclusion, or return None where a map would be too large."""
    from arguendo.mapping.paths import path_to
    from arguendo.mapping.surveying import View, survey
    from arguendo.wording.maps import worded

    case, goal = briefing.case, briefing.goal
    found = survey(case, View(goal), path_to(case, goal))
    return worded(case, found) if 0 < len(found.nodes) <= LARGEST_MAP else None


def _drawn(shown: WordedMap) -> bytes:
    from arguendo.export.maps.pictures import CannotDraw, svg

    try:
        with quietly():
            return svg(shown)
    except CannotDraw as error:
        complain(f"The map is left out: {error}", error.hint)
        return b""
