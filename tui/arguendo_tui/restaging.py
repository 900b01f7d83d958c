"""The stage of one case set on another rule base, as far as that knows what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from arguendo.case import Case
from arguendo.explanation.consultation import Consultation
from arguendo.scale import NONE, Scale
from arguendo.statements import Statement
from arguendo.wording.statements import Speaker


@dataclass(frozen=True)
class Restaged:
    """A case on the other rule base, and what could not be taken over."""

    case: Case
    lost: tuple[str, ...] = ()
    """What was assumed, and the scenario that was begun, in words; safe only once printed so."""


def restaged(old: Case, fresh: Case) -> Restaged:
    """Set the stage of a case on the rule base of another, which is at its beginning."""
    lost = []
    if old.scenario and old.scenario not in fresh.rulebase.scenario:
        scenario = old.rulebase.scenario.get(old.scenario)
        lost.append(f"the scenario “{(scenario and scenario.title) or old.scenario}”")
    case, own = replace(_begun(old.scenario, fresh), as_of=old.as_of), _own(old)
    speaker, fits = Speaker(old.rulebase), fresh.rulebase.vocabulary.fits
    lost += [speaker.put(s, degree > NONE) for s, degree in own.items() if not fits(s)]
    scales = old.rulebase.scale, fresh.rulebase.scale
    fitting = {s: _same(degree, *scales) for s, degree in own.items() if fits(s)}
    return Restaged(case.assume_all(fitting) if fitting else case, tuple(lost))


def forgetting(case: Case, steps: int) -> Case:
    """Forget how a case came about but for the last steps, once there are twice as many.

    That is done rarely, since each of the steps that stay has to be made anew.
    """
    came = [case]
    while came[-1].past is not None and len(came) <= 2 * steps:
        came.append(came[-1].past)
    if len(came) <= 2 * steps:
        return case
    past = None
    for each in reversed(came[: steps + 1]):
        past = replace(each, past=past)
    return past or case


def _begun(scenario: str, fresh: Case) -> Case:
    """Begin a scenario, or the bare facts; where it is unknown, what the rule base begins with."""
    if not scenario:
        return replace(fresh, scenario="", assumptions={}, past=None)
    if scenario in fresh.rulebase.scenario:
        return replace(fresh.choose(scenario), past=None)
    return fresh


def _own(case: Case) -> Mapping[Statement, int]:
    """Return what is assumed besides the scenario."""
    scenario = case.rulebase.scenario.get(case.scenario)
    given = {a.statement: a.degree for a in scenario.assumptions} if scenario else {}
    return {s: degree for s, degree in case.assumptions.items() if given.get(s) != degree}


def _same(degree: int, old: Scale, new: Scale) -> int:
    """Return the degree of the same word on another scale, else its top."""
    word = old.word(degree)
    if word is None or degree == old.top:
        return new.top if word else NONE
    return new.degree(word) or new.top


def carried_on(found: Consultation | None, case: Case) -> Consultation | None:
    """Return a consultation that is running, as far as it can go on in another case."""
    known = case.rulebase.vocabulary.fits
    if found is None or not all(map(known, [found.goal, *(s for s, _ in found.answers)])):
        return None
    return found.on(case)
