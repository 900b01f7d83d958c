"""Lessons as Markdown and as one HTML page that stands by itself and prints well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from arguendo.learning.lesson import Part

_STYLE = (
    "body{font:11pt/1.45 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#111;background:#fff}h1,h2,h3{line-height:1.2;font-family:sans-serif}"
    "h2{border-bottom:1px solid #999;margin-top:2.5rem}section{break-inside:avoid}"
    "ul,dl{margin:.4rem 0}dt{float:left;min-width:2rem}dd{margin-left:2.4rem}"
    "@media print{body{margin:0;max-width:none}h2.apart{break-before:page}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def markdown(title: str, parts: Iterable[Part]) -> str:
    """Write a lesson as Markdown."""
    lines = [f"# {_plain(title)}", ""]
    for part in parts:
        lines += [f"{'#' * part.level} {_plain(part.heading)}", ""]
        for is_list, group in groupby(part.lines, lambda line: line.startswith("- ")):
            listed = [_marked(line) for line in group]
            lines += [*listed, ""] if is_list else [x for each in listed for x in (each, "")]
        lines += [f"- {_plain(mark)} {_plain(item)}" for mark, item in part.items]
        lines += [""] if part.items else []
    return "\n".join(lines).rstrip() + "\n"


def html(title: str, parts: Iterable[Part]) -> str:
    """Write a lesson as a page without a script, and with nothing to load."""
    body = "\n".join(_section(part) for part in parts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )


FORMATS: Mapping[str, Callable[[str, Iterable[Part]], str]] = {"md": markdown, "html": html}


def _section(part: Part) -> str:
    apart = ' class="apart"' if part.level == 2 and part.heading != "Exercises" else ""
    head = f"<h{part.level}{apart}>{escape(part.heading)}</h{part.level}>"
    items = "".join(f"<dt>{escape(m)}</dt><dd>{escape(item)}</dd>" for m, item in part.items)
    listed = f"<dl>{items}</dl>" if items else ""
    return f"<section>{head}{''.join(_html_lines(part.lines))}{listed}</section>"


def _html_lines(lines: Iterable[str]) -> Iterator[str]:
    for is_list, group in groupby(lines, lambda line: line.startswith("- ")):
        if is_list:
            yield f"<ul>{''.join(f'<li>{escape(line[2:])}</li>' for line in group)}</ul>"
        else:
            yield from (f"<p>{_html_line(line)}</p>" for line in group)


def _html_line(line: str) -> str:
    strong = _strong(line)
    return f"<strong>{escape(strong)}</strong>" if strong else escape(line)


def _marked(line: str) -> str:
    strong = _strong(line)
    if strong:
        return f"**{_plain(strong)}**"
    return f"- {_plain(line[2:])}" if line.startswith("- ") else _plain(line)


def _strong(line: str) -> str:
    return line[2:-2] if line.startswith("**") and line.endswith("**") and len(line) > 4 else ""


def _plain(text: str) -> str:
    """Keep Markdown from reading signs of its own in a text."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in text)
