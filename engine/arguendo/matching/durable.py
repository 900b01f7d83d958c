"""The matcher on durable-rules, a Rete network in C.

What durable-rules does not do as one would expect is kept inside this file and `ruleset.py`.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from durable.engine import Host, MessageNotHandledException, durable_rules_engine

from arguendo.matching.chaining import Application, ForwardChaining, Table
from arguendo.matching.ruleset import START, Definition, definition, signature
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch
from arguendo.statements import Bindings, Statement, Terms

_RULESET = "rules"
_STATE = "s"


class DurableMatcher(ForwardChaining):
    """Matches by a network of its own, compiled once; frees it when it is no longer used."""

    name = "durable-rules"

    def __init__(self, rulebase: RuleBase) -> None:
        """Compile the rules. Raises `TooLarge`."""
        super().__init__(rulebase)
        self._with_grounds = [
            place for place, (_, branch) in enumerate(self._branches) if branch.grounds
        ]
        self._looked_at = {
            signature(ground) for _, branch in self._branches for ground in branch.grounds
        }
        self._network = _Network(definition(rulebase))
        self._facts: dict[int, Statement] = {}
        self._fired: set[tuple[int, Terms]] = set()

    def _prepare(self, application: Application) -> None:
        """Do nothing: the network has all branches from the start."""

    def _join(self, table: Table) -> None:
        """Tell the network of what waits in a table; take what it fires."""
        for arguments in table.waiting:  # which may grow
            statement = Statement(table.predicate, arguments)
            if signature(statement) in self._looked_at:
                self._tell(statement)

    def _tell(self, statement: Statement) -> None:
        number = len(self._facts) + 1
        self._facts[number] = statement
        fact: dict[str, object] = {"id": number, "p": signature(statement)}
        fact |= {f"a{place}": term for place, term in enumerate(statement.arguments)}
        for name, numbers in self._network.tell(fact):
            application = self._application(self._with_grounds[int(name)])
            # Not all that a rule asks for can be told to durable-rules: look closely.
            bindings = _bind(application.branch, [self._facts[each] for each in numbers])
            if bindings is not None:
                values = tuple(bindings[variable] for variable in application.bound_first)
                if (application.place, values) not in self._fired:
                    self._fired.add((application.place, values))
                    application.take(values)


def _bind(branch: Branch, facts: list[Statement]) -> Bindings | None:
    bindings: dict[str, str] | None = {}
    for ground, fact in zip(branch.grounds, facts, strict=True):
        bindings = ground.match(fact, bindings)
        if bindings is None:
            return None
    return bindings


class _QuietHost(Host):  # type: ignore[misc]
    """A host without the two timer threads that would run for ever."""

    def _run(self) -> None:
        """Start nothing."""


class _Network:
    """One ruleset loaded into durable-rules, with one set of facts: all that is untyped."""

    def __init__(self, rules: Definition) -> None:
        self._fired: list[tuple[str, list[int]]] = []
        self._errors: list[BaseException] = []
        self._host: Any = _QuietHost()
        actions = {name: _action(name, self._fired, self._errors) for name in rules}
        loaded = {name: {**rule, "run": actions[name]} for name, rule in rules.items()}
        self._host.register_rulesets({_RULESET: loaded})
        # What is told is only safe to free once an action has run (a pointer is not set before).
        self.tell({"id": 0, "p": START})
        weakref.finalize(self, _free, self._host.get_ruleset(_RULESET)).atexit = False

    def tell(self, fact: dict[str, object]) -> list[tuple[str, list[int]]]:
        """Assert a fact; return what it fires: rule names, and the fact of each condition.

        Facts go in one at a time, since of a batch with one fact that nothing looks at the rest is
        lost, and with an id, since those made up by content can be equal. Raises what an action
        raised, which durable-rules would only write into its state.
        """
        with suppress(MessageNotHandledException):
            self._host.assert_fact(_RULESET, {**fact, "sid": _STATE})
        if self._errors:
            raise self._errors.pop(0)
        fired = self._fired[:]
        self._fired.clear()
        return fired


def _action(
    name: str, fired: list[tuple[str, list[int]]], errors: list[BaseException]
) -> Callable[[Any], None]:
    """Make an action that only takes note: posting from here would recurse."""

    def note(closure: Any) -> None:
        try:
            fired.append((name, _numbers(closure)))
        except BaseException as error:
            errors.append(error)

    return note


def _numbers(closure: Any) -> list[int]:
    """Return the ids of the facts that met the conditions, in the order of these."""
    messages = closure._m
    return [messages[f"m_{number}"]["id"] for number in range(len(messages))]


def _free(ruleset: Any) -> None:
    """Free the facts and the ruleset; left to itself, durable-rules keeps both for ever."""
    ruleset.delete_state(_STATE)
    durable_rules_engine.delete_ruleset(ruleset._handle)
