"""The reasoning graph: every statement and every inference that could matter, each once."""

from __future__ import annotations

from arguendo.graph.reasoning import Graph as Graph
from arguendo.graph.values import GroundBlocker as GroundBlocker
from arguendo.graph.values import Inference as Inference
from arguendo.graph.values import Matches as Matches
from arguendo.graph.values import Step as Step
from arguendo.graph.values import Stratum as Stratum
