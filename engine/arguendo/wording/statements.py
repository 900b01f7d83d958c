"""Statements in English: affirmed, denied, asked, listed; never as a key or with a variable."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from arguendo.rulebase import RuleBase
from arguendo.statements import (
    Entity,
    Literal,
    Predicate,
    Slot,
    Sort,
    Statement,
    Term,
    is_anything,
    is_variable,
    sort_of,
)
from arguendo.vocabulary import Form
from arguendo.vocabulary.templates import Hole, Template
from arguendo.wording.clauses import (
    AUXILIARIES,
    Clause,
    begins_with_subject,
    infinitive,
    is_past,
    question,
    run_on,
)
from arguendo.wording.grammar import capital, named, ordinal, quoted, sentence, series, tidy

_LETTERS = "NMKLPQRS"
"""What unknown numbers are called."""


@dataclass
class Names:
    """What variables are called within one sentence: `some person`, then `this person`."""

    kinds: dict[Term, str] = field(default_factory=dict)
    """All variables that will be named, with a noun for each."""
    open: dict[Term, str] = field(default_factory=dict)
    """What those are called that stand alone in what nothing shows: `any day`, `a fitting day`."""
    met: set[Term] = field(default_factory=set)

    def call(self, variable: Term) -> str:
        """Name a variable: as new the first time, as known afterwards."""
        noun = self.kinds.get(variable, "thing")
        alike = [each for each, kind in self.kinds.items() if kind == noun]
        if variable in self.open and noun != "number":
            return self.open[variable]
        if noun == "number":
            return _LETTERS[alike.index(variable) % len(_LETTERS)]
        first = variable not in self.met
        self.met.add(variable)
        if len(alike) > 1:
            return f"{'a' if first else 'the'} {ordinal(alike.index(variable) + 1)} {noun}"
        if noun == "thing":
            return "something" if first else "this thing"
        return f"{'some' if first else 'this'} {noun}"

    def leave_open(
        self, statements: Sequence[Statement], unshown: Callable[[Statement], bool]
    ) -> None:
        """Let the variables that stand in statements once mean anything, or anything that fits."""
        often = Counter(term for each in statements for term in each.variables)
        for each in statements:
            for term in each.variables:
                noun = self.kinds.get(term, "thing")
                if often[term] == 1 and not is_anything(term):
                    self.open[term] = _any(noun) if unshown(each) else f"a fitting {noun}"


@dataclass(frozen=True)
class Speaker:
    """Puts the statements of one rule base into English."""

    rulebase: RuleBase

    def says(self, statement: Statement) -> str:
        """Affirm a statement, without a capital."""
        return self.clause(statement).text

    def denies(self, statement: Statement) -> str:
        """Deny a statement, without a capital."""
        return self.clause(statement, positive=False).text

    def changes(self, changes: Iterable[Literal], word: str = "and") -> str:
        """Join statements, each affirmed or denied."""
        listed = list(changes)
        names = self.names(*(each.statement for each in listed))
        return run_on([self.clause(each.statement, each.positive, names) for each in listed], word)

    def put(self, statement: Statement, positive: bool) -> str:
        """Affirm or deny a statement."""
        return self.clause(statement, positive).text

    def once(self, statements: Iterable[Statement]) -> str:
        """Begin a condition that statements come to be so; what is past can only be shown."""
        predicates = map(self._declared, statements)
        past = any(each and is_past(Template(each.says)) for each in predicates)
        return "once it is shown that" if past else "once"

    def asks(self, statement: Statement) -> str:
        """Ask whether a statement holds: a whole question."""
        called = self._called(statement, self.names(statement))
        asked = self._asking(statement, called)
        return capital(asked or self._form(statement, Form.ASKS, called))

    def _asking(self, statement: Statement, called: Mapping[Term, str]) -> str:
        """Make the question of the sentence where none is declared; empty where unsure."""
        predicate = self._declared(statement)
        made = question(Template(predicate.says)) if predicate and not predicate.asks else None
        if predicate is None or made is None:
            return ""
        bound = statement.bind({variable: in_text(name) for variable, name in called.items()})
        return f"{tidy(self._filled(made, predicate, bound))}?"

    def of(self, pattern: Statement, variable: Term, words: str) -> Statement:
        """Return a pattern with some words in the place of a variable: `which child`, `anyone`."""
        return pattern.bind({variable: in_text(words)})

    def inverted(self, statement: Statement) -> tuple[str, str, str] | None:
        """Take a question apart: `does`, `Ben`, `pay?`; None when no subject follows its verb.

        Nor where it names a date, since what did not happen on a day may have on another.
        """
        if any(sort_of(each) is Sort.DATE for each in statement.arguments):
            return None
        verb, _, after = self.asks(statement).partition(" ")
        subjects = [self.name(each) for each in statement.arguments]
        subject = next((name for name in subjects if after.startswith(f"{name} ")), None)
        verb = verb[:1].lower() + verb[1:]
        if subject is None or verb not in AUXILIARIES:
            return None
        rest = after[len(subject) + 1 :]
        return None if rest.startswith(("and ", "or ", "not ")) else (verb, subject, rest)

    def to(self, statement: Statement) -> str:
        """Put a statement to follow `for`: `x to raise y`; empty where its template forbids it."""
        predicate = self._declared(statement)
        template = infinitive(Template(predicate.says)) if predicate else None
        if predicate is None or template is None:
            return ""
        return tidy(self._filled(template, predicate, statement))

    def name(self, term: Term) -> str:
        """Return a term's name as it stands in the middle of a sentence."""
        if term in self.rulebase.vocabulary.entities or sort_of(term) is not Sort.ENTITY:
            return tidy(self.rulebase.vocabulary.name(term))
        return term.replace("_", " ")

    def names(self, *statements: Statement) -> Names:
        """Prepare to name the variables of statements that are told together."""
        found = Names()
        for statement in statements:
            for term, slot in zip(statement.arguments, self._slots(statement), strict=True):
                if is_anything(term):
                    continue
                if is_variable(term) and found.kinds.get(term, "thing") == "thing":
                    found.kinds[term] = _noun(slot)
        return found

    def clause(
        self, statement: Statement, positive: bool = True, names: Names | None = None
    ) -> Clause:
        """Put a statement as a clause that knows its subject."""
        called = self._called(statement, names or self.names(statement))
        text = self._form(statement, Form.SAYS if positive else Form.DENIES, called)
        predicate = self._declared(statement)
        written = predicate and (predicate.says if positive else predicate.denies)
        slot = begins_with_subject(Template(written)) if written else ""
        if not predicate or not slot:
            return Clause(text)
        subject = statement.arguments[[each.name for each in predicate.slots].index(slot)]
        name = called.get(subject) or self.name(subject)
        rest = text[len(name) :].lstrip() if text.startswith(f"{name} ") else ""
        return Clause(text, subject, rest) if rest and not is_anything(subject) else Clause(text)

    def all_of(self, statements: Iterable[Statement], word: str = "and") -> str:
        """Join statements: a subject that neighbours share is said once."""
        return self.changes(map(Literal, statements), word)

    def all_put(self, pairs: Mapping[Statement, bool], word: str = "and") -> str:
        """Join statements that are affirmed (True) or denied (False).

        What is put in the place of something else is told as that: `60 instead of 90 days`.
        """
        exchanged = dict(_exchanged(pairs)) if word == "and" else {}
        gone = set(exchanged.values())
        kept = {each: positive for each, positive in pairs.items() if each not in gone}
        told = (
            (self._instead(each, exchanged[each]) if each in exchanged else each, positive)
            for each, positive in kept.items()
        )
        return run_on([self.clause(each, positive) for each, positive in told], word)

    def _instead(self, new: Statement, old: Statement) -> Statement:
        """Return a statement that names what it puts in the place of what."""
        pairs = zip(new.arguments, old.arguments, strict=True)
        arguments = (
            n if n == o else in_text(f"{self.name(n)} instead of {self.name(o)}") for n, o in pairs
        )
        return Statement(new.predicate, tuple(arguments))

    def literals(self, literals: Iterable[Literal], names: Names, word: str = "and") -> str:
        """Join the literals of a rule."""
        return run_on([self.clause(lit.statement, lit.positive, names) for lit in literals], word)

    def thats(
        self,
        statements: Iterable[Statement],
        word: str = "and",
        unshown: Callable[[Statement], bool] | None = None,
    ) -> str:
        """Join statements as objects of one verb: `that a, that b, and that c`.

        Where none of it is shown, a variable that stands there once means anything, `any day`; but
        `a fitting day` in a statement that is shown of a value (`unshown` denies it).
        """
        listed = list(statements)
        names = self.names(*listed)
        if unshown is not None:
            names.leave_open(listed, unshown)
        clauses = [self.clause(each, names=names) for each in listed]
        said = [f"that {clause.text}" for clause in clauses[:1]]
        for before, clause, statement in zip(clauses, clauses[1:], listed, strict=False):
            pronoun = self._pronoun(before, clause, statement)
            said.append(f"that {f'{pronoun} {clause.rest}' if pronoun else clause.text}")
        return series(said, word)

    def all_after(self, claim: Statement, statements: Sequence[Statement]) -> str:
        """Join statements that follow on a claim; the subject that it has too becomes a pronoun."""
        names = self.names(claim, *statements)
        clauses = [self.clause(each, names=names) for each in statements]
        pronoun = self._pronoun(self.clause(claim), clauses[0], claim) if clauses else ""
        if pronoun:
            first = clauses[0]
            clauses[0] = Clause(f"{pronoun} {first.rest}", first.subject, first.rest)
        return run_on(clauses)

    def _pronoun(self, before: Clause, clause: Clause, statement: Statement) -> str:
        """Return the pronoun for a subject that the clause before, a statement's, has as well.

        Persons keep their names, since nothing tells which pronoun is theirs; and so does whoever
        is not the only one there whom the pronoun could mean.
        """
        subject = clause.subject
        entity = self.rulebase.vocabulary.entities.get(subject)
        others = {*statement.arguments} - {subject}
        if entity is None or entity.is_person or before.subject != subject:
            return ""
        known = self.rulebase.vocabulary.entities
        rivals = [e for e in others if e in known and not _is_no_rival(known[e])]
        if not clause.rest or rivals:
            return ""
        return "they" if entity.plural else "it"

    def thats_put(self, pairs: Mapping[Statement, bool]) -> str:
        """Join statements, affirmed or denied, as objects of one verb."""
        return series([f"that {self.put(each, positive)}" for each, positive in pairs.items()])

    def merged(self, statements: Sequence[Statement]) -> list[str]:
        """Write a sentence each; neighbours that differ in their last word only become one."""
        return [self._merged(group) for group in self.groups(statements)]

    def groups(self, statements: Sequence[Statement]) -> list[list[Statement]]:
        """Gather neighbours that differ in nothing but the object that they end with."""
        found: list[list[Statement]] = []
        for each in statements:
            if found and self._varying([*found[-1], each]) is not None:
                found[-1].append(each)
            else:
                found.append([each])
        return found

    def _merged(self, group: Sequence[Statement]) -> str:
        place = self._varying(group) if len(group) > 1 else None
        if place is None:
            return sentence(self.says(group[0]))
        arguments = list(group[0].arguments)
        arguments[place] = in_text(named([self.name(each.arguments[place]) for each in group]))
        return sentence(self.says(Statement(group[0].predicate, tuple(arguments))))

    def _varying(self, group: Sequence[Statement]) -> int | None:
        """Return the one place in which statements differ, if their sentences end with it."""
        first, predicate = group[0], self._declared(group[0])
        if predicate is None or any(each.predicate != first.predicate for each in group):
            return None
        columns = list(zip(*(each.arguments for each in group), strict=True))
        places = [place for place, column in enumerate(columns) if len(set(column)) > 1]
        last = Template(predicate.says).parts[-1]
        if len(places) != 1 or len(columns) < 2 or not isinstance(last, Hole):
            return None
        return places[0] if last.slot == predicate.slots[places[0]].name else None

    def _called(self, statement: Statement, names: Names) -> dict[Term, str]:
        """Name the variables of a statement."""
        return {
            term: _any(_noun(slot)) if is_anything(term) else names.call(term)
            for term, slot in zip(statement.arguments, self._slots(statement), strict=True)
            if is_variable(term)
        }

    def _form(self, statement: Statement, form: Form, called: Mapping[Term, str]) -> str:
        if self._declared(statement) is None:
            return self._undeclared(statement, form, called)
        bound = statement.bind({variable: in_text(name) for variable, name in called.items()})
        return tidy(self.rulebase.vocabulary.say(bound, form))

    def _filled(self, template: Template, predicate: Predicate, statement: Statement) -> str:
        names = (slot.name for slot in predicate.slots)
        arguments = dict(zip(names, statement.arguments, strict=True))
        return template.fill(arguments, self.name, self._is_plural)

    def _undeclared(self, statement: Statement, form: Form, called: Mapping[Term, str]) -> str:
        relation = quoted(statement.predicate.replace("_", " "))
        terms = named([called.get(term) or self.name(term) for term in statement.arguments])
        of = f" of {terms}" if terms else ""
        if form is Form.ASKS:
            return f"does {relation} hold{of}?"
        return f"{relation} {'holds' if form is Form.SAYS else 'does not hold'}{of}"

    def _declared(self, statement: Statement) -> Predicate | None:
        predicate = self.rulebase.vocabulary.predicates.get(statement.predicate)
        fits = predicate is not None and len(predicate.slots) == len(statement.arguments)
        return predicate if fits else None

    def _slots(self, statement: Statement) -> Sequence[Slot]:
        predicate = self._declared(statement)
        return predicate.slots if predicate else [Slot("")] * len(statement.arguments)

    def _is_plural(self, term: Term) -> bool:
        entity = self.rulebase.vocabulary.entities.get(term)
        return entity is not None and entity.plural


def _exchanged(pairs: Mapping[Statement, bool]) -> Iterator[tuple[Statement, Statement]]:
    """Find what is affirmed with what is denied that says the same of one other thing."""
    for new, old in product(pairs, pairs):
        alike = old.predicate == new.predicate and len(old.arguments) == len(new.arguments)
        if not alike or not pairs[new] or pairs[old] or not (old.is_ground and new.is_ground):
            continue
        if sum(n != o for n, o in zip(new.arguments, old.arguments, strict=True)) == 1:
            yield new, old


def _is_no_rival(entity: Entity) -> bool:
    """Tell whether no `it` would be taken for an entity: a person, or what is called `a bird`."""
    return entity.is_person or entity.name.startswith(("a ", "an "))


def in_text(words: str) -> Term:
    """Make a term of words that stand for themselves."""
    return json.dumps(words, ensure_ascii=False)


def _noun(slot: Slot) -> str:
    return " or ".join(kind.replace("_", " ") for kind in slot.kinds) or "thing"


def _any(noun: str) -> str:
    return {"person": "anyone", "thing": "anything"}.get(noun, f"any {noun}")
