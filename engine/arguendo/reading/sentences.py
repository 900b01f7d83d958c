"""Readers of sentences: nodes to statements, with the nearest right thing when there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from arguendo.problems import Edit
from arguendo.reading.context import Context
from arguendo.reading.slips import denial, slip
from arguendo.reading.values import all_or_none, text
from arguendo.span import Span
from arguendo.statements import Literal, Statement, is_variable
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

T = TypeVar("T")

BLOCKS = ("any", "all", "not", "at least", "of")
"""The keys of conditions that are made of others."""


def sentence_text(node: Node, context: Context) -> str | None:
    """Read the text of a sentence; report one that brackets or a colon have cut up."""
    if isinstance(node, HiddenNode):
        return None
    if isinstance(node, MapNode):
        if any(name.text in BLOCKS for name, _ in node.entries):
            report_block(node, context)
            return None
        if node.flow and (piece := _asked(node)):
            _report_cut([piece], context)
            return None
        hint = "put a sentence with “: ” or { } in quotes"
        context.error("wrong-shape", "a sentence goes here, not keys with values", node.span, hint)
        return None
    if isinstance(node, ListNode):
        hint = "put a sentence that begins with [ in quotes"
        context.error("wrong-shape", "a sentence goes here, not a list", node.span, hint)
        return None
    if node.flow and node.plain:
        if len(context.read(node.text)) == 1:
            message = "inside [ ] and { } a sentence needs quotes"
            hint = "without them a comma or colon in it would cut it up"
            fix = (Edit(node.span, _quoted(node.text)),)
            context.error("unquoted-sentence", message, node.span, hint, fix)
        else:
            _report_cut([node], context)
        return None
    return text(node, context)


def _asked(node: MapNode) -> TextNode | None:
    """Find the unquoted sentence that begins with “?”, which in brackets is the mark of a key."""
    for key, value in node.entries[:1]:
        if len(node.entries) == 1 and isinstance(value, TextNode) and value.is_empty:
            return TextNode(f"?{key.text}", node.span, flow=True) if key.plain else None
    return None


def report_block(node: MapNode, context: Context) -> None:
    """Report one of the blocks that only conditions are made of."""
    key = next(name for name, _ in node.entries if name.text in BLOCKS)
    hint = "such blocks belong under “if” and “unless”"
    if key.text == "not":
        hint += "\nunder “assume” and “expect” deny a sentence: “it is not the case that …”"
    context.error("wrong-block", f"a sentence goes here, not “{key.text}”", key.span, hint)


def _report_cut(pieces: Sequence[TextNode], context: Context) -> None:
    """Report unquoted sentences in brackets, once; if each piece reads as one, quotes will do."""
    is_clear = all(len(context.read(piece.text)) == 1 for piece in pieces)
    context.error(
        "unquoted-sentence",
        "inside [ ] and { } a comma or colon cuts an unquoted sentence up",
        pieces[0].span,
        "put it in quotes, or each sentence on a line of its own after “- ”",
        tuple(Edit(each.span, _quoted(each.text)) for each in pieces) if is_clear else (),
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def sentence(node: Node, context: Context) -> Literal | None:
    """Read a sentence that must have exactly one meaning."""
    written = sentence_text(node, context)
    return None if written is None else meaning(written, node.span, context)


def meaning(written: str, span: Span, context: Context) -> Literal | None:
    """Return the one reading of a text, or report that it has none or several."""
    readings = context.read(written)
    if len(readings) == 1:
        return Literal(readings[0].statement, readings[0].positive, span)
    if readings and _vocabulary_clashes(readings, context):
        return None
    if readings:
        shown = "\n".join(
            f"{'' if one.positive else 'not '}{one.statement.key}" for one in readings[:4]
        )
        message = "this sentence can be read in more than one way"
        context.error("ambiguous-sentence", message, span, f"write the exact form of one:\n{shown}")
    elif context.hints_left:
        context.hints_left -= 1
        near = context.vocabulary.nearest(written)
        if not any(map(context.damage.explains, near.strange)):
            is_told = near.code == "wrong-kind" and near.hint  # which names would fit
            slipped = "" if is_told else slip(written, span, context)
            hint = slipped or "\n".join(denial(written, near.hint))
            context.error(near.code, near.message, span, hint)
    elif not context.damage.is_total:
        context.error("unread-sentence", "no statement reads like this", span)
    return None


def _vocabulary_clashes(readings: Sequence[Literal], context: Context) -> bool:
    """Tell whether two declarations are at fault, which the checks then say of them, once."""
    first, *others = (reading.statement for reading in readings)
    return any(
        _differ_in_name(first, other, context) or _differ_in_template(first, other, context)
        for other in others
    )


def _differ_in_name(one: Statement, other: Statement, context: Context) -> bool:
    """Tell whether they differ only in entities of one kind that share a name."""
    kind_of = context.vocabulary.kind_of
    return one.predicate == other.predicate and all(
        left == right or (not is_variable(left) and kind_of(left) == kind_of(right))
        for left, right in zip(one.arguments, other.arguments, strict=True)
    )


def _differ_in_template(one: Statement, other: Statement, context: Context) -> bool:
    """Tell whether they differ only in the predicate, and their slots take the same kinds."""
    predicates = context.vocabulary.predicates
    slots = [predicates[each.predicate].slots for each in (one, other)]
    return one.arguments == other.arguments and all(
        not left.kinds or not right.kinds or bool(set(left.kinds) & set(right.kinds))
        for left, right in zip(*slots, strict=True)
    )


def affirmed(node: Node, context: Context) -> Statement | None:
    """Read the statement of a sentence that must not be a denial."""
    found = affirmed_literal(node, context)
    return found.statement if found else None


def affirmed_literal(node: Node, context: Context) -> Literal | None:
    """Read a sentence that must not be a denial."""
    found = sentence(node, context)
    if found is None:
        return None
    if not found.positive:
        context.error(
            "denial",
            "this denies something, and only what holds can be said here",
            node.span,
            "say what holds instead; a contrary statement is declared under “contraries”",
        )
        return None
    return found


def is_ground(statement: Statement, span: Span, context: Context) -> bool:
    """Report a statement that has variables where names are wanted."""
    variable = next(statement.variables, None)
    if variable:
        message = f"“{variable}” is a variable, and a name goes here"
        context.error("variable", message, span, "variables belong in rules and contraries")
    return variable is None


def ground(node: Node, context: Context) -> Statement | None:
    """Read a sentence about named things that must not be a denial."""
    found = affirmed(node, context)
    return found if found and is_ground(found, node.span, context) else None


def ground_literal(node: Node, context: Context) -> Literal | None:
    """Read a sentence about named things, affirmed or denied."""
    found = sentence(node, context)
    return found if found and is_ground(found.statement, node.span, context) else None


def one_or_more(
    read: Callable[[Node, Context], T | None],
) -> Callable[[Node, Context], tuple[T, ...] | None]:
    """Make a reader of a list of what `read` reads; a single one may stand alone."""

    def read_all(node: Node, context: Context) -> tuple[T, ...] | None:
        nodes = node.items if isinstance(node, ListNode) else (node,)
        if isinstance(node, ListNode) and node.flow:
            pieces = [each for each in nodes if isinstance(each, TextNode) and each.plain]
            if pieces:
                _report_cut(pieces, context)
                return None
        return all_or_none(read(each, context) for each in nodes)

    return read_all
