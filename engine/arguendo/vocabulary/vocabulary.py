"""Declared entities and sentence templates: sentence to statement, and statement to sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from arguendo.statements import (
    UNKNOWN,
    Entity,
    Literal,
    Predicate,
    Slot,
    Sort,
    Statement,
    Term,
    is_variable,
    parse_statement,
    sort_of,
)
from arguendo.vocabulary.names import Names
from arguendo.vocabulary.shapes import Form as SentenceForm
from arguendo.vocabulary.shapes import Shapes, fillings
from arguendo.vocabulary.templates import template
from arguendo.vocabulary.words import Words, canonical_text, in_words, is_date, normalise, split

if TYPE_CHECKING:
    from arguendo.vocabulary.nearest import Nearest

MOST_READINGS = 16
MOST_WORDS = 400

_Declared = TypeVar("_Declared", Entity, Predicate)

_DENIAL = ("it", "is", "not", "case", "that")


class Form(Enum):
    """How a statement is put: affirmed, denied or asked."""

    SAYS = "says"
    DENIES = "denies"
    ASKS = "asks"


class Vocabulary:
    """The entities and predicates of a rule base, with the one strict way to read and say them."""

    def __init__(
        self, entities: Iterable[Entity] = (), predicates: Iterable[Predicate] = ()
    ) -> None:
        """Take what is declared; of two with one id the first counts."""
        self.entities: Mapping[str, Entity] = _by_id(entities)
        self.predicates: Mapping[str, Predicate] = _by_id(predicates)

    @cached_property
    def names(self) -> Names:
        """All names, aliases and ids."""
        return Names(self.entities.values())

    @cached_property
    def shapes(self) -> Shapes:
        """All templates, indexed for reading."""
        return Shapes(self.predicates.values())

    def read(self, sentence: str) -> list[Literal]:
        """Return every reading of a sentence or exact form; none when it matches nothing.

        A reading of a `denies` template, or after "it is not the case that", is not positive.
        """
        exact = parse_statement(sentence) if sentence.rstrip().endswith(")") else None
        if exact:
            return [Literal(_canonical(exact))] if self.fits(exact) else []
        words = split(sentence)
        if not 0 < len(words) <= MOST_WORDS:
            return []
        found = self._readings(words)
        if words.words[: len(_DENIAL)] == _DENIAL:
            rest = Words(words.words[len(_DENIAL) :], words.terms[len(_DENIAL) :])
            found += [Literal(one.statement, not one.positive) for one in self._readings(rest)]
        return found if len(found) < 2 else list(dict.fromkeys(found))

    def _readings(self, words: Words) -> list[Literal]:
        found: list[Literal] = []
        cache: dict[int, list[tuple[int, Term]]] = {}
        for form in self.shapes.candidates(words.words):
            found += islice(self._of_form(form, words, cache), MOST_READINGS)
        return found[:MOST_READINGS]

    def _of_form(
        self, form: SentenceForm, words: Words, cache: dict[int, list[tuple[int, Term]]]
    ) -> Iterable[Literal]:
        slots = form.predicate.slots

        def fill(slot: int, position: int) -> list[tuple[int, Term]]:
            if position not in cache:
                cache[position] = self.terms_at(words, position)
            kinds = slots[form.order[slot]]
            return [(end, term) for end, term in cache[position] if self.suits(term, kinds)]

        for terms in fillings(form.shape, words.words, fill):
            arguments = dict(zip(form.order, terms, strict=True))
            if all(arguments[place] == term for place, term in zip(form.order, terms, strict=True)):
                ordered = tuple(arguments[place] for place in range(len(slots)))
                yield Literal(Statement(form.predicate.id, ordered), form.positive)

    def terms_at(self, words: Words, position: int) -> list[tuple[int, Term]]:
        """List the terms that begin at a word, each after its end; names go before literals."""
        found = [
            (end, entity) for end, ids in self.names.at(words.words, position) for entity in ids
        ]
        if words.terms[position] and all(end > position + 1 for end, _ in found):
            found.append((position + 1, words.terms[position]))
        return found

    def kind_of(self, term: Term) -> str:
        """Return a ground term's kind: an entity's own, or `number`, `date`, `text`."""
        if term in self.entities:
            return self.entities[term].kind
        return sort_of(term).value

    def suits(self, term: Term, slot: Slot) -> bool:
        """Tell whether a term may stand in a slot; what is of unknown kind may stand anywhere."""
        if not slot.kinds or is_variable(term):
            return True
        kind = self.kind_of(term)
        return kind in slot.kinds or kind == UNKNOWN

    def fits(self, statement: Statement) -> bool:
        """Tell whether predicate, arguments and kinds are as declared, and dates exist."""
        predicate = self.predicates.get(statement.predicate)
        return (
            predicate is not None
            and len(predicate.slots) == len(statement.arguments)
            and all(
                (term in self.entities or sort_of(term) is not Sort.ENTITY)
                and (sort_of(term) is not Sort.DATE or is_date(term))
                and self.suits(term, slot)
                for term, slot in zip(statement.arguments, predicate.slots, strict=True)
            )
        )

    def nearest(self, sentence: str) -> Nearest:
        """Explain why a sentence has no reading, and name the nearest right thing."""
        from arguendo.vocabulary.nearest import nearest

        return nearest(self, sentence)

    def entities_named(self, text: str) -> list[Entity]:
        """Return the entities of which the whole text is a name, alias or id."""
        return [self.entities[found] for found in self.names.exact(normalise(text))]

    def say(self, statement: Statement, form: Form = Form.SAYS) -> str:
        """Put a statement into English, without a capital; only a question gets its mark.

        A missing `denies` or `asks` is made from `says`; what is not declared is said as its key.
        """
        predicate = self.predicates.get(statement.predicate)
        if not predicate or len(predicate.slots) != len(statement.arguments):
            return statement.key
        written = {Form.SAYS: predicate.says, Form.DENIES: predicate.denies}.get(
            form, predicate.asks
        )
        if written:
            said = self._fill(written, predicate, statement)
            return f"{said}?" if form is Form.ASKS and not said.endswith("?") else said
        said = self._fill(predicate.says, predicate, statement)
        if form is Form.DENIES:
            return f"it is not the case that {said}"
        return f"is it the case that {said}?"

    def _fill(self, written: str, predicate: Predicate, statement: Statement) -> str:
        names = (slot.name for slot in predicate.slots)
        arguments = dict(zip(names, statement.arguments, strict=True))
        return template(written).fill(arguments, self.name, self.is_plural)

    def is_plural(self, term: Term) -> bool:
        """Tell whether a term takes the plural form of a verb."""
        if term in self.entities:
            return self.entities[term].plural
        return sort_of(term) is Sort.NUMBER and term not in ("1", "-1")

    def name(self, term: Term) -> str:
        """Return a term as it stands in the middle of a sentence; variables as they are."""
        if term in self.entities:
            return self.entities[term].name
        sort = sort_of(term)
        if sort is Sort.DATE:
            return in_words(term)
        if sort is Sort.TEXT:
            return str(json.loads(term, strict=False))
        return term


def _by_id(declared: Iterable[_Declared]) -> Mapping[str, _Declared]:
    found: dict[str, _Declared] = {}
    for each in declared:
        found.setdefault(each.id, each)
    return found


def _canonical(statement: Statement) -> Statement:
    """Write quoted text in an exact form the one canonical way."""
    return Statement(
        statement.predicate,
        tuple(
            canonical_text(term) if sort_of(term) is Sort.TEXT else term
            for term in statement.arguments
        ),
    )
