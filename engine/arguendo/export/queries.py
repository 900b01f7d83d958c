"""Typed queries as other programs write them in JSON: read strictly, refused with the nearest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import TypeVar

from msgspec import Struct, ValidationError, convert

from arguendo.comparisons import OPERATORS
from arguendo.explanation.instances import ASKED
from arguendo.explanation.requirements import Also
from arguendo.export import wire
from arguendo.inquiry.query import Intent, Listing, Quantified, Quantity, Query, Step, Value
from arguendo.problems import did_you_mean, printable
from arguendo.rulebase import RuleBase
from arguendo.statements import Predicate, Sort, Statement, parse_statement

_Choice = TypeVar("_Choice", bound=Enum)
_Shape = TypeVar("_Shape", bound=Struct)


class BadQuery(Exception):
    """A typed query cannot be read: what is wrong, and the nearest right thing."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what is wrong, and what would be right."""
        self.hint = printable(hint)
        super().__init__(printable(message))


def read_query(text: str, rulebase: RuleBase) -> Query:
    """Read a query such as `{"intent": "why_not", "statement": "open(shop)", "assume": {}}`.

    Fields that are null count as absent. Raises `BadQuery`.
    """
    try:
        written = json.loads(text, object_pairs_hook=_object)
        json.dumps(written, ensure_ascii=False).encode()  # half a character is none
    except (ValueError, RecursionError) as error:
        raise BadQuery(f"the query is not JSON: {error}", _EXAMPLE) from error
    if not isinstance(written, dict):
        raise BadQuery("the query is not a JSON object", _EXAMPLE)
    for name in written:
        if name not in (*FIELDS, *_UNUSED):
            raise BadQuery(f"a query has no field “{name}”", did_you_mean(name, FIELDS))
    query = query_of(written, rulebase)
    _complete(query)
    return query


def query_of(written: Mapping[str, object], rulebase: RuleBase) -> Query:
    """Read a query's fields, which may leave open what it is about. Raises `BadQuery`."""
    return _query(_Fields(rulebase, written))


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise BadQuery(f"“{name}” stands twice in the query", "keep one of the two")
        found[name] = value
    return found


def read_key(text: str, rulebase: RuleBase) -> Statement:
    """Read the key of a ground statement. Raises `BadQuery`."""
    readings = rulebase.vocabulary.read(text)
    if not readings or not text.rstrip().endswith(")") or "(" not in text:
        nearest = rulebase.vocabulary.nearest(text)
        if readings:
            keys = " or ".join(dict.fromkeys(each.statement.key for each in readings))
            raise BadQuery(f"“{text}” is a sentence, and here stands a key", f"write {keys}")
        raise BadQuery(f"“{text}” is not the key of a statement: {nearest.message}", nearest.hint)
    statement = readings[0].statement
    if not statement.is_ground:
        raise BadQuery(f"“{text}” has a variable", "name an entity in its place")
    return statement


def read_scenario(text: str, rulebase: RuleBase) -> str:
    """Return a scenario's id. Raises `BadQuery`."""
    if text not in rulebase.scenario:
        hint = did_you_mean(text, rulebase.scenario)
        known = ", ".join(rulebase.scenario)
        raise BadQuery(f"there is no scenario “{text}”", hint or (known and f"one of: {known}"))
    return text


def read_choice(text: str, name: str, kind: type[_Choice]) -> _Choice:
    """Return the one of several words that a text is. Raises `BadQuery`."""
    try:
        return kind(text)
    except ValueError:
        hint = did_you_mean(text, (str(each.value) for each in kind))
        message = f"there is no {name} “{text}”"
        raise BadQuery(message, hint or f"one of: {_all(kind)}") from None


def refuse_contraries(statements: Sequence[Statement], rulebase: RuleBase) -> None:
    """Refuse statements of which two are contrary: nobody can mean both. Raises `BadQuery`."""
    for one in statements:
        for other in statements:
            if rulebase.are_contrary(one, other):
                raise BadQuery(f"{one.key} and {other.key} exclude each other", "assume one")


