"""Scenarios that a text refers to, by their titles and other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word, plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import ways
from arguendo.conversation.statements.analysis import Analysis, analyse
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.index import Index
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

LEAST, LEAST_OTHER = 0.5, 0.3
"""How much of a scenario's name must stand in the text, and of one that is told of in a clause,
where it is compared with another that is named: `the one where nobody pays`."""
LEAST_COMPARING = 2.5
"""How much must speak for a comparison."""
LIKELY = 0.6
"""How likely a comparison must be where little else speaks for it."""
PLAIN = 3.5
"""The score from which on a half of it is a supposition of its own."""
ALONE = 4.0
"""The score from which on even a short question is about a statement of its own."""
MOST_DENYING = 10
"""Words of a half that only denies the other."""
_BETWEEN = words_of("between")
_OR = words_of("sides_apart")
_CUTTING = words_of("cuts_in_two")
_WHERE = words_of("opens_a_side")
_DENYING = word_lists().negation | {"without"}


def named(context: Context, said: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the scenarios that a text names, in its order."""
    words = [word for sentence in said for word in sentence.words]
    parts = [[word.text for word in part] for part in _parts(words)]
    named_in = [_best(context, part) for part in parts]
    if len(parts) > 1 and sum(each is not None for each in named_in) == 1:
        sure = next(each for each in named_in if each)
        named_in = [
            each
            or (None if _WHERE.isdisjoint(part[1:]) else _best(context, part, LEAST_OTHER, sure[1]))
            for each, part in zip(named_in, parts, strict=True)
        ]
    return tuple(dict.fromkeys(each[1] for each in named_in if each))


def find(context: Context, text: str) -> str | None:
    """Return the scenario that a short text names."""
    wanted = "_".join(text.casefold().split()).replace("-", "_")
    if wanted in context.case.rulebase.scenario:
        return wanted
    scored = _best(context, plain_words(text))
    return scored[1] if scored else None


def compares(said: Utterance) -> Query:
    """Read a comparison of scenarios, or of the case with and without assumptions."""
    found = named(said.context, said.said)
    of_each = ways.compared(said) if len(found) < 2 else None
    if of_each is not None:
        return of_each
    if found:
        return said.sure_of(Query(Intent.COMPARE, scenarios=found[:2]))
    assumed = read_assumptions(said.context, list(_alternatives(said.said)))
    least = ALONE if len(assumed.truth) < 2 else ways.EACH
    truth = assumed.truth if assumed.score >= least else {}
    if not (truth or said.context.case.assumptions) and (offered := ways.towards_all(said)):
        return offered
    query = said.sure_of(Query(Intent.COMPARE, assume=truth))
    return replace(query, clarify=True) if len(truth) == 1 and ways.is_half_read(said) else query


def _alternatives(said: Sequence[Sentence]) -> Iterator[tuple[Word, ...]]:
    """Cut a comparison between what it compares: `fresh incentives or a guarantee`."""
    for sentence in said:
        words, start = sentence.words, 0
        for place in (*(p for p, w in enumerate(words) if w.text in _OR), len(words)):
            if place > start:
                yield words[start:place]
            start = place + 1


def contrasts(said: Utterance) -> Query | None:
    """Read a comparison of two suppositions: `the case where Ben pays with one where he doesn't`.

    A second half that only denies, `and without`, turns the first around.
    """
    words = [word for sentence in said.said for word in sentence.words]
    plain = said.wanted.score(Intent.COMPARE) >= LEAST_COMPARING
    if plain or said.likely.of(Intent.COMPARE) >= LIKELY:
        found = _with_and_without(said)
        if found is not None:
            return found
    if not plain or not _supposes(words):
        return None
    compared = {place for _, place in said.wanted.places.get(Intent.COMPARE, ())}
    kept = [word for place, word in enumerate(words) if len(said.said) > 1 or place not in compared]
    cut = _before_denial(said, kept)
    if cut:
        first = read_assumptions(said.context, [kept[:cut]])
        return _turned(first) if first.score >= PLAIN else None
    return _two_cases(said, kept)


def _turned(first: Assumed) -> Query | None:
    """Compare what is supposed with the opposite."""
    if not first.truth:
        return None
    turned = {statement: not true for statement, true in first.truth.items()}
    return Query(Intent.COMPARE, assume=first.truth, cases=(first.truth, turned), confidence=0.85)


