"""A name that two entities of one kind share, so that no sentence tells which is meant."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.statements import UNKNOWN


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report each such name at the later of the two entities."""
    entities = rulebase.vocabulary.entities
    for words, ids in rulebase.vocabulary.names.all().items():
        first_of_kind: dict[str, str] = {}
        for each in ids:
            first = first_of_kind.setdefault(entities[each].kind, each)
            if first != each and entities[each].kind != UNKNOWN:
                name, kind = " ".join(words), entities[each].kind
                yield Problem(
                    "shared-name",
                    f"“{name}” names both {first} and {each}, which are of one kind ({kind})",
                    entities[each].span,
                    "take it from one of them",
                )
