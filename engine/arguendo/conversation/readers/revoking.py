"""What is taken back: `scratch that`, `forget the first one`, `strike the rain from the record`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import standing
from arguendo.conversation.ranking.owing import obliges
from arguendo.conversation.readers.exact import taken_back
from arguendo.conversation.segmentation import orders, segments
from arguendo.conversation.state import State
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement

SEVERAL = 4.0
"""The score from which on a fact is meant that is named beside another."""
PLAINLY = 4.0
"""The score from which on it is plain what some words are about."""
HARDLY = 1.0
"""The score from which on words tell what is meant of the little that is assumed."""
NEARLY = 0.6
"""How near a score must come to that of what some words fit best, for a fact, or what is assumed,
to be meant."""
SPOKEN = 2.4
"""The score from which on something that holds is spoken of by who takes something back."""
MOST_OFFERED = 3
"""Assumptions that are offered where more are counted than there are."""
MOST_WORDS = 14
"""Words of an order to go back to how everything is without what is supposed."""
NEVER = 0.01
"""How likely it is that what nobody assumed is taken back."""
_PLEASANTRIES = words_of("pleasantries")
_STAGE = (Intent.ASSUME, Intent.RETRACT)


def back(context: Context, said: Sequence[Sentence]) -> Query | None:
    """Read `undo`, `start over`, `scratch that`, `forget the first one`."""
    words = [w for s in said for w in s.words if w.text not in _PLEASANTRIES]
    stems = [w.stem for w in words]
    asks = any(sentence.asks for sentence in said)
    if any(_asks_after(sentence) for sentence in said):
        return None
    if not asks and _goes_home(context, words) and _again(context, words) is None:
        return Query(Intent.RETRACT, back=Step.RESET)
    if not 0 < len(stems) <= 6:
        return None
    named = (
        _again(context, words)
        or _never_made(context, words)
        or _ordinal(context, stems)
        or _named(context, [w.text for w in words], stems)
    )
    if named is not None:
        return named
    small = lexicon.word_lists().stop
    spoken = words[-1].text not in small and stems[-1] in context.index.vocabulary
    whole = set(range(len(stems)))
    for name, step in (("reset", Step.RESET), ("undo", Step.UNDO)):
        for cue in cues.group("retract", name).find(stems):
            left = whole - set(cue.places)
            if left <= {len(stems) - 1} and not (left and spoken):
                return undone(context) if step is Step.UNDO else Query(Intent.RETRACT, back=step)
    return undone(context) if _puts_back(context, words) else None


def _goes_home(context: Context, words: Sequence[Word]) -> bool:
    """Read `put everything back to how it was in the article`: nothing stays that is supposed."""
    if not 0 < len(words) <= MOST_WORDS or any(word.before for word in words[1:]):
        return False
    texts, small = [word.text for word in words], lexicon.word_lists().stop
    place = next((p for p, text in enumerate(texts) if text in words_of("homeward")), len(texts))
    before, after = texts[:place], texts[place + 1 :]
    meant = any(text in words_of("wholly") for text in texts)
    meant = meant or any(text in words_of("home") for text in after)
    if place == len(texts) or not meant or context.index.names.find(texts):
        return False
    goes, home = words_of("going") | small, words_of("home") | words_of("at_home") | small
    return all(text in goes for text in before) and all(text in home for text in after)


def _again(context: Context, words: Sequence[Word]) -> Query | None:
    """Read `put it back`: what was last taken back is assumed again."""
    if not _puts_back(context, words):
        return None
    answers = (turn.answer for turn in reversed(context.state.turns))
    last = next((each for each in answers if each.query.intent in _STAGE), None)
    if last is None or last.query.intent is not Intent.RETRACT or last.query.assume:
        return None
    before = last.before.assumptions
    gone = {s: d > NONE for s, d in before.items() if s not in last.case.assumptions}
    gone = {s: true for s, true in gone.items() if s not in context.case.assumptions}
    return Query(Intent.ASSUME, assume=gone, confidence=0.9) if gone else None


def _never_made(context: Context, words: Sequence[Word]) -> Query | None:
    """Read an order to take back what was left out as not understood: `scrap the oil part`."""
    opens = cues.group("retract", "opens").find([word.stem for word in words])
    opener = {place for cue in opens for place in cue.places}
    small = lexicon.word_lists().stop | words_of("assumed_things")
    rest = (word for p, word in enumerate(words) if p not in opener and word.text not in small)
    unread = {stem(word) for q in context.queries for each in q.unread for word in each.split()}
    named = {word.stem for word in rest} if opens else set()
    return Query(Intent.RETRACT, confidence=0.9) if named and named <= unread else None


def _puts_back(context: Context, words: Sequence[Word]) -> bool:
    """Tell whether words say no more than that something is to be as it was."""
    stems = [word.stem for word in words]
    found = cues.group("revoking", "returns").find(stems)
    if not any(cue.end == len(words) for cue in found) or context.index.names.find(stems):
        return False
    if obliges([word.text for word in words]):
        return False  # `must we give it back?` asks
    taken = {place for cue in found for place in cue.places}
    small = lexicon.word_lists().stop
    return all(word.text in small for place, word in enumerate(words) if place not in taken)


def _named(context: Context, words: Sequence[str], stems: Sequence[str]) -> Query | None:
    """Read `forget that about Anna`: the last assumption that speaks of who is named."""
    opens = [cue for cue in cues.group("retract", "opens").find(stems) if not cue.start]
    mentions = context.index.names.find(words)
    if not opens or not mentions:
        return None
    taken = {p for cue in opens for p in cue.places}
    taken |= {p for mention in mentions for p in range(mention.start, mention.end)}
    small = lexicon.word_lists().stop
    if any(word not in small for p, word in enumerate(words) if p not in taken):
        return None
    named = [entity for mention in mentions for entity in mention.entities[:1]]
    made = [s for s in context.case.assumptions if all(e in s.arguments for e in named)]
    if not made and not context.index.names.people.issuperset(named):
        return None  # a thing may stand for what is said of it: `forget the stripes`
    if not made and any(set(named) <= set(fact.arguments) for fact in context.case.facts):
        return None  # and so may somebody for what is reported of him
    return Query(Intent.RETRACT, made[-1] if made else None, confidence=0.9)


def undone(context: Context) -> Query:
    """Build the query that takes the last step back, with what it takes back where that is one."""
    case = context.case
    before = case.undo().assumptions
    taken = [s for s, degree in case.assumptions.items() if before.get(s) != degree]
    return Query(Intent.RETRACT, taken[0] if len(taken) == 1 else None, back=Step.UNDO)


def _ordinal(context: Context, stems: Sequence[str]) -> Query | None:
    """Read `forget the first one`: an assumption by its place; back where there are not so many."""
    if not cues.group("retract", "opens").find(stems):
        return None
    meant = placed(context, stems)
    if meant is not None:
        return Query(Intent.RETRACT, meant, confidence=0.95)
    if _place(context, stems) is None:
        return None
    made = list(context.case.assumptions)
    if not made:
        return undone(context)
    others = tuple(Query(Intent.RETRACT, each) for each in made[-MOST_OFFERED:-1][::-1])
    return Query(Intent.RETRACT, made[-1], confidence=0.5, clarify=True, alternatives=others)


def placed(context: Context, stems: Sequence[str]) -> Statement | None:
    """Return the assumption that words name by its place: `the first one`."""
    at, made = _place(context, stems), list(context.case.assumptions)
    return made[at] if at is not None and -len(made) <= at < len(made) else None


def _place(context: Context, stems: Sequence[str]) -> int | None:
    """Return the place that words name, from 0, or back from -1."""
    table = lexicon.listed(lexicon.cues()["retract"]["ordinals"])
    places = {stem(word.strip()): int(at) for word, _, at in (e.partition("=") for e in table)}
    if _names_one(context, stems, places):
        return None
    ends = (set(stems[place + 1 :]) <= words_of("assumed_as") for place in range(len(stems)))
    named = (each for each, last in zip(stems, ends, strict=True) if each in places and last)
    return next((places[each] for each in named), None)


def _names_one(context: Context, stems: Sequence[str], places: Collection[str]) -> bool:
    """Tell whether something is named before a word for an assumption: `forget the rain bit`."""
    opens = {p for cue in cues.group("retract", "opens").find(stems) for p in cue.places}
    small = {stem(word) for word in lexicon.word_lists().stop | _PLEASANTRIES} | {*places}
    end = next((p for p, each in enumerate(stems) if each in places), 0)
    named = {each for p, each in enumerate(stems[:end]) if p not in opens}
    return not (named & context.index.vocabulary) <= small


def _resets(context: Context, said: Sequence[Sentence]) -> bool:
    """Tell whether a clause orders to take everything back, and says nothing else."""
    small = lexicon.word_lists().stop | _PLEASANTRIES
    for sentence in said:
        for clause in segments.clauses(sentence.words, context.index.names):
            found = cues.group("retract", "reset").find([word.stem for word in clause])
            taken = {place for cue in found for place in cue.places}
            if taken and all(w.text in small for p, w in enumerate(clause) if p not in taken):
                return True
    return False


def retract(context: Context, said: Sequence[Sentence]) -> Query | None:
    """Read an order to take back an assumption, or to suppose a fact away."""
    if _resets(context, said):
        return Query(Intent.RETRACT, back=Step.RESET)
    spans = [_ordered(sentence) for sentence in said if len(sentence)]
    if all(span is None for span in spans):
        return None
    bids = [span for span in spans if span is not None and _speaks(span)]
    rest = [s.words for s, span in zip(filter(len, said), spans, strict=True) if span is None]
    first = spans[0] is not None and _speaks(spans[0])
    text = [w for span in (*bids, *(rest if first or not bids else ())) for w in span]
    assumed = read_assumptions(context, [text])
    away = supposed_away(context, assumed)
    if away is not None:
        return away
    truth = list(assumed.truth) or _spoken_of(context, text)
    mine = [statement for statement in truth if statement in context.case.assumptions]
    if not mine and not any(map(context.is_fact, truth)):
        mine = in_force(context, text)
    mine = mine or held(context, [text, *rest], assumed)
    chosen = next(iter(mine or truth), None)
    return taken_back(context, Literal(chosen), confidence=0.85) if chosen else None


def held(context: Context, spans: Sequence[Sequence[Word]], assumed: Assumed) -> list[Statement]:
    """Return what some pieces of text fit best, if that holds; where nothing is assumed yet.

    Nothing where they were read as a fact that they fit as well. `I never believed in that leave.
    Strike it from the record.`
    """
    found: list[Reading] = []
    for span in spans if not context.case.assumptions else ():
        piece = context.matcher.piece([word.text for word in span], context.around)
        found += context.matcher.ranked(piece, lambda _, __: 1.0)[:1]
    best = max(found, key=lambda each: each.score, default=None)
    if best is None or best.score < SPOKEN or not context.holds(best.statement):
        return []
    if best.statement.predicate in context.case.rulebase.advice:
        return []  # nobody takes back what follows for others to do
    facts = (assumed.scores.get(each, 0.0) for each in assumed.truth if context.is_fact(each))
    known = max(facts, default=0.0) >= NEARLY * best.score
    return [] if known and best.statement not in assumed.truth else [best.statement]


def supposed_away(context: Context, assumed: Assumed) -> Query | None:
    """Suppose away all that is named where several facts are: `forget the cold and the rain`."""
    facts = [s for s in assumed.truth if context.is_fact(s) and assumed.scores[s] >= SEVERAL]
    if len(facts) < 2:
        return None
    return Query(Intent.ASSUME, assume=dict.fromkeys(facts, False), confidence=0.85)


def in_force(context: Context, words: Sequence[Word]) -> list[Statement]:
    """Return of what is assumed or supposed what some words fit best: `the bit with the rain`."""
    made = context.case.assumptions
    if not made:
        return []
    piece = context.matcher.piece([word.text for word in words], context.around)
    readings = context.matcher.ranked(piece, lambda s, _: 1.0 if s in made else NEVER, most=1)
    least = max(HARDLY, NEARLY * _best(context, words))
    return [each.statement for each in readings if each.score >= least and each.statement in made]


def _best(context: Context, words: Sequence[Word]) -> float:
    """Tell how well some words by themselves fit what they fit best of all that can be said."""
    told = [word.text for word in words if word.text not in _PLEASANTRIES]
    found = context.matcher.ranked(context.matcher.piece(told, {}), lambda _, __: 1.0, most=1)
    return found[0].score if found else 0.0


def revokes(context: Context, said: Sequence[Sentence]) -> Query | None:
    """Read an order to take back something of what is assumed: `put it back how it was`.

    None where nothing is assumed, or the order names something else.
    """
    made = list(context.case.assumptions)
    bids = [order for each in said if (order := _revoked(each)) is not None]
    if not made or not bids:
        return None
    words = [word for order in bids for word in order]
    named = in_force(context, words)
    if named:
        return Query(Intent.RETRACT, named[0], confidence=0.85)
    small = lexicon.word_lists().stop | _PLEASANTRIES | lexicon.words_of("whatever")
    plain = all(word.text in small or word.stem in small for word in words)
    names = {e for m in context.index.names.find([w.text for w in words]) for e in m.entities}
    other = len(made) > 1 or names - set(made[0].arguments)
    if not plain and (other or _best(context, words) >= HARDLY):
        return None
    return undone(context) if len(made) > 1 else Query(Intent.RETRACT, made[0], confidence=0.85)


def _revoked(sentence: Sentence) -> Sequence[Word] | None:
    """Return what a sentence orders to take back, after whatever is said first; None if nothing."""
    words = sentence.words
    if _asks_after(sentence):
        return None
    starts = [p for p, word in enumerate(words) if not p or word.before]
    small = lexicon.word_lists().stop | _PLEASANTRIES | lexicon.words_of("whatever")
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        stems = [word.stem for word in words[start:end]]
        found = (*cues.group("retract", "opens").find(stems), *_restoring(stems))
        opens = [c for c in found if all(w.text in small for w in words[start : start + c.start])]
        if opens:
            opener = max(opens, key=lambda cue: len(cue.places))
            return [w for p, w in enumerate(words[start:end]) if p not in opener.places]
    return None


def _restoring(stems: Sequence[str]) -> Sequence[cues.Found]:
    return cues.group("revoking", "restores").find(stems)


def _spoken_of(context: Context, words: Sequence[Word]) -> list[Statement]:
    """Return what some words are about that assume nothing: `the angry ally bit`."""
    piece = context.matcher.piece([word.text for word in words], context.around)
    prior = standing.prior(context, Intent.RETRACT, points=False, effects=frozenset())
    readings = context.matcher.read(piece, prior, most=1)
    return [reading.statement for reading in readings if reading.score >= PLAINLY]


def _asks_after(sentence: Sentence) -> bool:
    """Tell whether a sentence asks whether something is given, put or taken back."""
    stems = [word.stem for word in sentence.words]
    groups = ("retract", ("undo", "opens")), ("revoking", ("returns", "restores"))
    found = [cue for group, names in groups for cue in cues.group(group, *names).find(stems)]
    return bool(found) and orders.inquires(sentence, min(cue.start for cue in found))


def _ordered(sentence: Sentence) -> Sequence[Word] | None:
    """Return what a sentence orders to take back; None where it gives no such order."""
    stems = [w.stem for w in sentence.words]
    if _asks_after(sentence):
        return None
    small = lexicon.word_lists().stop
    pretends = cues.group("retract", "pretends").find(stems)
    found = pretends or cues.group("retract", "opens").find(stems)
    opens = [
        c for c in found if all(w.text in small for w in sentence.words[: c.start]) and c.start < 4
    ]
    if not opens:
        return None
    opener = max(opens, key=lambda cue: len(cue.places))
    taken = set() if pretends else set(opener.places)
    return [w for p, w in enumerate(sentence.words) if p not in taken and p >= opener.start]


def _speaks(words: Sequence[Word]) -> bool:
    """Tell whether any words say more than `it back out`."""
    small = lexicon.word_lists().stop
    return any(word.text not in small and word.text != "back" for word in words)


def is_offered(context: Context, state: State, query: Query) -> bool:
    """Tell whether what is taken back was only asked back about."""
    if query.intent is not Intent.RETRACT or query.statement is None:
        return query.back is Step.UNDO
    offered = query.statement in context.case.assumptions
    return query.back is Step.UNDO or (offered and query.statement not in state.current.assumptions)
