"""`arguendo serve`: the program in a browser."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    Stop,
    chosen_folder,
    complain,
    open_rule_base,
    stay,
    unknown,
)

if TYPE_CHECKING:
    from pathlib import Path

    from arguendo.rulebase import RuleBase
    from arguendo_tui.serving.scenarios import Scenarios
    from arguendo_tui.serving.server import Terms

EXAMPLES = """Examples:

  arguendo serve

  arguendo serve --rule-base ./my-rules --port 8080

A link may bring a scenario and a question: http://127.0.0.1:8000/?scenario=NAME&ask=QUESTION
docs/serving.md says how to serve others.
"""

TOKEN = "ARGUENDO_SERVE_TOKEN"
"""The variable with the token; on the command line, all who list processes would see it."""


def run(
    context: typer.Context,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help=f"Any but this machine's needs {TOKEN}.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="0 for any free one.")
    ] = 8000,
    origin: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL",
            help="A further address by which browsers come, such as https://argue.example.org.",
        ),
    ] = None,
    visitors: Annotated[
        int, typer.Option(metavar="N", min=1, max=64, help="How many are served at once.")
    ] = 8,
    idle: Annotated[
        int,
        typer.Option(metavar="MINUTES", min=1, max=1440, help="After how long a visit ends."),
    ] = 30,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Serve the program to browsers.

    Each visitor has a case of their own. They ask and assume what they like; nothing that they do
    is kept, or changes a file.
    """
    _installed()
    folder = chosen_folder(context, rule_base)
    rulebase = open_rule_base(folder)
    if scenario and scenario not in rulebase.scenario:
        raise unknown("scenario", scenario, rulebase.scenario)
    stay()
    from arguendo_tui.serving.server import Terms

    terms = Terms(
        _scenarios(rulebase, folder),
        rulebase.title or rulebase.name,
        str(folder.resolve()) if folder else "",
        scenario or "",
        visitors,
        idle * 60.0,
        tell=complain,
    )
    return _serve(terms, host, port, origin or [])


def _serve(terms: Terms, host: str, port: int, origins: list[str]) -> int:
    from arguendo.addresses import NotAllowed, bracketed, check_guarded, listen
    from arguendo_tui.serving.gate import Gate
    from arguendo_tui.serving.server import serve

    token = os.environ.get(TOKEN, "")
    try:
        check_guarded(host, token)
    except NotAllowed as error:
        hint = f"set the variable {TOKEN}, for example to what openssl rand -hex 32 prints"
        raise Stop(str(error), hint) from error
    try:
        with listen(host, port) as taken:
            chosen = taken.getsockname()[1]
            gate = Gate.at(host, chosen, token, origins)
            complain(f"Serving at http://{bracketed(host)}:{chosen} until interrupted.")
            serve(terms, gate, taken)
    except NotAllowed as error:
        raise Stop(str(error)) from error
    except OSError as error:
        raise Stop(f"{host}:{port} cannot be served: {error.strerror or error}") from error
    return Status.ANSWERED


def _installed() -> None:
    from importlib.util import find_spec

    if not find_spec("textual_serve"):
        raise Stop(
            "what serves browsers is not installed",
            "install it with: pip install 'arguendo[serve]'",
        )


def _scenarios(rulebase: RuleBase, folder: Path | None) -> Scenarios:
    from arguendo.library import load
    from arguendo_tui.serving.scenarios import Scenarios

    return Scenarios(lambda: tuple(load(folder).scenario), tuple(rulebase.scenario))
