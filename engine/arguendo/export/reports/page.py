"""A document as one page of HTML that needs nothing else, and prints as it should."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from arguendo.problems import printable
from arguendo.wording.briefing import Document, Section
from arguendo.wording.page import Block, Role

_ITEMS = (Role.LIST, Role.SUGGESTION)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may do with the page: show it."""

_STYLE = """
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; color: #1b1f24; background: #fff;
  font: 1rem/1.55 Charter, Georgia, serif; }
h1, h2, h3, .about { font-family: system-ui, "Segoe UI", sans-serif; line-height: 1.25; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; padding-bottom: .25rem;
  border-bottom: 1px solid #c9d1d9; }
h3 { font-size: .95rem; margin: 1.1rem 0 .3rem; }
p, li { hyphens: auto; overflow-wrap: anywhere; }
ul { margin: .3rem 0; padding-left: 1.3rem; }
li { margin: .2rem 0; }
.about { color: #57606a; margin: .1rem 0; font-size: .9rem; }
.answer { font-size: 1.15rem; font-weight: 600; }
.note { color: #57606a; font-size: .88rem; }
figure { margin: 1rem 0; }
figure img { max-width: 100%; max-height: 60rem; height: auto; display: block; margin: auto; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  li, figure { break-inside: avoid; }
  .map { break-before: page; }
  figure img { max-height: 235mm; }
}
"""


def html(document: Document, map_svg: bytes = b"") -> str:
    """Write a document; a map as SVG goes before the sources."""
    title = _safe(document.title)
    body = [f"<h1>{title}</h1>"]
    body += [f'<p class="about">{_safe(line)}</p>' for line in document.about]
    for section in document.sections:
        if section.heading == "Sources" and map_svg:
            body += _map(map_svg)
        body += _section(section)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{_safe(section.heading)}</h2>"
    for block in section.blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"<h3>{_safe(block.heading)}</h3>"
    lines = [_safe(line.strip()) for line in block.lines]
    if block.role in _ITEMS:
        yield "\n".join(("<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"))
    else:
        yield from (f'<p class="{block.role.value}">{line}</p>' for line in lines)


def _map(svg: bytes) -> Iterator[str]:
    """Show a picture as a picture: nothing in it can run or be fetched."""
    data = b64encode(svg).decode()
    yield '<section class="map">\n<h2>Map of the argument</h2>'
    about = "What supports, rebuts and contradicts what; the sections above say it in words."
    yield f'<figure><img alt="{about}" src="data:image/svg+xml;base64,{data}"></figure>\n</section>'


def _safe(text: str) -> str:
    return escape(printable(text))
