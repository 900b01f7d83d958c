"""`arguendo diff`: what two versions of a rule base conclude differently, and through what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import Status, Stop, width
from arguendo_tui.cli.formats import Format, FormatOption
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.rulebase import RuleBase

EXAMPLES = """Examples:

  arguendo diff ./my-rules-of-may ./my-rules

  arguendo diff --format json ./old ./new
"""

GROUP = Group.CHECKING


def run(
    first: Annotated[Path, typer.Argument(metavar="A", help="Folder of the first version.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="Folder of the second version.")],
    form: FormatOption = Format.TEXT,
) -> int:
    """Compare what two versions of a rule base conclude.

    They are compared on the scenarios that both have. For each conclusion that comes out otherwise
    it names the changes responsible, found by making them one by one. Exit status: 0 the same
    conclusions, 1 different ones, 3 one of the two has errors.
    """
    from arguendo.authoring.difference import difference

    found = difference(_opened(first), _opened(second))
    if form is Format.JSON:
        from arguendo.export.differences import versions_compared
        from arguendo.export.wire import encode

        print(encode(versions_compared(found)))
    else:
        from arguendo.authoring.telling import difference_page
        from arguendo_tui.plain import text_of

        print(text_of(difference_page(found, str(first), str(second)), width()))
    return Status.UNANSWERED if found.differs else Status.ANSWERED


def _opened(folder: Path) -> RuleBase:
    """Load one version. Raises `Stop` that says which one has errors."""
    from arguendo.library import RuleBaseError, load

    try:
        return load(folder)
    except RuleBaseError as error:
        told = f"“{folder}” has errors:\n\n{error}"
        raise Stop(told, status=Status.BROKEN_RULE_BASE) from error
