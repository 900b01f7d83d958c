"""What is understood to the letter: commands, choices by number, exact keys, strict sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from arguendo.conversation.context import Context
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.target import takes_up
from arguendo.conversation.statements import strict
from arguendo.conversation.statements.literals import ORDINALS
from arguendo.inquiry.query import Beyond, Intent, Listing, Query, Step
from arguendo.problems import closest
from arguendo.statements import Literal, Statement, parse_statement
from arguendo.wording.questions import LISTINGS

MOST_CHARACTERS = 1_000
"""Longer texts are no strict sentences."""

_NUMBERED = re.compile(
    r"(why|explain|source|cite)\s*(?:step|no\.?|number|#)?\s*#?(\d{1,4})\s*[?.!]*", re.I
)
_CHOICE = re.compile(
    r"(?:(?:option|number|no\.?|the)\s*)?#?([1-3]|first|second|third)(?:\s+one)?\s*[.!]*", re.I
)
_COMPARED = re.compile(
    r"compare\s+(?P<first>[\w-]+)\s+(?:and|with|to|against)\s+(?P<second>[\w-]+)\s*[?.!]*", re.I
)
_FALL = re.compile(
    r"what (?:would|could) make it (?:fall|false|no longer (?:hold|true|so)) that\s+", re.I
)
_SUPPOSING = re.compile(
    rf"(?:what if|(?P<order>{'|'.join(sorted(words_of('bids')))})(?: that)?) (?P<whole>.+)"
    r"|(?:even )?if (?P<given>.+), (?P<goal>(?:[^,]|, (?=and ))+)",
    re.I | re.S,
)
_JOINTS = re.compile(r",? (?:and|but) |, (?!and |but )", re.I)
LIKE_A_COMMAND = 70
"""How alike, of 100, a word must be to a command for that to be offered."""
MOST_JOINTS = 6
"""Places at which a text is cut into sentences."""
_EXPLAINING = (Intent.WHY, Intent.WHY_NOT)
"""What may be asked of a question: `why does Ben pay?`."""
_TAKES = "what would it take for "
_OF_SOMETHING = (Intent.ASK, Intent.CONSULT, Intent.WHEN, Intent.WHAT_FOLLOWS)
"""What has to be about a statement."""
_LEADS: Mapping[str, Intent] = {
    "why not": Intent.WHY_NOT,
    "why": Intent.WHY,
    "explain": Intent.WHY,
    "what would it take": Intent.WHAT_WOULD_IT_TAKE,
    "what would have to happen so that": Intent.WHAT_WOULD_IT_TAKE,
    "what follows from": Intent.WHAT_FOLLOWS,
    "linchpins": Intent.LINCHPINS,
    "source": Intent.SOURCE,
    "assume that": Intent.ASSUME,
    "assume": Intent.ASSUME,
    "suppose away": Intent.RETRACT,
    "retract": Intent.RETRACT,
    "ask": Intent.ASK,
    "is it true that": Intent.ASK,
    "is it the case that": Intent.ASK,
    "does it hold that": Intent.ASK,
    "is": Intent.ASK,
}

_LISTED = {asked.rstrip("?").casefold(): listing for listing, asked in LISTINGS.items()}


def read(context: Context, text: str) -> Query | None:
    """Understand a text that leaves no room for doubt, or return None."""
    said = text.strip()
    if not said or len(said) > MOST_CHARACTERS:
        return None
    if said[0] == "/":
        return command(context, said)
    if context.state.choices and (choice := _CHOICE.fullmatch(said)):
        number = ORDINALS.get(choice[1].casefold()) or int(choice[1])
        if number <= len(context.state.choices):
            return context.state.choices[number - 1]
    if step := _NUMBERED.fullmatch(said):
        source = step[1].casefold() in ("source", "cite")
        return Query(Intent.SOURCE if source else Intent.WHY, number=int(step[2]))
    if compared := _COMPARED.fullmatch(said):
        names = (compared["first"].casefold(), compared["second"].casefold())
        if all(name in context.case.rulebase.scenario for name in names):
            return Query(Intent.COMPARE, scenarios=names)
    return _sentence(context, said)


def _sentence(context: Context, said: str) -> Query | None:
    """Read an exact key or a strict sentence, alone or after a leading word."""
    plain = said.rstrip("?.! ")
    lowered = plain.casefold()
    for lead, intent in _LEADS.items():
        if lowered.startswith(f"{lead} "):
            about_it = plain[len(lead) :].lstrip(" :")
            literal = _strict(context, about_it)
            if literal is None and intent in _EXPLAINING:
                literal = strict.explained(context.case.rulebase.vocabulary, about_it)
            if literal is not None:
                return about(context, intent, literal)
    if lowered.startswith(_TAKES):
        literal = strict.brought_about(context.case.rulebase.vocabulary, plain[len(_TAKES) :])
        if literal is not None and literal.positive:
            return Query(Intent.WHAT_WOULD_IT_TAKE, literal.statement)
    if fall := _FALL.match(plain):
        literal = _strict(context, plain[fall.end() :])
        if literal is not None and literal.positive and context.holds(literal.statement):
            return Query(Intent.WHAT_WOULD_IT_TAKE, literal.statement, fall=True)
    if supposed := _supposed(context, plain, asks=said.endswith("?")):
        return supposed
    if lowered in _LISTED:
        return Query(Intent.LIST, listing=_LISTED[lowered])
    literal = _put(context, plain)
    return about(context, Intent.ASK, literal) if literal is not None else None


def _supposed(context: Context, text: str, asks: bool) -> Query | None:
    """Read `what if …`, `suppose …` and `if …, …?`, each part to the letter.

    An order that asks nothing sets what it supposes from then on.
    """
    asked = _SUPPOSING.fullmatch(text)
    if asked is None:
        return None
    if asked["whole"]:
        truth = _literals(context, asked["whole"])
        if not truth:
            return None
        if asked["order"]:
            return Query(Intent.WHAT_IF if asks else Intent.ASSUME, assume=truth)
        return Query(Intent.WHAT_IF, context.goal if takes_up(context, truth) else None, truth)
    about = _put(context, asked["goal"])
    truth = _literals(context, asked["given"]) if about is not None and about.positive else {}
    return Query(Intent.WHAT_IF, about.statement, truth) if about is not None and truth else None


def _literals(context: Context, text: str) -> dict[Statement, bool]:
    """Read strict sentences joined by *and* or *but*; none when one of them is not strict."""
    whole = _strict(context, text)
    if whole is not None:
        return {whole.statement: whole.positive}
    for joint in list(_JOINTS.finditer(text))[:MOST_JOINTS]:
        first = _strict(context, text[: joint.start()])
        rest = _literals(context, text[joint.end() :]) if first is not None else {}
        if first is not None and rest:
            return {first.statement: first.positive, **rest}
    return {}


def _put(context: Context, text: str) -> Literal | None:
    """Read a strict sentence, or a question that asks about it."""
    return _strict(context, text) or strict.asked(context.case.rulebase.vocabulary, text)


def _strict(context: Context, text: str) -> Literal | None:
    return strict.read(context.case.rulebase.vocabulary, text)


def about(context: Context, intent: Intent, literal: Literal) -> Query:
    """Build the query of an intent about a statement, affirmed or denied."""
    statement, positive = literal.statement, literal.positive
    if intent is Intent.ASSUME:
        return Query(intent, assume={statement: positive})
    if intent is Intent.RETRACT:
        return taken_back(context, literal)
    if intent is Intent.WHY and not positive:
        return Query(Intent.WHY_NOT, statement)
    return Query(intent, statement, denied=intent is Intent.ASK and not positive)


def taken_back(context: Context, literal: Literal, confidence: float = 1.0) -> Query:
    """Build the query that takes an assumption back, or supposes away what holds otherwise."""
    statement = literal.statement
    assumed = context.case.assumptions
    if statement in assumed or not context.holds(statement):
        return Query(Intent.RETRACT, statement, confidence=confidence)
    return Query(Intent.RETRACT, statement, assume={statement: False}, confidence=confidence)


def command(context: Context, said: str) -> Query:
    """Understand a slash command; of what is none of them the nearest is told."""
    name, _, argument = said[1:].partition(" ")
    plain = name.casefold().replace("_", "-")
    found = _COMMANDS.get(_ALSO.get(plain, plain))
    if found is not None:
        query = found.run(context, argument.strip())
        # What is said alone and means nothing so wants to be told how it is used.
        lost = query.intent is Intent.OUT_OF_SCOPE or query.intent in _OF_SOMETHING
        if argument.strip() or not lost or query.statement is not None:
            return query
        return Query(
            Intent.OUT_OF_SCOPE,
            beyond=Beyond.USAGE,
            named=f"/{_ALSO.get(plain, plain)}",
            notes=(found.argument.strip("[]"), found.tells.partition(";")[0]),
        )
    near = closest(plain, COMMANDS, LIKE_A_COMMAND)
    notes = (f"/{near}",) if near else ()
    return Query(Intent.OUT_OF_SCOPE, beyond=Beyond.COMMAND, named=f"/{name[:30]}", notes=notes)


def _about(intent: Intent) -> Callable[[Context, str], Query]:
    """Make a command about a statement: the one given, else the last."""

    def run(context: Context, argument: str) -> Query:
        if argument.isdigit() and intent in (Intent.WHY, Intent.SOURCE):
            return Query(intent, number=int(argument))
        if not argument:
            return Query(intent, context.goal)
        literal = literal_of(context, argument)
        if literal is None:
            return Query(Intent.OUT_OF_SCOPE)
        if intent in (Intent.WHY, Intent.WHY_NOT):
            return Query(intent, literal.statement)
        return about(context, intent, literal)

    return run


def literal_of(context: Context, text: str) -> Literal | None:
    """Read a sentence strictly, or leniently when it is not one."""
    strict = _strict(context, text.rstrip("?.! "))
    if strict is not None or parse_statement(text):
        return strict
    from arguendo.conversation.suppositions.assumptions import read_assumptions

    spans = [sentence.words for sentence in context.sentences(text)]
    truth = read_assumptions(context, spans).truth
    return next((Literal(s, positive) for s, positive in truth.items()), None)


def _assume(context: Context, argument: str) -> Query:
    from arguendo.conversation.suppositions.assumptions import read_assumptions

    strict = _strict(context, argument.rstrip("?.! "))
    if strict is not None:
        return Query(Intent.ASSUME, assume={strict.statement: strict.positive})
    spans = [sentence.words for sentence in context.sentences(argument)]
    truth = read_assumptions(context, spans).truth
    return Query(Intent.ASSUME, assume=truth) if truth else Query(Intent.OUT_OF_SCOPE)


def _suppose_away(context: Context, argument: str) -> Query:
    literal = literal_of(context, argument)
    if literal is None:
        return Query(Intent.OUT_OF_SCOPE)
    return Query(Intent.RETRACT, literal.statement, assume={literal.statement: False})


def _retract(context: Context, argument: str) -> Query:
    if not argument:
        latest = next(reversed(list(context.state.case.assumptions)), None)
        return Query(Intent.RETRACT, latest)
    literal = literal_of(context, argument)
    return Query(Intent.RETRACT, literal.statement if literal else None)


def _scenario(context: Context, argument: str) -> Query:
    from arguendo.conversation.readers.scenarios import find

    scenario = find(context, argument) if argument else None
    if scenario is None:
        return Query(Intent.LIST, listing=Listing.SCENARIOS)
    return Query(Intent.ASSUME, scenarios=(scenario,))


def _list(_: Context, argument: str) -> Query:
    listing = next((each for each in Listing if each.value.startswith(argument.casefold())), None)
    return Query(Intent.LIST, listing=listing if argument else Listing.CONCLUSIONS)


def _describe(context: Context, argument: str) -> Query:
    found = context.case.rulebase.vocabulary.entities_named(argument)
    return Query(Intent.DESCRIBE, entity=found[0].id) if found else Query(Intent.OUT_OF_SCOPE)


class Command(NamedTuple):
    """A slash command: what it does with its argument, and how help tells of it."""

    run: Callable[[Context, str], Query]
    argument: str
    tells: str


def _step(step: Step) -> Callable[[Context, str], Query]:
    return lambda _, __: Query(Intent.RETRACT, back=step)


_COMMANDS: Mapping[str, Command] = {
    "ask": Command(_about(Intent.ASK), "[SENTENCE]", "whether it holds; alone: the last one again"),
    "why": Command(_about(Intent.WHY), "[SENTENCE or STEP]", "why it holds"),
    "whynot": Command(_about(Intent.WHY_NOT), "[SENTENCE]", "why it does not hold"),
    "need": Command(_about(Intent.WHAT_WOULD_IT_TAKE), "[SENTENCE]", "what it would take"),
    "follows": Command(_about(Intent.WHAT_FOLLOWS), "[SENTENCE]", "what follows from it"),
    "linchpins": Command(_about(Intent.LINCHPINS), "[SENTENCE]", "what matters most for it"),
    "source": Command(_about(Intent.SOURCE), "[SENTENCE or STEP]", "where it is written"),
    "when": Command(_about(Intent.WHEN), "[SENTENCE]", "since when it is known"),
    "consult": Command(_about(Intent.CONSULT), "[SENTENCE]", "be asked what bears on it"),
    "who": Command(_describe, "NAME", "what is known of someone"),
    "what": Command(_describe, "NAME", "what is known of something"),
    "assume": Command(_assume, "SENTENCE", "take it as given from here on"),
    "suppose-away": Command(_suppose_away, "SENTENCE", "take it not to be so"),
    "retract": Command(_retract, "[SENTENCE]", "take an assumption back; alone: the latest"),
    "scenario": Command(_scenario, "NAME", "go on from a scenario"),
    "list": Command(_list, "[facts, open, rules …]", "list what the argument has"),
    "undo": Command(_step(Step.UNDO), "", "take the last change back"),
    "reset": Command(_step(Step.RESET), "", "take all changes back"),
    "help": Command(lambda _, __: Query(Intent.HELP), "", "what one can ask"),
}
_ALSO: Mapping[str, str] = {"why-not": "whynot"}
"""Other spellings of commands."""
COMMANDS: tuple[str, ...] = tuple(_COMMANDS)
"""The names of all slash commands."""


def told_commands() -> tuple[tuple[str, str], ...]:
    """Return each command as one types it, with what it does."""
    return tuple(
        (f"/{name} {each.argument}".rstrip(), each.tells) for name, each in _COMMANDS.items()
    )
