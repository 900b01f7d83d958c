from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.answers import detail, word
from arguendo.wording.page import Role
from arguendo.wording.suggestions import suggest
from tests.builders import statement
from tests.unit.wording.samples import ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


def test_a_question_outside_gets_kind_words_and_examples(case: Case) -> None:
    assert "“Getting wet”" in word(ask(case, "out_of_scope")).answer
    assert suggest(ask(case, "out_of_scope"))[0] == "Is Ann happy?"


def test_readings_are_offered_by_number_each_answered_in_short(case: Case) -> None:
    other = Query(Intent.WHY, statement("wet(ben)"))
    unsure = ask(case, "ask", "wet(ann)", clarify=True, alternatives=(other, other, other))
    page, wet_ben = word(unsure), word(ask(case, "why", "wet(ben)")).answer
    assert page.answer == "Did you mean one of these?"
    assert page.of(Role.STEPS)[0].lines == (
        "1. Is Ann wet? Yes, that is likely: Ann is wet.",
        *(f"{place}. Why is it that Ben is wet? {wet_ben}" for place in (2, 3)),
    )
    assert detail(unsure).blocks == ()


@pytest.mark.parametrize("intent", ["ask", "why", "what_would_it_take", "linchpins", "what_if"])
def test_an_only_reading_is_answered_at_once(case: Case, intent: str) -> None:
    supposed = ["happy(ann)"] if intent == "what_if" else []
    sure = word(ask(case, intent, "wet(ann)", supposed))
    page = word(ask(case, intent, "wet(ann)", supposed, clarify=True))
    asked, direct, *rest = page.blocks
    assert asked.lines[0].startswith("Did you mean: ")
    assert direct.lines[0].removeprefix("If so: ") == sure.answer
    assert rest == [b for b in sure.blocks if b.role not in (Role.ANSWER, Role.NOTE)]


def test_an_order_is_not_carried_out_before_it_is_confirmed(case: Case) -> None:
    unsure = ask(case, "assume", assume=["happy(ann)"], clarify=True)
    _, pending = word(unsure).blocks
    assert pending.lines == ("Nothing is assumed yet: say yes, and it is.",)


def test_nothing_is_told_of_another_in_place_of_a_stranger(case: Case) -> None:
    unsure = ask(case, "ask", "wet(ann)", clarify=True, named="Quentin")
    said = "“Quentin” is not spoken of here. Did you mean: Is Ann wet?"
    assert [block.lines for block in word(unsure).blocks] == [(said,)]
