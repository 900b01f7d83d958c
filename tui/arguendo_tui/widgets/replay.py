"""The Replay pane: forward chaining step by step, back and forth, by hand or by itself."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from arguendo_tui.presenters.focus import Focus
from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.presenters.pages import bar
from arguendo_tui.presenters.replaying import Shot
from arguendo_tui.presenters.tiling import REPLAY
from arguendo_tui.widgets.keys import bindings, can_edit
from arguendo_tui.widgets.lines import Lines
from arguendo_tui.widgets.selecting import Selected
from arguendo_tui.widgets.setting import Hanging, Legend, Prose, content

PACES = (2.0, 1.0, 0.5, 0.25, 0.1)
"""Seconds between two steps while it plays, slowest first."""

_KEYS = ("Space plays", "Left Right step", "Home End", "- + speed")


class Firings(Lines):
    """The steps, a line each; the one pointed at is where the replay is."""

    BINDINGS = bindings(REPLAY)

    class Wanted(Message):
        """Something is wanted of the replay: to play or pause, another pace, to edit."""

        def __init__(self, what: str, by: int = 0) -> None:
            """Take what, and by how much."""
            super().__init__()
            self.what = what
            self.by = by

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to edit only where that can be done."""
        return can_edit(self) if action == "edit" else super().check_action(action, parameters)

    def action_play(self) -> None:
        """Play, or pause."""
        self.post_message(self.Wanted("play"))

    def action_pace(self, by: int) -> None:
        """Play faster or slower."""
        self.post_message(self.Wanted("pace", by))

    def action_edit(self) -> None:
        """Edit the rule of the step."""
        self.post_message(self.Wanted("edit"))


class ReplayPane(Vertical):
    """The steps, how far the replay is, and what happens at the step."""

    class Edited(Message):
        """The rule of a step is to be edited."""

        def __init__(self, rule: str) -> None:
            """Take the rule's id."""
            super().__init__()
            self.rule = rule

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty, and at rest."""
        super().__init__(id=id)
        self._shots: tuple[Shot, ...] = ()
        self._pace = 1
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Prose(id="replay-state")
        yield Firings(id="firings", markup=False)
        with VerticalScroll(id="replay-detail", classes="detail"):
            yield Prose(id="replay-told")
        yield Legend([*_KEYS, *(["Alt+E: edit the rule"] if can_edit(self) else [])])

    def show(self, shots: Iterable[Shot]) -> None:
        """Show the replay of another case, at the step that has the same claim as before."""
        before, shown = self._at, tuple(shots)
        if shown == self._shots:
            return
        self._shots = shown
        firings = self.query_one(Firings)
        with self.prevent(OptionList.OptionHighlighted):
            firings.set_options(
                Option(Hanging(Content(f"{shot.mark} "), content(shot.label)), id=str(place))
                for place, shot in enumerate(self._shots)
            )
        same = (
            place
            for place, shot in enumerate(self._shots)
            if before and (shot.claim, shot.rule) == (before.claim, before.rule)
        )
        if self._shots:
            firings.highlighted = next(same, 0)

    def follow(self, focus: Focus) -> None:
        """Point at the step at which the focus becomes true, or where it is given."""
        statement, at = focus.statement, self._at
        if self.playing or statement is None or (at and at.claim == statement):
            return
        found = [p for p, shot in enumerate(self._shots) if shot.claim == statement]
        by_rule = [place for place in found if self._shots[place].rule == focus.rule]
        given = [place for place, shot in enumerate(self._shots) if statement in shot.given]
        for place in (by_rule or found or given)[:1]:
            self.query_one(Firings).highlighted = place

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer is not None

    @property
    def _at(self) -> Shot | None:
        place = self.query_one(Firings).highlighted
        return self._shots[place] if place is not None and place < len(self._shots) else None

    def step(self) -> None:
        """Go on by one step; at the end, rest."""
        firings = self.query_one(Firings)
        place = firings.highlighted or 0
        if place + 1 < len(self._shots):
            firings.highlighted = place + 1
        else:
            self._play(False)

    @on(Firings.Wanted)
    def _do(self, event: Firings.Wanted) -> None:
        event.stop()
        if event.what == "pace":
            self._pace = min(max(self._pace + event.by, 0), len(PACES) - 1)
            self._play(self.playing)
        elif event.what == "play":
            firings = self.query_one(Firings)
            if not self.playing and firings.highlighted == len(self._shots) - 1:
                firings.highlighted = 0
            self._play(not self.playing)
        elif self._at is not None and self._at.rule:
            self.post_message(self.Edited(self._at.rule))

    def _play(self, on: bool) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_interval(PACES[self._pace], self.step) if on else None
        self._tell_state()

    @on(OptionList.OptionHighlighted, "#firings")
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        shot = self._at
        if shot is None:
            return
        self.query_one("#replay-told", Prose).show(Paragraph(line) for line in shot.told)
        self.query_one("#replay-detail", VerticalScroll).scroll_home(animate=False)
        self._tell_state()
        self.post_message(Selected(REPLAY, shot.claim, shot.rule, shot.source))

    def _tell_state(self) -> None:
        place, last = self.query_one(Firings).highlighted or 0, len(self._shots) - 1
        state = "playing" if self.playing else "paused"
        line = label(
            (bar(place / last if last > 0 else 1.0), Tone.ACCENT),
            f" step {place} of {max(last, 0)}",
            (f" · {state} · every {PACES[self._pace]:g} s", Tone.DIM),
        )
        self.query_one("#replay-state", Prose).show([Paragraph(line)])
