"""`arguendo understand`: how a question is understood, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import (
    RuleBaseOption,
    ScenarioOption,
    Status,
    chosen_folder,
    open_case,
)

if TYPE_CHECKING:
    from arguendo.conversation.tracing import Heard, Sign, Trace

EXAMPLES = """Examples:

  arguendo understand "Is it going to work?"

  arguendo understand --json "If they agree, why would it fail?"
"""


def run(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question, or anything.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    scenario: ScenarioOption = None,
    rule_base: RuleBaseOption = None,
) -> int:
    """Show how a question is understood, stage by stage.

    Told are assumptions, intent, entities, statements, ranking and confidence; nothing is answered.

    Exit status: 0 understood, 1 out of scope or in need of clarifying, 2 wrong
    usage, 3 the rule base has errors.
    """
    case = open_case(chosen_folder(context, rule_base), scenario, as_json=as_json)
    from arguendo.conversation.state import State
    from arguendo.conversation.tracing import traced
    from arguendo.inquiry.query import Intent

    trace, query = traced(State(case), question)
    if as_json:
        from arguendo.export.wire import encode

        print(encode(trace))
    else:
        from arguendo.problems import printable
        from arguendo.wording.questions import query_in_words

        meant = query_in_words(query, case.rulebase)
        print("\n".join(map(printable, [*_lines(trace), f"meant: {meant}"])))
    lost = query.clarify or query.intent is Intent.OUT_OF_SCOPE
    return Status.UNANSWERED if lost else Status.ANSWERED


def _lines(trace: Trace) -> Iterator[str]:
    """Tell the stages, each with its name."""
    yield f"text: {trace.text}"
    if trace.letter:
        yield "understood to the letter, or by a rule without doubt"
    for each in trace.assumptions:
        yield f"assumes: {each}"
    for each in trace.questions:
        yield f"asks: {each}"
    told = "; ".join(f"“{cue.words}” speaks for {cue.intent}" for cue in trace.cues)
    yield f"intent: {trace.intent}{f' ({told})' if told else ''}"
    yield from _likely(trace)
    for named in trace.entities:
        yield f"entity: “{named.words}” is {' or '.join(named.entities)}"
    for heard in trace.statements:
        yield from _heard(heard)
    for place, ranked in enumerate(trace.ranking, 1):
        yield f"ranking: {place}. {ranked.statement} ({ranked.score:g})"
    asks = "; asks back" if trace.clarify else ""
    yield f"confidence: {trace.confidence:g}{asks}"
    for each in trace.alternatives:
        yield f"or: {each}"


def _likely(trace: Trace) -> Iterator[str]:
    """Tell how likely the intents are, and what speaks most for the first."""
    for place, each in enumerate(trace.intents, 1):
        because = f" (for it: {_signs(each.signs)})" if each.signs else ""
        yield f"likely: {place}. {each.intent} {each.probability:.0%}{because}"


def _signs(signs: Sequence[Sign]) -> str:
    return ", ".join(f"“{sign.shows}” {sign.weight:+.1f}" for sign in signs)


def _heard(heard: Heard) -> Iterator[str]:
    yield f"statement: {'' if heard.holds else 'not '}{heard.statement}"
    if heard.phrase:
        yield f"  heard as “{heard.phrase}”"
    if heard.hinted:
        yield f"  hinted at by {_signs(heard.hinted)}"
    for taken in heard.taken:
        why = f" (both mean {taken.meaning})" if taken.meaning else ""
        yield f"  took “{taken.words}” as “{taken.as_words}”{why}"
