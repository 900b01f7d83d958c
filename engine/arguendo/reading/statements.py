"""The section `statements`: predicates, their slots, and the sentences that express them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from arguendo.problems import closest, did_you_mean
from arguendo.reading.context import Context
from arguendo.reading.entities import RESERVED
from arguendo.reading.keys import Key, Keys, Values, named, read_keys
from arguendo.reading.values import (
    all_or_none,
    flag,
    kind,
    kind_of_node,
    respelled,
    text,
    word,
    words,
)
from arguendo.statements import ID, UNKNOWN, Predicate, Slot
from arguendo.vocabulary.templates import template
from arguendo.yaml_nodes import HiddenNode, ListNode, MapNode, Node, TextNode


def slots(node: Node, context: Context) -> tuple[Slot, ...] | None:
    """Read slots, each with its kind, its kinds, or `any`."""
    if isinstance(node, MapNode):
        return all_or_none(_slot(name, value, context) for name, value in node.entries)
    if not isinstance(node, HiddenNode):
        message = f"slots are names with a kind each, not {kind_of_node(node)}"
        context.error("wrong-shape", message, node.span, "write “{giver: person}”")
    return None


def _slot(name: TextNode, value: Node, context: Context) -> Slot | None:
    if not ID.fullmatch(name.text):
        context.error("bad-id", f"“{name.text}” cannot name a slot", name.span, _ID_HINT)
        return None
    nodes = value.items if isinstance(value, ListNode) else (value,)
    kinds = all_or_none(_kind(each, context) for each in nodes)
    if kinds is None:
        return None
    return Slot(name.text, () if {ANY, UNKNOWN} & set(kinds) else kinds)


def _kind(node: Node, context: Context) -> str | None:
    """Read a kind; one that is misspelt, and reported, then passes for any."""
    found = kind(node, context)
    if found is None or found in context.kinds or found in RESERVED:
        return found
    known = sorted(context.kinds.union(RESERVED) - {UNKNOWN})
    near = closest(found, known)
    if not near or UNKNOWN in context.kinds or context.damage.is_total:
        return found
    message = f"nothing is of the kind “{found}”"
    hint = f"did you mean “{near}”?"
    context.error("unknown-kind", message, node.span, hint, respelled(node, known))
    return UNKNOWN


ANY = "any"
_ID_HINT = "use lower-case letters, digits and _, beginning with a letter"


Templates: TypeAlias = tuple[tuple[str, TextNode], ...]


def templates(node: Node, context: Context) -> tuple[tuple[str, TextNode], ...] | None:
    """Read one template or a list of them, each with its node for later complaints."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return all_or_none(_template(each, context) for each in nodes)


def _template(node: Node, context: Context) -> tuple[str, TextNode] | None:
    if isinstance(node, ListNode | MapNode) and node.flow:
        message = "a sentence with { } or [ ] goes in quotes"
        context.error("unquoted-sentence", message, node.span)
        return None
    found = text(node, context)
    return (found, node) if found is not None and isinstance(node, TextNode) else None


SLOTS = Key[tuple[Slot, ...]]("slots", slots, ())
SAYS = Key[Templates]("says", templates, (), required=True)
DENIES = Key[Templates]("denies", templates, ())
ASKS = Key[Templates]("asks", templates, ())
ALSO = Key[Templates]("also", templates, ())

ADVICE = Key("advice", flag, False)
BY = Key[str | None]("by", word, None)
ONE = Key[tuple[str, ...]]("one", words, ())

KEYS = Keys((SLOTS, SAYS, DENIES, ASKS, ALSO, ADVICE, BY, ONE))


def read(node: Node, context: Context) -> Iterator[Predicate]:
    """Read the section; templates with a mistake in them are left out."""
    for key, value in named(node, "statements", context):
        values = read_keys(value, KEYS, "a statement", context)
        if values and (SLOTS in values or value.get("slots") is None):  # type: ignore[union-attr]
            yield _predicate(key, values, context)


def _predicate(key: TextNode, values: Values, context: Context) -> Predicate:
    says, denies, asks = (_one(each, values, context) for each in (SAYS, DENIES, ASKS))
    also = (
        written
        for written, node in values[ALSO]
        if _is_sound(written, node, values[SLOTS], context)
    )
    return Predicate(
        id=key.text,
        slots=values[SLOTS],
        says=says,
        denies=denies,
        asks=asks,
        also=tuple(also),
        advice=values[ADVICE],
        by=_controller(values, context),
        one=tuple(name for name in values[ONE] if _is_slot(name, ONE, values, context)),
        span=key.span,
    )


def _controller(values: Values, context: Context) -> str | None:
    """Take the slot of whoever controls such statements, if there is a slot of that name."""
    found = values[BY]
    return found if found is not None and _is_slot(found, BY, values, context) else None


def _is_slot(name: str, key: Key[Any], values: Values, context: Context) -> bool:
    """Tell whether there is a slot of the name that stands under a key; if not, say so."""
    names, node = [slot.name for slot in values[SLOTS]], values.node.get(key.name)
    if name in names or node is None:
        return True
    hint = did_you_mean(name, names) or f"its slots are: {', '.join(names) or 'none'}"
    context.error("unknown-slot", f"there is no slot “{name}”", node.span, hint)
    return False


def _one(key: Key[tuple[tuple[str, TextNode], ...]], values: Values, context: Context) -> str:
    """Take the single template of a key, if it is in order."""
    found = values[key]
    if len(found) > 1:
        message = f"“{key.name}” takes one sentence; further ones go under “also”"
        context.error("wrong-shape", message, found[1][1].span)
    if found and _is_sound(*found[0], values[SLOTS], context, asks=key is ASKS):
        return found[0][0]
    return ""


def _is_sound(
    written: str, node: TextNode, slots: tuple[Slot, ...], context: Context, *, asks: bool = False
) -> bool:
    parsed = template(written)
    fault = parsed.fault_of_form if asks else parsed.fault
    if fault:
        context.error("bad-template", f"this sentence {fault}", node.span)
        return False
    names = [slot.name for slot in slots]
    for slot in parsed.slots:
        if slot not in names:
            hint = did_you_mean(slot, names) or f"its slots are: {', '.join(names) or 'none'}"
            context.error("unknown-slot", f"there is no slot “{slot}”", node.span, hint)
            return False
    missing = next((name for name in names if name not in parsed.slots), "")
    if missing:
        hint = f"put {{{missing}}} where its name goes"
        context.error(
            "missing-slot", f"the slot “{missing}” is not in this sentence", node.span, hint
        )
    return not missing
