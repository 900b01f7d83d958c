"""Changes told one by one: what holds outright has only a verb for its degree."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.changes import Change
from arguendo.scale import NONE
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording.page import Block
from arguendo.wording.shifts import change_blocks
from arguendo.wording.teller import Teller
from tests.builders import statement
from tests.unit.wording.samples import rain

UNSHOWN = Standing(Status.NOT_ESTABLISHED, NONE)


def holding(degree: int, status: Status = Status.HOLDS) -> Standing:
    return Standing(status, degree, Basis.RULE)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (holding(2), UNSHOWN, "Ann is wet (likely before)."),
        (holding(5), UNSHOWN, "Ann is wet (it followed before)."),
        (holding(5, Status.CONTESTED), UNSHOWN, "Ann is wet (contested before)."),
        (holding(2), holding(3), "Ann is wet: from likely to very likely."),
        (holding(2), holding(5), "Ann is wet: likely before, now it follows."),
        (holding(5), holding(3), "Ann is wet: it followed before, now very likely."),
        (UNSHOWN, holding(5), "Ann is wet (follows)."),
    ],
)
def test_a_change_is_told_with_its_degrees(
    before: Standing, after: Standing, expected: str
) -> None:
    change = Change(statement("wet(ann)"), before, after)
    blocks: list[Block] = list(change_blocks(Teller(Case.of(rain())), [change]))
    assert [block.lines for block in blocks] == [(expected,)]
