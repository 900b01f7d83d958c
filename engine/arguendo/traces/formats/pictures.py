"""The map of the case of a trace: the argument around what is asked."""

from __future__ import annotations

from arguendo.export.maps.pictures import CannotDraw, svg
from arguendo.mapping.paths import path_to
from arguendo.mapping.surveying import FEW, View, survey
from arguendo.statements import parse_statement
from arguendo.traces.formats import Source
from arguendo.traces.record import BadTrace, Trace
from arguendo.traces.verifying import Faulty, staged
from arguendo.wording.maps import WordedMap, worded

_TRIES = 4
"""Pages of traces are made by the thousand: one does not look long for the best picture."""


def picture(trace: Trace, source: Source) -> WordedMap:
    """Make the map of a trace. Raises `BadTrace` where it is none of this rule base."""
    goal = parse_statement(trace.question.statement)
    if goal is None or trace.rule_base.digest != source.rulebase.digest:
        raise BadTrace("the trace was made for another rule base")
    try:
        case = staged(source.case, trace.scene.assumptions)
    except Faulty as error:
        raise BadTrace(str(error)) from error
    return worded(case, survey(case, View(goal, most=FEW), path_to(case, goal)))


def drawing(trace: Trace, source: Source) -> str:
    """Draw the map as SVG to stand in a page; empty where there is no Graphviz to draw it."""
    try:
        drawn = svg(picture(trace, source), tries=_TRIES).decode()
    except CannotDraw:
        return ""
    return drawn[drawn.index("<svg") :]
