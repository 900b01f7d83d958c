"""A conversation as a web page that loads nothing, runs nothing, and prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from arguendo.problems import printable
from arguendo.wording.page import Block, Role


class Section(NamedTuple):
    """A question, and what was answered."""

    question: str
    blocks: tuple[Block, ...]
    behind: tuple[Block, ...] = ()
    """The reasoning, folded away."""


_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-top: 1px solid; padding-top: 1rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
dt { font-weight: bold; }
dd { margin: 0 0 .25rem 1.5rem; }
li { white-space: pre-wrap; }
ul.steps { list-style: none; padding-left: 0; }
ul.steps li { padding-left: 2rem; text-indent: -2rem; }
.answer { font-weight: bold; }
.note { font-style: italic; }
h1, h2, p, li, dd { overflow-wrap: anywhere; }
@media print {
  body { max-width: none; margin: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
}
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, even if some text were taken for markup."""


def web_page(
    title: str,
    lead: str,
    setting: Iterable[tuple[str, str | tuple[str, ...]]],
    sections: Iterable[Section],
) -> str:
    """Write the page."""
    return "\n".join(_lines(title, lead, setting, sections)) + "\n"


def _lines(
    title: str,
    lead: str,
    setting: Iterable[tuple[str, str | tuple[str, ...]]],
    sections: Iterable[Section],
) -> Iterator[str]:
    yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(title)}</title>"
    yield f"<style>{_STYLE}</style>"
    yield from ("</head>", "<body>", "<header>", f"<h1>{_text(title)}</h1>")
    yield from (f"<p>{_text(lead)}</p>", "<dl>")
    for name, value in setting:
        yield f"<dt>{_text(name)}</dt>"
        values = (value,) if isinstance(value, str) else value
        yield from (f"<dd>{_text(each)}</dd>" for each in values)
    yield from ("</dl>", "</header>", "<main>")
    for section in sections:
        yield from ("<section>", f"<h2>{_text(section.question)}</h2>")
        for block in section.blocks:
            yield from _block(block)
        if section.behind:
            yield from ("<details>", "<summary>Reasoning</summary>")
            for block in section.behind:
                yield from _block(block)
            yield "</details>"
        yield "</section>"
    yield from ("</main>", "</body>", "</html>")


def _block(block: Block) -> Iterator[str]:
    if block.role is Role.SUGGESTION:
        return
    if block.heading:
        yield f"<h3>{_text(block.heading)}</h3>"
    if block.role in (Role.LIST, Role.STEPS):
        yield f'<ul class="{block.role.value}">'
        yield from (f"<li>{_text(line)}</li>" for line in block.lines)
        yield "</ul>"
    elif block.lines:
        yield f'<p class="{block.role.value}">{_text(" ".join(block.lines))}</p>'


def _text(text: str) -> str:
    return escape(printable(text.replace("\n", " ")))
