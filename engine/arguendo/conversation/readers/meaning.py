"""What a word means that a statement says: `what does financial need mean?`, `define resident`.

What is a name for somebody or something is described instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english.stems import stem
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Manner, Query
from arguendo.statements import Predicate, Sort, Statement

SURE = 0.9
MOST_WORDS = 14
_VALUES = frozenset({Sort.DATE.value, Sort.NUMBER.value})


def read(said: Utterance) -> Query | None:
    """Read a question what words mean that one statement says."""
    if len(said.said) != 1 or len(said.said[0]) > MOST_WORDS:
        return None
    (sentence,) = said.said
    words = [word.text for word in sentence.words]
    found = cues.group("meanings", "asks").find([word.stem for word in sentence.words])
    passing = words_of("pointing_things") | words_of("ifs")
    plain = not found and _asks_what(words)
    if not (found or plain) or said.mentions(sentence) or not passing.isdisjoint(words):
        return None
    taken = {place for cue in found for place in cue.places}
    content = values.content_of(said, sentence, taken) - {*map(stem, words_of("beside_a_term"))}
    if not content or _is_in_a_name(said, content):
        return None
    predicate = _predicate(said, content, whole=plain)
    statement = next(_instances(said, predicate), None) if predicate is not None else None
    if statement is None:
        return None
    return Query(
        Intent.LIST, statement, listing=Listing.RULES, manner=Manner.MEANING, confidence=SURE
    )


def _is_in_a_name(said: Utterance, content: frozenset[str]) -> bool:
    """Tell whether words are some of a name: what goes by that is described, if in doubt."""
    names = said.context.index.names
    calls = (name for entity in names.kinds for name in names.of(entity))
    return any(content <= {*map(stem, name)} for name in calls)


def _asks_what(words: Sequence[str]) -> bool:
    """Tell whether it is asked what something is: `what is a studying parent?`."""
    if not words_of("subjects").isdisjoint(words):
        return False  # `what is he committed to?`
    leading = words_of("leading") | words_of("pleasantries")
    start = next((place for place, word in enumerate(words) if word not in leading), 0)
    return words[start : start + 1] == ["what"] and words[start + 1 : start + 2] == ["is"]


def _predicate(said: Utterance, content: frozenset[str], whole: bool) -> Predicate | None:
    """Return the one statement that says all that is asked for, with the fewest words besides.

    As a `whole` it says nothing else, and has neither a day nor a number.
    """
    shares: dict[str, float] = {}
    known = said.context.case.rulebase.vocabulary.predicates
    for predicate in known.values():
        if whole and any(_VALUES.intersection(slot.kinds) for slot in predicate.slots):
            continue
        told = map(words_of_template, (predicate.says, *predicate.also))
        fitting = [len(content) / len(own) for own in told if content <= own]
        if fitting:
            shares[predicate.id] = max(fitting)
    best = [each for each, share in shares.items() if share == max(shares.values())]
    found = len(best) == 1 and (shares[best[0]] == 1 or not whole)
    return known[best[0]] if found else None


def _instances(said: Utterance, predicate: Predicate) -> Iterator[Statement]:
    """Go through what the rule base speaks of that says so, what is so first."""
    known = said.context.matcher.foreseen.of(predicate.id)
    yield from sorted(known, key=lambda each: not said.context.holds(each))
