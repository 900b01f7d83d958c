"""Two clauses in one: `she takes the deal Ben offers her`, where the second tells of a noun.

No mark stands between them, and one statement is read from both; the other half may go unread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.fitting import pairs
from arguendo.conversation.suppositions.clausing import cut
from arguendo.statements import Statement

_INFLECTED = ("s", "ed")
"""How a verb ends behind a name."""
_SUBJECTS = words_of("subjects")
_RELATIVE = words_of("relative")


def unread(context: Context, words: Sequence[Word], said: Collection[Statement]) -> Iterator[str]:
    """Go through the halves of which nothing stands in some statements, while the other does."""
    for clause in cut(words, context.index.names):
        texts = clause.texts
        found = _halves(context, texts)
        if found is None:
            continue
        used = _used(context, texts, said)
        one, other = found
        for half, beside in ((one, other), (other, one)):
            own, others = _telling(context, texts, half), _telling(context, texts, beside)
            if own and used.isdisjoint(own) and not used.isdisjoint(others):
                yield " ".join(texts[place] for place in half)


def _halves(context: Context, words: Sequence[str]) -> tuple[range, range] | None:
    """Part a clause before the name of who does something with the noun before it."""
    small = word_lists().stop
    mentions = context.index.names.find(words)
    for each in mentions:
        relative = each.start > 1 and words[each.start - 1] in _RELATIVE
        end = each.start - relative
        begun = any(m.end < end for m in mentions) or words[0] in _SUBJECTS
        verb = words[each.end] if each.end < len(words) else ""
        acts = verb not in small and verb.endswith(_INFLECTED)
        if begun and acts and words[end - 1] not in small:
            return range(end), range(each.start, len(words))
    return None


def _telling(context: Context, words: Sequence[str], half: range) -> set[int]:
    """Return the places of a half's words that tell something; both halves have the noun."""
    small = word_lists().stop
    named = {p for m in context.index.names.find(words) for p in range(m.start, m.end)}
    noun = half.stop - 1 if not half.start else -1
    return {p for p in half if p not in named and p != noun and words[p] not in small}


def _used(context: Context, words: Sequence[str], said: Collection[Statement]) -> set[int]:
    """Return the places of the words by which statements are said in a clause."""
    piece = context.matcher.piece(words, context.around)
    nearest = (context.matcher.nearest(piece, each) for each in said)
    return {
        place
        for found in nearest
        if found is not None
        for _, theirs, feature in pairs(found[1], piece)
        if feature[0] != "@"
        for place in theirs.places
    }
