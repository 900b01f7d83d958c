from __future__ import annotations

from arguendo.conversation.readings import Reading
from arguendo.conversation.confidence import confidence, signs
from arguendo.statements import Statement


def reading(score: float) -> Reading:
    return Reading(Statement("holds", ("it",)), True, score, 0.5)


def test_a_reading_is_surer_the_more_speaks_for_it_and_the_less_for_others() -> None:
    weak = confidence(signs([reading(3.0)], 1.0, 8))
    strong = confidence(signs([reading(9.0)], 1.0, 8))
    rivalled = confidence(signs([reading(9.0), reading(8.8)], 1.0, 8))
    assert 0 < weak < strong < 1
    assert rivalled < strong


def test_an_assumption_that_little_speaks_for_makes_the_whole_less_sure() -> None:
    plain = confidence(signs([reading(8.0)], 1.0, 8, assumed=8.0))
    doubtful = confidence(signs([reading(8.0)], 1.0, 8, assumed=2.3))
    assert doubtful < plain


def test_a_statement_that_the_rule_base_never_speaks_of_is_less_sure() -> None:
    seen = signs([reading(8.0)], 1.0, 8)
    assert confidence(seen._replace(known=0.0)) < confidence(seen)
