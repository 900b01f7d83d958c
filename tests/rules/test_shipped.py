"""The shipped rule bases' own scenarios and tests: met, complete, and sharp."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from arguendo.authoring.tidying import tidy
from arguendo.case import Case
from arguendo.scenarios import Scenario
from arguendo.testing.coverage import Coverage, coverage
from arguendo.testing.mutation import Experiment, Fate, score
from arguendo.testing.outcomes import expected_of, outcomes

CHECKOUT = Path(__file__).parents[2]
FOLDERS = [CHECKOUT, *sorted(path for path in (CHECKOUT / "examples").iterdir() if path.is_dir())]
LEAST_SCORE = 0.9


def name(folder: Path) -> str:
    """What a rule base is called here; a checkout may have any name."""
    return "article" if folder == CHECKOUT else folder.name


@cache
def case_of(folder: Path) -> Case:
    return Case.open(folder, "")


SCENARIOS = [
    pytest.param(folder, scenario, id=f"{name(folder)}-{scenario.id}")
    for folder in FOLDERS
    for scenario in expected_of(case_of(folder))
]
RULES = [
    pytest.param(row, id=f"{name(folder)}-{row.rule.id}")
    for folder in FOLDERS
    for row in coverage(case_of(folder), expected_of(case_of(folder)))
]


@pytest.mark.parametrize(("folder", "scenario"), SCENARIOS)
def test_it_comes_out_as_it_says(folder: Path, scenario: Scenario) -> None:
    found = list(outcomes(case_of(folder), scenario))
    assert found
    assert [(o.expectation, o.got, o.reason) for o in found if not o.passed] == []


@pytest.mark.parametrize("row", RULES)
def test_each_rule_fires_somewhere_and_is_silent_somewhere(row: Coverage) -> None:
    assert row.fires
    assert row.silent


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_mistakes_in_rules_are_noticed(folder: Path) -> None:
    trials = list(Experiment(case_of(folder).rulebase).trials())
    unnoticed = [
        (trial.mutant.rule.id, trial.mutant.kind, trial.mutant.span)
        for trial in trials
        if trial.fate in (Fate.SURVIVED, Fate.UNDECIDED)
    ]
    assert score(trials).counts[Fate.KILLED]
    assert score(trials).share >= LEAST_SCORE, unnoticed


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_its_files_are_in_the_one_layout(folder: Path) -> None:
    files = tidy(folder)
    assert files
    assert [file.name for file in files if file.changed] == []
