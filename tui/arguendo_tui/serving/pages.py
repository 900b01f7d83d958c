"""What is shown around the program: its page, the door where a token is needed, and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import textual_serve
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
_THEIRS = Path(textual_serve.__file__).parent / "static"

FILES: Mapping[str, Path] = {
    "page.css": _HERE / "static" / "page.css",
    "page.js": _HERE / "static" / "page.js",
    "icon.svg": _HERE / "static" / "icon.svg",
    "textual.js": _THEIRS / "js" / "textual.js",
    "xterm.css": _THEIRS / "css" / "xterm.css",
    "upright.ttf": _THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "italic.ttf": _THEIRS / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
"""All that pages are made of, by name: nothing else of the disk is given out."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        [
            "default-src 'none'",
            *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "img", "connect")),
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), clipboard-read=(), geolocation=(), microphone=()",
    # A form has to say where it comes from; to others nothing is said.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every response."""


def page(name: str, status: int = 200, **told: object) -> web.Response:
    """Make a page; whatever it is told is text, and never markup."""
    text = _templates().get_template(f"{name}.html").render(**told)
    kept = {"Cache-Control": "no-store"}
    return web.Response(text=text, status=status, content_type="text/html", headers=kept)


def refusal(
    status: int, head: str, told: str, hint: str = "", *, onward: bool = False
) -> web.Response:
    """Make a page that says what was not done, why, and what to do; `onward` leads to the start."""
    return page("refusal", status, head=head, told=told, hint=hint, onward=onward)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(_HERE / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
