"""Texts that suppose another number or day, put with the words of the statement that has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import cleaned, plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.suppositions import amounts, dated, having, only_number, shares
from arguendo.conversation.suppositions.amounts import Amount, Measure
from arguendo.explanation.margins import compared
from arguendo.inquiry.query import Query
from arguendo.statements import Sort, Statement
from arguendo.wording.statements import Speaker

MOST_LETTERS, MOST_ORDERED = 200, 14
"""Letters of a text, and words, that may be an order to set a number."""
_LEADING = words_of("leading")
_IF = "|".join(words_of("ifs"))
_BIDS = "|".join(sorted(words_of("bids") | words_of("supposing")))
_OPENS = re.compile(
    r"\b(?:(?P<about>(?:what|how) about)|^(?P<with>(?:and |but |plus )?with)"
    rf"|{_IF}|(?:{_BIDS})(?: that)?)\s+",
    re.I,
)
_ENDS = re.compile(r"[?!;:\n]|\.(?!\d)|$")
_BORDER = re.compile(r",(?!\d)\s*(?:(?:and|but|then)\s)?|\s(?:and|but|then)\s", re.I)
_ALONE = re.compile(
    rf"(?:(?:{'|'.join(sorted(words_of('leading') | words_of('joints')))})\s+)*"
    rf"(?:what (?:about|if)|how about(?: if)?|if|(?P<bids>{'|'.join(sorted(words_of('bids')))}))"
    r"(?: that)?\s+(?P<clause>[^?!.;:]+(?:\.\d+)?[^?!.;:]*)(?P<end>[?!.\s]*)",
    re.I,
)
MOST_CLAUSES = 6
"""Clauses of a text that are looked at."""
MOST_NOTED = 6
"""Words of a turn that only notes how much something is."""
MOST_TURNS = 3
"""Questions back to which one looks for what has a number."""


class Supposed(NamedTuple):
    """A turn that supposes one thing."""

    clause: str
    stays: bool
    """Whether that is to stand from then on."""


def spelled_out(context: Context, text: str) -> str:
    """Put what a text supposes of a number or a day with the words of the statement that has it."""
    if not _has_figures(context):
        return text
    text = _ordered(context, shares.in_percent(context, text))
    opening = _OPENS.search(text)
    if opening is None:
        noted = _noted(context, text)
        return f"what if {noted}" if noted else text
    if opening["about"] and opening.start():
        return text
    end = _ENDS.search(text, opening.end())
    whole = text[opening.end() : end.start() if end else None]
    behind = text[opening.end() + len(whole) :]
    if opening["with"]:
        if (besides := _besides(whole)) is None:
            return text  # `and with six?` puts another number in the place of the one supposed
        whole = besides
    pieces = _pieces(whole)
    alone = len(pieces) == 1 and supposed(text) is not None
    put = [_put(context, each, again=not alone) or each for each in pieces]
    if put == pieces:
        return text
    lead = "what if " if opening["about"] or opening["with"] else opening[0]
    return text[: opening.start()] + lead + "".join(put) + behind


def _ordered(context: Context, text: str) -> str:
    """Put what an order to set a number supposes: `set her hours to exactly 48 instead`."""
    words = text[:MOST_LETTERS].rstrip("?!. ").split()
    start = next((p for p, word in enumerate(words) if word.casefold() not in _LEADING), 0)
    if len(words) > MOST_ORDERED or words[start : start + 1] == [] or "to" not in words[start:]:
        return text
    to = len(words) - 1 - words[::-1].index("to")
    so = [word for word in words[to + 1 :] if word.casefold() not in words_of("set_so")]
    if words[start].casefold() not in words_of("sets_to") or not (so and so[0][:1].isdigit()):
        return text
    what = words[start + 1 : to]
    measured = {word for each in amounts.measures(context) for word in each.units | each.own}
    told = any(stem(word.casefold()) in measured for word in (*what, *so))
    return f"assume {' '.join((*what, 'is', *so))}" if told else text


def _besides(text: str) -> str | None:
    """Leave out what says that something is supposed besides: `65 of them on top of that`."""
    told = sorted(lexicon.listed(lexicon.read("turns")["adding"]["on_top"]), key=len, reverse=True)
    plain = text.rstrip()
    ends = (each for each in told if plain.casefold().endswith(f" {each}"))
    end = next(ends, None)
    return plain[: -len(end)].rstrip() if end is not None else None


def _noted(context: Context, text: str) -> str:
    """Return the sentence of what a turn notes in a word or two: `income 14000`, `Ann: 3 offers`.

    Nothing where that is spoken of anyway, or where more is said or asked.
    """
    words = plain_words(text)
    asks = words_of("open_questions") | word_lists().auxiliaries
    if not 1 < len(words) <= MOST_NOTED or "?" in text or not asks.isdisjoint(words):
        return ""
    amount = dated.read(text) or amounts.read(text.rstrip("?!. ").replace(":", " "))
    found = amounts.meant(context, amount) if amount is not None and not amount.is_none else None
    if found is None or found in context.matcher.foreseen.of(found.predicate):
        return ""
    return Speaker(context.case.rulebase).says(found)


def _has_figures(context: Context) -> bool:
    """Tell whether any statement of a rule base has one number, or one day."""
    return any(amounts.measures(context, sort) for sort in (Sort.NUMBER, Sort.DATE))


def supposed(text: str) -> Supposed | None:
    """Part a turn that does no more than suppose something: `and if it is 60?`."""
    found = _ALONE.fullmatch(cleaned(text).strip())
    if found is None:
        return None
    return Supposed(found["clause"], bool(found["bids"]) and "?" not in found["end"])


def _pieces(text: str) -> list[str]:
    """Cut a text into clauses and what stands between them."""
    found, start = [], 0
    for border in islice(_BORDER.finditer(text), MOST_CLAUSES):
        found += [text[start : border.start()], border[0]]
        start = border.end()
    return [*found, text[start:]]


def _put(context: Context, clause: str, again: bool) -> str:
    """Return the sentence of what a clause supposes; empty where it does not tell, or is one.

    `again` that may be of what was spoken of before.
    """
    amount = dated.read(clause) or amounts.read(clause)
    if amount is None or context.case.rulebase.vocabulary.read(clause):
        return ""
    last = spoken_of(context, amount) if amount.sort is Sort.NUMBER else None
    points = last is not None and not words_of("pointing_things").isdisjoint(amount.words)
    meant = having.meant(context, amount)
    meant = meant or (None if points else amounts.meant(context, amount))
    meant = meant or (None if points else only_number.meant(context, amount))
    found = meant or (last if again else None)
    return Speaker(context.case.rulebase).says(found) if found is not None else ""


def spoken_of(context: Context, amount: Amount) -> Statement | None:
    """Return what a clause supposes that only says how much: of what was spoken of last."""
    if not is_bare(context, amount):
        return None
    put = {new for old in last_numbers(context) for new in instead(context, old, amount)}
    put = held_against(context, put)
    return put.pop() if len(put) == 1 else None


def held_against(context: Context, found: Set[Statement]) -> set[Statement]:
    """Leave out what others of these are held against: the limit that a rule compares them with."""
    predicates, limits = {each.predicate for each in found}, set[str]()
    for rule in context.case.rulebase.rules if len(predicates) > 1 else ():
        for branch in rule.branches:
            of = {v: g.predicate for g in branch.grounds for v in g.variables}
            pairs = ((of.get(c.left), of.get(c.right)) for c in branch.comparisons)
            limits |= {right for left, right in pairs if right and {left, right} <= predicates}
    return {each for each in found if each.predicate not in limits}


def last_numbers(context: Context) -> tuple[Statement, ...]:
    """Return the statements with a number that were spoken of last, or counted for what was."""
    told = (tuple(dict.fromkeys(_numbered(context, q))) for q in context.queries[:MOST_TURNS])
    return next(filter(None, told), ())


def is_bare(context: Context, amount: Amount) -> bool:
    """Tell whether words say no more than that something is, or comes to be, so much."""
    units = frozenset[str]().union(*(each.units for each in amounts.measures(context)))
    unit = amount.unit(units)
    return all(
        place == amount.place
        or amounts.is_by_the_way(context, amount, place)
        or (unit and place > amount.place and amounts.is_unit(units, amount.words[place]))
        for place in range(len(amount.words))
    )


def _numbered(context: Context, query: Query) -> Iterator[Statement]:
    """Go through the statements with a number that a question was about, or that counted for it."""
    told = (*((query.statement,) if query.statement else ()), *query.assume)
    known = {each.predicate.id for each in amounts.measures(context)}
    with_numbers = [each for each in told if each.predicate in known]
    if with_numbers or query.statement is None:
        yield from with_numbers
        return
    for each in compared(context.case, query.statement):
        if each.predicate in known:
            yield each


def instead(context: Context, old: Statement, amount: Amount) -> Iterator[Statement]:
    """Put a number in the place of another, where it is of the same."""
    for measure in amounts.measures(context):
        if measure.predicate.id == old.predicate and _is_of(measure, amount):
            arguments = [*old.arguments]
            arguments[measure.place] = amount.instead_of(arguments[measure.place])
            yield Statement(old.predicate, tuple(arguments))


def _is_of(measure: Measure, amount: Amount) -> bool:
    """Tell whether a number is of what a measure has one of, as far as that is said."""
    behind = amount.words[amount.place + 1 : amount.place + 2]
    return not behind or bool(amount.unit(measure.units)) or behind[0] in amounts.BY_THE_WAY
