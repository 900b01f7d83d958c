"""`arguendo map`: the argument as a picture for documents."""

from __future__ import annotations

import sys
from collections.abc import Callable
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
    open_case,
)
from arguendo_tui.cli.writing import quietly, write

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.export.maps.themes import Theme
    from arguendo.mapping.argument_map import ArgumentMap
    from arguendo.statements import Statement
    from arguendo.wording.maps import WordedMap

EXAMPLES = """Examples:

  arguendo map --out argument.svg

  arguendo map "the strategy works" --steps 2 --format png --out works.png

  arguendo map --assume "it rains" --format mermaid
"""

LARGEST = 500
"""Statements beyond which nobody could read the picture, and Graphviz would take minutes."""


class Form(StrEnum):
    """What a map is written as; the value is the ending of its files too."""

    SVG = "svg"
    PNG = "png"
    MERMAID = "mermaid"
    DOT = "dot"


class Shade(StrEnum):
    """On what a map is drawn."""

    LIGHT = "light"
    DARK = "dark"


_ENDINGS = {".svg": Form.SVG, ".png": Form.PNG, ".mmd": Form.MERMAID, ".dot": Form.DOT}
_ENDINGS |= {".mermaid": Form.MERMAID, ".gv": Form.DOT}


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATEMENT]", help="What stands in the middle; default: all."),
    ] = None,
    steps: Annotated[
        int | None, typer.Option(min=1, max=99, help="Steps around STATEMENT; default: 2.")
    ] = None,
    scenario: ScenarioOption = None,
    assume: AssumeOption = None,
    suppose_away: SupposeAwayOption = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Default: what the ending of FILE says, else svg."),
    ] = None,
    out: OutOption = None,
    theme: Annotated[Shade, typer.Option(help="For a light page or a dark one.")] = Shade.LIGHT,
    rule_base: RuleBaseOption = None,
) -> int:
    """Draw the argument as a picture for documents.

    It shows what supports, rebuts and contradicts what, in clusters by topic, each statement with
    how it stands now; a line is the heavier the more comes through it. Lit is the argument for
    STATEMENT or, where it does not hold, for what it lacks. Exit status: 0 drawn, 1 the statement
    is not clear, 2 wrong usage, 3 the rule base has errors.
    """
    if steps is not None and not words:
        raise Stop("--steps goes with a statement", 'arguendo map "STATEMENT" --steps 2')
    chosen = form or _ENDINGS.get(out.suffix.casefold() if out else "", Form.SVG)
    if chosen is Form.PNG and out is None and sys.stdout.isatty():
        raise Stop("a terminal cannot show PNG", "name a file: --out FILE, or pipe it on")
    from arguendo.export.maps.themes import THEMES
    from arguendo_tui.cli.staging import asked_about, stage

    case = open_case(chosen_folder(context, rule_base), scenario)
    case = stage(case, assume or (), suppose_away or ())
    goal = asked_about(case, " ".join(words)) if words else None
    write(_drawn(_worded(case, goal, steps), chosen, THEMES[theme]), out)
    return Status.ANSWERED


def _worded(case: Case, goal: Statement | None, steps: int | None) -> WordedMap:
    from arguendo.mapping.paths import NO_PATH, path_to
    from arguendo.mapping.surveying import STEPS, View, survey
    from arguendo.wording.maps import worded

    path = path_to(case, goal) if goal else NO_PATH
    found = survey(case, View(goal, steps or STEPS), path)
    _refuse_large(found)
    return worded(case, found)


def _refuse_large(found: ArgumentMap) -> None:
    size = len(found.nodes)
    if size > LARGEST:
        less = "fewer --steps" if found.focus else "a statement, which is drawn with 2 steps around"
        from arguendo.wording.grammar import counted

        size_said = counted(size, "statement")
        raise Stop(f"{size_said} are more than a picture can show", f"name {less}")
    if not size:
        raise Stop("there is nothing to draw: no rule joins any statements")


def _drawn(shown: WordedMap, form: Form, theme: Theme) -> bytes:
    """Write a map in a form. Raises `Stop` when there is nothing to draw it with."""
    if form is Form.MERMAID:
        from arguendo.export.maps.mermaid import mermaid

        return mermaid(shown, theme).encode()
    if form is Form.DOT:
        from arguendo.export.maps.dot import dot

        return dot(shown, theme).encode()
    from arguendo.export.maps.pictures import CannotDraw, png, svg

    draw: Callable[[WordedMap, Theme], bytes] = svg if form is Form.SVG else png
    try:
        with quietly():
            return draw(shown, theme)
    except CannotDraw as error:
        raise Stop(str(error), error.hint) from error
