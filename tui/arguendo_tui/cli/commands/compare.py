"""`arguendo compare`: two scenarios, or two rule bases, and where their arguments part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    Status,
    Stop,
    chosen_folder,
    open_case,
    open_rule_base,
    unknown,
    width,
)

if TYPE_CHECKING:
    from arguendo.authoring.competing import Competition
    from arguendo.case import Case
    from arguendo.rulebase import RuleBase
    from arguendo.statements import Statement

BARE = "-"
"""Stands for the facts alone."""

EXAMPLES = """Examples:

  arguendo compare FIRST SECOND

  arguendo compare - NAME "Does the strategy work?"

  arguendo compare NAME NAME --assume-second "it rains"

  arguendo compare --with ./their-rules "Does the strategy work?"
"""

Sides: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SCENARIO SCENARIO] [QUESTION]",
        help="Two scenarios (- is the facts alone), and what to compare them on; "
        "with --with, only the question.",
    ),
]
Sentences: TypeAlias = list[str] | None


def run(
    context: typer.Context,
    sides: Sides = None,
    other: Annotated[
        Path | None,
        typer.Option("--with", metavar="DIR", help="A rule base that argues about the same."),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With --with: the case to put to both; - is the facts."),
    ] = None,
    assume: Annotated[
        Sentences, typer.Option(metavar="SENTENCE", help="Assume this in both; may be repeated.")
    ] = None,
    suppose_away: Annotated[
        Sentences, typer.Option(metavar="SENTENCE", help="Take this in both not to be so.")
    ] = None,
    assume_second: Annotated[
        Sentences, typer.Option(metavar="SENTENCE", help="Assume this in the second scenario only.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Compare two scenarios, or one under two rule bases.

    It tells what each concludes, the first step over which the two arguments part (of what bears
    on the question, if there is one), and the difference that accounts for it: an assumption, a
    rule that only one has or has otherwise, a fact. Exit status: 0 compared, 1 the question is not
    clear, 2 wrong usage, 3 a rule base has errors.
    """
    words = list(sides or ())
    folder = chosen_folder(context, rule_base)
    both = (assume or (), suppose_away or ())
    if other is None:
        if scenario is not None:
            raise Stop("--scenario goes with --with", "name two scenarios: arguendo compare A B")
        case = open_case(folder, as_json=as_json)
        return _scenarios(case, words, both, assume_second or (), as_json=as_json)
    if assume_second:
        raise Stop("--assume-second goes with two scenarios", "--assume puts it to both rule bases")
    return _rule_bases((folder, other), words, scenario, both, as_json=as_json)


def _scenarios(
    case: Case,
    words: Sequence[str],
    both: tuple[Sequence[str], Sequence[str]],
    second_only: Sequence[str],
    *,
    as_json: bool,
) -> int:
    """Compare two scenarios of one rule base."""
    if len(words) < 2:
        known = ", ".join((BARE, *case.rulebase.scenario))
        raise Stop("two scenarios are needed", f"any two of: {known}")
    from arguendo.inquiry.comparing import comparison
    from arguendo.inquiry.query import Intent, Query
    from arguendo.wording.answers import word
    from arguendo_tui.cli.staging import stage

    names = [_known(name, case.rulebase) for name in words[:2]]
    one, other = (stage(case.choose(name), *both) for name in names)
    other = stage(other, second_only, ()) if second_only else other
    only = {each: bool(other.degree(each)) for each in other.assumptions}
    extra = {each: true for each, true in only.items() if each not in one.assumptions}
    query = Query(
        Intent.COMPARE,
        _goal(case, words[2:]),
        extra if second_only else {},
        scenarios=tuple(names),
    )
    found = comparison(query, one, other)
    if as_json:
        from arguendo.conversation.state import Reply
        from arguendo.export.replies import exchange
        from arguendo.export.wire import encode

        print(encode(exchange(Reply(" ".join(words[2:]), found, word(found)))))
    else:
        from arguendo_tui.plain import text_of

        print(text_of(word(found), width()))
    return Status.ANSWERED


def _rule_bases(
    folders: tuple[Path | None, Path],
    words: Sequence[str],
    scenario: str | None,
    both: tuple[Sequence[str], Sequence[str]],
    *,
    as_json: bool,
) -> int:
    """Compare two rule bases on one case."""
    from arguendo.authoring.competing import NothingShared, compete
    from arguendo.case import Case
    from arguendo_tui.cli.staging import stage

    one, other = (open_rule_base(folder, as_json=as_json) for folder in folders)
    chosen = one.start if scenario is None else scenario
    owner = other if chosen not in one.scenario and chosen in other.scenario else one
    case = stage(Case.of(owner, _known(chosen or BARE, owner), editing=True), *both)
    asked = case if owner is one else Case.of(one, "", editing=True)
    try:
        found = compete(one, other, case.assumptions, _goal(asked, words))
    except NothingShared as error:
        message = "these two rule bases have no kind of statement in common"
        raise Stop(message, "they have to share a vocabulary") from error
    print(_written(found, folders, as_json=as_json))
    return Status.ANSWERED


def _written(found: Competition, folders: tuple[Path | None, Path], *, as_json: bool) -> str:
    if as_json:
        from arguendo.export.differences import competing
        from arguendo.export.wire import encode

        return encode(competing(found))
    from arguendo.authoring.telling_apart import competition_page
    from arguendo_tui.plain import text_of

    return text_of(competition_page(found, *_names(found, folders)), width())


def _names(found: Competition, folders: tuple[Path | None, Path]) -> tuple[str, str]:
    """Call each by its title, or by its folder where the titles are the same."""
    one, other = found.versions.before, found.versions.after
    titles = one.title or one.name, other.title or other.name
    if titles[0] != titles[1]:
        return titles
    return str(folders[0]) if folders[0] else titles[0], str(folders[1])


def _known(name: str, rulebase: RuleBase) -> str:
    """Return the id of a scenario, empty for the facts alone. Raises `Stop`."""
    if name == BARE:
        return ""
    if name not in rulebase.scenario:
        raise unknown("scenario", name, (BARE, *rulebase.scenario))
    return name


def _goal(case: Case, words: Sequence[str]) -> Statement | None:
    from arguendo_tui.cli.staging import asked_about

    text = " ".join(words).strip()
    return asked_about(case, text) if text else None
