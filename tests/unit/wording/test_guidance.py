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
    assert suggest(ask(case, "out_of_scope"))[0] == "Is it the case that Ann is happy?"


def test_readings_are_offered_by_number_each_answered_in_short(case: Case) -> None:
    other = Query(Intent.WHY, statement("wet(ben)"))
    unsure = ask(case, "ask", "wet(ann)", clarify=True, alternatives=(other, other, other))
    page, wet_ben = word(unsure), word(ask(case, "why", "wet(ben)")).answer
    assert page.answer == "Did you mean one of these?"
    assert page.of(Role.STEPS)[0].lines == (
        "1. Is it the case that Ann is wet? Yes, that is likely: Ann is wet.",
        *(f"{place}. Why is it that Ben is wet? {wet_ben}" for place in (2, 3)),
    )
    assert detail(unsure).blocks == ()


def test_nothing_is_told_of_another_in_place_of_a_stranger(case: Case) -> None:
    unsure = ask(case, "ask", "wet(ann)", clarify=True, named="Quentin")
    said = "“Quentin” is not spoken of here. Did you mean: Is it the case that Ann is wet?"
    assert [block.lines for block in word(unsure).blocks] == [(said,)]
