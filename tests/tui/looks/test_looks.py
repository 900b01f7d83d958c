"""Pictures of the program at fixed sizes; `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from arguendo.matching.native import NativeMatcher
from arguendo_tui.app import ArguendoApp
from arguendo_tui.screens.editor import Editor
from arguendo_tui.screens.workspace import Workspace
from arguendo_tui.widgets.prompt import Line
from arguendo_tui.widgets.rule_text import RuleText
from tests.tui.driving import BROAD, NARROW, Driven, started
from tests.tui.fair import RULES, write_fair

Compare = Callable[..., bool]
Run = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _same_matcher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the matcher that every Python has: all pictures are then made alike."""
    monkeypatch.setattr(
        "arguendo.matching.grounding.make_matcher",
        lambda rulebase, editing: NativeMatcher(rulebase),
    )


STEPS = 5
"""How often a screen has to stay as it is for nothing more to come."""


def after(*keys: str, question: str = "", light: bool = False) -> Run:
    """Ask a question and press keys before the picture is taken, with a cursor that is still."""

    async def run(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ArguendoApp)
        driven = Driven(app, pilot)
        await started(driven)
        for line in driven.screen.query(Line):
            line.cursor_blink = False
        if light:
            await driven.press("ctrl+t")
        if question:
            await driven.ask(question)
        await driven.press(*keys)
        # On a large screen a map is drawn as well, in several steps, later on a busy machine.
        still, seen = 0, ""
        while still < STEPS:
            await driven.settle()
            before, seen = seen, app.export_screenshot()
            still = still + 1 if seen == before else 0

    return run


@pytest.mark.parametrize(
    ("size", "run"),
    [
        pytest.param(NARROW, after(), id="welcome"),
        pytest.param(
            BROAD, after("f3", "ctrl+o", question="Does the fair pay for itself?"), id="why"
        ),
        pytest.param(
            NARROW, after("f4", "plus", question="Does the fair open?"), id="assumptions-narrow"
        ),
        pytest.param(BROAD, after("f5", "down", "enter", light=True), id="rules-light"),
        pytest.param(
            NARROW,
            after(question="What matters most for whether the fair pays for itself?"),
            id="linchpins-narrow",
        ),
    ],
)
def test_it_looks_the_same(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], run: Run
) -> None:
    app = ArguendoApp(write_fair(tmp_path))
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize(
    ("size", "light"),
    [
        pytest.param((200, 60), False, id="large"),
        pytest.param((120, 40), True, id="middle-light", marks=pytest.mark.evidence),
        pytest.param((80, 24), False, id="small", marks=pytest.mark.evidence),
        pytest.param((200, 60), True, id="large-light", marks=pytest.mark.evidence),
    ],
)
def test_the_panes_look_the_same(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    light: bool,
) -> None:
    monkeypatch.setattr(Workspace, "PAUSE", 0)
    app = ArguendoApp(write_fair(tmp_path))
    run = after("f4", question="Does the fair open?", light=light)
    assert snap_compare(app, terminal_size=size, run_before=run)


def edited(text: str) -> Run:
    """Open a rule and put another text in its place before the picture is taken."""

    async def run(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ArguendoApp)
        driven = Driven(app, pilot)
        await started(driven)
        assert isinstance(driven.screen, Workspace)
        driven.screen.edit_rule("open")
        await driven.settle()
        area = driven.screen.query_one(RuleText)
        area.cursor_blink = False
        area.take(text)
        await driven.settle()

    return run


@pytest.mark.parametrize(
    ("size", "text"),
    [
        pytest.param(NARROW, RULES.replace("if:", "fi:").replace("helps", "aids"), id="errors"),
        pytest.param(
            (120, 40), RULES.replace("qualifier: likely", "qualifier: almost certain"), id="changes"
        ),
    ],
)
def test_the_editor_looks_the_same(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    text: str,
) -> None:
    monkeypatch.setattr(Editor, "PAUSE", 0)
    app = ArguendoApp(write_fair(tmp_path))
    assert snap_compare(app, terminal_size=size, run_before=edited(text))


def test_problems_look_the_same(snap_compare: Compare, tmp_path: Path) -> None:
    app = ArguendoApp(write_fair(tmp_path, rules=RULES.replace("then:", "than:")))
    assert snap_compare(app, terminal_size=NARROW, run_before=after())


STILL = ("home", "home")
"""Keys that change nothing: a map is there after a chart is made, and then laid out."""
MAPPED = ("f7", *STILL, "minus", *STILL, "tab")


@pytest.mark.parametrize(
    ("size", "run"),
    [
        pytest.param((120, 40), after("f7", *STILL, question="Does the fair open?"), id="map"),
        pytest.param(
            NARROW,
            after(*MAPPED, question="Does the fair open?", light=True),
            id="map-narrow-light",
            marks=pytest.mark.evidence,
        ),
    ],
)
def test_the_map_looks_the_same(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], run: Run
) -> None:
    app = ArguendoApp(write_fair(tmp_path))
    assert snap_compare(app, terminal_size=size, run_before=run)
