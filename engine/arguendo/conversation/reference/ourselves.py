"""Who *we* and *I* are, where somebody said so before: `when did we at the bakery get it?`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word, sentences
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference.relatives import put

_SPEAKERS = words_of("speakers")
_NAMED_AFTER = words_of("names_a_speaker")
_BEING = words_of("being")
_OWNERS = {"my": "i", "our": "we"}
_OPENS = words_of("supposing_subjects")


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the name by which somebody called himself before in place of *we* or *I*."""
    if not any(word.text in _SPEAKERS for each in said for word in each.words):
        return [*said]
    if any(True for each in said for _ in _called(context, each.words)):
        return [*said]  # said in this very turn
    return [_spelled_out(context, sentence) for sentence in said]


def speaker(context: Context, words: Sequence[str]) -> str | None:
    """Return who speaks of what is *mine* or *ours*, where somebody said before who that is."""
    said = next((by for each, by in _OWNERS.items() if each in words), None)
    return next(_before(context, said), None) if said else None


def _spelled_out(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    known, small = context.index.vocabulary, word_lists().stop
    for place, word in enumerate(words):
        if word.text not in _SPEAKERS:
            continue
        who = next(_before(context, word.text), None)
        verb = next((w for w in words[place + 1 :] if w.text not in small), None)
        does = verb is not None and verb.stem in known and verb.text not in _OPENS
        mentions = context.index.names.find([each.text for each in words])
        named = any(who in mention.entities for mention in mentions)
        if who is not None and does and not named:
            return replace(sentence, words=put(context, who, words, place, place + 1))
    return sentence


def _before(context: Context, speaker: str) -> Iterator[str]:
    """Go through those as whom the one who speaks named himself with a word, the last first."""
    for turn in reversed(context.state.turns):
        for sentence in sentences(turn.question, context.index.names.pairs):
            yield from (who for said, who in _called(context, sentence.words) if said == speaker)


def _called(context: Context, words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Go through *we* and *I* where a name tells at once who that is: `we at …`, `I am …`."""
    texts = [word.text for word in words]
    mentions = [m for m in context.index.names.find(texts) if m.proper]
    for mention in mentions:
        start = mention.start
        between = start > 1 and texts[start - 1] in _NAMED_AFTER
        apart = start > 0 and bool(words[start].before)
        if between and texts[start - 1] in _BEING and not _ends(words, mention.end):
            continue  # `I am Ann's brother`
        speaker = texts[start - 2] if between else texts[start - 1] if apart else ""
        if speaker in _SPEAKERS and len(mention.entities) == 1:
            yield speaker, mention.entities[0]


def _ends(words: Sequence[Word], place: int) -> bool:
    """Tell whether a clause ends before a place, or a small word goes on."""
    after = words[place] if place < len(words) else None
    return after is None or bool(after.before) or after.text in word_lists().stop
