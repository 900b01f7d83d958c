"""The conversation: what was said, and the line to say more."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message

from arguendo_tui.presenters.labels import Paragraph, Tone, label
from arguendo_tui.widgets.cards import Card, Exchanged, Link, Welcome
from arguendo_tui.widgets.prompt import Prompt

MOST = 16
"""Cards that stand in the conversation; others are brought back when one scrolls there."""
FEW = 3
"""Cards that are brought back at a time, ahead of the page that will show them."""


class ChatPane(Vertical):
    """The cards of the conversation, and the prompt below them.

    However long it is, only some cards are there at a time: of consecutive turns, the last ones
    unless one has scrolled back.
    """

    class Wanted(Message):
        """Turns are wanted that have no card now."""

        def __init__(self, since: int, until: int) -> None:
            """Take from which one on up to which, counted from 0."""
            super().__init__()
            self.since = since
            self.until = until

    _shown: Card | None = None
    """The card to keep in view while it grows."""
    _count = 0
    """How many turns there are."""
    _is_fetching = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="cards", can_focus=False):
            yield Link(id="earlier", classes="further")
            yield Vertical(id="turns")
            yield Link(id="later", classes="further")
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self._tell_further()

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
        await self.query_one("#turns").mount(welcome)

    async def say(self, question: str) -> Exchanged:
        """Add a question, whose answer comes later."""
        if self.newest < self._count:
            # One has scrolled far back: what comes now follows the last turn.
            await self.query(Exchanged).remove()
        card = Exchanged(question)
        await self.query_one("#turns").mount(card)
        self.show(card)
        return card

    async def told(self, turn: int) -> None:
        """Take it that so many turns were told; cards of the oldest make room."""
        self._count = max(turn, self._count)
        cards = [card for card in self.query(Exchanged) if card.answered]
        if len(cards) > MOST:
            await self.query_one("#turns").remove_children(cards[: len(cards) - MOST])
        self._tell_further()

    async def bring(self, cards: Sequence[Exchanged], *, after: bool) -> None:
        """Bring back turns before those that are there, or after; others make room for them."""
        self._is_fetching = False
        turns = self.query_one("#turns")
        there = list(self.query(Exchanged))
        if not cards:
            return
        is_later = after or not there
        seen = there[-1 if is_later else 0] if there else None
        place = seen.region.y if seen is not None else 0
        with self.app.batch_update():
            if is_later:
                await turns.mount_all(cards)
                gone = there[: max(len(there) + len(cards) - MOST, 0)]
            else:
                await turns.mount_all(cards, before=there[0])
                gone = there[max(MOST - len(cards), 0) :]
            await turns.remove_children(gone)
        self._tell_further()
        self._shown = None
        if seen is not None and seen not in gone:
            self.call_after_refresh(self._keep_still, seen, place)

    def _keep_still(self, card: Card, place: int) -> None:
        """Scroll so that a card is where it was on the screen before others came or went."""
        self._cards.scroll_relative(y=card.region.y - place, animate=False, immediate=True)

    async def turn_to(self, turn: int, cards: Sequence[Exchanged]) -> None:
        """Show a turn: by its card, else by the cards given in place of those that are there."""
        there = next((card for card in self.query(Exchanged) if card.turn == turn), None)
        if there is None and cards:
            await self.query(Exchanged).remove()
            await self.query_one("#turns").mount_all(cards)
            self._tell_further()
            there = next((card for card in cards if card.turn == turn), None)
        if there is not None:
            self._shown = None
            there.focus(scroll_visible=False)
            self.call_after_refresh(there.scroll_visible, animate=False, top=True)

    @property
    def _first_turn(self) -> int:
        return min((card.turn for card in self.query(Exchanged) if card.turn), default=0)

    @property
    def newest(self) -> int:
        """The last turn that has a card."""
        found = [card.turn for card in self.query(Exchanged)]
        return self._count if not all(found[-1:]) else max(found, default=self._count)

    def _tell_further(self) -> None:
        before = max(self._first_turn - 1, 0)
        for name, count, sign in (
            ("#earlier", before, "▲"),
            ("#later", self._count - self.newest, "▼"),
        ):
            link = self.query_one(name, Link)
            link.display = count > 0
            word = "earlier" if name == "#earlier" else "later"
            said = f"{sign} {count:,} {word} turn{'s' if count != 1 else ''}"
            link.show([Paragraph(label((said, Tone.ACCENT)))])

    @on(Link.Clicked, ".further")
    def _fetch(self, event: Link.Clicked) -> None:
        event.stop()
        self._want(-1 if event.link.id == "earlier" else 1)

    def _want(self, pages: int) -> bool:
        """Ask for turns beyond those that are there, if there are any."""
        few = min(FEW, MOST // 2)
        start, stop = self._first_turn - 1 - few, self._first_turn - 1
        if pages > 0:
            start, stop = self.newest, min(self.newest + few, self._count)
        if self._is_fetching or stop <= max(start, 0):
            return False
        self._is_fetching = True
        self.post_message(self.Wanted(max(start, 0), stop))
        return True

    def show(self, card: Card) -> None:
        """Bring a card into view: its end if all of it fits, else its beginning."""
        self._shown = card
        self.call_after_refresh(self._bring_into_view, card)

    def scroll(self, pages: int) -> None:
        """Scroll by pages; beyond the first or the last card, bring back what was there."""
        self._shown = None
        if pages < 0:
            self._cards.scroll_page_up(animate=False)
        else:
            self._cards.scroll_page_down(animate=False)
        self.call_after_refresh(self._want_ahead, pages)

    def _want_ahead(self, pages: int) -> None:
        """After a key, bring back a few cards before one comes to the last that is there."""
        page = self._cards.size.height
        left = self._cards.scroll_y
        if pages > 0:
            left = self._cards.max_scroll_y - left
        if left <= 2 * page:
            self._want(pages)

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
