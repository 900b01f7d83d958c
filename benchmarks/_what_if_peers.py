"""Other people's engines asked the same what-ifs, each on a case's ground inferences, yes or no.

Each returns the function from the numbers of what is assumed to the numbers of what holds.
"""

from __future__ import annotations

import collections
import collections.abc
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count
from typing import Any, TypeAlias

from _peers import clips_what_if, clips_what_if_fast

from arguendo.case import Case
from arguendo.graph import Graph, Inference
from arguendo.valuation import Valuation

Ask: TypeAlias = Callable[[tuple[int, ...]], set[int]]


def clips(case: Case) -> Ask:
    """CLIPS: reset, assert, run, read the facts."""
    ask, graph = clips_what_if(case), case.graph
    return lambda assumed: ask(_Given(graph, assumed))


def clips_fast(case: Case) -> Ask:
    """CLIPS in the ways that were found to cost it least."""
    ask, graph = clips_what_if_fast(case), case.graph
    return lambda assumed: ask(_Given(graph, assumed))


class _Given(Valuation):
    """What a valuation is given, without the valuation."""

    def __init__(self, graph: Graph, assumed: Iterable[int]) -> None:
        self.graph = graph
        self.assumptions = dict.fromkeys(assumed, 1)
        self.facts = {}
        self.displaced = frozenset()


def clingo(case: Case) -> Ask:
    """clingo: grounded once, what is assumed as external atoms that are set for each what-if."""
    import clingo

    graph = case.graph
    assumable = [graph.add(each.statement) for each in case.rulebase.questions]
    program = "".join(f"#external h({number})." for number in assumable)
    for inference in graph.inferences:
        body = [f"h({ground})" for ground in inference.grounds]
        body += [f"not h({number})" for number in _against(graph, inference)]
        program += f"h({inference.claim}) :- {', '.join(body)}."
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    literals = {
        atom.symbol.arguments[0].number: atom.literal
        for atom in control.symbolic_atoms.by_signature("h", 1)
    }

    def ask(assumed: tuple[int, ...]) -> set[int]:
        for number in assumable:
            control.assign_external(literals[number], number in assumed)
        with control.solve(yield_=True) as models:
            model = next(iter(models))
            return {symbol.arguments[0].number for symbol in model.symbols(atoms=True)}

    return ask


def zen(case: Case) -> Ask:
    """zen-engine: one expression a statement, in order, in a decision that is compiled once."""
    import zen

    graph = case.graph
    concluded = [
        n for layer in graph.flow() for n in dict.fromkeys(s.claim for s in layer.steps or ())
    ]
    assumable = [graph.add(each.statement) for each in case.rulebase.questions]
    names = {number: f"a{number}" for number in assumable}
    names |= {number: f"$.s{number}" for number in concluded}
    expressions = []
    for number in concluded:
        inferences = [graph.inferences[each] for each in graph.concluding[number]]
        parts = (_expression(graph, each, names) for each in inferences)
        expressions.append({"id": f"e{number}", "key": f"s{number}", "value": " or ".join(parts)})
    place = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": place},
        {
            "id": "all",
            "type": "expressionNode",
            "name": "all",
            "position": place,
            "content": {"expressions": expressions},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": place},
    ]
    edges = [
        {"id": "1", "type": "edge", "sourceId": "in", "targetId": "all"},
        {"id": "2", "type": "edge", "sourceId": "all", "targetId": "out"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def ask(assumed: tuple[int, ...]) -> set[int]:
        found = decision.evaluate({f"a{number}": number in assumed for number in assumable})
        return {*assumed, *(int(key[1:]) for key, holds in found["result"].items() if holds)}

    return ask


def _expression(graph: Graph, inference: Inference, names: dict[int, str]) -> str:
    parts = [names[ground] for ground in inference.grounds]
    parts += [f"not {names[number]}" for number in _against(graph, inference)]
    return f"({' and '.join(parts)})"


def _against(graph: Graph, inference: Inference) -> list[int]:
    """Return the single statements of which each blocks an inference."""
    return [blocker.literals[0][0] for blocker in graph.blockers[inference.number]]


def experta(case: Case) -> Ask:
    """experta: its own Rete in Python; reset, declare, run, read the facts."""
    for name in ("Mapping", "MutableMapping", "Sequence", "Iterable"):
        if not hasattr(collections, name):
            setattr(collections, name, getattr(collections.abc, name))
    from experta import NOT, Fact, KnowledgeEngine, Rule

    class Holds(Fact):  # type: ignore[misc]
        pass

    def declaring(claim: int) -> Callable[[Any], None]:
        return lambda self: self.declare(Holds(n=claim))

    graph, methods = case.graph, dict[str, Any]()
    for stratum, layer in enumerate(graph.layers()):
        for each in layer:
            grounds = [Holds(n=ground) for ground in each.grounds]
            against = [NOT(Holds(n=number)) for number in _against(graph, each)]
            rule = Rule(*grounds, *against, salience=-stratum)
            methods[f"r{each.number}"] = rule(declaring(each.claim))
    engine = type("Layered", (KnowledgeEngine,), methods)()

    def ask(assumed: tuple[int, ...]) -> set[int]:
        engine.reset()
        for number in assumed:
            engine.declare(Holds(n=number))
        engine.run()
        return {fact["n"] for fact in engine.facts.values() if isinstance(fact, Holds)}

    return ask


def durable(case: Case) -> Ask:
    """durable-rules: a state for each what-if; it has no strata, so nothing may be rebutted."""
    from durable.engine import Host, MessageNotHandledException

    class Quiet(Host):  # type: ignore[misc]
        def _run(self) -> None:
            """Start no threads."""

    graph, fired = case.graph, list[int]()

    def noting(claim: int) -> Callable[[Any], None]:
        return lambda closure: fired.append(claim)

    rules = {
        f"r{each.number}": {
            "all": [{f"m_{i}": {"n": ground}} for i, ground in enumerate(each.grounds)],
            "run": noting(each.claim),
        }
        for each in graph.inferences
    }
    host, states = Quiet(), count(1)
    host.register_rulesets({"layered": rules})

    def ask(assumed: tuple[int, ...]) -> set[int]:
        state, held, waiting = f"s{next(states)}", set[int](), [*assumed]
        while waiting:
            number = waiting.pop()
            if number not in held:
                held.add(number)
                fired.clear()
                with suppress(MessageNotHandledException):
                    host.assert_fact("layered", {"id": number + 1, "n": number, "sid": state})
                waiting += fired
        host.get_ruleset("layered").delete_state(state)
        return held

    return ask
