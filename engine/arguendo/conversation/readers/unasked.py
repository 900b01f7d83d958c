"""What an *if* opens and nothing asks, read as supposed: `and if she had made up her mind?`."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.ranking import target
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.statements.sentences import unfilled, words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement


def supposed(said: Utterance, query: Query) -> Query:
    """Read what an *if* opens, and nothing asks, as supposed though it was read as asked about.

    `And if she had made up her mind?`: nobody wants to know whether she had.
    """
    parts, asked = said.parts, query.statement
    opens = parts.stance is Stance.WHAT_IF and parts.assumed and not (parts.rest or parts.weighs)
    if not opens or query.intent is not Intent.ASK or asked is None or query.assume:
        return query
    context = said.context
    concluded = context.is_derived(asked) and not context.is_open(asked)
    if concluded or asked == context.goal or context.is_fact(asked) or query.quantified:
        return query
    others = tuple(_supposed(said, each) for each in query.alternatives)
    return replace(_supposed(said, query), alternatives=others)


def _supposed(said: Utterance, query: Query) -> Query:
    """Suppose what a query asks about, on top of a what-if where the text goes on with one."""
    if query.intent is not Intent.ASK or query.statement is None:
        return query
    truth = {query.statement: not (query.denied or _is_denied(said, query.statement))}
    taken = said.parts.adds or target.takes_up(said.context, truth)
    goal = target.thread(said.context, truth) if taken else None
    adds = said.parts.adds
    return replace(
        query, intent=Intent.WHAT_IF, statement=goal, assume=truth, denied=False, adds=adds
    )


def _is_denied(said: Utterance, statement: Statement) -> bool:
    """Tell whether what is supposed has a *no* or *not* that a statement does not say itself.

    What it was read as nearest tells nothing of that: `what if there is no exemption?`.
    """
    predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
    words = [word for span in said.parts.assumed for word in span]
    negation = word_lists().negation
    if negation.isdisjoint(word.text for word in words):
        return False
    own = words_of_template(predicate.denies or "") - words_of_template(predicate.says)
    itself = not negation.isdisjoint(unfilled(predicate.says))
    return not itself and own.isdisjoint(word.stem for word in words)
