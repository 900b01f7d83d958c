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
    taken, environment, record = _clips_run(program, defrule)
    derived = sum(1 for _ in environment.facts()) - len(program.facts)
    return taken, len(set(record)), derived


def clips_kept(program: Program) -> tuple[Any, list[tuple[Any, ...]]]:
    """Return CLIPS after a run, and its firings: the rule's number and its variables' terms."""
    return _clips_run(program, _by_bindings)[1:]


def _clips_run(
    program: Program, defrule: Callable[[int, Rule], str]
) -> tuple[float, Any, list[tuple[Any, ...]]]:
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
    return time.process_time() - start, environment, record


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
    taken, _, record = _clingo_run(program)
    return taken, len(record), len({head[0] for head, _ in record})


def clingo_kept(program: Program) -> tuple[Any, list[Any]]:
    """Return clingo after grounding a program, and what its observer kept."""
    return _clingo_run(program)[1:]


def _clingo_run(program: Program) -> tuple[float, Any, list[Any]]:
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
    return time.process_time() - start, control, record


def _atom(statement: Statement) -> str:
    terms = (term[1:].upper() if is_variable(term) else term for term in statement.arguments)
    return f"{statement.predicate}({','.join(terms)})"


def clips_what_if(case: Case) -> Callable[[Valuation], set[int]]:
    """Give CLIPS a case's ground inferences, yes or no in place of degrees.

    Returns the function that takes what some valuation was given, lets CLIPS reset, assert, run
    and be read, and returns what holds then.
    """
    environment = _clips_with(case.graph)

    def ask(valuation: Valuation) -> set[int]:
        environment.reset()
        for number in _given(valuation):
            environment.assert_string(_holds(number))
        environment.run()
        return {fact["n"] for fact in environment.facts()}

    return ask


def clips_what_if_fast(case: Case) -> Callable[[Valuation], set[int]]:
    """Do the same in the ways that were found to cost CLIPS least.

    What is given is asserted through its template, and what holds is gathered by a query of CLIPS's
    own and comes over as one list.
    """
    environment = _clips_with(case.graph)
    environment.build(
        "(deffunction held () (bind ?all (create$))"
        " (do-for-all-facts ((?f s)) TRUE (bind ?all (create$ ?all ?f:n))) ?all)"
    )
    template, held = environment.find_template("s"), environment.find_function("held")

    def ask(valuation: Valuation) -> set[int]:
        environment.reset()
        for number in _given(valuation):
            template.assert_fact(n=number)
        environment.run()
        return set(held())

    return ask


def _given(valuation: Valuation) -> set[int]:
    return {*valuation.facts} - valuation.displaced | {*valuation.assumptions}


def _clips_with(graph: Graph) -> Any:
    """Return an environment of CLIPS with a rule for each inference."""
    import clips

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
    return environment


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
