"""How the words of a question were taken, as notes for the person who asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import left_out
from arguendo.conversation.readers.left_out import typed
from arguendo.conversation.segmentation import segments
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.state import State
from arguendo.conversation.statements.sentences import unfilled
from arguendo.conversation.suppositions import noun_clauses
from arguendo.conversation.tracing import (
    Heard,
    asked_in,
    is_literal,
    statements_heard,
    text_of,
    utterance,
)
from arguendo.conversation.understanding import understood
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement, parse_statement
from arguendo.wording.asides import taken_as
from arguendo.wording.statements import Speaker

MOST_NOTES = 2
SHORTEST = 2
"""Words from which on a piece behind an *and* or *but* says something."""
MOST_WORDS = 2
"""Turns of phrase named in one note."""


def heard(state: State, text: str) -> Query:
    """Understand a text, and note where its words were taken for other ones."""
    context = Context(state)
    query = understood(context, text)
    if is_literal(query) or not (query.assume or query.statement):
        return query
    spoken = utterance(context, text)
    found = () if query.clarify else tuple(_notes(spoken, query))[:MOST_NOTES]
    left = tuple(_unread(spoken, query, text)) if query.assume and spoken.parts.assumed else ()
    if query.intent is Intent.WHAT_IF and query.assume and not spoken.parts.assumed:
        left = tuple(_untold(spoken, query, text))
    left = (*left, *_unasked(spoken, query, text)) or tuple(_all_unread(spoken, query, text))
    left = (*left, *left_out.unread(spoken, query, text), *_beside_order(spoken, query, text))
    left = (*left, *_noted_besides(spoken, query, text))
    left = tuple(typed(each, text) for each in query.unread) or left
    return replace(query, notes=(*query.notes, *found), unread=left)


def _all_unread(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what an *if* opens where nothing of it was read, and only what is asked beside it.

    `If she had a dog, would she be in?`
    """
    parts = spoken.parts
    if query.intent is not Intent.ASK or query.assume or parts.stance is not Stance.WHAT_IF:
        return
    lists = word_lists()
    idle = lists.stop | lists.pronouns
    for words in parts.assumed if not (parts.weighs or spoken.assumed.truth) else ():
        says = sum(word.text not in idle for word in words) >= SHORTEST
        says = says or any(word.text[:1].isdigit() for word in words)
        if says or _is_elliptical([word.text for word in words]):
            yield typed(" ".join(word.text for word in words), text)


