"""Other people's engines on the same programs, each made to record every rule application.

A rule is translated as it stands, term by term.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from _programs import Program

from arguendo.case import Case
from arguendo.graph import Graph, GroundBlocker
from arguendo.rules import Rule
from arguendo.statements import Statement, is_variable
from arguendo.valuation import Valuation

Counted = tuple[float, int, int]
"""Seconds of processor time, inferences, derived statements."""


def clips_bindings(program: Program) -> Counted:
    """Let CLIPS call a function at each firing with the rule and its bindings, as ours keeps."""
    return _clips(program, _by_bindings)


def clips_facts(program: Program) -> Counted:
    """Let CLIPS call it with the rule and the numbers of the facts, which costs it least."""
    return _clips(program, _by_facts)


def _clips(program: Program, defrule: Callable[[int, Rule], str]) -> Counted:
    import clips

    record: list[tuple[Any, ...]] = []

    def note(*what: Any) -> None:
        record.append(what)

    environment = clips.Environment()
    environment.define_function(note, name="note")
    for number, rule in enumerate(program.rules):
        environment.build(defrule(number, rule))
    given = [_fact(each) for each in program.facts]
    start = time.process_time()
    for each in given:
        environment.assert_string(each)
    environment.run()
    taken = time.process_time() - start
    derived = sum(1 for _ in environment.facts()) - len(given)
    return taken, len(set(record)), derived


def _by_bindings(number: int, rule: Rule) -> str:
    (branch,), (claim,) = rule.branches, rule.claims
    names = dict.fromkeys(name for ground in branch.grounds for name in ground.variables)
    grounds = " ".join(map(_fact, branch.grounds))
    note = f"(note {number} {' '.join(names)})"
    return f"(defrule r{number} {grounds} => {note} (assert {_fact(claim)}))"


def _by_facts(number: int, rule: Rule) -> str:
    (branch,), (claim,) = rule.branches, rule.claims
    grounds = " ".join(f"?f{n} <- {_fact(each)}" for n, each in enumerate(branch.grounds))
    numbers = " ".join(f"(fact-index ?f{n})" for n in range(len(branch.grounds)))
    note = f"(note {number} {numbers})"
    return f"(defrule r{number} {grounds} => {note} (assert {_fact(claim)}))"


def _fact(statement: Statement) -> str:
    return f"({' '.join([statement.predicate, *statement.arguments])})"


def clingo(program: Program) -> Counted:
    """Let clingo ground a program for an observer that keeps all ground rules.

    Facts are choices, since the grounder keeps only one rule for what is certain.
    """
    import clingo

    record: list[tuple[Sequence[int], Sequence[int]]] = []

    class Observer(clingo.Observer):
        def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:
            if not choice:
                record.append((head, body))

    control = clingo.Control()
    control.register_observer(Observer())
    given = "".join(f"{{{_atom(each)}}}." for each in program.facts)
    rules = "".join(
        f"{_atom(claim)} :- {', '.join(map(_atom, branch.grounds))}."
        for rule in program.rules
        for branch in rule.branches
        for claim in rule.claims
    )
    start = time.process_time()
    control.add("base", [], given + rules)
    control.ground([("base", [])])
    taken = time.process_time() - start
    return taken, len(record), len({head[0] for head, _ in record})


def _atom(statement: Statement) -> str:
    terms = (term[1:].upper() if is_variable(term) else term for term in statement.arguments)
    return f"{statement.predicate}({','.join(terms)})"


def clips_what_if(case: Case) -> Callable[[Valuation], set[int]]:
    """Give CLIPS a case's ground inferences, yes or no in place of degrees.

    Returns the function that takes what some valuation was given, lets CLIPS reset, assert, run
    and be read, and returns what holds then.
    """
    import clips

    graph = case.graph
    environment = clips.Environment()
    environment.build("(deftemplate s (slot n))")
    for stratum, layer in enumerate(graph.layers()):
        for inference in layer:
            rivals = (_all(_applies(graph, n)) for n in graph.overridden_by[inference.number])
            conditions = [*_applies(graph, inference.number), *(f"(not {each})" for each in rivals)]
            environment.build(
                f"(defrule r{inference.number} (declare (salience {-stratum}))"
                f" {' '.join(conditions)} => (assert {_holds(inference.claim)}))"
            )

    def ask(valuation: Valuation) -> set[int]:
        given = {*valuation.facts} - valuation.displaced | {*valuation.assumptions}
        environment.reset()
        for number in given:
            environment.assert_string(_holds(number))
        environment.run()
        return {fact["n"] for fact in environment.facts()}

    return ask


def _applies(graph: Graph, inference: int) -> list[str]:
    grounds = map(_holds, graph.inferences[inference].grounds)
    return [*grounds, *(_unblocked(each) for each in graph.blockers[inference])]


def _unblocked(blocker: GroundBlocker) -> str:
    literals = [_holds(n) if positive else f"(not {_holds(n)})" for n, positive in blocker.literals]
    return f"(not {_all(literals)})"


def _all(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"(and {' '.join(parts)})"


def _holds(number: int) -> str:
    return f"(s (n {number}))"
