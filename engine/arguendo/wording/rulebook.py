"""Single rules and paragraphs in words: what one says, and which it is that concludes something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.inquiry.answer import Answer
from arguendo.inquiry.rulebook import terms
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.wording.grammar import bracketed, cited, in_all, marks, named, quoted, sentence
from arguendo.wording.page import Block, Role
from arguendo.wording.rules import rule_in_prose, title
from arguendo.wording.teller import Teller


def some_rules(answer: Answer) -> Iterator[Block]:
    """Word the rules that were asked for: one by itself, or those for or about something."""
    rules = [answer.case.rulebase.rule[each] for each in answer.items]
    if answer.query.rule is not None:
        yield from _one(answer, rules[0])
    elif answer.query.statement is not None:
        yield from _concluding(answer, answer.query.statement, rules)
    else:
        yield from _naming(answer, rules)


def _one(answer: Answer, rule: Rule) -> Iterator[Block]:
    """Tell all that a rule says, and which of them it is."""
    rules = answer.case.rulebase.rules
    place = f"rule {rules.index(rule) + 1} of {len(rules)}"
    told = rule_in_prose(answer.case.rulebase, rule)
    yield _answer(f"{quoted(title(rule))} is {place}. {told.lines[0]}")
    yield Block(Role.REASON, told.lines[1:])


def _concluding(answer: Answer, goal: Statement, rules: Sequence[Rule]) -> Iterator[Block]:
    """Tell by which rule something follows, or why by none."""
    says = Teller(answer.case).says(goal)
    if not rules:
        by = "is reported" if goal in answer.case.facts else "rests on no rule"
        yield _answer(f"no rule says so: that {says} {by}")
        return
    first, *others = rules
    if answer.proof is None:
        names = named([_cited(rule) for rule in rules], "or")
        yield _answer(f"no rule says so as things stand; that {says} could follow by {names}")
    else:
        yield _answer(f"that {says} follows by the rule {_cited(first)}")
    told = rule_in_prose(answer.case.rulebase, first)
    yield Block(Role.REASON, told.lines[:2])
    if others and answer.proof is not None:
        yield Block(Role.LIST, _titles(others), "What that rests on follows by these")


def _naming(answer: Answer, rules: Sequence[Rule]) -> Iterator[Block]:
    """List the rules that name an entity; where none does, those that can be applied to it."""
    entity = answer.entity
    if entity is None or not rules:
        yield _answer(f"no rule has to do with {entity.name if entity else 'that'}")
        return
    count = in_all(len(rules), "rule")
    if entity.id in terms(rules[0]):
        yield _answer(f"{count} {'names' if len(rules) == 1 else 'name'} {entity.name}")
    else:
        verb = "has" if len(rules) == 1 else "have"
        yield _answer(f"no rule names {entity.name}; {count} {verb} to do with what is said of it")
    yield Block(Role.LIST, _titles(rules))


def paragraph(answer: Answer, mark: str) -> Iterator[Block]:
    """Tell what a paragraph says in short, what is reported from it, and which rules cite it."""
    rulebase = answer.case.rulebase
    gist = rulebase.paragraphs.get(mark, "")
    text = rulebase.source_of.get(mark)
    several = len(rulebase.sources) > 1
    of = f" of {quoted(text.title or text.id)}" if text is not None and several else ""
    said = f"says, in short: {sentence(gist)}" if gist else "is only cited here."
    yield Block(Role.ANSWER, (f"{mark}{of} {said}",))
    speaker = Teller(answer.case).speaker
    if answer.about:
        lines = tuple(f"{line.removesuffix('.')}." for line in speaker.merged([*answer.about]))
        yield Block(Role.LIST, lines, "What is reported from it")
    rules = [rule for rule in rulebase.rules if mark in rule.source]
    if rules:
        lines = tuple(sentence(title(rule)) for rule in rules)
        yield Block(Role.LIST, lines, "The rules that cite it")


def _titles(rules: Sequence[Rule]) -> tuple[str, ...]:
    return tuple(cited(title(rule), rule.source) for rule in rules)


def _cited(rule: Rule) -> str:
    return f"{quoted(title(rule))}{bracketed(marks(rule.source))}"


def _answer(text: str) -> Block:
    return Block(Role.ANSWER, (sentence(text),))
