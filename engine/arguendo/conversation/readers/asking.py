"""Readers of questions: for help, for lists, about entities, for advice, about statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import advised, followups, granted, headline, left_out, supposing
from arguendo.conversation.readers import dates as days_told
from arguendo.conversation.reference import moving
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.statements import Statement

ABOUT_STATEMENTS = (
    Intent.ASK,
    Intent.WHY,
    Intent.WHY_NOT,
    Intent.WHAT_WOULD_IT_TAKE,
    Intent.WHAT_FOLLOWS,
    Intent.LINCHPINS,
    Intent.SOURCE,
    Intent.WHEN,
)
_NO_FOLLOW_UP = frozenset(
    {Intent.LIST, Intent.COMPARE, Intent.DESCRIBE, Intent.RECOMMEND, Intent.HELP}
)
_WITH_ASSUMPTION = (Intent.WHAT_WOULD_IT_TAKE, Intent.WHY_NOT, Intent.WHY)
"""Intents that a question may have beside what it assumes."""
HARDLY_BEYOND = 0.02
"""How likely it must be at least that a text lies beyond for an attack to be heard in it."""
_AFTER_TOLD = (Intent.ASK, Intent.WHY_NOT)
"""Intents that a question may have after something was told."""
SURE_OF_OWN, SURE_DESPITE = 5.4, 7.0
"""How well a question must speak of a statement of its own after one that was told: as it stands,
and otherwise."""
_OF_CASES = (Intent.LINCHPINS, Intent.WHY_NOT, Intent.WHY, Intent.WHAT_WOULD_IT_TAKE, Intent.ASK)
"""Intents of questions that may name nobody's conclusion: `the weak point of her case`."""
FEW = 5
"""Words of a plain question that may do no more than name somebody: `Ama's status?`."""
SURE_OF_ADVICE, SURELY = 3.5, 0.9
OF_ITSELF, OF_ALL = 2.6, 5.0
"""The score of a reading that needs nobody's name to be clear: `the finding of strain`; and where
the argument as a whole is named."""
_ALL_OF_IT = words_of("all_of_it")
_OF_REASONS = (Intent.WHY, Intent.WHY_NOT)
HALF = 0.5
"""How much of a question for a day must fit a statement where nobody is named."""
LIKELY_BEYOND = 0.6
"""From here on it is no day of the rule base's that is asked for."""
SURELY = 2.8
"""From here on turns of phrase leave no doubt of an intent that few people have."""


def follows_up(said: Utterance) -> Query | None:
    """Read a question that names no statement, as one about the last."""
    if said.context.goal is None or said.parts.stance or said.likely.ranked[0][0] in _NO_FOLLOW_UP:
        return None
    if said.likely.of(Intent.OUT_OF_SCOPE) > HALF and said.entities:
        return None
    whole = said.whole
    readings = whole.readings(said.likely.ranked[0][0])
    found = followups.follows_up(said.context, said.said, whole.wanted, readings)
    return said.context.leaning(found) if found is not None else None


def resists(said: Utterance) -> Query | None:
    """Read an order to be another program, unless an argument is meant as good as surely."""
    if said.likely.of(Intent.OUT_OF_SCOPE) < HARDLY_BEYOND and said.entities:
        return None
    attacks = cues.group("scope", "attack")
    if any(attacks.find([word.stem for word in each.words]) for each in said.said):
        return Query(Intent.OUT_OF_SCOPE, confidence=0.95)
    return None


def dates(said: Utterance) -> Query | None:
    """Read a question for the day since when something is so, or until when."""
    if (ended := days_told.ended(said)) is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, ended, fall=True))
    if (fact := days_told.worded(said) or days_told.lasting(said)) is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, fact))
    query = _dates(said)
    if query is None or query.intent is not Intent.WHEN:
        return query
    return replace(query, fall=days_told.asks_for_end(said))


