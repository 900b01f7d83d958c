"""An answer record in words: one function an intent, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Beyond, Intent, Listing, Manner, Query
from arguendo.problems import printable
from arguendo.statements import parse_statement
from arguendo.wording.advice import recommend, source
from arguendo.wording.asides import left_out
from arguendo.wording.beside import exchanged, other_changes
from arguendo.wording.consequences import what_follows
from arguendo.wording.consultation import consult
from arguendo.wording.counterparts import side_by_side
from arguendo.wording.details import details
from arguendo.wording.firmness import how_sure
from arguendo.wording.grammar import sentence
from arguendo.wording.guidance import clarify, help_page, unnumbered
from arguendo.wording.instances import of_several
from arguendo.wording.likelier import which_is_likelier
from arguendo.wording.listings import describe, listing
from arguendo.wording.margins import by_how_much
from arguendo.wording.meaning import meaning
from arguendo.wording.naming import varied
from arguendo.wording.notes import in_force, no_longer, notes
from arguendo.wording.outside import out_of_scope
from arguendo.wording.page import Block, Page, Role, Table
from arguendo.wording.rulings import ruling
from arguendo.wording.shifts import among_others
from arguendo.wording.stage import assume, compare, retract, what_if
from arguendo.wording.subject import subject
from arguendo.wording.suggestions import readings
from arguendo.wording.teller import Teller
from arguendo.wording.thresholds import limit
from arguendo.wording.timeline import when
from arguendo.wording.weights import linchpins, what_would_it_take

MOST_UNREAD = 3
"""Parts of a supposition that are named as not understood."""


def word(answer: Answer) -> Page:
    """Put an answer in words: the direct answer first, then reasons, outlook and notes.

    The direct answer alone, the page's `answer`, is the one-line level.
    """
    if answer.query.clarify and not _takes_nothing_back(answer):
        heard = tuple(sentence(note) for note in answer.query.notes)
        tells = answer.query.intent in _TOLD_ALONE and not answer.query.named
        heard += (*no_longer(answer), *in_force(answer)) if tells else ()
        asked = [*_unread(answer), *clarify(answer, partial(_told_of, answer))]
        return _page([*asked, Block(Role.NOTE, heard)] if heard else asked)
    blocks, told = [*_unread(answer), *_worded(answer)], notes(answer)
    return _page([*blocks, Block(Role.NOTE, told)] if told else blocks)


def _unread(answer: Answer) -> Iterator[Block]:
    """Say before all else what of a supposition was not understood: the answer is without it."""
    if answer.query.unread and answer.query.beyond is not Beyond.UNCLEAR:
        yield Block(Role.NOTE, (sentence(left_out(answer.query.unread[:MOST_UNREAD])),))


def _takes_nothing_back(answer: Answer) -> bool:
    """Tell whether there is no doubt that something is not assumed which is to be taken back."""
    query, before = answer.query, answer.before
    if query.intent is not Intent.RETRACT or query.statement is None or query.alternatives:
        return False
    there = query.statement in before.assumptions or query.statement in before.facts
    return not there and not query.assume and query.back is None


def _compared(answer: Answer) -> Iterator[Block]:
    if answer.likelier is not None:
        return which_is_likelier(answer)
    return side_by_side(answer) if answer.counterparts else compare(answer)


def told(answer: Answer, manner: Manner | None) -> Page:
    """Put an answer in words in the manner that was asked for: the direct answer alone, or all."""
    if manner is Manner.BRIEF:
        page = word(answer)
        return Page(page.of(Role.ANSWER) or page.blocks)
    return full(answer) if manner is Manner.FULL else word(answer)


def detail(answer: Answer) -> Page:
    """Tell the reasoning behind an answer in full: every step, every rule that fails."""
    if answer.query.clarify:
        return _page(())
    return _page(varied(details(answer), answer.case.rulebase))


def full(answer: Answer) -> Page:
    """Put an answer in words with all its reasoning: the longest level."""
    page = word(answer)
    return Page((*page.blocks, *detail(answer).beyond(page).blocks))


def _told_of(asked: Answer, query: Query) -> Sequence[Block]:
    """Answer a reading that is offered: in a sentence, or whole where it is the only one.

    Nothing where that would change something, or where a sentence does not tell it.
    """
    alone = len(readings(asked.query)) == 1
    if query.intent not in (_TOLD_ALONE if alone else _TOLD_IN_SHORT):
        return ()
    from arguendo.inquiry.answering import briefly

    plain = replace(query, clarify=False, alternatives=())
    is_first = query is asked.query  # and answered already
    found = replace(asked, query=plain) if is_first else briefly(asked.before, plain)
    if alone:
        return _worded(found)
    blocks = (block for block in _blocks(found) if block.role is Role.ANSWER)
    told = next((b.lines[0] for b in varied(blocks, asked.case.rulebase)), "")
    if query.intent is Intent.WHAT_IF and query.statement is None and not exchanged(found):
        told = f"{told} {among_others(Teller(found.case), other_changes(found))}".rstrip()
    return [Block(Role.ANSWER, (told,))] if told else []


def _worded(answer: Answer) -> list[Block]:
    """Put an answer in words, without notes; names vary where they are not an author's own."""
    blocks = [*_blocks(answer)]
    authored = answer.query.intent in _AUTHORED
    return blocks if authored else [*varied(blocks, answer.case.rulebase)]


