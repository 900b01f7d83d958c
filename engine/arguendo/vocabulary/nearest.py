"""Why a sentence has no reading, and the nearest right thing; only ever asked after a failure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from arguendo.problems import did_you_mean
from arguendo.statements import Slot, Sort, Statement, Term, parse_statement, sort_of
from arguendo.vocabulary.continuations import continuations, plain
from arguendo.vocabulary.shapes import Form, fillings
from arguendo.vocabulary.templates import is_hole
from arguendo.vocabulary.words import ARTICLES, MONTHS, Words, is_date, meant_dates, split

if TYPE_CHECKING:
    from arguendo.vocabulary.vocabulary import Vocabulary

LONGEST_UNKNOWN = 8
"""Words that may pass for an unknown name."""

_MOST_FILLINGS = 500
_UNREAD, _NOTHING_LIKE_IT = "unread-sentence", "no statement reads like this"
_EXACT = re.compile(r"\s*[\w-]+\s*\(.*\)\s*", re.DOTALL)

_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", re.ASCII | re.IGNORECASE)

_Stretch: TypeAlias = tuple[int, int, Term]
"""Words from, to, and the term that they name; empty when they name none."""


@dataclass(frozen=True)
class Nearest:
    """What to say about a sentence that cannot be read."""

    code: str
    message: str
    hint: str = ""
    predicate: str = ""
    """The id of the predicate that was nearest, if any was near."""
    strange: tuple[tuple[str, ...], ...] = ()
    """The words that no declaration knows, and again those that none knows as a name."""


def nearest(vocabulary: Vocabulary, sentence: str) -> Nearest:
    """Explain a sentence or exact form that `vocabulary` cannot read."""
    exact = parse_statement(sentence)
    if exact:
        found = _exact(vocabulary, exact)
        unknown = (term for term in exact.arguments if sort_of(term) is Sort.ENTITY)
        strange = ((exact.predicate,), *((t,) for t in unknown if t not in vocabulary.entities))
        return replace(found, strange=strange)
    if _EXACT.fullmatch(sentence):
        return Nearest(
            "bad-exact-form",
            "this looks like an exact form and is none",
            'write predicate(id, ?variable, 12, 2017-08-16, "text"), all in lower case',
        )
    wrong = next((day[0] for day in _DAY.finditer(sentence) if not meant_dates(day[0])), None)
    if wrong is not None:
        return Nearest("no-such-date", f"there is no day “{wrong}”")
    words = split(sentence)
    unnamed = tuple(word for word in _abstract(vocabulary, words)[0] if word != "?")
    found = (
        _near_miss(vocabulary, sentence, words)
        or (_unfinished(vocabulary, sentence) if unnamed else None)
        or _other_words(vocabulary, words)
    )
    return replace(found, strange=(*found.strange, unnamed))


def _exact(vocabulary: Vocabulary, statement: Statement) -> Nearest:
    predicate = vocabulary.predicates.get(statement.predicate)
    if predicate is None:
        hint = did_you_mean(statement.predicate, vocabulary.predicates)
        return Nearest("unknown-statement", f"there is no statement “{statement.predicate}”", hint)
    names = ", ".join(slot.name for slot in predicate.slots)
    if len(predicate.slots) != len(statement.arguments):
        message = (
            f"“{predicate.id}” takes {_count(len(predicate.slots))}, not {len(statement.arguments)}"
        )
        return Nearest("wrong-number", message, f"write {predicate.id}({names})", predicate.id)
    for term, slot in zip(statement.arguments, predicate.slots, strict=True):
        if sort_of(term) is Sort.ENTITY and term not in vocabulary.entities:
            named = vocabulary.entities_named(term.replace("_", " "))
            hint = did_you_mean(term, vocabulary.entities)
            if named:
                hint = f"write {' or '.join(each.id for each in named)}"
            message = f"there is no entity with the id “{term}”"
            return Nearest("unknown-entity", message, hint, predicate.id)
        if sort_of(term) is Sort.DATE and not is_date(term):
            return Nearest("no-such-date", f"there is no date “{term}”", predicate=predicate.id)
        if not vocabulary.suits(term, slot):
            return _wrong_kind(vocabulary, term, slot, predicate.id)
    return Nearest(_UNREAD, _NOTHING_LIKE_IT)


def _count(number: int) -> str:
    return f"{number or 'no'} argument{'' if number == 1 else 's'}"


def _wrong_kind(vocabulary: Vocabulary, term: Term, slot: Slot, predicate: str) -> Nearest:
    name, kind = vocabulary.name(term), vocabulary.kind_of(term)
    wanted = " or ".join(_one(kind) for kind in slot.kinds)
    known = [entity.name for entity in vocabulary.entities.values() if entity.kind in slot.kinds]
    return Nearest(
        "wrong-kind",
        f"“{name}” is {_one(kind)}, and “{slot.name}” in {predicate} takes {wanted}",
        f"for example: {', '.join(known[:5])}" if known else "",
        predicate,
    )


def _one(kind: str) -> str:
    return kind if kind == "text" else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


def _near_miss(vocabulary: Vocabulary, sentence: str, words: Words) -> Nearest | None:
    """Explain a sentence whose template is plain, and in which only a name is wrong."""
    best: tuple[tuple[int, int], Form, tuple[_Stretch, ...]] | None = None
    for form in vocabulary.shapes.candidates(words.words):
        for stretches in islice(_loosely(vocabulary, form, words), _MOST_FILLINGS):
            unknown = sum(end - start for start, end, term in stretches if not term)
            wrong = len(_misfits(vocabulary, form, stretches))
            if best is None or (unknown, wrong) < best[0]:
                best = (unknown, wrong), form, stretches
    if best is None:
        return None
    _, form, stretches = best
    for place, (start, end, term) in _misfits(vocabulary, form, stretches):
        slot = form.predicate.slots[place]
        if term:
            return _wrong_kind(vocabulary, term, slot, form.predicate.id)
        name = _raw(sentence, words.words[start:end])
        found = _unknown_name(vocabulary, name, slot, form)
        return replace(found, strange=(words.words[start:end],))
    return None


def _loosely(vocabulary: Vocabulary, form: Form, words: Words) -> Iterator[tuple[_Stretch, ...]]:
    """Fill a form's slots with names of any kind, and with words in which nothing is named."""

    def fill(_: int, position: int) -> list[tuple[int, _Stretch]]:
        known = vocabulary.terms_at(words, position)
        found = [(end, (position, end, term)) for end, term in known]
        for end in range(position, min(len(words), position + LONGEST_UNKNOWN)):
            if vocabulary.terms_at(words, end):
                break
            found.append((end + 1, (position, end + 1, "")))
        return found

    return fillings(form.shape, words.words, fill)


