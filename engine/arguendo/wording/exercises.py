"""Exercises and their feedback in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arguendo.explanation.why import Proof, Step
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.valuation import Basis, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import capital, named, quoted, sentence, series
from arguendo.wording.rules import rule_in_prose, title
from arguendo.wording.statements import Speaker

VERDICTS = {
    Status.HOLDS: "It holds, and nothing contrary to it does.",
    Status.DOES_NOT_HOLD: "It does not hold: something contrary to it does.",
    Status.CONTESTED: "It is contested: it holds, and so does something contrary to it.",
    Status.NOT_ESTABLISHED: "It is not established, and neither is anything contrary to it.",
}
"""The four answers as choices, each so that it excludes the others."""

PREDICT = "Does it hold?"
ORDER = "Put the steps in order: each after those that it rests on."
FLAW = "One step of this argument is wrong. Which, and why?"
WEAKEST = "Which rule is the weakest link of the argument?"


def predict(speaker: Speaker, goal: Statement) -> str:
    """Ask how a conclusion stands."""
    return speaker.asks(goal)


def missing(speaker: Speaker, goal: Statement) -> str:
    """Ask for what would make a conclusion hold."""
    return f"Which of these, if it were so, would make it hold that {speaker.says(goal)}?"


def completes(
    speaker: Speaker, goal: Statement, right: Statement, rule: Rule | None, others: int
) -> Iterator[str]:
    """Say why the missing fact is the missing one, by the rule that then has all it asks for."""
    yield sentence(
        f"{speaker.once([right])} {speaker.says(right)}, it holds that {speaker.says(goal)}"
    )
    if rule:
        yield rule_says(speaker.rulebase, rule)
    if others:
        yield "With any of the others in its place the conclusion does not hold."


def weakest(speaker: Speaker, goal: Statement) -> str:
    """Ask for the weakest link."""
    return (
        f"It holds that {speaker.says(goal)}. Of the steps of the argument, which is the weakest"
        " link: the one that keeps the conclusion from being surer?"
    )


def weakest_is(speaker: Speaker, proof: Proof, right: Step) -> Iterator[str]:
    """Say how strong the weakest link is, and that the conclusion is no surer."""
    scale = speaker.rulebase.scale
    word = degrees.label(scale, right.own_degree, right.basis)
    yield sentence(f"the weakest link allows no more than “{word}”: {speaker.says(right.claim)}")
    yield sentence(f"the conclusion is no surer: {degrees.plain(scale, proof.degree)}")


def hangs(speaker: Speaker, goal: Statement) -> str:
    """Ask for what a conclusion hangs on most."""
    return (
        "Go through all combinations of what is open, and turn these round in each, one at a time."
        f" Which changes most often whether it holds uncontested that {speaker.says(goal)}?"
    )


def hangs_on(speaker: Speaker, shares: Sequence[tuple[Statement, float]]) -> Iterator[str]:
    """Say of each candidate in how many combinations it decides."""
    yield "In so many of the combinations of what is open, turning it round changes the answer:"
    yield from (f"- {share:.0%}: {sentence(speaker.says(each))}" for each, share in shares)


def precedes(speaker: Speaker, first: Statement, then: Statement) -> str:
    """Say that one step rests on another."""
    return sentence(f"“{speaker.says(then)}” rests on “{speaker.says(first)}”, which comes first")


def steps(speaker: Speaker, told: Sequence[Step]) -> Iterator[str]:
    """Tell the steps of an argument, a line each, the conclusion last, by their numbers."""
    for step in reversed(told):
        scale = speaker.rulebase.scale
        lead = degrees.that(scale, step.degree, step.basis)
        grounds = list(dict.fromkeys(step.grounds))
        why = f", because {speaker.all_of(grounds)}" if grounds else ""
        rule = f" [{title(step.rule)}]" if step.rule else ""
        yield f"Step {step.n}: {sentence(f'{lead} {speaker.says(step.claim)}{why}')}{rule}"


def link(speaker: Speaker, step: Step) -> str:
    """Name a step as a choice: its claim, and its rule."""
    rule = f" [{title(step.rule)}]" if step.rule else " [assumed]"
    if step.rule is None and step.basis is Basis.FACT:
        rule = " [reported]"
    return f"{sentence(speaker.says(step.claim))}{rule}"


def hints(rulebase: RuleBase, rules: Iterable[Rule]) -> Iterator[str]:
    """Tell rules in prose, a line each, and which of them takes precedence over which."""
    told = {rule.id: rule for rule in rules}
    for rule in told.values():
        block = rule_in_prose(rulebase, rule)
        yield f"{capital(block.heading)}: {block.lines[0]}"
    for rule in told.values():
        weaker = [quoted(title(told[each])) for each in rule.overrides if each in told]
        if weaker:
            yield f"Where both apply, {quoted(title(rule))} takes precedence over {named(weaker)}."


def may_be(speaker: Speaker, statements: Sequence[Statement]) -> Iterator[str]:
    """List what is left open, a line each."""
    if statements:
        yield "Open, so or not so:"
        yield from (f"- {sentence(speaker.says(each))}" for each in statements)


def exclusions(speaker: Speaker, pairs: Iterable[tuple[Statement, Statement]]) -> Iterator[str]:
    """Say which statements are contrary to each other, a line each pair."""
    for one, other in pairs:
        yield f"Contrary to each other: {speaker.says(one)}; {speaker.says(other)}."


def rule_says(rulebase: RuleBase, rule: Rule) -> str:
    """Quote what a rule says, when an argument gets it wrong."""
    return f"The rule {quoted(title(rule))} says: {rule_in_prose(rulebase, rule).lines[0]}"


def dropped(speaker: Speaker, left_out: Sequence[Statement]) -> str:
    """Say which grounds a step leaves out."""
    return sentence(f"it leaves out that {series([speaker.says(each) for each in left_out])}")


def no_surer(speaker: Speaker, proof: Proof, sound: Step) -> str:
    """Say how sure a step may be at most, by its rule and the steps that it rests on."""
    scale = speaker.rulebase.scale
    used = [step for n in sound.uses if (step := proof.step(n)) and step.degree == sound.degree]
    said = f"{degrees.that(scale, sound.degree, sound.basis)} {speaker.says(sound.claim)}"
    if sound.rule and sound.rule.qualifier > sound.degree and used:
        return sentence(f"{said}; step {used[0].n}, on which it rests, is no surer")
    return sentence(f"{said}; its rule allows no more")


FLAWS = {
    "dropped": "it leaves out a ground that its rule asks for",
    "reversed": "it turns its rule round: it concludes a ground from the claim",
    "overstated": "it is surer than its weakest part allows",
}
"""Flaws as ends of the choices `Step 2: …`."""

KINDS = {
    "predict": "Predict",
    "missing": "The missing fact",
    "order": "The order of the steps",
    "flaw": "The flaw",
    "weakest": "The weakest link",
}
"""What the kinds of exercises are called."""

SCRIPT = (
    "Replay the argument in front of the class: write down what is given, then let the class say"
    " which rule fires next before you do."
)


def does_not_hold(speaker: Speaker, goal: Statement) -> str:
    """Say that there is no argument to replay."""
    return sentence(f"nothing fires: in this case it does not hold that {speaker.says(goal)}")


def fires(speaker: Speaker, step: Step) -> str:
    """Tell one rule as it fires: with what it rests on, and what it brings."""
    grounds = list(dict.fromkeys(step.grounds))
    given = f"since {speaker.all_of(grounds)}, " if grounds else ""
    lead = degrees.that(speaker.rulebase.scale, step.degree, step.basis)
    name = f"{quoted(title(step.rule))}: " if step.rule else ""
    return f"{name}{sentence(f'{given}{lead} {speaker.says(step.claim)}')}"


RULES = "The rules:"
CLOSED = "What is neither given nor concluded by the rules counts as not so."
SHEET = (
    "Each exercise stands by itself: go by what it reports and assumes, and by its rules alone."
    f" {CLOSED}"
)

RIGHT, WRONG = "Right.", "Not so."
