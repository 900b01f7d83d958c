"""Worded answers as paragraphs to set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arguendo.wording.grammar import capital
from arguendo.wording.page import Block, Page, Role, Table
from arguendo_tui.presenters.labels import Paragraph, Tone, label

MOST_ECHOED = 600
"""Characters that are shown of a question."""
_FEW = 40
"""So many more are shown as well."""
BAR = 16
"""Cells of a bar."""
_EIGHTHS = "▏▎▍▌▋▊▉"
_TONES = {Role.ANSWER: Tone.STRONG, Role.NOTE: Tone.DIM}
_LISTED = (Role.LIST, Role.STEPS)


def page_paragraphs(page: Page) -> tuple[Paragraph, ...]:
    """Set a page: the blocks apart by an empty line, list items with a dot; no suggestions."""
    found: list[Paragraph] = []
    for block in page.without(Role.SUGGESTION).blocks:
        for place, paragraph in enumerate(_block(block)):
            gap = place == 0 and bool(found)
            found.append(Paragraph(paragraph.label, paragraph.mark, gap))
    return tuple(found)


def asked_again(
    again: Page, question: str, change: str, step: Page | None = None
) -> tuple[Paragraph, ...]:
    """Set a last question's new answer after a step on the stage, with all that changed by it."""
    told = [Paragraph(label(("With that: ", Tone.DIM), question))]
    if change:
        told.append(Paragraph(label((change, Tone.ACCENT))))
    told += page_paragraphs(Page(again.of(Role.ANSWER)))
    if step is not None:
        changes = step.of(Role.LIST) or step.of(Role.REASON)
        listed = page_paragraphs(Page(changes))
        told += [replace(each, gap=each.gap or not place) for place, each in enumerate(listed)]
    return tuple(told)


def behind(again: Page, detail: Page) -> tuple[Paragraph, ...]:
    """Set what an answer leaves out when only its first sentence is told."""
    return page_paragraphs(Page((*again.without(Role.ANSWER).blocks, *detail.blocks)))


def echoed(question: str) -> str:
    """Return a question as it is shown above its answer: one that is very long in short."""
    more = len(question) - MOST_ECHOED
    if more <= _FEW:
        return question
    return f"{question[:MOST_ECHOED].rstrip()} … ({more:,} more characters)"


def plain_paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Set texts, a paragraph each."""
    return tuple(Paragraph(label(text)) for text in texts)


def _block(block: Block) -> Iterator[Paragraph]:
    tone = _TONES.get(block.role, Tone.PLAIN)
    if block.heading:
        yield Paragraph(label((block.heading, Tone.ACCENT)))
    if block.table:
        yield from bars(block.table)
        return
    for line in block.lines:
        text = line.lstrip()
        indent = line[: -len(text)]
        number, text = _numbered(text) if block.role is Role.STEPS else ("", text)
        mark = indent + (number or ("• " if block.role in _LISTED else ""))
        yield Paragraph(label((text, tone)), mark)


def bars(table: Table) -> Iterator[Paragraph]:
    """Set a table as bars, each with its share in figures, so that none has to be measured."""
    room = max((len(row.cells[0]) for row in table.rows), default=0)
    for row in table.rows:
        mark = f"{bar(row.share)} {row.cells[0].rjust(room)}  "
        notes = f" {capital(row.notes)}." if row.notes else ""
        yield Paragraph(label(row.cells[-1], (notes, Tone.DIM)), mark)
    if table.rest:
        yield Paragraph(label((table.rest, Tone.DIM)))


def bar(share: float, cells: int = BAR) -> str:
    """Draw a share as a bar in eighths of a cell; what is not nothing is seen."""
    eighths = min(8 * cells, max(round(share * 8 * cells), int(share > 0)))
    full, part = divmod(eighths, 8)
    drawn = "█" * full + (_EIGHTHS[part - 1] if part else "")
    return drawn.ljust(cells, "·")


def _numbered(line: str) -> tuple[str, str]:
    """Take the number that a step begins with apart, so that the text wraps beside it."""
    head, space, rest = line.partition(" ")
    if space and head.rstrip(".):").isdigit():
        return f"{head} ", rest
    return "", line
