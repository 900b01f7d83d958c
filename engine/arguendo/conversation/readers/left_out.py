"""What a question says of something in a relative clause that its reading leaves out.

`Can a member who skips the training play?`, read as whether a member can play, is another question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.sentences import unfilled
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

_SMALL_BETWEEN = r"\W+(?:\w{1,3}\W+){0,2}?"
"""What may stand in a text between words that are read one after the other."""
MOST_BEGUN = 50
"""Places of a text at which words are looked for as they were typed."""
_INTENTS = Intent.ASK, Intent.WHAT_IF
SHORTEST = 3
"""Words that a relative clause has at least."""
_OPENS = words_of("relative") - {"that"}


def unread(spoken: Utterance, query: Query, text: str) -> Iterator[str]:
    """Go through the relative clauses of a question of which nothing was read, as typed."""
    if query.intent not in _INTENTS or query.statement is None or query.quantified is not None:
        return
    read = [query.statement, *query.assume]
    for sentence in spoken.parts.rest or spoken.said:
        for clause in _clauses(sentence.words):
            words = [word.text for word in clause]
            own = _own(spoken.context, words[1:])
            if own and not any(says(spoken.context, own, each) for each in read):
                yield typed(" ".join(words), text)


def _clauses(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Go through the relative clauses before the verb of a sentence: up to an auxiliary."""
    auxiliaries = word_lists().auxiliaries
    for place, word in enumerate(words):
        if place < 2 or word.text not in _OPENS or word.before:
            continue
        ends = (p for p in range(place + 2, len(words)) if words[p].text in auxiliaries)
        end = next(ends, len(words))
        if end - place >= SHORTEST and end < len(words):
            yield words[place:end]


def _own(context: Context, words: Sequence[str]) -> list[str]:
    """Return the words that say something and name nobody."""
    named = {p for m in context.index.names.find(words) for p in range(m.start, m.end)}
    small = word_lists().stop
    return [word for p, word in enumerate(words) if p not in named and word not in small]


def says(context: Context, words: Sequence[str], statement: Statement) -> bool:
    """Tell whether some words have one of the sentences by which a statement is told."""
    predicate = context.case.rulebase.vocabulary.predicates.get(statement.predicate)
    if predicate is None:
        return True
    small = word_lists().stop
    told = (
        word
        for each in (predicate.says, predicate.denies, *predicate.also)
        for word in unfilled(each)
    )
    own = {stem(word) for word in told if word not in small}
    return any(stem(word) in own for word in words if word not in small)


def typed(words: str, text: str) -> str:
    """Return some words as they were typed, where that is found."""
    first, *rest = words.split() or [""]
    opens = rf"(?:\b(?:{'|'.join(words_of('determiners'))})\s+)?{re.escape(first)}"
    for begun in islice(re.finditer(opens, text, re.IGNORECASE), MOST_BEGUN):
        end = _after(rest, text, begun.end())
        if end is not None:
            return text[begun.start() : end]
    return words


def _after(words: Sequence[str], text: str, start: int) -> int | None:
    """Return where some words end that follow in a text, one after the other, if they do.

    Each is looked for by itself: to go back over all of them could take for ever.
    """
    place = start
    for word in words:
        nearly = r"|n['’]?t" if word == "not" else ""
        following = rf"(?:{_SMALL_BETWEEN}{re.escape(word)}{nearly})"
        found = re.compile(following, re.IGNORECASE).match(text, place)
        if found is None:
            return None
        place = found.end()
    return place
