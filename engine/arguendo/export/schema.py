"""JSON Schema of rule files and of `arguendo.yaml`, for editors and other programs."""

from arguendo.checks.pages import codes, page
from arguendo.problems import Severity
from arguendo.reading import schema as rule_files
from arguendo.reading.schema import DIALECT, WHOLE, JsonSchema
from arguendo.review.settings import CHECKS, IGNORE_FILES, LEVELS
from arguendo.scale import ICD_203, Scale

__all__ = ["KINDS", "SETTINGS", "WHOLE", "JsonSchema", "file_name", "modeline", "schema"]

SETTINGS = "settings"
KINDS = (*rule_files.KINDS, SETTINGS)
"""What there are schemas of: a whole rule file, each section, and `arguendo.yaml`."""


def schema(kind: str = WHOLE, scale: Scale = ICD_203) -> JsonSchema:
    """Return the schema of one of `KINDS`. Raises `KeyError` for another."""
    return _settings() if kind == SETTINGS else rule_files.schema(kind, scale)


def _settings() -> JsonSchema:
    pattern = {"type": "string", "minLength": 1}
    keys: dict[str, tuple[str, JsonSchema]] = {
        CHECKS.name: ("How grave findings are here, by code.", {"enum": list(LEVELS)}),
        IGNORE_FILES.name: (
            "Files in which findings are of no interest, by code; * stands for anything.",
            {"anyOf": [pattern, {"type": "array", "items": pattern}]},
        ),
    }
    return {
        "$schema": DIALECT,
        "title": "Settings of a rule base",
        "description": "What the review of a rule base is to tell.",
        "type": "object",
        "properties": {key: _by_code(about, value) for key, (about, value) in keys.items()},
        "additionalProperties": False,
    }


def _by_code(about: str, value: JsonSchema) -> JsonSchema:
    """Return the schema of values by code, errors left out: no setting changes those."""
    pages = [found for found in map(page, codes()) if found]
    return {
        "description": about,
        "type": "object",
        "properties": {
            each.code: {"description": each.summary, **value}
            for each in pages
            if each.severity is not Severity.ERROR
        },
        "additionalProperties": False,
    }


def file_name(kind: str) -> str:
    """Return the name of the file that a schema goes into."""
    return f"{kind.replace(' ', '-')}.schema.json"


def modeline(path: str) -> str:
    """Return the comment at the top of a file that tells a YAML language server its schema."""
    return f"# yaml-language-server: $schema={path}"
