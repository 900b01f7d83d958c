"""Layered rule bases: assumables, and layers of conclusions on top of each other."""

from __future__ import annotations

import random
from collections.abc import Sequence

from arguendo.branches import branches_of
from arguendo.facts import Question
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, Literal, Rule
from arguendo.scale import Scale
from arguendo.statements import Statement
from arguendo.vocabulary import Vocabulary

SCALE = Scale(("possible", "likely", "very likely", "certain"))
LAYERS, WIDTH = 5, 8


def layered(assumables: int, *, rebuttals: bool) -> RuleBase:
    """Return 80 rules, two for each of 8 statements on each of 5 layers.

    One rule needs two statements of the layer below, the other one or two; with rebuttals, a third
    of the latter are kept from applying by a statement two layers below.
    """
    dice = random.Random(16)
    layers = [[Statement(f"a{n}") for n in range(assumables)]]
    rules: list[Rule] = []
    for layer in range(LAYERS):
        here = [Statement(f"s{layer}_{n}") for n in range(WIDTH)]
        for claim in here:
            below = layers[-1]
            first, second = dice.sample(below, 2), dice.sample(below, dice.choice([1, 2]))
            against = dice.choice(layers[-2]) if layer and dice.random() < 1 / 3 else None
            unless = [against] if against and rebuttals else []
            rules.append(_rule(len(rules), first, [], claim, dice.randint(1, SCALE.top)))
            rules.append(_rule(len(rules), second, unless, claim, dice.randint(1, SCALE.top)))
        layers.append(here)
    return RuleBase(
        name="layered",
        vocabulary=Vocabulary(),
        scale=SCALE,
        questions=tuple(map(Question, layers[0])),
        rules=tuple(rules),
    )


def _rule(
    position: int,
    grounds: Sequence[Statement],
    unless: Sequence[Statement],
    claim: Statement,
    qualifier: int,
) -> Rule:
    condition = AllOf(tuple(map(Literal, grounds)))
    rebuttals = tuple(map(Literal, unless))
    return Rule(
        id=f"r{position}",
        title=f"r{position}",
        condition=condition,
        rebuttals=rebuttals,
        claims=(claim,),
        qualifier=qualifier,
        branches=branches_of(condition, rebuttals),
        position=position,
    )
