"""The example of `docs/language.md` is a rule base that reads and comes out as it says."""

from __future__ import annotations

import re
from pathlib import Path

from arguendo.case import Case
from arguendo.valuation import Status
from tests.builders import statement

PAGE = Path(__file__).parents[2] / "docs" / "language.md"


def test_the_example_reads_and_its_expectations_hold(tmp_path: Path) -> None:
    vocabulary, rules, scenarios = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "knowledge" / "bridge.yaml").write_text(vocabulary)
    (tmp_path / "knowledge" / "scenarios.yaml").write_text(scenarios)
    (tmp_path / "rules" / "bridge.yaml").write_text(rules)
    case = Case.open(tmp_path)
    built = statement("builds(town, bridge)")
    assert case.standing(built).status is Status.NOT_ESTABLISHED
    asked = case.choose("the_mayor_asks").standing(built)
    assert (asked.status, case.rulebase.scale.word(asked.degree)) == (Status.HOLDS, "likely")