def _with_and_without(said: Utterance) -> Query | None:
    """Read `with and without a mane`, `with a mane or without one`: two cases, one the opposite."""
    context = said.context
    for sentence in said.said:
        words = sentence.words
        texts = [word.text for word in words]
        without = texts.index("without") if "without" in texts else 0
        place = next((p for p in range(without)[::-1] if texts[p] == "with"), None)
        if place is None:
            continue
        between, behind = _until(words, place + 1), _until(words, without + 1)
        first = read_assumptions(context, [between or behind], beside=[words[:place]])
        again = all(word.text in word_lists().stop for word in behind)
        again = again or not between or read_assumptions(context, [behind]).truth == first.truth
        return _turned(first) if again and first.score >= PLAIN else None
    return None


def _until(words: Sequence[Word], start: int) -> Sequence[Word]:
    """Return words from a place up to a mark or a word between two things."""
    ends = range(start, len(words))
    end = next((p for p in ends if words[p].text in _CUTTING or words[p].before), len(words))
    return words[start:end]


def _two_cases(said: Utterance, words: Sequence[Word]) -> Query | None:
    """Read two suppositions of their own, where no two scenarios are named."""
    of_each = ways.compared(said) if len(named(said.context, said.said)) < 2 else None
    if of_each is not None:
        return of_each
    halves = _parts(words)
    if len(halves) != 2:
        return None
    first, second = (read_assumptions(said.context, [half]) for half in halves)
    if min(first.score, second.score) < PLAIN or first.truth == second.truth:
        return None
    if set(first.truth) != set(second.truth) and len(named(said.context, said.said)) > 1:
        return None
    return Query(Intent.COMPARE, cases=(first.truth, second.truth), confidence=0.8)


def _before_denial(said: Utterance, words: Sequence[Word]) -> int:
    """Return where a last part begins that says no more than *not*: `and without`; else 0."""
    cuts = [place for place, word in enumerate(words) if place and word.text in _BETWEEN]
    for cut in cuts:
        tail = Sentence(tuple(words[cut:]))
        denies = any(word.text in _DENYING for word in tail.words)
        if denies and len(tail) <= MOST_DENYING and not said.mentions(tail):
            return cut
    return 0


def _supposes(words: Sequence[Word]) -> bool:
    """Tell whether a text speaks of cases by what is so in them."""
    return any(word.text in _WHERE or word.text in _DENYING for word in words)


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """Cut a text at each word that may stand between two things compared; keep both cuts."""
    cuts = [p for p, word in enumerate(words) if word.text in _BETWEEN]
    best: list[list[Word]] = [list(words)]
    for cut in cuts:
        halves = [list(words[:cut]), list(words[cut + 1 :])]
        if min(map(len, halves)) > 0 and abs(len(halves[0]) - len(halves[1])) < abs(
            len(best[0]) - len(best[-1]) if len(best) > 1 else len(words)
        ):
            best = halves
    return best


def _best(
    context: Context, words: Sequence[str], least: float = LEAST, besides: str = ""
) -> tuple[float, str] | None:
    """Return the scenario that words name best, `besides` left out, with how well they do."""
    index = context.index
    said = analyse(words, index.names)
    features = {f for unit in said.units for f in unit.features}
    scored = [
        (_coverage(index, analyse(plain_words(name), index.names), features), scenario.id)
        for scenario in context.case.rulebase.scenarios
        if scenario.id != besides
        for name in (scenario.title, *scenario.also, scenario.id.replace("_", " "))
    ]
    best = max(scored, default=(0.0, ""))
    return best if best[0] >= least else None


def _coverage(index: Index, name: Analysis, features: set[str]) -> float:
    """Tell how much of a name stands in a text; longer names count for more."""
    total = matched = 0.0
    for unit in name.units:
        weight = max(index.weight(f) or 2.0 for f in unit.features) * unit.share
        total += weight
        fits = [0.75 if f[0] == "*" else 1.0 for f in unit.features if f in features]
        matched += weight * max(fits, default=0.0)
    return (matched / total) * (matched / (matched + 1.0)) if total and matched else 0.0
