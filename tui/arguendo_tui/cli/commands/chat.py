"""`arguendo chat`: the conversation in line mode."""

from __future__ import annotations

import typer

from arguendo_tui.cli.console import RuleBaseOption, ScenarioOption, stay
from arguendo_tui.cli.sitting import (
    NoJournalOption,
    ResumeOption,
    Wish,
    folder_for,
    opened,
    sitting_for,
)

EXAMPLES = """Examples:

  arguendo chat

  echo "What are the open questions?" | arguendo chat

  arguendo chat --resume
"""


def run(
    context: typer.Context,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
    resume: ResumeOption = None,
    no_journal: NoJournalOption = False,
) -> int:
    """Talk line by line: in a pipe, or with a screen reader.

    A terminal that can only show lines is enough.
    """
    from arguendo_tui.line import talk

    before = context.find_root().params
    resume = before.get("resume") if resume is None else resume
    no_journal = no_journal or bool(before.get("no_journal"))
    folder = folder_for(context, rule_base, resume)
    sitting = sitting_for(Wish(folder, scenario, resume, no_journal))
    case = opened(sitting, scenario)
    stay()
    return talk(case, sitting)
