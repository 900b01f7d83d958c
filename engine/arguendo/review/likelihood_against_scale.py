"""Words of likelihood in a text that do not fit the degree, which the scale alone should give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from arguendo.case import Case
from arguendo.problems import Problem
from arguendo.review.findings import warning
from arguendo.review.likelihood import Hedge, hedges, mixes_confidence
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scale import ICD_203
from arguendo.span import Span
from arguendo.statements import Predicate

_CODE = "likelihood-against-scale"
_WORD = re.compile(r"(?<![?\w])[^\W\d_]{4,}")
_HALF = 0.5


def check(case: Case) -> Iterator[Problem]:
    """Report hedged templates, texts of rules at odds with their qualifiers, and mixed measures."""
    rulebase = case.rulebase
    for predicate in rulebase.vocabulary.predicates.values():
        yield from _hedged(rulebase, predicate)
    for rule in rulebase.rules:
        yield from _unfitting(rulebase, rule)
    for source in rulebase.sources:
        yield from _mixed(source.paragraphs.values(), source.span)


def _hedged(rulebase: RuleBase, predicate: Predicate) -> Iterator[Problem]:
    """Report the first sentence of a statement that says by itself how likely it is."""
    for text in (predicate.says, predicate.denies):
        for hedge in hedges(_plain(text), rulebase.scale):
            yield warning(
                _CODE,
                f"the sentence “{text}” says by itself how likely it is (“{hedge.word}”), and so "
                "would be hedged twice",
                predicate.span,
                "say the bare statement, and leave its likelihood to the qualifiers of the rules",
            )
            return


def _plain(template: str) -> str:
    """Write a template as a sentence: the singular of each choice, slots without their brackets."""
    return re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", template).replace("{", "").replace("}", "")


def _unfitting(rulebase: RuleBase, rule: Rule) -> Iterator[Problem]:
    """Report the first word in a rule's texts that does not fit its qualifier."""
    told = [("title", hedge) for hedge in hedges(rule.title, rulebase.scale)]
    for name, text in (("because", rule.because), ("notes", rule.notes)):
        found = hedges(text, rulebase.scale)
        told += [(name, hedge) for hedge in found if _of_the_claim(rulebase, rule, hedge)]
    for name, hedge in told:
        if not _fits(rulebase, rule, hedge):
            yield warning(
                _CODE,
                f"“{hedge.word}” in the {_NAMES[name]} of “{rule.id}” does not fit its qualifier, "
                f"“{rulebase.scale.word(rule.qualifier)}”",
                rule.span,
                f"change one of the two, or leave “{hedge.word}” out",
            )
            break
    yield from _mixed((rule.title, rule.because, rule.notes), rule.span)


_NAMES = {"title": "title", "because": "warrant", "notes": "notes"}


def _fits(rulebase: RuleBase, rule: Rule, hedge: Hedge) -> bool:
    certain = ICD_203.degree("almost certain") or 0
    if hedge.band == "strong":
        return rule.qualifier >= certain
    if hedge.band == "weak":
        return rule.qualifier < certain
    degree = rulebase.scale.degree(hedge.band)
    # A word below even chance speaks of what is denied, and cannot be held against the claim.
    return degree is None or degree == rule.qualifier


def _of_the_claim(rulebase: RuleBase, rule: Rule, hedge: Hedge) -> bool:
    """Tell whether a sentence speaks of the claim: has half of the words that matter in it."""
    said = _stems(hedge.sentence)
    claims = (_stems(rulebase.vocabulary.say(claim)) for claim in rule.claims)
    return any(claim and len(claim & said) >= _HALF * len(claim) for claim in claims)


def _stems(text: str) -> set[str]:
    return {word.casefold()[:5] for word in _WORD.findall(text)}


def _mixed(texts: Iterable[str], span: Span | None) -> Iterator[Problem]:
    for sentence in filter(None, map(mixes_confidence, texts)):
        yield warning(
            _CODE,
            f"“{sentence}” speaks of confidence and of likelihood in one sentence",
            span,
            "how likely something is and how well that is known are two things: two sentences",
        )
        return
