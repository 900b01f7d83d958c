"""What a reviewer would ask about a sound rule base: one check a file, in one tuple.

What makes a rule base unusable is found by `arguendo.checks`; the checks here find what is doubtful
in how it argues. To add one, write `check(case) -> Iterator[Problem]` in a file of its own, named
like the code of its problems, and enter it here. Checks never import each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review import (
    contradictory_rules,
    entity_without_alias,
    expectationless_test,
    id_in_a_sentence,
    idle_question,
    likelihood_against_scale,
    near_duplicate_template,
    redundant_rule,
    rule_that_never_fires,
    rule_without_source,
    rule_without_warrant,
    self_support,
    single_source,
    stated_twice,
    subsumed_rule,
    uncited_paragraph,
    unopposed_conclusion,
    unreachable_rule,
    untested_rule,
    unused_entity,
    unused_fact,
    unused_statement,
)

Check: TypeAlias = Callable[[Case], Iterator[Problem]]
"""Takes a case on the bare facts; yields warnings or notes in the author's terms."""

ALL: tuple[Check, ...] = (
    rule_that_never_fires.check,
    unreachable_rule.check,
    contradictory_rules.check,
    self_support.check,
    redundant_rule.check,
    subsumed_rule.check,
    unopposed_conclusion.check,
    stated_twice.check,
    unused_fact.check,
    idle_question.check,
    rule_without_source.check,
    rule_without_warrant.check,
    likelihood_against_scale.check,
    near_duplicate_template.check,
    id_in_a_sentence.check,
    expectationless_test.check,
    untested_rule.check,
    uncited_paragraph.check,
    single_source.check,
    entity_without_alias.check,
    unused_statement.check,
    unused_entity.check,
)
"""What is most likely a mistake comes first."""
