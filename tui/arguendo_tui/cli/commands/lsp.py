"""`arguendo lsp`: a language server for rule files, for any editor."""

from __future__ import annotations

from arguendo_tui.cli.console import Status, Stop, stay
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo lsp        (started by an editor, which then talks to it)

docs/editors.md says how editors are set up.
"""

GROUP = Group.MACHINES


def run() -> int:
    """Serve an editor: problems, completion, help, new names.

    It speaks the Language Server Protocol on standard input and output, and ends when the editor
    does.
    """
    import sys

    if sys.stdin.isatty():
        raise Stop(
            "a language server is started by an editor, not by hand",
            "docs/editors.md says how to set one up",
        )
    from arguendo.language_server.server import serve

    stay()
    serve()
    return Status.ANSWERED
