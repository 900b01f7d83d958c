"""Syntax errors in YAML, told in the author's terms, and cut out so that the rest can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Protocol

HIDDEN = "\ue0ff"
"""Stands for what was cut out; no author writes this private character."""

_INDENT = re.compile(r"[ \t]*")
_DEPTH = re.compile(r" *(?:- +)*")
_ITEM = re.compile(r"( *)((?:- +)*-)(?: |\t|$)")
_KEY = re.compile(
    r"""( *)((?:[^\s:#'"\[\]{},&*!|>%@`-]|-\S)(?:[^:#]|:(?=\S)|(?<=\S)#)*):(?:\s|$)"""
)
_CLOSED = re.compile(r"[}\]]\s*[^\s,#}\]]")
_UNQUOTED = re.compile(
    r"""[ ]*(?:-[ ]+)*(?:\w[\w ]*:[ ]+)?
    (?P<value>
      [{\[](?=[^"\\#:]*[}\]][ ]*[^\s,\]}"\\#:])[^"\\#:]+  # text goes on after a bracket that closes
      | [%@`][^"\\#:]+                                     # a sign that no text begins with
    )""",
    re.VERBOSE,
)
"""A colon in it may begin a key that was meant to stand on a line of its own."""

_VALUE = re.compile(r"""^\s*(?:-\s+)*(?:[^'"\s:\[\]{}]+:\s+)?(?P<first>.)(?P<rest>.*)$""")


class Mark(Protocol):
    """A place in the text, counted from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Fault:
    """One syntax error; lines and columns count from 0."""

    line: int
    column: int
    end: int
    message: str
    hint: str
    unquoted: tuple[int, int] | None = None
    """The columns of a value that quotes around it would surely mend."""


_MESSAGES = (
    ("found a tab", "a tab stands where only spaces can"),
    ("no space after :", "a space is missing after this colon"),
    ("no space after -", "a space is missing after this dash"),
    ("unexpected end of stream", "the quotation mark that opens here is never closed"),
    ("unexpected document separator", "the quotation mark that opens here is never closed"),
    ("mapping values are not allowed", "a second “: ” in one value"),
    ("expected ',' or ']'", "the bracket “[” that opens here is not closed rightly"),
    ("expected ',' or '}'", "the brace “{” that opens here is not closed rightly"),
    ("expected the node content", "something is missing or too much here"),
    ("could not find expected ':'", "this line is neither `key: value` nor part of a list"),
    ("expected '-' indicator", "this does not belong to the list above it"),
    ("expected key", "this does not belong to the keys above it"),
    ("expected <block end>", "this does not belong to what stands above it"),
    ("unknown escape", "the backslash in these double quotes means nothing"),
    ("escape character", "the backslash in these double quotes means nothing"),
    ("did not find expected comment or line break", "nothing can follow `|` or `>` in its line"),
    ("nesting", "this is nested too deeply"),
)
"""What the parser says, and how an author would."""

_HINTS = (
    ("found a tab", "indent with spaces"),
    ("no space after :", "a key stands before a colon and a space: if: the sentence"),
    ("no space after -", "an item begins with a dash and a space: - id"),
    ("stream", "close it, or leave both marks out"),
    ("separator", "close it, or leave both marks out"),
    ("mapping values", "put the text in quotes, or check the indentation"),
    ("']'", "close it; sentences stand in a block list, or each in quotes"),
    ("'}'", "close it; sentences stand in a block list, or each in quotes"),
    ("':'", "add the colon, or begin the line with “- ”"),
    ("escape", "write it in single quotes"),
    ("nesting", "split it in two"),
)

_OPENERS = ("while scanning a quoted scalar", "while parsing a flow", "while scanning a simple key")


_UNSPACED = re.compile(r"\s*(?:(?:- +)*[a-z]+(?: [a-z]+)?:(?=[^\s:/])|-(?=[a-z]+:\s))")
_CURVED = ("“", "„", "”", "«", "»", "‘", "’")
_QUOTE = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*(?P<after>.*)""")


def _requoted(mark: str, after: str) -> str:
    if mark not in after:
        return "quote all of it, or nothing"
    if mark == "'":
        return "put the text in double quotes, or write the apostrophe twice"
    return "put the text in single quotes, or write a backslash before the marks in it"


def lines_of(text: str) -> list[str]:
    """Split a text into lines where YAML does, each with its ending."""
    return re.split(r"(?<=\n)|(?<=\r)(?!\n)|(?<=[\x85\u2028\u2029])", text)


class Repair:
    """The text of a file, from which faulty places are cut out one after another."""

    def __init__(self, text: str) -> None:
        """Start with the text as it is."""
        self._text = text
        self.faults: list[Fault] = []
        self.hidden: dict[int, str] = {}
        """What was cut out, under the line where the mark stands for it."""
        self.told: set[int] = set()
        """Lines of which enough was said."""
        self._cut: set[int] = set()
        self._untabbed: set[int] = set()

    @property
    def text(self) -> str:
        """The text as it now stands, with as many lines as before."""
        return "".join(self.lines) if self.faults else self._text

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each with its ending."""
        return lines_of(self._text)

    def locate(self, error: Exception, quoted: tuple[int, int] | None) -> Fault:
        """Say where the fault is that made the parser stop, and what it is."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        context, said = str(getattr(error, "context", "")), str(getattr(error, "problem", error))
        opener = getattr(error, "context_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if opener is not None and context.startswith(_OPENERS):
            line, column = opener.line, opener.column
        elif quoted and quoted[1] in (line, line - 1) and not context.startswith("while scanning"):
            line, column = quoted[0], self._quote(quoted[0])
            said = "unexpected end of stream"
        line = self._filled(min(line, len(self.lines) - 1))
        if "mapping values" in said and (place := self._unspaced(line)):
            (line, column), said = place, f"no space after {self.lines[place[0]][place[1]]}"
        written = self.lines[line].rstrip()
        column = min(column, max(len(written) - 1, 0))
        message, hint = self._explain(said, line)
        end = max(len(written), column + 1)
        fault = Fault(line, column, end, message, hint, self._unquoted(line))
        self.faults.append(fault)
        return fault

    def _unspaced(self, line: int) -> tuple[int, int] | None:
        """Find the colon without a space, in the line above, that made this one part of a text."""
        above = self._filled(line - 1) if line else 0
        found = _UNSPACED.match(self.lines[above]) if above < line else None
        return (above, found.end() - 1) if found else None

    def _quote(self, line: int) -> int:
        found = re.search(r"""(?<![^\s\[{,])["']""", self.lines[line])
        return found.start() if found else 0

    def _filled(self, line: int) -> int:
        while line and not self.lines[line].strip():
            line -= 1
        return line

    def _explain(self, said: str, line: int) -> tuple[str, str]:
        written = self.lines[line]
        if "\t" in _indent(written):
            said = "found a tab"
        hint = next((hint for words, hint in _HINTS if words in said), "check the indentation")
        message = next((text for words, text in _MESSAGES if words in said), "")
        value = _VALUE.match(written)
        first, rest = (value["first"], value["rest"].strip()) if value else ("", "")
        if first in _CURVED and "mapping values" in said:
            return "curved quotation marks do not quote a text", 'write straight ones: "…"'
        if first == "?" and "mapping keys" in said:
            return "a space follows the question mark", "write a variable without one: ?name"
        if first in ("{", "[") and _CLOSED.search(rest):
            return f"a text cannot begin with “{first}” unless it is in quotes", "quote all of it"
        if (closed := _QUOTE.fullmatch(first + rest)) and closed["after"][:1] not in ("", "#"):
            return "text goes on after the closing quotation mark", _requoted(
                first, closed["after"]
            )
        if first in ("@", "`", "%", "*", "&", "!") and ("token" in said or "alphabetic" in said):
            return f"a text cannot begin with “{first}” unless it is in quotes", "quote all of it"
        return message or f"this is not YAML ({said})", hint

    def _unquoted(self, line: int) -> tuple[int, int] | None:
        """Find a value that is one line and lacks nothing but quotes."""
        written = self.lines[line].rstrip()
        match = _UNQUOTED.fullmatch(written)
        below = next((each for each in self.lines[line + 1 :] if each.strip()), "")
        goes_on = _depth(below) > _depth(written) and not below.lstrip().startswith("#")
        if match is None or goes_on or lines_of(self._text)[line] != self.lines[line]:
            return None
        return match.span("value")

    def blank(self, fault: Fault) -> bool:
        """Cut out the smallest part around a fault that was not cut yet; False if there is none."""
        if self._untab(fault.line):
            return True
        line: int | None = fault.line
        while line is not None:
            start = self._start(line)
            if start is None:
                break
            if start not in self._cut:
                self._hide(start)
                return True
            line = self._parent(start)
        return self._erase(fault.line)

    def _untab(self, first: int) -> bool:
        """Put spaces for tabs, here and in the lines below; then try the depth of the line above.

        Tabs stop at every eighth column, as terminals show them.
        """
        below = range(first, len(self.lines))
        if lines := list(takewhile(lambda line: "\t" in _indent(self.lines[line]), below)):
            for line in lines:
                indent = _indent(self.lines[line])
                self.lines[line] = indent.expandtabs() + self.lines[line][len(indent) :]
            self._untabbed.update(lines)
            self.told.update(lines)
            return True
        if first not in self._untabbed:
            return False
        self._untabbed.remove(first)
        above = self.lines[self._filled(first - 1)] if first else ""
        depth = len(_DEPTH.match(above)[0])  # type: ignore[index]
        self.lines[first] = " " * depth + self.lines[first].lstrip(" ")
        return True

    def _erase(self, line: int) -> bool:
        """Empty one line that belongs to nothing."""
        if not self.lines[line].strip():
            return False
        self.lines[line] = _ending(self.lines[line])
        return True

    def _start(self, line: int) -> int | None:
        """Find the line at which the item or value begins that a line belongs to."""
        found: int | None = line
        while found is not None:
            written = self.lines[found]
            if _ITEM.match(written) or (_KEY.match(written) and written[0] == " "):
                return found
            found = self._parent(found)
        return None

    def _parent(self, line: int) -> int | None:
        """Find the nearest line above that is indented less."""
        depth = _depth(self.lines[line])
        for above in range(line - 1, -1, -1):
            written = self.lines[above]
            if written.strip() and not written.lstrip().startswith("#") and _depth(written) < depth:
                return above
        return None

    def _hide(self, start: int) -> None:
        """Put the mark in place of what begins at a line, up to where its indentation ends."""
        written = self.lines[start]
        head = _ITEM.match(written) or _KEY.match(written)
        self.lines[start] = f"{head[0].rstrip() if head else ''} {HIDDEN}{_ending(written)}"
        self._cut.add(start)
        cut = [written, self.hidden.get(start, "")]
        for below in range(start + 1, len(self.lines)):
            line = self.lines[below]
            if line.strip() and _depth(line) <= _depth(written):
                break
            cut.append(self.hidden.get(below, line))
            self.lines[below] = _ending(line)
        self.hidden[start] = "".join(cut)


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found[0] if found else ""


def _depth(line: str) -> int:
    """Count the indentation; a tab lies deeper than anything."""
    indent = _indent(line)
    return 10_000 if "\t" in indent else len(indent)


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n\x85\u2028\u2029")) :]