def _misfits(
    vocabulary: Vocabulary, form: Form, stretches: Sequence[_Stretch]
) -> list[tuple[int, _Stretch]]:
    slots = form.predicate.slots
    return [
        (place, stretch)
        for place, stretch in zip(form.order, stretches, strict=True)
        if not stretch[2] or not vocabulary.suits(stretch[2], slots[place])
    ]


def _raw(sentence: str, words: Sequence[str]) -> str:
    """Find the words as the author wrote them."""
    between = rf"(?:\W|\b(?:{'|'.join(ARTICLES)})\b)+?"
    pattern = between.join(re.escape(word) for word in words)
    found = re.search(pattern, sentence, re.IGNORECASE)
    return found[0] if found else " ".join(words)


def _unknown_name(vocabulary: Vocabulary, name: str, slot: Slot, form: Form) -> Nearest:
    entities = vocabulary.entities.values()
    fitting = [each for each in entities if not slot.kinds or each.kind in slot.kinds]
    choices = [alias for each in fitting for alias in (each.name, *each.aliases)]
    hint = did_you_mean(name, choices)
    if not hint and fitting:
        shown = ", ".join(each.name for each in fitting[:6])
        hint = f"“{slot.name}” can be {shown}{', …' if len(fitting) > 6 else ''}"
    message = f"nothing is called “{name}”"
    if slot.kinds and not fitting:
        message = f"“{name}” is not {' or '.join(_one(kind) for kind in slot.kinds)}"
        samples = {"number": "12 or 3.5", "date": "2017-08-16", "text": f'"{name}"'}
        if "date" in slot.kinds and (dates := meant_dates(name)):
            samples["date"] = " or ".join(dates)
        hint = next((f"write {samples[kind]}" for kind in slot.kinds if kind in samples), "")
    return Nearest("unknown-entity", message, hint, form.predicate.id)