def _dates(said: Utterance) -> Query | None:
    if not said.whole.leads(Intent.WHEN, SURELY):
        return _of_supposed(said)
    if _doubts(said):
        doubted = asks(said.wants(Intent.ASK), Intent.ASK)
        if doubted is None or not _is_dated_fact(said, doubted.statement):
            return doubted
    if said.likely.of(Intent.OUT_OF_SCOPE) > LIKELY_BEYOND or _wants_reasons(said):
        return None
    if (supposed := supposing.beside(said.wants(Intent.WHEN), Intent.WHEN)) is not None:
        return supposed
    moved = _moved(said.whole) or days_told.told(said.whole)
    if moved is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, moved))
    readings = said.whole.readings(Intent.WHEN)
    if readings and not (_names_some(said.whole) or readings[0].coverage > HALF):
        return None
    dated = _dated(readings)
    if dated is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, dated))
    return _on_a_day(said.wants(Intent.WHEN), readings)


def _on_a_day(said: Utterance, readings: Sequence[Reading]) -> Query | None:
    """Ask for the day of what names one, beside which nothing else counts that does not."""
    if not readings or not days_told.day_in(readings[0].statement):
        return asks(said, Intent.WHEN)
    on_days = [each for each in readings if days_told.day_in(each.statement)]
    return said.about(Query(Intent.WHEN), on_days)


def _asks_when(sentence: Sentence) -> bool:
    """Tell whether `when will …` begins a sentence, and not `when I was …`."""
    begins = [word.text for word in sentence.words[:2]]
    inverted = len(begins) > 1 and begins[1] in word_lists().auxiliaries
    return sentence.asks and begins[:1] == ["when"] and inverted


def _of_supposed(said: Utterance) -> Query | None:
    """Read `when will …?` of what holds by what is supposed, and by that alone."""
    if not any(_asks_when(each) for each in said.parts.rest):
        return None
    context, wants = said.context, said.wants(Intent.WHEN)
    case = context.case
    if said.parts.stance is not None:
        query = supposing.beside(wants, Intent.WHEN)
        before, after = case, assuming(case, query) if query else case
    elif case.assumptions:
        query, before, after = asks(wants, Intent.WHEN), case.choose(case.scenario), case
    else:
        return None
    goal = query.statement if query else None
    return query if goal and after.holds(goal) and not before.holds(goal) else None


def _wants_reasons(said: Utterance) -> bool:
    """Tell whether `since when?` scorns and reasons are wanted: `… does it prove that?`."""
    return _scorns(said) or sum(map(said.likely.of, _OF_REASONS)) > HALF


def _scorns(said: Utterance) -> bool:
    """Tell whether it is asked since when something is so that is so whatever the day."""
    texts = [[word.text for word in sentence.words] for sentence in said.said]
    return any(
        words[place : place + 2] == ["since", "when"] and word in words_of("timeless")
        for words in texts
        for place, word in enumerate(words[2:])
    )


def _doubts(said: Utterance) -> bool:
    """Tell whether `since when?`, by itself after what it is about, only doubts that.

    So it does before a question for yes or no: `Since when do they care? Does that matter to them?`
    """
    first, *others = (sentence for sentence in said.said if len(sentence))
    if others and _goes_on_polar(said):
        return True
    last = [word.text for word in others[-1].words] if others else []
    return len(first) > 1 and sayings.is_one(last, "bare", "doubting")


def _is_dated_fact(said: Utterance, statement: Statement | None) -> bool:
    """Tell whether `he took note of it. When was that?` asks for the day of a fact."""
    asks_since = any(word.text == "since" for each in said.said for word in each.words)
    return statement is not None and said.context.is_fact(statement) and not asks_since


def _goes_on_polar(said: Utterance) -> bool:
    """Tell whether all that asks for a day stands before a question for yes or no."""
    last = len(said.said) - 1
    words = [word.text for word in said.said[last].words]
    begins = next((word for word in words if word != "or"), "")
    before = all(number < last for number, _ in said.whole.wanted.places.get(Intent.WHEN, ()))
    return said.said[last].asks and before and begins in word_lists().auxiliaries


def _dated(readings: Sequence[Reading]) -> Statement | None:
    """Return a statement that names a day and fits as well as the best, which names none."""
    if not readings or days_told.day_in(readings[0].statement):
        return None
    fitting = (each for each in readings if each.coverage >= readings[0].coverage)
    return next((r.statement for r in fitting if days_told.day_in(r.statement)), None)


