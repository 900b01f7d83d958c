from __future__ import annotations

from arguendo.sweeps.circuit import FALSE, TRUE, Circuit


def test_formulas_that_come_to_the_same_are_one() -> None:
    circuit = Circuit()
    a, b = circuit.new_input(), circuit.new_input()
    both, either = circuit.both(a, b), circuit.either(a, b)
    assert circuit.both(b, a) == both
    assert circuit.either(a, both) == a
    assert circuit.both(either, b) == b
    assert circuit.both(both, a) == both
    assert circuit.both(a, circuit.negation(a)) == FALSE
    assert circuit.either(circuit.negation(a), a) == TRUE
    assert circuit.negation(circuit.negation(b)) == b
    assert circuit.any_of([]) == FALSE


def test_exactly_so_many_are_told_apart() -> None:
    circuit = Circuit()
    assert circuit.exactly([TRUE, FALSE, TRUE]) == [FALSE, FALSE, TRUE, FALSE]
    assert circuit.exactly([]) == [TRUE]
