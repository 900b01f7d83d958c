"""A proof in full: numbered steps, a line each, then alternatives and the weakest link."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.why import Proof, Step
from arguendo.wording.grammar import capital, marks, named, number, sentence, series
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import weakest
from arguendo.wording.teller import Teller


def proof_blocks(teller: Teller, proof: Proof) -> Iterator[Block]:
    """Tell the best argument step by step, the other arguments, and the weakest link."""
    seen: dict[str, int] = {}
    lines = [step_line(teller, step, seen) for step in proof.steps[: proof.main]]
    yield Block(Role.STEPS, tuple(lines), "The argument, step by step")
    others = [*_others(teller, proof, seen)]
    if others:
        count = len(proof.alternatives)
        heading = "Another argument leads" if count == 1 else f"{number(count)} more arguments lead"
        yield Block(Role.STEPS, tuple(others), capital(f"{heading} to the same conclusion"))
    notes = [*weakest(teller, proof)]
    if notes:
        yield Block(Role.NOTE, tuple(notes))


def _others(teller: Teller, proof: Proof, seen: dict[str, int]) -> Iterator[str]:
    """Write the steps that only alternatives use, each once."""
    told = set(range(1, proof.main + 1))
    for alternative in proof.alternatives:
        for n in alternative:
            step = proof.step(n)
            if step is not None and n not in told:
                yield step_line(teller, step, seen)
        told.update(alternative)


def step_line(teller: Teller, step: Step, seen: dict[str, int]) -> str:
    """Write one step: its number, what it says, how likely, on what, why, and where it stands.

    `seen` are the rules met, each with its first step: a warrant is told once.
    """
    said = sentence(f"{teller.says(step.claim)}: {teller.tag_of(step)}").removesuffix(".")
    where = f", {marks(step.source)}" if step.source else ""
    if step.rule is None:
        return f"{step.n}. {said}{where}."
    first = seen.setdefault(step.rule.id, step.n)
    if first != step.n:
        return f"{step.n}. {said}, from {_from(step)}, for the same reason as step {first}."
    parts = [f"{said}, {_basis(step)}.", *_warrant(step), *_unless(teller, step)]
    if step.source:
        parts.append(f"{marks(step.source)}.")
    return f"{step.n}. {' '.join(parts)}"


def _from(step: Step) -> str:
    return named([str(n) for n in dict.fromkeys(step.uses)])


def _basis(step: Step) -> str:
    return f"from {_from(step)}" if step.uses else "since nothing speaks against it"


def _warrant(step: Step) -> Iterator[str]:
    if step.rule and (step.rule.because or step.rule.title):
        yield sentence(step.rule.because or step.rule.title)


def _unless(teller: Teller, step: Step) -> Iterator[str]:
    """Say which rebuttals were considered and do not hold."""
    if not step.unless:
        return
    clauses = [f"{teller.says(each)} ({teller.absence(each)})" for each in step.unless]
    yield sentence(f"It would not follow if {series(clauses, 'or')}")
