"""Who has a say: `who could change that?`, `who can stop it?`, `whose decision is it?`."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import left_out, values
from arguendo.conversation.statements.sentences import first_word, words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.statements import Statement

SURE = 0.9
TOLD = 0.5
"""How much of a statement must be told that is named beside."""
MOST_ABOUT = 3
"""Open questions that are offered where one word tells which is meant."""
_LIST = Query(Intent.LIST, listing=Listing.OPEN, confidence=SURE)


def read(said: Utterance) -> Query | None:
    """Read a question for those whose answers could change what was spoken of, or is named."""
    if len(said.said) != 1:
        return None
    (sentence,) = said.said
    found = cues.group("deciding").find([w.stem for w in sentence.words], said.mentions(sentence))
    taken = {place for cue in found for place in cue.places}
    if not taken:
        return None
    behind = _behind(sentence, max(taken) + 1)
    opens = {word.text for word in sentence.words[behind : behind + 1]}
    if opens & words_of("decided_about"):
        taken.add(behind)
    rest = tuple(word for place, word in enumerate(sentence.words) if place not in taken)
    small = word_lists().stop | words_of("pleasantries") | words_of("pointing_things")
    if all(word.text in small for word in rest):
        if opens & words_of("embedding") and _is_declared(said, sentence, taken):
            return None
        goal = _supposed(said) or said.context.conclusion or main_conclusion(said.context.case)
        return replace(_LIST, statement=goal) if goal is not None else None
    if _is_declared(said, sentence, taken):
        return None
    about = Utterance(said.context, (Sentence(rest, asks=True),)).wants(Intent.ASK).whole
    readings = about.readings(Intent.ASK)
    if not readings or readings[0].told < TOLD:
        return _open_about(said, rest)
    asked = about.about(Query(Intent.ASK), readings)
    others = tuple(replace(_LIST, statement=each.statement) for each in asked.alternatives)
    return replace(
        _LIST,
        statement=asked.statement,
        confidence=asked.confidence,
        clarify=asked.clarify,
        alternatives=others,
    )


def _open_about(said: Utterance, words: Sequence[Word]) -> Query | None:
    """Read a question for who decides of which only a word tells what: `… about the money?`."""
    derived = (each for word in words for each in said.context.index.derived(word.stem))
    texts = [*(word.text for word in words), *derived]
    open_ones = (question.statement for question in said.context.case.rulebase.questions)
    about = [each for each in open_ones if left_out.says(said.context, texts, each)]
    if not 0 < len(about) <= MOST_ABOUT:
        return None
    doubtful = replace(_LIST, confidence=TOLD, clarify=True)
    first, *others = (replace(doubtful, statement=each) for each in about)
    return replace(first, alternatives=tuple(others))


def _behind(sentence: Sentence, place: int) -> int:
    """Pass over what only leads on: `who decides then whether …?`."""
    words = sentence.words
    while place < len(words) - 1 and words[place].text in words_of("particles"):
        place += 1
    return place


def _supposed(said: Utterance) -> Statement | None:
    """Return what was last supposed, where that was one thing alone and nothing else was asked."""
    last = said.context.last
    supposed = [*last.assume] if last is not None and last.statement is None else []
    return supposed[0] if len(supposed) == 1 else None


def _is_declared(said: Utterance, sentence: Sentence, taken: Set[int]) -> bool:
    """Tell whether somebody does in a statement what is asked: `{x} decides about {y}`.

    It has to say what the text says besides: that `{x} decides to pay` tells not who decides else.
    """
    words = [sentence.words[place] for place in taken]
    asked = {word.stem for word in words if word.text not in word_lists().stop}
    besides = values.content_of(said, sentence, taken)
    predicates = said.context.case.rulebase.vocabulary.predicates.values()
    sentences = (says for each in predicates for says in (each.says, *each.also))
    return any(
        first_word(says) in asked and besides <= words_of_template(says)
        for says in sentences
        if says.startswith("{")
    )
