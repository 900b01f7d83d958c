"""Line mode without a terminal: one turn is a pure step from talk and text to talk and page."""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.conversation.dialogue import converse
from arguendo.conversation.readers.exact import COMMANDS, told_commands
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent, Manner
from arguendo.rulebase import RuleBase
from arguendo.vocabulary import Form
from arguendo.wording.page import Block, Page, Role

LEAVING = ("/quit", "/exit", "/q", "quit", "exit", "bye")
UNFOLDING = ("/full", "/more", "more", "full")
EXPORTING = "/export"
OWN_COMMANDS = ("/full", EXPORTING, "/quit")
SHORTEST = 2
"""Letters from which on a word is completed."""


@dataclass(frozen=True)
class Talk:
    """A conversation, and the last reply for what refers to it."""

    state: State
    last: Reply | None = None


def failed_inside(error: Exception) -> str:
    """Say that the program itself failed at something."""
    return f"That failed inside the program ({type(error).__name__}: {error})"


def turn(talk: Talk, text: str) -> tuple[Talk, Page | None]:
    """Take one line; no page means that the person leaves."""
    said = text.strip()
    word = said.casefold()
    if not said:
        return talk, Page(())
    if word in LEAVING:
        return talk, None
    if word in UNFOLDING:
        return talk, _unfolded(talk)
    question = asked(talk, said)
    if question is None:
        return talk, _note(f"There is no suggestion {said}.")
    state, reply = converse(talk.state, question)
    page = shown(reply)
    if question != said:
        page = Page((Block(Role.NOTE, (f"→ {question}",)), *page.blocks))
    return Talk(state, reply), page


def asked(talk: Talk, text: str) -> str | None:
    """Return the question that a line puts; None when the program itself answers the line."""
    said = text.strip()
    if not said or said.casefold() in (*LEAVING, *UNFOLDING) or exports(said) is not None:
        return None
    picked = _picked(talk, said)
    return None if picked == "" else picked or said


def exports(text: str) -> str | None:
    """Return the file that a line asks to write the conversation to; empty where it names none."""
    name, _, file = text.strip().partition(" ")
    return file.strip() if name.casefold() == EXPORTING else None


def shown(reply: Reply) -> Page:
    """Return a reply's page with the questions to ask next, unless numbers now pick a reading."""
    blocks = list(reply.page.without(Role.SUGGESTION).blocks)
    query = reply.answer.query
    if query.intent is Intent.HELP and query.manner is not Manner.SUBJECT:
        told = (
            "/full tells the whole reasoning behind the last answer, /quit leaves.",
            "/export FILE writes the conversation to a file (.md, .html or .json).",
        )
        lines = tuple(f"{typed}: {does}" for typed, does in told_commands())
        blocks.append(Block(Role.LIST, lines, "Commands, for those who prefer them"))
        blocks.append(Block(Role.NOTE, (*told, "A number picks a suggestion.")))
    if reply.suggestions and not query.clarify:
        blocks.append(Block(Role.SUGGESTION, reply.suggestions, "You could ask"))
    return Page(tuple(blocks))


def greeting(rulebase: RuleBase) -> Page:
    """Say what one can talk about, and how."""
    return Page(
        (
            Block(Role.ANSWER, (rulebase.title or rulebase.name,)),
            Block(Role.NOTE, ("Ask in your own words. /help says more, /quit leaves.",)),
        )
    )


def prompt(state: State) -> str:
    """Say where the talk stands: the scenario, how many assumptions were added, the day."""
    case = state.current
    scenario = case.rulebase.scenario.get(case.scenario)
    own = {each.statement: each.degree for each in scenario.assumptions} if scenario else {}
    made = sum(own.get(statement) != degree for statement, degree in case.assumptions.items())
    day = f" as of {case.as_of}" if case.as_of else ""
    return f"{case.scenario}{f' +{made}' if made else ''}{day}> "


def phrases(rulebase: RuleBase) -> tuple[str, ...]:
    """List what a line can be completed to: open questions as sentences, names of entities."""
    vocabulary = rulebase.vocabulary
    found = [vocabulary.say(q.statement, Form.ASKS) for q in rulebase.questions]
    found += [vocabulary.say(question.statement) for question in rulebase.questions]
    found += [entity.name.removeprefix("the ") for entity in vocabulary.entities.values()]
    return tuple(dict.fromkeys(found))


def completions(rulebase: RuleBase, text: str) -> tuple[int, list[str]]:
    """Complete a line: return how many of its last letters are replaced, and by what."""
    if text.startswith("/"):
        return _of_command(rulebase, text)
    known = phrases(rulebase)
    for start, letter in enumerate(text):
        begun = text[start:].casefold()
        if letter.isspace() or (start and not text[start - 1].isspace()) or len(begun) < SHORTEST:
            continue
        found = [each for each in known if each.casefold().startswith(begun)]
        if found:
            return len(begun), found
    return 0, []


def _of_command(rulebase: RuleBase, text: str) -> tuple[int, list[str]]:
    name, space, argument = text.partition(" ")
    if not space:
        commands = sorted({*(f"/{each}" for each in COMMANDS), *OWN_COMMANDS})
        return len(text), [each for each in commands if each.startswith(text.casefold())]
    if name == "/scenario":
        return len(argument), [each for each in rulebase.scenario if each.startswith(argument)]
    return completions(rulebase, argument) if not argument.startswith("/") else (0, [])


def _picked(talk: Talk, said: str) -> str | None:
    """Return the suggestion picked by number, empty for one that is not there, else None."""
    if not said.isdecimal() or talk.state.choices or talk.last is None:
        return None
    number = int(said)
    suggestions = talk.last.suggestions
    return suggestions[number - 1] if 0 < number <= len(suggestions) else ""


def _unfolded(talk: Talk) -> Page:
    if talk.last is None or not talk.last.detail.blocks:
        return _note("There is nothing more to tell.")
    return talk.last.detail


def _note(text: str) -> Page:
    return Page((Block(Role.NOTE, (text,)),))
