"""Questions of several: `who gets a place?`, `which child …?`, `does every child …?`, `do both …?`.

What is asked after leaves a gap in a statement; the rest of the question tells the statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.confidence import threshold
from arguendo.conversation.readers import around, gaps, values
from arguendo.conversation.reference import coordination
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.instances import opened
from arguendo.inquiry.query import Intent, Quantified, Quantity, Query, Value
from arguendo.statements import Sort, Statement, sort_of

LEVEL, LEAST = 3.0, 1.5
"""How likely a statement must be by what is said besides whom or what it is asked of; and of a
question for yes or no."""
TOLD, SEEN = 0.6, 0.7
"""How much of it must be said once somebody stands in the gap, and how much of the text say it."""
NEAR = 0.6
"""How near a statement must come to the best one that leaves no place for whom it is asked of."""
BEYOND = 0.9
"""How likely it may not be that a question lies beyond the rule base."""
OTHERWISE = 0.6
"""How likely another intent may be where no kind of things is named: `which conclusions …?`."""

_OPEN = (Intent.ASK, Intent.DESCRIBE, Intent.OUT_OF_SCOPE)
"""What a question of several is taken for by its shape."""
_WHO, _WHICH = words_of("asks_of_whom"), words_of("asks_of_which")
_LEADING = words_of("pleasantries") | words_of("leading") | words_of("asks_to_tell")
_ONES = (
    (words_of("every_one"), Quantity.EVERY),
    (words_of("some_one"), Quantity.SOME),
    (words_of("no_one"), Quantity.NO),
)
_OF_A_KIND = (
    (words_of("of_every"), Quantity.EVERY),
    (words_of("of_some"), Quantity.SOME),
    (words_of("of_no"), Quantity.NO),
)
_BETWEEN = words_of("before_a_kind")
_IS_A = words_of("being") | words_of("determiners")
_AUXILIARIES = words_of("auxiliaries")
_DOES_ONE = _AUXILIARIES | words_of("some_one")


@dataclass(frozen=True)
class _Gap:
    """What is asked after, and the words that are left of a question without it."""

    quantity: Quantity
    rest: tuple[Word, ...]
    at: int = 0
    """Which of these it stood before."""
    kind: str | None = None
    people: bool = False
    """Whether somebody is asked after, rather than something."""
    among: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    begins_with_noun: bool = False
    """Whether its first word must be part of what is said: `which appeals does the panel hear?`."""

    @property
    def is_open(self) -> bool:
        """Whether it is asked of whom or what, not only whether."""
        return self.quantity is Quantity.WHICH

    @property
    def tells_little(self) -> bool:
        """Whether its shape hardly tells that it is asked of something that is known here."""
        return self.is_open or bool(self.among)

    def filled(self, name: Sequence[str]) -> list[str]:
        """Return the words of the question with a name in the gap."""
        words = [word.text for word in self.rest]
        return [*words[: self.at], *name, *words[self.at :]]


def read(said: Utterance) -> Query | None:
    """Read a question of several; None where it is of none, or its rest says too little."""
    told = _read(bare := around.without(said))
    on = bare is not said and around.stands_on(said)
    return replace(told, adds=True) if told is not None and on else told


def _read(said: Utterance) -> Query | None:
    """Read a question of several by itself."""
    if said.parts.assumed or len(said.said) != 1 or said.parts.stance is not None:
        return None
    sentence = said.said[0]
    why = {place for _, place in said.whole.wanted.places.get(Intent.WHY, ())}
    texts = [word.text for word in sentence.words]
    if any(texts[p] == "how" and p + 1 in why and texts[p + 1] in _DOES_ONE for p in why):
        return None  # `how does anyone arrive at that?`
    asks, reasons = around.but_for_reasons(sentence.words)
    if reasons:
        plain = _read(replace(said, said=[replace(sentence, words=asks)]))
        return replace(plain, intent=Intent.WHY) if plain and plain.quantified else plain
    found = _asked(said, sentence)
    if found is None:
        return _in_own_words(said, sentence)
    readings, asked = found
    plainer = _in_own_words(said, sentence, than=readings[0].statement)
    if plainer is not None:
        return plainer
    about = said.wants(Intent.ASK).about(Query(Intent.ASK), _apart(readings))
    denied = asked.quantity is Quantity.WHICH and not readings[0].positive
    return replace(about, quantified=asked, denied=denied, alternatives=())


def _in_own_words(
    said: Utterance, sentence: Sentence, than: Statement | None = None
) -> Query | None:
    """Read a question that says a statement's own words, but for much of it: `who was barred?`.

    Rather `than` another it says those of which it leaves out no word but of time or place.
    """
    gap = _gap(said, sentence)
    if gap is None or not gap.is_open:
        return None
    if gap.begins_with_noun or not _says_more(said, gap.rest):
        return None
    named = _named(said, gap.rest)
    told = gaps.told(said, gap.rest, gap.kind, gap.people, named)
    if told is None or any(values.against(said, sentence)):
        return None
    if than is not None and not gaps.is_plainer(said, gap.rest, told.statement, than):
        return None
    if not told.plain and said.likely.of(Intent.OUT_OF_SCOPE) > BEYOND:
        return None
    value = Value(told.place) if told.place is not None else None
    asked = Quantified(told.quantity, told.pattern, gap.among, gap.besides, value)
    return Query(
        Intent.ASK,
        told.statement,
        quantified=asked,
        denied=told.denied,
        confidence=values.ANSWERED,
    )


def supposing(said: Utterance, query: Query) -> Query:
    """Ask of several what is asked beside what is supposed: `if Ann pays, who may play?`."""
    rest = said.parts.rest
    if query.intent is not Intent.WHAT_IF or not query.assume or len(rest) != 1:
        return query
    found = _asked(said, rest[0])
    if found is None:
        return query
    readings, asked = found
    told = said.wants(Intent.ASK).about(Query(Intent.ASK), _apart(readings))
    sure = min(told.confidence, said.assumed.likely) if said.assumed.truth else query.confidence
    return replace(
        query,
        statement=readings[0].statement,
        quantified=asked,
        confidence=sure,
        clarify=sure < threshold(),
        alternatives=(),
    )


def _asked(said: Utterance, sentence: Sentence) -> tuple[list[Reading], Quantified] | None:
    """Find the statement that a sentence asks of several, and of whom it does."""
    gap = _gap(said, sentence)
    if gap is None:
        return None
    against = next(values.against(said, sentence), None)
    beyond = gap.tells_little and said.likely.of(Intent.OUT_OF_SCOPE) > BEYOND
    if beyond and not (against and values.has_unit(said, against)):
        return None
    if gap.among and _is_of_both(said, gap, sentence):
        return None
    intent, likely = next(iter(said.likely.ranked), (Intent.ASK, 0.0))
    if gap.begins_with_noun and likely > OTHERWISE and intent not in _OPEN:
        return None
    found = _statement(said, gap, against.sort if against else None)
    if found is None:
        return None
    readings, place = found
    statement = readings[0].statement
    value = _against(said, sentence, statement)
    named = _named(said, gap.rest) - ({statement.arguments[value.place]} if value else set())
    pattern = opened(statement, place, named)
    return readings, Quantified(gap.quantity, pattern, gap.among, gap.besides, value)


def _against(said: Utterance, sentence: Sentence, statement: Statement) -> Value | None:
    """Tell what a day or number of a statement is held against: `who came before May?`."""
    for against in values.against(said, sentence):
        places = values.places(statement, against.sort)
        if len(places) == 1:
            return Value(places[0], against.relation, against.other)
    return None


def _apart(readings: Sequence[Reading]) -> list[Reading]:
    """Keep the best of those that say the same of different ones: which one is not in doubt."""
    first = {each.statement.predicate: each for each in reversed(readings)}
    return [each.asked_for() for each in sorted(first.values(), key=readings.index)]


def _gap(said: Utterance, sentence: Sentence) -> _Gap | None:
    """Find what a question asks after."""
    words, besides = around.but_for(said, sentence.words)
    texts = [word.text for word in words]
    start = next((p for p, text in enumerate(texts) if text not in _LEADING), len(texts))
    opening = texts[start : start + 1]
    if not opening:
        return None
    rest = words[start + 1 :]
    if opening[0] in _WHO:
        rest = around.without_else(rest)
        kind, rest = gaps.kind(said, rest) if [w.text for w in rest[:1]] == ["of"] else (None, rest)
        at = around.behind(rest, opening[0] == "whom")
        return _Gap(Quantity.WHICH, rest, at, kind, people=kind is None, besides=besides)
    counts = texts[start : start + 2] == ["how", "many"]
    if opening[0] in _WHICH or counts:
        rest = rest[1:] if counts else rest
        kind, left = gaps.kind(said, rest)
        one = kind is None and not counts and [w.text for w in rest[:1]] == ["one"]
        left = rest[1:] if one and len(left) == len(rest) else left
        is_noun = kind is None and len(left) == len(rest)  # `which appeals does …?`
        at = around.behind(left, False) or int(is_noun)
        if is_noun and opening[0] != "which":
            return None
        people = kind is None and not is_noun and not one
        quantity = Quantity.HOW_MANY if counts else Quantity.WHICH
        return _Gap(quantity, left, at, kind, people, (), besides, begins_with_noun=is_noun)
    if opening[0] not in _AUXILIARIES and not sentence.asks:
        return None
    return _among(said, words) or _of_each(said, words, besides)


def _of_each(said: Utterance, words: tuple[Word, ...], besides: tuple[str, ...]) -> _Gap | None:
    """Find `everyone`, `every child`, `any of the children`, `no child`, `both children`."""
    for place, word in enumerate(words):
        for known, quantity in _ONES:
            if word.text in known and [w.text for w in words[place + 1 : place + 2]] != ["of"]:
                rest = (*words[:place], *words[place + 1 :])
                return _Gap(quantity, rest, place, people=True, besides=besides)
        for known, quantity in _OF_A_KIND:
            if word.text in known:
                kind, rest = gaps.kind(said, words[place + 1 :])
                if len(rest) < len(words) - place - 1:
                    people = kind is None
                    left = (*words[:place], *rest)
                    return _Gap(quantity, left, place, kind, people, besides=besides)
    return None


def _among(said: Utterance, words: tuple[Word, ...]) -> _Gap | None:
    """Find names of which the same is asked: `Ann and Ben`, `both Ann and Ben`."""
    known = said.context.index.names
    groups = coordination.joined(words, known)
    mentions = known.find([word.text for word in words])
    groups += [[m] for m in mentions if _is_all_of(words, m) and m.entities[0] in known.members]
    if len(groups) != 1:
        return None
    first, last = groups[0][0].start, groups[0][-1].end
    named = [mention.entities[0] for mention in groups[0]]
    names = tuple(each for entity in named for each in known.members.get(entity, (entity,)))
    both = first > 0 and words[first - 1].text in words_of("of_every")
    rest = (*words[: first - both], *words[last:])
    rest = tuple(word for word in rest if word.text not in words_of("of_every"))
    return _Gap(Quantity.EVERY, rest, first - both, among=names)


def _is_all_of(words: Sequence[Word], mention: Mention) -> bool:
    """Tell whether all of a group are meant: `both secretaries`, `all of the allies`."""
    inside = {word.text for word in words[mention.start : mention.end]}
    if inside & (words_of("of_every") | words_of("conjunction")):
        return True
    before = [word.text for word in words[: mention.start]]
    while before and before[-1] in _BETWEEN:
        before.pop()
    return bool(before) and before[-1] in words_of("of_every")


def _named(said: Utterance, words: Sequence[Word]) -> set[str]:
    """Return what the rest of a question names: entities, numbers and days."""
    texts = [word.text for word in words]
    context = said.context
    piece = context.matcher.piece(texts, context.around)
    literals = {term for term in piece.evidence if sort_of(term) is not Sort.ENTITY}
    return literals | {e for m in context.index.names.find(texts) for e in m.entities}


def _is_of_both(said: Utterance, gap: _Gap, sentence: Sentence) -> bool:
    """Tell whether it is asked what two do together: `do Ann and Ben make a deal?`."""
    best = next(iter(_readings(said, [word.text for word in sentence.words])), None)
    if best is None or not said.context.matcher.foreseen.knows(best.statement):
        return False
    return sum(term in gap.among for term in best.statement.arguments) > 1


def _statement(said: Utterance, gap: _Gap, sort: Sort | None) -> tuple[list[Reading], int] | None:
    """Find the statement that the rest of a question tells, and the place that is asked after.

    It must be told well once one of whom it could be asked stands in the gap, and have a value of
    the `sort` that is compared, if any is.
    """
    texts = [word.text for word in gap.rest]
    if words_of("pointing_things") & set(texts) or texts[gap.at : gap.at + 1] == ["of"]:
        return None  # `every child of Ann` are some of them
    if not _says_more(said, gap.rest):
        return None
    first, place = _first(said, gap, texts, sort)
    if first is None:
        return None
    if gap.begins_with_noun and not first.mask & 1:
        return None  # `which paragraph says …?`
    one = first.statement.arguments[place]
    name = next(iter(said.context.index.names.of(one)))
    readings = _readings(said, gap.filled(name), sort)
    best = readings[0] if readings else None
    if best is None or best.told < TOLD or best.coverage < SEEN * best.told:
        return None
    if not (best.positive or gap.is_open):
        return None
    arguments = best.statement.arguments
    return (readings, arguments.index(one)) if one in arguments else None


def _says_more(said: Utterance, words: Sequence[Word]) -> bool:
    """Tell whether a question does more than name one: `who is the president of the club?`."""
    texts = [word.text for word in words]
    mentions = said.context.index.names.find(texts)
    if any(m.proper and texts[: m.start] and _IS_A.issuperset(texts[: m.start]) for m in mentions):
        return False
    inside = {p for m in mentions for p in range(m.start, m.end)}
    return any(text not in _IS_A for p, text in enumerate(texts) if p not in inside)


def _first(
    said: Utterance, gap: _Gap, texts: Sequence[str], sort: Sort | None
) -> tuple[Reading | None, int]:
    """Return the best reading that leaves a place for what is asked after, and that place."""
    readings, named = _readings(said, texts, sort), _named(said, gap.rest)
    for each in readings:
        least = LEVEL if gap.is_open else LEAST
        if each.score < NEAR * readings[0].score or each.level < least:
            continue
        if not (each.positive or gap.is_open):
            continue
        for place in _places(said, each.statement, gap, named):
            return each, place
    return None, 0


def _readings(said: Utterance, texts: Sequence[str], sort: Sort | None = None) -> list[Reading]:
    """List what a text may say, of what has a day or a number if a `sort` is asked for."""
    matcher = said.context.matcher
    found = matcher.read(matcher.piece(texts), lambda _, __: 1.0)
    return [each for each in found if sort is None or values.places(each.statement, sort)]


def _places(
    said: Utterance, statement: Statement, gap: _Gap, named: Collection[str]
) -> Iterator[int]:
    """Go through the places of a statement in which what is asked after may stand."""
    names, vocabulary = said.context.index.names, said.context.case.rulebase.vocabulary
    predicate = vocabulary.predicates.get(statement.predicate)
    for place, term in enumerate(statement.arguments):
        if term in named or term not in names.kinds or predicate is None:
            continue
        if gap.kind is not None and names.kinds[term] != gap.kind:
            continue
        if gap.among and not all(vocabulary.suits(e, predicate.slots[place]) for e in gap.among):
            continue
        if gap.people and not _is_someone(said, term):
            continue
        yield place


def _is_someone(said: Utterance, term: str) -> bool:
    """Tell whether one may ask *who* for something: a person, or who acts."""
    index = said.context.index
    return term in index.names.people or term in index.actors
