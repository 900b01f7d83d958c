"""Questions that a turn of phrase, or their shape, settles whatever the likelihood of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.likelihood import Likelihood
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import asking, dates, describing
from arguendo.conversation.suppositions import turnabouts
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Listing, Query

MOST_SAID = 6
"""Words that may say what somebody is: `the chair of the club`."""
LIKELY_BEYOND = 0.5
WHOLLY = 0.7
"""How much of a question must fit a statement for it to be no question for a place."""
_OF_REASONS = Likelihood(((Intent.WHY_NOT, 1.0), (Intent.WHY, 1.0)))
_BEING = words_of("being")
_LEADING = words_of("leading") - {"let", "us"}
"""Words that may stand before a question: `so what is it about?`."""


def read(said: Utterance) -> Query | None:
    """Read a question whose turn of phrase leaves no doubt; None when it has no such one."""
    found = {each for sentence in said.said for each in _groups(said, sentence)}
    if any(each.asks for each in said.said) and not said.said[-1].asks:
        # `Why would anyone say so? Walk me through it.`: the question is what is asked
        found = {
            each for sentence in said.said if sentence.asks for each in _groups(said, sentence)
        }
    if "describe" in found and _is_of_someone(said):
        return describing.describes(said.wants(Intent.DESCRIBE))
    listed = next((each for each in Listing if each.value in found), None)
    if listed is not None:
        return said.wants(Intent.LIST).sure_of(Query(Intent.LIST, listing=listed))
    if "without" in found:
        return _without(said)
    if "recommend" in found and said.parts.stance is None:
        return asking.recommends(said.wants(Intent.RECOMMEND))
    if not said.parts.assumed and (plain := next((each for each in _PLAIN if each in found), "")):
        return _PLAIN[plain](said)
    if "what_follows" in found and said.parts.stance is None:
        return asking.asks(said.wants(Intent.WHAT_FOLLOWS), Intent.WHAT_FOLLOWS)
    return None


def _against(said: Utterance) -> Query | None:
    """Read what speaks against something, or against what was spoken of where nothing is named."""
    said = said.weighed(_OF_REASONS)
    query, goal = asking.asks(said, Intent.WHY_NOT), said.context.goal
    if query is None or (goal and not said.entities and not _says_more(said)):
        return said.context.leaning(said.sure_of(Query(Intent.WHY_NOT, goal))) if goal else None
    return query


def _comes_about(said: Utterance) -> Query | None:
    """Read `will the closure go through?` of what all is about, where a noun stands for it."""
    main = main_conclusion(said.context.case)
    readings = said.whole.readings(Intent.WHAT_WOULD_IT_TAKE)
    if len(said.said) > 1 or not readings or readings[0].statement != main:
        return None
    words, small = said.said[0].words, word_lists().stop
    found = cues.group("certain", "comes_about").find([word.stem for word in words])
    if not any(small.issuperset(word.text for word in words[cue.end :]) for cue in found):
        return None
    return said.wants(Intent.ASK).about(Query(Intent.ASK), readings)


def _matters(said: Utterance) -> Query | None:
    """Read what something bears on that is put into words: `does the asthma matter?`."""
    said = said.wants(Intent.WHAT_FOLLOWS)
    *before, last = said.said
    if before and not _says_more(replace(said, said=[last]), "matters"):
        told = _matters(replace(said, said=before[-1:]))  # `Is 60 not just a number? Why …?`
        told = _doubted(said, told) if told and _disbelieves(before[-1]) else told
        return replace(told, clarify=True) if told else None
    if before or _denies_to_matter(last) or not _says_more(said, "matters"):
        return None
    readings = said.whole.readings(Intent.WHAT_FOLLOWS)
    worded = [each for each in readings if each.traits is not None and not each.traits.wordless]
    if not worded or worded[0] is not readings[0]:
        return None
    knows = said.context.matcher.foreseen.knows
    known = [r for r in worded if knows(r.statement) and r.level >= worded[0].level]
    if known and not knows(worded[0].statement):  # nobody speaks of the other
        worded = [replace(known[0], score=worded[0].score), *known[1:]]
    return said.about(Query(Intent.WHAT_FOLLOWS), worded)


def _disbelieves(sentence: Sentence) -> bool:
    """Tell whether a sentence says that something is not believed: `I don't believe that …`."""
    words = tuple(word.text for word in sentence.words)
    return any(words[: len(each)] == each for each in sayings.of("disbelieving", "opens"))


def _doubted(said: Utterance, query: Query) -> Query:
    """Ask what it changes if something that holds is not so, where it is asked what it bears on."""
    if query.statement is None or not said.context.holds(query.statement):
        return query
    truth = {query.statement: False}
    return replace(query, intent=Intent.WHAT_IF, statement=None, assume=truth, alternatives=())


def _denies_to_matter(sentence: Sentence) -> bool:
    """Tell whether it is denied that something counts: `why do her years not count?`."""
    counts = cues.group("certain", "matters").find([word.stem for word in sentence.words])
    return bool(counts) and any(word.text in word_lists().negation for word in sentence.words)


def _says_more(said: Utterance, asked: str = "against") -> bool:
    """Tell whether more is said than what asks for objections, and what points back."""
    small = word_lists().stop | words_of("open_questions")
    for sentence in said.said:
        found = cues.group("certain", asked).find([word.stem for word in sentence.words])
        taken = {place for cue in found for place in cue.places}
        if any(w.text not in small for p, w in enumerate(sentence.words) if p not in taken):
            return True
    return False


def _groups(said: Utterance, sentence: Sentence) -> Iterator[str]:
    first = next((p for p, w in enumerate(sentence.words) if w.text not in _LEADING), 0)
    sentence = replace(sentence, words=sentence.words[first:])
    stems = [word.stem for word in sentence.words]
    for cue in cues.group("certain").find(stems, said.mentions(sentence)):
        yield cue.group


def _is_of_someone(said: Utterance) -> bool:
    """Tell whether one who wants and fears things is named, or pointed to."""
    actors = said.context.index.actors
    return not said.entities or any(entity in actors for entity in said.entities)


def _without(said: Utterance) -> Query | None:
    """Read `without Anna?`: she says nothing. None where she says nothing anyway.

    Before anything was asked that she could be left out of, one asks back who is meant.
    """
    people = said.context.index.names.people
    person = next((each for each in said.entities if each in people), None)
    denied = turnabouts.sayings(said.context, person) if person else []
    query = Query(Intent.WHAT_IF, said.context.goal, dict.fromkeys(denied, False))
    if denied:
        return said.wants(Intent.WHAT_IF).sure_of(query)
    openly = said.said[0].words[0].text in words_of("open_questions")
    asks_back = said.context.goal is None and (person or not openly)
    named = describing.describes(said) if asks_back else None
    return replace(named, clarify=True) if named else None


def where(said: Utterance) -> Query | None:
    """Read `where was Leo born?`, which asks for a place, not for a paragraph."""
    sentence = said.said[0]
    words, mentions = [word.text for word in sentence.words], said.mentions(sentence)
    if len(said.said) > 1 or words[:1] != ["where"] or not any(m.start == 2 for m in mentions):
        return None
    if words[1] not in _BEING | words_of("supporting") or _asks_for_source(said, sentence):
        return None
    fact = dates.told(said.whole, dated=False)
    if fact is not None:
        return said.wants(Intent.ASK).sure_of(Query(Intent.ASK, fact))
    if any(each.coverage >= WHOLLY for each in said.whole.readings(Intent.SOURCE)[:1]):
        return None
    done, end = sentence.words[-1], mentions[-1].end
    happened = words[1] in _BEING and done.text != done.stem and end == len(words) - 1
    told = _told_where(said, mentions[-1].entities[0]) if happened or end == len(words) else None
    if told is not None:
        return told
    return Query(Intent.OUT_OF_SCOPE, confidence=LIKELY_BEYOND, clarify=True) if happened else None


def _told_where(said: Utterance, entity: str) -> Query | None:
    """Offer what describes somebody or something where that names a place it is at."""
    known = said.context.case.rulebase.vocabulary.entities.get(entity)
    words = plain_words(known.about) if known is not None else []
    if words_of("places_before").isdisjoint(words):
        return None
    return Query(Intent.DESCRIBE, entity=entity, confidence=LIKELY_BEYOND, clarify=True)


def _asks_for_source(said: Utterance, sentence: Sentence) -> bool:
    """Tell whether a strong turn of phrase asks for a paragraph: `where is … mentioned`."""
    found = cues.intents().find([word.stem for word in sentence.words], said.mentions(sentence))
    return any(cue.group == Intent.SOURCE.value and cue.weight > 2 for cue in found)


def is_what(said: Utterance) -> Query | None:
    """Read `is Anna the treasurer?` as who Anna is, where that is told of her and nothing asked."""
    sentence = said.said[0]
    words = [word.text for word in sentence.words]
    mention = next(iter(said.mentions(sentence)), None)
    if len(said.said) > 1 or mention is None or not mention.proper or mention.start != 1:
        return None
    small = word_lists().stop
    rest = [stem(word) for word in words[mention.end :] if word not in small]
    if words[0] not in _BEING or not 0 < len(rest) <= MOST_SAID:
        return None
    entity = said.context.case.rulebase.vocabulary.entities.get(mention.entities[0])
    if entity is None:
        return None
    told = (*entity.aliases, entity.name, entity.about)
    known = {stem(word) for each in told for word in plain_words(each)}
    if not known.issuperset(rest):
        return None
    return said.wants(Intent.DESCRIBE).sure_of(Query(Intent.DESCRIBE, entity=entity.id))


def is_one(said: Utterance) -> Query | None:
    """Read `is Anna the chair of the club?` where the chair is another name for Anna.

    A statement that says so is asked about, which must be put to the letter.
    """
    sentence = said.said[0]
    mentions = said.mentions(sentence)
    named = {each for mention in mentions for each in mention.entities}
    verb, *words = said.text.rstrip(" ?").split() or [""]
    if len(said.said) > 1 or len(named) != 1 or len(mentions) < 2 or verb.lower() not in _BEING:
        return None
    for end in range(1, len(words)):
        told = " ".join((*words[:end], verb.lower(), *words[end:]))
        readings = said.context.case.rulebase.vocabulary.read(told)
        if len(readings) == 1 and readings[0].statement.is_ground:
            (found,) = readings
            query = Query(Intent.ASK, found.statement, denied=not found.positive)
            return said.wants(Intent.ASK).sure_of(query)
    return None


def _carries(said: Utterance) -> Query | None:
    """Read what carries a conclusion that is put into words."""
    return asking.asks(said.wants(Intent.LINCHPINS), Intent.LINCHPINS)


_PLAIN: Mapping[str, Callable[[Utterance], Query | None]] = {
    "carries": _carries,
    "comes_about": _comes_about,
    "against": _against,
    "matters": _matters,
}
"""By groups of turns of phrase, those that read a question which supposes nothing."""
