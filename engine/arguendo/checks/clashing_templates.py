"""Two statements with the same sentence, so that no reader can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.statements import Slot
from arguendo.vocabulary.shapes import Form
from arguendo.vocabulary.templates import is_hole


def check(rulebase: RuleBase) -> Iterator[Problem]:
    """Report forms that are equal up to slots of overlapping kinds and mean different things."""
    seen: dict[tuple[str, ...], list[Form]] = {}
    reported: set[frozenset[str]] = set()
    for form in rulebase.vocabulary.shapes.forms:
        shape = tuple("?" if is_hole(word) else word for word in form.shape)
        for other in seen.setdefault(shape, []):
            pair = frozenset((form.predicate.id, other.predicate.id))
            if pair not in reported and _clash(form, other):
                reported.add(pair)
                yield _problem(form, other)
        seen[shape].append(form)


def _clash(one: Form, other: Form) -> bool:
    same = one.predicate == other.predicate and one.positive == other.positive
    if same and one.order == other.order:
        return False
    return all(
        _overlap(one.predicate.slots[first], other.predicate.slots[second])
        for first, second in zip(one.order, other.order, strict=True)
    )


def _overlap(one: Slot, other: Slot) -> bool:
    return not one.kinds or not other.kinds or bool(set(one.kinds) & set(other.kinds))


def _problem(form: Form, other: Form) -> Problem:
    first, second = other.predicate.id, form.predicate.id
    message = f"“{form.template.text}” can mean both {first} and {second}"
    if first == second:
        message = f"“{form.template.text}” can mean two different things in {first}"
    return Problem(
        "clashing-templates", message, form.predicate.span, "change one of the sentences"
    )
