"""The degree that a question for yes or no names: `is it at least likely?`, `almost certain?`.

The words are those of the rule base's scale; what is *certain* holds at the scale's top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import WITHOUT_STATEMENT
from arguendo.conversation.readers.likelier import asks_what_raises
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Manner, Query
from arguendo.statements import Statement
from arguendo.wording.statements import Speaker

SURE = 0.85


def asked(said: Utterance, query: Query) -> Query:
    """Add the degree that a question whether something holds names; one denied names none."""
    if query.intent is Intent.WHAT_WOULD_IT_TAKE and not query.fall:
        return _surer(said, query)
    if query.intent is not Intent.ASK or query.statement is None or query.degree:
        return query
    if asks_how_sure(said):
        return replace(query, manner=Manner.SURE)
    found = [each for each in said.said if each.asks][-1:]
    named = _named(said.context, found[0]) if found else None
    if named is None or not found:
        return query
    words = [found[0].words[place].stem for place in named[1]]
    own = _is_own(said.context, query.statement, words)
    return query if own else replace(query, degree=named[0])


def _surer(said: Utterance, query: Query) -> Query:
    """Ask what makes surer what holds by now, where a text asks for that of what it names."""
    raises = any(asks_what_raises(each) for each in said.said)
    if query.statement is None or query.degree or query.assume or not raises:
        return query
    return replace(query, degree=_next(said.context, query.statement))


def asks_how_sure(said: Utterance) -> bool:
    """Tell whether a text asks how sure something is, and nothing else of it."""
    sentences = [[word.stem for word in sentence.words] for sentence in said.said]
    linchpins = any(
        found.group == Intent.LINCHPINS.value
        for each in sentences
        for found in cues.intents().find(each)
    )
    return not linchpins and any(map(cues.group("degree", "sure").find, sentences))


def read(said: Utterance) -> Query | None:
    """Read a turn that names no more than a degree, as a question about the last statement."""
    context, last = said.context, said.context.last
    if len(said.said) != 1 or context.goal is None or last is None:
        return None
    if last.intent in WITHOUT_STATEMENT:
        return None
    if asks_what_raises(said.said[0]) and _is_bare(said.said[0]) and context.conclusion:
        raised = Query(Intent.WHAT_WOULD_IT_TAKE, context.conclusion, confidence=SURE)
        return replace(raised, degree=_next(context, context.conclusion))
    if _asks_for_more(said.said[0]):
        return _raised(context, context.goal)
    found = _named(context, said.said[0])
    if found is None:
        return None
    degree, places = found
    small = sayings.single("bare", "small") | sayings.of_words("fillers")
    words = said.said[0].words
    if any(word.text not in small for place, word in enumerate(words) if place not in places):
        return None
    return Query(Intent.ASK, context.goal, degree=degree, confidence=SURE)


def _asks_for_more(sentence: Sentence) -> bool:
    """Tell whether no more is asked than whether it could be surer: `could it be more than that?`.

    `Is that the most it can be?` asks the same.
    """
    words = [word.text for word in sentence.words]
    small = sayings.single("bare", "small") | sayings.of_words("fillers")
    raised = words_of("raising").intersection(words)
    known = small | words_of("raising") | words_of("raising_beside")
    could = words_of("could").intersection(words)
    return bool(raised and could) and known.issuperset(words)


def _is_bare(sentence: Sentence) -> bool:
    """Tell whether a question what would make something surer names nothing."""
    cues_of = cues.group("degree", "raised").find([word.stem for word in sentence.words])
    taken = {place for cue in cues_of for place in cue.places}
    small = sayings.single("bare", "small") | word_lists().stop | words_of("raising_beside")
    return all(w.text in small for place, w in enumerate(sentence.words) if place not in taken)


def _raised(context: Context, goal: Statement) -> Query | None:
    """Ask what it takes for a statement to be one degree surer than it is; None at the top."""
    if context.case.standing(goal).degree >= context.case.rulebase.scale.top:
        return None
    degree = _next(context, goal)
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, degree=degree, confidence=SURE)


def _next(context: Context, goal: Statement) -> str | None:
    """Return the degree above that to which a statement holds; None at the top or at none."""
    scale = context.case.rulebase.scale
    now = context.case.standing(goal).degree
    return scale.word(now + 1) if now and now < scale.top else None


def _named(context: Context, sentence: Sentence) -> tuple[str, set[int]] | None:
    """Return the one degree that a question for yes or no names, and the words that do."""
    words = [word.text for word in sentence.words]
    stems = [word.stem for word in sentence.words]
    least = {p for cue in cues.group("degree", "words").find(stems) for p in cue.places}
    found = _of_scale(context, words) or _certain(context, words, stems)
    if len(found) != 1 or not word_lists().negation.isdisjoint(words):
        return None
    ((degree, places),) = found
    start = min(places | least)
    compared = words_of("comparing_degrees")
    if any(word in compared for p, word in enumerate(words[:start]) if p not in least):
        return None
    leading = words_of("pleasantries") | words_of("joints")
    openers = words_of("auxiliaries")
    first = next((p for p, word in enumerate(words) if word not in leading), 0)
    return (degree, places | least) if words[first] in openers or first == start else None


def _of_scale(context: Context, words: Sequence[str]) -> list[tuple[str, set[int]]]:
    """Find words of the scale, the longer ones first: `very likely` names no *likely*."""
    found: list[tuple[str, set[int]]] = []
    taken: set[int] = set()
    for degree in sorted(context.case.rulebase.scale.words, key=len, reverse=True):
        named = plain_words(degree)
        for start in range(len(words) - len(named) + 1):
            places = set(range(start, start + len(named)))
            if list(words[start : start + len(named)]) == named and not places & taken:
                found.append((degree, places))
                taken |= places
    return found


def _certain(
    context: Context, words: Sequence[str], stems: Sequence[str]
) -> list[tuple[str, set[int]]]:
    """Find words by which it is asked whether something is certain: whether it is at the top."""
    scale = context.case.rulebase.scale.words
    certain = cues.group("degree", "certain").find(stems, context.index.names.find(words))
    return [(scale[-1], set(certain[0].places))] if certain and scale else []


def _is_own(context: Context, statement: Statement, stems: Sequence[str]) -> bool:
    """Tell whether a statement's own sentence has the words: they name no degree then."""
    said = plain_words(Speaker(context.case.rulebase).says(statement))
    return set(stems) <= set(map(stem, said))
