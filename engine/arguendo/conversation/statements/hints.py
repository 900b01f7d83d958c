"""What the words of a whole text hint that it supposes and asks, as a rule base associates them.

For each statement that may be supposed, supposed not to be so or asked about, a logistic regression
whose weights a rule base brings along in its section `associations`; without them nothing is hinted
at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, starmap
from struct import Struct

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Names
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement

ALWAYS = "*"
"""What every text shows."""
PAIR = "+"
"""What joins two words that follow each other."""
_NUMBERED = Struct("<If")

Told = Mapping[tuple[Statement, bool], float]
"""How likely each statement is supposed (or asked about), or supposed not to be so: log-odds."""


@dataclass(frozen=True)
class Hints:
    """Statements, true or false, and what each word or pair says for their being meant."""

    statements: tuple[tuple[Statement, bool], ...] = ()
    weights: Mapping[str, bytes] = field(default_factory=dict)
    """Stem, `@entity` or pair to the numbers of statements, each with a weight: `packed`."""

    def told(self, signs: Iterable[str]) -> Told:
        """Tell how likely a text with such signs means each of them."""
        sums = [0.0] * len(self.statements)
        for sign in signs:
            for number, weight in _NUMBERED.iter_unpack(self.weights.get(sign, b"")):
                sums[number] += weight
        return dict(zip(self.statements, sums, strict=True))

    def speaking(
        self, signs: Iterable[str], meant: tuple[Statement, bool], most: int
    ) -> list[tuple[str, float]]:
        """Return the signs of a text that say most for something being meant, as words."""
        if meant not in self.statements:
            return []
        number, found = self.statements.index(meant), dict[str, float]()
        for sign in signs:
            shown = sign.replace("@", "").replace(PAIR, " ")  # a word and whom it names are one
            for each, weight in _NUMBERED.iter_unpack(self.weights.get(sign, b"")):
                if each == number:
                    found[shown] = found.get(shown, 0.0) + weight
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return [
            (shown, weight) for shown, weight in ranked[:most] if weight > 0 and shown != ALWAYS
        ]


def packed(weights: Iterable[tuple[int, float]]) -> bytes:
    """Pack the numbers of statements and their weights, so that they are kept and read fast.

    Weights are of single precision: their sums are exact, in whatever order signs come.
    """
    return b"".join(starmap(_NUMBERED.pack, weights))


def signs(said: Iterable[Sentence], names: Names) -> frozenset[str]:
    """Return what a text is looked up by: stems and entities, and pairs of them."""
    found = {ALWAYS}
    for sentence in said:
        for words in _between_marks(sentence.words):
            tokens = list(_tokens([word.text for word in words], names))
            found.update(tokens)
            found.update(PAIR.join(pair) for pair in pairwise(tokens))
    return frozenset(found)


def _between_marks(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut a sentence at its marks: words on both sides of a comma are no pair."""
    starts = [0, *(place for place, word in enumerate(words) if place and word.before)]
    for start, end in pairwise((*starts, len(words))):
        yield words[start:end]


def _tokens(words: Sequence[str], names: Names) -> Iterator[str]:
    """Go through words as stems, and what is named as the first that the name may mean."""
    named = {each.start: each for each in names.find(words) if each.entities}
    place = 0
    while place < len(words):
        mention = named.get(place)
        yield f"@{mention.entities[0]}" if mention else stem(words[place])
        place = max(place + 1, mention.end if mention else 0)


def hints(rulebase: RuleBase) -> Hints:
    """Gather what a rule base has words for that are supposed."""
    return _gathered(
        rulebase,
        (
            (each.statement, true, told)
            for each in rulebase.associations
            for true, told in ((True, each.supposed), (False, each.denied))
        ),
    )


def asked_hints(rulebase: RuleBase) -> Hints:
    """Gather what it has words for that are asked about."""
    return _gathered(rulebase, ((a.statement, True, a.asked) for a in rulebase.associations))


def _gathered(
    rulebase: RuleBase,
    section: Iterable[tuple[Statement, bool, tuple[tuple[str, float], ...]]],
) -> Hints:
    statements: dict[tuple[Statement, bool], int] = {}
    found: dict[str, list[tuple[int, float]]] = {}
    for statement, true, told in section:
        for word, weight in told:
            number = statements.setdefault((statement, true), len(statements))
            found.setdefault(_sign(word, rulebase), []).append((number, weight))
    return Hints(tuple(statements), {sign: packed(told) for sign, told in found.items()})


def _sign(word: str, rulebase: RuleBase) -> str:
    """Return what a word, an id of an entity or a pair of them is looked up by."""
    entities = rulebase.vocabulary.entities
    parts = word.split(PAIR) if word != ALWAYS else [word]
    return PAIR.join(f"@{p}" if p in entities else stem(p.lower()) for p in parts)