def _moved(said: Utterance) -> Statement | None:
    """Return the last statement, of somebody else if need be, where no more than a name is said."""
    goal, named = said.context.goal, said.entities[:1]
    readings = said.readings(Intent.WHEN)
    if goal is None or not named or not all(r.traits and r.traits.wordless for r in readings):
        return None
    if named[0] in goal.arguments:
        return goal
    return next(moving.variants(said.context, goal, named), None)


def helps(said: Utterance) -> Query:
    """Read a question about the program."""
    return said.sure_of(Query(Intent.HELP))


def lists(said: Utterance) -> Query:
    """Read an order to list something; of what is open what bears on those who are spoken of."""
    listing = said.likely.listings[0][0]
    near = _spoken_of(said) if listing is Listing.OPEN else ()
    return said.sure_of(Query(Intent.LIST, listing=listing, near=near))


def _spoken_of(said: Utterance) -> tuple[str, ...]:
    """Return who is named, or who a pronoun for somebody means."""
    words = {word.text for sentence in said.said for word in sentence.words}
    if said.entities or words_of("personal").isdisjoint(words):
        return tuple(said.entities)
    return tuple(followups.pointed_at(said.context, said.said))


def counts(said: Utterance) -> Query | None:
    """Read `how many open questions are there?`: what can be listed tells how much there is."""
    (sentence,) = said.said if len(said.said) == 1 else (Sentence(()),)
    stems = [word.stem for word in sentence.words]
    counted = cues.group("counting").find(stems)
    nouns = cues.listings().find(stems)
    if not counted or not nouns or said.mentions(sentence):
        return None
    noun = max(nouns, key=lambda cue: len(cue.places))
    taken = {place for cue in (*counted, *nouns) for place in cue.places}
    small = word_lists().stop | words_of("pleasantries")
    if any(word.text not in small for p, word in enumerate(sentence.words) if p not in taken):
        return None
    return Query(Intent.LIST, listing=Listing(noun.group), confidence=SURELY)


def recommends(said: Utterance) -> Query:
    """Read a question for advice, to someone or to anyone."""
    context = said.context
    actors = context.index.actors if context.case.rulebase.advice else frozenset[str]()
    named = [e for e in advised.advised(said) if e in actors | context.index.deciders]
    meant = followups.pointed_at(context, said.said)
    pointed = [e for e in meant if e in actors]
    advice = [
        reading.statement
        for reading in said.whole.readings(Intent.RECOMMEND)
        if reading.statement.predicate in context.case.rulebase.advice
        and reading.score > SURE_OF_ADVICE
    ]
    entity = next(iter(named or pointed), None)
    about = advised.about(said, entity if advised.acts(said) else None)
    if entity is None and not said.entities:
        about = tuple(each for each in meant if each in context.index.names.people)
    query = Query(Intent.RECOMMEND, next(iter(advice), None), entity=entity, near=about)
    if entity is None and query.statement is None:
        unread = [left_out.typed(each, said.text) for each in advised.unknown(said)]
        query = replace(query, unread=tuple(unread))
    return said.sure_of(replace(query, entity=None) if entity in about else query)


def beyond(said: Utterance) -> Query:
    """Tell that nothing in the rule base answers."""
    return said.sure_of(Query(Intent.OUT_OF_SCOPE))


def asks(said: Utterance, intent: Intent) -> Query | None:
    """Read a question about a statement; None when it names none."""
    if intent in _WITH_ASSUMPTION and (supposed := supposing.beside(said, intent)):
        return supposed
    readings = _after_what_is_told(said, intent, said.whole.readings(intent))
    told, readings = granted.granted(said, intent, readings)
    said = said.whole
    brief = intent is not Intent.ASK or sum(map(len, said.said)) <= FEW
    main = headline.of_names(said, readings) if intent in _OF_CASES and brief else None
    if main is not None:
        return said.sure_of(Query(_as_it_stands(said, intent, main), main))
    clear = readings and (_names_some(said) or readings[0].score > _least_clear(said))
    if intent is Intent.LINCHPINS and not clear:
        return said.sure_of(
            Query(intent, statement=None if _is_of_all(said) else said.context.goal)
        )
    if not readings:
        return None
    query = _detailed(said, Query(_as_it_stands(said, intent, readings[0].statement)), readings[0])
    spans = _without(said) if intent in granted.FROM_TOLD else []
    if spans:
        assumed = read_assumptions(said.context, spans)
        readings = [r for r in readings if r.statement not in assumed.truth] or readings
        query = replace(query, assume=assumed.truth)
    elif told:
        query = replace(query, assume=told)
    return said.about(query, readings)


