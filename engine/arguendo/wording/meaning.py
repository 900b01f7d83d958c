"""What a statement means, as far as rules tell when it is so; else that nothing defines it."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.inquiry.answer import Answer
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.wording.grammar import bracketed, cited, counted, is_long, marks, sentence
from arguendo.wording.page import Block, Role
from arguendo.wording.rules import UNLESS, rule_in_prose, title
from arguendo.wording.teller import Teller


def meaning(answer: Answer, goal: Statement) -> Iterator[Block]:
    """Tell by which rules a statement follows, of whomever; else what rests on it."""
    teller, rulebase = Teller(answer.case), answer.case.rulebase
    rules = [rulebase.rule[each] for each in answer.items]
    if any(claim.predicate == goal.predicate for rule in rules for claim in rule.claims):
        verb = "tells" if len(rules) == 1 else "tell"
        told = f"{counted(len(rules), 'rule')} {verb} what it takes"
        yield Block(Role.ANSWER, (sentence(told),))
        yield Block(Role.LIST, tuple(_law(answer, rule) for rule in rules))
        return
    how = "taken as it is reported" if answer.case.holds(goal) else "to be reported or supposed"
    said = f"no rule tells what that means; it is {how}: {teller.says(goal)}"
    yield Block(Role.ANSWER, (sentence(said),))
    titles = tuple(cited(title(rule), rule.source) for rule in rules)
    yield Block(Role.LIST, titles, "The rules that speak of it")


def _law(answer: Answer, rule: Rule) -> str:
    """Return what a rule says in a sentence, or two if it is long; only its name if they are."""
    law = rule_in_prose(answer.case.rulebase, rule).lines[0].removesuffix(".")
    source = bracketed(marks(rule.source))
    if is_long(f"{law}{source}."):
        law, _, exception = law.partition(UNLESS)
        told = f"{law}{source}." + (f" It does not apply if {exception}." if exception else "")
    else:
        told = f"{law}{source}."
    return cited(title(rule), rule.source) if is_long(told) else told
