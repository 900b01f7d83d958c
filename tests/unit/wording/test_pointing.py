"""Where an answer points: to whoever decides, to paragraphs, to what is known of somebody."""

from __future__ import annotations

from arguendo.case import Case
from arguendo.facts import Fact, Question, Source
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from tests.builders import rule, rulebase, statement, statements
from tests.unit.wording.samples import ask, rain


def test_of_several_ways_one_is_told_in_which_the_actor_has_a_part() -> None:
    base = rulebase(
        vocabulary=rain().vocabulary,
        questions=[Question(statement("hat(ann)"), by="ann"), *statements("coat(ben)", "out(ben)")],
        rules=[
            rule("coat", if_=["coat(ben)", "hat(ben)"], then="dry(ben)"),
            rule("pair", if_=["coat(ben)", "hat(ann)"], then="dry(ben)"),
            rule("stay", if_=["out(ben)"], then="dry(ben)"),
        ],
    )
    page = word(ask(Case.of(base), "what_would_it_take", "dry(ben)", by="ann"))
    told = "This is a way for Ann to have a part in it, and there is one more way."
    assert page.of(Role.NOTE)[0].lines == (told,)
    assert "can do nothing" not in page.answer


def test_marks_are_written_as_they_are_and_texts_are_named_together() -> None:
    base = rulebase(
        vocabulary=rain().vocabulary,
        facts=[Fact(statement("out(ann)"), 5, source=("c1", "f2"))],
        sources=[
            Source("notes", "Notes", (), "", {"c1": "people go out."}),
            Source("papers", "Papers", (), "", {"f2": "Ann went."}),
        ],
    )
    page = word(ask(Case.of(base), "source", "out(ann)"))
    assert page.of(Role.LIST)[0].lines == ("c1: People go out.", "f2: Ann went.")
    assert page.of(Role.NOTE)[0].lines == ("The texts are “Notes” and “Papers”.",)


def test_of_whom_nothing_is_told_it_is_told_how_much_is_known() -> None:
    page = word(ask(Case.of(rain()), "describe", entity="ben"))
    assert page.answer == "Of Ben two things are reported."


def test_what_plainly_follows_is_not_said_to_follow_again() -> None:
    page = word(ask(Case.of(rain()), "describe", entity="ann"))
    lines = next(block.lines for block in page.blocks if block.heading == "What follows")
    assert "Ann is grown up." in lines


def test_one_thing_that_an_actor_does_is_said_to_be_enough() -> None:
    base = rulebase(
        vocabulary=rain().vocabulary,
        questions=[Question(statement("hat(ann)"), by="ann")],
        rules=[rule("hat", if_=["hat(ann)"], then="dry(ann)", qualifier=2)],
    )
    page = word(ask(Case.of(base), "what_would_it_take", "dry(ann)", by="ann"))
    assert page.answer == "It is enough that Ann wears a hat: then it is likely that Ann stays dry."
