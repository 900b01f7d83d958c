"""What a rule base foresees is worked out once for a graph, and goes with it."""

from __future__ import annotations

import gc
from weakref import ref

from arguendo.conversation.foreseen import foreseen
from arguendo.conversation.index import index_of
from arguendo.graph import Graph
from tests.builders import rulebase


def test_what_is_foreseen_stays_as_long_as_its_graph_and_keeps_it_from_going_no_longer() -> None:
    base = rulebase(facts=["there(a)"])
    graph, names = Graph(base), index_of(base).names
    found = foreseen(base, graph, names)
    assert foreseen(base, graph, names) is found
    gone = ref(graph)
    del graph
    gc.collect()
    assert gone() is None
