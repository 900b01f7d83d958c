"""Sentences to offer while a file is written: what the rule base says, and its templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice

from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.wording.statements import Speaker

MOST = 5_000
"""Sentences that are looked through."""

SHORTEST = 3
"""Characters typed before anything is offered."""

_BEGUN = re.compile(r"\s*(?:- +)*(?:(?<=- )|(?:then|say|ask|not|expect): +)[\"']?([^\"':#]*)")
_VARIABLE = re.compile(r"\\\?\w+")


@dataclass(frozen=True)
class Sentences:
    """The sentences that one rule base can be made of."""

    names: tuple[str, ...]
    """Names and aliases, longest first."""
    said: tuple[str, ...]
    """Ground sentences, then templates with a variable in each slot."""

    @classmethod
    def of(cls, rulebase: RuleBase) -> Sentences:
        """Gather what can be offered."""
        speaker, vocabulary = Speaker(rulebase), rulebase.vocabulary
        ground: list[Statement] = [question.statement for question in rulebase.questions]
        ground += [fact.statement for fact in rulebase.facts]
        ground += [claim for rule in rulebase.rules for claim in rule.claims if claim.is_ground]
        said = [speaker.says(each) for each in islice(dict.fromkeys(ground), MOST)]
        for predicate in vocabulary.predicates.values():
            terms = tuple(f"?{slot.name}" for slot in predicate.slots)
            said.append(vocabulary.say(Statement(predicate.id, terms)))
        entities = vocabulary.entities.values()
        names = chain.from_iterable((each.name, *each.aliases) for each in entities)
        found = dict.fromkeys(map(printable, said))
        return cls(tuple(sorted(set(names), key=len, reverse=True)), tuple(islice(found, MOST)))

    def rest(self, line: str) -> str:
        """Return how a line may go on, when a sentence is begun in it; else nothing.

        Variables stand for each other, and a name at the beginning for a variable.
        """
        found = _BEGUN.fullmatch(line)
        begun = found[1] if found else ""
        if len(begun) < SHORTEST:
            return ""
        for pattern in self._patterns(begun):
            matches = ((pattern.match(each), each) for each in self.said)
            rests = [each[match.end() :] for match, each in matches if match]
            if rests:
                return "" if "" in rests else min(rests, key=len)
        return ""

    def _patterns(self, begun: str) -> list[re.Pattern[str]]:
        """Return what a sentence has to begin with, the best first."""
        ways = [begun]
        lower = begun.casefold()
        name = next((n for n in self.names if lower.startswith(f"{n.casefold()} ")), "")
        if name and len(begun) >= len(name) + SHORTEST:
            ways.append(f"?_{begun[len(name) :]}")
        texts = [_VARIABLE.sub(r"\\?\\w+", re.escape(way)) for way in ways]
        return [re.compile(text, re.IGNORECASE) for text in texts]
