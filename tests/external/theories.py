"""Theories of RuleTaker and its like, written as rule bases in sentences.

A literal is [subject, relation, object, sign]. Each attribute and each relation has a sentence of
its own, and may have a second one for its denial. In a closed world what is denied is only left
unsaid, and a `~` in a condition asks for absence; in an open world it asks for the denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from arguendo.statements import Statement
from tests.external.suites import Case

Lit: TypeAlias = Sequence[str]


def closed_world(theory: Case, *, guarded: bool = False, denials: bool = False) -> str:
    """Write a theory of a closed world.

    `guarded` says of each variable that it is an entity; `denials` keeps what is denied, which is
    dropped otherwise.
    """
    lines = _vocabulary(theory, denials)
    facts = [fact["lit"] for fact in theory["facts"] if denials or fact["lit"][3] == "+"]
    said = list(dict.fromkeys(_sentence(lit) for lit in facts))
    if guarded:
        said += [f"{name} is an entity" for name in _names_of(theory)]
    lines += [*(["facts:"] if said else []), *(f"  - say: {each}" for each in said)]
    return "\n".join([*lines, *_rules(theory, guarded, denials, absence=True)]) + "\n"


def open_world(theory: Case) -> str:
    """Write a theory of an open world, in which a sentence and its denial are contrary."""
    lines = [*_vocabulary(theory, True), "contraries:"]
    for name, arity in _predicates(theory):
        slots = ", ".join(["?x", "?y"][:arity])
        lines += [f"  - - {name}({slots})", f"    - not_{name}({slots})"]
    said = dict.fromkeys(_sentence(fact["lit"]) for fact in theory["facts"])
    lines += ["facts:", *(f"  - say: {each}" for each in said)]
    return "\n".join([*lines, *_rules(theory, False, True, absence=False)]) + "\n"


def affirmed(lit: Lit) -> Statement:
    """Return the statement of a literal without its sign."""
    subject, relation, other, _ = lit
    if relation == "is":
        return Statement(f"is_{_id(other)}", (_id(subject),))
    return Statement(_id(relation), (_id(subject), _id(other)))


def denied(lit: Lit) -> Statement:
    """Return the statement that denies a literal without its sign."""
    statement = affirmed(lit)
    return Statement(f"not_{statement.predicate}", statement.arguments)


def stated(lit: Lit) -> Statement:
    """Return the statement of a literal, which is a denial when its sign says so."""
    return affirmed(lit) if lit[3] == "+" else denied(lit)


def _vocabulary(theory: Case, denials: bool) -> list[str]:
    lines = ["entities:"]
    lines += [f"  {_id(name)}: {{name: {name}, kind: entity}}" for name in _names_of(theory)]
    lines += ["statements:", "  is_an_entity:", "    slots: {x: entity}"]
    lines += ['    says: "{x} is an entity"']
    known = {affirmed(lit).predicate: lit for lit in _all(theory)}
    for name, arity in _predicates(theory):
        says = "{x} is " + known[name][2] if arity == 1 else "{x} " + known[name][1] + " {y}"
        slots = ", ".join(["x: entity", "y: entity"][:arity])
        lines += [f"  {name}:", f"    slots: {{{slots}}}", f'    says: "{says}"']
        if denials:
            lines += [f"  not_{name}:", f"    slots: {{{slots}}}", f'    says: "{_NOT}{says}"']
    return lines


def _rules(theory: Case, guarded: bool, denials: bool, *, absence: bool) -> Iterator[str]:
    """Write the rules, each by its number in the theory; `absence` is what a `~` asks for."""
    numbered = enumerate(theory["rules"], 1)
    kept = [(number, rule) for number, rule in numbered if denials or rule["then"][3] == "+"]
    yield from ["rules:"] if kept else []
    for number, rule in kept:
        yield from (f"  - id: rule{number}", "    title: >-", f"      {rule['text']}", "    if:")
        if guarded:
            yield "      - ?x is an entity"
        for lit in rule["if"]:
            absent = absence and lit[3] == "~"
            yield f"      - not: {_said(lit)}" if absent else f"      - {_sentence(lit)}"
        yield from (f"    then: {_sentence(rule['then'])}", "    because: The theory says so.")


def _predicates(theory: Case) -> list[tuple[str, int]]:
    found = (affirmed(lit) for lit in _all(theory))
    return sorted({(each.predicate, len(each.arguments)) for each in found})


def _all(theory: Case) -> Iterator[Lit]:
    yield from (fact["lit"] for fact in theory["facts"])
    for rule in theory["rules"]:
        yield from rule["if"]
        yield rule["then"]
    yield from (question["lit"] for question in theory.get("questions", ()))
    for goal in theory.get("goals", ()):
        yield from (goal["lit"], goal["missing"])


def _names_of(theory: Case) -> list[str]:
    return sorted({name for lit in _all(theory) for name in _names(lit)})


def _names(lit: Lit) -> Iterator[str]:
    subject, relation, other, _ = lit
    yield from (each for each in (subject, other if relation != "is" else "?") if each != "?")


def _sentence(lit: Lit) -> str:
    return _said(lit) if lit[3] == "+" else f"{_NOT}{_said(lit)}"


def _said(lit: Lit) -> str:
    return " ".join("?x" if part == "?" else part for part in lit[:3])


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower())


_NOT = "it is not so that "