def _least_clear(said: Utterance) -> float:
    """Return the score that a reading needs where nobody is named: more if all is spoken of."""
    words = {word.text for sentence in said.said for word in sentence.words}
    return OF_ALL if words & _ALL_OF_IT else OF_ITSELF


def _begins(sentence: Sentence) -> str:
    return sentence.words[0].text if sentence.words else ""


def _after_what_is_told(said: Utterance, intent: Intent, readings: list[Reading]) -> list[Reading]:
    """Leave out what is only told before the question: `given that …, will …?`, `…. Is …?`."""
    questions = [each for each in said.parts.rest if each.asks and _begins(each) != "or"]
    if intent not in _AFTER_TOLD or not questions or not readings:
        return readings
    told = {**said.assumed.truth, **said.declared.truth}
    first = readings[0].statement
    if first not in told:
        return readings
    own = said.readings(intent, questions, near=said.entities)
    as_it_is = told[first] == said.context.holds(first)
    least = SURE_OF_OWN if as_it_is else SURE_DESPITE
    again = any(reading.statement in told for reading in own)
    return own if own and not again and own[0].score >= least else readings


def _is_of_all(said: Utterance) -> bool:
    """Tell whether a question is about all that is argued: `your argument`."""
    whole = cues.group("whole", "argument")
    return any(whole.find([word.stem for word in each.words]) for each in said.said)


def _names_some(said: Utterance) -> bool:
    """Tell whether a question names somebody or something, or points to it."""
    return bool(said.entities) or (said.points and said.context.goal is not None)


def _as_it_stands(said: Utterance, intent: Intent, statement: Statement) -> Intent:
    """Ask *why* of what holds though it was asked why it does not.

    Whoever asks why something is so that is not asks *why* all the same: the answer corrects it.
    """
    return intent if intent is Intent.WHY else said.context.as_it_stands(intent, statement)


def _detailed(said: Utterance, query: Query, reading: Reading) -> Query:
    """Add the degree asked for, by whose doing, and whether it is to fall."""
    words = [word for sentence in said.said for word in sentence.words]
    query = replace(query, degree=_degree(said, words))
    if query.intent is Intent.WHEN:
        return replace(query, fall=days_told.asks_for_end(said))
    if query.intent is not Intent.WHAT_WOULD_IT_TAKE:
        return query
    names = said.context.index.names
    stems = [word.stem for word in words]
    mentions = names.find([word.text for word in words])
    by = None
    for cue in cues.group("by").find(stems, mentions):
        near = [m for m in mentions if m.start >= cue.start - 2 and m.end <= cue.end + 4]
        by = by or next(
            (e for m in near for e in m.entities if e in said.context.index.actors), None
        )
    return replace(query, by=by, fall=falls(said, reading))


def falls(said: Utterance, reading: Reading) -> bool:
    """Tell whether it is asked what would make a statement that holds fall."""
    stems = [word.stem for sentence in said.said for word in sentence.words]
    turned = bool(cues.group("fall").find(stems)) or not reading.positive
    return turned and said.context.holds(reading.statement)


def _degree(said: Utterance, words: Sequence[Word]) -> str | None:
    """Return the word of likelihood that stands after `at least`."""
    stems = [word.stem for word in words]
    text = " ".join(word.text for word in words)
    if not cues.group("degree").find(stems):
        return None
    known = sorted(said.context.case.rulebase.scale.words, key=len, reverse=True)
    return next((word for word in known if f" {word} " in f" {text} "), None)


def _without(said: Utterance) -> list[tuple[Word, ...]]:
    """Find `without X, …` before a question, which takes that to be false."""
    for sentence in said.parts.rest:
        words = sentence.words
        could = any(word.text in words_of("possibly") for word in words)
        if could and words[0].text == "without":
            end = next((p for p, word in enumerate(words) if p and word.before), 0)
            return [words[:end]] if end else []
    return []
