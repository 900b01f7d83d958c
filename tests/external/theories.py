"""Theories of RuleTaker and its like, written as rule bases in sentences.

A literal is [subject, relation, object, sign]. Each attribute and each relation has a sentence of
its own. In a closed world what is denied is only left unsaid, and a `~` asks for absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from arguendo.statements import Statement

Lit = Sequence[str]


def closed_world(theory: dict[str, Any], *, guarded: bool = False) -> str:
    """Write a theory of a closed world; `guarded` says of each rule what `?x` may be."""
    facts = [fact["lit"] for fact in theory["facts"] if fact["lit"][3] == "+"]
    rules = [rule for rule in theory["rules"] if rule["then"][3] == "+"]
    names = sorted({name for lit in _all(theory) for name in _names(lit)})
    lines = ["entities:"]
    lines += [f"  {_id(name)}: {{name: {name}, kind: entity}}" for name in names]
    lines += ["statements:", "  is_an_entity:", "    slots: {x: entity}"]
    lines += ['    says: "{x} is an entity"']
    for attribute in sorted({lit[2] for lit in _all(theory) if lit[1] == "is"}):
        lines += [f"  is_{_id(attribute)}:", "    slots: {x: entity}"]
        lines += [f'    says: "{{x}} is {attribute}"']
    for relation in sorted({lit[1] for lit in _all(theory) if lit[1] != "is"}):
        lines += [f"  {_id(relation)}:", "    slots: {x: entity, y: entity}"]
        lines += [f'    says: "{{x}} {relation} {{y}}"']
    said = list(dict.fromkeys(map(_sentence, facts)))
    if guarded:
        said += [f"{name} is an entity" for name in names]
    lines += [*(["facts:"] if said else []), *(f"  - say: {each}" for each in said)]
    lines += ["rules:"] if rules else []
    for number, rule in enumerate(rules, 1):
        lines += [f"  - id: rule-{number}", "    title: >-", f"      {rule['text']}", "    if:"]
        lines += ["      - ?x is an entity"] if guarded else []
        lines += [_condition(lit) for lit in rule["if"]]
        lines += [f"    then: {_sentence(rule['then'])}", "    because: The theory says so."]
    return "\n".join(lines) + "\n"


def statement(lit: Lit) -> Statement:
    """Return the statement of a literal without its sign."""
    subject, relation, other, _ = lit
    if relation == "is":
        return Statement(f"is_{_id(other)}", (_id(subject),))
    return Statement(_id(relation), (_id(subject), _id(other)))


def _all(theory: dict[str, Any]) -> Iterator[Lit]:
    yield from (fact["lit"] for fact in theory["facts"])
    for rule in theory["rules"]:
        yield from rule["if"]
        yield rule["then"]
    yield from (question["lit"] for question in theory["questions"])


def _names(lit: Lit) -> Iterator[str]:
    subject, relation, other, _ = lit
    yield from (each for each in (subject, other if relation != "is" else "?") if each != "?")


def _condition(lit: Lit) -> str:
    return f"      - {'not: ' if lit[3] == '~' else ''}{_sentence(lit)}"


def _sentence(lit: Lit) -> str:
    return " ".join("?x" if part == "?" else part for part in lit[:3])


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower())
