"""What an author would want to know about the word under the cursor, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from arguendo.language_server.mentions import Mention
from arguendo.language_server.snapshot import Snapshot
from arguendo.language_server.spots import Spot
from arguendo.problems import printable
from arguendo.reading.guide import KEY_GUIDES, SECTION_GUIDES, Guide
from arguendo.reading.shapes import Role
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Predicate, Statement

MOST_LISTED = 8
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def help_on(snapshot: Snapshot, file: str, offset: int) -> tuple[str, int, int] | None:
    """Return what there is to say about a place, and the stretch of text that it is about."""
    mention = snapshot.mention_at(file, offset)
    if mention:
        said = _of_mention(mention, snapshot.known)
        return (said, mention.start, mention.end) if said else None
    spot = snapshot.spot_at(file, offset)
    guide = guide_of(spot) if spot else None
    if spot is None or guide is None:
        return None
    return _guide(spot.node.text, guide), *snapshot.places(file).stretch(spot.node.span)


def guide_of(spot: Spot) -> Guide | None:
    """Return the guide to a key or a section."""
    if spot.role is not None:
        return None
    if spot.table:
        return KEY_GUIDES[spot.table].get(spot.node.text)
    return SECTION_GUIDES.get(spot.node.text)


def _guide(key: str, guide: Guide) -> str:
    examples = ", ".join(map(_code, guide.examples))
    return _page(f"**{_text(key)}**: {_text(guide.title)}", _text(guide.about), examples)


def _of_mention(mention: Mention, known: RuleBase) -> str:
    if mention.what is Role.STATEMENT:
        predicate = known.vocabulary.predicates.get(mention.id)
        return _statement(predicate, mention.statement, known) if predicate else ""
    if mention.what is Role.ENTITY:
        return _entity(mention.id, known)
    if mention.what is Role.RULE:
        rule = known.rule.get(mention.id)
        return _rule(rule, known) if rule else ""
    if mention.what is Role.MARK:
        said = known.paragraphs.get(mention.id, "")
        return _page(f"**{_text(mention.id)}**", _text(said)) if said else ""
    if mention.what is Role.SOURCE:
        return _source(mention.id, known)
    return _scenario(mention.id, known)


def _statement(predicate: Predicate, said: Statement | None, known: RuleBase) -> str:
    slots = ", ".join(
        f"{slot.name}: {' or '.join(slot.kinds) or 'any'}" for slot in predicate.slots
    )
    affirmed = "" if said is None else _code(said.key)
    rules = known.rules_for.get(predicate.id, ())
    uses = [rule for rule in known.rules if predicate.id in set(_rests_on(rule))]
    return _page(
        affirmed or _code(f"{predicate.id}({slots})"),
        f"says: {_text(predicate.says)}",
        f"denies: {_text(predicate.denies)}" if predicate.denies else "",
        f"one value: {_text(', '.join(predicate.one))}" if predicate.one else "",
        _code(f"{predicate.id}({slots})") if affirmed else "",
        _listed("Concluded by", [rule.id for rule in rules]) or "No rule concludes it.",
        _listed("Used by", [rule.id for rule in uses]),
        *_reports(predicate, said, known),
    )


def _rests_on(rule: Rule) -> Iterator[str]:
    """List the predicates that a rule uses, in its grounds or its rebuttals."""
    for branch in rule.branches:
        yield from (ground.predicate for ground in branch.grounds)
        for blocker in branch.blockers:
            yield from (literal.statement.predicate for literal in blocker.literals)


def _reports(predicate: Predicate, said: Statement | None, known: RuleBase) -> Iterator[str]:
    """Say what facts and open questions there are, about the very statement or of its sort."""
    for fact in known.facts:
        if _is_meant(fact.statement, predicate, said):
            told = (_of(fact.statement, said, known), fact.date or "", *fact.source)
            yield _dashed("**Fact**", told)
    for question in known.questions:
        if _is_meant(question.statement, predicate, said):
            by = f"decided by {known.vocabulary.name(question.by)}" if question.by else ""
            told = (_of(question.statement, said, known), by, *question.source)
            yield _dashed("**Open question**", told)


def _is_meant(one: Statement, predicate: Predicate, said: Statement | None) -> bool:
    if said is not None:
        return said.match(one) is not None
    return one.predicate == predicate.id


def _of(one: Statement, said: Statement | None, known: RuleBase) -> str:
    return "" if one == said else known.vocabulary.say(one)


def _entity(id: str, known: RuleBase) -> str:
    entity = known.vocabulary.entities.get(id)
    if entity is None:
        return ""
    members = [known.vocabulary.name(member) for member in entity.members]
    return _page(
        f"**{_text(entity.name)}** ({_text(entity.kind)}), {_code(entity.id)}",
        _text(entity.about),
        _listed("Also called", entity.aliases),
        _listed("Stands for", members),
        _listed("Source", entity.source),
    )


def _rule(rule: Rule, known: RuleBase) -> str:
    say = known.vocabulary.say
    return _page(
        f"**{_text(rule.title)}**, {_code(rule.id)}",
        *(f"→ {_text(say(claim))}" for claim in rule.claims),
        f"qualifier: {_text(known.scale.word(rule.qualifier) or '')}",
        _text(rule.because),
        _listed("Source", rule.source),
        _listed("Overrides", rule.overrides),
    )


def _source(id: str, known: RuleBase) -> str:
    source = next((source for source in known.sources if source.id == id), None)
    if source is None:
        return ""
    told = _dashed(", ".join(map(_text, source.authors)), (source.date or "",))
    return _page(f"**{_text(source.title)}**, {_code(id)}", told)


def _scenario(id: str, known: RuleBase) -> str:
    found = next((each for each in (*known.scenarios, *known.tests) if each.id == id), None)
    if found is None:
        return ""
    assumed = [known.vocabulary.say(each.statement) for each in found.assumptions if each.degree]
    return _page(
        f"**{_text(found.title)}**, {_code(id)}", _text(found.about), _listed("Assumes", assumed)
    )


def _listed(title: str, items: Iterable[str]) -> str:
    """Write a title and a list in one line, empty when there is nothing in it."""
    found = list(items)
    more = f", and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    shown = ", ".join(map(_text, found[:MOST_LISTED]))
    return f"**{title}:** {shown}{more}" if found else ""


def _dashed(head: str, parts: Iterable[str]) -> str:
    told = ", ".join(_text(part) for part in parts if part)
    return ": ".join(part for part in (head, told) if part)


def _page(*paragraphs: str) -> str:
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _text(text: str) -> str:
    """Write a text from a file so that Markdown leaves it as it is."""
    return _SIGNS.sub(r"\\\1", printable(" ".join(text.split())))


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', ' ')}`"
