"""What it takes, by who decides it: for when nothing that one actor decides is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.changes import consequences
from arguendo.explanation.questions import open_questions
from arguendo.explanation.requirements import Requirements, deciders
from arguendo.inquiry.answer import Answer
from arguendo.statements import Literal
from arguendo.wording.grammar import capital, counted, named, sentence, series
from arguendo.wording.outlook import choices
from arguendo.wording.page import Block, Role
from arguendo.wording.shifts import becomes, by_reach, effect, shortened
from arguendo.wording.teller import Teller

MOST_BESIDES, MOST_CHANGES = 4, 2
"""Open questions listed that an actor decides besides, and changes told one and all of each."""


def not_alone(
    found: Requirements, by: str, aim: str, *, plural: bool = False, own: bool = False
) -> str:
    """Say that one actor cannot bring it about alone, and whether it can do anything for it.

    What is its `own` doing it could do any time; what is told is what would lead it to do so.
    """
    anyone = found.by_anyone
    decides = f"{by} decide" if plural else f"{by} decides"
    if found.cut:
        return f"{aim}, the search ran out of time and has found nothing that {by} could do alone"
    if anyone is None or (anyone.cut and not anyone.found):
        return f"{aim}, nothing that {decides} is enough"
    if not anyone.found:
        return f"{aim}, nothing that {decides} is enough, nor is anything else that is open"
    needed = {change.statement for each in anyone.found for change in each.changes}
    if own and needed.isdisjoint(found.considered):
        itself = "themselves" if plural else "itself"
        return f"{aim}, which is for {by} {itself} to decide, it takes what others decide"
    if needed.isdisjoint(found.considered):
        lead = f"{by} can do nothing about that" if found.fall else f"{by} cannot bring that about"
        return f"{lead}: {aim}, what it takes lies elsewhere"
    return f"{aim}, nothing that {decides} is enough alone"


def by_whom(teller: Teller, anyone: Requirements, actor: str) -> Iterator[Block]:
    """List what it takes by who decides it, the actor asked about first.

    Where the ways are no plain choices, that is said of the shortest of them in which the actor
    has a part, if there is one.
    """
    who = deciders(teller.case, actor)
    sets = [each.changes for each in anyone.found]
    parts = [each for each in sets if any(_hand(teller, c, actor, who) == actor for c in each)]
    shortest = next(iter(parts), sets[0])
    shared: list[Sequence[Literal]] = []
    hands: dict[str, list[str]] = {actor: []}
    for group in choices(anyone.found) or [(each,) for each in shortest]:
        found = {_hand(teller, each, actor, who) for each in group}
        if len(found) > 1:
            shared.append(sorted(group, key=lambda c: _hand(teller, c, actor, who) != actor))
        else:
            hands.setdefault(found.pop(), []).append(_line(teller, group))
    for name, lines in hands.items():
        if lines:
            yield Block(Role.LIST, tuple(lines), _for_whom(teller, name))
    shared.sort(key=lambda choice: _hand(teller, choice[0], actor, who) != actor)
    for number, choice in enumerate(shared):
        among = tuple(_among(teller, each, _hand(teller, each, actor, who)) for each in choice)
        lead = "and one of these" if number or any(hands.values()) else "one of these"
        yield Block(Role.LIST, among, capital(lead))
    if not choices(anyone.found):
        left = len(anyone.found) - 1
        more = f"there {'is' if left == 1 else 'are'} {counted(left, 'more way')}"
        part = f"this is a way for {teller.speaker.name(actor)} to have a part in it"
        way = "this is the shortest way" if shortest == sets[0] else part
        yield Block(Role.NOTE, (sentence(f"{way}, and {more}"),))


def besides(answer: Answer, found: Requirements) -> Iterator[Block]:
    """List what else an actor decides, and what each leads to."""
    case, by = answer.case, answer.query.by
    if by is None or found.fall or answer.query.also:
        return
    teller, who = Teller(case), deciders(case, by)
    ways = (*found.found, *(found.by_anyone.found if found.by_anyone else ()))
    told = {change.statement for each in ways for change in each.changes}
    theirs = [q for q in open_questions(case) if case.rulebase.controller(q) in who]
    lines = []
    for each in (question for question in theirs if question not in told):
        if changed := consequences(case, each).changes:
            few = [becomes(teller, change) for change in by_reach(teller, changed)]
            then = series(few) if len(few) <= MOST_CHANGES else effect(teller, changed)
            lines.append(sentence(f"{teller.says(each)}: then {then}"))
    if lines:
        else_ = "" if told.isdisjoint(theirs) else "else "
        decide = "decide" if case.rulebase.vocabulary.is_plural(by) else "decides"
        heading = f"What {else_}{teller.speaker.name(by)} {decide}"
        yield Block(Role.LIST, tuple(shortened(lines, MOST_BESIDES)), heading)


def who_could(answer: Answer, found: Requirements) -> Iterator[Block]:
    """Say who could change how a statement stands, and what each could do for that."""
    teller = Teller(answer.case)
    says = teller.says(found.goal)
    end = f"no longer hold that {says}" if found.fall else f"hold that {says}"
    if not answer.about:
        yield Block(Role.ANSWER, (sentence(f"nobody could make it {end}: {_no_answer(found)}"),))
        return
    hands: dict[str, list[str]] = {}
    for group in _changes(answer, found):
        by = answer.case.rulebase.controller(group.statement) or ""
        hands.setdefault(by, []).append(_part(teller, group, found))
    names = [teller.speaker.name(by) for by in hands if by]
    who = f"{named(names)} could" if names else "only what nobody is said to decide could"
    yield Block(Role.ANSWER, (sentence(f"{who} make it {end}"),))
    for by, lines in sorted(hands.items(), key=lambda each: not each[0]):
        yield Block(Role.LIST, tuple(lines), _for_whom(teller, by))


def _no_answer(found: Requirements) -> str:
    return "the search ran out of time" if found.cut else "no answer to the open questions does"


def _changes(answer: Answer, found: Requirements) -> list[Literal]:
    """List what could change, in the order of the questions, each way once."""
    changes = dict.fromkeys(change for each in found.found for change in each.changes)
    return sorted(changes, key=lambda change: answer.about.index(change.statement))


def _part(teller: Teller, change: Literal, found: Requirements) -> str:
    """Say what one could do, and whether that is enough or what it takes with it."""
    said = teller.speaker.put(change.statement, change.positive)
    sets = [each.changes for each in found.found if change in each.changes]
    if any(len(each) == 1 for each in sets):
        return sentence(f"{said}; that is enough")
    others = [each for each in min(sets, key=len) if each != change]
    example = "" if len(sets) == 1 else "for example "
    return sentence(f"{said}, if {example}{teller.speaker.changes(others, 'and')} as well")


def _hand(teller: Teller, change: Literal, actor: str, who: frozenset[str]) -> str:
    by = teller.case.rulebase.controller(change.statement) or ""
    return actor if by in who else by


def _line(teller: Teller, group: Sequence[Literal]) -> str:
    said = teller.speaker.changes(group, "or")
    return sentence(f"either {said}" if len(group) > 1 else said)


def _among(teller: Teller, change: Literal, name: str) -> str:
    decides = f" (for {teller.speaker.name(name)} to decide)" if name else ""
    return sentence(teller.speaker.put(change.statement, change.positive) + decides)


def _for_whom(teller: Teller, name: str) -> str:
    if not name:
        return "What nobody is said to decide"
    return capital(f"for {teller.speaker.name(name)} to decide")
