"""YAML text to nodes that know where they stand. The only module that knows PyYAML.

Nodes are made from the parser's events, so that nothing is typed behind the author's back: `no`,
`2017-08-16` and `1.10` stay the text that was written. Anchors, aliases and tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias, overload

import yaml

from arguendo.problems import Edit, Problems
from arguendo.span import Span
from arguendo.yaml_nodes.characters import UNREAD as UNREAD
from arguendo.yaml_nodes.characters import (
    UNSAFE,
    name_of,
    report_forbidden,
    with_plain_indents,
)
from arguendo.yaml_nodes.characters import readable as readable
from arguendo.yaml_nodes.nodes import HiddenNode as HiddenNode
from arguendo.yaml_nodes.nodes import ListNode as ListNode
from arguendo.yaml_nodes.nodes import MapNode as MapNode
from arguendo.yaml_nodes.nodes import Node as Node
from arguendo.yaml_nodes.nodes import TextNode as TextNode
from arguendo.yaml_repair import HIDDEN, Fault, Repair, lines_of

DEEPEST = 40
LONGEST = 20_000
"""Characters in one value."""

MOST_SYNTAX_ERRORS = 20


_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]+#")
_BLANKS = frozenset(" \t")


_STARTS = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})

_made = tuple.__new__
"""Makes a node or span from a tuple of its parts: so many are made that it shows."""

_Event: TypeAlias = Any
"""An event of PyYAML; its stubs leave open what every event has."""


class Unsound(Exception):
    """Something is wrong with items that were put off: the file has to be read at once."""


class Later(Sequence[Node]):
    """The items of a list, made anew from the text each time they are gone through.

    So those of a large rule base are never all there. Only the ids among them are known at once.
    """

    def __init__(self, file: str, text: str, line: int, ids: Sequence[Node], count: int) -> None:
        """Take the list's own text, and how many lines of the file come before it."""
        self.ids = ids
        """What stands under the key `id` in each item that has it."""
        self._file = file
        self._text = text
        self._line = line
        self._count = count

    def __len__(self) -> int:
        """How many items there are."""
        return self._count

    @overload
    def __getitem__(self, place: int) -> Node: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Node]: ...
    def __getitem__(self, place: int | slice) -> Node | Sequence[Node]:
        """Return an item, or several; all before it are made, too."""
        return [*self][place]

    def __iter__(self) -> Iterator[Node]:
        """Make the items, one after the other. Raises `Unsound`."""
        problems = Problems()
        composer = _Composer(self._file, Repair(self._text), problems, self._line)
        try:
            for node in composer.items():
                if len(problems):
                    raise Unsound
                yield node
        except yaml.YAMLError as error:
            raise Unsound from error


PUT_OFF = ("facts", "rules")
"""The sections of a file that can have very many items."""


def parse(file: str, text: str, problems: Problems, *, later: bool = False) -> Node | None:
    """Read a file's text; None for an empty file, or one that is beyond repair.

    A syntax error hides only the list item or value it stands in: that is blanked, and the rest is
    read, at most `MOST_SYNTAX_ERRORS` times. With `later`, the items of `PUT_OFF` are not made yet.
    """
    if report_forbidden(file, text, problems):
        return HiddenNode(Span(file, 1, 1, 1, 1))
    repair = Repair(with_plain_indents(file, readable(text), problems))
    while True:
        found = Problems()
        composer = _Composer(file, repair, found, later=later)
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


def _report(file: str, fault: Fault, repair: Repair, problems: Problems) -> None:
    line = fault.line + 1
    span = Span(file, line, fault.column + 1, line, fault.end + 1)
    fix: tuple[Edit, ...] = ()
    if fault.unquoted:
        start, end = fault.unquoted
        value = Span(file, line, start + 1, line, end + 1)
        fix = (Edit(value, f'"{repair.lines[fault.line][start:end]}"'),)
    problems.error("yaml-syntax", fault.message, span, fault.hint, fix)


class _Composer:
    """Builds nodes from events."""

    def __init__(
        self, file: str, repair: Repair, problems: Problems, line: int = 0, *, later: bool = False
    ) -> None:
        self.file = file
        self.first = 1 + line
        """The number of the first line."""
        self.later = later
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

    def items(self) -> Iterator[Node]:
        """Go through the items of a list that is all there is."""
        while type(self.following()) is not yaml.SequenceStartEvent:
            pass
        while type(event := self.following()) is not yaml.SequenceEndEvent:
            yield self._node(event, 2, False)

    def _put_off(self, start: _Event) -> ListNode:
        """Pass over a list and note down where it stands, and the ids in it."""
        ids, count, depth = [], 0, 0
        is_key = is_id = False
        last = start
        while depth >= 0:
            event = self.following()
            kind = type(event)
            if kind in _ENDS:
                depth -= 1
            elif depth == 0:
                count += 1
                is_key = True
            elif depth == 1:
                if not is_key and is_id and kind is yaml.ScalarEvent:
                    ids.append(self._text(event, False))
                is_id = is_key and kind is yaml.ScalarEvent and event.value == "id"
                is_key = not is_key
            if kind in _STARTS:
                depth += 1
            elif kind not in _ENDS:
                last = event
        begin, end = start.start_mark, event.start_mark
        text = self.text[begin.index - begin.column : end.index]
        items = Later(self.file, text, self.first - 1 + begin.line, ids, count)
        return ListNode(items, self._span(start, last))

    def _span(self, first: _Event, last: _Event) -> Span:
        start, end = first.start_mark, last.end_mark
        return _made(
            Span,
            (
                *(self.file, start.line + self.first, start.column + 1),
                *(end.line + self.first, end.column + 1),
            ),
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
        line = start.line + self.first
        span = Span(self.file, line, start.column + 1, line, start.column + 2)
        hint = "write the value out; a text that begins so stands in quotes"
        if message not in self.refused:
            self.problems.error(code, f"{message}, which rule files do without", span, hint)
        self.refused.add(message)
        return HiddenNode(span)

    def _text(self, event: _Event, flow: bool) -> Node:
        text, plain = event.value, not event.style
        start, end = event.start_mark, event.end_mark
        line = start.line + self.first
        last = line if end.line == start.line else end.line + self.first
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
        match = UNSAFE.search(text)
        if not match:
            return None
        self.problems.error(
            "control-character", f"this text holds {name_of(match[0])}", span, "delete it"
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
            event = following()
            if depth == 0 and self.later and self._can_wait(key, event):
                value = self._put_off(event)
            else:
                value = node(event, depth + 1, flow)
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

    def _can_wait(self, key: Node, event: _Event) -> bool:
        """Tell whether a section is a list in a block, of which there may be very many items."""
        is_list = type(event) is yaml.SequenceStartEvent and not event.flow_style
        is_plain = is_list and event.anchor is None and event.tag is None
        return is_plain and isinstance(key, TextNode) and key.text in PUT_OFF

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
