"""What was declared otherwise in a second version of a rule base, and versions in between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, TypeVar

from arguendo.facts import Fact
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scenarios import Scenario
from arguendo.vocabulary import Vocabulary

_T = TypeVar("_T")


class Matter(Enum):
    """What kind of thing an edit is about."""

    RULE = "rule"
    FACT = "fact"
    QUESTION = "question"
    CONTRARY = "contrary pair"
    SCENARIO = "scenario"
    TEST = "test"
    ENTITY = "entity"
    STATEMENT = "statement"
    SOURCE = "source"
    PHRASING = "phrasing"
    ASSOCIATION = "association"


class Deed(Enum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Edit:
    """One declaration that differs between two versions."""

    matter: Matter
    name: str
    """An id, or a statement's key."""
    deed: Deed
    parts: tuple[str, ...] = ()
    """Of something changed: in what."""
    counts: bool = False
    """Whether a conclusion can depend on it."""


_REASONING = {
    "condition": "grounds",
    "rebuttals": "rebuttals",
    "claims": "claim",
    "qualifier": "qualifier",
    "overrides": "overrides",
}
"""Fields of a rule on which conclusions depend, in an author's words."""

_WORDS = {"because": "reason", "about": "description", "also": "other sentences"}
_PASSED_OVER = {"branches", "position"}


def edits(before: RuleBase, after: RuleBase) -> tuple[Edit, ...]:
    """List what differs, matter by matter, in the order of the files."""
    old, new = before.vocabulary, after.vocabulary
    return (
        *_between(Matter.RULE, before.rule, after.rule, _rule_counts),
        *_between(Matter.FACT, _facts(before), _facts(after), _fact_counts),
        *_between(Matter.CONTRARY, _pairs(before), _pairs(after), _always),
        *_between(Matter.SCENARIO, before.scenario, after.scenario, _scenario_counts),
        *_between(Matter.QUESTION, _keyed(before.questions), _keyed(after.questions)),
        *_between(Matter.TEST, _named(before.tests), _named(after.tests)),
        *_between(Matter.ENTITY, old.entities, new.entities),
        *_between(Matter.STATEMENT, old.predicates, new.predicates),
        *_between(Matter.SOURCE, _named(before.sources), _named(after.sources)),
        *_between(Matter.PHRASING, _phrased(before), _phrased(after)),
        *_between(Matter.ASSOCIATION, _keyed(before.associations), _keyed(after.associations)),
    )


def _never(_: Collection[str], __: Deed) -> bool:
    return False


def _always(_: Collection[str], __: Deed) -> bool:
    return True


def _rule_counts(parts: Collection[str], deed: Deed) -> bool:
    return deed is not Deed.CHANGED or bool(set(parts) & set(_REASONING.values()))


def _fact_counts(parts: Collection[str], deed: Deed) -> bool:
    return deed is not Deed.CHANGED or "degree" in parts


def _scenario_counts(parts: Collection[str], deed: Deed) -> bool:
    return deed is Deed.CHANGED and "assumptions" in parts


def _between(
    matter: Matter,
    before: Mapping[str, object],
    after: Mapping[str, object],
    counts: Callable[[Collection[str], Deed], bool] = _never,
) -> Iterator[Edit]:
    for name, old in before.items():
        if name not in after:
            yield Edit(matter, name, Deed.REMOVED, counts=counts((), Deed.REMOVED))
        elif parts := _differing(old, after[name]):
            yield Edit(matter, name, Deed.CHANGED, parts, counts(parts, Deed.CHANGED))
    for name in after:
        if name not in before:
            yield Edit(matter, name, Deed.ADDED, counts=counts((), Deed.ADDED))


def _differing(old: Any, new: Any) -> tuple[str, ...]:
    """Name the fields in which two values of one class differ."""
    if isinstance(old, tuple):
        return ()
    names = _REASONING | _WORDS if isinstance(old, Rule) else _WORDS
    return tuple(
        names.get(field.name, field.name)
        for field in fields(old)
        if field.compare
        and field.name not in _PASSED_OVER
        and getattr(old, field.name) != getattr(new, field.name)
    )


def _named(things: Iterable[Any]) -> dict[str, object]:
    return {thing.id: thing for thing in things}


def _keyed(things: Iterable[Any]) -> dict[str, object]:
    return {thing.statement.key: thing for thing in things}


def _facts(rulebase: RuleBase) -> dict[str, Fact]:
    return {fact.statement.key: fact for fact in rulebase.facts}


def _phrased(rulebase: RuleBase) -> dict[str, object]:
    return {str(each.target): each for each in rulebase.phrasings}


def _pairs(rulebase: RuleBase) -> dict[str, tuple[Any, Any]]:
    return {f"{one.key} against {other.key}": (one, other) for one, other in rulebase.contraries}


class Versions:
    """A rule base before and after, and every version in between."""

    def __init__(self, before: RuleBase, after: RuleBase) -> None:
        """Take both; their vocabularies are put together, since a version may need either."""
        self.before = before
        self.after = after
        self.edits = edits(before, after)
        old, new = before.vocabulary, after.vocabulary
        self._vocabulary = Vocabulary(
            [*new.entities.values(), *old.entities.values()],
            [*new.predicates.values(), *old.predicates.values()],
        )

    def with_edits(self, made: Collection[Edit]) -> RuleBase:
        """Return the first version with some of the edits made."""
        names = {matter: {e.name for e in made if e.matter is matter} for matter in Matter}
        rules = _mixed(self.before.rule, self.after.rule, names[Matter.RULE])
        facts = _mixed(_facts(self.before), _facts(self.after), names[Matter.FACT])
        pairs = _mixed(_pairs(self.before), _pairs(self.after), names[Matter.CONTRARY])
        return replace(
            self.before,
            vocabulary=self._vocabulary,
            rules=tuple(replace(rule, position=place) for place, rule in enumerate(rules)),
            facts=tuple(facts),
            questions=tuple(dict.fromkeys((*self.before.questions, *self.after.questions))),
            contraries=tuple(pairs),
            contrary_spans=(),
            digest="",
        )

    def scenario(self, name: str, made: Collection[Edit]) -> Scenario:
        """Return a scenario of both, as the edits leave it."""
        is_new = any(each.matter is Matter.SCENARIO and each.name == name for each in made)
        return (self.after if is_new else self.before).scenario[name]


def _mixed(before: Mapping[str, _T], after: Mapping[str, _T], names: Collection[str]) -> list[_T]:
    """Take what is named from the second, all else from the first."""
    found = []
    for name in dict.fromkeys((*before, *after)):
        chosen = after if name in names else before
        if name in chosen:
            found.append(chosen[name])
    return found
