"""Proofs as RuleTaker writes them, read, and ours put in the same form.

    [(((triple1 NAF) -> rule2) OR triple3)]

A proof is the name of a fact, `NAF` for what is absent, or a rule with the proofs of its
conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from arguendo.explanation.why import Proof, Step
from arguendo.statements import Statement
from tests.external.suites import Case
from tests.external.theories import stated

Tree: TypeAlias = str | tuple[str, tuple["Tree", ...]]

ABSENT = "NAF"


def alternatives(text: str) -> list[Tree]:
    """Read the proofs that a question lists; none for a proof of failure."""
    tokens = re.findall(r"[()\[\]]|->|\w+", text)
    if "FAIL" in tokens or tokens == ["[", "]"]:
        return []
    tokens = tokens[2:-2]
    found = [_tree(tokens)]
    while tokens and tokens.pop(0) == "OR":
        found.append(_tree(tokens))
    if tokens:
        raise ValueError(f"no list of proofs: {text}")
    return found


def _tree(tokens: list[str]) -> Tree:
    token = tokens.pop(0)
    if token != "(":
        return token
    _expect(tokens, "(")
    parts = []
    while tokens[0] != ")":
        parts.append(_tree(tokens))
    _expect(tokens, ")", "->")
    rule = tokens.pop(0)
    _expect(tokens, ")")
    return rule, tuple(parts)


def _expect(tokens: list[str], *expected: str) -> None:
    for each in expected:
        if tokens.pop(0) != each:
            raise ValueError(f"“{each}” expected before {tokens[:5]}")


def ours(proof: Proof, theory: Case, *, absence: bool) -> Tree:
    """Put a proof in that form; `absence` says that a `~` asks for no more than absence."""
    triples: dict[Statement, str] = {}
    for number, fact in enumerate(theory["facts"], 1):
        triples.setdefault(stated(fact["lit"]), f"triple{number}")

    def tree(step: Step) -> Tree:
        if step.rule is None:
            return triples[step.claim]
        conditions = theory["rules"][int(step.rule.id.removeprefix("rule")) - 1]["if"]
        asked = sum(not (absence and lit[3] == "~") for lit in conditions)
        # A guard, which is none of the theory's conditions, stands before them.
        used = iter(step.uses[len(step.uses) - asked :])
        return step.rule.id, tuple(parts(conditions, used))

    def parts(conditions: list[list[str]], used: Iterator[int]) -> Iterator[Tree]:
        for lit in conditions:
            is_absent = absence and lit[3] == "~"
            yield ABSENT if is_absent else tree(proof.steps[next(used) - 1])

    return tree(proof.steps[0])
