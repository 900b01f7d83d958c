"""YAML text to nodes that know where they stand. The only module that knows PyYAML.

Nodes are made from the parser's events, so that nothing is typed behind the author's back: `no`,
`2017-08-16` and `1.10` stay the text that was written. Anchors, aliases and tags are refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import yaml

from arguendo.problems import Edit, Problems
from arguendo.span import Span
from arguendo.yaml_repair import HIDDEN, Fault, Repair, lines_of

DEEPEST = 40
LONGEST = 20_000
"""Characters in one value."""

MOST_SYNTAX_ERRORS = 20
MOST_FORBIDDEN = 20
"""Lines with characters that no text may hold."""

_FALSE_INDENT = re.compile(
    "[ ]*[\xa0\u2000-\u200a\u202f\u205f\u3000][ \xa0\u2000-\u200a\u202f\u205f\u3000]*"
)
"""Spaces of printers and web pages, which YAML takes for letters."""

UNREAD = "too much is wrong here: the file was not read"

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]+#")
_BLANKS = frozenset(" \t")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ue0fe\ue100-\ufefe\uff00-\ufffc\U00010000-\U0010ffff]"
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters, and what turns text around or cannot be seen in it."""


class TextNode(NamedTuple):
    """A single value, as written."""

    text: str
    span: Span
    plain: bool = True
    """Written without quotes."""
    flow: bool = False
    """Stands inside `[…]` or `{…}`, where commas and colons cut unquoted text."""
    cut: bool = False
    """A comment follows on the same line, and may have been meant as text."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in ("", "~")


class ListNode(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


class MapNode(NamedTuple):
    """Keys with their values, in order; no key twice."""

    entries: tuple[tuple[TextNode, Node], ...]
    span: Span
    flow: bool = False
    repeated: tuple[tuple[TextNode, Node], ...] = ()
    """Those whose key stood there already, and was reported."""

    def get(self, key: str) -> Node | None:
        """Return a key's value."""
        return next((value for name, value in self.entries if name.text == key), None)


class HiddenNode(NamedTuple):
    """Something unreadable that has been reported already; readers pass over it in silence."""

    span: Span
    text: str = ""
    """What was written there, as far as it is known."""


_made = tuple.__new__
"""Makes a node or span from a tuple of its parts: so many are made that it shows."""

_Event: TypeAlias = Any
"""An event of PyYAML; its stubs leave open what every event has."""

Node: TypeAlias = TextNode | ListNode | MapNode | HiddenNode


def parse(file: str, text: str, problems: Problems) -> Node | None:
    """Read a file's text; None for an empty file, or one that is beyond repair.

    A syntax error hides only the list item or value it stands in: that is blanked, and the rest is
    read, at most `MOST_SYNTAX_ERRORS` times.
    """
    if _report_forbidden(file, text, problems):
        return HiddenNode(Span(file, 1, 1, 1, 1))
    repair = Repair(_with_plain_indents(file, readable(text), problems))
    while True:
        found = Problems()
        composer = _Composer(file, repair, found)
        try:
            root = composer.document()
        except yaml.YAMLError as error:
            fault = repair.locate(error, composer.last_quoted)
            if fault.line not in repair.told:
                _report(file, fault, repair, problems)
            repair.told.add(fault.line)
            if len(repair.faults) <= MOST_SYNTAX_ERRORS and repair.blank(fault):
                continue
            span = Span(file, fault.line + 1, 1, fault.line + 1, fault.end + 1)
            problems.error("unread-file", UNREAD, span)
            return None
        for problem in found:
            problems.add(problem)
        return root


