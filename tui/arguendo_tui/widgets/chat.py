"""The conversation: what was said, and the line to say more."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from arguendo_tui.widgets.cards import Card, Exchanged, Welcome
from arguendo_tui.widgets.prompt import Prompt


class ChatPane(Vertical):
    """The cards of the conversation, and the prompt below them."""

    _shown: Card | None = None
    """The card to keep in view while it grows."""

    def compose(self) -> ComposeResult:
        yield VerticalScroll(id="cards", can_focus=False)
        yield Prompt(id="prompt")

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

    async def greet(self, welcome: Welcome) -> None:
        """Begin with a welcome."""
        await self._cards.mount(welcome)

    async def say(self, question: str) -> Exchanged:
        """Add a question, whose answer comes later."""
        card = Exchanged(question)
        await self._cards.mount(card)
        self.show(card)
        return card

    def show(self, card: Card) -> None:
        """Bring a card into view: its end if all of it fits, else its beginning."""
        self._shown = card
        self.call_after_refresh(self._bring_into_view, card)

    def scroll(self, pages: int) -> None:
        """Scroll by pages."""
        if pages < 0:
            self._cards.scroll_page_up(animate=False)
        else:
            self._cards.scroll_page_down(animate=False)

    @on(Card.Grown)
    def _follow(self, event: Card.Grown) -> None:
        event.stop()
        if event.card is self._shown:
            self.show(event.card)

    @property
    def _cards(self) -> VerticalScroll:
        return self.query_one("#cards", VerticalScroll)

    def _bring_into_view(self, card: Card) -> None:
        if card.size.height > self._cards.size.height:
            card.scroll_visible(animate=False, top=True)
        else:
            self._cards.scroll_end(animate=False)
