from __future__ import annotations

from arguendo.sampling import draw


def test_each_question_is_true_in_about_half_of_the_draws() -> None:
    drawn = draw([3, 5], {})
    shares = [bits.bit_count() / drawn.size for bits in drawn.bits]
    assert all(abs(share - 0.5) < drawn.error for share in shares)
    both = (drawn.bits[0] & drawn.bits[1]).bit_count() / drawn.size
    assert abs(both - 0.25) < drawn.error


def test_rivals_are_never_true_together_and_every_choice_is_as_likely() -> None:
    numbers = list(range(30))
    drawn = draw(numbers, {n: [m for m in numbers if m != n] for n in numbers})
    for place, bits in enumerate(drawn.bits):
        assert all(not bits & other for other in drawn.bits[place + 1 :])
        assert abs(bits.bit_count() / drawn.size - 1 / 31) < drawn.error


def test_groups_with_too_many_sets_are_drawn_by_trial() -> None:
    numbers = list(range(24))
    chain = {n: [m for m in (n - 1, n + 1) if 0 <= m < 24] for n in numbers}
    drawn = draw(numbers, chain, size=50)
    assert all(not drawn.bits[n] & drawn.bits[n + 1] for n in range(23))


def test_the_same_question_gets_the_same_draws() -> None:
    assert draw([1, 2, 3], {1: [2], 2: [1]}) == draw([1, 2, 3], {1: [2], 2: [1]})
