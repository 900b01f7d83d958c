"""A fixed sample of each suite; `benchmarks/external.py` takes them whole."""

from __future__ import annotations

import pytest

from tests.external.runners import RUNNERS, Runner
from tests.external.suites import Count, Missing

EVERY = 8


@pytest.mark.parametrize("runner", RUNNERS, ids=lambda runner: runner.count.__name__)
def test_a_sample_comes_out_right_and_is_proven(runner: Runner) -> None:
    try:
        count = runner.run(EVERY)
    except Missing as missing:
        pytest.skip(str(missing))
    assert count.failures == []
    assert count.right > 0
    assert count.certified in (None, count.total)


def test_a_wrong_answer_and_one_that_is_not_proven_are_failures() -> None:
    count = Count("suite")
    count.answer("right", 1, 1, None)
    count.answer("wrong", 1, 2, None)
    count.answer("unproven", 1, 1, "it proves nothing")
    assert (count.right, count.total, count.certified) == (2, 3, 2)
    assert count.failures == [
        "suite: wrong: ours 1, theirs 2",
        "suite: unproven: not proven: it proves nothing",
    ]
