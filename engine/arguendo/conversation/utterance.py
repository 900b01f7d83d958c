"""A text in its conversation, taken apart: what every reader of it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents.likelihood import UNTOLD, Likelihood, certain
from arguendo.conversation.intents.wanted import Wanted, wanted
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import preferring, target
from arguendo.conversation.ranking.acting import done_by, done_to
from arguendo.conversation.ranking.confidence import confidence, of_intent, signs, threshold
from arguendo.conversation.ranking.polarity import asks_denied, is_stopped
from arguendo.conversation.segmentation.segments import Parts, take_apart
from arguendo.conversation.statements import hints
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

LEAST = 2.4
"""Below this score a text is taken to speak of no statement of the rule base."""
LEAST_LIKELY, LIKELY = 1.6, 0.7
"""The same where it leaves little doubt that a statement is asked about."""
LEAST_POINTED = 1.6
"""The same where a pronoun takes up what was spoken of before."""
LEAST_DECLARED = 2
"""Words of a plain sentence that may be an assumption."""
_AND = words_of("joints")
_QUESTION_WORDS = words_of("open_questions")
_BOTH = words_of("described")
_THAT = words_of("likened")
PLAINLY_SAID = 4.0
"""The score below which a supposition may say no more than that it takes up what was told."""
MOST_ALTERNATIVES = 3
UNLIKELY = 0.5
"""Where something is less likely assumed, a reading is no surer than that it is."""
DOUBTED = 0.8
"""The same where of something assumed no more than names is said, in a rule base without
associations, where little else is spoken of; and where what one does is read as done to him."""
SAID_BESIDES = 1.0
"""What is said of somebody, weighed, that a statement must leave out to be named by him alone."""
LIKELY_ENOUGH = 0.6
"""How a reading's score must compare to the best one's for it to be offered beside it."""


def _fits_by_name_alone(reading: Reading) -> bool:
    """Tell whether a text says something of whom a statement is about, and nothing of it itself."""
    seen = reading.traits
    return seen is not None and bool(seen.wordless) and seen.left >= SAID_BESIDES


def _points_back(words: Sequence[Word]) -> bool:
    """Tell whether a supposition only takes up what was described: `granting both, …`."""
    texts = [word.text for word in words]
    like = (after for word, after in pairwise(texts) if word == "like")
    return not _BOTH.isdisjoint(texts) or not _THAT.isdisjoint(like)


def _tells(sentence: Sentence) -> bool:
    """Tell whether a sentence tells something: `why is he not in` asks without a mark as well."""
    plain = not sentence.asks and len(sentence) >= LEAST_DECLARED
    return plain and sentence.words[0].text not in _QUESTION_WORDS


@dataclass(frozen=True)
class Utterance:
    """One text, in its conversation."""

    context: Context
    said: Sequence[Sentence]
    supposing: bool = True
    """Whether it is to be searched for what it assumes."""
    likely: Likelihood = UNTOLD
    """How likely each intent is; nothing as long as it was not asked."""
    text: str = ""
    """As it was written, where that is known."""

    @cached_property
    def whole(self) -> Utterance:
        """The same without a search for what it assumes."""
        return replace(self, supposing=False)

    def wants(self, intent: Intent) -> Utterance:
        """Return the same with an intent that leaves no doubt."""
        return self.weighed(certain(intent))

    def weighed(self, likely: Likelihood) -> Utterance:
        """Return the same with how likely each intent is; what was read of it is kept."""
        found = replace(self, likely=likely)
        own = {*vars(found), "whole"}
        vars(found).update({name: each for name, each in vars(self).items() if name not in own})
        return found

    @cached_property
    def parts(self) -> Parts:
        """What it assumes and what it asks."""
        if not self.supposing:
            return Parts(rest=list(self.said))
        return take_apart(self.said, self.context.index.names)

    @cached_property
    def assumed(self) -> Assumed:
        """What was read from its assumptions."""
        rest = [word for sentence in self.parts.rest for word in sentence.words]
        found = read_assumptions(self.context, self.parts.assumed, [rest])
        if found.score >= PLAINLY_SAID or not any(map(_points_back, self.parts.assumed)):
            return found
        told = [each.words for each in self.parts.rest if not each.asks]
        described = read_assumptions(self.context, [*self.parts.declared, *told])
        return described if described.score > found.score else found

    @cached_property
    def declared(self) -> Assumed:
        """What was read from plain sentences before a question, or beside one, as assumptions."""
        rest = self.parts.rest
        plain = [each.words for each in rest if _tells(each)]
        asked = [word for sentence in rest if sentence.asks for word in sentence.words]
        told = [words for words in self.parts.declared if not self._is_topic(words)]
        return read_assumptions(self.context, [*told, *plain], [asked])

    def _is_topic(self, words: Sequence[Word]) -> bool:
        """Tell whether words only name what is then asked about: `and Anna, would she …?`."""
        found = self.context.index.names.find([word.text for word in words])
        whole = len(found) == 1 and found[0].start == 1 and found[0].end == len(words)
        return whole and words[0].text in _AND

    @cached_property
    def wanted(self) -> Wanted:
        """What speaks for each intent."""
        return wanted(self.parts.rest or self.said, self.context.index.names)

    @cached_property
    def hinted(self) -> hints.Told:
        """What its words hint that it supposes, as a rule base has them associated."""
        return self._told_by(self.context.index.hints)

    @property
    def is_hintless(self) -> bool:
        """Whether the rule base has no words for what is supposed, as new ones have none."""
        return not self.context.index.hints.statements

    def _told_by(self, told: hints.Hints) -> hints.Told:
        return told.told(self.signs) if told.statements else {}

    @cached_property
    def signs(self) -> frozenset[str]:
        """The words and pairs of words that hint at statements."""
        return hints.signs(self.said, self.context.index.names)

    def mentions(self, sentence: Sentence) -> list[Mention]:
        """Find the names in one of its sentences."""
        return self.context.index.names.find([word.text for word in sentence.words])

    @cached_property
    def entities(self) -> list[str]:
        """The entities named, those of questions first."""
        ordered = sorted(self.said, key=lambda sentence: not sentence.asks)
        found = [e for s in ordered for m in self.mentions(s) for e in m.entities[:1]]
        return list(dict.fromkeys(found))

    @cached_property
    def points(self) -> bool:
        """Whether pronouns take up what was spoken of before."""
        return bool(target.pointed(self.context, self.said))

    def leads(self, intent: Intent, least: float) -> bool:
        """Tell whether most cues speak for an intent, and enough do."""
        score = self.wanted.score(intent)
        others = [s for other, s in self.wanted.scores.items() if other is not intent]
        return score >= least and score >= max(others, default=0.0)

    def sure_of(self, query: Query) -> Query:
        """Tell how sure a reading is of which only the intent could be wrong."""
        sure = round(of_intent(self.likely.of(query.intent)), 2)
        return replace(query, confidence=sure, clarify=sure < threshold())

    def readings(
        self,
        intent: Intent,
        said: Sequence[Sentence] | None = None,
        assumed: Iterable[Statement] = (),
        near: Iterable[str] = (),
    ) -> list[Reading]:
        """List the statements that it may ask about, the likeliest first; weak ones left out."""
        sentences = said if said is not None else self.parts.rest or self.said
        found = target.readings(self.context, sentences, intent, self.wanted, assumed, near)
        least = LEAST_POINTED if self.points and self.context.goal else LEAST
        doubtless = intent is not Intent.LINCHPINS and LIKELY <= self.likely.of(intent) < 1
        if least == LEAST and doubtless:
            least = LEAST_LIKELY
        return [reading for reading in found if reading.score >= least]

    def sure(
        self, query: Query, readings: Sequence[Reading], assumed: Assumed | None = None
    ) -> float:
        """Tell how sure a reading is, with what it assumes."""
        intent, derived = self.likely.of(query.intent), None
        if readings and self.is_hintless:
            derived = self.context.is_derived(readings[0].statement)
        sure = confidence(signs(readings, intent, sum(map(len, self.said)), assumed, derived))
        if assumed and self.is_hintless and assumed.names_only:
            sure = min(sure, assumed.likely, DOUBTED)
        if readings and self.is_hintless and _fits_by_name_alone(readings[0]):
            sure = min(sure, UNLIKELY)
        return min(sure, assumed.likely) if assumed and assumed.likely < UNLIKELY else sure

    def about(
        self, query: Query, readings: Sequence[Reading], assumed: Assumed | None = None
    ) -> Query:
        """Complete a query with its statement, how sure that is, and what else it could be."""
        odds = self._told_by(self.context.index.asked_hints)
        readings = preferring.hinted_rather(self.context, readings, odds)
        best, *others = readings
        sure = self.sure(query, readings, assumed)
        doer = None
        if assumed is None and query.intent is Intent.ASK:
            doer = done_to(self.context, self.said, best)
            sure = min(sure, DOUBTED) if doer else sure
        expand = self.context.matcher.foreseen.expand
        alternatives = tuple(
            replace(
                query,
                statement=expand(other.statement)[0],
                denied=self._is_denied(query, other),
                confidence=round(sure * other.score / best.score, 2),
            )
            for other in others[:MOST_ALTERNATIVES]
            if other.score > LIKELY_ENOUGH * best.score
        )
        told = replace(
            query,
            statement=expand(best.statement)[0],
            denied=self._is_denied(query, best),
            confidence=round(sure, 2),
            clarify=sure < threshold(),
            alternatives=alternatives,
        )
        return self._of_doer(told, doer) if doer else told

    def _of_doer(self, query: Query, doer: str) -> Query:
        """Ask back whether what somebody may do is meant rather than what is done to him."""
        does = done_by(self.context, doer)[: MOST_ALTERNATIVES - 1]
        found = [replace(query, statement=each, denied=False, alternatives=()) for each in does]
        found += [replace(query, alternatives=()), *query.alternatives]
        first, *others = found
        return replace(first, clarify=True, alternatives=tuple(others[:MOST_ALTERNATIVES]))

    def _is_denied(self, query: Query, reading: Reading) -> bool:
        """Tell whether it is asked whether a statement is not so."""
        if query.intent is Intent.WHAT_IF:
            asked = [each for each in self.parts.rest if each.asks]
            return any(is_stopped(self.context, each.words, reading) for each in asked)
        is_asked = query.intent is Intent.ASK
        return is_asked and asks_denied(self.context, self.said, reading)
