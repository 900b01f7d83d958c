"""A lesson a file, as a page that needs nothing else: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.formats.lesson import Opened, Part, parts
from arguendo.traces.formats.pictures import drawing
from arguendo.traces.record import Trace

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
.answer { border-left: .3rem solid #2b6cb0; padding: .4rem 1rem; font-weight: 600; }
summary { cursor: pointer; }
summary:focus-visible { outline: .15rem solid #2b6cb0; outline-offset: .15rem; }
details p { margin: .3rem 0 .6rem 1rem; }
li { margin: .25rem 0; }
figure { margin: 1rem 0; overflow-x: auto; background: #fff; }
figure svg { max-width: 100%; height: auto; }
footer { margin-top: 2rem; font-size: .85rem; opacity: .8; }
@media print {
  body { max-width: none; margin: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  h2, li, figure { break-inside: avoid; }
}
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(trace: Trace, source: Source) -> str:
    """Write the lesson of a trace as a page."""
    return "\n".join(_lines(trace, source))


def _lines(trace: Trace, source: Source) -> Iterator[str]:
    title = escape(trace.question.text)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{title}</h1>"
    yield '<section aria-labelledby="scene">\n<h2 id="scene">The case</h2>'
    yield from _scene(trace.text.scene)
    yield '</section>\n<section aria-labelledby="answer">\n<h2 id="answer">The answer</h2>'
    yield f'<p class="answer">{escape(trace.text.line)}</p>\n</section>'
    for number, part in enumerate(parts(trace, source), 1):
        yield from _part(part, f"part{number}")
    drawn = drawing(trace, source)
    if drawn:
        yield '<section aria-labelledby="map">\n<h2 id="map">The argument as a map</h2>'
        yield f"<figure>{drawn}</figure>\n</section>"
    yield f"</main>\n<footer>{escape(trace.rule_base.name)}, trace {escape(trace.id)}</footer>"
    yield "</body>\n</html>"


def _scene(text: str) -> Iterator[str]:
    in_list = False
    for line in text.splitlines():
        is_item = line.startswith("- ")
        if is_item != in_list:
            yield "<ul>" if is_item else "</ul>"
        in_list = is_item
        said = escape(line.removeprefix("- "))
        yield f"<li>{said}</li>" if is_item else f"<p>{said}</p>"
    if in_list:
        yield "</ul>"


def _part(part: Part, id: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{id}">\n<h2 id="{id}">{escape(part.heading)}</h2>'
    tag = "ol" if part.numbered else "ul"
    yield f"<{tag}>"
    yield from (f"<li>{_item(item)}</li>" for item in part.items)
    yield f"</{tag}>\n</section>"


def _item(item: Opened) -> str:
    if not item.rest:
        return escape(item.line)
    rest = "".join(f"<p>{escape(each)}</p>" for each in item.rest)
    return f"<details><summary>{escape(item.line)}</summary>{rest}</details>"


def write(source: Source, out: Path) -> None:
    """Write a page for each trace to a folder."""
    write_each(out, source, ".html", lambda trace: page(trace, source))
