"""Answers about assumptions: what if, assume, take back, what follows, compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from arguendo.case import Case
from arguendo.explanation.comparison import Comparison
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Step
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.vocabulary.words import in_words
from arguendo.wording.beside import exchanged, other_changes, standing_beside
from arguendo.wording.consequences import MOST_CLAIMS, MOST_LINES
from arguendo.wording.grammar import counted, is_long, quoted, sentence, series
from arguendo.wording.latent import would_matter
from arguendo.wording.missed import missed
from arguendo.wording.notes import supposed
from arguendo.wording.page import Block, Role
from arguendo.wording.rulings import ruling
from arguendo.wording.shifts import (
    assumed,
    change_blocks,
    effect,
    far_reaching,
    shortened,
)
from arguendo.wording.teller import Teller


def what_if(answer: Answer) -> Iterator[Block]:
    """Word a what-if: about one statement, or about all that changes."""
    if answer.query.statement is not None:
        yield from _behind(_no_longer(answer), ruling(answer))
        return
    teller = Teller(answer.case)
    made = {s: true for s, true in answer.query.assume.items() if s in answer.case.assumptions}
    condition = supposed(teller, made) if made else "nothing changes"
    if other := exchanged(answer):
        yield _answer(_put_in_place(other))
        then = f"if {standing_beside(answer)}, {effect(teller, other_changes(answer))}"
        yield Block(Role.REASON, (sentence(then),))
    else:
        said = sentence(f"if {condition}, {effect(teller, other_changes(answer))}")
        yield Block(Role.ANSWER, (" ".join((*_no_longer(answer), said)),))
    yield from change_blocks(teller, other_changes(answer), MOST_LINES)
    yield from missed(answer)
    yield from would_matter(answer)


def _behind(first: Iterable[str], blocks: Iterator[Block]) -> Iterator[Block]:
    """Put a sentence, if there is one, before the first line of an answer."""
    block = next(blocks, None)
    if block is not None:
        yield replace(block, lines=(" ".join((*first, *block.lines[:1])), *block.lines[1:]))
    yield from blocks


def assume(answer: Answer) -> Iterator[Block]:
    """Word an instruction that sets assumptions or begins a scenario."""
    teller = Teller(answer.case)
    if answer.idle:
        yield _answer(_assumed_already(answer))
        return
    scenario = answer.case.rulebase.scenario.get(answer.case.scenario)
    if answer.query.scenarios and scenario:
        yield _answer(f"the scenario is now {quoted(scenario.title or scenario.id)}")
        lines = assumed(teller, answer.case.assumptions.items())
        if lines:
            yield Block(Role.LIST, tuple(lines), "What it assumes")
    elif answer.query.assume:
        said = sentence(f"from here on it is assumed that {supposed(teller, answer.query.assume)}")
        yield Block(Role.ANSWER, (" ".join((*_no_longer(answer), said)),))
    elif answer.query.day is not None:
        yield _answer(_on_day(answer.query.day))
    yield from _consequences(answer)
    yield from missed(answer)


def _put_in_place(other: Answer) -> str:
    """Say what becomes of everything where what is supposed takes the place of what is reported."""
    teller = Teller(other.case)
    return f"if {supposed(teller, other.query.assume)}, {effect(teller, other.changes)}"


def _on_day(day: str) -> str:
    if not day:
        return "from here on all that is reported counts"
    return f"from here on this is as of {in_words(day)}: what was reported later does not count"


def _assumed_already(answer: Answer) -> str:
    if answer.query.assume:
        return f"it is assumed already that {supposed(Teller(answer.case), answer.query.assume)}"
    if answer.query.day is not None:
        return f"nothing changes: {_on_day(answer.query.day)}"
    return "nothing was assumed"


def retract(answer: Answer) -> Iterator[Block]:
    """Word an instruction that takes something back, or supposes something away."""
    yield _answer(_taken_back(answer))
    if not answer.idle:
        yield from _consequences(answer)
    elif answer.query.taken and answer.case.assumptions:
        yield Block(Role.REASON, (_still_assumed(answer),))


def _taken_back(answer: Answer) -> str:
    teller = Teller(answer.case)
    if answer.query.assume:
        away = supposed(teller, answer.query.assume)
        if answer.idle:
            return f"it is supposed already that {away}"
        return f"from here on it is supposed that {away}"
    if answer.query.back is Step.UNDO:
        return "there is nothing to undo" if answer.idle else f"undone: {_difference(answer)}"
    if answer.query.back is Step.RESET:
        if answer.idle:
            return f"nothing needs to be taken back: this is {case_name(answer.case)} already"
        return f"{_all_back(answer)}: this is {case_name(answer.case)} again"
    if answer.query.statement is None:
        return "there is nothing to take back, since that was never assumed"
    if answer.idle:
        that = teller.speaker.thats(answer.query.taken)
        return f"there is nothing to take back, since it is not assumed {that}"
    return _gone(answer, answer.query.taken)


def _all_back(answer: Answer) -> str:
    """Say what a reset takes back: one's own assumptions, the day, or both."""
    said = "all of your own assumptions are taken back"
    if answer.before.as_of == answer.case.as_of:
        return said
    if answer.before.assumptions == answer.case.assumptions:
        return _on_day("")
    return f"{said}, and {_on_day('')}"


