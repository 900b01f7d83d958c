from __future__ import annotations

from arguendo.case import Case
from arguendo.mapping.surveying import View, survey
from arguendo.wording.maps import worded
from arguendo_tui.presenters.map_outline import outline
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    facts=["a()", "u()", "m()"],
    rules=[
        rule("r", if_=["a()"], then="b()"),
        rule("s", if_=["b()"], unless=["u()"], then="c()"),
        rule("t", if_=["c()"], then="d()"),
        rule("v", if_=["m()"], then="k()"),
    ],
    contraries=[("c()", "k()")],
)


def told(view: View) -> list[str]:
    case = Case.of(BASE)
    said = outline(worded(case, survey(case, view)))
    return [paragraph.mark + paragraph.label.plain for paragraph in said]


def places(view: View) -> dict[str, int]:
    """From each statement of a map to how far its line is indented."""
    case = Case.of(BASE)
    shown = worded(case, survey(case, view))
    lines = [paragraph.mark + paragraph.label.plain for paragraph in outline(shown)]
    found: dict[str, int] = {}
    for each, text in shown.texts.items():
        [line] = [line for line in lines if f"{text.sentence}: " in line]
        found[each.predicate] = len(line) - len(line.lstrip())
    return found


def test_grounds_stand_below_what_they_support_and_attacks_say_what_they_are() -> None:
    lines = told(View(statement("c()"), 2))
    found = places(View(statement("c()"), 2))
    assert found == {"c": 0, "b": 2, "a": 4, "u": 2, "k": 2, "m": 4, "d": 2}
    assert any("⊘ rebuts: " in line for line in lines)
    assert any("≠ contrary: " in line for line in lines)
    assert lines.index("What depends on it") > lines.index("Its grounds, and what is against it")


def test_every_statement_of_the_map_is_told_once_and_what_is_left_out_is_counted() -> None:
    lines = told(View(statement("b()"), 1))
    assert sorted(places(View(statement("b()"), 1))) == ["a", "b", "c"]
    assert any("+3 more" in line for line in lines)
    assert sorted(places(View())) == ["a", "b", "c", "d", "k", "m", "u"]
