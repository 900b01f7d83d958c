"""Answers that list: about an entity, facts, conclusions, open questions, rules, scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from arguendo.explanation.conflicts import GivingWay
from arguendo.explanation.questions import open_questions
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Listing
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Entity, Statement
from arguendo.valuation import Basis, Status
from arguendo.wording import degrees
from arguendo.wording.deciding import who_could
from arguendo.wording.grammar import (
    bracketed,
    capital,
    cited,
    counted,
    in_all,
    is_long,
    marks,
    named,
    number,
    plural,
    quoted,
    sentence,
    tidy,
)
from arguendo.wording.page import Block, Role
from arguendo.wording.rulebook import some_rules
from arguendo.wording.shifts import assumed, shortened
from arguendo.wording.teller import Teller, reported_on

MOST_LINES = 12
"""Lines of one list in the short answer about an entity."""

MOST_ALIASES = 6


def describe(answer: Answer) -> Iterator[Block]:
    """Word what is known about an entity."""
    entity = answer.entity
    if entity is None:
        yield Block(Role.ANSWER, ("Nothing of that name is spoken of here.",))
        return
    teller = Teller(answer.case)
    about = cited(entity.about, entity.source) if entity.about else ""
    said = f"{capital(entity.name)}: {about}" if about else _how_much(teller, entity, answer.about)
    yield Block(Role.ANSWER, (said,))
    yield from knowledge(teller, answer.about, MOST_LINES)
    yield from _also_called(teller, entity)


_STANDS: Mapping[Basis | None, tuple[str, str]] = {
    Basis.FACT: ("is reported", "are reported"),
    Basis.RULE: ("follows", "follow"),
    Basis.ASSUMPTION: ("is assumed", "are assumed"),
    None: ("is open", "are open"),
}
"""How one thing stands, and how several do."""


def _how_much(teller: Teller, entity: Entity, about: Sequence[Statement]) -> str:
    """Say how much is known of an entity of which it is not told what it is."""
    bases = [teller.case.standing(statement).basis for statement in about]
    found = [(bases.count(basis), *verbs) for basis, verbs in _STANDS.items() if basis in bases]
    if not found:
        return sentence(f"nothing more is said here of {entity.name}")
    (first, one, several), *others = found
    said = [f"{counted(first, 'thing')} {one if first == 1 else several}"]
    said += [f"{number(n)} {single if n == 1 else plural}" for n, single, plural in others]
    return sentence(f"of {entity.name} {named(said)}")


def knowledge(
    teller: Teller, statements: Sequence[Statement], most: int | None = None
) -> Iterator[Block]:
    """List statements by what they are: reported, concluded, assumed, contested, open."""
    bases = {statement: teller.case.standing(statement) for statement in statements}
    contested = [s for s, stands in bases.items() if stands.status is Status.CONTESTED]

    def of(basis: Basis) -> list[Statement]:
        return [s for s, stands in bases.items() if stands.basis is basis and s not in contested]

    unknown = [s for s, stands in bases.items() if not stands.degree]
    for heading, lines in (
        ("What is reported", facts(teller, of(Basis.FACT))),
        ("What follows", [sentence(_concluded(teller, s)) for s in of(Basis.RULE)]),
        ("What is assumed", [sentence(teller.says(s)) for s in of(Basis.ASSUMPTION)]),
        ("What is contested", [sentence(teller.tagged(s)) for s in contested]),
        ("What is open", [teller.speaker.asks(s) for s in unknown]),
    ):
        if lines:
            yield Block(Role.LIST, tuple(shortened(lines, most)), heading)


def _concluded(teller: Teller, statement: Statement) -> str:
    """Affirm a conclusion, with its degree unless it plainly follows, as the heading says."""
    plain = degrees.follows(teller.scale, teller.case.standing(statement))
    return teller.says(statement) if plain else teller.tagged(statement)


def facts(teller: Teller, statements: Sequence[Statement]) -> list[str]:
    """Write facts a line each, with date and paragraphs; those that differ little become one."""
    found: list[str] = []
    reports: dict[tuple[str, tuple[str, ...]], list[Statement]] = {}
    for statement in statements:
        fact = teller.case.rulebase.fact[statement]
        day = reported_on(statement, fact.date)
        reports.setdefault((day, fact.source), []).append(statement)
    for (day, source), told in reports.items():
        place = bracketed(day, marks(source))
        found += [f"{line.removesuffix('.')}{place}." for line in teller.speaker.merged(told)]
    return found


def _also_called(teller: Teller, entity: Entity) -> Iterator[Block]:
    notes = []
    members = [teller.speaker.name(each) for each in entity.members]
    if members:
        notes.append(sentence(f"this stands for {named(members)}"))
    shown = [tidy(alias) for alias in entity.aliases[:MOST_ALIASES]]
    if shown:
        notes.append(sentence(f"also called {named(shown, 'or')}"))
    if notes:
        yield Block(Role.NOTE, tuple(notes))


def listing(answer: Answer) -> Iterator[Block]:
    """Word a list of what there is of one sort."""
    yield from _LISTS[answer.query.listing or Listing.CONCLUSIONS](answer)


def _facts(answer: Answer) -> Iterator[Block]:
    """List facts by the paragraph that reports them first."""
    case = answer.case
    teller = Teller(case)
    groups: dict[str, list[Statement]] = {}
    for statement in answer.about:
        source = case.rulebase.fact[statement].source
        groups.setdefault(source[0] if source else "", []).append(statement)
    total = in_all(len(answer.about), "fact")
    verb = "is" if len(answer.about) == 1 else "are"
    yield _answer(f"{total} {verb} reported")
    order = [*case.rulebase.paragraphs]
    for mark in sorted(groups, key=lambda mark: order.index(mark) if mark in order else -1):
        gist = tidy(case.rulebase.paragraphs.get(mark, ""))
        heading = f"{mark}: {gist}" if gist else mark or "Without a paragraph"
        yield Block(Role.LIST, tuple(facts(teller, groups[mark])), heading)
    yield from _not_in_force(teller, answer.about)


def _not_in_force(teller: Teller, statements: Iterable[Statement]) -> Iterator[Block]:
    """Say which facts assumptions set aside."""
    away = [
        s
        for s in statements
        if s in teller.case.displaced or teller.case.assumptions.get(s) == NONE
    ]
    if away:
        said = f"assumptions set aside {teller.speaker.thats(away)}"
        yield Block(Role.NOTE, (sentence(said),))


def _conclusions(answer: Answer) -> Iterator[Block]:
    """List conclusions by degree, strongest first; contested ones apart."""
    case, teller = answer.case, Teller(answer.case)
    count = len(answer.about)
    verb = "follows" if count == 1 else "follow"
    given = "the facts and what is assumed" if case.assumptions else "the facts"
    yield _answer(f"{in_all(count, 'conclusion')} {verb} from {given}")
    groups: dict[int, list[str]] = {}
    contested = []
    for statement in answer.about:
        standing = case.standing(statement)
        if standing.status is Status.CONTESTED:
            contested.append(sentence(teller.tagged(statement)))
        else:
            said = sentence(teller.says(statement))
            groups.setdefault(standing.degree, []).append(said)
    for degree in sorted(groups, reverse=True):
        heading = capital(degrees.plain(teller.scale, degree))
        yield Block(Role.LIST, tuple(groups[degree]), heading)
    if contested:
        yield Block(Role.LIST, tuple(contested), "Contested")


def _open(answer: Answer) -> Iterator[Block]:
    """List open questions by who decides them."""
    teller, goal = Teller(answer.case), answer.query.statement
    if goal is not None and goal in answer.case.rulebase.question:
        by = answer.case.rulebase.controller(goal)
        if by is not None:
            yield _answer(_for_one(teller, by, goal))
            return
    if answer.requirements is not None:
        yield from who_could(answer, answer.requirements)
        return
    count = len(answer.about)
    verb = "is" if count == 1 else "are"
    said = f"{in_all(count, 'question')} {verb} open" if count else "no question is open"
    yield _answer(said + _bearing_on(answer))
    groups: dict[str, list[str]] = {}
    for statement in answer.about:
        by = answer.case.rulebase.controller(statement)
        question = answer.case.rulebase.question.get(statement)
        heading = f"For {teller.speaker.name(by)} to decide" if by else "For nobody in particular"
        source = question.source if question else ()
        line = teller.speaker.asks(statement) + bracketed(marks(source))
        groups.setdefault(heading, []).append(line)
    for heading, lines in groups.items():
        yield Block(Role.LIST, tuple(lines), heading)


def _bearing_on(answer: Answer) -> str:
    """Say on whom or what open questions bear, where only such are told."""
    near, free = answer.query.near, open_questions(answer.case)
    if not near or len(answer.about) == len(free):
        return ""
    speaker = Teller(answer.case).speaker
    verb = "bears" if len(answer.about) == 1 else "bear"
    others = len(free) - len(answer.about)
    names = named([speaker.name(each) for each in near])
    return f" that {verb} on {names}; {number(others)} {'does' if others == 1 else 'do'} not"


def _for_one(teller: Teller, by: str, goal: Statement) -> str:
    """Say in whose hands something is."""
    name = teller.speaker.name(by)
    told, own = teller.speaker.to(goal), f"{name} to "
    begins = told.startswith(own)
    what = f"whether to {told.removeprefix(own)}" if begins else f"whether {teller.says(goal)}"
    return f"it is for {name} to decide {what}"


def _rules(answer: Answer) -> Iterator[Block]:
    """List the titles of the rules by topic, which is the name of the file they stand in."""
    query = answer.query
    if query.rule or query.statement or query.entity:
        yield from some_rules(answer)
        return
    if query.named:
        yield _answer(f"there is no rule {query.named}: there are {len(answer.items)}")
        return
    rules = [answer.case.rulebase.rule[each] for each in answer.items]
    count = len(rules)
    yield _answer(f"{in_all(count, 'rule')} {'carries' if count == 1 else 'carry'} the argument")
    groups: dict[str, list[str]] = {}
    for rule in rules:
        groups.setdefault(_topic(rule), []).append(cited(rule.title or rule.id, rule.source))
    for topic, lines in groups.items():
        yield Block(Role.LIST, tuple(lines), topic)


def _topic(rule: Rule) -> str:
    stem = PurePosixPath(rule.span.file).stem if rule.span else ""
    return capital(stem.replace("_", " ").replace("-", " "))


def _scenarios(answer: Answer) -> Iterator[Block]:
    scenarios = [answer.case.rulebase.scenario[each] for each in answer.items]
    count = len(scenarios)
    yield _answer(
        f"{in_all(count, 'scenario')} {'is' if count == 1 else 'are'} ready to be looked at"
    )
    lines = []
    case = answer.case
    as_it_is = case.assumptions == case.reset().assumptions
    where = "This is where we are" + ("." if as_it_is else ", but for what is supposed besides.")
    for scenario in scenarios:
        here = f" {where}" if scenario.id == case.scenario else ""
        lines.append(sentence(f"{scenario.title or scenario.id}. {tidy(scenario.about)}") + here)
    if lines:
        yield Block(Role.LIST, tuple(lines))


def _assumptions(answer: Answer) -> Iterator[Block]:
    """List what is assumed, in the order in which it was, with what the scenario brought apart."""
    case, teller = answer.case, Teller(answer.case)
    scenario = case.rulebase.scenario.get(case.scenario)
    given = {each.statement for each in scenario.assumptions} if scenario else set()
    own = [pair for pair in case.assumptions.items() if pair[0] not in given]
    brought = [pair for pair in case.assumptions.items() if pair[0] in given]
    if not own and not brought:
        yield _answer("nothing is assumed: only what is reported counts")
        return
    count = len(case.assumptions)
    yield _answer(f"{in_all(count, 'thing')} {'is' if count == 1 else 'are'} assumed")
    if own:
        yield Block(Role.LIST, tuple(assumed(teller, own)))
    if brought and scenario:
        heading = f"By the scenario “{tidy(scenario.title or scenario.id)}”"
        yield Block(Role.LIST, tuple(assumed(teller, brought)), heading)


def _entities(answer: Answer) -> Iterator[Block]:
    """List who and what is spoken of by kind, with what is told of each."""
    entities = answer.case.rulebase.vocabulary.entities
    kinds: dict[str, list[Entity]] = {}
    for each in answer.items:
        kinds.setdefault(entities[each].kind.replace("_", " "), []).append(entities[each])
    counts = [counted(len(found), kind) for kind, found in kinds.items()]
    yield _answer(f"this speaks of {named(counts)}" if counts else "nobody is spoken of here")
    for kind, found in kinds.items():
        lines = [_who(entity) for entity in found]
        yield Block(Role.LIST, tuple(lines), capital(plural(kind)))


def _who(entity: Entity) -> str:
    about = tidy(entity.about)
    return sentence(f"{capital(entity.name)}: {about}" if about else capital(entity.name))


def _conflicts(answer: Answer) -> Iterator[Block]:
    """Tell what holds together with its contrary, and which arguments give way to what."""
    found, teller = answer.conflicts, Teller(answer.case)
    if found is None:
        return
    pairs = [f"{teller.tagged(one)}; yet {teller.tagged(other)}" for one, other in found.contested]
    count = len(pairs)
    some = f"{in_all(count, 'conclusion')} {'is' if count == 1 else 'are'} contested"
    yield _answer(some if pairs else "no conclusion contradicts another")
    if pairs:
        lines = tuple(map(sentence, shortened(pairs, MOST_LINES)))
        yield Block(Role.LIST, lines, "What holds together with its contrary")
    if found.giving_way:
        told = [_giving_way(teller, each) for each in found.giving_way]
        yield Block(Role.LIST, tuple(shortened(told, MOST_LINES)), "Arguments that give way")
    yield from _not_in_force(teller, answer.case.displaced)


def _giving_way(teller: Teller, each: GivingWay) -> str:
    """Say what would follow, by which rule, and what it gives way to."""
    by = f" by {quoted(each.rule.title)}" if each.rule.title else ""
    held = [teller.speaker.all_of(each.blocked_by)] if each.blocked_by else []
    titles = [quoted(rule.title or rule.id) for rule in each.overridden_by]
    before = [f"{named(titles)} {'takes' if len(titles) == 1 else 'take'} precedence"]
    way = ", and ".join((*held, *(before if titles else ())))
    follows = f"it would follow{by} that {teller.says(each.claim)}"
    whole = sentence(f"{follows}, but {way}")
    return f"{sentence(follows)} {sentence(f'but {way}')}" if is_long(whole) else whole


_LISTS: Mapping[Listing, Callable[[Answer], Iterator[Block]]] = {
    Listing.FACTS: _facts,
    Listing.CONCLUSIONS: _conclusions,
    Listing.OPEN: _open,
    Listing.RULES: _rules,
    Listing.SCENARIOS: _scenarios,
    Listing.ASSUMPTIONS: _assumptions,
    Listing.ENTITIES: _entities,
    Listing.CONFLICTS: _conflicts,
}


def _answer(text: str) -> Block:
    return Block(Role.ANSWER, (sentence(text),))
