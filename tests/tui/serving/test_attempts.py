"""Wrong tokens are few a minute."""

from __future__ import annotations

from arguendo_tui.serving import attempts
from arguendo_tui.serving.attempts import FREE, LONGEST, Attempts


def test_after_a_few_wrong_tokens_one_waits_longer_each_time() -> None:
    now = 0.0
    kept = Attempts(lambda: now)
    waits = []
    for _ in range(FREE + 12):
        kept.wrong("192.0.2.1")
        waits.append(kept.left("192.0.2.1"))
        now += waits[-1]
    assert waits[: FREE + 4] == [0.0] * FREE + [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == LONGEST
    assert kept.left("192.0.2.1") == kept.left("192.0.2.2") == 0.0
    kept.wrong("192.0.2.1")
    kept.right("192.0.2.1")
    assert kept.left("192.0.2.1") == 0.0


def test_who_has_many_addresses_of_the_new_kind_is_one() -> None:
    kept = Attempts(lambda: 0.0)
    for number in range(FREE + 1):
        kept.wrong(f"2001:db8::{number}")
    assert kept.left("2001:db8::ffff") > 0
    assert kept.left("2001:db8:0:1::1") == 0


def test_addresses_of_the_old_kind_are_told_apart_when_written_as_new_ones() -> None:
    kept = Attempts(lambda: 0.0)
    for _ in range(FREE + 1):
        kept.wrong("::ffff:192.0.2.1")
    assert kept.left("192.0.2.1") == kept.left("::ffff:192.0.2.1") > 0
    assert kept.left("::ffff:192.0.2.2") == 0


def test_few_addresses_are_remembered() -> None:
    kept = Attempts(lambda: 0.0)
    for number in range(attempts.MOST + 5):
        kept.wrong(f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
    assert len(kept._wrong) == attempts.MOST