def _beside_order(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what is supposed beside an order read alone: `drop that. If she pays?`."""
    parts = spoken.parts
    alone = query.intent is Intent.RETRACT and not query.assume
    for words in parts.assumed if alone and parts.stance is Stance.WHAT_IF else ():
        if not cues.group("retract", "opens", "undo", "reset").find([w.stem for w in words]):
            yield typed(" ".join(word.text for word in words), text)


def _noted_besides(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what is noted beside the one thing a note was read as: `she pays, result good`."""
    noted = query.intent is Intent.WHAT_FOLLOWS and query.statement is not None
    if not noted or len(spoken.said) != 1 or spoken.said[0].asks or "?" in text:
        return
    clauses = segments.clauses(spoken.said[0].words, spoken.context.index.names)
    texts = [[word.text for word in clause] for clause in clauses]
    read = [bool([*_asked_by(spoken, query, " ".join(words))]) for words in texts]
    idle = word_lists().stop | word_lists().pronouns | words_of("pleasantries")
    for words, is_read in zip(texts[1:], read[1:], strict=True) if read[:1] == [True] else ():
        says = sum(word not in idle for word in words) >= SHORTEST
        if says and not is_read and words_of("question_words").isdisjoint(words):
            yield typed(" ".join(words), text)


def _is_elliptical(words: Sequence[str]) -> bool:
    """Tell whether words say no more than that somebody spoken of does so: `it does not`."""
    lists = word_lists()
    small = lists.auxiliaries | lists.pronouns | lists.negation
    return len(words) >= SHORTEST and words[0] in lists.pronouns and small.issuperset(words)


def _unasked(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what is asked of a supposition and was read as nothing: `…. Any luck with that?`.

    What asks for whatever comes of it, or takes up what was asked before, is answered.
    """
    if query.intent is not Intent.WHAT_IF or query.statement is not None or query.quantified:
        return
    idle = word_lists().stop | word_lists().pronouns | words_of("question_words")
    for sentence in spoken.parts.rest if spoken.parts.assumed else ():
        words = [word.text for word in sentence.words]
        opens = words[0] in words_of("open_questions") | words_of("joints") | words_of(
            "asks_of_whom"
        )
        matters = sayings.is_one(words, "mattering", "words")
        if sentence.asks and _is_supposed_instead(spoken, query, words):
            spans = ([word.text for word in span] for span in spoken.parts.assumed)
            ends = ((each, each[-1] in words_of("joints")) for each in spans)
            yield from (typed(" ".join(each[: len(each) - joint]), text) for each, joint in ends)
            continue
        if sentence.asks and not (opens or matters) and not idle.issuperset(words):
            yield typed(" ".join(words), text)


def _is_supposed_instead(spoken: Utterance, query: Query, words: Sequence[str]) -> bool:
    """Tell whether what seemed to be asked is supposed, and nothing of what an *if* opens is.

    `If they make no exception but the office waves it through?`, read as that the office agrees.
    """
    names = spoken.context.index.names
    opened = [word.text for span in spoken.parts.assumed for word in span]
    about = {argument for each in query.assume for argument in each.arguments}
    named, before = ({e for m in names.find(each) for e in m.entities} for each in (words, opened))
    return not spoken.assumed.truth and not about.isdisjoint(named) and about.isdisjoint(before)


def _unread(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what a text supposes besides that the reading leaves out, as it was typed.

    Where something is supposed that no clause was read as, a clause that is like nothing may be it.
    """
    expand = spoken.context.matcher.foreseen.expand
    told = [
        (words, {each for statement in said for each in expand(statement)})
        for words, said in spoken.assumed.told
    ]
    told += [(words, set()) for words in _asides(spoken, query)]
    known = {statement for _, said in told for statement in said}
    accounted = known.issuperset(query.assume)
    moved = {each.predicate for each in query.assume if each not in known}
    for words, said in told:
        points = not words_of("personal").isdisjoint(words.split())
        if points and moved.intersection(each.predicate for each in said):
            continue  # read, though of somebody else than a pronoun means
        own = {*query.assume, *_asked_by(spoken, query, words)}
        if said.isdisjoint(own) and (said or accounted):
            yield typed(words, text)
    for span in spoken.parts.assumed:
        for half in noun_clauses.unread(spoken.context, span, query.assume):
            yield typed(half, text)


def _untold(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through what is told beside what is supposed, in one sentence, and was not understood.

    `She pays and phones him. Who …?`
    """
    expand = spoken.context.matcher.foreseen.expand
    clauses = spoken.declared.told
    supposed = [words for words, said in clauses if _is_of(query, map(expand, said))]
    for sentence in spoken.said:
        told = " ".join(word.text for word in sentence.words)
        if not any(words in told for words in supposed):
            continue
        for words, said in clauses:
            if words in told and said and not _is_of(query, map(expand, said)):
                asked = {*_asked_by(spoken, query, words)}
                if asked.isdisjoint(each for one in map(expand, said) for each in one):
                    yield typed(words, text)


def _is_of(query: Query, said: Iterable[Sequence[Statement]]) -> bool:
    """Tell whether something of what a clause may say is supposed."""
    return any(each in query.assume for one in said for each in one)


def _asked_by(spoken: Utterance, query: Query, words: str) -> Iterator[Statement]:
    """Return the statement that is asked about, where a clause has a word of its own sentences."""
    statement = query.statement
    if statement is not None and left_out.says(spoken.context, words.split(), statement):
        yield statement


def _asides(spoken: Utterance, query: Query) -> Iterator[str]:
    """Go through what goes on with a supposition and asks nothing: `…, but does not like that`."""
    for sentence in spoken.parts.rest if query.statement is None else ():
        words = [word.text for word in sentence.words]
        if len(words) <= SHORTEST or words[0] not in words_of("joints"):
            continue
        if words[1] not in words_of("question_words") or words[2] in word_lists().negation:
            yield " ".join(words[1:])


def _notes(spoken: Utterance, query: Query) -> Iterator[str]:
    """Note each statement of which no word was said, only others that mean the same."""
    rulebase, asked = spoken.context.case.rulebase, asked_in(spoken)
    before = spoken.context.last
    for each in statements_heard(spoken, query):
        statement = parse_statement(each.statement)
        if statement is None:
            continue
        assumed = statement in query.assume
        said = spoken.parts.assumed if assumed else [sentence.words for sentence in asked]
        words = [taken.words for taken in each.taken if taken.meaning][:MOST_WORDS]
        if not words or _is_said(each, " ".join(map(text_of, said)), rulebase):
            continue
        if not assumed and before is not None and not _is_named(spoken, query, statement):
            continue  # taken up from before: its words are not in the text
        holds = each.holds if assumed else None
        yield taken_as(Speaker(rulebase), list(dict.fromkeys(words)), statement, holds)


def _is_named(spoken: Utterance, query: Query, statement: Statement) -> bool:
    """Tell whether a text itself speaks of the statement that it is understood to ask about."""
    asked = asked_in(spoken)
    readings = spoken.readings(query.intent, asked) if asked else []
    return bool(readings) and readings[0].statement == statement


def _is_said(heard_as: Heard, text: str, rulebase: RuleBase) -> bool:
    """Tell whether a text has a word of the statement's own sentence, names aside."""
    predicate = rulebase.vocabulary.predicates.get(heard_as.statement.partition("(")[0])
    if predicate is None:
        return True
    small = word_lists().stop
    templates = (predicate.says, predicate.denies, *predicate.also)
    plain = [word for word in unfilled(predicate.says) if word not in small]
    own = {stem(word) for each in templates for word in unfilled(each) if word not in small}
    return not plain or any(stem(word) in own for word in plain_words(text) if word not in small)
