"""What an answer rests on, in a few sentences: grounds, warrant, weakest link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.explanation.why import Proof, Step
from arguendo.statements import Statement
from arguendo.valuation import Basis
from arguendo.wording import degrees
from arguendo.wording.grammar import (
    cited,
    counted,
    dated_once,
    is_long,
    named,
    number,
    quoted,
    sentence,
    series,
)
from arguendo.wording.teller import Teller

MOST_GROUNDS = 5
"""Grounds named in one sentence; of more the first few are named and the others counted."""

MOST_LISTED = 8
"""Grounds listed in a sentence each."""


ALL_OF_THEM = {1: "that ground is", 2: "both grounds are"}
"""How to take up grounds that have just been named."""


def because(teller: Teller, step: Step, *, alone: bool = False) -> str:
    """Return the clause that gives the immediate grounds of a conclusion: `because …`.

    Unless it is to stand `alone`, the conclusion has just been said.
    """
    grounds = list(dict.fromkeys(step.grounds))
    if grounds:
        more = ", among other things" if len(grounds) > MOST_GROUNDS else ""
        given = f"because {_said(teller, step, grounds[:MOST_GROUNDS], alone=alone)}{more}"
        return series([given, *_spared(teller, step)])
    return f"because {teller.lacking(step.unless)}" if step.unless else ""


def _spared(teller: Teller, step: Step) -> list[str]:
    """Say in a clause what the rule asks not to be so, and which exceptions do not hold.

    An exception is told for which there are arguments that fail. What nothing argues for is no
    reason that anybody looks for; nor is it the reason where others are concluded in their turn.
    """
    graph = teller.case.graph
    if any(teller.case.standing(ground).basis is Basis.RULE for ground in step.grounds):
        told = list(step.absent)
    else:
        argued = (each for each in step.unless if graph.concluding[graph.add(each)])
        told = list(dict.fromkeys((*step.absent, *argued)))
    return [teller.lacking(told)] if told else []


def _said(teller: Teller, step: Step, grounds: Sequence[Statement], *, alone: bool) -> str:
    speaker = teller.speaker
    return speaker.all_of(grounds) if alone else speaker.all_after(step.claim, grounds)


def concluded(teller: Teller, lead: str, step: Step, *, alone: bool = False) -> str:
    """Say after a lead why a conclusion holds: `…, because …`; in two sentences, if long.

    Where it is to stand `alone`, the lead is no conclusion: `that is`.
    """
    grounds = list(dict.fromkeys(step.grounds))
    lead = lead if alone else f"{lead},"
    given = because(teller, step, alone=alone)
    said = sentence(f"{lead} {given}" if given else lead.rstrip(","))
    named = shown = min(len(grounds), MOST_GROUNDS)
    while shown > 1 and (is_long(said) or _parts_one_subject(teller, grounds, shown)):
        shown -= 1
        said = sentence(f"{lead} because {_said(teller, step, grounds[:shown], alone=alone)}")
    if shown == named:
        return dated_once(said)
    more = ", among other things" if len(grounds) > named else ""
    besides = f"besides, {teller.speaker.all_of(grounds[shown:named])}{more}"
    rest = sentence(series([besides, *_spared(teller, step)]))
    return dated_once(f"{said} {rest}")


def _parts_one_subject(teller: Teller, grounds: Sequence[Statement], shown: int) -> bool:
    """Tell whether the first so many grounds end where the next is about the same subject."""
    if shown >= min(len(grounds), MOST_GROUNDS):
        return False
    before, after = (teller.speaker.clause(each) for each in grounds[shown - 1 : shown + 1])
    return bool(before.subject) and before.subject == after.subject


def in_one(teller: Teller, lead: str, step: Step) -> str:
    """Say after a lead why a conclusion holds; reasons that make it long are only counted."""
    said = sentence(", ".join(filter(None, [lead, because(teller, step)])))
    if is_long(said) and step.grounds and step.unless:
        said = sentence(f"{lead}, {because(teller, replace(step, unless=()))}")
    return sentence(f"{lead}, {for_so_many(step)}") if is_long(said) else said


def for_so_many(step: Step) -> str:
    """Count the grounds of a conclusion: `for four reasons`."""
    return f"for {counted(len(dict.fromkeys((*step.grounds, *step.absent))), 'reason')}"


def _one_by_one(lead: str, clauses: Sequence[str]) -> Iterator[str]:
    """List clauses in a sentence; in one each, when that would be long or there is no lead."""
    whole = sentence(f"{lead}: {series(clauses)}")
    if lead and not is_long(whole):
        yield whole
    else:
        yield from map(sentence, filter(None, [lead, *clauses]))


def speaks_for(teller: Teller, proof: Proof, *, is_counted: bool = False) -> Iterator[str]:
    """Give the immediate grounds, each with how it stands, and the warrant.

    Where it has been said how many there are, they follow without a lead.
    """
    step = proof.steps[0]
    grounds = list(dict.fromkeys(step.grounds))
    named = grounds if len(grounds) <= MOST_LISTED else grounds[: MOST_LISTED - 2]
    listed = [teller.tagged(ground) for ground in named]
    if left := len(grounds) - len(named):
        listed.append(f"{counted(left, 'other thing')} speak for it too")
    if len(grounds) == 1:
        yield sentence(f"the reason is that {listed[0]}")
    elif grounds:
        lead = "" if is_counted else f"{number(len(grounds))} things speak for it"
        yield from _one_by_one(lead, listed)
    if grounds:
        yield from map(sentence, _spared(teller, step))
    elif step.rule and step.unless:
        yield sentence(f"the reason is that {teller.lacking(step.unless)}")
    yield from warrant(step)


def warrant(step: Step) -> Iterator[str]:
    """Give the warrant of a step, with its paragraphs."""
    if step.rule and step.rule.because:
        yield cited(step.rule.because, step.source)


def grounds_in_turn(teller: Teller, proof: Proof, most: int = 3) -> Iterator[str]:
    """Say of each immediate ground what it rests on in turn; facts and assumptions together."""
    yield from derived_in_turn(teller, proof, most)
    steps = _immediate(proof)
    derived = [step for step in steps if step.basis is Basis.RULE]
    facts = [step.claim for step in steps if step.basis is Basis.FACT]
    assumed = [step.claim for step in steps if step.basis is Basis.ASSUMPTION]
    if facts:
        sources = dict.fromkeys(mark for step in steps if not step.rule for mark in step.source)
        told = len(derived[:most]) + len(facts) == len(steps) <= MOST_GROUNDS
        named = _taken_up(len(facts), len(steps)) if told else ""
        said = (
            f"{named} reported" if named else f"it is reported that {teller.speaker.all_of(facts)}"
        )
        yield cited(said, tuple(sources))
    if assumed:
        yield sentence(f"it is assumed that {teller.speaker.all_of(assumed)}")


def derived_in_turn(teller: Teller, proof: Proof, most: int = 3) -> Iterator[str]:
    """Say of each immediate ground that is concluded what it rests on, the weakest first."""
    derived = [step for step in _immediate(proof) if step.basis is Basis.RULE]
    before: int | None = None
    for step in sorted(derived, key=lambda step: step.degree)[:most]:
        begin = degrees.once_more if step.degree == before else degrees.that
        before = step.degree
        yield concluded(
            teller, f"{begin(teller.scale, step.degree)} {teller.says(step.claim)}", step
        )


def _immediate(proof: Proof) -> list[Step]:
    return [step for n in dict.fromkeys(proof.steps[0].uses) if (step := proof.step(n))]


def _taken_up(count: int, of: int) -> str:
    """Take up so many of the grounds that were just named, the others having been accounted for."""
    if count == of:
        return ALL_OF_THEM.get(count, "all these grounds are")
    return "the other ground is" if count == 1 else f"the other {number(count)} grounds are"


def weakest(teller: Teller, proof: Proof) -> Iterator[str]:
    """Name the weakest link of an argument with several rules, and how many are as weak."""
    steps = [step for n in proof.weakest if (step := proof.step(n))]
    several = sum(step.rule is not None for step in proof.steps[: proof.main]) > 1
    if not steps or not several or proof.degree >= teller.scale.top:
        return
    said = f"the weakest link is {link(teller, steps[0])}"
    if len(steps) > 1:
        verb = "is" if len(steps) == 2 else "are"
        said += f"; {counted(len(steps) - 1, 'other link')} {verb} equally weak"
    yield sentence(said)


def other_arguments(teller: Teller, proof: Proof) -> Iterator[str]:
    """Say how many other arguments lead to the same conclusion, and what they are called."""
    count = len(proof.alternatives)
    if not count or proof.steps[0].rule is None:
        return
    steps = [step for alternative in proof.alternatives if (step := proof.step(alternative[0]))]
    own = proof.steps[0].rule
    titles = dict.fromkeys(
        quoted(step.rule.title)
        for step in steps
        if step.rule and step.rule.title and step.rule is not own
    )
    verb = "leads" if count == 1 else "lead"
    said = f"{counted(count, 'other argument')} {verb} to the same conclusion"
    listed = f": {named(list(titles)[:3])}" if titles and len(titles) <= 3 else ""
    if len(titles) == count or not titles:
        yield sentence(said + listed)
    else:
        yield sentence(f"{said}, among them {named(list(titles)[:3])}")


def link(teller: Teller, step: Step) -> str:
    """Name a step of a proof by its number and its rule's title, with its own degree."""
    word = degrees.label(teller.scale, step.own_degree, step.basis)
    if step.rule and step.rule.title:
        return f"step {step.n}, {quoted(step.rule.title)} ({word})"
    return f"step {step.n}, that {teller.says(step.claim)} ({word})"
