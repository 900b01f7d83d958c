from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.tui.cli.conftest import Command

BUILDS = "the town builds a bridge"
WILL, MONEY = "has_will(town)", "has_money(town)"


def test_all_combinations_are_counted(arguendo: Command, town: Path) -> None:
    found = arguendo("sweep", "--show", BUILDS, "--boundary", "--by-question", "--rule-base", town)
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("1 question, 2 scenarios\n\nThe town builds a bridge\n")
    assert "  holds                50.00%" in found.out
    assert "   100.0%       0.0%  the town has the will" in found.out
    assert found.out.endswith(
        "The least that makes it hold that the town builds a bridge:\n"
        "  - the town has the will\n"
        "The most with which it does not hold that the town builds a bridge:\n"
        "  - nothing at all\n"
    )


def test_as_json(arguendo: Command, town: Path) -> None:
    found = arguendo(
        *("sweep", "--over", WILL, "--over", MONEY, "--show", "builds(town)", "--together"),
        *("--down", WILL, "--across", MONEY, "--boundary", "--json", "--rule-base", town),
    )
    assert found.status == 0
    said = found.json
    assert (said["scenarios"], said["admitted"], said["seed"]) == (4, 4, None)
    assert said["shares"] == [
        {
            "statement": "builds(town)",
            "holds": 2,
            "at_degree": {"likely": 2},
            "contested": 0,
            "does_not_hold": 0,
            "not_established": 2,
        }
    ]
    assert said["together"][0] == {"holding": ["builds(town)"], "count": 2}
    assert said["map"]["cells"][1] == [{"of": 1, "holds": [1]}, {"of": 1, "holds": [1]}]
    assert said["boundaries"][0]["minimal_true"] == [[WILL]]
    assert said["boundaries"][0]["maximal_false"] == [[MONEY]]


def test_a_map_in_the_terminal_and_as_a_picture(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "map.svg"
    found = arguendo(
        *("sweep", "--over", WILL, "--over", MONEY, "--show", BUILDS, "--down", WILL),
        *("--across", MONEY, "--out", picture, "--rule-base", town),
    )
    assert found.status == 0
    assert "         no   yes\n   no    0%    0%\n  yes █100% █100%\n" in found.out
    root = ElementTree.fromstring(picture.read_text(encoding="utf-8"))
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[1:3] == ["rows: the town has the will", "columns: the town has the money"]
    assert texts[-4:] == ["0%", "0%", "100%", "100%"]


def test_rows_of_a_file(arguendo: Command, town: Path, tmp_path: Path) -> None:
    rows, out = tmp_path / "in.csv", tmp_path / "out.csv"
    rows.write_text("scenario,the town has the will\na,yes\nb,no\n", encoding="utf-8")
    found = arguendo("sweep", "--rows", rows, "--show", BUILDS, "--out", out, "--rule-base", town)
    assert found.status == 0
    assert out.read_text(encoding="utf-8").splitlines()[1:] == [
        "a,yes,holds,likely",
        "b,no,not established,",
    ]


def test_a_sample_says_its_seed(arguendo: Command, town: Path) -> None:
    found = arguendo(
        "sweep", "--sample", "1000", "--seed", "9", "--show", BUILDS, "--rule-base", town
    )
    assert found.out.startswith("1 question, 1,000 scenarios drawn at random (seed 9)\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no conclusion is to be shown"),
        (["--show", BUILDS, "--rows", "x.csv", "--sample", "5"], "two ways to choose scenarios"),
        (["--show", BUILDS, "--rows", "x.csv", "--over", WILL], "columns of --rows"),
        (["--show", BUILDS, "--sample", "5", "--boundary"], "--boundary needs all combinations"),
        (["--show", BUILDS, "--down", WILL], "a map needs questions --down and --across"),
        (["--show", BUILDS, "--out", "x.svg"], "a picture needs a map"),
        (["--show", BUILDS, "--out", "x.txt"], "does not end in .csv, .parquet or .svg"),
        (["--show", BUILDS, "--out", "x.csv", "--out", "y.csv"], "are for the same"),
        (["--show", BUILDS, "--rows", "none.csv"], "none.csv cannot be read"),
        (["--show", BUILDS, "--assume", WILL, "--over", WILL], "is assumed already"),
        (["--show", BUILDS, "--out", "no/such/folder.csv"], "cannot be written"),
    ],
)
def test_wrong_usage_is_said(
    arguendo: Command, town: Path, arguments: list[str], said: str
) -> None:
    found = arguendo("sweep", *arguments, "--rule-base", town)
    assert found.status == 2
    assert said in found.err


def test_a_column_that_cannot_be_read_is_named(
    arguendo: Command, town: Path, tmp_path: Path
) -> None:
    rows = tmp_path / "in.csv"
    rows.write_text("the town is fond of it\nyes\n", encoding="utf-8")
    found = arguendo("sweep", "--rows", rows, "--show", BUILDS, "--rule-base", town)
    assert found.status == 2
    assert "“the town is fond of it” cannot be read" in found.err
