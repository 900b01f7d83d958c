"""Clauses: how they run on from one another, and how one becomes an infinitive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arguendo.statements import Term
from arguendo.vocabulary.templates import Hole, Pick, Template
from arguendo.wording.grammar import joined, series

AUXILIARIES = frozenset(
    {
        *("am", "are", "is", "was", "were", "has", "have", "had", "do", "does", "did"),
        *("can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would"),
    }
)
"""Verbs that can stand before the subject of a question."""
_PAST = frozenset({"was", "were", "had", "did"})
_INVERTED = frozenset({"were", "was", "did", "do", "does", "have", "has", "had", "cannot"})
"""Verbs of which it is unsure how to ask: *have* may stand for itself or help another."""
_JOINING = frozenset({"and", "or", "of", "in", "at", "from", "with", "for", "to", "on", "by"})
_NOT_VERBS = frozenset({"their", "them", "theirs", "themselves", "they", "these", "those"})
_BINDERS = ("that", "whether", "and", "or", "if")
_TIMES = ("when", "while", "before", "after", "since", "until")
_SUBORDINATING = frozenset(
    ("that", "whether", "if", *_TIMES, "because", "although", "where", "who", "which")
)
"""What begins a clause of which the main clause's subject is not the subject."""

Part = str | Pick | Hole


@dataclass(frozen=True)
class Clause:
    """A statement in words, with the subject it begins with when that may be left out."""

    text: str
    subject: Term = ""
    """The term that it is about; empty when the clause cannot go without it."""
    rest: str = ""
    """The clause without its subject."""


def run_on(clauses: Sequence[Clause], word: str = "and") -> str:
    """Join clauses; neighbours with one subject share it: `x does this and is that`."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if groups and _may_share(groups[-1], clause):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    told = [joined([group[0].text, *(each.rest for each in group[1:])], word) for group in groups]
    return series(told, word) if word == "and" else joined(told, word)


def _may_share(group: Sequence[Clause], clause: Clause) -> bool:
    if not clause.rest or clause.subject != group[0].subject:
        return False
    words = group[-1].rest.split()
    return not any(binder in words for binder in _BINDERS)


def begins_with_subject(template: Template) -> str:
    """Return the slot that a template begins with, if a verb follows it; else nothing."""
    first, *others = template.parts
    return first.slot if isinstance(first, Hole) and _verb_follows(others) else ""


def _verb_follows(parts: Sequence[Part]) -> bool:
    """Tell whether a verb comes next, adverbs apart."""
    if not parts:
        return False
    part, *others = parts
    if isinstance(part, Pick):
        return part.plural not in _NOT_VERBS
    if isinstance(part, Hole) or part[:1] != " ":
        return False
    words = part.split()
    while words and words[0].endswith("ly"):
        del words[0]
    return words[0] in AUXILIARIES if words else _verb_follows(others)


def is_past(template: Template) -> bool:
    """Tell whether a template tells of what has happened: `{x} gave {y} away`, `{x} was there`.

    The verb behind its subject is then one of the past, or has neither a choice of words nor an s.
    """
    first, *others = template.parts
    if not isinstance(first, Hole) or not others:
        return False
    if not begins_with_subject(template):
        words = others[0].split() if isinstance(others[0], str) and others[0][:1] == " " else []
        return bool(words) and words[0] not in _JOINING and not words[0].endswith("s")
    written = "".join(map(_written, others)).replace("[", "").replace("|", " ").split()
    return any(word in _PAST for word in written[:2])


def infinitive(template: Template) -> Template | None:
    """Turn a template into one that may follow `for`: `{x} to raise {y}`; None if that is unsure.

    The verb is the first choice of words after the subject: its plural is the bare form, but for
    `be`. Without such a choice the only `is` or `are` is taken.
    """
    return _by_choice(template) or _by_being(template)


def _has_something(after: str) -> bool:
    """Tell whether `has` tells what somebody has, and does not build another form of a verb."""
    return after.strip().startswith("{") or after.split()[:1] in (["a"], ["an"], ["the"])


def _by_choice(template: Template) -> Template | None:
    subject, *others = template.parts
    if len(others) < 2 or not begins_with_subject(template):
        return None
    between, verb, *tail = others
    if not isinstance(between, str) or not isinstance(verb, Pick) or verb.plural in ("were", "did"):
        return None
    if tail and isinstance(tail[0], str) and tail[0].startswith(" not "):
        return None
    bare = "be" if verb.plural == "are" else verb.plural
    return Template(
        f"{_written(subject)} to{between}{bare}{''.join(_written(part) for part in tail)}"
    )


def _by_being(template: Template) -> Template | None:
    words = template.text.split(" ")
    verbs = [place for place, word in enumerate(words) if word in AUXILIARIES]
    choices = any(isinstance(part, Pick) for part in template.parts)
    if choices or len(verbs) != 1 or words[verbs[0]] not in ("is", "are"):
        return None
    if any(word in _SUBORDINATING for word in words[: verbs[0]]):
        return None
    words[verbs[0]] = "to be"
    return Template(" ".join(words))


def question(template: Template) -> Template | None:
    """Turn a template into a question for yes or no: `does {x} raise {y}`; None if unsure."""
    return _asking_by_choice(template) or _asking_by_auxiliary(template)


def _asking_by_choice(template: Template) -> Template | None:
    subject, *others = template.parts
    if len(others) < 2 or not begins_with_subject(template):
        return None
    between, verb, *tail = others
    if not isinstance(between, str) or not isinstance(verb, Pick):
        return None
    rest = "".join(map(_written, tail))
    if verb.plural in ("are", "were"):
        return Template(f"{_written(verb)} {_written(subject)}{between.rstrip()}{rest}")
    if verb.plural in _INVERTED and not (verb.plural == "have" and _has_something(rest)):
        return None
    return Template(f"[does|do] {_written(subject)}{between}{verb.plural}{rest}")


def _asking_by_auxiliary(template: Template) -> Template | None:
    """Put the only auxiliary first: `is the list of {x} long`, `may {x} play`."""
    words = template.text.split(" ")
    verbs = [place for place, word in enumerate(words) if word in AUXILIARIES]
    choices = any(isinstance(part, Pick) for part in template.parts)
    if choices or len(verbs) != 1 or not verbs[0] or words[verbs[0]] in _INVERTED:
        return None
    if any(word in _SUBORDINATING for word in words[: verbs[0]]):
        return None
    verb = words.pop(verbs[0])
    return Template(" ".join((verb, *words)))


def _written(part: Part) -> str:
    if isinstance(part, Hole):
        return f"{{{part.slot}}}"
    return f"[{part.singular}|{part.plural}]" if isinstance(part, Pick) else part
