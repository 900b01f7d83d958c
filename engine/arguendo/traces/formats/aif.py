"""The Argument Interchange Format, in the JSON of AIFdb that argument-mapping tools read.

I-nodes are statements, RA-nodes applications of rules, CA-nodes conflicts (Chesnevar and others,
Towards an Argument Interchange Format, 2006).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arguendo.export.wire import encode
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.record import Failure, Trace, TraceStep


class _Graph:
    """Nodes and edges, numbered as they come; a statement is one node."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._statements: dict[str, str] = {}
        self.nodes: list[dict[str, str]] = []
        self.edges: list[dict[str, str]] = []

    def statement(self, key: str) -> str:
        """Return the node of a statement."""
        if key not in self._statements:
            self._statements[key] = self.node("I", self._source.says(key))
        return self._statements[key]

    def node(self, sort: str, text: str) -> str:
        """Add a node."""
        id = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": id, "text": text, "type": sort})
        return id

    def join(self, start: str, end: str) -> None:
        """Add an edge."""
        id = str(len(self.edges) + 1)
        self.edges.append({"edgeID": id, "fromID": start, "toID": end})

    def support(self, rule: str, grounds: Sequence[str], claim: str) -> str:
        """Add the application of a rule."""
        applied = self.node("RA", rule)
        for ground in grounds:
            self.join(self.statement(ground), applied)
        self.join(applied, self.statement(claim))
        return applied

    def attack(self, key: str, target: str, why: str) -> None:
        """Add a conflict with a statement or with the application of a rule."""
        conflict = self.node("CA", why)
        self.join(self.statement(key), conflict)
        self.join(conflict, target)


def graph(trace: Trace, source: Source) -> dict[str, Any]:
    """Make the graph of a trace."""
    made = _Graph(source)
    goal = made.statement(trace.question.statement)
    _argue(made, trace.steps)
    for each in trace.against:
        _argue(made, each.steps)
        made.attack(each.statement, goal, "contrary")
        if trace.steps:
            made.attack(trace.question.statement, made.statement(each.statement), "contrary")
    for failure in trace.failures:
        _fail(made, failure)
    return {
        "nodes": made.nodes,
        "edges": made.edges,
        "schemefulfillments": [],
        "participants": [],
        "locutions": [],
    }


def _argue(made: _Graph, steps: Sequence[TraceStep]) -> None:
    for step in steps:
        if step.rule is None:
            made.statement(step.claim)
        else:
            made.support(step.rule, step.grounds, step.claim)


def _fail(made: _Graph, failure: Failure) -> None:
    lacking = f"{failure.rule} (not applied)"
    applied = made.support(lacking, (*failure.holds, *failure.missing), failure.claim)
    for key in failure.rebutted_by:
        made.attack(key, applied, "rebuttal")


def write(source: Source, out: Path) -> None:
    """Write a graph for each trace to a folder."""
    write_each(out, source, ".aif.json", lambda trace: encode(graph(trace, source)))
