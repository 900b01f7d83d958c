"""Short ways to write rules and rule bases in tests, in exact forms and without files.

rulebase(
    facts=["p(a)", ("q(b)", 2)],
    rules=[rule("r1", if_=["p(?x)", "?x is not b"], unless=["q(?x)"], then="r(?x)")],
    contraries=[("r(?x)", "s(?x)")],
)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from arguendo.branches import branches_of
from arguendo.comparisons import OPERATORS
from arguendo.facts import Fact, Question
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.scale import ICD_203
from arguendo.statements import Statement, parse_statement
from arguendo.vocabulary import Vocabulary

Part: TypeAlias = str | Statement | Condition
"""A condition, or a text: `p(?x)`, `not p(?x)`, `?x is not ?y`."""


def statement(text: str | Statement) -> Statement:
    """Read an exact form, or fail loudly."""
    if isinstance(text, Statement):
        return text
    found = parse_statement(text)
    if found is None:
        raise ValueError(f"not an exact form: {text!r}")
    return found


def statements(*texts: str | Statement) -> list[Statement]:
    """Read several exact forms."""
    return [statement(text) for text in texts]


def condition(part: Part) -> Condition:
    """Read one condition."""
    if isinstance(part, Statement):
        return Literal(part)
    if not isinstance(part, str):
        return part
    if part.startswith("not "):
        return Not(condition(part.removeprefix("not ")))
    for words in sorted(OPERATORS, key=len, reverse=True):
        left, found, right = part.partition(f" {words} ")
        if found and "(" not in left:
            return Comparison(left.strip(), words, right.strip())
    return Literal(statement(part))


def any_of(*parts: Part) -> AnyOf:
    """At least one of the parts."""
    return AnyOf(tuple(condition(part) for part in parts))


def all_of(*parts: Part) -> AllOf:
    """Every part."""
    return AllOf(tuple(condition(part) for part in parts))


def at_least(number: int, *parts: Part) -> AtLeast:
    """At least so many of the parts."""
    return AtLeast(number, tuple(condition(part) for part in parts))


def rule(
    id: str,
    *,
    if_: Iterable[Part] = (),
    then: str | Statement | Sequence[str | Statement],
    unless: Iterable[Part] = (),
    qualifier: int = ICD_203.top,
    overrides: Iterable[str] = (),
    **more: Any,
) -> Rule:
    """Build a rule; `then` is one claim or several. Raises `TooManyBranches`."""
    grounds = all_of(*if_)
    rebuttals = tuple(condition(part) for part in unless)
    claims = [then] if isinstance(then, str | Statement) else then
    return Rule(
        id=id,
        title=more.pop("title", id),
        condition=grounds,
        rebuttals=rebuttals,
        claims=tuple(statements(*claims)),
        qualifier=qualifier,
        branches=branches_of(grounds, rebuttals),
        overrides=tuple(overrides),
        **more,
    )


def fact(given: str | Statement | tuple[str | Statement, int] | Fact) -> Fact:
    """Build a fact: a text, a text with a degree, or a fact already."""
    if isinstance(given, Fact):
        return given
    text, degree = given if isinstance(given, tuple) else (given, ICD_203.top)
    return Fact(statement(text), degree)


def question(given: str | Statement | Question) -> Question:
    """Build an open question, or return the one given."""
    return given if isinstance(given, Question) else Question(statement(given))


def rulebase(
    *,
    facts: Iterable[str | Statement | tuple[str | Statement, int] | Fact] = (),
    questions: Iterable[str | Statement | Question] = (),
    rules: Iterable[Rule] = (),
    contraries: Iterable[tuple[str | Statement, str | Statement]] = (),
    vocabulary: Vocabulary | None = None,
    name: str = "test",
    **more: Any,
) -> RuleBase:
    """Build a rule base; rules get their positions in the order given."""
    return RuleBase(
        name=name,
        vocabulary=vocabulary or Vocabulary(),
        facts=tuple(fact(each) for each in facts),
        questions=tuple(question(each) for each in questions),
        rules=tuple(replace(each, position=place) for place, each in enumerate(rules)),
        contraries=tuple((statement(left), statement(right)) for left, right in contraries),
        **more,
    )
