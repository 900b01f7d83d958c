"""Completion of what is being typed: names of entities, and sentences of the rule base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.wording.statements import Speaker
from arguendo_tui.presenters.help import commands

MOST = 5
SHORTEST = 2
"""Letters typed before anything is offered."""

_LONGEST_TAIL = 4
"""Words at the end of a line that may be the beginning of a name."""

_ASKING = ("why not", "why", "what if", "suppose", "assume", "what would it take for it that")
"""What may stand before a sentence that is completed."""


@dataclass(frozen=True)
class Completion:
    """A text that may replace the line, and what it is shown as."""

    line: str
    shown: str


@dataclass(frozen=True)
class Completer:
    """Completes lines from the sentences and names of one rule base."""

    names: tuple[str, ...]
    asked: tuple[str, ...]
    said: tuple[str, ...]
    scenarios: tuple[str, ...] = ()

    @classmethod
    def of(cls, rulebase: RuleBase) -> Completer:
        """Gather what can be completed."""
        speaker = Speaker(rulebase)
        ground = [question.statement for question in rulebase.questions]
        ground += [c for rule in rulebase.rules for c in rule.claims if c.is_ground]
        ground += [each.statement for s in rulebase.scenarios for each in s.assumptions]
        ground += [e.statement for s in rulebase.scenarios for e in s.expectations]
        ground += [fact.statement for fact in rulebase.facts]
        ground = list(dict.fromkeys(ground))
        names = [e.name for e in rulebase.vocabulary.entities.values()]
        names += [alias for e in rulebase.vocabulary.entities.values() for alias in e.aliases]
        return cls(
            tuple(dict.fromkeys(map(printable, names))),
            tuple(printable(speaker.asks(each)) for each in ground),
            tuple(printable(speaker.says(each)) for each in ground),
            tuple(map(printable, rulebase.scenario)),
        )

    def complete(self, line: str) -> tuple[Completion, ...]:
        """Offer completions of a line, the best first; none for what is complete already."""
        if line.startswith("/"):
            return tuple(self._commands(line))
        if len(line.strip()) < SHORTEST or line != line.lstrip():
            return ()
        found = dict.fromkeys([*self._sentences(line), *self._names(line)])
        return tuple(one for one in found if one.line.casefold() != line.casefold())[:MOST]

    def _commands(self, line: str) -> Iterator[Completion]:
        """Complete the name of a command, else the scenario or the sentence after it."""
        name, space, argument = line.partition(" ")
        if not space:
            for typed, does in commands():
                command = typed.partition(" ")[0]
                if command.startswith(line.casefold()) and command != line:
                    yield Completion(command, f"{typed}: {does}")
            return
        if name == "/scenario":
            found = [each for each in self.scenarios if each.startswith(argument)]
        else:
            begun = argument.strip()
            found = _ranked(begun, self.said) if len(begun) >= SHORTEST else []
        for each in [each for each in found if each != argument][:MOST]:
            yield Completion(f"{name} {each}", f"{name} {each}")

    def _sentences(self, line: str) -> Iterator[Completion]:
        lead = next((a for a in _ASKING if line.casefold().startswith(f"{a} ")), "")
        begun = line[len(lead) :].strip()
        if len(begun) < SHORTEST:
            return
        kept = f"{line[: len(lead)]} " if lead else ""
        for text in _ranked(begun, self.said if lead else self.asked):
            yield Completion(kept + text, kept + text)

    def _names(self, line: str) -> Iterator[Completion]:
        words = line.split(" ")
        for count in range(min(_LONGEST_TAIL, len(words)), 0, -1):
            tail = " ".join(words[-count:])
            if len(tail) < SHORTEST:
                continue
            head = line[: len(line) - len(tail)]
            for name in self.names:
                if name.casefold().startswith(tail.casefold()):
                    yield Completion(head + name, f"{'… ' if head else ''}{name}")


def _ranked(begun: str, texts: tuple[str, ...]) -> list[str]:
    """Return the texts that fit, those that begin so first."""
    start = begun.casefold()
    words = start.split()
    beginning = [text for text in texts if text.casefold().startswith(start)]
    fitting = [text for text in texts if text not in beginning and _fits(words, text)]
    return beginning + fitting


def _fits(words: list[str], text: str) -> bool:
    """Tell whether each word begins one of the text's words, in order."""
    rest = iter(text.casefold().split())
    return all(any(each.startswith(word) for each in rest) for word in words)
