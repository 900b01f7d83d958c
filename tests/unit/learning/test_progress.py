"""Answers are kept in a log that only grows, and decide when a topic comes round again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from arguendo.learning.making import Teacher
from arguendo.learning.progress import FILE, LONGEST_LINE, Progress
from arguendo.learning.sitting import sitting
from arguendo.library import load

MORNING = datetime(2024, 5, 1, 9, tzinfo=UTC)
ANIMALS = Path(__file__).parents[3] / "examples" / "animals"


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    """A log that is not there yet, in a folder that is not there either."""
    return Progress(tmp_path / "state", "town")


def _folder(progress: Progress) -> Path:
    assert progress.folder is not None
    return progress.folder


def test_without_a_folder_nothing_is_kept() -> None:
    progress = Progress(None, "town")
    progress.add("predict p(a)", True, MORNING)
    assert not progress.learnt()


def test_what_is_right_again_and_again_comes_round_ever_later(progress: Progress) -> None:
    at, gaps = MORNING, []
    for _ in range(5):
        progress.add("predict p(a)", True, at)
        (learnt,) = progress.learnt()
        gaps.append(learnt.due - at)
        at = learnt.due
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=20) > timedelta(days=1) > gaps[0]
    assert (learnt.answers, learnt.right) == (5, 5)


def test_what_is_wrong_comes_round_before_what_is_right(progress: Progress) -> None:
    progress.add("predict p(a)", True, MORNING)
    progress.add("flaw q(a)", False, MORNING)
    assert [each.topic for each in progress.learnt()] == ["flaw q(a)", "predict p(a)"]
    assert progress.due(MORNING) == []
    assert progress.due(MORNING + timedelta(minutes=2)) == ["flaw q(a)"]


def test_rule_bases_do_not_share_answers(progress: Progress) -> None:
    progress.add("predict p(a)", True, MORNING)
    assert not Progress(progress.folder, "village").learnt()


def test_damaged_lines_are_passed_over_and_take_no_other_with_them(progress: Progress) -> None:
    progress.add("predict p(a)", True, MORNING)
    file = _folder(progress) / FILE
    bad = [b"\xff\xfe", b"{}", b"[" * 2000, b'{"at": "yesterday"}', b"x" * (LONGEST_LINE + 1)]
    with file.open("ab") as log:
        log.write(b"\n".join([*bad, file.read_bytes()[:40]]))
    progress.add("order p(b)", False, MORNING)
    assert {each.topic for each in progress.learnt()} == {"predict p(a)", "order p(b)"}


def test_the_log_only_grows_and_is_its_owners(progress: Progress) -> None:
    progress.add("predict p(a)", True, MORNING)
    file = _folder(progress) / FILE
    before = file.read_bytes()
    progress.add("predict p(a)", False, MORNING)
    assert file.read_bytes().startswith(before)
    assert file.stat().st_mode & 0o077 == 0


def test_a_clock_that_goes_back_does_no_harm(progress: Progress) -> None:
    progress.add("predict p(a)", True, MORNING)
    progress.add("predict p(a)", True, MORNING - timedelta(days=400))
    (learnt,) = progress.learnt()
    assert learnt.due >= MORNING


def test_what_is_due_comes_first_and_what_is_gone_never(progress: Progress) -> None:
    teacher = Teacher(load(ANIMALS))
    log = Progress(progress.folder, "animals")
    order = next(each for each in teacher.exercises(1) if each.kind == "order")
    log.add(order.topic, False, MORNING)
    log.add("order is_a(animal, unicorn)", False, MORNING)
    log.add("nonsense", False, MORNING)
    later = MORNING + timedelta(days=1)
    due = list(sitting(teacher, log, later, seed=1, only_due=True))
    assert [each.topic for each in due] == [order.topic]
    mixed = list(islice(sitting(teacher, log, later, seed=1), 6))
    assert mixed[0] == due[0]
    assert order.topic not in {each.topic for each in mixed[1:]}
