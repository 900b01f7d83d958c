from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from arguendo.case import Case
from arguendo.sweeps import survey as sweeping
from arguendo.sweeps.clustering import NoCluster, connected
from arguendo.sweeps.outline import Findings, Wanted
from arguendo.sweeps.rows import Sheet
from arguendo.sweeps.running import Stretch, stretches
from arguendo.sweeps.sources import Source
from arguendo.sweeps.survey import Means, combinations, draws, rows
from tests.builders import at_least, rule, rulebase

BASE = rulebase(
    questions=[f"q{number}()" for number in range(24)],
    rules=[
        rule("many", if_=[at_least(2, *(f"q{n}()" for n in range(6)))], then="m()", qualifier=3),
        rule("goal", if_=["m()", "q20()"], unless=["q23()"], then="goal()", qualifier=4),
        rule("more", if_=["q7()", "q8()", "q9()"], then="goal()", qualifier=2),
    ],
    contraries=[("q21()", "q22()")],
)
OVER = tuple(each.statement for each in BASE.questions)


@pytest.fixture
def cluster() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(processes=True, **options) as made:
        yield made


@pytest.mark.evidence
@pytest.mark.filterwarnings("default")
def test_a_worker_that_dies_changes_nothing(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "stretches", _in_many_parts)
    wanted = Wanted(OVER, BASE.rules[1].claims, by_question=True)
    expected = combinations(Case.of(BASE), wanted).findings
    sample = draws(Case.of(BASE), wanted, 3_000_000, 4).findings
    killed: list[int] = []

    def watch(done: int, total: int | None) -> None:
        assert total
        if done > total // 4 and not killed:
            worker = next(iter(cluster.workers.values()))
            killed.append(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)

    with connected(cluster.scheduler_address) as work:
        assert combinations(Case.of(BASE), wanted, Means(work, watch=watch)).findings == expected
        assert draws(Case.of(BASE), wanted, 3_000_000, 4, Means(work)).findings == sample
        assert _swept_rows(Means(work)) == _swept_rows(Means())
    assert killed


def _swept_rows(means: Means) -> Findings:
    columns = tuple(each.key for each in OVER)
    cells = [tuple("yes" if n >> i & 1 else "" for n in range(500)) for i in range(len(OVER))]
    batches = ([column[first : first + 100] for column in cells] for first in range(0, 500, 100))
    wanted = Wanted(OVER, BASE.rules[1].claims)
    return rows(Case.of(BASE), wanted, Sheet(columns, batches), means).findings


def _in_many_parts(source: Source, *, short: bool = False) -> Iterator[Stretch]:
    """Parts so short that there are many to do when a worker is killed."""
    del short
    return stretches(source, short=True)


@pytest.mark.evidence
def test_a_scheduler_that_does_not_answer_is_said() -> None:
    pytest.importorskip("distributed", reason="the extra “cluster” is not installed")
    with pytest.raises(NoCluster, match="no scheduler answers"), connected("tcp://127.0.0.1:1"):
        pass
