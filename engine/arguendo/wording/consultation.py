"""Consultations in words: questions, why they are asked, and what they came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.explanation.changes import Change
from arguendo.explanation.consultation import Consultation, Link, Part, Word
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Query
from arguendo.problems import printable
from arguendo.wording.grammar import counted, sentence
from arguendo.wording.obstacles import named_rule
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.rulings import ruling
from arguendo.wording.shifts import from_to
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller

HOW_TO_ANSWER = (
    "Answer yes, no or unknown. “Why” tells why this is asked, “back” takes the last answer back, "
    "and “stop” ends the questions."
)
SAYINGS = {
    Word.YES: "Yes.",
    Word.NO: "No.",
    Word.UNKNOWN: "I do not know.",
    Word.WHY: "Why do you ask?",
    Word.BACK: "Take that back.",
    Word.STOP: "Stop.",
    Word.GO_ON: "Continue.",
}


def consult(answer: Answer) -> Iterator[Block]:
    """Word a turn of a consultation: the next question, or what it all came to."""
    found = answer.consultation
    if found is None:
        return
    if found.is_over:
        yield from _outcome(answer, found)
        return
    teller = Teller(answer.case)
    told = tuple(_before(answer, found, teller))
    if told:
        yield Block(Role.REASON, told)
    yield Block(Role.ANSWER, (question(found),))
    if answer.query.word in (None, Word.GO_ON):
        yield Block(Role.NOTE, (HOW_TO_ANSWER,))


def question(found: Consultation) -> str:
    """Ask the question at hand, with its number; empty when there is none."""
    asked = found.next()
    if asked is None:
        return ""
    said = Speaker(found.case.rulebase).asks(asked.statement)
    return f"Question {len(found.answers) + 1}: {said}"


def reminded(page: Page, found: Consultation) -> Page:
    """Add to another answer that a question of a consultation waits."""
    if found.is_over:
        return page
    said = printable(f"We were at {_lower(question(found))}")
    return Page((*page.blocks, Block(Role.NOTE, (said, "Answer it, or say “continue”."))))


def compared(page: Page, answer: Answer, since: Sequence[Change]) -> Page:
    """Add to the outcome of a consultation what stands otherwise than when it was saved."""
    teller = Teller(answer.case)
    lines = tuple(printable(from_to(teller, change)) for change in since)
    if lines:
        return Page((*page.blocks, Block(Role.LIST, lines, "What has changed since then")))
    told = Block(Role.NOTE, ("Every conclusion is as it was when these answers were saved.",))
    return Page((*page.blocks, told))


def consult_in_words(speaker: Speaker, query: Query) -> str:
    """Put what is said in a consultation as a person would."""
    if query.word is not None:
        return SAYINGS[query.word]
    if query.statement is None:
        return "Help me find out whether it is so."
    return f"Help me find out whether {speaker.says(query.statement)}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _before(answer: Answer, found: Consultation, teller: Teller) -> Iterator[str]:
    """Say what comes before a question: how things stand, or why it is asked."""
    if answer.idle:
        yield "There is no answer to take back."
    elif found.told:
        yield why_asked(teller, found)
    elif answer.query.word is None:
        could = counted(len(found.remaining), "open question")
        yield sentence(f"as things stand, {teller.that(found.goal)}; {could} could change that")


def why_asked(teller: Teller, found: Consultation) -> str:
    """Tell one link of the chain from the question at hand to the goal."""
    chain = found.chain
    if found.told > len(chain):
        return sentence(f"that is your own question, whether {teller.says(found.goal)}")
    link = chain[found.told - 1]
    lead = "I ask because it" if found.told == 1 else "in turn, that"
    end = "; that is your question" if link.claim == found.goal else ""
    return sentence(f"{lead} {_bears(teller, link)}{end}")


def _bears(teller: Teller, link: Link) -> str:
    says = teller.says(link.claim)
    argument = f"the argument {named_rule(link.rule)}" if link.rule else ""
    if link.part is Part.GROUND:
        return f"is a ground of {argument}, which could show that {says}"
    if link.part is Part.REBUTTAL:
        return f"would stand in the way of {argument}, which could show that {says}"
    if link.part is Part.OVERRIDE:
        return f"decides whether another argument sets aside {argument}, which shows that {says}"
    return f"cannot go together with it that {says}"


def _outcome(answer: Answer, found: Consultation) -> Iterator[Block]:
    """Give the explained answer, and what it rests on of what was said."""
    yield from ruling(answer)
    lines = tuple(said(found))
    if lines:
        yield Block(Role.LIST, lines, "What you answered")
    yield Block(Role.NOTE, (_ending(found),))


def said(found: Consultation) -> Iterator[str]:
    """Write each answer of a consultation as a sentence."""
    speaker = Speaker(found.case.rulebase)
    for statement, word in found.answers:
        if word is Word.UNKNOWN:
            yield sentence(f"it is left open whether {speaker.says(statement)}")
        else:
            yield sentence(speaker.put(statement, word is Word.YES))


def _ending(found: Consultation) -> str:
    left = len(found.remaining)
    if left:
        return sentence(f"{counted(left, 'open question')} could still change that")
    if not found.answers and found.goal in found.case.rulebase.question:
        return "That is itself an open question, and no other bears on it."
    if not found.answers:
        return "No open question bears on that, so there is nothing to ask."
    if any(word is Word.UNKNOWN for _, word in found.answers):
        return "As long as that is left open, nothing else can change it."
    return "Nothing that is still open can change that."
