"""Answers about one statement: whether it holds, why, why not, and what if."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from arguendo.explanation.sides import speaking
from arguendo.explanation.why import Proof, why
from arguendo.explanation.why_not import Attempt, WhyNot
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from arguendo.valuation import Basis, Reason, Standing, Status
from arguendo.wording import degrees, values
from arguendo.wording.beside import exchanged, standing_beside
from arguendo.wording.grammar import dated_once, is_long, sentence, series
from arguendo.wording.notes import supposed
from arguendo.wording.obstacles import (
    by_rule,
    failures,
    missing_in_the_end,
    nearest_miss,
    obstacle,
    obstacles,
    opposed,
)
from arguendo.wording.outlook import how_firm, would_fall, would_hold
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import (
    because,
    concluded,
    derived_in_turn,
    for_so_many,
    grounds_in_turn,
    in_one,
    other_arguments,
    speaks_for,
    warrant,
    weakest,
)
from arguendo.wording.teller import Teller

MOST_ASSUMED = 3
"""Assumptions of a what-if that are repeated in its answer."""

_EXPLAINING = (Intent.WHY, Intent.WHY_NOT)


def ruling(answer: Answer) -> Iterator[Block]:
    """Word an answer about one statement: direct answer, reasons, outlook."""
    goal, standing = answer.query.statement, answer.standing
    if goal is None or standing is None:
        return
    told = [dated_once(direct(answer, goal, standing))]
    other = exchanged(answer) if goal not in answer.query.assume else None
    if other is not None and other.standing is not None:
        beside = _what_if(answer, goal, standing, standing_beside(answer))
        told = [dated_once(direct(other, goal, other.standing)), beside]
    yield Block(Role.ANSWER, (told[0],))
    reasons = tuple(dict.fromkeys([*told[1:], *_reasons(answer, goal, standing)]))
    if reasons:
        yield Block(Role.REASON, reasons)
    outlook = (*prospects(answer, goal, standing), *_otherwise(answer, goal, standing))
    if outlook:
        yield Block(Role.OUTLOOK, outlook)


def direct(answer: Answer, goal: Statement, standing: Standing) -> str:
    """Answer in one sentence."""
    if answer.query.value is not None and (told := values.which(answer, goal, answer.query.value)):
        return told
    if answer.query.assume and answer.query.intent is not Intent.ASSUME:
        return _what_if(answer, goal, standing)
    return _DIRECT[standing.status](answer, goal, standing)


def alone(answer: Answer) -> str:
    """Name the reasons that a direct answer only counts, where they do not follow; else nothing."""
    goal, standing = answer.query.statement, answer.standing
    if goal is None or standing is None or answer.proof is None:
        return ""
    lead, counting, _ = direct(answer, goal, standing).rpartition(
        f", {for_so_many(answer.proof.steps[0])}."
    )
    return concluded(Teller(answer.case), lead, answer.proof.steps[0]) if counting else ""


def _holds(answer: Answer, goal: Statement, standing: Standing) -> str:
    teller, intent = Teller(answer.case), answer.query.intent
    if intent in _EXPLAINING and answer.proof:
        lead = "it does hold: " if intent is Intent.WHY_NOT else ""
        return in_one(teller, lead + teller.that(goal), answer.proof.steps[0])
    if answer.query.denied and degrees.is_clear(teller.scale, standing):
        return sentence(f"no, {teller.that(goal)}")
    wanted = teller.scale.degree(answer.query.degree or "")
    if wanted and standing.degree < wanted:
        return sentence(f"no, {teller.that(goal, 'only')}")
    lead = degrees.verdict(teller.scale, standing, wanted)
    return sentence(f"{lead} {teller.says(goal)}{teller.cited(goal, standing)}")


def _does_not_hold(answer: Answer, goal: Statement, standing: Standing) -> str:
    teller = Teller(answer.case)
    denied, rivals = teller.speaker.denies(goal), _rivals(answer, goal)[:2]
    swapped = values.other_values(answer.case, goal)
    if len(rivals) == 1 and rivals == swapped and answer.query.intent is Intent.ASK:
        return _but_another(answer, goal, rivals[0])
    if not rivals:
        lead = "that is so" if answer.query.intent is Intent.WHY_NOT else f"{_agreeing(answer)},"
        return sentence(f"{lead} by assumption: {denied}")
    if answer.query.denied:
        return sentence(f"yes, {denied}: {opposed(teller, rivals)}")
    contrary = f"to the contrary, {opposed(teller, rivals)}"
    if answer.query.intent is Intent.WHY:
        return sentence(f"that is not so, and there is nothing to explain: {contrary}")
    lead = "" if answer.query.intent is Intent.WHY_NOT else "no, "
    return sentence(f"{lead}{denied}: {contrary}")


def _but_another(answer: Answer, goal: Statement, other: Statement) -> str:
    """Deny a day or number, and say which it is."""
    teller = Teller(answer.case)
    pairs = zip(goal.arguments, other.arguments, strict=True)
    asked, value = next(pair for pair in pairs if pair[0] != pair[1])
    no = _agreeing(answer)
    name = teller.speaker.name
    return sentence(f"{no}, not {name(asked)}, but {name(value)}: {teller.that(other)}")


def _agreeing(answer: Answer) -> str:
    """Begin the answer to a question about what does not hold."""
    return "yes" if answer.query.denied else "no"


def _contested(answer: Answer, goal: Statement, standing: Standing) -> str:
    teller = Teller(answer.case)
    against = opposed(teller, _rivals(answer, goal)[:2])
    return sentence(f"that is contested: {teller.as_such(goal)}, but, to the contrary, {against}")


def _not_established(answer: Answer, goal: Statement, standing: Standing) -> str:
    teller = Teller(answer.case)
    says = teller.says(goal)
    rules = by_rule(answer.why_not) if answer.why_not else []
    if answer.case.reported_later(goal):
        lead = "yes, so far" if answer.query.denied else "not yet"
        return sentence(f"{lead}: {teller.lacking([goal])}")
    if answer.query.intent in _EXPLAINING and rules:
        return _for_lack(teller, answer.query.intent, says, rules[0])
    if standing.reason is Reason.NO_RULE and goal in answer.case.rulebase.question:
        return sentence(f"that is an open question: nothing reported settles whether {says}")
    if standing.reason is Reason.NO_RULE and (others := values.other_values(answer.case, goal)):
        return _of_another(teller, goal, others)
    if standing.reason is Reason.NO_RULE:
        return sentence(
            f"nothing here says that {says}: no fact reports it, and no rule could conclude it"
        )
    lead = "there is nothing to explain yet: " if answer.query.intent is Intent.WHY else ""
    lead = "yes, as far as is shown: " if answer.query.denied else f"{lead}on these facts "
    return sentence(f"{lead}it is not established that {says}")


def _of_another(teller: Teller, goal: Statement, others: list[Statement]) -> str:
    """Tell the other days or numbers of which something holds, and that nothing says this one."""
    told = others[: values.MOST_VALUES]
    pairs = zip(goal.arguments, told[0].arguments, strict=True)
    asked = next(term for term, other in pairs if term != other)
    holds = series([teller.that(each) for each in told])
    return sentence(f"{holds}; nothing here says {teller.speaker.name(asked)}")


def _for_lack(teller: Teller, intent: Intent, says: str, attempts: list[Attempt]) -> str:
    """Say that nothing is established, and for lack of what; in short where that is long.

    What stands in the way is left to the reasons then.
    """
    lead = f"it is not established that {says}:"
    so_far = f"so far {lead}" if intent is Intent.WHY else lead
    told = sentence(f"{so_far} {obstacle(teller, attempts)}")
    if not is_long(told):
        return told
    present = [s for each in attempts[0].rebuttals for s in each.statements if teller.case.holds(s)]
    return sentence(f"{lead} {series(obstacles(teller, attempts, present))}")


_DIRECT: Mapping[Status, Callable[[Answer, Statement, Standing], str]] = {
    Status.HOLDS: _holds,
    Status.DOES_NOT_HOLD: _does_not_hold,
    Status.CONTESTED: _contested,
    Status.NOT_ESTABLISHED: _not_established,
}


def _what_if(answer: Answer, goal: Statement, standing: Standing, condition: str = "") -> str:
    """Answer under assumptions in one sentence, which repeats them when they are few.

    Unless there is another `condition` that stands for them.
    """
    teller, before = Teller(answer.case), answer.before.standing(goal)
    if goal in answer.query.assume:
        said = (
            f"that is just what is assumed: {teller.speaker.put(goal, answer.query.assume[goal])}"
        )
        rivals = _rivals(answer, goal) if standing.status is Status.CONTESTED else []
        return sentence(f"{said}; yet {opposed(teller, rivals[:2])}" if rivals else said)
    few = len(answer.query.assume) <= MOST_ASSUMED
    condition = condition or (supposed(teller, answer.query.assume) if few else "all of that is so")
    same = (before.status, before.degree) == (standing.status, standing.degree)
    against = standing.status is not Status.HOLDS
    even = same and against in speaking(answer.case, goal, answer.query.assume)
    lead, still = f"{'even if' if even else 'if'} {condition},", "still" if same else ""
    if standing.status is Status.DOES_NOT_HOLD:
        return _then_denied(answer, goal, lead, is_same=same and not even)
    if standing.status is Status.NOT_ESTABLISHED:
        ends = "it is no longer" if before.degree else f"it is {still or 'then'} not"
        return sentence(f"{lead} {ends} established that {teller.says(goal)}")
    return sentence(f"{lead} {teller.that(goal, still)}")


def _then_denied(answer: Answer, goal: Statement, lead: str, *, is_same: bool) -> str:
    """Deny a statement after a lead, and name what holds to the contrary; in two when long."""
    teller, rivals = Teller(answer.case), _rivals(answer, goal)
    denied, contrary = teller.speaker.denies(goal), opposed(teller, rivals[:2])
    then = ": ".join(filter(None, (denied, contrary)))
    same_now, whole = sentence(f"{lead} then as now {then}"), sentence(f"{lead} {then}")
    if is_same and not is_long(same_now):
        return same_now
    if not contrary or not is_long(whole):
        return whole
    return f"{sentence(f'{lead} {denied}')} {sentence(contrary)}"


def _rivals(answer: Answer, goal: Statement) -> list[Statement]:
    """List the contraries that hold, apart from an assumption that the goal is false."""
    return [each for each in answer.case.contraries(goal) if answer.case.holds(each)]


def _reasons(answer: Answer, goal: Statement, standing: Standing) -> Iterator[str]:
    teller, proof = Teller(answer.case), answer.proof
    if proof is not None:
        yield from _for_it(teller, answer, proof, direct(answer, goal, standing))
    if standing.status is Status.CONTESTED:
        yield from _because_of(teller, goal, _rivals(answer, goal), "to the contrary, ")
    elif answer.why_not:
        yield from _against_it(teller, answer, goal, standing)


def _otherwise(answer: Answer, goal: Statement, standing: Standing) -> Iterator[str]:
    """Say how a statement stands without what the question assumes."""
    before = answer.before.standing(goal)
    changed = (before.status, before.degree) != (standing.status, standing.degree)
    if answer.query.assume and changed and goal not in answer.query.assume:
        lead = "without that" if answer.before.assumptions else "as things stand"
        yield sentence(f"{lead}, {Teller(answer.before).that(goal)}")


def _for_it(teller: Teller, answer: Answer, proof: Proof, told: str) -> Iterator[str]:
    """Tell an argument, but for the grounds that the direct answer names."""
    first = proof.steps[0]
    if told.removesuffix(".").endswith(because(teller, first) or "."):
        yield from warrant(first)
        yield from grounds_in_turn(teller, proof)
    else:
        is_counted = told.removesuffix(".").endswith(for_so_many(first))
        yield from speaks_for(teller, proof, is_counted=is_counted)
        if answer.query.intent in _EXPLAINING:
            yield from derived_in_turn(teller, proof)
    yield from weakest(teller, proof)
    yield from other_arguments(teller, proof)


def _against_it(
    teller: Teller, answer: Answer, goal: Statement, standing: Standing
) -> Iterator[str]:
    report = answer.why_not
    if report is None:
        return
    denied = standing.status is Status.DOES_NOT_HOLD
    rivals = _rivals(answer, goal) if denied else []
    yield from _because_of(teller, goal, rivals)
    failing = list(_failing(answer, teller, report, standing, rivals))
    yield from failing
    told = [direct(answer, goal, standing), *failing]
    if answer.hindrance:
        return
    if answer.requirements is None:
        yield from missing_in_the_end(teller, report, told)
    elif not answer.requirements.found:
        # No open question helps, however it is answered: none of them is what is missing.
        yield from missing_in_the_end(teller, report, told, teller.case.rulebase.question)


def _failing(
    answer: Answer, teller: Teller, report: WhyNot, standing: Standing, rivals: list[Statement]
) -> Iterator[str]:
    """Say why the arguments for a statement fail, at length where that was asked."""
    if answer.query.intent is Intent.WHY_NOT or (
        answer.query.intent is Intent.WHY and standing.status is Status.NOT_ESTABLISHED
    ):
        return nearest_miss(teller, report, rivals)
    if standing.status is Status.DOES_NOT_HOLD:
        return failures(teller, report, 1, rivals)
    return failures(teller, report)


def _because_of(
    teller: Teller, goal: Statement, rivals: list[Statement], lead: str = ""
) -> Iterator[str]:
    """Say on what the contraries of a statement rest, which have just been named.

    That it does not hold itself is no reason that anybody is helped by.
    """
    for rival in rivals[:2]:
        proof = why(teller.case, rival)
        if proof is None or proof.steps[0].basis is not Basis.RULE:
            continue
        first = proof.steps[0]
        step = replace(first, unless=tuple(each for each in first.unless if each != goal))
        if len(rivals) == 1 and not lead and because(teller, step):
            yield concluded(teller, "that is", step, alone=True)
        else:
            yield concluded(teller, f"{lead}{teller.says(rival)}", step)


def prospects(answer: Answer, goal: Statement, standing: Standing) -> Iterator[str]:
    """Say what would change how a statement stands, and how firm it is."""
    if standing.status is Status.HOLDS:
        yield from would_fall(answer)
    elif answer.requirements:
        yield from would_hold(Teller(answer.case), goal, answer.requirements.found)
    if goal in answer.case.assumptions:
        return
    if goal in answer.case.rulebase.question and standing.basis is not Basis.ASSUMPTION:
        if standing.status is Status.DOES_NOT_HOLD:
            yield "Whether this changes is an open question."
    elif standing.basis is not Basis.ASSUMPTION and standing.reason is not Reason.NO_RULE:
        yield from how_firm(answer)
