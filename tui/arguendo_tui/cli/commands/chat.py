"""`arguendo chat`: the conversation in line mode."""

from __future__ import annotations

import typer

from arguendo_tui.cli.console import RuleBaseOption, ScenarioOption, chosen_folder, open_case, stay

EXAMPLES = """Examples:

  arguendo chat

  echo "What are the open questions?" | arguendo chat
"""


def run(
    context: typer.Context,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Talk line by line: in a pipe, or with a screen reader.

    A terminal that can only show lines is enough.
    """
    from arguendo_tui.line import talk

    case = open_case(chosen_folder(context, rule_base), scenario)
    stay()
    return talk(case)
