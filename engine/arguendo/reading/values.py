"""Readers of single values: text, lists of words, yes and no, dates, degrees, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from arguendo.problems import Edit, did_you_mean, only_near
from arguendo.reading.context import Context
from arguendo.span import Span
from arguendo.vocabulary.words import is_date, meant_dates
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

_T = TypeVar("_T")

Texts: TypeAlias = tuple[str, ...]

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def kind_of_node(node: Node) -> str:
    """Say what was written, for messages."""
    if isinstance(node, TextNode):
        return "nothing" if node.is_empty else "a text"
    return "a list" if isinstance(node, ListNode) else "keys with values"


def whole_text(node: Node, context: Context) -> str | None:
    """Read a free text as written, trimmed; report one that may have been cut by a comment."""
    if isinstance(node, TextNode) and node.cut:
        context.error(
            "cut-text",
            "this text ends where “ #” begins a comment",
            node.span,
            "quote the text, or put the comment on a line of its own",
        )
        return None
    return _written(node, context)


def _written(node: Node, context: Context) -> str | None:
    if isinstance(node, HiddenNode):
        return None
    if isinstance(node, TextNode) and not node.is_empty:
        return node.text.strip()
    hint = "put a text with “: ” or brackets in quotes" if isinstance(node, MapNode) else ""
    context.error("wrong-shape", f"a text goes here, not {kind_of_node(node)}", node.span, hint)
    return None


def text(node: Node, context: Context) -> str | None:
    """Read a free text of one paragraph: line ends become spaces."""
    if type(node) is TextNode and not node.cut and not node.is_empty:  # as most are
        return " ".join(node.text.split())
    found = whole_text(node, context)
    return None if found is None else " ".join(found.split())


def texts(node: Node, context: Context) -> tuple[str, ...] | None:
    """Read a list of free texts; a single one may stand alone."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return all_or_none(text(each, context) for each in nodes)


def word(node: Node, context: Context) -> str | None:
    """Read one of a known set of words; a comment may follow it, since a cut would show."""
    found = _written(node, context)
    return None if found is None else " ".join(found.split())