def readable(text: str) -> str:
    """Put a mark in place of what no text may hold; the value it stands in is not read."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _report(file: str, fault: Fault, repair: Repair, problems: Problems) -> None:
    line = fault.line + 1
    span = Span(file, line, fault.column + 1, line, fault.end + 1)
    fix: tuple[Edit, ...] = ()
    if fault.unquoted:
        start, end = fault.unquoted
        value = Span(file, line, start + 1, line, end + 1)
        fix = (Edit(value, f'"{repair.lines[fault.line][start:end]}"'),)
    problems.error("yaml-syntax", fault.message, span, fault.hint, fix)


def _report_forbidden(file: str, text: str, problems: Problems) -> bool:
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
        message = f"{_name_of(match[0])} does not belong in a rule base"
        problems.error("control-character", message, span, "delete it")
    if is_hopeless:
        problems.error("unread-file", UNREAD, _place(file, *found[0]))
    return is_hopeless


def _with_plain_indents(file: str, text: str, problems: Problems) -> str:
    """Report lines that begin with what only looks like a space, and put spaces in its place."""
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


def _name_of(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"the character {code} ({unicodedata.name(character, 'a control character').lower()})"


class _Composer:
    """Builds nodes from events."""

    def __init__(self, file: str, repair: Repair, problems: Problems) -> None:
        self.file = file
        self.text = repair.text
        self.hidden = repair.hidden
        self.problems = problems
        # What `yaml.parse` does, without a step of Python between two events.
        self.following: Callable[[], _Event] = _LOADER(self.text).get_event
        self.refused: set[str] = set()
        """What was said of anchors, aliases and tags: of each once, however often it comes."""
        self.last_quoted: tuple[int, int] | None = None
        """First and last line of the last quoted value that runs over several lines."""

    def document(self) -> Node | None:
        """Read the one document of a file."""
        root: Node | None = None
        documents = 0
        while (event := self.following()) is not None:
            if type(event) is yaml.DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self.problems.error(
                        "several-documents",
                        "a second document begins here, and a file holds one",
                        self._span(event, event),
                        "delete the line `---`",
                    )
                node = self._node(self.following(), 0, False)
                root = root or node
        if isinstance(root, TextNode) and root.is_empty:
            return None
        return root

    def _span(self, first: _Event, last: _Event) -> Span:
        start, end = first.start_mark, last.end_mark
        return _made(
            Span, (self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        )

    def _node(self, event: _Event, depth: int, flow: bool) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._refuse(event, "yaml-alias", f"“*{event.anchor}” is a YAML alias")
        if event.anchor is not None:
            self._refuse(event, "yaml-alias", f"“&{event.anchor}” is a YAML anchor")
        if event.tag is not None:
            self._refuse(event, "yaml-tag", f"“{_tag(event.tag)}” is a YAML tag")
        if kind is yaml.ScalarEvent:
            return self._text(event, flow)
        if depth >= DEEPEST:
            raise yaml.MarkedYAMLError(problem="nesting", problem_mark=event.start_mark)
        if kind is yaml.SequenceStartEvent:
            return self._list(event, depth)
        return self._map(event, depth)

    def _refuse(self, event: _Event, code: str, message: str) -> HiddenNode:
        start = event.start_mark
        span = Span(self.file, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        hint = "write the value out; a text that begins so stands in quotes"
        if message not in self.refused:
            self.problems.error(code, f"{message}, which rule files do without", span, hint)
        self.refused.add(message)
        return HiddenNode(span)

    def _text(self, event: _Event, flow: bool) -> Node:
        text, plain = event.value, not event.style
        start, end = event.start_mark, event.end_mark
        line = start.line + 1
        last = line if end.line == start.line else end.line + 1
        span = _made(Span, (self.file, line, start.column + 1, last, end.column + 1))
        if not text.isprintable() and (hidden := self._unsafe(text, span)):
            return hidden
        if not text.isascii() and (HIDDEN in text or "\N{REPLACEMENT CHARACTER}" in text):
            return HiddenNode(span, self.hidden.get(start.line, text))
        if len(text) > LONGEST:
            self.problems.error("too-long", f"a value has at most {LONGEST:,} characters", span)
            return HiddenNode(span, text[:LONGEST])
        if not plain and last > line and event.style in ("'", '"'):
            self.last_quoted = (start.line, end.line)
        after = self.text[end.index : end.index + 1] if plain and text else ""
        cut = after in _BLANKS and bool(_COMMENT.match(self.text, end.index))
        return _made(TextNode, (text, span, plain, flow, cut))

    def _unsafe(self, text: str, span: Span) -> HiddenNode | None:
        match = _UNSAFE.search(text)
        if not match:
            return None
        self.problems.error(
            "control-character", f"this text holds {_name_of(match[0])}", span, "delete it"
        )
        return HiddenNode(span, text)

    def _list(self, start: _Event, depth: int) -> ListNode:
        flow = bool(start.flow_style)
        items: list[Node] = []
        following, node = self.following, self._node
        while type(event := following()) is not yaml.SequenceEndEvent:
            items.append(node(event, depth + 1, flow))
        return ListNode(tuple(items), self._extent(start, event, flow, items[-1:]), flow)

    def _map(self, start: _Event, depth: int) -> MapNode | HiddenNode:
        flow = bool(start.flow_style)
        entries: dict[str, tuple[TextNode, Node]] = {}
        repeated: list[tuple[TextNode, Node]] = []
        merges = False
        value: Node | None = None
        following, node = self.following, self._node
        while type(event := following()) is not yaml.MappingEndEvent:
            key = node(event, depth + 1, flow)
            value = node(following(), depth + 1, flow)
            if isinstance(key, TextNode):
                text = key.text
                if text in entries:
                    self._repeats(entries[text][0], key)
                    repeated.append((key, value))
                    continue
                merges = merges or (text == "<<" and isinstance(value, HiddenNode))
                entries[text] = (key, value)
            elif not isinstance(key, HiddenNode):
                self.problems.error("bad-key", "a key is a single word or text", key.span)
        span = self._extent(start, event, flow, [value] if value else [])
        if merges:
            return HiddenNode(span, "".join(lines_of(self.text)[span.line - 1 : span.end_line]))
        return MapNode(tuple(entries.values()), span, flow, tuple(repeated))

    def _repeats(self, first: TextNode, key: TextNode) -> None:
        self.problems.error(
            "duplicate-key",
            f"“{key.text}” stands here twice",
            key.span,
            f"the first is in line {first.span.line}; keep one of the two",
        )

    def _extent(self, start: _Event, end: _Event, flow: bool, last: list[Node]) -> Span:
        """A block collection ends with its last part: its end event lies after blank lines."""
        span = self._span(start, end)
        if flow or not last:
            return span
        part = last[-1].span
        return Span(self.file, span.line, span.column, part.end_line, part.end_column)


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
