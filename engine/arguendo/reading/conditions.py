"""Readers of conditions: sentences, comparisons, and the blocks any, all, not, at least."""

from __future__ import annotations

import re
from collections.abc import Callable

from arguendo.comparisons import OPERATORS
from arguendo.problems import Edit, did_you_mean
from arguendo.reading.context import Context
from arguendo.reading.sentences import BLOCKS, meaning, one_or_more, sentence_text
from arguendo.reading.values import respelled, word
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Not
from arguendo.span import Span
from arguendo.statements import ID, Term, is_variable
from arguendo.vocabulary.words import split
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode

_RELATIONS = "|".join(sorted(OPERATORS, key=len, reverse=True)).replace(" ", r"\s+")
_COMPARISON = re.compile(
    rf"""(\?\w+|"(?:[^"\\]|\\.)*"|“[^”]*”|\S+)\s+({_RELATIONS})\s+(.+?)\.?""", re.IGNORECASE
)


_AT_LEAST = re.compile(r"at\s+least\s+(\w+)(?:\s+of)?", re.IGNORECASE)
_MEANT = {"or": "any", "either": "any", "and": "all", "both": "all"} | dict.fromkeys(
    ("no", "none", "neither"), "not"
)


def condition(node: Node, context: Context) -> Condition | None:
    """Read one condition."""
    if isinstance(node, HiddenNode):
        return None
    if isinstance(node, MapNode):
        return _block(node, context)
    if isinstance(node, ListNode) and not node.flow:
        hint = "write “any:” or “all:” above the inner list"
        context.error("wrong-shape", "a list in a list says not how it is meant", node.span, hint)
        return None
    written = sentence_text(node, context)
    return None if written is None else _plain(written, node.span, context)


conditions: Callable[[Node, Context], tuple[Condition, ...] | None] = one_or_more(condition)


def _plain(written: str, span: Span, context: Context) -> Condition | None:
    """Read a sentence, or else a comparison: templates come first."""
    match = None if context.read(written) else _COMPARISON.fullmatch(written)
    if match is None:
        return meaning(written, span, context)
    left, right = _term(match[1], context), _term(match[3], context)
    if left and right:
        return Comparison(left, " ".join(match[2].casefold().split()), right, span)
    wrong = match[3] if left else match[1]
    if not any(term and is_variable(term) for term in (left, right)):
        return meaning(written, span, context)
    named = context.vocabulary.entities_named(wrong)
    if named:
        message = f"comparisons take ids, and “{wrong}” is a name"
        ids = " or ".join(entity.id for entity in named)
        context.error("name-in-comparison", message, span, f"write {ids}")
        return None
    if not ID.fullmatch(wrong):
        return meaning(written, span, context)
    message = f"no statement reads like this, and there is no entity with the id “{wrong}”"
    near = context.vocabulary.nearest(written)
    alike = did_you_mean(wrong, context.vocabulary.entities)
    hint = "\n".join(filter(None, (alike, near.predicate and near.hint)))
    if not context.damage.explains([wrong]):
        context.error("unknown-entity", message, span, hint)
    return None


def _term(written: str, context: Context) -> Term | None:
    """Read one side of a comparison: a variable, number, date, quoted text or exact id."""
    if written in context.vocabulary.entities:
        return written
    words = split(written)
    return words.terms[0] or None if len(words) == 1 else None


def _block(node: MapNode, context: Context) -> Condition | None:
    keys = [name.text for name, _ in node.entries]
    if set(keys) == {"at least", "of"}:
        return _at_least(node, context)
    if len(keys) != 1 or keys[0] not in ("any", "all", "not"):
        _no_block(node, context)
        return None
    value = node.entries[0][1]
    if _is_bare(value):
        context.error("empty", f"“{keys[0]}” has nothing beneath it", node.span)
        return None
    parts = conditions(value, context)
    if parts is None:
        return None
    if keys[0] == "any":
        return AnyOf(parts)
    if keys[0] == "all":
        return AllOf(parts)
    if len(parts) != 1:
        hint = "write “any:” or “all:” beneath it, above the list"
        context.error("wrong-shape", "“not” takes one condition", node.span, hint)
        return None
    return Not(parts[0])


def _is_bare(node: Node) -> bool:
    if isinstance(node, ListNode):
        return not node.items
    return isinstance(node, TextNode) and node.is_empty


def _no_block(node: MapNode, context: Context) -> None:
    fix: tuple[Edit, ...] = ()
    first = node.entries[0][0] if node.entries else None
    unknown = next((name for name, _ in node.entries if name.text not in BLOCKS), None)
    if node.flow and node.entries and " " in node.entries[0][0].text:
        message = "inside { } a comma or colon cuts an unquoted sentence up"
        hint = "put it in quotes, without the { }"
    elif unknown is not None and (counted := _AT_LEAST.fullmatch(unknown.text)):
        message = "“at least” and “of” are two keys, one beneath the other"
        hint = f"write “at least: {counted[1]}” and beneath it “of:”, with the list"
    elif unknown is not None and len(node.entries) == 1 and " " in unknown.text:
        message, hint = "the “: ” cuts this sentence in two", "put the whole sentence in quotes"
    elif unknown is not None:
        message = f"a condition has no key “{unknown.text}”"
        meant = _MEANT.get(unknown.text.casefold(), "")
        hint = did_you_mean(meant or unknown.text, BLOCKS) or f"its keys are: {', '.join(BLOCKS)}"
        fix = respelled(unknown, BLOCKS)
    else:
        message = "“any”, “all” and “not” each begin an item, “at least” and “of” go together"
        hint = "write “- ” before each block"
    context.error("wrong-block", message, (unknown or first or node).span, hint, fix)


def _at_least(node: MapNode, context: Context) -> Condition | None:
    values = {name.text: value for name, value in node.entries}
    if _is_bare(values["of"]):
        context.error("empty", "“of” has nothing beneath it", node.span)
        return None
    number = word(values["at least"], context)
    parts = conditions(values["of"], context)
    if number is None or parts is None:
        return None
    if not number.isdecimal() or not 1 <= int(number[:9]) <= len(parts):
        hint = "" if number.isdecimal() else "write it in digits"
        message = f"“at least” takes a number from 1 to {len(parts)}, not “{number}”"
        context.error("wrong-value", message, values["at least"].span, hint)
        return None
    return AtLeast(int(number), parts)
