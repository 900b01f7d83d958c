"""A rule base with a thousand sentences in plain English, made of everyday words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

VERBS = (
    *("funds", "repairs", "insures", "inspects", "leases", "paints", "heats", "guards", "cleans"),
    *("lights", "extends", "measures", "photographs", "sells", "subsidizes", "taxes", "closes"),
    *("opens", "visits", "advertises", "renames", "relocates", "audits", "registers", "neglects"),
    *("praises", "surveys", "fences", "floods", "drains", "mortgages", "donates", "inherits"),
    *("decorates", "rents", "maps", "protects", "demolishes", "restores", "buys"),
)
THINGS = (
    *("bridge", "harbor", "library", "orchard", "theater", "market", "stadium", "museum", "tunnel"),
    *("lighthouse", "nursery", "bakery", "cemetery", "observatory", "aquarium", "vineyard"),
    *("brewery", "quarry", "monastery", "windmill", "hospital", "railway", "archive", "garage"),
    "fountain",
)
ACTORS = ("mayor", "council", "bishop", "baron", "guild", "colonel", "abbess", "steward")


class Said(NamedTuple):
    """One of the statements: who does what to what."""

    actor: str
    verb: str
    thing: str

    @property
    def bare(self) -> str:
        """The verb without its ending."""
        return self.verb.removesuffix("s")

    @property
    def key(self) -> str:
        """The statement as the program writes it."""
        return f"{self.verb}_{self.thing}({self.actor})"

    def __str__(self) -> str:
        """Say it."""
        return f"the {self.actor} {self.verb} the {self.thing}"


def statements() -> list[Said]:
    """Return the thousand statements."""
    pairs = [(verb, thing) for verb in VERBS for thing in THINGS]
    return [Said(ACTORS[n % len(ACTORS)], *pair) for n, pair in enumerate(pairs)]


def write(folder: Path) -> None:
    """Write the rule base: of three statements one is a fact, one open, and one a conclusion."""
    said = statements()
    folder.joinpath("rules").mkdir()
    folder.joinpath("rules", "rules.yaml").write_text(_text("rules", _rules(said)))
    knowledge = folder / "knowledge"
    knowledge.mkdir()
    for name, entries in (
        ("rule base", iter(("  name: parish", "  title: Who does what in a parish"))),
        ("entities", (f"  {a}: {{name: the {a}, kind: person}}" for a in ACTORS)),
        ("statements", _predicates(said)),
        ("facts", (f"  - say: {each}" for each in said[::3])),
        ("questions", (f"  - ask: {each}" for each in said[1::3])),
    ):
        file = knowledge / f"{name.replace(' ', '-')}.yaml"
        file.write_text(_text(name, entries))


def _text(name: str, entries: Iterator[str]) -> str:
    return f"{name}:\n" + "\n".join(entries) + "\n"


def _predicates(said: list[Said]) -> Iterator[str]:
    for each in said:
        yield f"  {each.verb}_{each.thing}:"
        yield "    slots: {person: person}"
        yield f'    says: "{{person}} {each.verb} the {each.thing}"'
        yield f'    denies: "{{person}} does not {each.bare} the {each.thing}"'
        yield f'    asks: "Does {{person}} {each.bare} the {each.thing}?"'


def _rules(said: list[Said]) -> Iterator[str]:
    for number, each in enumerate(said[2::3]):
        yield f"  - id: rule-{number}"
        yield f'    if: ["{said[3 * number]}", "{said[3 * number + 1]}"]'
        yield f"    then: {each}"
        yield "    qualifier: likely"
        yield "    because: It has always been so in the parish."
