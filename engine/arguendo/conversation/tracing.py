"""How a text was understood, stage by stage, in words and figures that a person can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.likelihood import speaking
from arguendo.conversation.reference import kinds, relatives
from arguendo.conversation.signs.features import features
from arguendo.conversation.state import State
from arguendo.conversation.statements.analysis import HOLE
from arguendo.conversation.statements.fitting import Piece, pairs
from arguendo.conversation.statements.phrases import Phrase
from arguendo.conversation.suppositions import numbered
from arguendo.conversation.understanding import understood, weighed
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from arguendo.statements import Statement

MOST_RANKED = 5
MOST_INTENTS = 3
MOST_SIGNS = 5
MOST_HINTS = 3
MOST_SENTENCES = 12


@dataclass(frozen=True)
class Cue:
    """A turn of phrase and the intent that it speaks for."""

    words: str
    intent: str


@dataclass(frozen=True)
class Likely:
    """An intent, how likely it is, and what in the text speaks most for it."""

    intent: str
    probability: float
    signs: tuple[Sign, ...] = ()
    """Of the likeliest intent only."""


@dataclass(frozen=True)
class Sign:
    """What a text shows, and how much it says for an intent, or for a statement being supposed."""

    shows: str
    weight: float


@dataclass(frozen=True)
class Named:
    """Words that name an entity, or several that are called alike."""

    words: str
    entities: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    """Words taken as other words: *lean on* as *raises pressure*."""

    words: str
    as_words: str
    meaning: str
    """The lexicon's meaning that both carry; empty when they are the same word."""


@dataclass(frozen=True)
class Heard:
    """A statement, and what in the text was taken for it."""

    statement: str
    holds: bool
    """Whether the text affirms it."""
    phrase: str
    """The rule base's phrase that is nearest; `…` stands for a name."""
    taken: tuple[Taken, ...]
    hinted: tuple[Sign, ...] = ()
    """Where no phrase is near, the words of the whole text that hint at it most."""


@dataclass(frozen=True)
class Ranked:
    """A statement that the question may be about."""

    statement: str
    score: float


@dataclass(frozen=True)
class Trace:
    """How a text was understood."""

    text: str
    letter: bool
    """Whether it was understood to the letter: a command, a key, a strict sentence."""
    assumptions: tuple[str, ...]
    questions: tuple[str, ...]
    stance: str
    """How the assumptions are made; empty without any."""
    intent: str
    intents: tuple[Likely, ...]
    """The likeliest intents; empty where the text leaves no room for doubt."""
    cues: tuple[Cue, ...]
    entities: tuple[Named, ...]
    statements: tuple[Heard, ...]
    ranking: tuple[Ranked, ...]
    confidence: float
    clarify: bool
    alternatives: tuple[str, ...]


def traced(state: State, text: str) -> tuple[Trace, Query]:
    """Understand a text, and tell how."""
    context = Context(state)
    query = understood(context, text)
    letter = is_literal(query)
    spoken = weighed(utterance(context, text))
    said, parts, asked = spoken.said, spoken.parts, asked_in(spoken)
    heard = () if letter else statements_heard(spoken, query)
    readings = [] if letter or not asked else spoken.readings(query.intent, asked)
    trace = Trace(
        text=" ".join(map(text_of, (s.words for s in said))),
        letter=letter,
        assumptions=tuple(map(text_of, parts.assumed)) if query.assume else (),
        questions=tuple(text_of(sentence.words) for sentence in asked),
        stance=parts.stance.value if parts.stance and query.assume else "",
        intent=query.intent.value,
        intents=() if letter else tuple(_likely(spoken)),
        cues=() if letter else tuple(_cues(spoken, said, query)),
        entities=tuple(_named(spoken, said)),
        statements=tuple(heard),
        ranking=tuple(Ranked(r.statement.key, round(r.score, 2)) for r in readings[:MOST_RANKED]),
        confidence=query.confidence,
        clarify=query.clarify,
        alternatives=tuple(q.statement.key for q in query.alternatives if q.statement),
    )
    return trace, query


def is_literal(query: Query) -> bool:
    """Tell whether a text was understood to the letter."""
    return query.confidence == 1.0 and not query.clarify


