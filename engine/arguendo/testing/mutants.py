"""Rule bases with one small mistake put in: what a good set of tests should notice.

Mutation testing (DeMillo, Lipton and Sayward, Hints on Test Data Selection, 1978) for rules: a
mutant lacks one part of one rule, asks for one more or one fewer, or says one word more or less.
Variants that the rule language would refuse, such as a claim with a variable that nothing binds
any more, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from arguendo.branches import TooManyBranches, branches_of, parts_of
from arguendo.checks import unsafe_variables
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.span import Span


class Kind(Enum):
    """What is done to a rule."""

    GROUND = "ground"
    """One ground is dropped."""
    COMPARISON = "comparison"
    """One comparison among the grounds is dropped."""
    ABSENCE = "absence"
    """One `not` among the grounds is dropped."""
    ALTERNATIVE = "alternative"
    """One alternative of `any` or of `at least` is dropped."""
    FEWER = "fewer"
    """`at least N` asks for one less."""
    MORE = "more"
    """`at least N` asks for one more."""
    REBUTTAL = "rebuttal"
    """One rebuttal is dropped."""
    REBUTTAL_PART = "part of a rebuttal"
    """One of the things that rebut only together is dropped."""
    WEAKER = "weaker"
    """The qualifier goes one step down."""
    STRONGER = "stronger"
    """The weakest qualifier, from which no step leads down but to no rule, goes one step up."""
    OVERRIDE = "override"
    """The rule no longer takes precedence over another."""
    RULE = "rule"
    """The whole rule is dropped."""


@dataclass(frozen=True)
class Mutant:
    """One small change to one rule."""

    kind: Kind
    rule: Rule
    """As it is written."""
    changed: Rule | None
    """As it is in the mutant; None when it is dropped."""
    part: Condition | None = None
    """The condition that was dropped or changed, as it is written."""
    overridden: str = ""
    """The rule over which precedence was dropped."""

    @property
    def span(self) -> Span | None:
        """Where the part that was changed stands."""
        parts = parts_of(self.part) if self.part else ()
        return next((part.span for part in parts if part.span), self.rule.span)

    def of(self, rulebase: RuleBase) -> RuleBase:
        """Return the rule base with the change made."""
        rules = [
            self.changed if rule is self.rule else _without(rule, self)
            for rule in rulebase.rules
            if rule is not self.rule or self.changed is not None
        ]
        return replace(rulebase, rules=tuple(filter(None, rules)), digest="")


def _without(rule: Rule, mutant: Mutant) -> Rule:
    """Return a rule that no longer takes precedence over a rule that is gone."""
    gone = mutant.rule.id
    if mutant.changed is not None or gone not in rule.overrides:
        return rule
    return replace(rule, overrides=tuple(each for each in rule.overrides if each != gone))


def mutants(rulebase: RuleBase) -> Iterator[Mutant]:
    """Go through all mutants of a rule base, rule by rule, in the order of what is written."""
    for rule in rulebase.rules:
        for mutant in _mutants_of(rule, rulebase.scale.top):
            if mutant.changed is None or _is_sound(mutant.changed, rulebase):
                yield mutant


def _mutants_of(rule: Rule, top: int) -> Iterator[Mutant]:
    for kind, part, condition in _variants(rule.condition):
        if isinstance(condition, AllOf):
            yield from _rebuilt(kind, rule, part, condition, rule.rebuttals)
    for number, rebuttal in enumerate(rule.rebuttals):
        before, after = rule.rebuttals[:number], rule.rebuttals[number + 1 :]
        dropped = (*before, *after)
        yield from _rebuilt(Kind.REBUTTAL, rule, rebuttal, rule.condition, dropped)
        for kind, part, variant in _variants(rebuttal):
            changed = (*before, variant, *after)
            yield from _rebuilt(_IN_REBUTTAL.get(kind, kind), rule, part, rule.condition, changed)
    if rule.qualifier > 1:
        yield Mutant(Kind.WEAKER, rule, replace(rule, qualifier=rule.qualifier - 1))
    elif top > 1:
        yield Mutant(Kind.STRONGER, rule, replace(rule, qualifier=rule.qualifier + 1))
    for other in rule.overrides:
        rest = tuple(each for each in rule.overrides if each != other)
        yield Mutant(Kind.OVERRIDE, rule, replace(rule, overrides=rest), overridden=other)
    yield Mutant(Kind.RULE, rule, None)


_IN_REBUTTAL = dict.fromkeys((Kind.GROUND, Kind.COMPARISON, Kind.ABSENCE), Kind.REBUTTAL_PART)


def _rebuilt(
    kind: Kind, rule: Rule, part: Condition, condition: AllOf, rebuttals: tuple[Condition, ...]
) -> Iterator[Mutant]:
    """Make the rule anew from changed conditions, unless they multiply to too many branches."""
    try:
        branches = branches_of(condition, rebuttals)
    except TooManyBranches:
        return
    changed = replace(rule, condition=condition, rebuttals=rebuttals, branches=branches)
    yield Mutant(kind, rule, changed, part)


def _variants(condition: Condition) -> Iterator[tuple[Kind, Condition, Condition]]:
    """Go through what becomes of a condition: the kind of change, the part meant, the result."""
    match condition:
        case AllOf(parts):
            for number, part in enumerate(parts):
                yield _kind_of(part), part, AllOf(_dropped(parts, number))
        case AnyOf(parts) if len(parts) > 1:
            for number, part in enumerate(parts):
                yield Kind.ALTERNATIVE, part, AnyOf(_dropped(parts, number))
        case AtLeast(number, parts):
            yield from _counts(condition)
            if len(parts) > number:
                for place, part in enumerate(parts):
                    yield Kind.ALTERNATIVE, part, AtLeast(number, _dropped(parts, place))
    for kind, part, inner in _inner_variants(condition):
        yield kind, part, inner


def _counts(condition: AtLeast) -> Iterator[tuple[Kind, Condition, Condition]]:
    if condition.number > 1:
        yield Kind.FEWER, condition, replace(condition, number=condition.number - 1)
    if condition.number < len(condition.parts):
        yield Kind.MORE, condition, replace(condition, number=condition.number + 1)


def _inner_variants(condition: Condition) -> Iterator[tuple[Kind, Condition, Condition]]:
    """Go through the variants of the blocks inside a block; none of them becomes empty."""
    match condition:
        case Not(part):
            for kind, meant, inner in _variants(part):
                yield kind, meant, Not(inner)
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            for number, part in enumerate(parts):
                for kind, meant, inner in _variants(part):
                    if inner != AllOf(()):
                        exchanged = (*parts[:number], inner, *parts[number + 1 :])
                        yield kind, meant, replace(condition, parts=exchanged)
        case _:
            return


def _dropped(parts: tuple[Condition, ...], number: int) -> tuple[Condition, ...]:
    return (*parts[:number], *parts[number + 1 :])


def _kind_of(part: Condition) -> Kind:
    match part:
        case Comparison():
            return Kind.COMPARISON
        case Not() | Literal(positive=False):
            return Kind.ABSENCE
        case _:
            return Kind.GROUND


def _is_sound(rule: Rule, rulebase: RuleBase) -> bool:
    return not any(True for _ in unsafe_variables.check(replace(rulebase, rules=(rule,))))
