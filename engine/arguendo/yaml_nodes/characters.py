"""Characters that no rule file may hold, and those that look like others."""

from __future__ import annotations

import re
import unicodedata

from arguendo.problems import Edit, Problems
from arguendo.span import Span
from arguendo.yaml_repair import lines_of

MOST_FORBIDDEN = 20
"""Lines with characters that no text may hold."""

_FALSE_INDENT = re.compile(
    "[ ]*[\xa0\u2000-\u200a\u202f\u205f\u3000][ \xa0\u2000-\u200a\u202f\u205f\u3000]*"
)
"""Spaces of printers and web pages, which YAML takes for letters."""

UNREAD = "too much is wrong here: the file was not read"

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ue0fe\ue100-\ufefe\uff00-\ufffc\U00010000-\U0010ffff]"
)

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters, and what turns text around or cannot be seen in it."""


def readable(text: str) -> str:
    """Put a mark in place of what no text may hold; the value it stands in is not read."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def report_forbidden(file: str, text: str, problems: Problems) -> bool:
    """Report what no text may hold; tell whether so much of it that this is no text at all."""
    if not _FORBIDDEN.search(text):
        return False
    found = [
        (number, match)
        for number, line in enumerate(lines_of(text), 1)
        if (match := _FORBIDDEN.search(line))
    ]
    foreign = next((each for each in found if "\ud800" <= each[1][0] <= "\udfff"), None)
    if foreign:
        span = _place(file, *foreign)
        problems.error("not-utf-8", "this is not UTF-8", span, "save the file as UTF-8")
    if foreign and "\0" in text:
        return True
    others = [each for each in found if not "\ud800" <= each[1][0] <= "\udfff"]
    is_hopeless = len(others) > MOST_FORBIDDEN
    for number, match in others[: 1 if is_hopeless else None]:
        span = _place(file, number, match)
        message = f"{name_of(match[0])} does not belong in a rule base"
        problems.error("control-character", message, span, "delete it")
    if is_hopeless:
        problems.error("unread-file", UNREAD, _place(file, *found[0]))
    return is_hopeless


def with_plain_indents(file: str, text: str, problems: Problems) -> str:
    """Report lines that begin with what only looks like a space, and put spaces in its place."""
    if text.isascii():
        return text
    edits = []
    lines = lines_of(text)
    for number, line in enumerate(lines, 1):
        if match := _FALSE_INDENT.match(line):
            edits.append(Edit(_place(file, number, match), " " * len(match[0])))
            lines[number - 1] = " " * len(match[0]) + line[match.end() :]
    if edits:
        more = f", and {len(edits) - 1} more" if len(edits) > 1 else ""
        message = f"this line begins with what only looks like a space{more}"
        hint = "it was copied from elsewhere: indent with the space bar"
        problems.error("control-character", message, edits[0].span, hint, tuple(edits))
    return "".join(lines) if edits else text


def _place(file: str, line: int, match: re.Match[str]) -> Span:
    return Span(file, line, match.start() + 1, line, match.end() + 1)


def name_of(character: str) -> str:
    """Name a character for people."""
    code = f"U+{ord(character):04X}"
    return f"the character {code} ({unicodedata.name(character, 'a control character').lower()})"
