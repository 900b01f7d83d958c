"""What a text tells as following from what it assumes, and then only asks to be confirmed.

`She calls, and he sleeps soundly. Does he, though?`; `it flies, so it is a bird, true?`; `say they
offer goodies, they come to the table or what`: the conclusion is asked about, and not assumed. So
it is where nothing else asks: `one word from her, and hey presto, he is no longer afraid?`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

MOST_WORDS = 6
"""Words of a question that only asks whether it is so."""
_SMALL = words_of("auxiliaries") | words_of("pronouns") | words_of("particles") | words_of("joints")
_JOINTS = words_of("joints")
_ASKING = words_of("auxiliaries") | words_of("asks_on") | words_of("open_questions")
_OR = words_of("behind_or")
"""Words behind *or* with which a text asks without a mark: `… or what`."""


def asked(
    said: Utterance, intent: Intent, assumed: Assumed, rest: Sequence[Sentence]
) -> Statement | None:
    """Return what is asked about of all that a text seems to assume; None where that is assumed."""
    if intent is not Intent.WHAT_IF or len(assumed.truth) < 2:
        return None
    questions = [each for each in rest if each.asks] or rest
    if not all(_confirms(said, each) for each in questions):
        return _told_last(said, assumed, rest)
    if not rest and not (_asks(said.said) and _is_apart(said)):
        return None
    return next(_conclusions(said, assumed, confirmed=bool(questions)), None)


def _told_last(said: Utterance, assumed: Assumed, rest: Sequence[Sentence]) -> Statement | None:
    """Return what is told last in a text whose other words ask nothing, or of nothing so clearly.

    `With one word from her | he is no longer afraid?`: neither part asks by the order of its words.
    """
    last, *others = list(assumed.truth)[::-1]
    heard = assumed.heard.get(last)
    if heard is None or not said.said[-1].asks or not all(_leads(said, each) for each in rest):
        return None
    if not said.context.is_derived(last) or said.context.is_open(last):
        return None
    readings = said.readings(Intent.WHAT_IF, rest, assumed.truth)
    if readings and readings[0].score >= heard.reading.score:
        return None
    return last if target.depends(said.context, others, last) else None


def _leads(said: Utterance, piece: Sentence) -> bool:
    """Tell whether words only lead on to the last of a text, and do not ask by themselves."""
    before = piece.words[-1] is not said.said[-1].words[-1]
    first = next((w.text for w in piece.words if w.text not in _JOINTS), "")
    return before and first not in _ASKING


def _conclusions(said: Utterance, assumed: Assumed, confirmed: bool) -> Iterator[Statement]:
    """Go through what follows from the rest of what is assumed, the last told first."""
    context, told = said.context, list(assumed.truth)
    for each in told[::-1] if confirmed else told[-1:]:
        others = [other for other in told if other != each]
        derived = context.is_derived(each) and not context.is_open(each)
        if derived and (confirmed or assumed.truth[each]) and target.depends(context, others, each):
            yield each


def _confirms(said: Utterance, sentence: Sentence) -> bool:
    """Tell whether a question only asks whether what was told is so: `does he, though?`."""
    words = [word.text for word in sentence.words]
    if sayings.are_some(words, "concluding", "confirms"):
        return True
    small = _SMALL | sayings.of_words("fillers")
    brief = len(words) <= MOST_WORDS and all(word in small for word in words)
    return brief and not said.mentions(sentence)


def _asks(said: Sequence[Sentence]) -> bool:
    """Tell whether a text asks, be it without a mark: `… they come to the table or what`."""
    words = [word.text for word in said[-1].words[-2:]]
    confirms = sayings.is_one(words[-1:], "concluding", "confirms")
    return any(each.asks for each in said) or confirms or (words[0] == "or" and words[-1] in _OR)


def _is_apart(said: Utterance) -> bool:
    """Tell whether what is told last follows a mark, and does not only go on: `…, and it …`."""
    spans = said.parts.assumed or [sentence.words for sentence in said.said]
    if not said.parts.open_end:
        return True
    marked = (p for p in range(len(spans[-1]) - 1, 0, -1) if spans[-1][p].before)
    place = next(marked, None)
    return place is not None and not _goes_on(spans[-1][place])


def _goes_on(word: Word) -> bool:
    return word.text in _JOINTS
