"""`arguendo new`: a rule base to begin with, and more for one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from keyword import iskeyword
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from arguendo_tui.cli.console import PROGRAM, Status, Stop, complain
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.editing import OwnRuleBaseOption, own_folder, write_text
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.authoring.adding import Addition
    from arguendo.authoring.parts import Given, Kind, Part

EXAMPLES = """Examples:

  arguendo new ./my-rules --title "Should the town build the bridge?"

  arguendo new entity "the harbor" --kind place --alias port

  arguendo new statement "{place} [needs|need] {work}" --slot place=town

  arguendo new rule --title "What is needed is built" --if "?town needs ?work" \
--unless "?work is too dear" --then "?town builds ?work" --qualifier likely \
--because "Need finds a way." --source ¶2

  arguendo new scenario "The mayor asks" --assume "the mayor asks for a loan" \
--expect "the town builds the bridge: likely"
"""

GROUP = Group.WRITING


def _text(help: str, *names: str) -> Any:
    return typer.Option(*names, metavar="TEXT", help=help)


What: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="DIR|KIND",
        help="A new folder; or what to add: rule, entity, statement, fact, question, scenario, "
        "test. A folder of such a name is written ./rule.",
        show_default=False,
    ),
]
Main: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="TEXT", help="A title, a name, or a sentence.")
]
Title: TypeAlias = Annotated[str | None, _text("Of a rule base, rule, scenario or test.")]
Name: TypeAlias = Annotated[str | None, _text("Of a rule base or entity.")]
Kinds: TypeAlias = Annotated[str | None, _text("Of an entity: what kind of thing it is.")]
Alias: TypeAlias = Annotated[list[str] | None, _text("Of an entity: another name.")]
About: TypeAlias = Annotated[str | None, _text("Of an entity, scenario or test.")]
Plural: TypeAlias = Annotated[bool, typer.Option("--plural", help="The entity takes “are”.")]
Slot: TypeAlias = Annotated[list[str] | None, _text("Of a statement: a slot's kind, place=town.")]
Denies: TypeAlias = Annotated[str | None, _text("Of a statement: the sentence denied.")]
Asks: TypeAlias = Annotated[str | None, _text("Of a statement: the sentence asked.")]
Also: TypeAlias = Annotated[
    list[str] | None, _text("Of a statement or scenario: another way to say it.")
]
If: TypeAlias = Annotated[list[str] | None, _text("Of a rule: what must hold.", "--if")]
Unless: TypeAlias = Annotated[list[str] | None, _text("Of a rule: what keeps it from applying.")]
Then: TypeAlias = Annotated[list[str] | None, _text("Of a rule: what follows.")]
Qualifier: TypeAlias = Annotated[str | None, _text("Of a rule: how likely that is.")]
Because: TypeAlias = Annotated[str | None, _text("Of a rule: why.")]
From: TypeAlias = Annotated[list[str] | None, _text("The paragraph it is drawn from.", "--source")]
Overrides: TypeAlias = Annotated[list[str] | None, _text("Of a rule: one that it sets aside.")]
Notes: TypeAlias = Annotated[str | None, _text("Of a rule.")]
Date: TypeAlias = Annotated[str | None, _text("Of a fact.")]
Degree: TypeAlias = Annotated[str | None, _text("Of a fact: if less than established.")]
Background: TypeAlias = Annotated[
    bool, typer.Option("--background", help="No rule rests on the fact.")
]
By: TypeAlias = Annotated[str | None, _text("Of a question: the id of who decides it.")]
Assume: TypeAlias = Annotated[list[str] | None, _text("Of a scenario or test.")]
Away: TypeAlias = Annotated[list[str] | None, _text("Of a scenario or test.", "--suppose-away")]
Expect: TypeAlias = Annotated[
    list[str] | None, _text("Of a scenario or test: a sentence, or “sentence: likely”.")
]
Id: TypeAlias = Annotated[str | None, _text("Instead of the one made from the title.")]
File: TypeAlias = Annotated[
    str | None, typer.Option(metavar="FILE", help="Instead of the fitting one: rules/harbor.yaml.")
]


def run(
    context: typer.Context,
    what: What,
    text: Main = None,
    title: Title = None,
    name: Name = None,
    kind: Kinds = None,
    alias: Alias = None,
    about: About = None,
    plural: Plural = False,
    slot: Slot = None,
    denies: Denies = None,
    asks: Asks = None,
    also: Also = None,
    if_: If = None,
    unless: Unless = None,
    then: Then = None,
    qualifier: Qualifier = None,
    because: Because = None,
    source: From = None,
    overrides: Overrides = None,
    notes: Notes = None,
    date: Date = None,
    degree: Degree = None,
    background: Background = False,
    by: By = None,
    assume: Assume = None,
    suppose_away: Away = None,
    expect: Expect = None,
    id: Id = None,
    file: File = None,
    rule_base: OwnRuleBaseOption = None,
) -> int:
    """Begin a rule base that works, or add something to one.

    What is added is checked first, and refused with all that is wrong. Options that take TEXT may
    be repeated where there can be several; on a terminal, without options, it asks for the parts
    one by one. Exit status: 0 written, 2 wrong usage, 3 the rule base would have errors that it has
    not yet.
    """
    from arguendo.authoring.parts import KINDS

    chosen = KINDS.get(what)
    if chosen is None:
        return _begin(what, text, title, name, context)
    given = _given(context, chosen, text)
    return _add(own_folder(context, rule_base), chosen, given, file, id)


_ANYWHERE = {"what", "text", "id", "file", "rule_base"}


def _begin(
    what: str, text: str | None, title: str | None, name: str | None, context: typer.Context
) -> int:
    """Write a new rule base."""
    from arguendo.authoring.beginning import QUESTION, TITLE, scaffold
    from arguendo.authoring.parts import slug
    from arguendo.problems import printable

    folder = Path(what)
    _refuse_slips(what, text)
    others = set(_set(context)) - _ANYWHERE - {"title", "name"}
    if others or context.params.get("id") or context.params.get("file"):
        raise Stop("a new rule base takes --title and --name only")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"“{what}” is there already, and is not an empty folder")
    called = name or slug(folder.resolve().name, "-")
    for file, content in scaffold(called, title or TITLE).items():
        write_text(folder / file, content)
        print(printable(str(folder / file)))
    where = quote(what)
    complain(
        f"\nA small rule base that works. Its files say what each part is; next:\n"
        f"  {PROGRAM} check {where}\n"
        f"  {PROGRAM} test --rule-base {where}\n"
        f'  {PROGRAM} ask --rule-base {where} "{QUESTION}"\n'
        f"  {PROGRAM} --rule-base {where}\n"
        f"and to add to it: {PROGRAM} new rule --rule-base {where}"
    )
    return Status.ANSWERED


def _refuse_slips(what: str, text: str | None) -> None:
    """Refuse what was probably not meant for a folder."""
    from arguendo.authoring.parts import KINDS
    from arguendo.problems import closest

    near = "" if "/" in what or Path(what).exists() else closest(what, KINDS, least=75)
    if near:
        hint = f"did you mean “{near}”? a folder of that name is written ./{what}"
        raise Stop(f"“{what}” is nothing that can be added", hint)
    if text is not None:
        hint = f"a new rule base takes one folder; what can be added: {', '.join(KINDS)}"
        raise Stop(f"“{what}” is nothing that can be added", hint)


def _set(context: typer.Context) -> dict[str, Any]:
    """Return the parameters that were given."""
    return {name: value for name, value in context.params.items() if value}


def _parameter(part: Part) -> str:
    name = (part.option or part.key).replace(" ", "_")
    return f"{name}_" if iskeyword(name) else name


def _given(context: typer.Context, kind: Kind, text: str | None) -> Given:
    """Take what was given for the parts of a kind. Raises `Stop` for what it has not."""
    from arguendo.wording.grammar import with_article

    found = _set(context)
    known = {_parameter(part): part.key for part in kind.parts}
    foreign = next((name for name in found if name not in known and name not in _ANYWHERE), None)
    if foreign:
        option = foreign.rstrip("_").replace("_", "-")
        takes = ", ".join(part.flagged for part in kind.parts if part.option or part != kind.main)
        raise Stop(f"{with_article(kind.name)} has no --{option}", f"it takes: {takes}")
    given = {
        key: ["true"] if value is True else [value] if isinstance(value, str) else list(value)
        for name, value in found.items()
        if (key := known.get(name))
    }
    if text is not None and given.setdefault(kind.main.key, [text]) != [text]:
        raise Stop(f"the {kind.main.key} is given twice")
    return given


def _add(folder: Path, kind: Kind, given: Given, file: str | None, id: str | None) -> int:
    from arguendo.authoring.adding import CannotAdd, add
    from arguendo.problems import Severity, printable, render

    try:
        made = add(folder, kind, given or _asked(kind), file, id)
    except CannotAdd as error:
        raise Stop(str(error), error.hint) from error
    if made.text is None:
        raise _refused(made)
    write_text(folder / made.file, made.text)
    print("\n".join(map(printable, made.item.split("\n"))))
    complain(f"\nadded to {folder / made.file}")
    errors = sum(problem.severity is Severity.ERROR for problem in made.problems)
    if errors:
        complain(f"{counted(errors, 'error')} as before: {PROGRAM} check {quote(str(folder))}")
    else:
        complain("\n\n".join(render(problem, made.texts) for problem in made.problems))
    return Status.ANSWERED


def _refused(made: Addition) -> Stop:
    """Tell what would be wrong, with the text that was not written."""
    from arguendo.problems import render

    told = (render(problem, made.texts) for problem in made.problems)
    message = "\n\n".join([*told, f"nothing was written, and this was refused:\n\n{made.item}"])
    return Stop(message, status=Status.BROKEN_RULE_BASE)


def _asked(kind: Kind) -> Given:
    """Ask a person for the parts, one by one."""
    from arguendo.wording.grammar import with_article
    from arguendo_tui.cli.asking import ask_parts, asker
    from arguendo_tui.surroundings import has_terminal

    if not has_terminal():
        message = f"{with_article(kind.name)} needs its parts as options"
        raise Stop(message, _options(kind.parts))
    return ask_parts(kind, asker())


def _options(parts: Sequence[Part]) -> str:
    needed = ", ".join(part.flagged for part in parts if part.needed)
    others = ", ".join(part.flagged for part in parts if not part.needed)
    return f"needed: {needed}; and if you like: {others}"