def _gone(answer: Answer, taken: Sequence[Statement]) -> str:
    """Say what is no longer assumed, of what was to be taken back."""
    before = answer.before.assumptions
    gone = {each: before[each] > NONE for each in taken if each in before}
    return f"it is no longer assumed that {supposed(Teller(answer.case), gone)}"


def _no_longer(answer: Answer) -> Iterator[str]:
    """Say what a supposition takes back in the same step, if anything."""
    if any(each in answer.before.assumptions for each in answer.query.besides):
        yield sentence(_gone(answer, answer.query.besides))


def _still_assumed(answer: Answer) -> str:
    """Say what there is to be taken back, where something else was to be."""
    made = {each: degree > NONE for each, degree in answer.case.assumptions.items()}
    if len(made) > MOST_CLAIMS:
        return sentence(f"{counted(len(made), 'thing')} are assumed, and stay so")
    return sentence(f"it is assumed that {supposed(Teller(answer.case), made)}; that stays so")


def _difference(answer: Answer) -> str:
    """Say which assumptions an undo brings back and which it takes away."""
    teller = Teller(answer.case)
    gone = _only(answer.before, answer.case)
    back = _only(answer.case, answer.before)
    said = []
    if gone:
        said.append(f"it is no longer assumed that {supposed(teller, gone)}")
    if back:
        said.append(f"it is assumed again that {supposed(teller, back)}")
    if answer.before.as_of != answer.case.as_of:
        said.append(_on_day(answer.case.as_of or ""))
    return series(said) or f"this is {case_name(answer.case)} again"


def _only(one: Case, other: Case) -> dict[Statement, bool]:
    return {s: d > NONE for s, d in one.assumptions.items() if other.assumptions.get(s) != d}


def _consequences(answer: Answer) -> Iterator[Block]:
    """Tell what a step changes."""
    teller = Teller(answer.case)
    if other := exchanged(answer):
        yield Block(Role.REASON, (sentence(_put_in_place(other)),))
        then = f"while {standing_beside(answer)}, {effect(teller, other_changes(answer))}"
        yield Block(Role.REASON, (sentence(then),))
        return
    if not other_changes(answer):
        yield Block(Role.REASON, ("No conclusion changes.",))
        return
    lead = "with that, " if answer.query.intent is Intent.ASSUME else "now "
    yield Block(Role.REASON, (sentence(lead + effect(teller, other_changes(answer))),))
    yield from change_blocks(teller, other_changes(answer), MOST_LINES, "now")


def compare(answer: Answer) -> Iterator[Block]:
    """Word a comparison of two cases: what each assumes alone, what differs, where they part."""
    found = answer.comparison
    if found is None:
        return
    first, second = case_names(answer)
    teller = Teller(found.second)
    count = counted(len(found.differences), "conclusion")
    both = f"{_told(answer, teller, 0)} and {_told(answer, teller, 1)}"
    turned = _turned(answer, teller)
    if turned and found.differences:
        said = f"{turned} makes a difference to {count}"
        if found.parts_at:
            said += f", first of all to whether {teller.says(found.parts_at)}"
    elif turned:
        said = f"{turned} makes no difference to any conclusion"
    elif found.differences:
        said = f"{both} differ in {count}"
        if found.parts_at:
            said += f"; they part first over whether {teller.says(found.parts_at)}"
    elif first == second:
        said = f"there is nothing to compare: this is still {first}"
    else:
        said = f"{both} come to the same conclusions"
    yield _answer(f"{_agreed(answer, teller)}{said}")
    owns = ((first, found.only_first), (second, found.only_second))
    reasons = [said for name, own in owns for said in _assumed_alone(teller, name, _truth(own))]
    reasons += _accounted(teller, found, second)
    if reasons:
        yield Block(Role.REASON, tuple(reasons))
    farthest = far_reaching(teller, found.differences)
    if farthest:
        yield Block(
            Role.LIST,
            tuple(shortened([*side_by_side(answer)], 2 * MOST_LINES)),
            f"What differs: in {first}, then in {second}",
        )