class _Fields:
    """The fields of one query; each is read by the method that bears its name."""

    def __init__(self, rulebase: RuleBase, written: Mapping[str, object]) -> None:
        self.rulebase = rulebase
        self.written = written

    def text(self, name: str) -> str | None:
        given = self.written.get(name)
        if given is not None and not isinstance(given, str):
            raise BadQuery(f"“{name}” is not a text")
        return given

    def choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        text = self.text(name)
        return None if text is None else read_choice(text, name, kind)

    def statement(self, name: str = "statement") -> Statement | None:
        text = self.text(name)
        return None if text is None else read_key(text, self.rulebase)

    def assume(self) -> Mapping[Statement, bool]:
        given = self.written.get("assume")
        return {} if given is None else self._truth("assume", given)

    def cases(self) -> tuple[Mapping[Statement, bool], ...]:
        given = self.written.get("cases") or []
        if not isinstance(given, list) or len(given) not in (0, 2):
            raise BadQuery("“cases” is not a list of two objects", 'write [{"KEY": true}, {}]')
        return tuple(self._truth("cases", each) for each in given)

    def _truth(self, name: str, given: object) -> Mapping[Statement, bool]:
        if not isinstance(given, dict):
            raise BadQuery(f"“{name}” is not an object", 'write {"KEY": true}')
        found: dict[Statement, bool] = {}
        for key, true in given.items():
            if not isinstance(true, bool):
                raise BadQuery(f"“{key}” is assumed to be neither true nor false")
            found[read_key(key, self.rulebase)] = true
        refuse_contraries([each for each, true in found.items() if true], self.rulebase)
        return found

    def entity(self, name: str) -> str | None:
        text = self.text(name)
        return None if text is None else self._known(text)

    def _known(self, text: str) -> str:
        vocabulary = self.rulebase.vocabulary
        if text in vocabulary.entities:
            return text
        named = [each.id for each in vocabulary.entities_named(text)]
        near = did_you_mean(text, vocabulary.entities)
        hint = f"write {' or '.join(named)}" if named else near
        raise BadQuery(f"there is no entity with the id “{text}”", hint)

    def known(self, name: str, there: Iterable[str]) -> str | None:
        text = self.text(name)
        if text is not None and text not in there:
            raise BadQuery(f"there is no {name} “{text}”", did_you_mean(text, there))
        return text

    def degree(self) -> str | None:
        text = self.text("degree")
        if text is None:
            return None
        scale = self.rulebase.scale
        degree = scale.degree(text)
        if degree is None:
            raise BadQuery(f"there is no degree “{text}”", f"one of: {', '.join(scale.words)}")
        return scale.word(degree)

    def scenarios(self) -> tuple[str, ...]:
        given = self.written.get("scenarios") or []
        if not isinstance(given, list) or len(given) > 2:
            raise BadQuery("“scenarios” is not a list of at most two scenarios")
        if not all(isinstance(each, str) for each in given):
            raise BadQuery("“scenarios” is not a list of texts")
        return tuple(read_scenario(each, self.rulebase) for each in given)

    def two(self) -> tuple[str, ...]:
        given = self.written.get("two") or []
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            raise BadQuery("“two” is not a list of texts", "name two entities by their ids")
        if len(given) not in (0, 2):
            raise BadQuery(f"two are compared, not {len(given)}")
        return tuple(self._known(each) for each in given)

    def also(self) -> frozenset[Also]:
        given = self.written.get("also") or []
        chosen = [given] if isinstance(given, str) else given
        if not isinstance(chosen, list) or not all(isinstance(each, str) for each in chosen):
            raise BadQuery("“also” is not a list of texts", f"one of: {_all(Also)}")
        return frozenset(read_choice(each, "also", Also) for each in chosen)

    def flag(self, name: str) -> bool:
        given = self.written.get(name)
        if given is not None and not isinstance(given, bool):
            raise BadQuery(f"“{name}” is neither true nor false")
        return bool(given)

    def quantified(self) -> Quantified | None:
        written = self._shaped("quantified", wire.AskedOf)
        if written is None:
            return None
        pattern = parse_statement(written.pattern)
        declared = self.rulebase.vocabulary.predicates.get(pattern.predicate) if pattern else None
        if pattern is None or declared is None or len(declared.slots) != len(pattern.arguments):
            raise BadQuery(f"“{written.pattern}” is no statement of this rule base")
        if ASKED not in pattern.arguments:
            raise BadQuery(
                f"“{written.pattern}” asks for nobody", f"write {ASKED} for whom it asks"
            )
        for entity in (*written.among, *written.besides):
            self._known(entity)
        quantity = read_choice(written.quantity, "quantity", Quantity)
        value = _value(written.value, pattern)
        if quantity in (Quantity.MOST, Quantity.LEAST):
            _require_order(quantity, value, declared)
        return Quantified(quantity, pattern, written.among, written.besides, value)

    def value(self, statement: Statement | None) -> Value | None:
        return _value(self._shaped("value", wire.ValueOf), statement)

    def _shaped(self, name: str, shape: type[_Shape]) -> _Shape | None:
        given = self.written.get(name)
        try:
            return None if given is None else convert(given, shape)
        except ValidationError as error:
            fields = ", ".join(shape.__struct_fields__)
            raise BadQuery(f"“{name}” cannot be read: {error}", f"its fields: {fields}") from error


