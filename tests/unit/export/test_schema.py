"""The schema of `arguendo.yaml` takes what its reader takes."""

from __future__ import annotations

import pytest
import yaml
from jsonschema import Draft202012Validator

from arguendo.export.schema import SETTINGS, schema
from arguendo.problems import Problems
from arguendo.review.settings import read_settings


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("checks:\n  single-source: ignore\n  unused-fact: error\n", True),
        ("ignore files:\n  unused-fact: [knowledge/drafts/*]\n  idle-question: rules/a.yaml", True),
        ("checks:\n  unused-fact: grave\n", False),
        ("checks:\n  unusd-fact: error\n", False),
        ("checks:\n  unknown-key: ignore\n", False),
        ("checks: [unused-fact]\n", False),
        ("ignore files:\n  unused-fact: {a: b}\n", False),
        ("ignore:\n  unused-fact: [a]\n", False),
    ],
)
def test_settings(text: str, valid: bool) -> None:
    problems = Problems()
    read_settings(text, problems)
    assert (not list(problems)) is valid
    made = schema(SETTINGS)
    Draft202012Validator.check_schema(made)
    assert Draft202012Validator(made).is_valid(yaml.safe_load(text)) is valid
