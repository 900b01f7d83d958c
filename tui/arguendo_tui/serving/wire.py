"""What browsers send while the program runs; whatever is not understood is passed over."""

from __future__ import annotations

from typing import Any

from msgspec import DecodeError, json
from textual_serve.app_service import AppService

LARGEST = 256 * 1024
"""Bytes of a message: what can be pasted at once."""
SIZES = (range(20, 501), range(5, 301))
"""Columns and lines that a program is told of."""
USUAL_SIZE = ("80", "24")


async def take(text: str, visiting: AppService) -> bool:
    """Hand a browser's message on to the program; tell whether the visitor did something."""
    try:
        match json.decode(text):
            case ["stdin", str(typed)]:
                await visiting.send_bytes(typed.encode(errors="replace"))
                return True
            case ["resize", {"width": int(width), "height": int(height)}]:
                await visiting.set_terminal_size(*fitted(width, height))
            case ["focus", *_]:
                await visiting.focus()
            case ["blur", *_]:
                await visiting.blur()
    except (DecodeError, RecursionError):
        pass
    return False


def size_in(given: Any) -> tuple[int, int]:
    """Read the size of a browser's window from the parameters of an address."""
    asked = [given.get(name, "") for name in ("width", "height")]
    width, height = (
        int(text) if text.isascii() and text.isdigit() and len(text) < 6 else int(usual)
        for text, usual in zip(asked, USUAL_SIZE, strict=True)
    )
    return fitted(width, height)


def fitted(width: int, height: int) -> tuple[int, int]:
    """Return a size that a program can be shown in."""
    columns, lines = SIZES
    return (
        min(max(width, columns[0]), columns[-1]),
        min(max(height, lines[0]), lines[-1]),
    )
