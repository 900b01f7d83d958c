"""Soufflé's programs: every relation has all of its rows and no other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from arguendo.statements import ANYTHING, Term
from tests.external.programs import (
    Absent,
    Compared,
    Part,
    Program,
    Proven,
    holding,
    opened,
    sound,
)
from tests.external.suites import Case, Count

SUITE = "souffle.jsonl"

RELATIONS = {
    "=": "is",
    "!=": "is not",
    "<": "is less than",
    ">": "is more than",
    "<=": "is at most",
    ">=": "is at least",
}


def term(given: dict[str, Any]) -> Term:
    if "any" in given:
        return ANYTHING
    return f"?v_{given['var'].lower()}" if "var" in given else value(given["const"])


def value(given: str | int) -> Term:
    return str(given) if isinstance(given, int) else Program.symbol(given)


def part(program: Program, given: dict[str, Any]) -> Part:
    if "cmp" in given:
        return Compared(term(given["left"]), RELATIONS[given["cmp"]], term(given["right"]))
    atom = program.atom(given["rel"], map(term, given["args"]))
    return Absent(atom) if given.get("negated") else atom


def translated(case: Case) -> Program:
    program = Program()
    for name, rows in case["facts"].items():
        for row in rows:
            program.fact(program.atom(name, map(value, row)))
    for rule in case["rules"]:
        head = program.atom(rule["head"]["rel"], map(term, rule["head"]["args"]))
        program.rule(head, [part(program, each) for each in rule["body"]])
    return program


def programs(cases: Iterable[Case], folder: Path) -> Count:
    """Run each program; the certificate is about all rows of the relations asked for."""
    count = Count("Soufflé, programs")
    for case in cases:
        program = translated(case)
        opening = opened(sound(program.text, folder))
        theirs = {
            program.atom(name, map(value, row))
            for name, rows in case["expected"].items()
            for row in rows
        }
        asked = {
            program.atom(name, [ANYTHING] * len(case["columns"][name])).predicate
            for name in case["expected"]
        }
        ours = {each for each in holding(opening) if each.predicate in asked}
        count.answer(case["id"], ours, theirs, Proven.of(opening, ours).flaw)
    return count
