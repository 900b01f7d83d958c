"""The conversation: what was said, and the line to say more."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region

from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.widgets.cards import Card, Exchanged, Welcome
from arguendo_tui.widgets.past import Fetch, Past
from arguendo_tui.widgets.prompt import Prompt
from arguendo_tui.widgets.setting import Prose

MOST = 6
"""Cards that stand in the conversation; turns before them are only drawn."""


class ChatPane(Vertical):
    """The conversation, and the prompt below it.

    However long it is, only its last turns have cards, with their reasoning to unfold and questions
    to ask next.
    """

    _shown: Card | None = None
    """The card to keep in view while it grows."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="cards", can_focus=False):
            yield Prose(id="earlier")
            yield Past(id="past")
            yield Vertical(id="turns")
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self._tell_earlier()

    @property
    def prompt(self) -> Prompt:
        """The prompt."""
        return self.query_one(Prompt)

    @property
    def last(self) -> Exchanged | None:
        """The last question answered."""
        answered = [card for card in self.query(Exchanged) if card.answered]
        return answered[-1] if answered else None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What the last card suggests to ask."""
        cards = [card for card in self.query(Card) if card.suggestions]
        return cards[-1].suggestions if cards else ()

    async def greet(self, welcome: Welcome, fetch: Fetch, turns: int) -> None:
        """Begin with a welcome, after so many turns of an earlier conversation."""
        self._past.take(fetch)
        self._past.hold(turns)
        await self._cards.mount(welcome, before=0)
        self._tell_earlier()

    async def say(self, question: str) -> Exchanged:
        """Add a question, whose answer comes later."""
        card = Exchanged(question)
        await self.query_one("#turns").mount(card)
        self.show(card)
        return card

    async def make_room(self) -> None:
        """Let the turns that have a card be few."""
        cards = [card for card in self.query(Exchanged) if card.answered]
        await self.query_one("#turns").remove_children(cards[:-MOST])
        self._past.hold(min((card.turn for card in cards[-MOST:] if card.turn), default=1) - 1)

    def turn_to(self, turn: int) -> None:
        """Show a turn."""
        self._shown = None
        there = next((card for card in self.query(Exchanged) if card.turn == turn), None)
        if there is None:
            self._past.seek(turn)
        else:
            there.focus(scroll_visible=False)
            self.call_after_refresh(there.scroll_visible, animate=False, top=True)

    def show(self, card: Card) -> None:
        """Bring a card into view: its end if all of it fits, else its beginning."""
        self._shown = card
        self.call_after_refresh(self._bring_into_view, card)

    def scroll(self, pages: int) -> None:
        """Scroll by pages."""
        self._shown = None
        if pages < 0:
            self._cards.scroll_page_up(animate=False)
        else:
            self._cards.scroll_page_down(animate=False)

    @on(Past.Grown)
    def _keep_still(self, event: Past.Grown) -> None:
        """Let what is seen stay where it is when lines come above it."""
        event.stop()
        self._tell_earlier()
        if self._shown is not None:
            self.show(self._shown)
        elif event.above:
            self.call_after_refresh(
                self._cards.scroll_relative, y=event.above, animate=False, immediate=True
            )

    @on(Past.Sought)
    def _seek(self, event: Past.Sought) -> None:
        event.stop()
        region = event.region.translate(self._past.virtual_region.offset)
        window = self._cards.size.height
        seen = Region(region.x, region.y, region.width, min(region.height, window))
        self._cards.scroll_to_region(seen, top=True, animate=False, force=True)

    def _tell_earlier(self) -> None:
        count, told = self._past.unmeasured, self.query_one("#earlier", Prose)
        told.display = count > 0
        said = f"▲ {count:,} earlier turn{'s' if count != 1 else ''} …"
        told.show([Paragraph(label((said, Tone.DIM)))])

    @on(Card.Grown)
    def _follow(self, event: Card.Grown) -> None:
        event.stop()
        if event.card is self._shown:
            self.show(event.card)

    @property
    def _cards(self) -> VerticalScroll:
        return self.query_one("#cards", VerticalScroll)

    @property
    def _past(self) -> Past:
        return self.query_one(Past)

    def _bring_into_view(self, card: Card) -> None:
        if card.size.height > self._cards.size.height:
            card.scroll_visible(animate=False, top=True)
        else:
            self._cards.scroll_end(animate=False)
