"""Asides to an answer: what is assumed, what an assumption sets aside, what is contested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from arguendo.explanation.questions import influences
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Listing
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.vocabulary.words import in_words
from arguendo.wording.beside import replaced_by, reported_beside
from arguendo.wording.grammar import cited, counted, quoted, sentence, series
from arguendo.wording.teller import Teller

MOST_NAMED = 4
"""Statements named in one note; of more the rest are counted."""

_WITHOUT_CASE = frozenset({Intent.HELP, Intent.OUT_OF_SCOPE, Intent.COMPARE, Intent.SOURCE})
_WITHOUT_DAY = frozenset({Intent.HELP, Intent.OUT_OF_SCOPE, Intent.ASSUME})
_ABOUT_A_STATEMENT = frozenset(
    {
        *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_IF),
        *(Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS, Intent.WHEN, Intent.CONSULT),
    }
)


def notes(answer: Answer) -> tuple[str, ...]:
    """Write the notes to an answer, each a sentence."""
    if answer.query.intent is Intent.OUT_OF_SCOPE:
        return ()
    if answer.consultation is not None and not answer.consultation.is_over:
        return (*_as_of(answer), *no_longer(answer)) if answer.query.word is None else ()
    return tuple(
        dict.fromkeys(
            [
                *_as_of(answer),
                *(sentence(note) for note in answer.query.notes),
                *_set_aside(answer),
                *_kept_beside(answer),
                *_overruled(answer),
                *_dropped(answer),
                *no_longer(answer),
                *in_force(answer),
                *_contested(answer),
            ]
        )
    )


def supposed(teller: Teller, assume: Mapping[Statement, bool]) -> str:
    """Put assumptions as one condition: `a and b`, those made to be false denied."""
    return teller.speaker.all_put(assume)


def _as_of(answer: Answer) -> Iterator[str]:
    """Say by which day's knowledge this is so."""
    day = answer.case.as_of
    if day and answer.query.intent not in _WITHOUT_DAY:
        yield sentence(f"this is as of {in_words(day)}: what was reported later does not count")


def _set_aside(answer: Answer) -> Iterator[str]:
    teller, replaced = Teller(answer.case), dict(replaced_by(answer))
    for old, new in replaced.items():
        fact, (put, reported) = answer.case.rulebase.fact[old], _differing(teller, new, old)
        yield cited(f"this puts {put} in the place of the reported {reported}", fact.source)
    displaced = tuple(each for each in answer.displaced if each not in replaced)
    if displaced:
        shown = displaced[:MOST_NAMED]
        facts = [answer.case.rulebase.fact[s] for s in shown if s in answer.case.rulebase.fact]
        marks = dict.fromkeys(mark for fact in facts for mark in fact.source)
        said = f"this sets aside what is reported, {teller.speaker.thats(shown)}"
        yield cited(said + _others(displaced), tuple(marks))


def _differing(teller: Teller, *statements: Statement) -> list[str]:
    """Name what each of two statements has where they differ."""
    terms = [each.arguments for each in statements]
    pairs = [pair for pair in zip(*terms, strict=True) if len(set(pair)) > 1]
    return [
        series([teller.speaker.name(term) for term in some]) for some in zip(*pairs, strict=True)
    ]


def _kept_beside(answer: Answer) -> Iterator[str]:
    """Say of a day or number that is supposed which other one remains reported, and what to say."""
    teller = Teller(answer.case)
    for fact, old in reported_beside(answer).items():
        said = quoted(f"instead of {teller.speaker.name(old)}")
        kept = f"it remains reported that {teller.says(fact)}"
        yield sentence(
            f"{kept}; to put one in the place of the other, say it again with {said} at the end"
        )


def _overruled(answer: Answer) -> Iterator[str]:
    """Name the rules whose conclusions are assumed not to hold, though they would apply."""
    case, goal = answer.case, answer.query.statement
    matter = [goal] if goal else list(answer.query.assume)
    denied = [each for each in matter if case.assumptions.get(each) == NONE]
    rules = [
        inference.rule.title
        for each in denied
        for inference in case.valuation.applying(case.graph.add(each))
    ]
    if rules:
        named = [quoted(title) for title in dict.fromkeys(rules)]
        shown = series(named[:MOST_NAMED]) + _others(tuple(named))
        what = "the rule" if len(named) == 1 else "the rules"
        yield sentence(f"this sets aside {what} {shown}, by which it would hold")


def _dropped(answer: Answer) -> Iterator[str]:
    if answer.dropped:
        teller = Teller(answer.case)
        shown = answer.dropped[:MOST_NAMED]
        one = len(answer.dropped) == 1
        yield sentence(
            f"the earlier {'assumption' if one else 'assumptions'} "
            f"{teller.speaker.thats(shown)}{_others(answer.dropped)} "
            f"{'gives' if one else 'give'} way, since the new one says the contrary"
        )


def no_longer(answer: Answer) -> Iterator[str]:
    """Say what was only supposed before, and is no longer."""
    if answer.left:
        shown = dict(list(answer.left.items())[:MOST_NAMED])
        said = f"it is no longer supposed that {supposed(Teller(answer.case), shown)}"
        yield sentence(said + _others(tuple(answer.left)))


def in_force(answer: Answer) -> Iterator[str]:
    """Name the assumptions of the case that this question itself does not make."""
    listed = answer.query.listing is Listing.ASSUMPTIONS
    if answer.query.intent in _WITHOUT_CASE or answer.idle or listed:
        return
    made = set(answer.query.assume) | {answer.query.statement}
    matter = _bearing_on(answer)
    kept = {
        statement: degree > NONE
        for statement, degree in answer.case.assumptions.items()
        if statement not in made
        and answer.before.assumptions.get(statement) == degree
        and (matter is None or statement in matter)
    }
    if kept:
        teller = Teller(answer.case)
        shown = dict(list(kept.items())[:MOST_NAMED])
        also = "also " if answer.query.assume else ""
        said = f"it is {also}assumed here that {supposed(teller, shown)}"
        yield sentence(said + _others(tuple(kept)))


def _bearing_on(answer: Answer) -> set[Statement] | None:
    """Return the statements on which what is asked about depends; None when all are at issue."""
    query, graph = answer.query, answer.case.graph
    asked = (query, *query.alternatives) if query.clarify else (query,)
    goals = [each.statement for each in asked if each.statement is not None]
    if len(goals) < len(asked) or query.intent not in _ABOUT_A_STATEMENT:
        return None
    return {graph.statements[n] for goal in goals for n in influences(answer.case, goal)}


def _contested(answer: Answer) -> Iterator[str]:
    proof, case = answer.proof, answer.case
    if proof is None or not proof.is_contested:
        return
    teller = Teller(case)
    contested = [step.claim for step in proof.steps[: proof.main] if step.contested]
    if answer.query.statement in contested and len(contested) == 1:
        return
    shown = [s for s in contested if s != answer.query.statement][:MOST_NAMED]
    yield sentence(f"the argument rests on what is contested, {teller.speaker.thats(shown)}")


def _others(statements: tuple[object, ...]) -> str:
    more = len(statements) - MOST_NAMED
    return f", and {counted(more, 'other thing')}" if more > 0 else ""
