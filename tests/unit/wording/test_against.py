from __future__ import annotations

from collections.abc import Sequence

import pytest

from arguendo.case import Case
from arguendo.wording.against import HEADING
from arguendo.wording.answers import word
from tests.builders import rule, rulebase, statement
from tests.unit.wording.samples import ask, rain


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ((), ()),
        (
            ("hat(ann)", "coat(ann)"),
            (
                "“A coat is a shell” concludes that Ann stays dry, given that Ann wears a coat "
                "and wears a hat.",
            ),
        ),
    ],
)
def test_what_argues_for_the_contrary_is_told(given: Sequence[str], lines: Sequence[str]) -> None:
    case = Case.of(rain())
    for key in given:
        case = case.assume(statement(key))
    assert told(case, "wet(ann)") == lines


def test_what_gives_way_and_exceptions_that_are_no_open_question_are_told() -> None:
    base = rulebase(
        vocabulary=rain().vocabulary,
        facts=["out(ann)", "coat(ann)"],
        contraries=[("wet(?p)", "dry(?p)")],
        rules=[
            rule("soak", title="Soaked", if_=["out(?p)"], then="wet(?p)"),
            rule(
                "cover",
                title="Covered",
                if_=["coat(?p)"],
                unless=["pours()"],
                then="dry(?p)",
                overrides=["soak"],
            ),
        ],
    )
    assert told(Case.of(base), "dry(ann)") == (
        "“Soaked” concludes that Ann is wet, given that Ann goes out. But “Covered” takes "
        "precedence.",
        "“Covered” does not apply if it pours, but nothing shows that.",
    )


def told(case: Case, key: str) -> Sequence[str]:
    page = word(ask(case, "what_would_it_take", key, fall=True))
    return next((block.lines for block in page.blocks if block.heading == HEADING), ())
