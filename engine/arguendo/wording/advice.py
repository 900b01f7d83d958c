"""Answers that point somewhere: what is recommended, and where a statement comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arguendo.explanation.consultation import Consultation
from arguendo.explanation.why import why
from arguendo.facts import Source
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.goals import concerning, main_conclusion
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
from arguendo.wording.rulebook import paragraph
from arguendo.wording.teller import Teller, reported_on

MOST_ASKED = 4
"""Open questions named where nothing is advised."""


def recommend(answer: Answer) -> Iterator[Block]:
    """Word the advice that holds, strongest first, each piece with its reason."""
    teller = Teller(answer.case)
    advice = by_strength(teller, answer.about)
    name = f" to {teller.speaker.name(answer.entity.id)}" if answer.entity else ""
    about = _about(answer, teller)
    if not advice:
        yield _answer(f"on these facts nothing is recommended{name}{about}")
        yield from _to_others(teller, told_advice(answer), "")
        if not (name or about):
            yield from _to_look_at(teller)
        return
    first = teller.tagged(advice[0])
    lead = f"on these facts nothing is recommended{name}{about}" if about else ""
    if len(advice) > 1:
        firm = f"the firmest advice is that {first}"
        first = f"{in_all(len(advice), 'step')} are recommended{name}; {firm}"
    yield _answer(" ".join(sentence(each) for each in (lead, first) if each))
    lines = tuple(_with_reason(teller, each, alone=len(advice) == 1) for each in advice)
    yield Block(Role.LIST, lines, "With the reason for each" if len(advice) > 1 else "The reason")
    if about:
        others = concerning(teller.case, _all_advice(teller), answer.query.near)
        yield from _to_others(teller, by_strength(teller, others), about)


def _about(answer: Answer, teller: Teller) -> str:
    """Say about whom no advice is, where it was asked for about somebody; else nothing."""
    near = answer.query.near
    if not near or concerning(answer.case, answer.about, near):
        return ""
    return f" about {named([teller.speaker.name(each) for each in near])}"


def _to_look_at(teller: Teller) -> Iterator[Block]:
    """List the open questions that bear most on what all is about, where nothing is advised."""
    goal = main_conclusion(teller.case)
    asked = Consultation(teller.case, goal).remaining[:MOST_ASKED] if goal else ()
    lines = tuple(teller.speaker.asks(each.statement) for each in asked)
    if goal is not None and lines:
        heading = f"What would tell most about whether {teller.says(goal)}"
        yield Block(Role.LIST, lines, heading)


def _to_others(teller: Teller, advice: Sequence[Statement], about: str) -> Iterator[Block]:
    """List what is recommended to others than the one whom advice was asked for."""
    lines = tuple(sentence(teller.tagged(each)) for each in advice)
    if lines:
        yield Block(Role.LIST, lines, f"What is recommended to others{about}")


def told_advice(answer: Answer) -> list[Statement]:
    """List the advice that an answer tells, in its order: what was asked for, else all there is."""
    teller = Teller(answer.case)
    if answer.about or not answer.entity:
        return by_strength(teller, answer.about)
    return by_strength(teller, _all_advice(teller))


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
    """Word where a statement comes from: its paragraphs, each with what it says.

    Without a statement, what all rests on.
    """
    goal = answer.query.statement
    if answer.query.paragraph is not None:
        yield from paragraph(answer, answer.query.paragraph)
        return
    if goal is None:
        yield from _all_sources(answer)
        return
    teller = Teller(answer.case)
    yield _answer(_where(answer, teller, goal))
    lines = [f"{mark}: {sentence(gist)}" for mark, gist in paragraphs(answer) if gist]
    if lines:
        yield Block(Role.LIST, tuple(lines), "What is said there, in short")
    texts = _sources(answer)
    if texts:
        yield Block(Role.NOTE, (_cite(*texts),))


def _all_sources(answer: Answer) -> Iterator[Block]:
    """Name the texts that the rule base draws on, with their authors."""
    texts = answer.case.rulebase.sources
    if answer.query.named:
        yield _answer(f"there is no paragraph {answer.query.named}")
        return
    if len(texts) == 1:
        yield _answer(_cite(texts[0]))
    elif texts:
        yield _answer(f"{in_all(len(texts), 'text')} are drawn on here")
        yield Block(Role.LIST, tuple(sentence(_named_text(each)) for each in texts), "The texts")
    else:
        yield _answer("no text is named here on which any of this rests")


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
        return f"{where} {verb} so: {says}{bracketed(reported_on(goal, date))}"
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


def _cite(*texts: Source) -> str:
    lead = "the text is" if len(texts) == 1 else "the texts are"
    return sentence(f"{lead} {named([_named_text(each) for each in texts])}")


def _named_text(text: Source) -> str:
    authors = f" by {named([tidy(each) for each in text.authors])}" if text.authors else ""
    date = bracketed(on_date(text.date).partition(" ")[2]) if text.date else ""
    return f"{quoted(text.title or text.id)}{authors}{date}"


def _answer(text: str) -> Block:
    return Block(Role.ANSWER, (capital(sentence(text)),))
