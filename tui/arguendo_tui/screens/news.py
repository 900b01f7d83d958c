"""Messages to the workspace: what came of work that ran beside it."""

from __future__ import annotations

from textual.message import Message

from arguendo.library import RuleBaseError
from arguendo.wording.grammar import series
from arguendo_tui.board import Exchange, Opening, Sides
from arguendo_tui.desk import Desk
from arguendo_tui.gist import tally
from arguendo_tui.presenters.comparing import Columns
from arguendo_tui.presenters.findings import shifted
from arguendo_tui.presenters.labels import Label, Paragraph
from arguendo_tui.presenters.map import Chart
from arguendo_tui.presenters.pages import asked_again, plain_paragraphs
from arguendo_tui.presenters.transcript import Transcript
from arguendo_tui.widgets.cards import Exchanged


class Answered(Message):
    """A question was answered."""

    def __init__(self, card: Exchanged, exchange: Exchange) -> None:
        """Take the card that waits for it, and the outcome."""
        super().__init__()
        self.card = card
        self.exchange = exchange


class RuleChecked(Message):
    """It is known whether a rule applies."""

    def __init__(self, rule: str, now: tuple[Label, ...]) -> None:
        """Take the rule's id and what to tell."""
        super().__init__()
        self.rule = rule
        self.now = now


class FilesChanged(Message):
    """Files of the rule base have changed, or may have."""


class Reloaded(Message):
    """The rule base was read anew."""

    def __init__(
        self,
        card: Exchanged | None,
        desk: Desk,
        opening: Opening,
        again: Exchange | None,
        since: int,
    ) -> None:
        """Take what there is to go on with.

        The card that waits for it, if it was asked for; the desk and what it shows; the last
        question, answered anew; and how many turns the desk before it had by then.
        """
        super().__init__()
        self.card = card
        self.desk = desk
        self.opening = opening
        self.again = again
        self.since = since

    def told(self, same: bool) -> tuple[Paragraph, ...]:
        """Tell what is new; `same` says that no file has changed."""
        news = "Nothing in its files has changed." if same else "Its files have changed."
        told = plain_paragraphs(f"{news} It has {tally(self.desk.case.rulebase)}.")
        told += () if same else shifted(self.desk.shifts)
        if self.desk.lost:
            lost = series(list(self.desk.lost))
            told += plain_paragraphs(f"No longer known, and not assumed any more: {lost}.")
        if self.again is not None:
            change = "" if same else self.again.change
            told += asked_again(self.again.reply.page, self.again.question, change)
        return told


class Broken(Message):
    """The rule base was read anew and has errors."""

    def __init__(self, card: Exchanged | None, error: RuleBaseError) -> None:
        """Take the card that waits for it, if it was asked for, and the problems."""
        super().__init__()
        self.card = card
        self.error = error


def reread(desk: Desk, card: Exchanged | None) -> Reloaded | Broken:
    """Read the rule base anew, and tell what came of it."""
    since = desk.turns
    try:
        fresh = desk.reload()
    except RuleBaseError as error:
        return Broken(card, error)
    again = fresh.ask_again()
    return Reloaded(card, fresh, fresh.opening(), again, since)


class Told(Message):
    """What takes longer is known."""

    def __init__(self, sides: Sides) -> None:
        """Take it."""
        super().__init__()
        self.sides = sides


class Compared(Message):
    """Scenarios are set side by side."""

    def __init__(self, columns: Columns) -> None:
        """Take the columns."""
        super().__init__()
        self.columns = columns


class Charted(Message):
    """A part of the argument is drawn."""

    def __init__(self, chart: Chart | None) -> None:
        """Take the chart."""
        super().__init__()
        self.chart = chart


class Transcribed(Message):
    """The conversation is gathered, to be written down."""

    def __init__(self, transcript: Transcript) -> None:
        """Take it."""
        super().__init__()
        self.transcript = transcript
