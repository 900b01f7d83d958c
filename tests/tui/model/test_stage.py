from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo_tui.presenters.stage import Kind, Row, choices, rows, summary
from tests.builders import statement


def row(case: Case, text: str) -> Row:
    return next(each for each in rows(case) if text in each.label.plain)


def test_rows_come_by_section_background_last(fair: Case) -> None:
    assumed = fair.assume(statement("opens(fair)"))
    assert [(each.kind, each.label.plain) for each in rows(assumed)] == [
        (Kind.ASSUMED, "The fair opens"),
        (Kind.QUESTION, "It rains on the fair"),
        (Kind.QUESTION, "Bob helps"),
        (Kind.FACT, "The fair has a permit"),
        (Kind.FACT, "Ada helps"),
        (Kind.FACT, "It stays dry at the fair"),
        (Kind.BACKGROUND, "The fair is an old custom"),
    ]


def test_a_row_says_who_decides_and_where_it_stands(fair: Case) -> None:
    assert row(fair, "Bob helps").note.plain == "up to Bob"
    assert row(fair, "It rains").note.plain == "¶2"


def test_a_fact_set_aside_says_so(fair: Case) -> None:
    wet = fair.assume(statement("rains(fair)"))
    assert row(wet, "It stays dry").note.plain == "¶2, set aside by what is assumed"


def test_a_fact_that_is_not_known_yet_is_marked_and_may_be_assumed(fair: Case) -> None:
    early = fair.on("2024-04-01")
    found = row(early, "has a permit")
    assert (found.mark, found.note.plain) == ("[late]", "only on 2 April 2024, ¶1")
    assert (found.next, found.set_to(True)) == (True, True)
    assert row(early.assume(found.statement), "has a permit").mark == "[yes] "
    assert row(fair, "has a permit").mark == "[fact]"
    assert " · as of 1 April 2024" in summary(early).how.plain


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Bob helps", ["[ ? ] ", "[yes] ", "[no]  ", "[ ? ] "]),
        ("Ada helps", ["[fact]", "[away]", "[fact]"]),
    ],
)
def test_a_row_goes_round_its_states(fair: Case, text: str, marks: list[str]) -> None:
    seen, case = [row(fair, text).mark], fair
    for _ in marks[1:]:
        at = row(case, text)
        wanted = at.next
        case = case.retract(at.statement) if wanted is None else case.assume(at.statement, wanted)
        seen.append(row(case, text).mark)
    assert seen == marks
    assert {len(mark) for mark in seen} == {6}


def test_a_fact_wished_true_is_left_as_reported(fair: Case) -> None:
    fact, asked = row(fair, "Ada helps"), row(fair, "Bob helps")
    assert [fact.set_to(wanted) for wanted in (True, False, None)] == [None, False, None]
    assert [asked.set_to(wanted) for wanted in (True, False, None)] == [True, False, None]


def test_all_words_of_a_filter_must_occur(fair: Case) -> None:
    found = row(fair, "Bob helps")
    assert found.matches("HELPS bob")
    assert found.matches("")
    assert not found.matches("bob rains")


def test_scenarios_are_offered_and_the_bare_facts_only_without_one(fair: Case) -> None:
    titles = [each.title for each in choices(fair)]
    assert titles == ["As planned", "A [bold]wet[/bold] day"]
    bare = Case(fair.grounding)
    assert choices(bare)[0].id == ""


@pytest.mark.parametrize(
    ("room", "where", "how"),
    [
        (90, "A [bold]wet[/bold] day · fair", "one assumption (what if): it rains on the fair"),
        (69, "A [bold]wet[/bold] day · fair", "one assumption (what if): it rains on t…"),
        (62, "A [bold]wet[/bold] day", "one assumption (what if): it rains on t…"),
        (40, "A [bold]wet[/bold] day", "one assumption (what if)"),
    ],
)
def test_the_stage_is_summed_up_in_the_room_there_is(
    fair: Case, room: int, where: str, how: str
) -> None:
    stage = summary(fair.choose("storm"), what_if=True)
    assert tuple(each.plain for each in stage.told(room)) == (where, how)


def test_of_several_assumptions_the_last_is_named(fair: Case) -> None:
    several = fair.choose("storm").assume(statement("helps(bob)"))
    assert summary(several).told(200)[1].plain == "two assumptions: … Bob helps"
    assert summary(fair).told(200)[1].plain == "no assumptions"
