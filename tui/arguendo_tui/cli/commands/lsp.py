"""`arguendo lsp`: a language server for rule files, for any editor."""

from __future__ import annotations

from arguendo_tui.cli.console import Status, Stop, stay

EXAMPLES = """Examples:

  arguendo lsp        (started by an editor, which then talks to it)

docs/editors.md says how editors are set up.
"""


def run() -> int:
    """Serve an editor on standard input and output: problems, completion, help, new names.

    It speaks the Language Server Protocol, and ends when the editor does.
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
