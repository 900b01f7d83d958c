"""Readers of what sets the stage: suppositions, assumptions, what is taken back, comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation import followups, headline, scenarios, target
from arguendo.conversation.assumptions import Assumed, read_assumptions
from arguendo.conversation.confidence import threshold
from arguendo.conversation.exact import taken_back
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.segments import Stance
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.conversation.words import Sentence, Word
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Literal

LIKELY = 0.6
"""How likely it must be that a plain supposition is to stand, or takes something away."""
PLAINLY = 0.7
"""How much of a supposition and of the text must fit each other for no doubt to be left."""
FEW = 5
"""Words among which `if` stands where a turn begins with it."""
_BEFORE_IF = ("what", "and", "but", "so", "even", "ok", "then")
_OPEN_ENDS = ("then", "what", "happens", "happen", "next")
PLAIN = 4.0
"""The score from which on even a short question is about a statement of its own."""


def compares(said: Utterance) -> Query:
    """Read a comparison of scenarios, or of the case with and without assumptions."""
    found = scenarios.named(said.context, said.said)
    if found:
        return said.sure_of(Query(Intent.COMPARE, scenarios=found[:2]))
    return said.sure_of(Query(Intent.COMPARE, assume=_all(said).truth))


def retracts(said: Utterance) -> Query | None:
    """Read an order to take back an assumption, or to suppose a fact away."""
    found = followups.retract(said.context, said.said)
    if found is not None:
        return said.sure_of(found)
    if said.parts.stance is not None:
        return None
    truth = _all(said).truth
    mine = [statement for statement in truth if statement in said.context.state.case.assumptions]
    chosen = next(iter(mine or truth), None)
    return said.sure_of(taken_back(said.context, Literal(chosen))) if chosen else None


def assumes(said: Utterance) -> Query | None:
    """Read `assume that …`: what is to stand from here on."""
    assumed = said.assumed if said.parts.assumed else _all(said)
    if not assumed.truth:
        return None
    return _surely(said, Query(Intent.ASSUME, assume=assumed.truth), assumed)


def plainly(said: Utterance) -> Query | None:
    """Read `suppose the courts were dry`: a supposition to the letter, and nothing else."""
    parts = said.parts
    if parts.weighs and said.assumed.truth:
        return _weighs(said)
    alone = parts.stance is Stance.WHAT_IF and not parts.rest
    other = max(map(said.likely.of, (Intent.ASSUME, Intent.RETRACT)))
    if not alone or other > LIKELY or said.assumed.fits < PLAINLY:
        return None
    return _what_if(said.wants(Intent.WHAT_IF), Intent.WHAT_IF, said.assumed, [])


def _weighs(said: Utterance) -> Query:
    """Read `does it matter whether …`: what is so already tells by being supposed away."""
    context, truth = said.context, said.assumed.truth
    if all(true == context.holds(statement) for statement, true in truth.items()):
        truth = {statement: not true for statement, true in truth.items()}
    assumed = replace(said.assumed, truth=truth)
    rest = [sentence for sentence in said.parts.rest if any(said.mentions(sentence))]
    return _what_if(said.wants(Intent.WHAT_IF), Intent.WHAT_IF, assumed, rest)


def _all(said: Utterance) -> Assumed:
    """Read all that is said as assumptions."""
    return read_assumptions(said.context, [sentence.words for sentence in said.said])


def supposes(said: Utterance, intent: Intent = Intent.WHAT_IF) -> Query | None:
    """Read `if …, would …?`; or plain sentences before a question, when that is likeliest."""
    parts, assumed = said.parts, said.assumed
    if parts.stance is None or not assumed.truth:
        return _declares(said) if intent is Intent.WHAT_IF else None
    rest = [each for each in parts.rest if len(each) > 1 or (each.asks and said.mentions(each))]
    if rest and not _bears(said, assumed, rest):
        return None
    return _what_if(said, intent, assumed, rest)


def assumed_by(said: Utterance) -> Assumed:
    """Read what a text assumes that is known to assume something."""
    return read_assumptions(said.context, spans_of(said))


def spans_of(said: Utterance) -> list[tuple[Word, ...]]:
    """Return the pieces of a text that may say what it assumes."""
    parts = said.parts
    told = [*parts.declared, *(s.words for s in parts.rest if not s.asks)]
    return parts.assumed or told or [s.words for s in parts.rest]


def _bears(said: Utterance, assumed: Assumed, rest: Sequence[Sentence]) -> bool:
    """Tell whether what is assumed could bear on what is asked, if both are conclusions.

    `Is there anything in it for them if they agree?` supposes nothing: it only says when.
    """
    context = said.context
    if any(
        context.is_open(s) or context.is_fact(s) or not context.is_derived(s) for s in assumed.truth
    ):
        return True
    readings = said.readings(Intent.WHAT_IF, rest)
    if not readings:
        return True
    return target.depends(context, assumed.truth, readings[0].statement)


def _declares(said: Utterance) -> Query | None:
    """Read plain sentences before a question as assumptions, when all of them are open."""
    questions = [sentence for sentence in said.parts.rest if sentence.asks]
    if not _could_be_so(said, said.declared):
        return None
    return _what_if(said, Intent.WHAT_IF, said.declared, questions)


def _could_be_so(said: Utterance, assumed: Assumed) -> bool:
    """Tell whether what is declared is not how things stand, but could be."""
    context = said.context
    differs = [s for s, true in assumed.truth.items() if true != context.holds(s)]
    usual = [s for s in assumed.truth if s not in differs and not context.is_open(s)]
    return assumed.score >= LEAST and not usual and any(map(context.is_open, differs))


def _what_if(said: Utterance, intent: Intent, assumed: Assumed, rest: Sequence[Sentence]) -> Query:
    """Complete a supposition with what is asked about it."""
    adds = said.parts.adds
    query = Query(intent, assume=assumed.truth, adds=adds)
    goal = said.context.goal
    readings = said.readings(intent, rest, assumed.truth) if rest else []
    readings = [reading for reading in readings if reading.statement not in assumed.truth]
    bare = _is_bare(rest) and not any(map(said.mentions, rest))
    weak = bool(readings) and readings[0].score < PLAIN
    if goal is not None and ((bare and weak) or _is_elliptical(rest)):
        readings = []
    vague = all(r.traits and r.traits.wordless for r in readings)
    main = headline.under(said, rest, assumed.truth) if rest and vague and not goal else None
    if main is not None:
        return _surely(said, replace(query, statement=main), assumed)
    if readings:
        return said.about(query, readings, assumed)
    taken_up = not rest and _takes_up(said, assumed)
    follows = (rest or adds) and not said.parts.open_end
    statement = goal if follows or taken_up else None
    return _surely(said, replace(query, statement=statement), assumed)


def _takes_up(said: Utterance, assumed: Assumed) -> bool:
    """Tell whether `what if …?` is about the last statement, which it bears on."""
    words = [word.text for sentence in said.said for word in sentence.words]
    places = [p for p, word in enumerate(words[:FEW]) if word == "if"]
    open_end = not places or (places[0] > 0 and words[places[0] - 1] not in _BEFORE_IF)
    if open_end or words[-1] in _OPEN_ENDS:
        return False
    return target.takes_up(said.context, assumed.truth)


def _surely(said: Utterance, query: Query, assumed: Assumed) -> Query:
    """Tell how sure a reading is that rests on what is assumed."""
    sure = round(said.sure(query, (), assumed), 2)
    return replace(query, confidence=sure, clarify=sure < threshold())


def _is_elliptical(rest: Sequence[Sentence]) -> bool:
    """Tell whether a question has no verb of its own: `will they?`."""
    lists = word_lists()
    words = [word.text for sentence in rest for word in sentence.words]
    return bool(words) and all(word in lists.auxiliaries | lists.pronouns for word in words)


def _is_bare(rest: Sequence[Sentence]) -> bool:
    """Tell whether a question says next to nothing of its own: `does he come now?`."""
    small = word_lists().stop
    content = [word for sentence in rest for word in sentence.words if word.text not in small]
    return len(content) <= 1
