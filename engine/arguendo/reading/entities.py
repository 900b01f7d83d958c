"""The section `entities`: what is argued about, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from arguendo.problems import Edit, Problem, Severity, closest
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, Values, named, read_keys
from arguendo.reading.values import (
    Texts,
    all_or_none,
    entities,
    flag,
    kind,
    source,
    text,
    whole_text,
)
from arguendo.span import Span
from arguendo.statements import UNKNOWN, Entity, Predicate, Sort, sort_of
from arguendo.vocabulary.words import TITLES, split
from arguendo.yaml_nodes import ListNode, Node, TextNode

RESERVED = ("any", "number", "date", "text")
"""Kinds that are not an entity's."""

LONGEST_NAME = 200

SURE = 80
"""How alike, of 100, a kind must be to one that statements take to count as misspelt."""

_SORTS = {Sort.VARIABLE: "a variable", Sort.TEXT: "quoted text"}
"""What no name may look like; numbers and dates give way to names."""


def name(node: Node, context: Context) -> str | None:
    """Read a name; one without any word could never be found in a sentence."""
    found = text(node, context)
    if found is None:
        return None
    if len(found) > LONGEST_NAME:
        message = f"a name has at most {LONGEST_NAME} characters"
        context.error("too-long", message, node.span)
        return None
    words = split(found)
    sort = sort_of(words.terms[0]) if len(words) == 1 and words.terms[0] else None
    if sort in _SORTS:
        message = f"“{found}” cannot be a name: sentences take it for {_SORTS[sort]}"
        context.error("wrong-value", message, node.span, "add a word to it")
        return None
    if not words:
        hint = "articles and punctuation are passed over in sentences"
        context.error("wrong-value", f"the name “{found}” has no word in it", node.span, hint)
        return None
    return found


def names(node: Node, context: Context) -> tuple[str, ...] | None:
    """Read a list of names; a single one may stand alone."""
    nodes = node.items if isinstance(node, ListNode) else (node,)
    return all_or_none(name(each, context) for each in nodes)


def entity_kind(node: Node, context: Context) -> str | None:
    """Read the kind of an entity."""
    found = kind(node, context)
    if found in RESERVED:
        message = f"“{found}” is no kind for an entity: it means something else in slots"
        context.error("wrong-value", message, node.span)
        return None
    return found


NAME = Key("name", name, "", required=True)
KIND = Key("kind", entity_kind, "thing")
ALIASES = Key[Texts]("aliases", names, ())
ABOUT = Key("about", whole_text, "")
PLURAL = Key("plural", flag, False)
MEMBERS = Key[Texts]("members", entities, ())
SOURCE = Key[Texts]("source", source, ())
SHORT = Key("short", name, "")
PERSON = Key[bool | None]("person", flag, None)

KEYS = Keys((NAME, KIND, ALIASES, ABOUT, PLURAL, MEMBERS, SOURCE, SHORT, PERSON))


def read(node: Node, context: Context) -> Iterator[Entity]:
    """Read the section; an entity with a mistake in it still has its name."""
    for key, value in named(node, "entities", context):
        values = read_keys(value, KEYS, "an entity", context)
        name = key.text.replace("_", " ")
        yield _entity(key, values) if values else Entity(key.text, name, UNKNOWN)
        if values:
            _report_repeated(values, context)
            _report_no_alias(values, context)


def _report_repeated(values: Values, context: Context) -> None:
    """Warn of each alias that has the same words as the name or an alias before it."""
    node, aliases = values.node.get(ALIASES.name), values[ALIASES]
    if not isinstance(node, ListNode) or len(node.items) != len(aliases):
        return
    said = {split(values[NAME]).words: values[NAME]}
    for place, alias in enumerate(aliases):
        words = split(alias).words
        if words not in said:
            said[words] = alias
        else:
            message = f"“{alias}” has the same words as “{said[words]}”"
            span, fix = node.items[place].span, (Edit(_extent(node, place), ""),)
            hint = "delete it: case and articles make no difference"
            problem = Problem("repeated-name", message, span, hint, Severity.WARNING, fix)
            context.problems.add(problem)


def _report_no_alias(values: Values, context: Context) -> None:
    """Report a short name that is no alias: in questions nobody would be understood by it."""
    node, short, aliases = values.node.get(SHORT.name), values[SHORT], values[ALIASES]
    if node is None or not short or short in aliases:
        return
    near = closest(short, aliases)
    hint = f"did you mean “{near}”?" if near else f"add “{short}” to the aliases"
    context.error("wrong-value", f"“{short}” is none of the aliases", node.span, hint)


def _extent(node: ListNode, place: int) -> Span:
    """Return what goes with an item of a list: its line, or the comma before or after it."""
    span = node.items[place].span
    if not node.flow:
        return Span(span.file, span.line, 1, span.end_line + 1, 1)
    if place:
        before = node.items[place - 1].span
        return Span(span.file, before.end_line, before.end_column, span.end_line, span.end_column)
    if len(node.items) == 1:
        return span
    after = node.items[1].span
    return Span(span.file, span.line, span.column, after.line, after.column)


def with_known_kinds(
    entities: Iterable[Entity], predicates: Iterable[Predicate], context: Context
) -> Iterator[Entity]:
    """Report kinds that no slot takes and that look misspelt; they then pass for any kind."""
    taken = {kind for each in predicates for slot in each.slots for kind in slot.kinds}
    for entity in entities:
        near = closest(entity.kind, sorted(taken.difference(RESERVED)), SURE)
        if entity.kind in taken or not near or not entity.span:
            yield entity
            continue
        message = f"“{entity.id}” is of the kind “{entity.kind}”, which no statement takes"
        context.error("unknown-kind", message, entity.span, f"did you mean “{near}”?")
        yield replace(entity, kind=UNKNOWN)


def _person(values: Values) -> bool | None:
    """Tell whether an entity is someone: it says so, or a title in what it is called does."""
    if values[PERSON] is not None:
        return values[PERSON]
    called = [split(each).words for each in (values[NAME], *values[ALIASES])]
    return any(words[:1] and words[0] in TITLES and "'s" not in words for words in called) or None


def _entity(key: TextNode, values: Values) -> Entity:
    return Entity(
        id=key.text,
        name=values[NAME] or key.text.replace("_", " "),
        kind=values[KIND] if KIND in values or values.complete else UNKNOWN,
        aliases=values[ALIASES],
        about=values[ABOUT],
        plural=values[PLURAL],
        members=values[MEMBERS],
        source=values[SOURCE],
        short=values[SHORT],
        person=_person(values),
        span=key.span,
    )
