"""Formatting of a whole rule base, with the proof that it says afterwards what it said before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from pathlib import Path

from arguendo.authoring.formatting import Unformatted, formatted
from arguendo.library import read
from arguendo.problems import Problems, Severity
from arguendo.rulebase import RuleBase


@dataclass(frozen=True)
class Tidied:
    """One file, before and after."""

    name: str
    """As in problems: relative to the rule base."""
    before: str
    after: str
    left: str = ""
    """Why it was left as it is; empty when it was not."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def tidy(folder: Path, names: Collection[str] | None = None) -> tuple[Tidied, ...]:
    """Format files of a rule base (default: all), and write nothing.

    A file with errors is left as it is, and all are should the rule base read otherwise after it.
    """
    rulebase, problems, texts = read(folder)
    broken = {p.span.file for p in problems if p.span and p.severity is Severity.ERROR}
    found = tuple(
        _tidied(name, text, name in broken)
        for name, text in texts.items()
        if names is None or name in names
    )
    drafts = {each.name: each.after for each in found if each.changed}
    if not drafts:
        return found
    again, later, _ = read(folder, drafts)
    if _say_the_same(rulebase, again) and _told(problems) == _told(later):
        return found
    why = "the rule base would not read the same"
    return tuple(Tidied(e.name, e.before, e.before, e.left or why) for e in found)


def _tidied(name: str, text: str, broken: bool) -> Tidied:
    if broken:
        return Tidied(name, text, text, "it has errors")
    try:
        return Tidied(name, text, formatted(text))
    except Unformatted as why:
        return Tidied(name, text, text, str(why))


def _told(problems: Problems) -> set[tuple[str, str, str]]:
    """Return what problems say, without where."""
    return {(each.code, each.message, each.severity.value) for each in problems}


_APART = ("digest", "vocabulary")


def _say_the_same(one: RuleBase | None, other: RuleBase | None) -> bool:
    """Tell whether two rule bases are equal in all but their files."""
    if one is None or other is None:
        return one is other
    names = [each.name for each in fields(RuleBase) if each.compare and each.name not in _APART]
    return (
        all(getattr(one, name) == getattr(other, name) for name in names)
        and one.vocabulary.entities == other.vocabulary.entities
        and one.vocabulary.predicates == other.vocabulary.predicates
    )
