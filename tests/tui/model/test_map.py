from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.mapping.argument_map import Kind
from arguendo.mapping.surveying import FEW, View
from arguendo.statements import Statement
from arguendo.wording.maps import Look
from arguendo_tui.desk import Desk
from arguendo_tui.presenters.map import Chart, Detail, boxes, chart, legend, lines, room, told
from tests.builders import rule, rulebase, statement
from tests.tui.model.test_desk import BOB, RAIN

OPENS, PAYS = statement("opens(fair)"), statement("pays(fair)")


def drawn(case: Case, goal: Statement | None = None, view: View | None = None) -> Chart:
    found = chart(case, goal, view)
    assert found is not None
    return found


def test_without_an_answer_the_main_conclusion_stands_in_the_middle(desk: Desk) -> None:
    found = drawn(desk.stage)
    assert found.view == View(PAYS, most=FEW)
    assert found.worded.has_path


def test_it_stands_around_the_last_answer_and_follows_what_is_assumed(desk: Desk) -> None:
    desk.ask("Does the fair open?")
    before = desk.chart()
    desk.assume(RAIN, True)
    after = desk.chart()
    assert before is not None
    assert after is not None
    assert before.view.focus == after.view.focus == OPENS
    one, other = (each.worded.map.by_statement[OPENS].status for each in (before, after))
    assert one is not other
    kept = desk.chart(before.view.keeping(before.worded.map))
    assert kept is not None
    assert kept.worded.map.shape == before.worded.map.shape


def test_a_rule_base_without_conclusions_has_no_map() -> None:
    assert chart(Case.of(rulebase(facts=["a()"])), None) is None


@pytest.mark.parametrize("detail", Detail)
def test_boxes_of_a_detail_take_as_much_room_however_things_stand(
    desk: Desk, detail: Detail
) -> None:
    free = drawn(desk.stage)
    wet = drawn(desk.stage.assume(RAIN), None, free.view)
    sizes = [
        {box.key: [len(line) for line in box.lines] for box in boxes(each.worded, detail)}
        for each in (free, wet)
    ]
    assert sizes[0] == sizes[1]
    assert {width for box in sizes[0].values() for width in box} == {detail.columns}


def test_every_box_says_by_a_mark_how_its_statement_stands(desk: Desk) -> None:
    for detail in Detail:
        for box in boxes(drawn(desk.stage).worded, detail):
            assert box.look.mark in "".join(box.lines)


def test_a_small_box_has_no_line_of_its_own_for_how_its_statement_stands(desk: Desk) -> None:
    shown = drawn(desk.stage).worded
    tagged = {detail: {box.tagged for box in boxes(shown, detail)} for detail in Detail}
    assert tagged == {
        Detail.LEAST: {False},
        Detail.SHORT: {False},
        Detail.FULL: {True},
        Detail.WIDE: {True},
    }


def test_zooming_stops_at_either_end() -> None:
    assert Detail.WIDE.nearer is Detail.WIDE
    assert Detail.LEAST.farther is Detail.LEAST
    assert Detail.SHORT.nearer.farther is Detail.SHORT


def test_all_that_joins_two_statements_is_one_line() -> None:
    base = rulebase(
        facts=["a()"],
        rules=[
            rule("r", if_=["a()"], then="b()"),
            rule("s", if_=["b()"], unless=["a()"], then="c()"),
        ],
        contraries=[("a()", "c()")],
    )
    shown = drawn(Case.of(base)).worded
    joined = {line.ends: line for line in lines(shown)}
    line = joined["a()", "c()"]
    assert line.kinds == {Kind.REBUTTAL, Kind.CONTRARY}
    assert line.mark == "⊘≠"
    assert joined["a()", "b()"].mark == ""


def test_what_is_pointed_at_is_told_whole(desk: Desk) -> None:
    found = drawn(desk.stage, None, View(OPENS, 1, 3))
    node = found.worded.map.by_statement[OPENS]
    said = [paragraph.label.plain for paragraph in told(found.worded, node)]
    assert said == [
        "The fair opens: likely",
        "By: Permit and helpers [bold]open[/bold] it",
        "Two statements beside it left out: > widens.",
    ]


def test_the_legend_has_what_is_there(desk: Desk) -> None:
    said = "  ".join(legend(drawn(desk.stage, None, View(OPENS, 3)).worded))
    for each in (
        "┌ report",
        "┏ middle",
        "● reported",
        "✓ follows by a rule",
        "⊘ would rebut",
        "≠ contrary",
        "━ the path",
    ):
        assert each in said
    assert Look.CONTESTED.value[:9] not in said
    assert "╔" not in said


def test_the_legend_has_no_stroke_that_is_not_drawn() -> None:
    found = drawn(Case.of(rulebase(facts=["a()"], rules=[rule("r", if_=["a()"], then="b()")])))
    said = "  ".join(legend(found.worded))
    assert not {"╌", "═", "≠", "⊘"} & set(said)


def test_the_legend_has_the_double_stroke_of_contraries() -> None:
    rules = [rule("r", if_=["a()"], then="b()"), rule("s", if_=["d()"], then="c()")]
    base = rulebase(facts=["a()", "d()"], rules=rules, contraries=[("b()", "c()")])
    said = "  ".join(legend(drawn(Case.of(base)).worded))
    assert "═ between contraries" in said


def test_any_statement_of_the_argument_is_found_by_its_words(desk: Desk) -> None:
    found = drawn(desk.stage, None, View(PAYS, 1))
    assert found.find("HELPS bob") == [("Bob helps", BOB)]
    assert found.find("the fair")[0][0].startswith("The fair")
    assert found.find("zebra") == []


def test_where_there_is_more_room_there_are_more_statements() -> None:
    assert [room(*size) for size in ((40, 12), (80, 24), (160, 45), (300, 90))] == [8, 8, 20, 20]
    assert 8 < room(120, 40) < 20


@pytest.mark.parametrize("detail", Detail)
def test_a_box_beside_which_something_is_left_out_tells_how_much(
    desk: Desk, detail: Detail
) -> None:
    found = drawn(desk.stage, None, View(OPENS, 1, 3))
    hidden = {node.statement.key: node.hidden for node in found.worded.map.nodes}
    assert hidden[OPENS.key]
    for box in boxes(found.worded, detail):
        left = hidden[box.key]
        assert (f"+{left}" in box.lines[-1]) == bool(left)
        assert {len(line) for line in box.lines} == {detail.columns}


def test_contraries_are_drawn_from_the_middle_or_where_they_matter() -> None:
    pairs = [("b()", "c()"), ("b()", "d()"), ("c()", "d()")]
    idle, busy = (
        rulebase(
            facts=["x()"],
            rules=[
                rule("rb", if_=["x()"], unless=["x()"], then="b()"),
                rule("rc", if_=["x()"], unless=unless, then="c()"),
                rule("rd", if_=["x()"], unless=unless, then="d()"),
            ],
            contraries=pairs,
        )
        for unless in (["x()"], [])
    )
    for base, count in ((idle, 2), (busy, 3)):
        shown = drawn(Case.of(base), statement("b()"), View(statement("b()"))).worded
        assert sum(Kind.CONTRARY in line.kinds for line in lines(shown)) == count
