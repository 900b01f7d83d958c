"""A rule as a paragraph: if, then, how likely, unless, because, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.branches import OPPOSITE, parts_of
from arguendo.comparisons import TURNED
from arguendo.explanation.in_vain import Unmet
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.scale import Scale
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of
from arguendo.wording import degrees
from arguendo.wording.clauses import Clause, run_on
from arguendo.wording.grammar import named, number, quoted, sentence, series
from arguendo.wording.page import Block, Role
from arguendo.wording.statements import Names, Speaker

UNLESS = ", unless "
"""What stands before the exceptions of a rule."""


def rule_in_prose(rulebase: RuleBase, rule: Rule) -> Block:
    """Write a rule as a paragraph of sentences under its title."""
    speaker = Speaker(rulebase)
    names = names_in(speaker, rule)
    lines = [_law(speaker, names, rule)]
    if rule.because:
        lines.append(sentence(f"The reason: {rule.because}"))
    if rule.overrides:
        titles = [quoted(rulebase.rule[each].title or each) for each in rule.overrides]
        lines.append(sentence(f"Where both apply, it takes precedence over {named(titles)}"))
    if rule.notes:
        lines.append(sentence(f"Note: {rule.notes}"))
    if rule.source:
        lines.append(sentence(f"Source: {named(rule.source)}"))
    return Block(Role.REASON, tuple(lines), title(rule))


def title(rule: Rule) -> str:
    """Return what a rule is called."""
    return rule.title or rule.id.replace("-", " ")


def condition_in_prose(rulebase: RuleBase, rule: Rule, condition: Condition) -> str:
    """Write one condition of a rule as a clause, without a capital."""
    speaker = Speaker(rulebase)
    return _condition(speaker, speaker.names(*_statements(rule)), condition)


def _law(speaker: Speaker, names: Names, rule: Rule) -> str:
    parts = rule.condition.parts
    given = f"if {_conditions(speaker, names, parts)}, then" if parts else ""
    claims = series([speaker.clause(claim, names=names).text for claim in rule.claims])
    said = f"{given} {_as_a_rule(speaker.rulebase.scale, rule.qualifier)} {claims}"
    if rule.rebuttals:
        said += f"{UNLESS}{_conditions(speaker, names, rule.rebuttals, 'or')}"
    return sentence(said)


def _as_a_rule(scale: Scale, qualifier: int) -> str:
    """Begin the claim by the rule's qualifier; the scale's top needs no word."""
    return "" if qualifier >= scale.top else degrees.that(scale, qualifier)


def conditions_in_words(
    speaker: Speaker, names: Names, parts: Sequence[Condition], word: str = "and"
) -> str:
    """Join conditions as one clause, their variables named as elsewhere in the same text."""
    return _conditions(speaker, names, parts, word)


def names_in(speaker: Speaker, rule: Rule) -> Names:
    """Prepare to name the variables of a rule, in the order in which it is told."""
    return speaker.names(*_statements(rule))


def _statements(rule: Rule) -> list[Statement]:
    """List the statements of a rule in the order in which they are told."""
    parts = (part for each in (rule.condition, *rule.rebuttals) for part in parts_of(each))
    return [*(part.statement for part in parts if isinstance(part, Literal)), *rule.claims]


def _conditions(
    speaker: Speaker, names: Names, parts: Sequence[Condition], word: str = "and"
) -> str:
    """Join conditions; neighbouring statements with one subject share it."""
    clauses = [
        speaker.clause(part.statement, part.positive, names)
        if isinstance(part, Literal)
        else Clause(_condition(speaker, names, part))
        for part in parts
    ]
    return run_on(clauses, word)


def _condition(speaker: Speaker, names: Names, condition: Condition) -> str:
    """Write one condition as a clause; what is nested is marked by `either` and `both`."""
    match condition:
        case Literal(statement, positive):
            return speaker.clause(statement, positive, names).text
        case Comparison():
            return _comparison(speaker, names, condition)
        case Not(Literal(statement, positive)):
            return speaker.clause(statement, not positive, names).text
        case Not(part):
            return f"it is not so that {_condition(speaker, names, part)}"
        case AllOf(parts):
            return _conditions(speaker, names, parts)
        case AnyOf(parts) if len(parts) == 1:
            return _condition(speaker, names, parts[0])
        case AnyOf(parts):
            told = [_condition(speaker, names, part) for part in parts]
            return f"either {series(told, 'or') if _is_long(told) else ' or '.join(told)}"
        case AtLeast(count, parts):
            told = [_condition(speaker, names, part) for part in parts]
            return f"at least {number(count)} of these hold ({'; '.join(told)})"


def _is_long(told: Sequence[str]) -> bool:
    return len(told) > 2 or any(" and " in each for each in told)


_RELATIONS = {"is": "is the same as", "is not": "is not the same as"}


def _comparison(speaker: Speaker, names: Names, comparison: Comparison) -> str:
    left, right = (_term(speaker, names, t) for t in (comparison.left, comparison.right))
    relation = comparison.operator
    if is_variable(comparison.left) and is_variable(comparison.right):
        relation = _RELATIONS.get(relation, relation)
    return f"{left} {relation} {right}"


def _term(speaker: Speaker, names: Names, term: Term) -> str:
    return names.call(term) if is_variable(term) else speaker.name(term)


_OF_DAYS = {
    "is at least": "is not before",
    "is at most": "is not after",
    "is more than": "is after",
    "is less than": "is before",
}


_WANTED = {
    "is at least": "at least {} would be needed",
    "is more than": "more than {} would be needed",
    "is at most": "at most {} is allowed",
    "is less than": "less than {} is allowed",
    "is": "{} would be needed",
    "is not": "it may not be {}",
}
"""By relation: what a rule asks of a number, where it has another."""


def unmet(speaker: Speaker, found: Unmet, is_known: bool = False) -> list[str]:
    """Say in clauses what is given, and that it does not compare as it should with what else is.

    Of what `is_known` it need not be said again that it is given.
    """
    asked = found.comparison
    own, other, relation = asked.left, asked.right, asked.operator
    if own not in found.given.arguments:
        own, other, relation = other, own, TURNED[relation]
    given = speaker.says(found.given)
    if not found.other and sort_of(own) is Sort.NUMBER and relation in _WANTED:
        return [f"{given}, where {_WANTED[relation].format(speaker.name(other))}"]
    against = OPPOSITE[relation]
    if sort_of(own) is Sort.DATE:
        against = _OF_DAYS.get(against, against)
    told = [speaker.says(each) for each in found.other]
    sides = [t for t in found.other[-1].arguments if sort_of(t) is sort_of(other)] if told else []
    fails = f"{speaker.name(own)} {against} {'that' if sides == [other] else speaker.name(other)}"
    return [*told, fails] if is_known else [given, *told, fails]
