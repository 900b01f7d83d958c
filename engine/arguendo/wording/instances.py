"""Of whom or what something holds: `who …?`, `does every child …?`, in question and answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from arguendo.explanation.instances import ASKED, Instances, kinds_asked
from arguendo.explanation.requirements import requirements
from arguendo.explanation.why import why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Quantified, Quantity
from arguendo.rulebase import RuleBase
from arguendo.statements import PERSON, Sort, Statement, is_variable
from arguendo.valuation import Status
from arguendo.wording.degrees import that
from arguendo.wording.grammar import capital, named, number, sentence, series
from arguendo.wording.obstacles import by_rule, obstacle
from arguendo.wording.outlook import condition
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import concluded
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller

MOST_TOLD, MOST_DIFFERING = 3, 6
"""Statements told clause by clause, and those that differ in more than in whom they are of; of
more only the names are told."""

MOST_LACKING = 12
"""Those of whom something does not hold, told one and all; of more only whom it was thought of."""

_SOMEONE: Mapping[Quantity, str] = {
    Quantity.WHICH: "who",
    Quantity.HOW_MANY: "who",
    Quantity.MOST: "who",
    Quantity.LEAST: "who",
    Quantity.EVERY: "everyone",
    Quantity.SOME: "anyone",
    Quantity.NO: "no one",
}
_SOMETHING: Mapping[Quantity, str] = {
    Quantity.WHICH: "what",
    Quantity.HOW_MANY: "what",
    Quantity.MOST: "what",
    Quantity.LEAST: "what",
    Quantity.EVERY: "everything",
    Quantity.SOME: "anything",
    Quantity.NO: "nothing",
}
_ONE_OF_A_KIND: Mapping[Quantity, str] = {
    Quantity.WHICH: "which",
    Quantity.HOW_MANY: "which",
    Quantity.MOST: "which",
    Quantity.LEAST: "which",
    Quantity.EVERY: "every",
    Quantity.SOME: "any",
    Quantity.NO: "no",
}


_EXTREMES = {
    (Quantity.MOST, Sort.NUMBER): "the most",
    (Quantity.LEAST, Sort.NUMBER): "the fewest",
    (Quantity.MOST, Sort.DATE): "the latest day",
    (Quantity.LEAST, Sort.DATE): "the earliest day",
}
_OPEN = (Quantity.WHICH, Quantity.HOW_MANY, Quantity.MOST, Quantity.LEAST)


def in_words(speaker: Speaker, asked: Quantified, denied: bool = False) -> str:
    """Put the question: `Which child gets a place?`, `Does every child get a place?`."""
    if asked.quantity in _OPEN:
        told = _open_question(speaker, asked, denied)
    elif asked.quantity is Quantity.ONLY:
        alone = f"only {named([speaker.name(each) for each in asked.besides])}"
        return speaker.asks(_put(speaker, asked, alone))
    else:
        each = f"each of {named([speaker.name(term) for term in asked.among])}"
        called = each if asked.among else _called(speaker.rulebase, asked, asked.quantity)
        told = speaker.asks(_put(speaker, asked, called))
    return capital(f"{told.removesuffix('?')}{_but(speaker, asked)}?")


def _open_question(speaker: Speaker, asked: Quantified, denied: bool) -> str:
    called = _called(speaker.rulebase, asked, asked.quantity)
    says = speaker.denies if denied else speaker.says
    told = f"{says(_put(speaker, asked, called))}?"
    if told.startswith(called):
        return told
    noun = called.partition(" ")[2]
    whom = called if noun else {"who": "whom"}.get(called, called)
    this = f"this {noun or 'one'}"
    so = "not so" if denied else "so"
    return f"of {whom} is it {so} that {_of(speaker, asked, this)}?"


def of_several(answer: Answer) -> Iterator[Block]:
    """Word of whom or what something holds: these first, then the others."""
    asked, found = answer.query.quantified, answer.instances
    if asked is None or found is None:
        return
    teller = Teller(answer.case)
    if asked.quantity is Quantity.ONLY:
        yield from _of_one_alone(answer, teller, asked, found)
        return
    supposed = f"if {teller.speaker.all_put(answer.query.assume)}, " if answer.query.assume else ""
    if answer.query.denied:
        yield from _lacking(answer, teller, asked, found)
        return
    if not found.holding:
        told = _nobody(teller, asked, found, bool(supposed))
        yield Block(Role.ANSWER, (sentence(supposed + told),))
        yield from _could_be(teller, asked, found) if not supposed else ()
        return
    fails = asked.quantity is Quantity.EVERY and found.lacking
    says = "no" if fails or asked.quantity is Quantity.NO else "yes"
    first, others = (found.lacking, found.holding) if fails else (found.holding, found.lacking)
    told = _told(teller, asked, first)
    mark = ", " if _are_few(asked, first) else ": "
    if asked.quantity is Quantity.HOW_MANY:
        lead = f"{number(len(_names(teller.speaker, asked, first)))}: "
    else:
        lead = "" if supposed or asked.quantity in _OPEN else f"{says}{mark}"
    yield Block(Role.ANSWER, (sentence(f"{supposed}{lead}{told}"),))
    yield from _reasons(answer, teller, first)
    graph = answer.case.graph
    rest = [s for s in others if asked.among or fails or graph.number(s) is not None]
    if rest and (fails or asked.quantity in _OPEN):
        yield Block(Role.REASON, (sentence(_told(teller, asked, rest)),))


def _reasons(answer: Answer, teller: Teller, told: Sequence[Statement]) -> Iterator[Block]:
    """Tell why each of the first few holds, or does not, where that is asked: `who …, and why?`."""
    if answer.query.intent is Intent.WHY:
        lines = [line for each in told[:MOST_TOLD] for line in _reason(teller, each)]
        yield from [Block(Role.REASON, tuple(lines))] if lines else []


def _reason(teller: Teller, statement: Statement) -> Iterator[str]:
    proof = why(teller.case, statement)
    if proof is not None:
        if proof.steps[0].rule is not None:
            yield concluded(teller, teller.that(statement), proof.steps[0])
        return
    if failing := by_rule(why_not(teller.case, statement)):
        yield sentence(f"{teller.that(statement)}: {obstacle(teller, failing[0])}")


def _lacking(
    answer: Answer, teller: Teller, asked: Quantified, found: Instances
) -> Iterator[Block]:
    """Word of whom something does not hold, then of whom it does."""
    graph = answer.case.graph
    known = [s for s in found.lacking if asked.among or graph.number(s) is not None]
    supposed = f"if {teller.speaker.all_put(answer.query.assume)}, " if answer.query.assume else ""
    none = f"{_called(answer.case.rulebase, asked, Quantity.NO)}, as far as is shown"
    lacking = found.lacking if len(found.lacking) <= MOST_LACKING else known or found.lacking
    told = _told(teller, asked, lacking) if lacking else none
    yield Block(Role.ANSWER, (sentence(supposed + told),))
    yield from _reasons(answer, teller, [each for each in lacking if each.is_ground])
    if found.holding:
        yield Block(Role.REASON, (sentence(_told(teller, asked, found.holding)),))


def _of_one_alone(
    answer: Answer, teller: Teller, asked: Quantified, found: Instances
) -> Iterator[Block]:
    """Word of whom else something holds that is asked of one alone."""
    one = answer.query.statement
    if one is None:
        return
    if not teller.case.standing(one).degree:
        yield Block(Role.ANSWER, (sentence(f"no, {teller.that(one)}"),))
        if found.holding:
            yield Block(Role.REASON, (sentence(_told(teller, asked, found.holding)),))
    elif found.holding:
        told = _told(teller, asked, found.holding)
        yield Block(Role.ANSWER, (sentence(f"no, {told} as well"),))
        yield Block(Role.REASON, (sentence(teller.that(one)),))
    else:
        other = _called(teller.case.rulebase, asked, Quantity.SOME)
        other = "anyone else" if other == "anyone" else other.replace("any ", "any other ")
        told = f"{teller.that(one)}; nothing shows it of {other}"
        yield Block(Role.ANSWER, (sentence(told),))


def _nobody(teller: Teller, asked: Quantified, found: Instances, supposed: bool) -> str:
    """Say that nothing shows it of anyone, or that just that is open."""
    if undecided := _undecided(teller, asked, found, supposed):
        return undecided
    speaker = teller.speaker
    lead = {
        **dict.fromkeys(_OPEN, _called(speaker.rulebase, asked, Quantity.NO)),
        Quantity.NO: "yes",
    }.get(asked.quantity, "no")
    lead = "nothing shows then" if supposed else f"{lead}, as far as is shown: nothing shows"
    says = _of(speaker, asked, _called(speaker.rulebase, asked, Quantity.SOME))
    return f"{lead} that {says}{_but(speaker, asked)}"


def _could_be(teller: Teller, asked: Quantified, found: Instances) -> Iterator[Block]:
    """Tell of the few of whom it could come to hold, once what is open is decided."""
    if asked.quantity not in _OPEN or _undecided(teller, asked, found, supposed=False):
        return
    case, scale = teller.case, teller.scale
    known = [each for each in found.lacking if case.graph.number(each) is not None]
    ways = [(each, requirements(case, each).found[:1]) for each in known[:MOST_TOLD]]
    lines = [
        sentence(f"{condition(teller, way)}, {that(scale, way[0].degree)} {teller.says(each)}")
        for each, way in ways
        if way and way[0].changes
    ]
    yield from [Block(Role.REASON, tuple(lines))] if lines else []


def _undecided(teller: Teller, asked: Quantified, found: Instances, supposed: bool) -> str:
    """Say what is open and who decides it, where nothing but that may hold; else nothing."""
    rulebase, graph = teller.case.rulebase, teller.case.graph
    known = [each for each in found.lacking if graph.number(each) is not None]
    undecided = [each for each in known if each in rulebase.question and _is_open(teller, each)]
    if not known or undecided != known or asked.quantity is Quantity.EVERY:
        return ""
    told = [f"whether {teller.says(each)}{_for_whom(teller, each)}" for each in undecided]
    lead = "it is open" if supposed else "that is an open question: nothing reported settles"
    return f"{lead} {series(told, 'or')}"


def _is_open(teller: Teller, question: Statement) -> bool:
    return teller.case.standing(question).status is Status.NOT_ESTABLISHED


def _for_whom(teller: Teller, question: Statement) -> str:
    by = teller.case.rulebase.controller(question)
    return f" (for {teller.speaker.name(by)} to decide)" if by else ""


def _told(teller: Teller, asked: Quantified, statements: Sequence[Statement]) -> str:
    """Tell how some statements stand: clause by clause, or of many whose names they are."""
    if _are_few(asked, statements):
        return _in_clauses([_that(teller, each) for each in statements])
    by_tag: dict[str, list[Statement]] = {}
    for each in statements:
        known = each.is_ground
        by_tag.setdefault(teller.tag(each) if known else "not established", []).append(each)
    return series(
        [f"{named(_names(teller.speaker, asked, told))} ({tag})" for tag, told in by_tag.items()]
    )


def _are_few(asked: Quantified, statements: Sequence[Statement]) -> bool:
    differ = sum(map(is_variable, asked.pattern.arguments)) > 1
    return len(statements) <= (MOST_DIFFERING if differ else MOST_TOLD)


def _names(speaker: Speaker, asked: Quantified, statements: Sequence[Statement]) -> list[str]:
    """Name each of whom some statements are, once."""
    place = asked.pattern.arguments.index(ASKED)
    return list(dict.fromkeys(speaker.name(each.arguments[place]) for each in statements))


def _in_clauses(clauses: Sequence[str]) -> str:
    """Join clauses; how they stand is said once where it is the same: `… that a, and that b`."""
    lead, that, _ = clauses[0].partition(" that ")
    if not that or not all(each.startswith(f"{lead} that ") for each in clauses):
        return series(clauses)
    return series([clauses[0], *(each.removeprefix(f"{lead} ") for each in clauses[1:])])


def _that(teller: Teller, statement: Statement) -> str:
    if statement.is_ground:
        return teller.that(statement)
    return f"it is not established that {teller.says(statement)}"


def _of(speaker: Speaker, asked: Quantified, words: str) -> str:
    return speaker.says(_put(speaker, asked, words))


def _put(speaker: Speaker, asked: Quantified, words: str) -> Statement:
    """Put words in the place of those asked after, and what a value is held against in its."""
    pattern, value = asked.pattern, asked.value
    if value is not None:
        slot = pattern.arguments[value.place]
        extreme = _EXTREMES.get((asked.quantity, _sort(speaker.rulebase, pattern, value.place)))
        than = f"{value.relation.removeprefix('is ')} {speaker.name(value.other)}"
        told = extreme or (than if value.relation else "")
        pattern = speaker.of(pattern, slot, told) if told else pattern
    return speaker.of(pattern, ASKED, words)


def _sort(rulebase: RuleBase, pattern: Statement, place: int) -> Sort:
    """Tell whether a day or a number stands in a place."""
    slot = rulebase.vocabulary.predicates[pattern.predicate].slots[place]
    return Sort.DATE if Sort.DATE.value in slot.kinds else Sort.NUMBER


def _but(speaker: Speaker, asked: Quantified) -> str:
    names = named([speaker.name(each) for each in asked.besides], "or")
    return f", besides {names}" if names else ""


def _called(rulebase: RuleBase, asked: Quantified, quantity: Quantity) -> str:
    """Return what is asked for, as the quantity has it: `which child`, `anyone`, `nothing`."""
    kinds = kinds_asked(rulebase.vocabulary, asked.pattern)
    known = rulebase.vocabulary.entities.values()
    people = PERSON in kinds or any(e.is_person for e in known if e.kind in kinds)
    if len(kinds) != 1 or kinds == {PERSON}:
        return (_SOMEONE if people else _SOMETHING)[quantity]
    return f"{_ONE_OF_A_KIND[quantity]} {next(iter(kinds)).replace('_', ' ')}"
