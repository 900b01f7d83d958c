"""What somebody does of whom a turn says no more than that: `what if she does?`.

Where the last statement does not speak of *her*, the last question may; and where it says what she
should do, what she does is another statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import SUBJECTS
from arguendo.conversation.statements.sentences import unfilled, words_of_template
from arguendo.inquiry.query import Intent
from arguendo.statements import Predicate, Statement

LEAST = 1.6
"""How well the last question must speak of what somebody may do."""

_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)


def of_pronoun(context: Context, words: Sequence[str]) -> Statement | None:
    """Return what the last question told that a person may do, where its answer speaks of nobody.

    `Until when can she pay?`, answered by a day until which the office takes money.
    """
    pronouns, goal = SUBJECTS.intersection(words), context.goal
    people = context.index.names.people
    if not pronouns or goal is None or not people.isdisjoint(goal.arguments):
        return None

    def may_do(statement: Statement) -> bool:
        doer = statement.arguments[:1]
        meant = any(each in people and context.may_be(each, pronouns) for each in doer)
        return meant and context.is_open(statement)

    piece = context.matcher.piece(plain_words(context.state.turns[-1].question), context.around)
    found = context.matcher.ranked(piece, lambda each, true: float(true and may_do(each)), 1)
    return next((each.statement for each in found if each.score >= LEAST), None)


def last_done(context: Context, words: Sequence[str]) -> Iterator[Statement]:
    """Go through what `she does` may take up before what was last asked, the likeliest first.

    That is the one thing that was supposed last, and what those do who follow advice.
    """
    last = context.last
    supposed = list(last.assume) if last is not None and last.intent in _SUPPOSING else []
    if len(supposed) == 1 and _may_be_of(context, supposed[0], words):
        yield supposed[0]
    yield from advised(context, words)


def _may_be_of(context: Context, statement: Statement, words: Sequence[str]) -> bool:
    """Tell whether a pronoun among some words may mean whoever does something; nobody by name."""
    names = context.index.names
    return not names.find(words) and context.fits(statement, SUBJECTS.intersection(words))


def advised(context: Context, words: Sequence[str]) -> list[Statement]:
    """List what those do who follow the advice that was last given, or spoken of.

    Of several pieces of advice those count that are for whom pronouns may mean.
    """
    last = context.state.turns[-1].answer if context.state.turns else None
    given = list(last.about) if last and last.query.intent is Intent.RECOMMEND else []
    pronouns = words_of("subjects").intersection(words) & words_of("personal")
    advice = given or [each for each in (context.goal,) if each is not None]
    meant = [s for s in advice if not pronouns or context.fits(s, pronouns)]
    found = (of_advice(context, each) for each in meant)
    return [each for each in found if each is not None]


def of_advice(context: Context, advice: Statement) -> Statement | None:
    """Return what somebody does who follows a piece of advice: `pays` where it says `should pay`.

    It says the same of the same but for a word of duty.
    """
    rulebase = context.case.rulebase
    predicates = rulebase.vocabulary.predicates
    if advice.predicate not in rulebase.advice:
        return None
    says = {*_told(predicates[advice.predicate])}
    for each in predicates.values():
        deed = Statement(each.id, advice.arguments)
        same = each.id not in rulebase.advice and not says.isdisjoint(_told(each))
        if same and len(each.slots) == len(deed.arguments) and rulebase.vocabulary.fits(deed):
            return deed
    return None


def _told(predicate: Predicate) -> Iterator[frozenset[str]]:
    """Go through what the sentences of a statement say that deny nothing, small words left out."""
    for each in (predicate.says, *predicate.also):
        if word_lists().negation.isdisjoint(unfilled(each)):
            yield words_of_template(each) - words_of("owing")
