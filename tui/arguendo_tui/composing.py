"""A rule made of the fields of a form: what it would be in its file, and what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from arguendo.authoring.adding import CannotAdd, add
from arguendo.authoring.parts import KINDS
from arguendo.case import Case
from arguendo_tui.drafting import Draft, Unopened
from arguendo_tui.findings import Findings, look_over

_MANY = ("if", "unless", "then")


@dataclass(frozen=True)
class Composed:
    """What became of the fields."""

    lacks: str = ""
    """What is still missing, as a sentence."""
    file: str = ""
    item: str = ""
    """The rule as it would stand there."""
    text: str | None = None
    """The whole file with it; None while there is something wrong."""
    findings: Findings | None = None


def compose_rule(stage: Case, folder: Path, given: Mapping[str, str]) -> Composed:
    """Try a rule out beside the rule base; nothing is written."""
    parts = {
        name: [each.strip() for each in value.split(";") if each.strip()]
        if name in _MANY
        else [value.strip()]
        for name, value in given.items()
        if value.strip()
    }
    if "then" not in parts:
        return Composed(lacks="A rule needs to say what follows: Then.")
    try:
        made = add(folder, KINDS["rule"], parts)
    except CannotAdd as error:
        hint = f" ({error.hint})" if error.hint else ""
        return Composed(lacks=f"{error}{hint}.")
    if made.text is None:
        findings = Findings(made.problems, made.texts)
        return Composed("", made.file, made.item, None, findings)
    found = look_over(stage, folder, {made.file: made.text})
    return Composed("", made.file, made.item, made.text, found)


def write_rule(folder: Path, composed: Composed) -> None:
    """Write the rule into its file. Raises `Unopened` and `Unsaved`."""
    try:
        draft = Draft.open(folder, composed.file)
    except Unopened:
        (folder / composed.file).parent.mkdir(parents=True, exist_ok=True)
        draft = Draft(folder, composed.file, "", "", None)
    draft.written(composed.text or "").saved()
