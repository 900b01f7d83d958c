"""The help that lists all commands: in groups, each with a line that is not cut."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from typer.core import TyperGroup


class Group(StrEnum):
    """What a command is for; the help lists the groups in this order."""

    ASKING = "Ask an argument"
    WRITING = "Write one"
    CHECKING = "Check one"
    MACHINES = "Machines and editors"


class Commands(TyperGroup):
    """All commands; the group of each is what Typer calls its panel."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the groups, each command with the first sentence about it."""
        listed = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        widest = max(len(name) for name, _ in listed)
        for group in Group:
            rows = [
                (f"{name:<{widest}}", (command.help or "").split("\n\n")[0].removesuffix("."))
                for name, command in listed
                if getattr(command, "rich_help_panel", None) == group
            ]
            if rows:
                with formatter.section(group):
                    formatter.write_dl(rows)
