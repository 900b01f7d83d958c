"""`arguendo mcp`: an argument for language models, by the Model Context Protocol."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    open_rule_base,
    stay,
    unknown,
)
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.context_server.cases import Cases

EXAMPLES = """Examples:

  arguendo mcp        (started by a client, which then talks to it)

  arguendo mcp --http --port 8765

docs/mcp.md says how clients are set up.
"""

GROUP = Group.MACHINES

TOKEN = "ARGUENDO_MCP_TOKEN"
"""The variable with the token; on the command line, all who list processes would see it."""


def run(
    context: typer.Context,
    http: Annotated[
        bool, typer.Option("--http", help="Serve over HTTP instead of the standard streams.")
    ] = False,
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help=f"With --http: any but this machine's needs {TOKEN}."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="With --http: 0 for any free one.")
    ] = 8765,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Serve language models: they converse, the rules decide.

    Every answer is certified. It speaks the Model Context Protocol on standard input and output,
    and ends when the client does; with --http it serves several clients, each with its own case.
    """
    _installed()
    rulebase = open_rule_base(chosen_folder(context, rule_base))
    if scenario and scenario not in rulebase.scenario:
        raise unknown("scenario", scenario, rulebase.scenario)
    if not http and sys.stdin.isatty():
        raise Stop(
            "without --http, the server is started by its client, not by hand",
            "docs/mcp.md says how to set one up",
        )
    from arguendo.context_server.cases import Cases

    stay()
    cases = Cases(rulebase, scenario)
    return _over_http(cases, host, port) if http else _over_streams(cases)


def _installed() -> None:
    from importlib.util import find_spec

    if not (find_spec("mcp") and find_spec("uvicorn")):
        raise Stop(
            "the library of the Model Context Protocol is not installed",
            "install it with: pip install 'arguendo[mcp]'",
        )


def _over_streams(cases: Cases) -> int:
    from arguendo.context_server.server import serve

    serve(cases)
    return Status.ANSWERED


def _over_http(cases: Cases, host: str, port: int) -> int:
    from arguendo.addresses import NotAllowed, listen
    from arguendo.context_server.web import address, make_app, serve

    token = os.environ.get(TOKEN, "")
    try:
        make_app(cases, host, port, token)
        with listen(host, port) as taken:
            chosen = taken.getsockname()[1]
            print(f"Serving at {address(host, chosen)} until interrupted.", file=sys.stderr)
            serve(make_app(cases, host, chosen, token), taken)
    except NotAllowed as error:
        hint = f"set the variable {TOKEN}, for example to what openssl rand -hex 32 prints"
        raise Stop(str(error), hint) from error
    except OSError as error:
        raise Stop(f"{host}:{port} cannot be served: {error.strerror or error}") from error
    return Status.ANSWERED
