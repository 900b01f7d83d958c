"""A reader of Datalog text: facts, rules, negation, equations; as in AbcDatalog's programs.

    tc(X, Y) :- edge(X, Z), tc(Z, Y), not dead(Z), X != Y.

A name that begins with a capital or `_` is a variable, everything else a symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from arguendo.statements import ANYTHING, Statement, Term
from tests.external.programs import Absent, Compared, Part, Program

_TOKEN = re.compile(r"\s*(:-|!=|[A-Za-z0-9_]+|[(),.=?])")
_RELATIONS = {"=": "is", "!=": "is not"}


def program(text: str) -> Program:
    """Read a program. Raises `ValueError` where it is not one."""
    return _Reader(text).clauses()


def pattern(program: Program, query: str) -> Statement:
    """Read a query such as `tc(a, X)?`, declaring its predicate."""
    return _Reader(query, program).atom()


def rows(text: str) -> set[tuple[Term, ...]]:
    """Read facts; return their arguments."""
    return {each.arguments for each in program(text).facts}


class _Reader:
    def __init__(self, text: str, program: Program | None = None) -> None:
        self.program = program or Program()
        self.tokens = list(_tokens(text))

    def clauses(self) -> Program:
        while self.tokens:
            head = self.atom()
            body = self.body() if self.take(":-") else []
            self.expect(".")
            if body or any(head.variables):
                self.program.rule(head, body)
            else:
                self.program.fact(head)
        return self.program

    def body(self) -> list[Part]:
        parts = [self.part()]
        while self.take(","):
            parts.append(self.part())
        return parts

    def part(self) -> Part:
        if self.take("not"):
            return Absent(self.atom())
        if self.tokens[1:2] and self.tokens[1] in _RELATIONS:
            left, sign, right = (self.tokens.pop(0) for _ in range(3))
            return Compared(self.term(left), _RELATIONS[sign], self.term(right))
        return self.atom()

    def atom(self) -> Statement:
        name, terms = self.tokens.pop(0), []
        if self.take("("):
            terms.append(self.term(self.tokens.pop(0)))
            while self.take(","):
                terms.append(self.term(self.tokens.pop(0)))
            self.expect(")")
        return self.program.atom(name, terms)

    def term(self, token: str) -> Term:
        if token == "_":
            return ANYTHING
        is_variable = token[0].isupper() or token[0] == "_"
        return f"?{token.lower()}" if is_variable else self.program.symbol(token)

    def take(self, token: str) -> bool:
        found = self.tokens[:1] == [token]
        if found:
            self.tokens.pop(0)
        return found

    def expect(self, token: str) -> None:
        if not self.take(token):
            raise ValueError(f"“{token}” expected before {self.tokens[:5]}")


def _tokens(text: str) -> Iterator[str]:
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _TOKEN.match(text, position)
        if found is None:
            raise ValueError(f"cannot read {text[position:]!r}")
        yield found[1]
        position = found.end()
