"""Answers to what lies beyond an argument: kindly, why, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Beyond
from arguendo.problems import printable
from arguendo.statements import Sort, Statement, sort_of
from arguendo.vocabulary.words import in_words
from arguendo.wording.asides import not_understood
from arguendo.wording.grammar import named, quoted, sentence, tidy
from arguendo.wording.page import Block, Role
from arguendo.wording.shifts import shortened
from arguendo.wording.statements import Speaker
from arguendo.wording.suggestions import main_goal
from arguendo.wording.teller import Teller

_COURTESIES = frozenset(
    {
        *(Beyond.GREETING, Beyond.THANKS, Beyond.FAREWELL, Beyond.ASSENT, Beyond.IDLE),
        *(Beyond.REJECTED, Beyond.WHICH, Beyond.UNANSWERED),
    }
)
MOST_FIGURES = 6
"""Figures that are offered where one was asked for that was not found."""
_ABOUT = frozenset({None, Beyond.GREETING, Beyond.ERRAND, Beyond.ELSEWHERE, Beyond.MACHINE})
"""Where it helps to hear what the argument is about."""


def out_of_scope(answer: Answer) -> Iterator[Block]:
    """Say kindly why a text is no question to this argument; suggestions say what one can ask."""
    kind = answer.query.beyond
    yield Block(Role.ANSWER, (sentence(_WHY[kind](answer) if kind else _outside(answer)),))
    lines = []
    near = [
        Speaker(answer.case.rulebase).name(each)
        for each in answer.query.near
        if each in answer.case.rulebase.vocabulary.entities
    ]
    if near and kind not in _COURTESIES:
        lines.append(sentence(f"the argument does speak of {named(near[:3])}"))
    if kind in _ABOUT and not near:
        lines += about(answer)
    if kind is Beyond.USAGE and (used := _used(answer)):
        lines.append(used)
    if lines:
        yield Block(Role.REASON, tuple(lines))
    if kind is Beyond.NUMBER:
        yield from _figures(answer)


def _held(answer: Answer) -> list[Statement]:
    """List what holds and has a day or number, what is of whom the text names if there is any."""
    near, graph = {*answer.query.near}, answer.case.graph.statements
    held = [each for each in graph if _has_figure(each) and answer.case.holds(each)]
    return [each for each in held if near.intersection(each.arguments)] or held


def _figure(answer: Answer) -> str:
    """Say that no figure was found; where there are others, one of them may have been meant."""
    if not _held(answer):
        return "no such figure was found in this argument"
    return "either this argument has no such figure, or it was not understood which one is meant"


def _figures(answer: Answer) -> Iterator[Block]:
    """List the days and numbers that hold, those of whom the text names if there are any."""
    teller, told = Teller(answer.case), _held(answer)
    if not told:
        yield Block(Role.NOTE, (sentence("it tells what is so and how likely, not how much"),))
        return
    lines = [sentence(teller.tagged(each)) for each in told]
    yield Block(Role.LIST, tuple(shortened(lines, MOST_FIGURES)), "Days and numbers that it has")


def _has_figure(statement: Statement) -> bool:
    return any(sort_of(term) in (Sort.NUMBER, Sort.DATE) for term in statement.arguments)


def about(answer: Answer) -> tuple[str, ...]:
    """Say what the rule base is about, as its author put it."""
    rulebase = answer.case.rulebase
    said = rulebase.about or (f"It is about {quoted(rulebase.title)}" if rulebase.title else "")
    return (sentence(tidy(said)),) if said else ()


def _outside(answer: Answer) -> str:
    return f"that lies outside what can be answered from this argument{_title(answer)}"


def _title(answer: Answer) -> str:
    title = answer.case.rulebase.title
    return f", {quoted(title)}" if title else ""


def _greeting(answer: Answer) -> str:
    return f"hello: ask what you like about this argument{_title(answer)}"


def _later(answer: Answer) -> str:
    rulebase, year = answer.case.rulebase, answer.query.named
    days = [source.date for source in rulebase.sources if source.date]
    made = f", which is of {in_words(max(days))}" if days else ""
    what = f"{year} lies" if year else "that lies"
    return f"{what} after this argument{made}: what came later is not in it"


def _elsewhere(answer: Answer) -> str:
    name = answer.query.named
    return f"this argument does not speak of {quoted(printable(name)) if name else 'that'}"


def _command(answer: Answer) -> str:
    meant = f"; did you mean {answer.query.notes[0]}" if answer.query.notes else ""
    end = "?" if meant else "; /help lists those that there are"
    return f"there is no command {quoted(printable(answer.query.named))}{meant}{end}"


def _usage(answer: Answer) -> str:
    name, use = printable(answer.query.named), answer.query.notes
    how = f": {name} {use[0]} ({use[1]})" if len(use) == 2 else ""
    return f"after {quoted(name) if name else 'a command'} comes what it is about{how}"


def _used(answer: Answer) -> str:
    """Show how a command is used, with what the rule base at hand speaks of."""
    rulebase, wanted = answer.case.rulebase, answer.query.notes[:1]
    speaker, goal = Speaker(rulebase), main_goal(answer)
    if wanted == ("NAME",):
        names = [*(goal.arguments if goal else ()), *rulebase.vocabulary.entities]
        named = (speaker.name(each) for each in names if each in rulebase.vocabulary.entities)
        told = next(named, "")
    else:
        open_first = [*rulebase.question, *rulebase.fact]
        usual = [*([goal] if goal else ()), *open_first]
        found = {
            "/assume": open_first,
            "/suppose-away": [*rulebase.fact, *usual],
            "/when": [*rulebase.fact, *usual],
        }.get(answer.query.named, usual)
        told = speaker.says(found[0]) if found else ""
    return printable(f"For example: {answer.query.named} {told}") if told and wanted else ""


def _unclear(answer: Answer) -> str:
    """Ask for other words for what was to be supposed, or for all that was said."""
    parts = answer.query.unread
    what = not_understood(parts) if parts else "that was not understood"
    return f"{what}: please put it in other words"


def _fixed(text: str) -> Callable[[Answer], str]:
    return lambda _: text


_WHY: Mapping[Beyond, Callable[[Answer], str]] = {
    Beyond.GREETING: _greeting,
    Beyond.THANKS: _fixed("you are welcome"),
    Beyond.FAREWELL: _fixed("goodbye"),
    Beyond.ASSENT: _fixed("good; ask on whenever you like"),
    Beyond.IDLE: _fixed("nothing is running that could be stopped"),
    Beyond.WHICH: _fixed("which of them: please say its number"),
    Beyond.REJECTED: _fixed("then please put it in other words"),
    Beyond.UNANSWERED: _fixed("there is no answer yet to tell in another way: ask something first"),
    Beyond.UNCLEAR: _unclear,
    Beyond.ORDERS: _fixed(
        "this program answers from the rules of its argument only, whatever a text tells it to do"
    ),
    Beyond.MACHINE: _fixed(
        "this is a program that reasons by rules somebody wrote down; about itself there is "
        "nothing more to tell"
    ),
    Beyond.OPINION: _fixed(
        "that asks for an opinion, and this program has none: it tells what the argument comes to"
    ),
    Beyond.ERRAND: _fixed(
        "that is not what this program does: "
        "it tells what one argument says, and what follows from it"
    ),
    Beyond.LATER: _later,
    Beyond.ELSEWHERE: _elsewhere,
    Beyond.NUMBER: _figure,
    Beyond.COMMAND: _command,
    Beyond.USAGE: _usage,
}
