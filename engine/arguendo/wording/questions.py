"""Queries in words: what a question was understood to ask, and questions that could be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arguendo.explanation.requirements import Also
from arguendo.inquiry.query import Intent, Listing, Manner, Query, Step
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.vocabulary.words import in_words
from arguendo.wording import instances, values
from arguendo.wording.clauses import AUXILIARIES
from arguendo.wording.consultation import consult_in_words
from arguendo.wording.grammar import named, on_date, plural, quoted
from arguendo.wording.statements import Speaker

LISTINGS = {
    Listing.FACTS: "What are the facts?",
    Listing.CONCLUSIONS: "What are the conclusions?",
    Listing.OPEN: "What are the open questions?",
    Listing.RULES: "What are the rules?",
    Listing.SCENARIOS: "What are the scenarios?",
    Listing.ASSUMPTIONS: "What is assumed?",
    Listing.ENTITIES: "Who and what is spoken of?",
    Listing.CONFLICTS: "Which conclusions conflict?",
}
"""How each list is asked for, to the letter."""

_ALSO = {Also.FACTS: "if facts could be otherwise", Also.ANY: "if anything could change"}


def query_in_words(query: Query, rulebase: RuleBase) -> str:
    """Put a query as the question that it was understood to be."""
    asked = _QUESTIONS[query.intent](Speaker(rulebase), query)
    if not query.day or query.intent is Intent.ASSUME:
        return asked
    return f"{asked.removesuffix('?')}, by what was known {on_date(query.day)}?"


def _ask(speaker: Speaker, query: Query) -> str:
    if query.quantified is not None:
        return instances.in_words(speaker, query.quantified, query.denied)
    if query.value is not None:
        return values.asked(speaker, query)
    return _asked(speaker, query) or "Is it so?"


def _asked(speaker: Speaker, query: Query) -> str:
    """Ask whether a statement is so, or is not so; nothing where there is none."""
    if query.statement is None:
        return ""
    return asks_denied(speaker, query.statement) if query.denied else speaker.asks(query.statement)


def asks_denied(speaker: Speaker, goal: Statement) -> str:
    """Ask whether a statement is not so: `Does Ben not pay?`, or with the whole clause."""
    inverted = speaker.inverted(goal)
    if inverted is None:
        return f"Is it the case that {speaker.denies(goal)}?"
    verb, subject, rest = inverted
    return f"{verb[:1].upper()}{verb[1:]} {subject} not {rest}"


def _why(speaker: Speaker, query: Query) -> str:
    if query.number is not None:
        return f"Why step {query.number}?"
    if query.quantified is not None:
        asked = instances.in_words(speaker, query.quantified, query.denied)
        return f"{asked.removesuffix('?')}, and why?"
    return f"Why is it that {speaker.says(query.statement)}?" if query.statement else "Why?"


def _why_not(speaker: Speaker, query: Query) -> str:
    if query.statement is None:
        return "Why not?"
    return why_not(speaker, query.statement)


def why_not(speaker: Speaker, goal: Statement) -> str:
    """Ask why a statement does not hold: `Why does Ben not pay?`, or with the whole clause."""
    inverted = speaker.inverted(goal)
    if inverted is None:
        return f"Why is it not the case that {speaker.says(goal)}?"
    verb, subject, rest = inverted
    return f"Why {verb} {subject} not {rest}"


def what_if(speaker: Speaker, assume: Mapping[Statement, bool]) -> str:
    """Ask what would be if something were so."""
    return _conditional(speaker, assume, "")


def _conditional(speaker: Speaker, assume: Mapping[Statement, bool], asked: str) -> str:
    condition = speaker.all_put(assume) if assume else "everything stays as it is"
    if not asked:
        return f"What if {condition}?"
    first = asked.split(" ", 1)[0].casefold()
    lowered = first == "what" or first in AUXILIARIES
    return f"If {condition}, {asked[:1].lower() if lowered else asked[:1]}{asked[1:]}"


def _what_if(speaker: Speaker, query: Query) -> str:
    if query.quantified is not None:
        asked = instances.in_words(speaker, query.quantified, query.denied)
        return _conditional(speaker, query.assume, f"{asked[:1].lower()}{asked[1:]}")
    asked = _conditional(speaker, query.assume, _asked(speaker, query))
    return f"{_no_longer(speaker, query)}{asked}"


def what_would_it_take(speaker: Speaker, goal: Statement, fall: bool = False) -> str:
    """Ask what would make a statement hold, or fall."""
    if fall:
        return f"What would it take for it no longer to be so that {speaker.says(goal)}?"
    aim = speaker.to(goal)
    if aim:
        return f"What would it take for {aim}?"
    return f"What would have to happen so that {speaker.says(goal)}?"


def _requirements(speaker: Speaker, query: Query) -> str:
    if query.statement is None:
        return f"What could {speaker.name(query.by)} do?" if query.by else "What would it take?"
    asked = what_would_it_take(speaker, query.statement, query.fall)
    by = f", with {speaker.name(query.by)} alone" if query.by else ""
    also = "".join(f", {_ALSO[each]}" for each in Also if each in query.also)
    asked = f"{asked.removesuffix('?')}{by}{also}?"
    return _conditional(speaker, query.assume, asked) if query.assume else asked


def what_follows(speaker: Speaker, goal: Statement) -> str:
    """Ask what a statement leads to."""
    return f"What follows from it that {speaker.says(goal)}?"


def _follows(speaker: Speaker, query: Query) -> str:
    return what_follows(speaker, query.statement) if query.statement else "What follows?"


def _linchpins(speaker: Speaker, query: Query) -> str:
    if query.statement is None:
        return "What matters most?"
    return f"What matters most for whether {speaker.says(query.statement)}?"


def describe(speaker: Speaker, entity: str) -> str:
    """Ask who or what an entity is."""
    declared = speaker.rulebase.vocabulary.entities.get(entity)
    asked = "Who" if declared and declared.is_person else "What"
    return f"{asked} {'are' if declared and declared.plural else 'is'} {speaker.name(entity)}?"


def _describe(speaker: Speaker, query: Query) -> str:
    return describe(speaker, query.entity) if query.entity else "What is that?"


def _source(speaker: Speaker, query: Query) -> str:
    if query.number is not None:
        return f"Which paragraph supports step {query.number}?"
    if query.paragraph is not None:
        return f"What does {query.paragraph} say?"
    if query.statement is None:
        return "Where does it say so?"
    return f"Which paragraph says that {speaker.says(query.statement)}?"


def _recommend(speaker: Speaker, query: Query) -> str:
    about = f" about {named([speaker.name(each) for each in query.near])}" if query.near else ""
    if query.entity is None:
        return f"What should be done{about}?"
    return f"What should {speaker.name(query.entity)} do{about}?"


def _list(speaker: Speaker, query: Query) -> str:
    if query.rule is not None:
        rule = speaker.rulebase.rule.get(query.rule)
        return f"What does the rule {quoted((rule.title if rule else '') or query.rule)} say?"
    if query.listing is Listing.OPEN and query.near:
        return f"What is open for {named([speaker.name(each) for each in query.near])}?"
    if query.listing is Listing.OPEN and query.statement is not None:
        return f"Who has a say in whether {speaker.says(query.statement)}?"
    if query.manner is Manner.MEANING and query.statement is not None:
        return f"What is meant when it is said that {speaker.says(query.statement)}?"
    if query.listing is Listing.RULES and query.statement is not None:
        return f"Which rule says that {speaker.says(query.statement)}?"
    if query.listing is Listing.RULES and query.entity is not None:
        return f"Which rules mention {speaker.name(query.entity)}?"
    if query.listing is Listing.ENTITIES and query.near:
        entities = speaker.rulebase.vocabulary.entities
        kinds = dict.fromkeys(plural(entities[each].kind.replace("_", " ")) for each in query.near)
        return f"Which {named(list(kinds))} are spoken of?"
    return LISTINGS[query.listing or Listing.CONCLUSIONS]


def _when(speaker: Speaker, query: Query) -> str:
    lead = "Until when" if query.fall else "Since when"
    if query.statement is None:
        return f"{lead}?"
    asked = f"{lead} is it so that {speaker.says(query.statement)}?"
    if not query.assume:
        return asked
    return f"If {speaker.all_put(query.assume)}, {asked[:1].lower()}{asked[1:]}"


def _assume(speaker: Speaker, query: Query) -> str:
    if query.day:
        return f"As of {in_words(query.day)}."
    if query.day is not None:
        return "As of today."
    if query.assume:
        return f"{_no_longer(speaker, query)}Assume that {speaker.all_put(query.assume)}."
    return f"Begin with {_scenario(speaker, query.scenarios[0])}." if query.scenarios else "Assume."


def _retract(speaker: Speaker, query: Query) -> str:
    if query.back is Step.UNDO:
        return "Undo the last step."
    if query.back is Step.RESET:
        return "Start over."
    if query.assume:
        return f"Suppose away that {speaker.all_of(query.assume)}."
    if query.statement is None:
        return "Take that back."
    return f"No longer assume {speaker.thats(query.taken)}."


def _no_longer(speaker: Speaker, query: Query) -> str:
    """Order, before a supposition, what it takes back in the same step."""
    return f"No longer assume {speaker.thats(query.besides)}. " if query.besides else ""


def _compare(speaker: Speaker, query: Query) -> str:
    if query.statement is not None and query.rival is not None:
        one, other = speaker.says(query.statement), speaker.says(query.rival)
        return f"Which is likelier: that {one}, or that {other}?"
    on = f" in whether {speaker.says(query.statement)}" if query.statement else ""
    if query.two:
        one, other = map(speaker.name, query.two)
        return f"Compare {one} with {other}{on}."
    if len(query.scenarios) > 1:
        names = [_scenario(speaker, each) for each in query.scenarios[:2]]
        return f"Compare {names[0]} with {names[1]}{on}."
    if query.scenarios:
        return f"How does this differ from {_scenario(speaker, query.scenarios[0])}?"
    if query.cases:
        first, second = (
            speaker.all_put(each) if each else "nothing changes" for each in query.cases
        )
        return f"Compare the case where {first} with the case where {second}."
    if query.assume:
        return f"What would be different if {speaker.all_put(query.assume)}?"
    return "What has changed from the start?"


def _scenario(speaker: Speaker, scenario: str) -> str:
    declared = speaker.rulebase.scenario.get(scenario)
    return quoted((declared.title if declared else "") or scenario.replace("_", " "))


def _help(speaker: Speaker, query: Query) -> str:
    return "What is this about?" if query.manner is Manner.SUBJECT else "What can I ask?"


_QUESTIONS: Mapping[Intent, Callable[[Speaker, Query], str]] = {
    Intent.ASK: _ask,
    Intent.WHY: _why,
    Intent.WHY_NOT: _why_not,
    Intent.WHAT_IF: _what_if,
    Intent.WHAT_WOULD_IT_TAKE: _requirements,
    Intent.WHAT_FOLLOWS: _follows,
    Intent.LINCHPINS: _linchpins,
    Intent.DESCRIBE: _describe,
    Intent.SOURCE: _source,
    Intent.RECOMMEND: _recommend,
    Intent.LIST: _list,
    Intent.ASSUME: _assume,
    Intent.RETRACT: _retract,
    Intent.COMPARE: _compare,
    Intent.WHEN: _when,
    Intent.CONSULT: consult_in_words,
    Intent.HELP: _help,
    Intent.OUT_OF_SCOPE: lambda speaker, query: "Something else?",
}
