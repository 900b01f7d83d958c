from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.ranking.confidence import clear, confidence, of_intent, signs, threshold
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.traits import Traits
from arguendo.statements import Statement


def reading(score: float, coverage: float = 0.5) -> Reading:
    return Reading(Statement("holds", ("it",)), True, score, coverage)


def sure(*scores: float, intent: float = 0.9, assumed: Assumed | None = None) -> float:
    return confidence(signs([*map(reading, scores)], intent, 8, assumed))


def test_a_reading_is_surer_the_more_speaks_for_it_and_the_less_for_others() -> None:
    assert 0 < sure(3.0) < sure(9.0) < 1
    assert sure(9.0, 8.8) < sure(9.0)
    assert sure(9.0, intent=0.4) < sure(9.0)


def test_an_assumption_that_little_speaks_for_makes_the_whole_less_sure() -> None:
    doubtful, plain = Assumed({}, 2.3, fits=0.3), Assumed({}, 8.0, fits=0.9)
    assert sure(8.0, assumed=doubtful) < sure(8.0, assumed=plain)
    assert sure(assumed=doubtful) < sure(assumed=plain)


def test_what_is_likely_assumed_and_leaves_nothing_out_is_surer() -> None:
    holds = Statement("holds", ("it",))
    likely = Assumed({holds: True}, 6.0, fits=0.6, likely=0.98)
    for readings in ((8.0,), ()):
        whole = sure(*readings, assumed=replace(likely, told=[("it holds", [holds])]))
        assert sure(*readings, assumed=replace(likely, likely=0.6)) < whole
        assert sure(*readings, assumed=replace(likely, told=[("and falls", [])])) < whole


def test_an_intent_is_as_clear_as_its_odds() -> None:
    assert clear(0.2) == clear(0.5) == 0
    assert 0 < clear(0.9) < clear(0.99) < clear(1.0) == 1
    assert of_intent(0.5) < of_intent(0.9)


def test_what_is_said_whole_and_leaves_no_other_choice_is_not_asked_back() -> None:
    whole, other = reading(5.5, 0.85), reading(3.0)
    assert confidence(signs([whole, other], 0.93, 8)) >= threshold()
    assert confidence(signs([reading(5.5), other], 0.93, 8)) < threshold()
    assert confidence(signs([whole, reading(5.0)], 0.93, 8)) < threshold()
    assert confidence(signs([whole, other], 0.7, 8)) < threshold()


def test_what_is_supposed_besides_must_be_likely_too() -> None:
    whole, other = reading(5.5, 0.95), reading(3.0)
    assumed = Assumed({}, 4.0, fits=0.95, likely=0.9)
    for doubtful in (replace(assumed, likely=0.6), replace(assumed, told=[("and falls", [])])):
        assert confidence(signs([whole, other], 0.95, 8, assumed)) >= threshold()
        assert confidence(signs([whole, other], 0.95, 8, doubtful)) < threshold()


def test_in_a_new_rule_base_what_it_does_not_speak_of_is_less_sure() -> None:
    seen = Traits(*[0.0] * len(Traits._fields))

    def told(**traits: float) -> float:
        found = replace(reading(8.0, 0.7), traits=seen._replace(**traits))
        return confidence(signs([found, reading(5.0)], 0.99, 8, derived=True))

    assert told(foreseen=1.0) > max(
        told(foreseen=1.0, unnamed=0.5), told(foreseen=1.0, strangers=1)
    )
    assert told(foreseen=1.0) >= threshold() > told(foreseen=0.0)


def test_no_reading_is_as_sure_as_what_is_said_to_the_letter() -> None:
    assert max(sure(50.0, intent=1.0), sure(50.0, 0.1, intent=1.0)) < 1
