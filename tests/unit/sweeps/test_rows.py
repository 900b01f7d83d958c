from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.rulebase import RuleBase
from arguendo.scale import ICD_203
from arguendo.statements import Statement
from arguendo.sweeps import rows as reading
from arguendo.sweeps.outline import Wanted
from arguendo.sweeps.rows import BadScenarios, Sheet, opened
from arguendo.sweeps.survey import Means, rows
from tests.builders import rule, rulebase, statement, statements
from tests.propositional import STATEMENTS, programs

CELLS = {"yes": 5, "": None, "no": 0, "likely": 2, " TRUE ": 5, "0": 0}


@given(
    programs(),
    st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=4, unique=True),
    st.data(),
)
def test_rows_come_out_as_single_cases(
    base: RuleBase, columns: list[str], data: st.DataObject
) -> None:
    cell = st.sampled_from(sorted(CELLS))
    table = data.draw(st.lists(st.tuples(*[cell] * len(columns)), min_size=1, max_size=9))
    case, over, goal = Case.of(base), statements(*columns), statement("g()")
    sheet = Sheet(tuple(columns), iter([list(zip(*table, strict=True))]))
    found = rows(case, Wanted(tuple(over), (goal,)), sheet).findings
    cases = [each for row in table if (each := _assumed(case, over, row)) is not None]
    stands = [each.standing(goal) for each in cases]
    assert (found.scenarios, found.admitted) == (len(table), len(cases))
    (share,) = found.shares
    counted = [each.status.value for each in stands]
    told = (share.holds, share.contested, share.fails, share.open)
    words = ("holds", "contested", "does not hold", "not established")
    assert told == tuple(map(counted.count, words))


def _assumed(case: Case, over: list[Statement], row: tuple[str, ...]) -> Case | None:
    """The case of a row; None when it assumes two contraries."""
    made = {s: d for s, cell in zip(over, row, strict=True) if (d := CELLS[cell]) is not None}
    after = case.assume_all(made)
    return None if after.dropped or made.keys() != after.assumptions.keys() else after


BASE = rulebase(
    questions=["a()", "b()"],
    rules=[rule("c", if_=["a()"], unless=["b()"], then="c()", qualifier=3)],
)
WANTED = Wanted(tuple(statements("a()", "b()")), tuple(statements("c()")))
HEAD = ["scenario", "a()", "b()"]


def _swept(path: Path, out: Path | None = None) -> tuple[int, int]:
    with opened(path) as sheet:
        found = rows(Case.of(BASE), WANTED, sheet, Means(table=out)).findings
    return found.scenarios, found.shares[0].holds


def _csv(path: Path, *lines: list[str]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(lines)
    return path


def test_results_stand_beside_the_rows(tmp_path: Path) -> None:
    path = _csv(tmp_path / "in.csv", HEAD, ["one", "likely", ""], ["two", "1", "yes"])
    assert _swept(path, tmp_path / "out.csv") == (2, 1)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines() == [
        "scenario,a(),b(),c() status,c() degree",
        "one,likely,,holds,likely",
        "two,yes,yes,not established,",
    ]


def test_many_rows_are_read_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH", 64)
    lines = [[f"r{n}", "yes" if n % 3 else "", ""] for n in range(200)]
    path = _csv(tmp_path / "in.csv", HEAD, *lines)
    assert _swept(path, tmp_path / "out.csv") == (200, 133)
    written = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert written[200] == "r199,yes,,holds,very likely"


def test_parquet_is_read_and_written(tmp_path: Path) -> None:
    reason = "the extra “parquet” is not installed"
    pyarrow = pytest.importorskip("pyarrow", reason=reason)
    parquet = pytest.importorskip("pyarrow.parquet", reason=reason)
    values = {"a()": [True, None, 1, 0], "b()": [None, "no", "unknown", "likely"]}
    columns = {
        "a()": pyarrow.array([1.0, None, 1.0, 0.0], pyarrow.float64()),
        "b()": pyarrow.array(values["b()"]),
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "in.parquet")
    assert _swept(tmp_path / "in.parquet", tmp_path / "out.parquet") == (4, 2)
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist()[2] == {
        "scenario": "3",
        "a()": "yes",
        "b()": "",
        "c() status": "holds",
        "c() degree": "very likely",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("scenario,a(),b()\nx,yes,\ny,perhaps,\n", "row 3, column “a()”: “perhaps” is no answer"),
        ("a(),b()\nyes\n", "row 2 has 1 cells, and there are 2 columns"),
        ("a(),a()\nyes,no\n", "has the column “a()” twice"),
        ("scenario\nx\n", "has no column that names a statement"),
        ("", "has no column that names a statement"),
        ("a(),b()\n", "there is no row below the columns"),
        ('a(),b()\n"yes,\n', "line 2"),
    ],
)
def test_bad_files_are_refused_with_the_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "in.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadScenarios) as refused:
        _swept(path)
    assert said in str(refused.value)


@pytest.mark.parametrize(("name", "content"), [("in.csv", b"a()\n\xff\n"), ("in.parquet", b"PAR")])
def test_bytes_that_are_no_table_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadScenarios):
        _swept(tmp_path / name)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadScenarios, match="cannot be read"):
        _swept(tmp_path / "none.csv")


def test_the_scale_has_the_last_word_on_what_a_cell_means() -> None:
    meaning = reading._meaning(ICD_203)
    assert (meaning["established"], meaning["yes"], meaning["no"]) == (5, 5, reading.DENIED)