def words(node: Node, context: Context) -> tuple[str, ...] | None:
    """Read a list of single words or ids, also when they stand in one text with commas."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    found = all_or_none(word(each, context) for each in nodes)
    if found is None:
        return None
    parts = (part.strip() for one in found for part in re.split(r"[,;]", one))
    return tuple(part for part in parts if part)


def all_or_none(found: Iterable[_T | None]) -> tuple[_T, ...] | None:
    """Collect values, or nothing when one of them could not be read; all are tried."""
    values = list(found)
    kept = [value for value in values if value is not None]
    return tuple(kept) if len(kept) == len(values) else None


def flag(node: Node, context: Context) -> bool | None:
    """Read true or false; yes and no do as well."""
    found = word(node, context)
    if found is None:
        return None
    if found.casefold() not in _FLAGS:
        context.error("wrong-value", f"true or false goes here, not “{found}”", node.span)
    return _FLAGS.get(found.casefold())


def date(node: Node, context: Context) -> str | None:
    """Read a date or month in ISO form."""
    found = word(node, context)
    if found is not None and not is_date(found):
        _report_date(found, node, context)
        return None
    return found


def _report_date(found: str, node: Node, context: Context) -> None:
    meant = meant_dates(found)
    message, hint = f"“{found}” is not a date", "write 2017-08-16, or 2017-08 for a month"
    if meant:
        hint = f"write {' or '.join(meant)}"
    elif re.fullmatch(r"\d{4}", found):
        hint = f"a year alone is too little: write {found}-08-16, or {found}-08 for a month"
    elif re.fullmatch(r"\d{4}-\d\d(-\d\d)?", found):
        message, hint = f"the calendar has no “{found}”", "write a day or month that it has"
    fix = (Edit(node.span, meant[0]),) if len(meant) == 1 else ()
    context.error("wrong-value", message, node.span, hint, fix)


def degree(node: Node, context: Context) -> int | None:
    """Read a word of the scale."""
    found = word(node, context)
    if found is None:
        return None
    number = context.scale.degree(found)
    if number is None:
        misspelt("unknown-degree", "degree", node, context.scale.words, context)
    return number


def kind(node: Node, context: Context) -> str | None:
    """Read the name of a kind."""
    found = word(node, context)
    return None if found is None else found.casefold()


def respelled(node: Node, known: Iterable[str]) -> tuple[Edit, ...]:
    """Put the one word in place of a text that can have been meant by it, if there is one."""
    near = only_near(node.text, known) if isinstance(node, TextNode) else ""
    return (Edit(node.span, near),) if _PLAIN.fullmatch(near) else ()


_PLAIN = re.compile(r"\w(?:[\w -]*\w)?")
"""What needs no quotes anywhere."""


def unknown_word(
    code: str, what: str, word: str, known: Iterable[str], span: Span, context: Context
) -> None:
    """Report a word that is not among those that there are."""
    if not context.damage.explains([word]):
        context.error(code, f"there is no {what} “{word}”", span, _nearest(word, list(known)))


def misspelt(code: str, what: str, node: Node, known: Iterable[str], context: Context) -> None:
    """Report a text that is not among the words of a closed list, and respell it if that is clear.

    Words that authors declare are not respelled: what is near to an id may be another thing.
    """
    word = " ".join(node.text.split()) if isinstance(node, TextNode) else ""
    choices = list(known)
    if not context.damage.explains([word]):
        message, hint = f"there is no {what} “{word}”", _nearest(word, choices)
        context.error(code, message, node.span, hint, respelled(node, choices))


def _nearest(word: str, choices: Sequence[str]) -> str:
    shown = ", ".join(choices[:8])
    listed = f"there is: {shown}{', …' if len(choices) > 8 else ''}" if shown else "there is none"
    return did_you_mean(word, choices) or listed


def references(
    section: str, code: str, what: str
) -> Callable[[Node, Context], tuple[str, ...] | None]:
    """Make a reader of ids that another section declares."""

    def read(node: Node, context: Context) -> tuple[str, ...] | None:
        found = words(node, context)
        known = context.ids(section)
        unknown = [word for word in found or () if word not in known]
        for word in unknown:
            unknown_word(code, what, word, known, place_of(word, node), context)
        return None if unknown else found

    return read


def place_of(word: str, node: Node) -> Span:
    """Find where a word stands: its own item of a list, or its stretch of a line."""
    if isinstance(node, ListNode):
        for item in node.items:
            if isinstance(item, TextNode) and word in item.text:
                return place_of(word, item)
    if isinstance(node, TextNode) and node.plain and node.span.line == node.span.end_line:
        start = node.span.column + max(node.text.find(word), 0)
        return Span(node.span.file, node.span.line, start, node.span.line, start + len(word))
    return node.span


def reference(section: str, code: str, what: str) -> Callable[[Node, Context], str | None]:
    """Make a reader of one id that another section declares."""

    def read(node: Node, context: Context) -> str | None:
        found = word(node, context)
        if found is not None and found not in context.ids(section):
            unknown_word(code, what, found, context.ids(section), node.span, context)
            return None
        return found

    return read


entity = reference("entities", "unknown-entity", "entity with the id")
entities = references("entities", "unknown-entity", "entity with the id")
rule = reference("rules", "unknown-rule", "rule")
rules = references("rules", "unknown-rule", "rule")
scenario = reference("scenarios", "unknown-scenario", "scenario")
source = references("sources", "unknown-source", "source or paragraph")


def choice(table: Mapping[str, _T], what: str) -> Callable[[Node, Context], _T | None]:
    """Make a reader of one of several words."""

    def read(node: Node, context: Context) -> _T | None:
        found = word(node, context)
        if found is not None and found not in table:
            misspelt("wrong-value", what, node, table, context)
        return None if found is None else table.get(found)

    return read
