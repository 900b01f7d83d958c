"""The section `phrasings`: how people talk about a statement, for the reader of conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.problems import did_you_mean
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, Values, named, read_keys
from arguendo.reading.sentences import is_ground
from arguendo.reading.values import Texts, texts, unknown_word
from arguendo.rulebase import Phrasing
from arguendo.statements import Statement, parse_statement
from arguendo.yaml_nodes import Node, TextNode

MEANS = Key[Texts]("means", texts, ())
DENIES = Key[Texts]("denies", texts, ())

KEYS = Keys((MEANS, DENIES))

_SLOT = re.compile(r"\{([^{}]*)\}")


def read(node: Node, context: Context) -> Iterator[Phrasing]:
    """Read the section."""
    for name, value in named(node, "phrasings", context):
        target = target_of(name, context)
        values = read_keys(value, KEYS, "a phrasing", context)
        if values and target is not None and _has_known_slots(target, values, context):
            yield Phrasing(target, values[MEANS], values[DENIES])


def target_of(name: TextNode, context: Context) -> str | Statement | None:
    """Read what is phrased: a predicate's id, or an exact form about named things."""
    if parse_statement(name.text) is None:
        predicates = context.vocabulary.predicates
        if name.text in predicates:
            return name.text
        unknown_word("unknown-statement", "statement", name.text, predicates, name.span, context)
        return None
    readings = context.read(name.text)
    if readings:
        found = readings[0].statement
        return found if is_ground(found, name.span, context) else None
    near = context.vocabulary.nearest(name.text)
    context.error(near.code, near.message, name.span, near.hint)
    return None


def _has_known_slots(target: str | Statement, values: Values, context: Context) -> bool:
    predicate = context.vocabulary.predicates[target] if isinstance(target, str) else None
    known = [slot.name for slot in predicate.slots] if predicate else []
    for key in KEYS:
        for said in values[key]:
            unknown = next((slot for slot in _SLOT.findall(said) if slot not in known), None)
            if unknown is not None:
                hint = (
                    did_you_mean(unknown, known) or f"its slots are: {', '.join(known) or 'none'}"
                )
                span = (values.node.get(key.name) or values.node).span
                context.error("unknown-slot", f"there is no slot “{unknown}”", span, hint)
                return False
    return True
