"""`arguendo read-back`: a rule as one would explain it to the expert who wrote it."""

from __future__ import annotations

from typing import Annotated

import typer

from arguendo_tui.cli.console import (
    PROGRAM,
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    open_case,
    unknown,
    width,
)
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo read-back RULE

  arguendo read-back --all --rule-base ./my-rules
"""

GROUP = Group.WRITING


def run(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="RULE", help="A rule's id.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Read back all rules.")] = False,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Read a rule back in prose: is this what was meant?

    Told are its law, when it is silent, the rules most like it, what follows from it in turn, and
    whether it applies. Exit status: 0 told, 2 no such rule, 3 the rule base has errors.
    """
    if (name is None) is not every:
        raise Stop("name one rule, or --all", f'{PROGRAM} ask "What are the rules?" lists them')
    case = open_case(chosen_folder(context, rule_base), scenario)
    rules = case.rulebase.rule
    if name is not None and name not in rules:
        raise unknown("rule", name, rules)
    from arguendo.authoring.explaining import read_back_page
    from arguendo.authoring.reading_back import read_back
    from arguendo_tui.plain import text_of

    chosen = [rules[name]] if name else list(rules.values())
    pages = (text_of(read_back_page(read_back(case, rule)), width()) for rule in chosen)
    print("\n\n\n".join(pages))
    return Status.ANSWERED
