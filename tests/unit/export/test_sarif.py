"""What SARIF 2.1.0 requires of a log (OASIS, 2020), asserted property by property."""

from __future__ import annotations

import json
from typing import Any

from arguendo.export.sarif import sarif
from arguendo.export.wire import encode
from arguendo.problems import Edit, Problem, Severity
from arguendo.review.silencing import Silenced
from arguendo.span import Span

SPAN = Span("rules/ä b.yaml", 2, 3, 2, 9)
WRONG = Problem("unknown-key", "no \x1b key", SPAN, "did you mean?", fix=(Edit(SPAN, "because"),))
ODD = Problem("idle-silencing", "odd", Span("rules/a.yaml", 4, 1, 6, 1), severity=Severity.NOTE)
NOWHERE = Problem("no-rule-base", "not here")


def log(folder: str = "") -> Any:
    return json.loads(encode(sarif([WRONG, NOWHERE], [Silenced(ODD, "meant")], "1.2", folder)))


def run_of(found: Any) -> Any:
    assert found["version"] == "2.1.0"
    assert found["$schema"].endswith("sarif-2.1.0.json")
    (run,) = found["runs"]
    return run


def test_the_tool_says_who_it_is_and_describes_every_code() -> None:
    run = run_of(log())
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("arguendo", "1.2")
    assert run["columnKind"] == "unicodeCodePoints"
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert list(rules) == ["idle-silencing", "no-rule-base", "unknown-key"]
    for rule in rules.values():
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n")
    levels = {code: rule["defaultConfiguration"]["level"] for code, rule in rules.items()}
    assert levels == {"idle-silencing": "warning", "no-rule-base": "error", "unknown-key": "error"}


def test_results_point_to_their_rule_and_place() -> None:
    run = run_of(log())
    wrong, nowhere, odd = run["results"]
    for result in run["results"]:
        rules = run["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert wrong["level"] == "error"
    assert wrong["message"]["text"] == "no \N{REPLACEMENT CHARACTER} key\ndid you mean?"
    (location,) = wrong["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "rules/%C3%A4%20b.yaml"
    assert physical["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 9}
    assert "locations" not in nowhere
    assert odd["level"] == "note"


def test_silenced_results_are_suppressed_with_their_reason() -> None:
    wrong, nowhere, odd = run_of(log())["results"]
    assert wrong["suppressions"] == nowhere["suppressions"] == []
    assert odd["suppressions"] == [{"kind": "inSource", "justification": "meant"}]


def test_fixes_name_what_is_deleted_and_inserted() -> None:
    wrong, *_ = run_of(log("my rules"))["results"]
    (change,) = wrong["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "my%20rules/rules/%C3%A4%20b.yaml"
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"]["startColumn"] == 3
    assert replacement["insertedContent"] == {"text": "because"}


def test_a_log_without_problems_has_an_empty_list_of_results() -> None:
    assert run_of(json.loads(encode(sarif([], [], "1.2"))))["results"] == []
