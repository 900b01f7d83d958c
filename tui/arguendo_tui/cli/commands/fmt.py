"""`arguendo fmt`: rule files in one layout, comments kept, nothing said otherwise."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo.content import FOLDERS, is_rule_base
from arguendo_tui.cli.console import Status, Stop, complain
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.editing import OwnRuleBaseOption, own_folder, write_text
from arguendo_tui.cli.helping import Group

if TYPE_CHECKING:
    from arguendo.authoring.tidying import Tidied

EXAMPLES = """Examples:

  arguendo fmt ./my-rules

  arguendo fmt --diff ./my-rules/rules/harbor.yaml

  arguendo fmt --check
"""

GROUP = Group.WRITING


def run(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DIR|FILE", help="Rule bases, or files or folders of them."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; list the files that would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Write nothing; show what would change.")
    ] = False,
    rule_base: OwnRuleBaseOption = None,
) -> int:
    """Bring rule files into one layout, comments kept.

    Keys come in order, two spaces a step. Before anything is written the rule base is read both
    ways, and must say the same. Exit status: 0 done, 1 --check found files that would change, 3
    files were left since they have errors.
    """
    found = list(_tidied(context, paths or (), rule_base))
    if not found:
        raise Stop("there are no rule files to format")
    left = [(path, file) for path, file in found if file.left]
    changed = [(path, file) for path, file in found if file.changed]
    for path, file in left:
        complain(f"{path}: left as it is: {file.left}")
    for path, file in changed:
        if diff:
            _print(_difference(path, file))
        elif check:
            _print([str(path)])
        else:
            write_text(path, file.after)
            complain(f"{path}: formatted")
    word = "would change" if check or diff else "changed"
    complain(f"{counted(len(found), 'file')}, {len(changed)} {word}, {len(left)} left as they are")
    if left:
        return Status.BROKEN_RULE_BASE
    return Status.UNANSWERED if check and changed else Status.ANSWERED


def _tidied(
    context: typer.Context, paths: Sequence[Path], rule_base: Path | None
) -> Iterator[tuple[Path, Tidied]]:
    """Format what is named, or the one rule base; of a file named alone only that is touched."""
    from arguendo.authoring.tidying import tidy

    whole = [path for path in paths if is_rule_base(path)]
    places: dict[Path, list[Path]] = {path: [] for path in whole}
    for path in paths:
        if path not in whole:
            places.setdefault(_rule_base_of(path), []).append(path)
    if not paths:
        places[own_folder(context, rule_base)] = []
    for folder, parts in places.items():
        found = (
            tidy(folder) if folder in whole or not parts else tidy(folder, _names(folder, parts))
        )
        yield from ((folder / file.name, file) for file in found)


def _rule_base_of(path: Path) -> Path:
    """Find the rule base that a file or folder belongs to. Raises `Stop`."""
    if not path.exists():
        raise Stop(f"there is nothing at “{path}”")
    real = path.resolve()
    inside = next((each for each in (real, *real.parents) if each.name in FOLDERS), None)
    if inside is None:
        raise Stop(f"“{path}” belongs to no rule base", "its files lie in rules/ and knowledge/")
    return inside.parent


def _names(folder: Path, paths: Iterable[Path]) -> set[str]:
    """List the files meant, relative to their rule base."""
    files = (
        file
        for path in paths
        for file in (path.resolve().rglob("*") if path.is_dir() else [path.resolve()])
    )
    return {file.relative_to(folder).as_posix() for file in files}


def _difference(path: Path, file: Tidied) -> Iterator[str]:
    before, after = (text.splitlines() for text in (file.before, file.after))
    return difflib.unified_diff(
        before, after, str(path), str(path), "as it is", "formatted", lineterm=""
    )


def _print(lines: Iterable[str]) -> None:
    from arguendo.problems import printable

    for line in lines:
        print(printable(line))
