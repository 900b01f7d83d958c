"""Readers of what sets the stage: suppositions, assumptions, what is taken back, comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.ranking.confidence import threshold
from arguendo.conversation.readers import (
    concluding,
    exchanging,
    headline,
    revoking,
    trailing,
)
from arguendo.conversation.readers.exact import taken_back
from arguendo.conversation.segmentation import conditions, elliptical, orders
from arguendo.conversation.segmentation.segments import Stance
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions import surmise
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Literal, Statement

LIKELY = 0.6
"""How likely it must be that a plain supposition is to stand, or takes something away."""
SURELY = 0.75
"""How likely it must be that something is supposed which is only to be surmised."""
PLAINLY = 0.7
"""How much of a supposition and of the text must fit each other for no doubt to be left."""
UNDERSTOOD = 0.22
"""How much of what is supposed beside another question must fit, or it is only told: of a story."""
PLAIN = 4.0
"""The score from which on even a short question is about a statement of its own."""
FEW = 5
"""Words among which `if` stands where a turn begins with it."""
_BEFORE_IF = words_of("before_if")
_IFS = words_of("ifs")
_OPENLY = words_of("whatever_happens")
"""Words that ask for whatever happens then, where no statement is named."""
_OPEN_ENDS = words_of("open_ends")


def retracts(said: Utterance) -> Query | None:
    """Read an order to take back an assumption, or to suppose a fact away."""
    found = revoking.retract(said.context, said.said)
    if found is not None:
        return said.sure_of(found)
    if said.parts.stance is not None:
        return None
    assumed = _all(said)
    truth = assumed.truth
    away = revoking.supposed_away(said.context, assumed)
    if away is not None:
        return said.sure_of(away)
    mine = [statement for statement in truth if statement in said.context.state.case.assumptions]
    if not mine:
        mine = revoking.held(said.context, [each.words for each in said.said], assumed)
    chosen = next(iter(mine or truth), None)
    if chosen is None and said.likely.of(Intent.RETRACT) >= LIKELY:
        chosen = surmise.in_force(said.context, [sentence.words for sentence in said.said])
    return said.sure_of(taken_back(said.context, Literal(chosen))) if chosen else None


def only_affirms(said: Utterance) -> bool:
    """Tell whether a text says what is a fact, and nothing else: `past talks failed`."""
    if said.parts.stance is not None or revoking.retract(said.context, said.said) is not None:
        return False
    assumed = _all(said)
    told = assumed.truth.items()
    facts = bool(told) and all(true and said.context.is_fact(each) for each, true in told)
    return facts and assumed.fits >= PLAINLY


def assumes(said: Utterance) -> Query | None:
    """Read `assume that …`: what is to stand from here on."""
    assumed = said.assumed if said.parts.assumed else _all(said)
    if not assumed.truth and said.parts.assumed:
        assumed = surmise.read(said.context, said.parts.assumed, (), None)
    if not assumed.truth:
        return None
    assumed = exchanging.only(said, assumed, None)
    return _surely(said, Query(Intent.ASSUME, assume=assumed.truth), assumed)


def plainly(said: Utterance) -> Query | None:
    """Read `suppose the courts were dry`: a supposition to the letter, and nothing else."""
    parts = said.parts
    if parts.weighs and said.assumed.truth:
        return _weighs(said)
    alone = parts.stance is Stance.WHAT_IF and (not parts.rest or _ask_if_it_matters(parts.rest))
    trailed = trailing.question(said) if alone and not parts.rest else None
    if trailed is not None:
        return _what_if(said.wants(Intent.WHAT_IF), Intent.WHAT_IF, *trailed)
    stays = orders.bids(said.said) and not parts.open_end and not parts.rest
    if alone and stays and said.assumed.fits >= PLAINLY:
        return assumes(said.wants(Intent.ASSUME))
    other = max(map(said.likely.of, (Intent.ASSUME, Intent.RETRACT)))
    if not alone or other > LIKELY or said.assumed.fits < PLAINLY:
        return None
    return _what_if(said.wants(Intent.WHAT_IF), Intent.WHAT_IF, said.assumed, parts.rest)


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
        return (_declares(said) or _anyhow(said)) if intent is Intent.WHAT_IF else None
    rest = [each for each in parts.rest if len(each) > 1 or _asks_a_word(said, each)]
    if rest and not _ask_if_it_matters(rest) and not _bears(said, assumed, rest):
        sure = intent is Intent.WHAT_IF and said.likely.of(intent) >= SURELY
        return _what_if(said, intent, assumed, rest) if sure else None
    return _what_if(said, intent, assumed, rest)


def beside(said: Utterance, intent: Intent) -> Query | None:
    """Read what is supposed beside `why …?` or `what would it take …?`: what is yet to be seen.

    Of a fact or a conclusion an *if* there only says that it is known: `if he is so rich, why …?`.
    """
    context = said.context
    told = said.assumed.truth
    if any(map(context.is_fact, told)) or said.assumed.fits < UNDERSTOOD:
        return None
    known = any(map(context.is_derived, told)) and not any(map(context.is_open, told))
    if known and intent is not Intent.WHEN:
        return None
    return supposes(said, intent)


def _asks_a_word(said: Utterance, sentence: Sentence) -> bool:
    """Tell whether a question of one word names something: `pressure?`, not `so?`."""
    if not sentence.asks:
        return False
    if any(said.mentions(sentence)):
        return True
    assumed = said.assumed.truth
    readings = said.readings(Intent.WHAT_IF, [sentence], assumed)
    first = next(iter(readings), None)
    if first is None:
        return False
    return first.score >= PLAIN or target.depends(said.context, assumed, first.statement)


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
    """Read what no *if* opens as assumptions: the first way to part the text that makes sense.

    What is asked hangs on what is assumed then; where nothing does, marks alone part the text.
    """
    found = conditions.partings(said.parts, said.context.index.names)
    tried = list(islice(found, conditions.MOST_TRIED))
    plain: Query | None = None
    for parting in tried:
        assumed = read_assumptions(said.context, parting.assumed, _beside(said, parting))
        if not _could_be_so(said, assumed):
            continue
        asked = () if _asks_openly(said, parting.asked) else parting.asked
        confirms = concluding.asked(said, Intent.WHAT_IF, assumed, asked) if asked else None
        if confirms or _hangs(said, assumed, asked):
            return _what_if(said, Intent.WHAT_IF, assumed, asked)
        open_end = not asked or (parting.plain and not elliptical.has_no_verb(asked))
        if plain is None and open_end:
            plain = _what_if(said, Intent.WHAT_IF, assumed, asked)
    return plain or _surmises(said, tried)


def _surmises(said: Utterance, tried: Sequence[conditions.Parting]) -> Query | None:
    """Read conditions that say little as what the question hangs on."""
    opened = bool(said.parts.assumed)
    if said.likely.of(Intent.WHAT_IF) < (LIKELY if opened else SURELY):
        return None
    for parting in tried[: conditions.MOST_SURMISED]:
        asked = () if _asks_openly(said, parting.asked) else parting.asked
        readings = said.readings(Intent.WHAT_IF, asked) if asked else []
        if asked and not readings:
            continue
        statement = readings[0].statement if readings else None
        beside = _beside(said, parting)
        assumed = surmise.read(said.context, parting.assumed, beside, statement, opened)
        if assumed.truth:
            return _what_if(said, Intent.WHAT_IF, assumed, asked)
    return None


def _anyhow(said: Utterance) -> Query | None:
    """Read what nothing seems to hang on, where all else speaks for a supposition.

    Who supposes what is so already, in whatever words, supposes it away: `the fear removed, …`.
    """
    if said.likely.of(Intent.WHAT_IF) < SURELY:
        return None
    first: Query | None = None
    for parting in islice(_partings(said), conditions.MOST_TRIED):
        asked = () if _asks_openly(said, parting.asked) else parting.asked
        readings = said.readings(Intent.WHAT_IF, asked) if asked else []
        if asked and not readings:
            continue
        assumed = _loosely(said, parting, _first(readings))
        if assumed.truth and _hangs(said, assumed, asked):
            return _what_if(said, Intent.WHAT_IF, assumed, asked)
        if assumed.truth and first is None:
            first = _what_if(said, Intent.WHAT_IF, assumed, asked)
    return first


def _loosely(said: Utterance, parting: conditions.Parting, asked: Statement | None) -> Assumed:
    """Read what a text assumes by whatever it is most like; what is so already is denied."""
    context, beside = said.context, _beside(said, parting)
    assumed = read_assumptions(context, parting.assumed, beside)
    if not assumed.truth:
        assumed = surmise.loosely(context, parting.assumed, beside)
    truth = {s: true for s, true in assumed.truth.items() if s != asked}
    if all(true and context.holds(s) and not context.is_open(s) for s, true in truth.items()):
        truth = {each: False for each in truth if asked is not None}
    return replace(assumed, truth=truth)


def _partings(said: Utterance) -> Iterator[conditions.Parting]:
    yield from conditions.partings(said.parts, said.context.index.names)
    yield from conditions.at_marks(said.parts)


def _first(readings: Sequence[Reading]) -> Statement | None:
    return readings[0].statement if readings else None


def _beside(said: Utterance, parting: conditions.Parting) -> list[tuple[Word, ...]]:
    """Return the pieces that tell of whom a condition speaks: of `if she does`, all of the text."""
    words = [word.text for words in said.parts.assumed for word in words]
    points = not target.POINTING.isdisjoint(words)
    return [each.words for each in (said.said if points else parting.asked)]


def _asks_openly(said: Utterance, asked: Sequence[Sentence]) -> bool:
    """Tell whether a question is for whatever happens then: `what changes`, `who is hit?`."""
    first = asked[0].words[0].text if len(asked) == 1 and asked[0].words else ""
    if first not in _OPENLY or said.mentions(asked[0]):
        return False
    readings = said.readings(Intent.WHAT_IF, asked)
    return not readings or readings[0].score < PLAIN


def _hangs(said: Utterance, assumed: Assumed, asked: Sequence[Sentence]) -> bool:
    """Tell whether what is asked hangs on what is assumed."""
    readings = said.readings(Intent.WHAT_IF, asked, assumed.truth)
    statement = next((reading.statement for reading in readings), None)
    if statement is None or statement in assumed.truth:
        return False
    return target.depends(said.context, assumed.truth, statement)


def _could_be_so(said: Utterance, assumed: Assumed) -> bool:
    """Tell whether something of what is declared is not how things stand, or could be otherwise."""
    context = said.context
    told = assumed.truth.items()
    least = LEAST if said.likely.of(Intent.WHAT_IF) >= LIKELY else PLAIN
    return max(assumed.scores.values(), default=assumed.score) >= least and any(
        true != context.holds(statement) or context.is_open(statement) for statement, true in told
    )


def _what_if(said: Utterance, intent: Intent, assumed: Assumed, rest: Sequence[Sentence]) -> Query:
    """Complete a supposition with what is asked about it."""
    if intent is Intent.WHAT_IF and _ask_if_it_matters(rest):
        return _on_whatever(said, assumed)
    adds = said.parts.adds or _asks_if_still(said, rest)
    goal = said.context.goal
    readings = said.readings(intent, rest, assumed.truth) if rest else []
    if intent is not Intent.WHAT_IF and readings:  # `you refuse to say so: why?`
        assumed = _without(assumed, readings[0].statement)
    before = assumed.truth
    concluded = concluding.asked(said, intent, assumed, rest)
    if concluded is not None:
        return _confirms(said, assumed, concluded)
    first = next((reading.statement for reading in readings), goal)
    assumed = exchanging.only(said, assumed, first, readings)
    if assumed.truth != before and rest:
        readings = said.readings(intent, rest, assumed.truth)
    query = Query(intent, assume=assumed.truth, adds=adds)
    readings = [reading for reading in readings if reading.statement not in assumed.truth]
    bare = elliptical.is_bare(rest) and not any(map(said.mentions, rest))
    weak = bool(readings) and readings[0].score < PLAIN
    if goal is not None and ((bare and weak) or elliptical.has_no_verb(rest)):
        readings = []
    vague = all(r.traits and r.traits.wordless for r in readings)
    main = headline.under(said, rest, assumed.truth) if rest and vague and not goal else None
    if main is not None:
        return _surely(said, replace(query, statement=main), assumed)
    if readings:
        return said.about(query, readings, assumed)
    taken_up = not rest and _takes_up(said, assumed)
    follows = (rest or adds) and not said.parts.open_end
    statement = target.thread(said.context, assumed.truth) if follows or taken_up else None
    query = replace(query, statement=statement)
    return _surely(said, query, assumed)


def _asks_if_still(said: Utterance, rest: Sequence[Sentence]) -> bool:
    """Tell whether it is asked what is *still* so, on top of what is supposed already."""
    is_supposed = said.context.state.supposed is not None
    return is_supposed and any(word.text == "still" for each in rest for word in each.words)


def _ask_if_it_matters(rest: Sequence[Sentence]) -> bool:
    """Tell whether what is asked says no more than `would it matter?` of what is supposed."""
    said = ([word.text for word in each.words] for each in rest)
    return bool(rest) and all(sayings.is_one(words, "mattering", "words") for words in said)


def _on_whatever(said: Utterance, assumed: Assumed) -> Query:
    """Put a supposition to the last conclusion if that hangs on it, else to all there is."""
    context, assumed = said.context, exchanging.only(said, assumed, None)
    goal = context.conclusion
    if goal and (goal in assumed.truth or not context.is_derived(goal)):
        goal = None
    hangs = goal is not None and target.depends(context, assumed.truth, goal)
    query = Query(Intent.WHAT_IF, goal if hangs else None, assumed.truth, adds=said.parts.adds)
    return _surely(said, query, assumed)


def _confirms(said: Utterance, assumed: Assumed, asked: Statement) -> Query:
    """Read what a text tells as following from the rest as what it asks about."""
    assumed = exchanging.only(said, _without(assumed, asked), asked)
    query = Query(Intent.WHAT_IF, asked, assumed.truth, adds=said.parts.adds)
    return _surely(said, query, assumed)


def _without(assumed: Assumed, asked: Statement) -> Assumed:
    """Leave out of what is assumed what is asked about."""
    return replace(assumed, truth={s: t for s, t in assumed.truth.items() if s != asked})


def _takes_up(said: Utterance, assumed: Assumed) -> bool:
    """Tell whether `what if …?` is about the last statement, which it bears on."""
    words = [word.text for sentence in said.said for word in sentence.words]
    places = [p for p, word in enumerate(words[:FEW]) if word in _IFS]
    open_end = not places or (places[0] > 0 and words[places[0] - 1] not in _BEFORE_IF)
    if open_end or words[-1] in _OPEN_ENDS:
        return False
    return target.takes_up(said.context, assumed.truth)


def _surely(said: Utterance, query: Query, assumed: Assumed) -> Query:
    """Tell how sure a reading is that rests on what is assumed."""
    sure = round(said.sure(query, (), assumed), 2)
    return replace(query, confidence=sure, clarify=sure < threshold())
