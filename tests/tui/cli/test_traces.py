"""`arguendo traces` end to end, and on a cluster of which a worker dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from arguendo.traces.record import read
from tests.tui.cli.conftest import Command


def test_traces_are_written_and_proven_anew(arguendo: Command, town: Path, tmp_path: Path) -> None:
    out = tmp_path / "traces.jsonl"
    asked = ("traces", "--rule-base", town, "--count", 12, "--seed", 4, "--flawed", 0.5)
    made = arguendo(*asked, "--out", out, "--json")
    assert made.status == 0, made.err
    assert (made.json["traces"], made.json["duplicates"], made.json["leaking"]) == (12, 0, 0)
    assert made.json["verified"] + sum(made.json["flawed"].values()) == 12
    assert len([*map(read, out.read_bytes().splitlines())]) == 12
    proven = arguendo("traces", "--verify", out, "--rule-base", town)
    assert (proven.out, proven.status) == ("12 traces verified, 0 not as told\n", 0)


def test_one_that_was_changed_is_told(arguendo: Command, town: Path, tmp_path: Path) -> None:
    out = tmp_path / "traces.jsonl"
    arguendo("traces", "--rule-base", town, "--count", 3, "--out", out)
    text = out.read_text("utf-8").replace('"status":"holds"', '"status":"contested"')
    out.write_text(text, encoding="utf-8")
    found = arguendo("traces", "--verify", out, "--rule-base", town)
    assert found.status == 1
    assert "has not the id" in found.out


def test_fewer_than_wanted_is_said(
    arguendo: Command, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arguendo.traces.running.DROUGHT", 3)
    out = tmp_path / "traces.jsonl"
    found = arguendo(
        "traces", "--rule-base", town, "--count", 100_000, "--workers", 1, "--out", out
    )
    assert found.status == 1
    assert "there seem to be no more than these" in found.err
    assert f"{len(out.read_bytes().splitlines())} different traces" in found.err


def test_another_form_is_made_at_once_or_later(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    asked = ("traces", "--rule-base", town, "--count", 5, "--format", "chat")
    at_once, later = tmp_path / "chat.jsonl", tmp_path / "later.jsonl"
    lines = tmp_path / "traces.jsonl"
    assert arguendo(*asked, "--out", at_once).status == 0
    arguendo("traces", "--rule-base", town, "--count", 5, "--out", lines)
    told = arguendo(
        "traces", "--rule-base", town, "--from", lines, "--format", "chat", "--out", later
    )
    assert told.status == 0
    assert at_once.read_bytes() == later.read_bytes()
    assert {file.name for file in tmp_path.iterdir()} >= {"chat.jsonl", "later.jsonl"}
    assert not (tmp_path / "chat.jsonl.traces").exists()


def test_the_schema_is_printed(arguendo: Command) -> None:
    assert "Explanation trace" in arguendo("traces", "--schema").json["title"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--count", "3"], "say where the traces go"),
        (["--out", "x", "--format", "chatt"], "did you mean “chat”?"),
        (["--out", "x", "--balance", "stat"], "there is no balance “stat”"),
        (["--out", "no/such/folder/x"], "cannot be written"),
        (["--from", "nothing.jsonl", "--out", "x"], "cannot be written"),
        (["--verify", "nothing.jsonl"], "cannot be read"),
        (["--out", "x", "--cluster", "nowhere"], "no cluster answers"),
    ],
)
def test_wrong_usage_is_told(
    arguendo: Command,
    town: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    told: str,
) -> None:
    if "--cluster" in options:
        pytest.importorskip("distributed")
    (tmp_path / "no").write_text("in the way", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = arguendo("traces", "--rule-base", town, *options)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


def test_an_unfinished_run_with_other_options_stands_in_the_way(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    parts = tmp_path / "x.parts"
    parts.mkdir()
    (parts / "manifest.json").write_text('{"key": "other", "count": 3}', encoding="utf-8")
    found = arguendo("traces", "--rule-base", town, "--count", 3, "--out", tmp_path / "x")
    assert found.status == 2
    assert "unfinished run with other options" in found.err


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.evidence
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_of_which_a_worker_dies_makes_the_same(
    arguendo: Command, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    monkeypatch.setenv("PYTHONPATH", roots)
    wanted = ("traces", "--rule-base", checkout, "--count", 600, "--seed", 9)
    plain, clustered = tmp_path / "plain.jsonl", tmp_path / "clustered.jsonl"
    assert arguendo(*wanted, "--workers", 1, "--out", plain).status == 0
    place = tmp_path / "scheduler.json"
    at = ("--scheduler-file", str(place))
    worker = ("distributed.cli.dask_worker", *at, "--no-nanny", "--nthreads", "1", "--no-dashboard")
    with ExitStack() as stack:
        scheduler = ("distributed.cli.dask_scheduler", *at, "--port", "0", "--no-dashboard")
        stack.enter_context(started(*scheduler))
        doomed, _ = [stack.enter_context(started(*worker)) for _ in range(2)]
        address = _address(place)
        _await_workers(address, 2)
        killer = Thread(target=_kill_midway, args=(doomed, tmp_path / "clustered.jsonl.parts"))
        killer.start()
        made = arguendo(*wanted, "--cluster", address, "--out", clustered)
        killer.join()
    assert made.status == 0, made.err
    assert doomed.returncode is not None
    assert clustered.read_bytes() == plain.read_bytes()


def _address(file: Path) -> str:
    for _ in range(600):
        if file.exists() and file.stat().st_size:
            return str(json.loads(file.read_text("utf-8"))["address"])
        time.sleep(0.1)
    raise AssertionError("the scheduler has not started")


def _await_workers(address: str, number: int) -> None:
    with pytest.importorskip("distributed").Client(address) as client:
        client.wait_for_workers(number, timeout=60)


def _kill_midway(doomed: subprocess.Popen[bytes], parts: Path) -> None:
    """Kill a worker once some chunks are there."""
    for _ in range(6000):
        if len([*parts.glob("chunk-*")]) >= 3:
            break
        time.sleep(0.05)
    doomed.kill()
    doomed.wait()
