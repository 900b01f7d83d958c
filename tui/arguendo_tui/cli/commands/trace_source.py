"""`arguendo trace-source`: what was drawn from each paragraph of the sources."""

from __future__ import annotations

import typer

from arguendo_tui.cli.console import (
    FolderArgument,
    RuleBaseOption,
    Status,
    chosen_folder,
    open_rule_base,
    width,
)
from arguendo_tui.cli.formats import Format, FormatOption
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo trace-source

  arguendo trace-source ./my-rules --format json
"""

GROUP = Group.CHECKING


def run(
    context: typer.Context,
    folder: FolderArgument = None,
    form: FormatOption = Format.TEXT,
    rule_base: RuleBaseOption = None,
) -> int:
    """Trace rules, facts and questions to their paragraphs.

    Told as well: paragraphs that nothing is drawn from, and what names none. Exit status: 0 told, 3
    the rule base has errors.
    """
    from arguendo.authoring.tracing import trace

    as_json = form is Format.JSON
    rulebase = open_rule_base(chosen_folder(context, rule_base, folder), as_json=as_json)
    found = trace(rulebase)
    if as_json:
        from arguendo.export.sources import sources_traced
        from arguendo.export.wire import encode

        print(encode(sources_traced(found)))
    else:
        from arguendo.authoring.citing import trace_page
        from arguendo_tui.plain import text_of

        print(text_of(trace_page(found, rulebase), width()))
    return Status.ANSWERED
