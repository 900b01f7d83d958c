"""The reasoning behind an answer in full, for each intent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from arguendo.explanation.why import why
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Listing
from arguendo.wording.advice import by_strength
from arguendo.wording.failings import failing_blocks
from arguendo.wording.grammar import capital, named, sentence, tidy
from arguendo.wording.ledger import ledger
from arguendo.wording.listings import knowledge
from arguendo.wording.obstacles import named_rule
from arguendo.wording.outlook import how_firm
from arguendo.wording.page import Block, Role
from arguendo.wording.proofs import proof_blocks
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.shifts import assumed, change_blocks
from arguendo.wording.stage import case_names, side_by_side
from arguendo.wording.teller import Teller
from arguendo.wording.turning import why_it_turns
from arguendo.wording.weights import ways


def details(answer: Answer) -> Iterator[Block]:
    """Tell what there is to tell about an answer in full; nothing where the answer is all."""
    tell = _DETAILS.get(answer.query.intent)
    return tell(answer) if tell else iter(())


def _explained(answer: Answer) -> Iterator[Block]:
    teller = Teller(answer.case)
    if answer.proof is not None:
        yield from proof_blocks(teller, answer.proof)
    elif answer.why_not is not None:
        yield from failing_blocks(teller, answer.why_not)
    if answer.requirements and answer.requirements.found and not answer.requirements.already:
        yield from ways(teller, answer.requirements, aim="to make it hold, ")


def _supposed(answer: Answer) -> Iterator[Block]:
    """Tell the reasoning, then what else the assumptions change."""
    if answer.query.statement is not None:
        yield from _explained(answer)
    else:
        yield from why_it_turns(Teller(answer.case), answer.changes)
    yield from _changes(answer)


def _stage(answer: Answer) -> Iterator[Block]:
    """Tell why the main changes come about, then all of them."""
    yield from why_it_turns(Teller(answer.case), answer.changes)
    yield from _changes(answer)


def _changes(answer: Answer) -> Iterator[Block]:
    teller = Teller(answer.case)
    if answer.case.assumptions:
        lines = tuple(assumed(teller, answer.case.assumptions.items()))
        yield Block(Role.LIST, lines, "What is assumed")
    when = "then" if answer.query.intent is Intent.WHAT_IF else "now"
    yield from change_blocks(teller, answer.changes, when=when)


def _requirements(answer: Answer) -> Iterator[Block]:
    teller, found = Teller(answer.case), answer.requirements
    if found is None:
        return
    if found.found and not found.already:
        yield from ways(teller, found)
        considered = tuple(sentence(teller.says(each)) for each in found.considered)
        yield Block(Role.LIST, considered, "What was tried, alone and together")
    if answer.proof is not None:
        yield from proof_blocks(teller, answer.proof)
    elif answer.why_not is not None:
        yield from failing_blocks(teller, answer.why_not)


def _linchpins(answer: Answer) -> Iterator[Block]:
    teller = Teller(answer.case)
    yield from ledger(teller, answer.linchpins)
    if answer.standing is not None:
        firm = tuple(how_firm(answer))
        yield Block(Role.OUTLOOK, (*firm, *_meaning(answer)))
    if answer.proof is not None:
        yield from proof_blocks(teller, answer.proof)


def _meaning(answer: Answer) -> Iterator[str]:
    """Say what the shares mean."""
    if answer.linchpins:
        yield (
            "A share tells in how many of the combinations of answers to the open questions the "
            "conclusion would flip, or shift in its degree, if this one thing were otherwise."
        )


def _consequences(answer: Answer) -> Iterator[Block]:
    found = answer.consequences
    if found is None:
        return
    teller = Teller(answer.case)
    for heading, inferences in (
        ("The arguments that it is part of", found.supports),
        ("The arguments that it stands in the way of", found.rebuts),
    ):
        statements = answer.case.graph.statements
        lines = dict.fromkeys(
            sentence(f"{named_rule(each.rule)}: {teller.says(statements[each.claim])}")
            for each in inferences
        )
        if lines:
            yield Block(Role.LIST, tuple(map(capital, lines)), heading)
    yield from change_blocks(teller, found.changes)


def _compare(answer: Answer) -> Iterator[Block]:
    found = answer.comparison
    if found is None:
        return
    first, second = case_names(answer)
    for case, name in ((found.first, first), (found.second, second)):
        lines = tuple(assumed(Teller(case), case.assumptions.items())) or ("Nothing.",)
        yield Block(Role.LIST, lines, f"What {name} assumes")
    lines = tuple(side_by_side(answer))
    if lines:
        yield Block(Role.LIST, lines, f"What differs: in {first}, then in {second}")


def _describe(answer: Answer) -> Iterator[Block]:
    if answer.entity is None:
        return
    teller = Teller(answer.case)
    yield from knowledge(teller, answer.about)
    if answer.entity.aliases:
        aliases = named([tidy(alias) for alias in answer.entity.aliases])
        yield Block(Role.NOTE, (sentence(f"other names: {aliases}"),))


def _source(answer: Answer) -> Iterator[Block]:
    """Tell the steps of the proof, each with its paragraphs."""
    if answer.proof is not None:
        yield from proof_blocks(Teller(answer.case), answer.proof)


def _recommend(answer: Answer) -> Iterator[Block]:
    """Tell the argument for each piece of advice."""
    teller = Teller(answer.case)
    for advice in by_strength(teller, answer.about):
        proof = why(answer.case, advice)
        if proof is not None:
            steps, *others = proof_blocks(teller, proof)
            heading = capital(f"why {teller.says(advice)}")
            yield Block(steps.role, steps.lines, heading)
            yield from others


def _list(answer: Answer) -> Iterator[Block]:
    """Tell rules in full."""
    if answer.query.listing is Listing.RULES:
        for rule in answer.items:
            yield rule_in_prose(answer.case.rulebase, answer.case.rulebase.rule[rule])


_DETAILS: Mapping[Intent, Callable[[Answer], Iterator[Block]]] = {
    Intent.ASK: _explained,
    Intent.WHY: _explained,
    Intent.WHY_NOT: _explained,
    Intent.WHAT_IF: _supposed,
    Intent.WHAT_WOULD_IT_TAKE: _requirements,
    Intent.WHAT_FOLLOWS: _consequences,
    Intent.LINCHPINS: _linchpins,
    Intent.DESCRIBE: _describe,
    Intent.SOURCE: _source,
    Intent.RECOMMEND: _recommend,
    Intent.LIST: _list,
    Intent.ASSUME: _stage,
    Intent.RETRACT: _stage,
    Intent.COMPARE: _compare,
    Intent.WHEN: _explained,
    Intent.CONSULT: _explained,
}
