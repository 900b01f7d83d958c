"""The section `rules`: grounds, claim, qualifier, warrant, backing and rebuttals of each."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.branches import MOST_BRANCHES, TooManyBranches, branches_of
from arguendo.reading.conditions import conditions
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, Values, listed, read_keys
from arguendo.reading.sentences import affirmed_literal, one_or_more
from arguendo.reading.values import Texts, degree, rules, source, text, whole_text, word, words
from arguendo.rules import AllOf, Branch, Condition, Literal, Rule
from arguendo.yaml_nodes import MapNode, Node, TextNode

ID = Key("id", word, "", required=True)
TITLE = Key("title", text, "")
IF = Key[tuple[Condition, ...]]("if", conditions, ())
UNLESS = Key[tuple[Condition, ...]]("unless", conditions, ())
THEN = Key[tuple[Literal, ...]]("then", one_or_more(affirmed_literal), (), required=True)
QUALIFIER = Key[int | None]("qualifier", degree, None)
BECAUSE = Key("because", text, "")
SOURCE = Key[Texts]("source", source, ())
OVERRIDES = Key[Texts]("overrides", rules, ())
NOTES = Key("notes", whole_text, "")
TAGS = Key[Texts]("tags", words, ())

KEYS = Keys((ID, TITLE, IF, UNLESS, THEN, QUALIFIER, BECAUSE, SOURCE, OVERRIDES, NOTES, TAGS))


def read(node: Node, places: Iterator[int], context: Context) -> Iterator[Rule]:
    """Read the section; a rule with a mistake in it is left out. `places` numbers the others."""
    for item in listed(node, "rules", context):
        values = read_keys(item, KEYS, "a rule", context)
        if values is None or not values.complete or not _is_first(item, context):
            continue
        if not values[THEN]:
            context.error("empty", "a rule needs a claim under “then”", item.span)
        elif branches := _branches(values, context):
            yield _rule(values, branches, next(places), context)


def _is_first(item: Node, context: Context) -> bool:
    name = item.get("id") if isinstance(item, MapNode) else None
    return isinstance(name, TextNode) and context.ids("rules").get(name.text) == name.span


def _branches(values: Values, context: Context) -> tuple[Branch, ...]:
    try:
        grounds, rebuttals = values[IF], values[UNLESS]
        return branches_of(AllOf(grounds), rebuttals)
    except TooManyBranches:
        message = f"the alternatives of this rule multiply to more than {MOST_BRANCHES}"
        span = (values.node.get("if") or values.node).span
        context.error("too-many-branches", message, span, "split the rule in two")
        return ()


def _rule(values: Values, branches: tuple[Branch, ...], place: int, context: Context) -> Rule:
    said = values[THEN]
    claims = {claim.statement: claim.span for claim in reversed(said)}
    return Rule(
        id=values[ID],
        title=values[TITLE] or values[ID].replace("-", " "),
        condition=AllOf(values[IF]),
        rebuttals=values[UNLESS],
        claims=tuple(reversed(claims)),
        qualifier=values[QUALIFIER] or context.scale.top,
        branches=branches,
        because=values[BECAUSE],
        source=values[SOURCE],
        overrides=values[OVERRIDES],
        notes=values[NOTES],
        tags=values[TAGS],
        position=place,
        claim_spans=tuple(span for span in reversed(claims.values()) if span),
        span=values.node.span,
    )