def _blocks(answer: Answer) -> Iterable[Block]:
    if answer.query.number is not None and answer.step is None:
        return unnumbered(answer)
    told = _of_its_own(answer)
    if told is not None:
        return told
    if answer.instances is not None:
        return of_several(answer)
    if answer.query.intent in _ABOUT_A_STATEMENT and answer.query.statement is None:
        return out_of_scope(answer)
    return _WORDS[answer.query.intent](answer)


def _lists_rules(query: Query) -> bool:
    return query.intent is Intent.LIST and query.listing is Listing.RULES


def _of_its_own(answer: Answer) -> Iterable[Block] | None:
    """Word an answer of which it was asked for one thing before all else."""
    query, goal = answer.query, answer.query.statement
    match query.manner:
        case Manner.SURE if answer.standing is not None:
            return how_sure(answer)
        case Manner.MARGIN:
            return by_how_much(answer)
        case Manner.LIMIT:
            return limit(answer)
        case Manner.SUBJECT if query.intent is Intent.HELP:
            return subject(answer)
        case Manner.MEANING if goal is not None and _lists_rules(query):
            return meaning(answer, goal)
        case _:
            return None


def _what_follows(answer: Answer) -> Iterator[Block]:
    if answer.consequences:
        return what_follows(answer)
    conclusions = (parse_statement(key) for key in answer.items)
    about = tuple(each for each in conclusions if each)
    return listing(replace(answer, about=about, query=replace(answer.query, listing=None)))


_AUTHORED = frozenset(
    {
        *(Intent.HELP, Intent.OUT_OF_SCOPE, Intent.DESCRIBE, Intent.LIST),
        *(Intent.SOURCE, Intent.CONSULT),
    }
)
"""Intents whose answers are mostly an author's own sentences, or are to be answered in turn."""

_TOLD_IN_SHORT = frozenset({Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_IF})
"""Intents whose direct answer is a whole one."""
_TOLD_ALONE = _TOLD_IN_SHORT | {
    *(Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS, Intent.LINCHPINS, Intent.RECOMMEND),
    *(Intent.DESCRIBE, Intent.LIST, Intent.SOURCE, Intent.WHEN, Intent.COMPARE),
}
"""Intents of which an only reading is answered at once: those that change nothing."""

_ABOUT_A_STATEMENT = frozenset(
    {
        *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE),
        *(Intent.LINCHPINS, Intent.WHEN, Intent.CONSULT),
    }
)

_WORDS: Mapping[Intent, Callable[[Answer], Iterator[Block]]] = {
    Intent.ASK: ruling,
    Intent.WHY: ruling,
    Intent.WHY_NOT: ruling,
    Intent.WHAT_IF: what_if,
    Intent.WHAT_WOULD_IT_TAKE: what_would_it_take,
    Intent.WHAT_FOLLOWS: _what_follows,
    Intent.LINCHPINS: linchpins,
    Intent.DESCRIBE: describe,
    Intent.SOURCE: source,
    Intent.RECOMMEND: recommend,
    Intent.LIST: listing,
    Intent.ASSUME: assume,
    Intent.RETRACT: retract,
    Intent.COMPARE: _compared,
    Intent.WHEN: when,
    Intent.CONSULT: consult,
    Intent.HELP: help_page,
    Intent.OUT_OF_SCOPE: out_of_scope,
}


def _page(blocks: Iterable[Block]) -> Page:
    """Make a page of blocks that are safe to print, those without a line left out."""
    return Page(
        tuple(
            replace(
                block,
                lines=tuple(map(printable, block.lines)),
                heading=printable(block.heading),
                table=block.table and _printable(block.table),
            )
            for block in blocks
            if block.lines
        )
    )


def _printable(table: Table) -> Table:
    rows = (
        replace(row, cells=tuple(map(printable, row.cells)), notes=printable(row.notes))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))