def _told(answer: Answer, teller: Teller, place: int) -> str:
    """Name one of two cases; one that supposes a single thing with what that is."""
    name = case_names(answer)[place]
    found, goal = answer.comparison, answer.query.statement
    told = found is not None and goal in [change.statement for change in found.differences]
    if told or not _are_single(answer):
        return name
    return f"{name} ({teller.speaker.all_put(answer.query.cases[place])})"


def _are_single(answer: Answer) -> bool:
    """Tell whether each of two cases supposes one thing."""
    return bool(answer.query.cases) and all(len(case) == 1 for case in answer.query.cases)


def _assumed_alone(teller: Teller, name: str, own: Mapping[Statement, bool]) -> Iterator[str]:
    """Say what one of two cases assumes alone; in a sentence each, when one would be long."""
    if not own:
        return
    whole = sentence(f"only {name} assumes {teller.speaker.thats_put(own)}")
    if not is_long(whole):
        yield whole
    else:
        yield sentence(f"only {name} assumes all of this")
        yield from (sentence(teller.speaker.put(each, true)) for each, true in own.items())


def _turned(answer: Answer, teller: Teller) -> str:
    """Name the one statement by which two suppositions differ: `whether Ben pays`, or nothing."""
    if not answer.query.cases:
        return ""
    made, against = answer.query.cases
    if len(made) != 1 or {s: not true for s, true in made.items()} != dict(against):
        return ""
    return f"whether {teller.speaker.all_of(made)}"


def _agreed(answer: Answer, teller: Teller) -> str:
    """Say of the statement asked about how it stands in both, or in each of two ways."""
    goal, found = answer.query.statement, answer.comparison
    if goal is None or found is None:
        return ""
    if goal not in [change.statement for change in found.differences]:
        return f"in both {teller.that(goal)}; "
    first, second = (f"in {name}" for name in case_names(answer))
    if _are_single(answer):
        first, second = (f"if {teller.speaker.all_put(case)}," for case in answer.query.cases)
    return f"{first} {Teller(found.first).that(goal)}; {second} {teller.that(goal)}; "


def _accounted(teller: Teller, found: Comparison, second: str) -> Iterator[str]:
    """Say which differences in what is assumed account for the step at which two cases part."""
    if len(found.because) == len({s for s, _ in (*found.only_first, *found.only_second)}):
        return  # all that differs, which is told already
    made = {statement: degree > NONE for statement, degree in found.because if degree is not None}
    taken = [statement for statement, degree in found.because if degree is None]
    said = [f"assumes {teller.speaker.thats_put(made)}"] if made else []
    said += [f"does not assume {teller.speaker.thats(taken)}"] if taken else []
    if said:
        alone = len(found.because) == 1
        what = "the one difference that accounts" if alone else "what together accounts"
        yield sentence(f"{what} for where they part: {second} {' and '.join(said)}")


def side_by_side(answer: Answer) -> Iterator[str]:
    """Write each difference with how it stands in the first case and in the second."""
    found = answer.comparison
    if found is None:
        return
    one, two = Teller(found.first), Teller(found.second)
    for change in found.differences:
        says = one.says(change.statement)
        yield sentence(f"{says}: {one.short(change.before)}, then {two.short(change.after)}")


def _truth(own: tuple[tuple[Statement, int], ...]) -> dict[Statement, bool]:
    return {statement: degree > NONE for statement, degree in own}


def case_names(answer: Answer) -> tuple[str, str]:
    """Name the two cases of a comparison, each in its own way."""
    found = answer.comparison
    if found is None:
        return "", ""
    if answer.query.cases:
        return "the first case", "the second case"
    second = "the supposed case" if answer.query.assume else "the present case"
    first = "the case so far" if answer.query.assume else "the present case"
    return case_name(found.first, first), case_name(found.second, second)


def case_name(case: Case, otherwise: str = "the present case") -> str:
    """Name a case: by its scenario when it is just that, or as the facts alone."""
    scenario = case.rulebase.scenario.get(case.scenario)
    own = {each.statement: each.degree for each in scenario.assumptions} if scenario else {}
    if dict(case.assumptions) == own:
        return quoted(scenario.title or scenario.id) if scenario else "the case as reported"
    return otherwise


def _answer(text: str) -> Block:
    return Block(Role.ANSWER, (sentence(text),))
