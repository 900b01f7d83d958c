"""Programs of other systems, written out as rule bases of ours and read as files are.

    program = Program()
    program.fact(program.atom("edge", [program.symbol("a"), program.symbol("b")]))
    program.rule(program.atom("path", ["?x", "?y"]), [program.atom("edge", ["?x", "?y"])])
    rulebase, problems = program.read(folder)

Predicates get names and sentences of their own, since any name with any number of arguments is good
elsewhere; symbols become quoted texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from arguendo.case import Case
from arguendo.certificates.certificate import Certificate
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.export.certificates import read_certificates, written
from arguendo.export.wire import encode
from arguendo.library import read
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.problems import Problems, Severity
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement, Term


@dataclass(frozen=True)
class Absent:
    """A part of a body that asks that something be not so."""

    statement: Statement


@dataclass(frozen=True)
class Compared:
    """A part of a body that compares, with a relation of the rule language."""

    left: Term
    relation: str
    right: Term


Part: TypeAlias = Statement | Absent | Compared


@dataclass
class Program:
    """Facts and rules, with the predicates that they speak of."""

    facts: list[Statement] = field(default_factory=list)
    rules: list[tuple[Statement, Sequence[Part]]] = field(default_factory=list)
    _predicates: dict[tuple[str, int], str] = field(default_factory=dict)

    @staticmethod
    def symbol(written: str) -> Term:
        """Return the term for a symbol."""
        return json.dumps(written, ensure_ascii=False)

    def atom(self, name: str, terms: Iterable[Term]) -> Statement:
        """Return the statement for an atom, declaring its predicate."""
        arguments = tuple(terms)
        known = self._predicates
        given = known.setdefault((name, len(arguments)), f"relation{len(known) + 1}")
        return Statement(given, arguments)

    def fact(self, statement: Statement) -> None:
        """Add a fact."""
        self.facts.append(statement)

    def rule(self, head: Statement, body: Sequence[Part]) -> None:
        """Add a rule; without a body it is one that always applies."""
        self.rules.append((head, body))

    @property
    def text(self) -> str:
        """The rule base as its author would write it."""
        lines = ["statements:"]
        for (_, arity), name in self._predicates.items():
            slots = ", ".join(f"a{place}: any" for place in range(arity))
            says = " and ".join(f"{{a{place}}}" for place in range(arity))
            lines += [f"  {name}:", f"    slots: {{{slots}}}", f'    says: "{name} has {says}"']
        lines += ["facts:", *(f"  - say: {_quoted(each)}" for each in dict.fromkeys(self.facts))]
        lines += ["rules:"]
        for number, (head, body) in enumerate(self.rules, 1):
            lines += [f"  - id: rule-{number}", "    if:", *map(_part, body)]
            lines += [f"    then: {_quoted(head)}", "    because: The program says so."]
        return "\n".join(_without_empty(lines)) + "\n"

    def read(self, folder: Path) -> tuple[RuleBase | None, Problems]:
        """Write the rule base into a folder and read it."""
        return read_text(self.text, folder)


def read_text(text: str, folder: Path) -> tuple[RuleBase | None, Problems]:
    """Write a rule base of one file into a folder and read it."""
    place = folder / "knowledge" / "program.yaml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")
    rulebase, problems, _ = read(folder)
    return rulebase, problems


def sound(text: str, folder: Path) -> RuleBase:
    """Read a rule base of one file. Raises `ValueError` with what is wrong with it."""
    rulebase, problems = read_text(text, folder)
    if rulebase is None:
        raise ValueError("; ".join(problem.message for problem in problems))
    return rulebase


def opened(rulebase: RuleBase, scenario: str | None = None) -> Case:
    """Begin a case with the matcher that needs no preparation."""
    case = Case(Grounding(rulebase, NativeMatcher(rulebase)))
    return case if scenario is None else case.choose(scenario)


def holding(case: Case) -> set[Statement]:
    """Return the statements that hold."""
    degrees = case.valuation.degrees
    return {each for each, degree in zip(case.graph.statements, degrees, strict=True) if degree}


@dataclass(frozen=True)
class Proven:
    """The certificate of a case, after having been written as JSON and read again."""

    certificate: Certificate
    flaw: str | None
    """What the checker, which knows neither matcher nor valuation, has against it."""

    @classmethod
    def of(cls, case: Case, about: Iterable[Statement]) -> Proven:
        """Certify how some statements stand in a case, and have it checked."""
        rulebase = case.rulebase
        text = encode(written((certify(case, about),), rulebase))
        (certificate,) = read_certificates(text, rulebase)
        return cls(certificate, next(flaws(rulebase, certificate), None))

    def status(self, statement: Statement) -> str | None:
        """Return how it claims that a statement stands; None when it does not say."""
        return self._status.get(statement)

    @cached_property
    def _status(self) -> Mapping[Statement, str]:
        return {claim.statement: claim.status for claim in self.certificate.claims}

    @cached_property
    def ranks(self) -> Mapping[Statement, int]:
        """How many rule applications lie one upon the other below each statement that holds."""
        return {holding.statement: holding.rank for holding in self.certificate.holdings}


def codes(problems: Problems) -> set[str]:
    """Return the codes of the errors."""
    return {problem.code for problem in problems if problem.severity is Severity.ERROR}


def _part(part: Part) -> str:
    match part:
        case Absent(statement):
            return f"      - not: {_quoted(statement)}"
        case Compared(left, relation, right):
            return f"      - {_single(f'{left} {relation} {right}')}"
        case _:
            return f"      - {_quoted(part)}"


def _quoted(statement: Statement) -> str:
    return _single(statement.key)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _without_empty(lines: Sequence[str]) -> Iterable[str]:
    """Leave out keys that have nothing beneath them."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        deep = len(after) - len(after.lstrip())
        if not line.endswith(":") or deep > len(line) - len(line.lstrip()):
            yield line
