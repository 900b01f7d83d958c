"""Terms, statements and their canonical keys; entities and predicates as declared.

A term is its own canonical text, so that keys, joins and JSON all use one form: an entity id
(`harbor`), a variable (`?ship`), a number (`12`, `-0.5`), an ISO date (`2017-08-16`), or other
text in JSON double quotes (`"as it was"`). The first character tells which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter
from typing import TypeAlias

from arguendo.span import Span

Term: TypeAlias = str
"""The canonical text of a variable, an entity or a literal."""

Bindings: TypeAlias = Mapping[str, Term]
"""Variable (with its question mark) to ground term."""

ANYTHING: Term = "?_"
"""The variable that stands for anything, each time anew."""

ID = re.compile(r"[a-z][a-z0-9_]*")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_TEXT = r'"(?:[^"\\]|\\.)*"'
_TERM = re.compile(
    rf"\s*(\?[a-z_][a-z0-9_]*|{_TEXT}|{_DATE.pattern}|{_NUMBER.pattern}|{ID.pattern})\s*"
)
_HEAD = re.compile(rf"\s*({ID.pattern})\s*\(")


_SOME = re.compile(r"\?_\d*")


class Sort(Enum):
    """What a term is."""

    VARIABLE = "variable"
    ENTITY = "entity"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


def sort_of(term: Term) -> Sort:
    """Tell from its canonical text what a term is."""
    first = term[:1]
    if first == "?":
        return Sort.VARIABLE
    if first == '"':
        return Sort.TEXT
    if first == "-" or first.isdigit():
        return Sort.DATE if _DATE.fullmatch(term) else Sort.NUMBER
    return Sort.ENTITY


def is_variable(term: Term) -> bool:
    """Tell whether a term is a variable."""
    return term.startswith("?")


def is_anything(term: Term) -> bool:
    """Tell whether a term is `?_`, or one of the variables that it became among the grounds."""
    return _SOME.fullmatch(term) is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """A predicate applied to terms; ground when none of them is a variable."""

    predicate: str
    arguments: tuple[Term, ...] = ()

    @property
    def key(self) -> str:
        """The canonical key: `lies_in(ship, harbor)`."""
        return f"{self.predicate}({', '.join(self.arguments)})"

    @property
    def variables(self) -> Iterator[str]:
        """Its variables in order, each as often as it stands there."""
        return (term for term in self.arguments if is_variable(term))

    @property
    def is_ground(self) -> bool:
        """Whether no argument is a variable."""
        return not any(True for _ in self.variables)

    def bind(self, bindings: Bindings) -> Statement:
        """Replace the variables that the bindings name."""
        return Statement(self.predicate, tuple(bindings.get(t, t) for t in self.arguments))

    def match(self, ground: Statement, bindings: Bindings | None = None) -> dict[str, Term] | None:
        """Match this pattern against a ground statement.

        Returns the bindings extended by those that make the two equal, or None where nothing does.
        `?_` matches anything and binds nothing.
        """
        if self.predicate != ground.predicate or len(self.arguments) != len(ground.arguments):
            return None
        found = dict(bindings or {})
        for term, value in zip(self.arguments, ground.arguments, strict=True):
            if term == ANYTHING:
                continue
            if is_variable(term):
                if found.setdefault(term, value) != value:
                    return None
            elif term != value:
                return None
        return found

    def __str__(self) -> str:
        """Return the canonical key."""
        return self.key


Terms: TypeAlias = tuple[Term, ...]


def taking(places: Sequence[int]) -> Callable[[Terms], Terms]:
    """Return the function that takes the terms at some places, in C wherever that can be."""
    if len(places) > 1:
        return itemgetter(*places)
    start = places[0] if places else 0
    return itemgetter(slice(start, start + len(places)))


def filling(pattern: Statement, variables: Sequence[str]) -> Callable[[Terms], Terms]:
    """Return the function from the values of some variables to a pattern's arguments.

    It is `bind` for patterns that are filled many times; what else stands there stays as it is.
    """
    fixed = tuple(dict.fromkeys(term for term in pattern.arguments if term not in variables))
    known = (*variables, *fixed)
    take = taking([known.index(term) for term in pattern.arguments])
    return (lambda values: take(values + fixed)) if fixed else take


@dataclass(frozen=True, slots=True)
class Literal:
    """A statement that must hold, or (not positive) must not hold."""

    statement: Statement
    positive: bool = True
    span: Span | None = field(default=None, compare=False)


def parse_statement(text: str) -> Statement | None:
    """Read the exact form `predicate(term, …)`, spaces apart; None when the text is not one."""
    head = _HEAD.match(text)
    if not head:
        return None
    position, terms = head.end(), []
    closing = re.compile(r"\s*\)\s*\Z")
    if closing.match(text, position):
        return Statement(head[1])
    while found := _TERM.match(text, position):
        terms.append(found[1])
        position = found.end()
        if closing.match(text, position):
            return Statement(head[1], tuple(terms))
        if text[position : position + 1] != ",":
            return None
        position += 1
    return None


UNKNOWN = ""
"""The kind of an entity whose declaration could not be read; it passes for any kind."""


PERSON = "person"
"""The kind whose entities are people without saying so."""


@dataclass(frozen=True)
class Entity:
    """Something that is argued about."""

    id: str
    name: str
    """As printed in the middle of a sentence: `the United States`."""
    kind: str = "thing"
    aliases: tuple[str, ...] = ()
    about: str = ""
    plural: bool = False
    members: tuple[str, ...] = ()
    """Ids of the entities it stands for, when it stands for several."""
    source: tuple[str, ...] = ()
    short: str = ""
    """The alias that answers may use once the name has been said: `the crew`."""
    person: bool | None = None
    """Whether it is someone rather than something; None where only its kind tells."""
    span: Span | None = field(default=None, compare=False)

    @property
    def is_person(self) -> bool:
        """Whether one asks *who* it is."""
        return self.kind == PERSON if self.person is None else self.person


@dataclass(frozen=True)
class Slot:
    """A named argument place and the kinds that fit; no kinds means any."""

    name: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Predicate:
    """A declared shape of statement, with the sentences that express it (templates as written)."""

    id: str
    slots: tuple[Slot, ...]
    says: str
    denies: str = ""
    asks: str = ""
    also: tuple[str, ...] = ()
    advice: bool = False
    """Whether it says what someone should do, its first slot being who (YAML: `advice: true`)."""
    by: str | None = None
    """The slot of whoever controls whether it is so."""
    one: tuple[str, ...] = ()
    """The slots that have but one value for all that stands in the others."""
    span: Span | None = field(default=None, compare=False)

    @property
    def rivals(self) -> tuple[Statement, Statement] | None:
        """Patterns of two such statements that differ where there is but one value, if anywhere."""
        if not self.one:
            return None
        names = [slot.name for slot in self.slots]
        pair = ([f"?{n}_{mark}" if n in self.one else f"?{n}" for n in names] for mark in "12")
        one, other = (Statement(self.id, tuple(terms)) for terms in pair)
        return one, other

    def fixed(self, statement: Statement) -> tuple[Term, ...]:
        """Return what stands in a statement besides what has but one value."""
        places = zip(self.slots, statement.arguments, strict=False)
        return tuple(term for slot, term in places if slot.name not in self.one)
