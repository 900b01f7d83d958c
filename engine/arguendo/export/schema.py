"""JSON Schema of rule files, for editors and other programs."""

from arguendo.reading.schema import KINDS, WHOLE, JsonSchema, schema

__all__ = ["KINDS", "WHOLE", "JsonSchema", "file_name", "modeline", "schema"]


def file_name(kind: str) -> str:
    """Return the name of the file that a schema goes into."""
    return f"{kind.replace(' ', '-')}.schema.json"


def modeline(path: str) -> str:
    """Return the comment at the top of a file that tells a YAML language server its schema."""
    return f"# yaml-language-server: $schema={path}"
