"""The sections `scenarios` and `tests`: assumption sets, and what is expected of each."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, named, read_keys
from arguendo.reading.sentences import (
    BLOCKS,
    ground,
    ground_literal,
    is_ground,
    one_or_more,
    report_block,
    sentence,
)
from arguendo.reading.values import Texts, choice, degree, rule, text, texts, word
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.statements import Literal, Statement
from arguendo.yaml_nodes import MapNode, Node, TextNode

STATUSES = {word: word for word in ("holds", "does not hold", "contested", "not established")}


def assumption(node: Node, context: Context) -> Assumption | None:
    """Read an assumption: a sentence, or a sentence with its degree after a colon."""
    if not isinstance(node, MapNode):
        found = ground_literal(node, context)
        top = context.scale.top
        return Assumption(found.statement, top * found.positive, found.span) if found else None
    pair = _sentence_and_value(node, context)
    if pair is None:
        return None
    said, value = pair
    number = degree(value, context)
    if number and not said.positive:
        context.error("denial", "what is denied has no degree", value.span, "delete the degree")
        return None
    return Assumption(said.statement, number, said.span) if number else None


def removal(node: Node, context: Context) -> Assumption | None:
    """Read a sentence that is supposed away."""
    found = ground(node, context)
    return Assumption(found, 0, node.span) if found else None


def _sentence_and_value(node: MapNode, context: Context) -> tuple[Literal, Node] | None:
    if any(name.text in BLOCKS for name, _ in node.entries):
        report_block(node, context)
        return None
    if len(node.entries) != 1:
        message = "each item has one sentence before its colon"
        context.error("wrong-shape", message, node.span, "begin each with “- ”")
        return None
    name, value = node.entries[0]
    said = sentence(name, context)
    return (said, value) if said and is_ground(said.statement, name.span, context) else None


STATUS = Key[str | None]("status", choice(STATUSES, "status"), None)
DEGREE = Key[int | None]("degree", degree, None)
BECAUSE = Key[str | None]("because", rule, None)
MISSING = Key[tuple[Statement, ...]]("missing", one_or_more(ground), ())

EXPECTATION = Keys((STATUS, DEGREE, BECAUSE, MISSING))


def expectation(node: Node, context: Context) -> Expectation | None:
    """Read an expectation: a sentence, and after a colon a status, a degree or keys.

    A sentence alone is expected to hold; one that denies, not to hold.
    """
    if not isinstance(node, MapNode):
        found = ground_literal(node, context)
        status = "holds" if found and found.positive else "does not hold"
        return Expectation(found.statement, status, span=found.span) if found else None
    pair = _sentence_and_value(node, context)
    if pair is None:
        return None
    said, value = pair
    if not said.positive:
        message = "this denies something: it stands alone, or its contrary gets a status"
        context.error("denial", message, node.entries[0][0].span, "affirm it, and write a status")
        return None
    if isinstance(value, TextNode):
        return _in_a_word(said, value, context)
    return _in_keys(said, value, context)


_SHORT = dict.fromkeys(("yes", "true"), "holds") | dict.fromkeys(("no", "false"), "does not hold")


def _in_a_word(said: Literal, value: TextNode, context: Context) -> Expectation | None:
    found = word(value, context)
    if found is None:
        return None
    if found in STATUSES:
        return Expectation(said.statement, found, span=said.span)
    number = context.scale.degree(found)
    if number:
        return Expectation(said.statement, "holds", number, span=said.span)
    known = {**STATUSES, **dict.fromkeys(context.scale.words)}
    if found.casefold() in _SHORT:
        message = f"there is no status or degree “{found}”"
        context.error("wrong-value", message, value.span, f"write “{_SHORT[found.casefold()]}”")
        return None
    choice(known, "status or degree")(value, context)
    return None


def _in_keys(said: Literal, value: Node, context: Context) -> Expectation | None:
    values = read_keys(value, EXPECTATION, "an expectation", context)
    if values is None or not values.complete:
        return None
    return Expectation(
        statement=said.statement,
        status=values[STATUS],
        degree=values[DEGREE],
        because=values[BECAUSE],
        missing=values[MISSING],
        span=said.span,
    )


TITLE = Key("title", text, "", required=True)
ABOUT = Key("about", text, "")
ALSO = Key[Texts]("also", texts, ())
ASSUME = Key[tuple[Assumption, ...]]("assume", one_or_more(assumption), ())
SUPPOSE_AWAY = Key[tuple[Assumption, ...]]("suppose away", one_or_more(removal), ())
EXPECT = Key[tuple[Expectation, ...]]("expect", one_or_more(expectation), ())

KEYS = Keys((TITLE, ABOUT, ALSO, ASSUME, SUPPOSE_AWAY, EXPECT))


def read(node: Node, section: str, context: Context) -> Iterator[Scenario]:
    """Read one of the two sections."""
    what = "a test" if section == "tests" else "a scenario"
    for name, value in named(node, section, context):
        values = read_keys(value, KEYS, what, context)
        if values:
            yield Scenario(
                id=name.text,
                title=values[TITLE],
                assumptions=(*values[ASSUME], *values[SUPPOSE_AWAY]),
                expectations=values[EXPECT],
                about=values[ABOUT],
                also=values[ALSO],
                span=name.span,
            )
