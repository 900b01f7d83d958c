"""Of whom or what something is asked, answered in a case."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.comparisons import holds
from arguendo.explanation.instances import Instances, instances
from arguendo.inquiry.query import Quantified
from arguendo.statements import Statement


def instances_of(case: Case, asked: Quantified) -> Instances:
    """Find of whom it holds, of those that were asked of and whose day or number compares so."""
    value = asked.value

    def fits(statement: Statement) -> bool:
        return value is None or holds(statement.arguments[value.place], value.relation, value.other)

    return instances(case, asked.pattern, asked.among, asked.besides, fits)
