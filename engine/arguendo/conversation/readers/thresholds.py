"""Questions from which number on something is so, or up to which: `how high may the rent be?`.

Every word must speak of what has the number, of what a rule concludes from it, or only ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap

from arguendo.conversation.english import numerals
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.lexicon import units_alike, word_lists, words_of
from arguendo.conversation.readers import dimensions, values
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.suppositions import amounts, numbered
from arguendo.conversation.suppositions.amounts import Measure
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.thresholds import Threshold, thresholds
from arguendo.inquiry.query import Intent, Listing, Manner, Query, Value
from arguendo.rules import Rule
from arguendo.statements import Statement

SURE = 0.9
_BOTH, _NUMBER, _CLAIM = 3, 2, 1
"""How much is spoken of: what has the number and what it is for, or one of them; what has the
number twice as much where no word for it is one for what it is for."""


@dataclass(frozen=True)
class _Asked:
    """A question taken apart."""

    content: frozenset[str]
    """The stems of what it says."""
    named: frozenset[str]
    counted: str
    """The stem of what is counted: `how many …`; empty where nothing is."""
    calls: bool
    """Whether it may ask for more than a number, or for less: for what is so."""
    points: bool
    """Whether it takes up what was spoken of before."""
    like: str
    """By what that is like it asks for a number: `how old`; empty elsewhere."""


def read(said: Utterance) -> Query | None:
    """Read a question for a threshold; None where no rule has the one that is asked for."""
    if len(said.said) != 1 or said.parts.assumed or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    taken = _asking(sentence)
    if taken is None:
        return None
    asked = _taken_apart(said, sentence, taken)
    known = {each.predicate.id: each for each in amounts.measures(said.context)}
    ranked = [
        (speaks, each)
        for each in thresholds(said.context.case)
        if (measure := known.get(each.ground.predicate)) and measure.place == each.place
        if dimensions.may_tell(said, sentence, measure.predicate)
        if (speaks := _speaks(said, asked, each, measure))
    ]
    most = max((speaks for speaks, _ in ranked), default=0)
    return _query(said, asked, [each for speaks, each in ranked if speaks == most], most) or (
        None if ranked else _counted(said, sentence, taken)
    )


def _asking(sentence: Sentence) -> frozenset[int] | None:
    """Return where the words stand that ask for a threshold; None where none do."""
    words = [word.text for word in sentence.words]
    found = _asks_outright(sentence)
    if found:
        return frozenset(found[0].places)
    if len(words) > 2 and words[0] in words_of("whichever"):
        needs = [p for p, word in enumerate(words) if word in words_of("calling_for")]
        return frozenset((0, *needs)) if needs else None
    if len(words) < 3 or words[0] != "how":
        return None
    like = bool(dimensions.asked_for(sentence)) or words[1] in words_of("counting")
    needing = words_of("needing") | words_of("calling_for_all")
    needs = [p for p, word in enumerate(words) if p > 1 and word in needing]
    needs += [p for p, pair in enumerate(pairwise(words)) if p > 1 and _has_to(*pair)]
    return frozenset((0, 1, *needs)) if like and needs else None


def _asks_outright(sentence: Sentence) -> list[Found]:
    """Find the turns of phrase that ask for nothing but a threshold."""
    return cues.group("thresholds", "asks").find([word.stem for word in sentence.words])


def _has_to(word: str, after: str) -> bool:
    return word in words_of("needing_to") and after == "to"


def _taken_apart(said: Utterance, sentence: Sentence, taken: frozenset[int]) -> _Asked:
    passing = words_of("changing") | words_of("needing") | words_of("amounting")
    passing |= words_of("calling_for_all") | words_of("and_still_fine")
    content = values.content_of(said, sentence, taken) - {*map(stem, passing)}
    points = any(word.text in words_of("pointing_things") for word in sentence.words)
    texts = [word.text for word in sentence.words]
    calls = texts[0] in words_of("whichever") or words_of("needing").isdisjoint(texts)
    calls = calls and not any(starmap(_has_to, pairwise(texts))) and not _asks_outright(sentence)
    like = dimensions.asked_for(sentence)
    return _Asked(content, frozenset(said.entities), _counts(sentence), calls, points, like)


def _counts(sentence: Sentence) -> str:
    """Return the stem of what *how many* counts."""
    words = sentence.words
    counts = len(words) > 2 and words[0].text == "how" and words[1].text in words_of("counting")
    small = words_of("needing") | words_of("calling_for_all") | word_lists().auxiliaries
    return words[2].stem if counts and words[2].text not in small else ""


def _speaks(said: Utterance, asked: _Asked, each: Threshold, measure: Measure) -> int:
    """Tell how much a question says of a threshold; nothing where it says anything else."""
    of_number = measure.own | measure.units | {stem(measure.name)} | dimensions.called(measure)
    if not _is_counted(asked.counted, measure):
        return 0
    of_claim = _of_claims(said, each.rule) | _kinds(said, (each.ground, *each.claims))
    fits = _fitting(said, [each.ground]), _fitting(said, each.claims)
    if not asked.content <= of_number | of_claim or not asked.named <= fits[0] | fits[1]:
        return 0
    number = not asked.content.isdisjoint(of_number) or _was_spoken_of(said, asked, measure)
    like = dimensions.is_like(measure, asked.like)
    called = not asked.content.isdisjoint(dimensions.named(measure))
    claim = not asked.content.isdisjoint(of_claim - of_number) or bool(asked.named - fits[0])
    plainly = number and not asked.content.isdisjoint(of_number - _says(said, each.claims))
    return _NUMBER * (number + plainly + like + called) + _CLAIM * claim


def _is_counted(counted: str, measure: Measure) -> bool:
    """Tell whether a number may be of what is counted: years are no days."""
    if counted in map(stem, units_alike()):
        return counted in measure.units
    return counted in ("", stem(measure.name), *measure.own, *measure.units)


def _of_claims(said: Utterance, rule: Rule) -> frozenset[str]:
    """Return the stems of what a rule concludes, and of what it is called."""
    return _says(said, rule.claims) | words_of_template(rule.title)


def _says(said: Utterance, claims: Sequence[Statement]) -> frozenset[str]:
    """Return the stems of what says some conclusions."""
    predicates = [said.context.case.rulebase.vocabulary.predicates[c.predicate] for c in claims]
    says = (text for each in predicates for text in (each.says, *each.also))
    return frozenset[str]().union(*map(words_of_template, says))


def _kinds(said: Utterance, statements: Sequence[Statement]) -> frozenset[str]:
    """Return the stems of the words for whom some statements of a rule are about: `a person`."""
    predicates = said.context.case.rulebase.vocabulary.predicates
    slots = (slot for each in statements for slot in predicates[each.predicate].slots)
    return frozenset(stem(kind) for slot in slots for kind in slot.kinds) - {"number"}


def _fitting(said: Utterance, statements: Sequence[Statement]) -> frozenset[str]:
    """Return all that some statements of a rule could be about."""
    vocabulary = said.context.case.rulebase.vocabulary
    slots = [slot for each in statements for slot in vocabulary.predicates[each.predicate].slots]
    return frozenset(e for e in vocabulary.entities if any(vocabulary.suits(e, s) for s in slots))


def _was_spoken_of(said: Utterance, asked: _Asked, measure: Measure) -> bool:
    """Tell whether a question takes up a number that was spoken of last."""
    last = numbered.last_numbers(said.context) if asked.points else ()
    return {each.predicate for each in last} == {measure.predicate.id}


def _query(said: Utterance, asked: _Asked, found: list[Threshold], most: int) -> Query | None:
    """Ask for the threshold there is; of what has several for all of them."""
    if not found or len({each.ground.predicate for each in found}) > 1:
        return None
    of_both = most >= _BOTH and most % _NUMBER == _CLAIM
    if (most == _CLAIM and len(found) > 1) or (asked.calls and not of_both):
        return None
    statement = next(_stated(said, asked, found[0]), None)
    if statement is None:
        return None
    rule = found[0].rule.id if len({each.rule.id for each in found}) == 1 else None
    value = Value(found[0].place)
    return Query(
        Intent.ASK, statement, rule=rule, value=value, manner=Manner.LIMIT, confidence=SURE
    )


def _stated(said: Utterance, asked: _Asked, found: Threshold) -> Iterator[Statement]:
    """Go through the statements with such a number, those of whom is named first."""
    for measure in amounts.measures(said.context):
        if measure.predicate.id == found.ground.predicate:
            held = amounts.holding(said.context, measure)
            yield from sorted(held, key=lambda each: asked.named.isdisjoint(each.arguments))


def _counted(said: Utterance, sentence: Sentence, taken: frozenset[int]) -> Query | None:
    """Show the one rule whose title has a number, for what is asked how many it takes."""
    if not _counts(sentence):
        return None
    content = values.content_of(said, sentence, taken | {2}) - {*map(stem, words_of("needing"))}
    found = [
        rule
        for rule in said.context.case.rulebase.rules
        if content and content <= _of_claims(said, rule) and _counts_heads(said, rule.title)
        if frozenset(said.entities) <= _fitting(said, rule.claims)
    ]
    if len(found) != 1:
        return None
    return Query(Intent.LIST, listing=Listing.RULES, rule=found[0].id, confidence=SURE)


def _counts_heads(said: Utterance, title: str) -> bool:
    """Tell whether a title begins with a number that is of no measure: `Two make a pair`."""
    first, second, *_ = (*plain_words(title), "", "")
    of = frozenset[str]().union(*(each.units for each in amounts.measures(said.context)))
    number = numerals.small(first) or numerals.is_figure(first)
    return bool(number) and first != "one" and not amounts.is_unit(of, second)