def _unfinished(vocabulary: Vocabulary, sentence: str) -> Nearest | None:
    """Explain a text that is the beginning of a sentence."""
    begun = next(continuations(vocabulary, sentence), None)
    if begun is None:
        return None
    whole = plain(begun, vocabulary, variables=False)
    hint = f"nearest: {whole}\nthe sentence is not finished"
    return Nearest(_UNREAD, _NOTHING_LIKE_IT, hint, begun.predicate.id)


def _other_words(vocabulary: Vocabulary, words: Words) -> Nearest:
    """Find the template nearest in its words, and the first word that differs."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Levenshtein

    pattern, terms = _abstract(vocabulary, words)
    forms = vocabulary.shapes.forms
    choices = [" ".join("?" if is_hole(w) else w for w in form.shape) for form in forms]
    found = process.extractOne(" ".join(pattern), choices, scorer=fuzz.ratio, score_cutoff=55)
    if not found:
        hint = "say it in a declared sentence, or declare one under “statements”"
        return Nearest(_UNREAD, _NOTHING_LIKE_IT, hint)
    form, target = forms[found[2]], choices[found[2]].split()
    hint = f"nearest: {_example(vocabulary, form, terms)}"
    edits = Levenshtein.opcodes(pattern, target)
    first = next((edit for edit in edits if edit.tag != "equal"), None)
    if first:
        hint += "\n" + _differs(pattern, target, first.src_start, first.dest_start, first.tag)
    return Nearest(_UNREAD, _NOTHING_LIKE_IT, hint, form.predicate.id)


def _abstract(vocabulary: Vocabulary, words: Words) -> tuple[list[str], list[Term]]:
    """Put `?` in place of every longest name; return the terms as well."""
    pattern: list[str] = []
    terms: list[Term] = []
    position = 0
    while position < len(words):
        found = max(vocabulary.terms_at(words, position), default=None)
        if found:
            pattern.append("?")
            terms.append(found[1])
            position = found[0]
        else:
            pattern.append(words.words[position])
            position += 1
    return pattern, terms


def _example(vocabulary: Vocabulary, form: Form, terms: Sequence[Term]) -> str:
    """Fill a form with the sentence's own names where they fit, else with some that do."""
    left = list(terms)
    chosen: dict[str, Term] = {}
    for place in form.order:
        slot = form.predicate.slots[place]
        fitting = (term for term in left if vocabulary.suits(term, slot))
        chosen[slot.name] = next(fitting, None) or _sample(vocabulary, slot)
        if chosen[slot.name] in left:
            left.remove(chosen[slot.name])
    return form.template.fill(chosen, vocabulary.name, vocabulary.is_plural)


def _sample(vocabulary: Vocabulary, slot: Slot) -> Term:
    literals = {"number": "12", "date": "2017-08-16", "text": '"text"'}
    entities = vocabulary.entities.values()
    found = (each.id for each in entities if not slot.kinds or each.kind in slot.kinds)
    literal = next((literals[kind] for kind in slot.kinds if kind in literals), f"?{slot.name}")
    return next(found, literal)


def _differs(pattern: Sequence[str], target: Sequence[str], here: int, there: int, tag: str) -> str:
    written = "a name" if here < len(pattern) and pattern[here] == "?" else _at(pattern, here)
    wanted = "a name" if there < len(target) and target[there] == "?" else _at(target, there)
    if tag == "insert":
        after = f" after “{pattern[here - 1]}”" if here and pattern[here - 1] != "?" else ""
        return f"the first difference: {wanted} is missing{after}"
    if tag == "delete":
        return f"the first difference: {written} is not in it"
    return f"the first difference: {written} where it has {wanted}"


def _at(words: Sequence[str], place: int) -> str:
    return f"“{words[place]}”" if place < len(words) else "the end"
