"""Traces are proven, tell smallest changes, and come out the same however they are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import jsonschema
import msgspec
import pytest

from arguendo.library import load
from arguendo.traces.crews import Brief, Crew, alone, together
from arguendo.traces.drawing import Balance
from arguendo.traces.flipping import Turn, flips
from arguendo.traces.identity import identity
from arguendo.traces.keeping import OtherRun
from arguendo.traces.making import Chunk, Wishes
from arguendo.traces.record import BadTrace, Trace, read, schema, written
from arguendo.traces.running import lines, run
from arguendo.traces.space import Space
from arguendo.traces.spoiling import Kind
from arguendo.traces.tallying import Summary
from arguendo.traces.verifying import Verifier
from arguendo.valuation import Status
from tests.builders import any_of, rule, rulebase, statement
from tests.certified import EVERYTHING

WISHES = Wishes(seed=5, flawed=0.5)
PLAIN = Wishes(seed=5, pairs=0.1)


def made(folder: Path, count: int, wishes: Wishes = WISHES) -> tuple[Summary, list[Trace]]:
    out = folder / "traces.jsonl"
    summary = run(EVERYTHING, wishes, count, out, alone(EVERYTHING, wishes))
    return summary, [*lines(out)]


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Trace]:
    return made(tmp_path_factory.mktemp("traces"), 120)[1]


def test_all_are_proven_anew_from_what_is_written(traces: Sequence[Trace]) -> None:
    verifier = Verifier(EVERYTHING)
    assert [told for trace in traces if (told := verifier.complaint(trace))] == []


def test_they_fit_the_schema_and_come_back_as_they_were(traces: Sequence[Trace]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for trace in traces:
        line = written(trace)
        validator.validate(msgspec.json.decode(line))
        assert read(line) == trace
        assert written(read(line)) == line


def test_every_status_every_rule_and_flaws_occur(traces: Sequence[Trace]) -> None:
    assert {trace.status for trace in traces} == {status.value for status in Status}
    applied = {step.rule for trace in traces if not trace.flaw for step in trace.steps}
    assert applied >= {each.id for each in EVERYTHING.rules}
    kinds = {trace.flaw.kind for trace in traces if trace.flaw}
    assert kinds >= {Kind.TOO_SURE, Kind.WRONG_RULE, Kind.MISSING_GROUND, Kind.IGNORED_CONTRARY}


def test_none_is_there_twice_and_twins_stand_in_one_split(traces: Sequence[Trace]) -> None:
    by_id = {trace.id: trace for trace in traces}
    assert len(by_id) == len(traces)
    assert all(identity(trace) == trace.id for trace in traces)
    twins = [(trace, by_id[trace.pair]) for trace in traces if trace.pair]
    assert twins
    assert all(one.split == other.split for one, other in twins)
    assert all(one.status != other.status for one, other in twins if not one.flaw)


def test_where_no_single_change_flips_the_answer_the_smallest_sets_are_told() -> None:
    base = rulebase(
        questions=["a(x)", "b(x)", "c(x)"],
        rules=[rule("both", if_=["a(?x)", any_of("b(?x)", "c(?x)")], then="d(?x)")],
    )
    space = Space(base)
    field = space.field[statement("d(x)")]
    none, one = space.case, space.case.assume(statement("c(x)"))
    assert [changes(turn) for turn in flips(none, field)] == [
        {"a(x)": True, "b(x)": True},
        {"a(x)": True, "c(x)": True},
    ]
    assert [changes(turn) for turn in flips(one, field)] == [{"a(x)": True}]
    held = one.assume(statement("a(x)"))
    assert [changes(turn) for turn in flips(held, field)] == [{"a(x)": False}, {"c(x)": False}]


def changes(turn: Turn) -> dict[str, bool]:
    return {change.statement.key: change.positive for change in turn.changes}


@pytest.mark.parametrize("balance", Balance)
def test_balances_make_as_many(tmp_path: Path, balance: Balance) -> None:
    assert made(tmp_path, 20, Wishes(balance=balance))[0].traces == 20


def test_a_run_that_breaks_off_goes_on_to_the_same(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    run(EVERYTHING, PLAIN, 90, whole, alone(EVERYTHING, PLAIN))
    with pytest.raises(KeyboardInterrupt):
        run(EVERYTHING, PLAIN, 90, broken, stopping(1))
    assert not broken.exists()
    run(EVERYTHING, PLAIN, 90, broken, alone(EVERYTHING, PLAIN))
    assert broken.read_bytes() == whole.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"whole", "broken"}


def stopping(chunks: int) -> Crew:
    def crew(start: int, brief: Brief) -> Iterator[Chunk]:
        for number, chunk in enumerate(alone(EVERYTHING, PLAIN)(start, brief)):
            if number == chunks:
                raise KeyboardInterrupt
            yield chunk

    return crew


def test_other_wishes_do_not_go_on_with_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(EVERYTHING, PLAIN, 90, tmp_path / "out", stopping(0))
    otherwise = Wishes(seed=6)
    with pytest.raises(OtherRun, match=r"out\.parts"):
        run(EVERYTHING, otherwise, 90, tmp_path / "out", stopping(0))


def test_several_processes_make_the_same(tmp_path: Path, checkout: Path) -> None:
    base, wishes = load(checkout / "examples/animals"), Wishes(seed=2)
    run(base, wishes, 90, tmp_path / "one", alone(base, wishes))
    run(base, wishes, 90, tmp_path / "two", together(base, wishes, 2))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_where_there_are_no_more_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arguendo.traces.running.DROUGHT", 3)
    base = rulebase(facts=["p(a)"], rules=[rule("r", if_=["p(?x)"], then="q(?x)")])
    summary = run(base, Wishes(), 10_000, tmp_path / "out", alone(base, Wishes()))
    assert summary.exhausted
    assert 0 < summary.traces == len([*lines(tmp_path / "out")]) < 100


def test_a_rule_base_without_a_conclusion_has_none(tmp_path: Path) -> None:
    base = rulebase(facts=["p(a)"])
    assert run(base, Wishes(), 5, tmp_path / "out", alone(base, Wishes())).traces == 0


@pytest.mark.parametrize("line", [b"", b"{}", b"[", b'{"version": 1}', b"\xff"])
def test_what_is_no_trace_is_refused(line: bytes) -> None:
    with pytest.raises(BadTrace):
        read(line)


def test_another_version_is_refused(traces: Sequence[Trace]) -> None:
    with pytest.raises(BadTrace, match="version 2"):
        read(written(msgspec.structs.replace(traces[0], version=2)))
