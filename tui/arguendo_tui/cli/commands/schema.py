"""`arguendo schema`: JSON Schema of rule files, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import RuleBaseOption, Status, Stop, named_folder, open_case, unknown
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.export.schema import JsonSchema
    from arguendo.scale import Scale

EXAMPLES = """Examples:

  arguendo schema > file.schema.json

  arguendo schema rules

  arguendo schema settings

  arguendo schema --out ./schemas

  arguendo schema --modeline ./schemas/file.schema.json
"""

GROUP = Group.MACHINES


def run(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="A section, “file” for whole files (default), “settings” for arguendo.yaml.",
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--list", help="List what there are schemas of.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write all schemas to a folder.")
    ] = None,
    modeline: Annotated[
        str | None,
        typer.Option(
            "--modeline",
            metavar="SCHEMA",
            help="Print the comment that names SCHEMA to a YAML language server.",
        ),
    ] = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Print the JSON Schema of rule files, for editors.

    Editors complete and check files by it. With --rule-base the degrees are those of its scale.

    Exit status: 0 done, 2 usage.
    """
    from arguendo.export import schema as made

    if sum((kind is not None, names, out is not None, modeline is not None)) > 1:
        raise Stop("choose one of KIND, --list, --out and --modeline")
    if names:
        print("\n".join(made.KINDS))
    elif modeline is not None:
        print(made.modeline(_one_line(modeline)))
    elif out is not None:
        scale = _scale(named_folder(context, rule_base))
        _write(out, {made.file_name(each): made.schema(each, scale) for each in made.KINDS})
    else:
        wanted = (kind or made.WHOLE).replace("-", " ")
        if wanted not in made.KINDS:
            raise unknown("schema", wanted, made.KINDS)
        print(_text(made.schema(wanted, _scale(named_folder(context, rule_base)))))
    return Status.ANSWERED


def _scale(folder: Path | None) -> Scale:
    """Return the scale of a rule base, the built-in one without."""
    from arguendo.scale import ICD_203

    return ICD_203 if folder is None else open_case(folder).rulebase.scale


def _one_line(path: str) -> str:
    if path.split() != [path]:
        raise Stop("a modeline cannot name a path with spaces in it", "move or rename the schema")
    return path


def _text(schema: JsonSchema) -> str:
    import json

    return json.dumps(schema, indent=2, ensure_ascii=False)


def _write(folder: Path, schemas: dict[str, JsonSchema]) -> None:
    """Write the schemas, and say which, as `ls` would. Raises `Stop`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas.items():
            file = folder / name
            file.write_text(f"{_text(schema)}\n", encoding="utf-8")
            print(file)
    except OSError as error:
        message = f"the schemas cannot be written to “{folder}”: {error.strerror or error}"
        raise Stop(message, "name a folder that can be written") from error
