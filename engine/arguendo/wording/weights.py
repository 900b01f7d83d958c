"""Answers about what a conclusion hangs on: what it would take, and which leaves carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.linchpins import Footing, Linchpin
from arguendo.explanation.requirements import (
    Requirement,
    Requirements,
    deciders,
    defeaters,
    requirements,
)
from arguendo.inquiry.answer import Answer
from arguendo.statements import Literal, Statement
from arguendo.valuation import Basis
from arguendo.wording import degrees
from arguendo.wording.against import against
from arguendo.wording.deciding import besides, by_whom, not_alone
from arguendo.wording.grammar import capital, counted, is_long, number, sentence
from arguendo.wording.ledger import chart
from arguendo.wording.obstacles import failures, missing_in_the_end
from arguendo.wording.outlook import but_for, choices, how_firm, left_open, undone_by
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import weakest
from arguendo.wording.rulings import prospects
from arguendo.wording.shifts import shortened
from arguendo.wording.teller import Teller

MOST_SETS = 6
"""Sets of changes listed in a short answer."""

MOST_PINS = 8
"""Leaves listed in a short answer."""


def what_would_it_take(answer: Answer) -> Iterator[Block]:
    """Word the smallest sets of changes that make a statement hold, or fall; what else one does."""
    yield from _what_it_takes(answer)
    if answer.requirements is not None:
        yield from besides(answer, answer.requirements)


def _what_it_takes(answer: Answer) -> Iterator[Block]:
    found, standing = answer.requirements, answer.standing
    if found is None or standing is None:
        return
    teller = Teller(answer.case)
    undoing = _undoing(answer, found) if found.already and found.fall else []
    alone = _alone(answer, teller, found)
    needed = _undone(teller, found, undoing) if undoing else _needed(answer, teller, found)
    needed = alone or needed
    assumed = teller.speaker.all_put(answer.query.assume) if answer.query.assume else ""
    needed = f"if {assumed}, then {needed}" if assumed else needed
    yield Block(Role.ANSWER, (sentence(needed),))
    yield from _ways_to_it(answer, teller, found, undoing=undoing, alone=bool(alone))


def _ways_to_it(
    answer: Answer, teller: Teller, found: Requirements, *, undoing: Sequence[Literal], alone: bool
) -> Iterator[Block]:
    """List what it takes, or what keeps it from coming about, and what comes of it then."""
    standing = answer.standing
    if standing is None:
        return
    if found.already:
        told = () if found.fall else tuple(prospects(answer, found.goal, standing))
        if found.fall and answer.query.by and not undoing:
            by = teller.speaker.name(answer.query.by)
            told = (sentence(f"nothing that is for {by} to decide would undo every way to it"),)
        yield Block(Role.OUTLOOK, told)
        return
    if found.by_anyone and found.by_anyone.found and found.by_anyone.found[0].changes:
        yield from by_whom(teller, found.by_anyone, answer.query.by or "")
        yield Block(Role.OUTLOOK, tuple(_result(teller, found.by_anyone)))
        return
    if not found.found:
        yield from _why_nothing_does(answer, teller, found)
        return
    if not alone:
        yield from ways(teller, found, MOST_SETS)
    if found.fall and answer.proof:
        yield from against(teller, answer.proof, found)
    outlook = [] if alone else [*_result(teller, found)]
    if not found.fall and not answer.query.degree:
        outlook += how_firm(answer)
    if outlook:
        yield Block(Role.OUTLOOK, tuple(outlook))


def _why_nothing_does(answer: Answer, teller: Teller, found: Requirements) -> Iterator[Block]:
    """Tell what keeps it from coming about whatever is decided."""
    if found.fall and answer.proof:
        yield from against(teller, answer.proof, found)
    if best := _best(answer, teller):
        yield Block(Role.REASON, (best,))
    elif answer.why_not and not found.fall:
        lacking = list(failures(teller, answer.why_not))
        useless = () if answer.query.also else teller.case.rulebase.question
        lacking += [*but_for(answer)] or missing_in_the_end(
            teller, answer.why_not, lacking, useless
        )
        yield Block(Role.REASON, tuple(lacking or ["No argument here leads to it."]))


def _best(answer: Answer, teller: Teller) -> str:
    """Say how sure a goal can become, where it can hold but not so surely as was asked."""
    if not answer.query.degree or not answer.robustness or answer.query.also or answer.query.by:
        return ""
    best = answer.robustness.best
    return sentence(f"at best {degrees.becomes(teller.scale, best)}") if best else ""


def _undoing(answer: Answer, found: Requirements) -> list[Literal]:
    """List what would keep from holding what does not hold yet, whichever way it came about."""
    ways = requirements(answer.case, found.goal).found
    undoing = defeaters(answer.case, found.goal, ways)
    if answer.query.by is None:
        return [*undoing]
    who, rulebase = deciders(answer.case, answer.query.by), answer.case.rulebase
    return [each for each in undoing if rulebase.controller(each.statement) in who]


def _undone(teller: Teller, found: Requirements, undoing: Sequence[Literal]) -> str:
    """Say that something does not hold, and what would keep it from that however it came about."""
    said = teller.speaker.changes(undoing[:MOST_SETS], "or")
    yet = f"{teller.that(found.goal)} as things stand"
    return f"{yet}; whichever way it comes about, it does not hold once {said}"


def _needed(answer: Answer, teller: Teller, found: Requirements) -> str:
    """Say in one sentence how much it takes."""
    goal = found.goal
    if found.already and found.fall:
        return f"nothing needs to change for that: {teller.that(goal)}"
    if found.already:
        return f"nothing more is needed: {teller.that(goal, 'already')}"
    aim = f"for {_aim(answer, teller, found)}"
    by = teller.speaker.name(answer.query.by) if answer.query.by else ""
    if not found.found and by:
        plural = answer.case.rulebase.vocabulary.is_plural(answer.query.by or "")
        who = deciders(answer.case, answer.query.by or "")
        own = not found.fall and answer.case.rulebase.controller(goal) in who
        return not_alone(found, by, aim, plural=plural, own=own)
    if not found.found:
        return f"{aim}, {_nothing(answer, found)}"
    seen_to = f", as far as {by} can see to it" if by else ""
    return f"{aim}{seen_to}, {_how_much(found.found, cut=found.cut)}"


def _alone(answer: Answer, teller: Teller, found: Requirements) -> str:
    """Say what one thing that an actor does is enough for; nothing where it takes any more."""
    only = found.found[0] if len(found.found) == 1 else None
    if only is None or len(only.changes) != 1 or found.fall or found.already or found.cut:
        return ""
    if not answer.query.by:
        return ""
    (change,) = only.changes
    says, enough = teller.says(found.goal), teller.speaker.put(change.statement, change.positive)
    then = f"then {degrees.that(teller.scale, only.degree)} {says}"
    unless = undone_by(teller, found.goal, found.found)
    return f"it is enough that {enough}: {then}" + (f", unless {unless}" if unless else "")


def _nothing(answer: Answer, found: Requirements) -> str:
    """Say that nothing would do, of what might change; only what is proven is said."""
    if found.cut:
        return "the search ran out of time and has found nothing"
    if not answer.query.also:
        return f"no answer to {left_open(answer)} is enough"
    at_most = f", {number(found.most)} at a time at most" if found.most else ""
    return f"nothing that may change is enough{at_most}"


def _aim(answer: Answer, teller: Teller, found: Requirements) -> str:
    says, scale = teller.says(found.goal), teller.scale
    degree = scale.degree(answer.query.degree or "")
    if found.fall:
        return f"it no longer to hold that {says}"
    if degree and degree >= scale.top > 1:
        return f"it to follow that {says}"
    if degree and degree > 1:
        return f"it to be at least {degrees.plain(scale, degree)} that {says}"
    return teller.speaker.to(found.goal) or f"it to hold that {says}"


def _how_much(found: Sequence[Requirement], *, cut: bool) -> str:
    """Say how many things it takes, and in how many ways; at least so many when cut short."""
    least = "at least " if cut else ""
    sizes = [len(each.changes) for each in found]
    size = min(sizes)
    if len(found) == 1 and not cut:
        return (
            "one thing is enough" if size == 1 else f"{number(size)} things have to come together"
        )
    if max(sizes) == 1 and not cut:
        which = "either of two" if len(found) == 2 else f"any one of {number(len(found))}"
        return f"{which} things is enough"
    if max(sizes) == size > 1:
        ways = least + counted(len(found), "way")
        return f"{number(size)} things have to come together, which can happen in {ways}"
    there = f"there {'is' if len(found) == 1 else 'are'} {least}{counted(len(found), 'way')}"
    return f"{there}, and the shortest takes {counted(size, 'thing')}"


def ways(
    teller: Teller, found: Requirements, most: int | None = None, aim: str = ""
) -> Iterator[Block]:
    """List what is needed: in any case first, then what there is a choice of; else set by set.

    `aim` begins the first heading: `To make it hold, `.
    """
    groups = choices(found.found)
    single = [group[0] for group in groups if len(group) == 1]
    if groups:
        if single:
            heading = "needed in any case" if len(groups) > len(single) else "needed"
            lines = tuple(_change(teller, each) for each in single)
            yield Block(Role.LIST, lines, capital(aim + heading))
        for place, group in enumerate(each for each in groups if len(each) > 1):
            heading = "and one of these" if single or place else f"{aim}{_one_of(group)}"
            lines = tuple(_change(teller, each) for each in group)
            yield Block(Role.LIST, lines, capital(heading))
        return
    always = frozenset.intersection(*(frozenset(each.changes) for each in found.found))
    if always:
        common = [each for each in found.found[0].changes if each in always]
        lines = tuple(_change(teller, each) for each in common)
        yield Block(Role.LIST, lines, capital(f"{aim}needed in any case"))
    alike = found.fall or len({each.degree for each in found.found}) == 1
    sets = [_set(teller, each, always, alike=alike) for each in found.found]
    heading = f"and {_one_of(sets)}" if always else aim + _one_of(sets)
    yield Block(Role.LIST, tuple(shortened(sets, most)), capital(heading))


def _one_of(options: Sequence[object]) -> str:
    if len(options) == 1:
        return "needed"
    return "either of these" if len(options) == 2 else "any one of these"


def _change(teller: Teller, change: Literal) -> str:
    statement = change.statement
    by = teller.case.rulebase.controller(statement)
    decides = by and by not in statement.arguments
    tail = f" ({teller.speaker.name(by)} can see to it)" if by and decides else ""
    return sentence(teller.speaker.put(statement, change.positive) + tail)


def _set(
    teller: Teller, requirement: Requirement, always: frozenset[Literal], *, alike: bool
) -> str:
    """Write one set, but for what is in every set; its degree where degrees differ."""
    result = "" if alike else f" ({degrees.plain(teller.scale, requirement.degree)})"
    changes = [each for each in requirement.changes if each not in always]
    return sentence(teller.speaker.changes(changes) + result)


def _result(teller: Teller, found: Requirements) -> Iterator[str]:
    if found.fall:
        return
    degree = min(each.degree for each in found.found)
    best = max(each.degree for each in found.found)
    unless = undone_by(teller, found.goal, found.found)
    then = sentence(f"then {degrees.becomes(teller.scale, degree, best).rstrip(',')}")
    yield sentence(f"{then.removesuffix('.')}, unless {unless}") if unless else then


def linchpins(answer: Answer) -> Iterator[Block]:
    """Word which leaves matter most for a conclusion, as a table in lines."""
    goal = answer.query.statement
    if goal is None or answer.standing is None:
        return
    teller = Teller(answer.case)
    heaviest, *more = _heaviest(answer, teller, goal)
    yield Block(Role.ANSWER, (heaviest,))
    yield from chart(teller, answer.linchpins, MOST_PINS)
    if answer.standing.basis in (Basis.FACT, Basis.ASSUMPTION):
        return
    reasons = [*more, sentence(f"as things stand, {teller.that(goal)}")]
    reasons += weakest(teller, answer.proof) if answer.proof else ()
    yield Block(Role.REASON, tuple(reasons))
    outlook = tuple(how_firm(answer))
    if outlook:
        yield Block(Role.OUTLOOK, outlook)


def _heaviest(answer: Answer, teller: Teller, goal: Statement) -> list[str]:
    """Say what a conclusion hangs on most, of what is open and of what is reported.

    That is one sentence, or two where it would be long.
    """
    whether = f"whether {teller.says(goal)}"
    if answer.standing and answer.standing.basis in (Basis.FACT, Basis.ASSUMPTION):
        how = "reported" if answer.standing.basis is Basis.FACT else "assumed"
        return [sentence(f"it is simply {how} that {teller.says(goal)}")]
    if not answer.linchpins:
        return [sentence(f"{whether} hangs on no fact and no open question")]
    pins = [pin for pin in answer.linchpins if pin.share]
    if not pins:
        return [sentence(f"{whether} does not hang on any one thing alone")]
    free = [pin for pin in pins if pin.footing in (Footing.OPEN, Footing.ASSUMED)]
    solid = [pin for pin in pins if pin not in free]
    if not free or not solid:
        return [_hanging(teller, f"{whether} hangs", pins)]
    unsure = {pin.footing for pin in free}
    kind = " or ".join(each.value for each in (Footing.OPEN, Footing.ASSUMED) if each in unsure)
    open_ones = f"of what is {kind}, {whether} hangs"
    whole = f"{open_ones} {_on(teller, free)}; of what is reported, {_on(teller, solid)}"
    if not is_long(whole):
        return [sentence(whole)]
    facts = _hanging(teller, "of what is reported, it hangs", solid)
    return [_hanging(teller, open_ones, free), facts]


def _hanging(teller: Teller, lead: str, pins: Sequence[Linchpin]) -> str:
    """Say on what something hangs most; both of two in a sentence of their own where it is long."""
    whole = sentence(f"{lead} {_on(teller, pins)}")
    head, colon, both = _on(teller, pins).partition(": ")
    if not colon or not is_long(whole):
        return whole
    return f"{sentence(f'{lead} {head}')} {sentence(f'these are {both}')}"


def _on(teller: Teller, pins: Sequence[Linchpin]) -> str:
    """Say on what something hangs most; where it is on several alike, on how many."""
    top = [pin for pin in pins if pin.share == pins[0].share]
    if len(top) == 1:
        return f"most on whether {teller.says(top[0].statement)}"
    most = "most " if len(top) < len(pins) else ""
    if len(top) == 2:
        told = [f"whether {teller.says(each.statement)}" for each in top]
        return f"{most}on two things equally: {', and '.join(told)}"
    first = f"one of them whether {teller.says(top[0].statement)}"
    return f"{most}on {counted(len(top), 'thing')} equally, {first}"
