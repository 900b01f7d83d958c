"""Rule bases that commands write to: which one is meant, and files written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from arguendo.content import is_rule_base
from arguendo_tui.cli.console import PROGRAM, Stop, named_folder

OwnRuleBaseOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--rule-base", metavar="DIR", help="Folder of a rule base; default: the current folder."
    ),
]


def own_folder(context: typer.Context, given: Path | None) -> Path:
    """Return the rule base to write to: the one given, else the folder one stands in.

    It is never the one that comes with the program. Raises `Stop` when no folder is a rule base.
    """
    folder = named_folder(context, given)
    if folder is not None:
        return folder
    if is_rule_base(Path()):
        return Path()
    raise Stop(
        "this folder is no rule base: it has neither rules/ nor knowledge/",
        f"name one with --rule-base DIR; {PROGRAM} new DIR begins one",
    )


def write_text(file: Path, text: str) -> None:
    """Write a file whole or not at all, in a folder that is made where there is none.

    Raises `Stop`.
    """
    from arguendo.disk import write_whole

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode("utf-8"))
    except OSError as error:
        raise Stop(f"“{file}” cannot be written: {error.strerror or error}") from error
