"""What a clause leaves to be understood from those before it: its subject, and who promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.meanings import meanings
from arguendo.conversation.reference import gapping
from arguendo.conversation.suppositions.clausing import Clause, is_by_the_way


def last(context: Context, clauses: Sequence[Clause]) -> list[str]:
    """Return the subject of the last clause that has one of its own, past what is by the way."""
    for clause in reversed(clauses):
        if is_by_the_way(clause):
            continue
        found = gapping.subject_of(clause.words, context.index.names)
        if found is not None:
            return found
    return []


def likely(
    context: Context, clauses: Sequence[Clause], words: Sequence[str], around: Iterable[str]
) -> list[str]:
    """Return who may be the subject of words that name none, behind some clauses; best first."""
    names = context.index.names
    before = [word for clause in clauses for word in clause.texts]
    pointed = gapping.pointed(context, words, before)
    own = [e for m in names.find(last(context, clauses)) for e in m.entities[:1]]
    named = [e for m in reversed(names.find(before)) for e in m.entities[:1] if m.proper]
    people = [each for each in around if each in names.people]
    return [*own, *pointed, *named, *(people if len(people) == 1 else ())]


def taken_up(clauses: Sequence[Clause], start: int) -> list[str]:
    """Return the words of promising and saying that a colon or bracket takes up again."""
    marks = [clause.words[0].before for clause in clauses]
    opened = next((p for p in range(start, 0, -1) if marks[p] in (":", "(")), None)
    if opened is None or ")" in marks[opened + 1 : start + 1]:
        return []
    head = clauses[opened - 1].words
    return [w.text for w in head if any(m.name == "promise" for m in meanings([w.stem]))]
