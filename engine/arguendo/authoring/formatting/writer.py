"""An outline as text, and the proof that it says what the file said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from arguendo.authoring.formatting.layout import FILE, Layout
from arguendo.authoring.formatting.outline import Block, Part, in_order, outline, parts_of
from arguendo.authoring.formatting.trivia import Source, is_block_text, texts, trifles
from arguendo.authoring.scalars import needs_quotes, quoted
from arguendo.problems import Problems
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode, parse

WIDEST = 120
"""Columns up to which `[…]` and `{…}` stay on one line."""

STEP = 2
_STRANGE = re.compile("[\r\x85\u2028\u2029]|^%", re.MULTILINE)
_SIGN = re.compile(r"([|>])([-+0-9]*)[ \t]*(#.*)?")
_ENDED = re.compile(r"(?<![\\ \t])[ \t]+$")


class Unformatted(Exception):
    """A file is left as it is; says why."""


def formatted(text: str) -> str:
    """Bring the text of a rule file into the one layout. Raises `Unformatted`."""
    text = text.replace("\r\n", "\n")
    if _STRANGE.search(text):
        raise Unformatted("it has line ends or directives that rule files do without")
    root = _root(text)
    if root is None:
        return _comments_only(text)
    if not isinstance(root, MapNode | ListNode) or root.flow:
        raise Unformatted("it is one text or bracket as a whole")
    source = Source(text)
    made = "\n".join(_Writer(source, root).block(outline(source, root), 0)) + "\n"
    _prove(source, root, made)
    return made


def _root(text: str) -> Node | None:
    problems = Problems()
    root = parse("", text, problems)
    if problems.has_errors or isinstance(root, HiddenNode):
        raise Unformatted("it has errors")
    return root


def _comments_only(text: str) -> str:
    lines = "\n".join(line.strip() for line in text.splitlines()).strip()
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n" if lines else ""


def _prove(source: Source, root: Node, made: str) -> None:
    """Hold a file against what was made of it: every value, and every comment."""
    again = _root(made)
    if again is None or _meaning(root, FILE) != _meaning(again, FILE):
        raise Unformatted("it could not be laid out without changing what it says")
    if _comments(source, root) != _comments(Source(made), again):
        raise Unformatted("it could not be laid out without losing a comment")


def _meaning(node: Node, layout: Layout) -> object:
    """Return what a node says, apart from how it is written."""
    match node:
        case TextNode(text):
            return text.strip()
        case ListNode(items):
            return [_meaning(item, layout.under(None)) for item in items]
        case MapNode(entries):
            said = [(key.text, _meaning(value, layout.under(key.text))) for key, value in entries]
            return ("map", dict(said) if layout.order else said)
        case HiddenNode():
            return None


def _comments(source: Source, root: Node) -> Counter[str]:
    behind = (
        _SIGN.match(source.written(text)) for text in texts(root) if is_block_text(source, text)
    )
    found = [each.text for each in trifles(source, root) if each.text]
    return Counter(found + [sign[3].rstrip() for sign in behind if sign and sign[3]])


class _Writer:
    """Writes blocks as lines; columns count from 0."""

    def __init__(self, source: Source, root: Node) -> None:
        self.source = source
        self.comments = [each.offset for each in trifles(source, root) if each.text]

    def block(self, block: Block, column: int) -> list[str]:
        """Write all parts of a block."""
        lines: list[str] = []
        keeps_quotes = self._keeps_quotes(block)
        for number, part in enumerate(block.parts):
            lead = _lead(part.lead, spaced=block.layout.spaced, first=not number)
            lines += [_set_in(text, column) for text in lead]
            inner = block.layout.under(part.key.text if part.key else None)
            lines += self._part(part, inner, column, keeps_quotes)
        return lines + [_set_in(text, column) for text in _thinned(block.tail)]

    def _part(self, part: Part, inner: Layout, column: int, keeps_quotes: bool) -> list[str]:
        head = f"{self._key(part.key)}:" if part.key else "-"
        below = part.block or self._unfolded(part, inner, column + len(head) + 1)
        if below is not None and part.key:
            first = _with(_set_in(head, column), part.trail)
            return [first, *self.block(below, column + STEP)]
        if below is not None:
            first, *others = self.block(below, column + STEP)
            return [_set_in(f"- {first.lstrip(' ')}", column), *others]
        first, *others = self._value(part, inner, keeps_quotes)
        lines = [_set_in(f"{head} {first}".rstrip(), column)]
        lines += [_set_in(line, column + STEP) for line in others]
        return [*lines[:-1], _with(lines[-1], part.trail)]

    def _unfolded(self, part: Part, inner: Layout, column: int) -> Block | None:
        """Turn brackets that are too wide for a line, or that none can hold, into a block."""
        value = part.value
        if not isinstance(value, MapNode | ListNode) or self._has_comment(value):
            return None
        line = self._on_one_line(value, inner)
        fits = line is not None and column + len(line) <= WIDEST
        if fits or not parts_of(value) or (part.trail and not part.key):
            return None
        return _folded(value, inner)

    def _has_comment(self, node: Node) -> bool:
        start, end = self.source.start(node), self.source.end(node)
        return any(start <= offset < end for offset in self.comments)

    def _on_one_line(self, node: Node, layout: Layout) -> str | None:
        """Write a node within brackets; None when it has a text of several lines, or nothing."""
        if not isinstance(node, MapNode | ListNode):
            written = self.source.written(node)
            return written if written and "\n" not in written else None
        block = _folded(node, layout)
        said = []
        for part in block.parts:
            inside = layout.under(part.key.text if part.key else None)
            value = self._on_one_line(part.value, inside)
            if value is None:
                return None
            said.append(f"{self._key(part.key)}: {value}" if part.key else value)
        return f"{{{', '.join(said)}}}" if block.is_map else f"[{', '.join(said)}]"

    def _key(self, key: TextNode) -> str:
        written = self.source.written(key)
        if "\n" in written or not written:
            raise Unformatted("a key stands on several lines, or is empty")
        return written

    def _value(self, part: Part, inner: Layout, keeps_quotes: bool) -> list[str]:
        """Write what stands behind a key or dash: its first line, and those set further in."""
        node, written = part.value, self.source.written(part.value)
        if isinstance(node, TextNode):
            if is_block_text(self.source, node):
                return _block_text(written)
            if "\n" not in written:
                quotes = keeps_quotes or bool(part.trail) or needs_quotes(node.text)
                return [_requoted(written, node, quotes)]
        line = None if self._has_comment(node) else self._on_one_line(node, inner)
        return _stripped(written) if line is None else [line]

    def _keeps_quotes(self, block: Block) -> bool:
        """Tell whether a text in quotes needs them: then its neighbours keep theirs, for looks."""
        return any(
            isinstance(part.value, TextNode)
            and not part.value.plain
            and not is_block_text(self.source, part.value)
            and needs_quotes(part.value.text)
            for part in block.parts
        )


def _folded(node: MapNode | ListNode, layout: Layout) -> Block:
    parts = [Part(key, value) for key, value in parts_of(node)]
    return in_order(Block(parts, layout, isinstance(node, MapNode)))


def _lead(lead: Sequence[str], *, spaced: bool, first: bool) -> list[str]:
    """Set the comments above a part apart: by one blank line where the layout wants it."""
    thinned = _thinned(lead)
    while thinned and not thinned[0] and (first or spaced):
        del thinned[0]
    return ["", *thinned] if spaced and not first else thinned


def _thinned(texts: Sequence[str]) -> list[str]:
    """Leave one of several blank lines that follow one another."""
    return [text for place, text in enumerate(texts) if text or not place or texts[place - 1]]


def _set_in(line: str, column: int) -> str:
    return " " * column + line if line.strip() else line


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _requoted(written: str, node: TextNode, keeps_quotes: bool) -> str:
    if node.plain:
        return written
    if not keeps_quotes:
        return node.text
    plain_inside = written[0] == "'" and not re.search(r"[\"\\]", node.text)
    return quoted(node.text) if plain_inside and node.text.isprintable() else written


def _stripped(written: str) -> list[str]:
    """Take the lines of what goes over several; how far each is set in means nothing."""
    return [_ENDED.sub("", line.lstrip(" \t")) for line in written.split("\n")]


def _block_text(written: str) -> list[str]:
    """Write a text after `|` or `>`: its sign, then its lines, set in from its first one."""
    head, *lines = written.split("\n")
    sign = _SIGN.match(head)
    if not sign:
        raise Unformatted("a text after | or > cannot be read")
    style, marks, comment = sign[1], sign[2], sign[3] or ""
    if marks.strip("+-"):
        raise Unformatted("a text after | or > says by a number how far it is set in")
    depth = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    first = style + marks.replace("+", "")
    return [_with(first, comment.rstrip()), *(line[depth:] for line in lines)]