def utterance(context: Context, text: str) -> Utterance:
    """Take a text apart as it was when it was understood."""
    text = numbered.spelled_out(context, text)
    said = context.spelt(text)
    said = kinds.spelled_out(context, said[:MOST_SENTENCES])
    return Utterance(context, relatives.named(context, said))


def asked_in(spoken: Utterance) -> Sequence[Sentence]:
    """Return the sentences that ask, or all where nothing is assumed."""
    parts = spoken.parts
    return [s for s in parts.rest if len(s)] or ([] if parts.assumed else spoken.said)


def statements_heard(spoken: Utterance, query: Query) -> list[Heard]:
    """Tell by which phrases the statements of a query were heard in a text."""
    context, parts = spoken.context, spoken.parts
    found = [
        _hinted(spoken, _heard(context, parts.assumed, *pair), *pair)
        for pair in query.assume.items()
    ]
    if query.statement is not None:
        spans = [sentence.words for sentence in asked_in(spoken)]
        found.append(_heard(context, spans, query.statement, True))
    return found


def text_of(words: Sequence[Word]) -> str:
    """Write words as a text."""
    return " ".join(word.text for word in words)


def _likely(spoken: Utterance) -> Iterator[Likely]:
    """Go through the likeliest intents, the first with what speaks for it."""
    for place, (intent, probability) in enumerate(spoken.likely.ranked[:MOST_INTENTS]):
        told = [] if place else speaking(features(spoken), intent, MOST_SIGNS)
        signs = tuple(Sign(shows, round(weight, 2)) for shows, weight in told)
        yield Likely(intent.value, round(probability, 2), signs)


def _cues(spoken: Utterance, said: Sequence[Sentence], query: Query) -> list[Cue]:
    found: dict[Cue, None] = {}
    for sentence in said:
        stems = [word.stem for word in sentence.words]
        for cue in cues.intents().find(stems, spoken.mentions(sentence)):
            words = " ".join(sentence.words[place].text for place in cue.places)
            found[Cue(words, cue.group)] = None
    return sorted(found, key=lambda cue: cue.intent != query.intent.value)


def _named(spoken: Utterance, said: Sequence[Sentence]) -> list[Named]:
    found: dict[Named, None] = {}
    for sentence in said:
        for mention in spoken.mentions(sentence):
            words = text_of(sentence.words[mention.start : mention.end])
            found[Named(words, mention.entities)] = None
    return list(found)


def _heard(
    context: Context, spans: Sequence[Sequence[Word]], statement: Statement, holds: bool
) -> Heard:
    """Find the phrase by which some text is nearest to a statement."""
    matcher = context.matcher
    best: tuple[float, Phrase, Piece, Sequence[str]] | None = None
    for span in spans:
        words: Sequence[str] = [word.text for word in span]
        piece = matcher.piece(words, context.around)
        found = matcher.nearest(piece, statement)
        if found is not None and (best is None or found[0] > best[0]):
            best = (*found, piece, words)
    if best is None:
        return Heard(statement.key, holds, "", ())
    _, phrase, piece, said = best
    shown = " ".join("…" if word == HOLE else word for word in phrase.words)
    return Heard(statement.key, holds, shown, tuple(_taken(phrase, piece, said)))


def _hinted(spoken: Utterance, heard: Heard, statement: Statement, true: bool) -> Heard:
    """Tell by which words of the whole text something was heard that no phrase puts."""
    if heard.phrase:
        return heard
    told = spoken.context.index.hints.speaking(spoken.signs, (statement, true), MOST_HINTS)
    signs = tuple(Sign(shows, round(weight, 2)) for shows, weight in told)
    return replace(heard, hinted=signs)


def _taken(phrase: Phrase, piece: Piece, words: Sequence[str]) -> list[Taken]:
    found: list[Taken] = []
    for mine, theirs, feature in pairs(phrase, piece):
        said = " ".join(words[place] for place in theirs.places)
        meant = " ".join(phrase.words[place] for place in mine.places)
        meaning = feature[1:] if feature[0] == "*" else ""
        if feature[0] != "@" and said != meant:
            found.append(Taken(said, meant, meaning))
    return found
