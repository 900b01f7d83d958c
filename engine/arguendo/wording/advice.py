"""Answers that point somewhere: what is recommended, and where a statement comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arguendo.explanation.why import why
from arguendo.facts import Source
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.wording.grammar import (
    bracketed,
    capital,
    cited,
    in_all,
    named,
    on_date,
    quoted,
    sentence,
    tidy,
)
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import because
from arguendo.wording.teller import Teller


def recommend(answer: Answer) -> Iterator[Block]:
    """Word the advice that holds, strongest first, each piece with its reason."""
    teller = Teller(answer.case)
    advice = by_strength(teller, answer.about)
    actor = answer.entity or None
    name = f" to {teller.speaker.name(actor.id)}" if actor else ""
    if not advice:
        yield _answer(f"on these facts nothing is recommended{name}")
        others = by_strength(teller, _all_advice(teller)) if actor else []
        if others:
            lines = tuple(sentence(teller.tagged(each)) for each in others)
            yield Block(Role.LIST, lines, "What is recommended to others")
        return
    first = teller.tagged(advice[0])
    if len(advice) == 1:
        yield _answer(first)
    else:
        firm = f"the firmest advice is that {first}"
        yield _answer(f"{in_all(len(advice), 'step')} are recommended{name}; {firm}")
    lines = tuple(_with_reason(teller, each, alone=len(advice) == 1) for each in advice)
    yield Block(Role.LIST, lines, "With the reason for each" if len(advice) > 1 else "The reason")


def by_strength(teller: Teller, advice: Iterable[Statement]) -> list[Statement]:
    """Sort advice, strongest first."""
    return sorted(advice, key=lambda each: -teller.case.degree(each))


def _all_advice(teller: Teller) -> list[Statement]:
    wanted = teller.case.rulebase.advice
    statements = [s for s in teller.case.graph.statements if s.predicate in wanted]
    return [each for each in statements if teller.case.holds(each)]


def _with_reason(teller: Teller, advice: Statement, *, alone: bool) -> str:
    """Say a piece of advice and why it holds; only the reason when it is said already."""
    proof = why(teller.case, advice)
    first = proof.steps[0] if proof else None
    given = because(teller, first, alone=alone) if first else ""
    if alone and given:
        said = sentence(given.removeprefix("because "))
    else:
        said = sentence(", ".join(filter(None, [teller.tagged(advice), given])))
    rule = first.rule if first else None
    return f"{said} {cited(rule.because, rule.source)}" if rule and rule.because else said


def source(answer: Answer) -> Iterator[Block]:
    """Word where a statement comes from: its paragraphs, each with what it says."""
    goal = answer.query.statement
    if goal is None:
        yield _answer("no statement was named that a paragraph could support")
        return
    teller = Teller(answer.case)
    yield _answer(_where(answer, teller, goal))
    lines = [sentence(f"{mark}: {gist}") for mark, gist in paragraphs(answer) if gist]
    if lines:
        yield Block(Role.LIST, tuple(lines), "What is said there, in short")
    notes = [_cite(each) for each in _sources(answer)]
    if notes:
        yield Block(Role.NOTE, tuple(notes))


def _where(answer: Answer, teller: Teller, goal: Statement) -> str:
    rulebase, says = answer.case.rulebase, teller.says(goal)
    where = named(answer.sources)
    if not where:
        return f"no paragraph is cited for it that {says}"
    verb = "say" if len(answer.sources) > 1 else "says"
    if answer.step is not None and answer.step.rule is not None:
        return f"step {answer.step.n}, that {says}, rests on {where}"
    if goal in rulebase.fact:
        date = rulebase.fact[goal].date
        if later := answer.case.reported_later(goal):
            return f"{where} {verb} so, but only {on_date(later)}: {says}"
        return f"{where} {verb} so: {says}{bracketed(on_date(date)) if date else ''}"
    if goal in rulebase.question:
        leave = "leave" if len(answer.sources) > 1 else "leaves"
        return f"{where} {leave} it open whether {says}"
    if answer.case.holds(goal):
        return f"no paragraph says it outright; that {says} is {_concluded(answer)}"
    return f"no paragraph says that {says}; what bears on it stands in {where}"


def _concluded(answer: Answer) -> str:
    """Say from which paragraphs something is concluded, and on which that rests in turn."""
    own = answer.proof.steps[0].source if answer.proof else ()
    below = [mark for mark in answer.sources if mark not in own]
    if not own or not below:
        return f"concluded from {named(answer.sources)}"
    return f"concluded from {named(own)}; the argument for it rests on {named(below)} too"


def paragraphs(answer: Answer) -> Iterator[tuple[str, str]]:
    """Go through the paragraphs that an answer cites, with the paraphrase of each."""
    for mark in answer.sources:
        yield mark, tidy(answer.case.rulebase.paragraphs.get(mark, ""))


def _sources(answer: Answer) -> list[Source]:
    wanted = set(answer.sources)
    return [each for each in answer.case.rulebase.sources if wanted & set(each.paragraphs)]


def _cite(text: Source) -> str:
    authors = f" by {named([tidy(each) for each in text.authors])}" if text.authors else ""
    date = bracketed(on_date(text.date).partition(" ")[2]) if text.date else ""
    return sentence(f"the text is {quoted(text.title or text.id)}{authors}{date}")


def _answer(text: str) -> Block:
    return Block(Role.ANSWER, (capital(sentence(text)),))
