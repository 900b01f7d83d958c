"""Labels and paragraphs set as Textual content; no text is ever parsed as markup."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import RenderResult
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from arguendo_tui.presenters.labels import Label, Paragraph, Tone, label

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.DIM: "$foreground-muted",
    Tone.ACCENT: "$text-accent",
    Tone.GOOD: "$text-success",
    Tone.BAD: "$text-error",
    Tone.WARN: "$text-warning",
}


def content(label: Label) -> Content:
    """Set a label."""
    return Content.assemble(*((text, _STYLES[tone]) for text, tone in label.pieces))


def hanging(mark: Content, body: Content, width: int) -> Content:
    """Wrap a text beside its mark, so that further lines begin below the first one's text."""
    lead = mark.cell_length
    lines = body.wrap(max(width - lead, 1))
    first, *others = lines or [Content()]
    pad = Content(" " * lead)
    return Content("\n").join([mark + first, *(pad + line for line in others)])


def set_paragraphs(paragraphs: Iterable[Paragraph], width: int) -> Content:
    """Set paragraphs to a width."""
    parts: list[Content] = []
    for paragraph in paragraphs:
        if paragraph.gap:
            parts.append(Content())
        mark = Content.styled(paragraph.mark, _STYLES[Tone.DIM])
        parts.append(hanging(mark, content(paragraph.label), width))
    return Content("\n").join(parts)


class Hanging(Visual):
    """A text that wraps beside its mark, for the lines of a list."""

    def __init__(self, mark: Content, body: Content) -> None:
        """Take the mark and the text."""
        self.mark = mark
        self.body = body

    @property
    def plain(self) -> str:
        """The text alone."""
        return self.mark.plain + self.body.plain

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Render at a width."""
        return hanging(self.mark, self.body, width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing wraps."""
        return self.mark.cell_length + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines it takes at a width."""
        return len(self.body.wrap(max(width - self.mark.cell_length, 1)))


class Prose(Widget):
    """Paragraphs that wrap to the width there is; text in them can be selected."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(
        self,
        paragraphs: Iterable[Paragraph] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Take what to set."""
        super().__init__(id=id, classes=classes, markup=False)
        self._paragraphs = tuple(paragraphs)
        self._set: dict[int, Content] = {}

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is set."""
        return self._paragraphs

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Set other paragraphs; nothing moves where they take as many lines as those before."""
        shown = tuple(paragraphs)
        if shown == self._paragraphs:
            return
        width = self.content_size.width
        before = self._lines(width) if self._paragraphs and width else 0
        self._paragraphs, self._set = shown, {}
        lines = self._lines(width) if shown and width else -1
        self.refresh(layout=lines != before)

    def _at(self, width: int) -> Content:
        """Return the paragraphs set to a width, which is asked for often."""
        if width not in self._set:
            self._set = {width: set_paragraphs(self._paragraphs, width)}
        return self._set[width]

    def _lines(self, width: int) -> int:
        return len(self._at(max(width, 1)).split("\n", allow_blank=True))

    def render(self) -> RenderResult:
        """Render at the width that it has."""
        return self._at(max(self.content_size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines it takes at a width."""
        if not self._paragraphs:
            return 0
        return self._lines(width)


class Legend(Prose):
    """Keys and what they do, then signs and what they mean; no line ends within one of them."""

    def __init__(
        self, keys: Iterable[str], signs: Iterable[str] = (), *, id: str | None = None
    ) -> None:
        """Take what each key does, and what each sign means."""
        super().__init__(id=id, classes="legend")
        self._items: list[tuple[str, str]] = []
        self.explain(keys, signs)

    def explain(self, keys: Iterable[str], signs: Iterable[str]) -> None:
        """Tell of other keys and signs."""
        items = [(" · ", each) for each in keys] + [("  ", each) for each in signs]
        if items != self._items:
            self._items = items
            plain = "".join(f"{apart}{each}" for apart, each in items)
            self._paragraphs = (Paragraph(label((plain, Tone.DIM))),)
            self.refresh(layout=True)

    def _at(self, width: int) -> Content:
        lines = [""]
        for apart, each in self._items:
            longer = f"{lines[-1]}{apart}{each}" if lines[-1] else each
            if lines[-1] and len(longer) > width:
                lines.append(each)
            else:
                lines[-1] = longer
        return Content("\n").join(content(label((line, Tone.DIM))) for line in lines)
