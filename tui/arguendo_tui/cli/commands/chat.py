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
    """Talk line by line; works in a pipe, on a dumb terminal and with a screen reader."""
    from arguendo_tui.line import talk

    case = open_case(chosen_folder(context, rule_base), scenario)
    stay()
    return talk(case)
