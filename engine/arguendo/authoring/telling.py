"""The comparison of two versions in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arguendo.authoring.difference import Difference, Differing, Shift
from arguendo.authoring.edits import Deed, Edit, Matter, Versions
from arguendo.rulebase import RuleBase
from arguendo.scenarios import Scenario
from arguendo.statements import parse_statement
from arguendo.valuation import Standing
from arguendo.wording import degrees
from arguendo.wording.grammar import bracketed, capital, counted, named, number, quoted, sentence
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.statements import Speaker

MOST_IDLE = 40
"""Edits without effect that are listed one by one."""


def difference_page(found: Difference, first: str, second: str) -> Page:
    """Tell what comes out otherwise in the second version, and what that is due to."""
    first, second = quoted(first), quoted(second)
    blocks = [Block(Role.ANSWER, (_summary(found, first, second),))]
    blocks += [_scenario(found, each) for each in found.compared if each.shifts]
    blocks += _unshared(found, first, second)
    if found.idle:
        lines = [edit_in_words(found.versions, edit) for edit in found.idle[:MOST_IDLE]]
        if len(found.idle) > MOST_IDLE:
            lines.append(f"and {len(found.idle) - MOST_IDLE} more")
        head = "Changed as well, without changing any conclusion:"
        blocks.append(Block(Role.LIST, tuple(lines), head))
    return Page(tuple(blocks))


def _summary(found: Difference, first: str, second: str) -> str:
    touched = [each for each in found.compared if each.shifts]
    where = counted(len(found.compared), "scenario")
    if [each.scenario for each in found.compared] == [None]:
        where = "the bare facts"
    if not touched:
        return sentence(f"{second} concludes the same as {first} on {where}")
    count = sum(len(each.shifts) for each in touched)
    verb = "differs" if count == 1 else "differ"
    said = f"{second} concludes otherwise than {first}: {counted(count, 'conclusion')} {verb}"
    said += f", in {number(len(touched))} of {where}" if len(found.compared) > 1 else ""
    if found.same_scale:
        return sentence(said)
    return f"{sentence(said)} Their scales differ, so no change can be named for it."


def _scenario(found: Difference, differing: Differing) -> Block:
    scenario = differing.scenario
    head = f"{quoted(scenario.title)} ({scenario.id})" if scenario else "On the bare facts"
    lines = (line for shift in differing.shifts for line in _shift(found, shift))
    return Block(Role.STEPS, tuple(lines), f"{head}:")


def _shift(found: Difference, shift: Shift) -> Iterator[str]:
    speaker = _speaker(found, shift.statement.predicate)
    before, after = found.versions.before, found.versions.after
    yield (
        f"- {capital(speaker.says(shift.statement))}: "
        f"{stands(before, shift.before)} → {stands(after, shift.after)}"
    )
    told = [edit_in_words(found.versions, edit) for edit in shift.because]
    if shift.together and len(told) > 1:
        yield f"  because of these together: {'; '.join(told)}"
    elif len(told) > 1:
        yield f"  because of any of these alone: {'; '.join(told)}"
    elif told:
        yield f"  because of {told[0]}"
    elif found.same_scale:
        yield "  and no change by itself or with others explains it"


def stands(rulebase: RuleBase, standing: Standing) -> str:
    """Say in a word or two how a conclusion comes out."""
    status = standing.status.value
    if not standing.degree:
        return status
    degree = degrees.plain(rulebase.scale, standing.degree)
    return degree if status == "holds" else f"{status}{bracketed(degree)}"


def _unshared(found: Difference, first: str, second: str) -> Iterator[Block]:
    for name, scenarios in ((first, found.only_before), (second, found.only_after)):
        if scenarios:
            yield Block(Role.LIST, tuple(_titles(scenarios)), f"Scenarios only in {name}:")


def _titles(scenarios: Iterable[Scenario]) -> Iterator[str]:
    return (f"{scenario.title} ({scenario.id})" for scenario in scenarios)


def edit_in_words(versions: Versions, edit: Edit) -> str:
    """Name an edit: `rule “…” (id), changed: qualifier`."""
    name = name_of(versions, edit)
    said = f"{edit.matter.value} {name}, {edit.deed.value}"
    return f"{said}: {named(edit.parts)}" if edit.parts else said


def name_of(versions: Versions, edit: Edit) -> str:
    """Name what an edit is about: a rule by its title and id, a fact by its sentence."""
    either = versions.after if edit.deed is Deed.ADDED else versions.before
    if edit.matter in (Matter.FACT, Matter.QUESTION):
        statement = parse_statement(edit.name)
        if statement:
            return quoted(Speaker(either).says(statement))
    if edit.matter is Matter.RULE:
        return f"{quoted(either.rule[edit.name].title)} ({edit.name})"
    return edit.name


def _speaker(found: Difference, predicate: str) -> Speaker:
    """Speak as the second version does, if it knows the predicate."""
    is_known = predicate in found.versions.after.vocabulary.predicates
    return Speaker(found.versions.after if is_known else found.versions.before)
