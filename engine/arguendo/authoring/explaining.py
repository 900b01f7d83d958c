"""A rule read back in English, as one would explain it to the expert who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from arguendo.authoring.reading_back import (
    Application,
    Consequence,
    Neighbour,
    ReadBack,
    Saying,
    variables_of,
)
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.wording import degrees
from arguendo.wording.grammar import named, quoted, sentence, series
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.rules import conditions_in_words, names_in, rule_in_prose
from arguendo.wording.statements import Names, Speaker

MOST = 8
"""Items of a list that are told."""


def read_back_page(found: ReadBack) -> Page:
    """Tell a rule: what it says, when it is silent, what is like it, what follows, what it does."""
    teller = _Teller(found)
    prose = rule_in_prose(found.case.rulebase, found.rule)
    head = replace(prose, heading=f"{found.rule.title} ({found.rule.id})")
    blocks = (
        head,
        *teller.silence(),
        teller.backwards(),
        teller.neighbours(),
        teller.reach(),
        teller.today(),
    )
    return Page(tuple(block for block in blocks if block.lines))


class _Teller:
    def __init__(self, found: ReadBack) -> None:
        self.found = found
        self.rule = found.rule
        self.speaker = Speaker(found.case.rulebase)
        self.scale = found.case.rulebase.scale

    def silence(self) -> Iterator[Block]:
        """Say when the rule is silent."""
        names = names_in(self.speaker, self.rule)
        asked, rebutting = (
            [sentence(conditions_in_words(self.speaker, names, [part])) for part in parts]
            for parts in (self.rule.condition.parts, self.rule.rebuttals)
        )
        rebutting += [
            sentence(f"{quoted(winner.title)} applies, which takes precedence")
            for winner in self.found.winners
        ]
        head = "It is silent when this is missing:"
        if len(asked) > 1:
            head = "It is silent when any one of these is missing:"
        if asked:
            yield Block(Role.LIST, tuple(asked), head)
        lead = "It is silent as well" if asked else "It is silent"
        if rebutting:
            yield Block(Role.LIST, tuple(rebutting), f"{lead} when this is so, however likely:")

    def backwards(self) -> Block:
        """Say how far the rule can be read from its claim to its grounds."""
        claims = self._claims(self.rule)
        others = [quoted(other.title) for other in self.found.rivals]
        if others:
            silence = (
                "Its silence says nothing against its claim, which may rest on "
                f"{named(others[:MOST], 'or')} as well"
            )
        else:
            silence = "No other rule concludes this, yet its silence alone does not make it false"
        return Block(Role.NOTE, (self._contrapositive(claims), sentence(silence)))

    def _contrapositive(self, claims: str) -> str:
        rule = self.rule
        if not rule.condition.parts:
            return sentence("it asks for no grounds, so it cannot be read backwards")
        if rule.qualifier >= self.scale.top and not rule.rebuttals and not self.found.winners:
            return sentence(
                f"read backwards: it claims without exception that {claims}, "
                "so where that is false, one of its grounds must be, too"
            )
        why = []
        if rule.qualifier < self.scale.top:
            why.append(f"it concludes {self._strength(rule)} only")
        if rule.rebuttals or self.found.winners:
            why.append("it has exceptions")
        return sentence(
            "it does not hold backwards: where its claim is false its grounds may hold all the "
            f"same, since {' and '.join(why)}"
        )

    def neighbours(self) -> Block:
        """Say which rules are most alike, and how they differ."""
        lines = tuple(self._neighbour(each) for each in self.found.neighbours)
        return Block(Role.LIST, lines, "The rules most like it:" if lines else "")

    def _neighbour(self, each: Neighbour) -> str:
        parts = [
            "concludes the same" if each.same_claim else f"concludes that {self._claims(each.rule)}"
        ]
        if each.only_there:
            parts.append(f"also asks that {self._conditions(each.only_there, each.rule)}")
        if each.only_here:
            parts.append(f"does not ask that {self._conditions(each.only_here, self.rule)}")
        if each.gives_way_there:
            parts.append(
                f"gives way when {self._conditions(each.gives_way_there, each.rule, 'or')}"
            )
        if each.gives_way_here:
            parts.append(
                f"does not give way when {self._conditions(each.gives_way_here, self.rule, 'or')}"
            )
        if each.rule.qualifier != self.rule.qualifier:
            parts.append(f"concludes {self._strength(each.rule)}")
        if len(parts) == 1 and each.same_claim:
            parts.append(
                "differs in nothing that is concluded"
                if each.same_shape
                else "puts together otherwise what it asks for"
            )
        return sentence(f"{quoted(each.rule.title)} ({each.rule.id}) {'; it '.join(parts)}")

    def reach(self) -> Block:
        """Say what may rest on the rule in turn."""
        lines = [self._consequence(each) for each in self.found.consequences[:MOST]]
        if len(self.found.consequences) > MOST:
            lines.append(f"and {len(self.found.consequences) - MOST} more")
        lines += [
            sentence(f"its claim would keep {quoted(rule.title)} silent")
            for rule in self.found.rebuts[:MOST]
        ]
        if not self.found.consequences:
            lines += [
                sentence(f"{quoted(rule.title)} asks for what it concludes")
                for rule in self.found.users[:MOST]
            ]
        if lines:
            return Block(Role.LIST, tuple(lines), "What may follow from it in turn:")
        return Block(Role.REASON, ("Nothing else rests on what it concludes.",))

    def _consequence(self, each: Consequence) -> str:
        return sentence(f"{self.speaker.says(each.statement)}, by {quoted(each.rule.title)}")

    def today(self) -> Block:
        """Say whether the rule applies in the case."""
        chosen = self.found.case.rulebase.scenario.get(self.found.case.scenario)
        where = f"In the scenario {quoted(chosen.title)}" if chosen else "On the facts alone"
        shown = self.found.applications[:MOST]
        if not shown:
            said = "nothing that is reported or open lets it apply"
            return Block(Role.REASON, (sentence(f"{where} {said}"),))
        firing = any(each.degree for each in shown)
        lines = tuple(dict.fromkeys(map(self._application, shown)))
        return Block(Role.LIST, lines, f"{where} it {'applies' if firing else 'is silent'}:")

    def _application(self, each: Application) -> str:
        claims = series([self.speaker.says(claim) for claim in each.claims])
        if each.degree:
            return sentence(f"{degrees.that(self.scale, each.degree)} {claims}")
        why = []
        if each.missing:
            why.append(f"it is not established {self.speaker.thats(each.missing, 'nor')}")
        why += [self._all(blocking) for blocking in each.blocked_by]
        why += [f"{quoted(rule.title)} takes precedence" for rule in each.overridden_by]
        return sentence(f"it does not conclude that {claims}, since {series(why)}")

    def _all(self, statements: Sequence[Statement]) -> str:
        return self.speaker.all_put({s: self.found.case.holds(s) for s in statements})

    def _claims(self, rule: Rule) -> str:
        return self.speaker.all_of(rule.claims)

    def _conditions(self, said: Iterable[Saying], rule: Rule, word: str = "and") -> str:
        """Join conditions of a rule; only the variables that come up tell of first and second."""
        listed = list(said)
        kinds = names_in(self.speaker, rule).kinds
        met = dict.fromkeys(variable for each in listed for variable in variables_of(each))
        names = Names({variable: kinds[variable] for variable in met if variable in kinds})
        return conditions_in_words(self.speaker, names, listed, word)

    def _strength(self, rule: Rule) -> str:
        if rule.qualifier >= self.scale.top:
            return "without reservation"
        return f"with the word {quoted(self.scale.word(rule.qualifier) or '')}"
