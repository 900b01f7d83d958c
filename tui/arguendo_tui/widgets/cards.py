"""What stands in the conversation: the welcome, and each question with its answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from arguendo_tui.presenters.actions import CARD
from arguendo_tui.presenters.labels import Paragraph, Tone, label, paragraphs_text
from arguendo_tui.presenters.pages import echoed
from arguendo_tui.presenters.reasoning import CLOSED, OPENED
from arguendo_tui.widgets.keys import bindings
from arguendo_tui.widgets.past import ASKED
from arguendo_tui.widgets.setting import Prose

_WAITING = (Paragraph(label(("…", Tone.DIM))),)


class Link(Prose):
    """A line to click on."""

    ALLOW_SELECT = False

    class Clicked(Message):
        """It was clicked."""

        def __init__(self, link: Link) -> None:
            """Take the link."""
            super().__init__()
            self.link = link

        @property
        def control(self) -> Link:
            """The link."""
            return self.link

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))


class Suggestion(Link):
    """A question to ask next, with its number."""

    def __init__(self, number: int, text: str) -> None:
        """Take the question."""
        line = Paragraph(label((text, Tone.ACCENT)), f"[{number}] ")
        super().__init__([line], classes="suggestion")
        self.text = text


class Card(Vertical, can_focus=True, can_focus_children=False):
    """A piece of the conversation with questions to ask next, by click or by number."""

    class Asked(Message):
        """A suggestion was chosen."""

        def __init__(self, text: str) -> None:
            """Take the question."""
            super().__init__()
            self.text = text

    class Grown(Message):
        """A card takes another size than before."""

        def __init__(self, card: Card) -> None:
            """Take the card."""
            super().__init__()
            self.card = card

    def __init__(self, *, id: str | None = None) -> None:
        """Start without suggestions."""
        super().__init__(id=id)
        self.suggestions: tuple[str, ...] = ()

    def offer(self, suggestions: Iterable[str]) -> list[Suggestion]:
        """Keep questions to ask next, and return their lines."""
        self.suggestions = tuple(suggestions)
        return [Suggestion(number, text) for number, text in enumerate(self.suggestions, 1)]

    def on_resize(self) -> None:
        self.post_message(self.Grown(self))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Take the numbers of what is suggested."""
        return key.isdecimal() and 0 < int(key) <= len(self.suggestions)

    def on_key(self, event: events.Key) -> None:
        if self.check_consume_key(event.key):
            event.stop()
            self.post_message(self.Asked(self.suggestions[int(event.key) - 1]))

    @on(Link.Clicked, ".suggestion")
    def _ask(self, event: Link.Clicked) -> None:
        event.stop()
        if isinstance(event.link, Suggestion):
            self.post_message(self.Asked(event.link.text))


class Welcome(Card):
    """What the rule base is about, and where to begin."""

    def __init__(self, title: str, about: str, examples: Sequence[str]) -> None:
        """Take what to say."""
        super().__init__(id="welcome")
        self._title = title
        self._about = about
        self._examples = examples

    def compose(self) -> ComposeResult:
        yield Prose([Paragraph(label((self._title, Tone.STRONG)))], classes="title")
        if self._about:
            yield Prose([Paragraph(label(self._about))], classes="about")
        lines = self.offer(self._examples)
        if lines:
            told = "Ask in your own words, or begin with one of these (click, or type its number):"
            yield Prose([Paragraph(label((told, Tone.DIM)))], classes="lead")
        yield from lines


class Exchanged(Card):
    """A question and its answer, with the reasoning folded away."""

    BINDINGS = bindings(CARD)

    class Copied(Message):
        """The answer is to be copied."""

        def __init__(self, text: str) -> None:
            """Take the text."""
            super().__init__()
            self.text = text

    def __init__(self, question: str) -> None:
        """Take the question; the answer comes later."""
        super().__init__()
        self.question = question
        self.turn = 0
        """Its place in the conversation, counted from 1; 0 for what was not said in it."""
        self.answered = False
        self._answer: tuple[Paragraph, ...] = ()
        self._folded = "Reasoning"

    def compose(self) -> ComposeResult:
        yield Prose(classes="question")
        yield Prose(self._answer or _WAITING, classes="answer")
        yield Link(classes="fold")
        yield Prose(classes="detail-text")

    def on_mount(self) -> None:
        self.ask(self.question)
        self.query_one(".fold").display = self.query_one(".detail-text").display = False

    def ask(self, question: str) -> None:
        """Show another question."""
        self.question = question
        asked = Paragraph(label((echoed(question), Tone.ACCENT)), ASKED)
        self.query_one(".question", Prose).show([asked])

    async def answer(
        self,
        answer: Sequence[Paragraph],
        detail: Sequence[Paragraph],
        suggestions: Iterable[str],
        folded: str = "Reasoning",
    ) -> None:
        """Show the answer, and fold what lies behind it away."""
        self.answered, self._answer, self._folded = True, tuple(answer), folded
        self.query_one(".answer", Prose).show(answer)
        self.query_one(".detail-text", Prose).show(detail)
        self.query_one(".fold").display = bool(detail)
        self._name_fold(False)
        await self.mount_all(self.offer(suggestions))

    @property
    def text(self) -> str:
        """The answer as plain text."""
        return paragraphs_text(self._answer)

    @property
    def has_reasoning(self) -> bool:
        """Whether there is reasoning to show."""
        return bool(self.query_one(".detail-text", Prose).paragraphs)

    @property
    def is_unfolded(self) -> bool:
        """Whether the reasoning is shown."""
        return self.query_one(".detail-text").display

    def action_unfold(self) -> None:
        """Show the reasoning, or fold it away."""
        detail = self.query_one(".detail-text", Prose)
        if detail.paragraphs:
            detail.display = not detail.display
            self._name_fold(detail.display)

    def action_copy(self) -> None:
        """Copy the answer."""
        if self.answered:
            self.post_message(self.Copied(self.text))

    @on(Link.Clicked, ".fold")
    def _turn(self, event: Link.Clicked) -> None:
        event.stop()
        self.action_unfold()

    def _name_fold(self, shown: bool) -> None:
        fold = f"{OPENED if shown else CLOSED} {self._folded}"
        self.query_one(".fold", Link).show([Paragraph(label((fold, Tone.ACCENT)))])