def _require_order(quantity: Quantity, value: Value | None, declared: Predicate) -> None:
    """Make sure that a value is named of which there is a most and a least. Raises `BadQuery`."""
    kinds = declared.slots[value.place].kinds if value else ("",)
    if kinds and {Sort.DATE.value, Sort.NUMBER.value}.isdisjoint(kinds):
        hint = "write the place of a date or number as its “value”"
        raise BadQuery(f"“{quantity.value}” needs the date or number to go by", hint)


def _value(written: wire.ValueOf | None, statement: Statement | None) -> Value | None:
    """Read what is asked of a day or number. Raises `BadQuery`."""
    if written is None:
        return None
    if statement is not None and not 0 <= written.place < len(statement.arguments):
        raise BadQuery(f"“{statement.key}” has no place {written.place}")
    if written.relation and written.relation not in OPERATORS:
        raise BadQuery(f"“{written.relation}” compares nothing", f"one of: {', '.join(OPERATORS)}")
    return Value(written.place, written.relation, written.other)


def value_of(value: Value | None) -> wire.ValueOf | None:
    """Write what is asked of a day or number, or what it is held against."""
    return wire.ValueOf(value.place, value.relation, value.other) if value else None


def asked_of(asked: Quantified | None) -> wire.AskedOf | None:
    """Write of whom or what a statement is asked."""
    if asked is None:
        return None
    value = value_of(asked.value)
    return wire.AskedOf(asked.quantity.value, asked.pattern.key, asked.among, asked.besides, value)


def _query(fields: _Fields) -> Query:
    intent = fields.choice("intent", Intent)
    if intent is None:
        raise BadQuery("the query has no intent", f"one of: {_all(Intent)}")
    statement = fields.statement()
    return Query(
        intent,
        statement,
        fields.assume(),
        entity=fields.entity("entity"),
        listing=fields.choice("list", Listing),
        by=fields.entity("by"),
        degree=fields.degree(),
        scenarios=fields.scenarios(),
        fall=fields.flag("fall"),
        also=fields.also(),
        back=fields.choice("back", Step),
        cases=fields.cases(),
        denied=fields.flag("denied"),
        quantified=fields.quantified(),
        value=fields.value(statement),
        rule=fields.known("rule", fields.rulebase.rule),
        paragraph=fields.known("paragraph", fields.rulebase.paragraphs),
        two=fields.two(),
        rival=fields.statement("rival"),
    )


FIELDS = (
    *("intent", "statement", "assume", "entity", "list", "by", "degree", "scenarios"),
    *("fall", "also", "back", "cases", "denied", "quantified", "value", "rule", "paragraph"),
    *("two", "rival"),
)
"""The fields of a typed query."""

_UNUSED = frozenset({"confidence", "clarify", "alternatives"})
"""Fields of `understood` that a query may repeat and that say nothing here."""

_EXAMPLE = 'for example: {"intent": "list", "list": "open"}'

_NEEDS: Mapping[Intent, tuple[str, ...]] = {
    Intent.ASK: ("statement", "quantified"),
    Intent.WHY: ("statement",),
    Intent.WHY_NOT: ("statement",),
    Intent.WHAT_IF: ("assume",),
    Intent.WHAT_WOULD_IT_TAKE: ("statement",),
    Intent.SOURCE: ("statement", "paragraph"),
    Intent.DESCRIBE: ("entity",),
    Intent.ASSUME: ("assume", "scenarios"),
    Intent.RETRACT: ("statement", "assume", "back"),
}
"""By intent: fields of which at least one must be there."""


def _complete(query: Query) -> None:
    needs = _NEEDS.get(query.intent, ())
    if needs and not any(getattr(query, name) for name in needs):
        wanted = " or ".join(f"“{name}”" for name in needs)
        raise BadQuery(f"the intent {query.intent.value} needs the field {wanted}")


def _all(kind: Iterable[Enum]) -> str:
    return ", ".join(str(each.value) for each in kind)
