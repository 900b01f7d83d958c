"""The general English lexicon of conversation: data files beside this module, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from arguendo.keeping import kept

LEXICON = "lexicon"
"""Stands for the lexicon's contents where what is made of it is kept on disk: the edition of the
program covers its files."""

LISTINGS = ("open", "facts", "conclusions", "rules", "scenarios")
"""What can be listed."""

_FOLDER = Path(__file__).parent
_SMALL = ("classes", "confidence", "outside", "ranking", "supposed", "topics", "turns", "words")
"""The files that are used as they are written; of the others, what is made of them is kept."""


@dataclass(frozen=True)
class WordLists:
    """Contractions, spellings, irregular forms and words without content."""

    contractions: Mapping[str, tuple[str, ...]]
    texting: Mapping[str, tuple[str, ...]]
    unless_own: Mapping[str, tuple[str, ...]]
    """What words may be in chat that a rule base may have as well."""
    irregular: Mapping[str, str]
    """Form to base form."""
    stop: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    negation: frozenset[str]
    negating_verbs: frozenset[str]
    """Stems that turn the verb after them around."""


def read(name: str) -> dict[str, Any]:
    """Read one of the lexicon's files."""
    return _small()[name] if name in _SMALL else _parsed(name)


@cache
def _small() -> dict[str, dict[str, Any]]:
    """Return the small files, kept as one: most answers need them all."""
    return kept("lexicon", LEXICON, lambda: {name: _parsed(name) for name in _SMALL})


def _parsed(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text(f"{name}.toml"))


def text(name: str) -> str:
    """Return one of the lexicon's files as it is written."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def word_lists() -> WordLists:
    """Return the lists of small words."""
    found = _words()
    stop = {kind: frozenset(words.split()) for kind, words in found["stop"].items()}
    return WordLists(
        contractions=_expansions(found["contractions"]),
        texting=_without_apostrophe(found["contractions"]) | _expansions(found["texting"]),
        unless_own=_expansions(found["unless_own"]),
        irregular={
            form: base for base, forms in found["irregular"].items() for form in forms.split()
        },
        stop=frozenset().union(*stop.values()),
        possessives=stop["possessives"],
        pronouns=stop["pronouns"],
        auxiliaries=stop["auxiliaries"],
        negation=frozenset(found["negation"]["words"].split()),
        negating_verbs=frozenset(found["negation"]["verbs"].split()),
    )


@cache
def words_of(group: str) -> frozenset[str]:
    """Return a group of small words."""
    return frozenset(_words()["groups"][group].split())


@cache
def called(relative: str) -> tuple[str, ...]:
    """Return what else somebody is called who stands in a relation to another."""
    return tuple(read("words")["kin"].get(relative, "").split())


@cache
def kin() -> frozenset[str]:
    """Return all words for who stands in a relation to another: *mother*, *mum*, *sister*."""
    words = read("words")
    names = {*words["kin"], *words["steps"], *words["opposites"]}
    return frozenset({*names, *(each for name in names for each in called(name))})


@cache
def derived_endings() -> Mapping[str, tuple[str, ...]]:
    """Return the endings by which words are derived, with what may stand there instead."""
    table: Mapping[str, str] = read("words")["derived"]
    return {
        ending: tuple(each.replace("-", "") for each in others.split())
        for ending, others in table.items()
    }


def steps_to(noun: str) -> tuple[str, str] | None:
    """Return the two relations that lead to a relative: to a sibling a parent's child."""
    table = read("words")["steps"]
    found = next((steps for relative, steps in table.items() if noun in called(relative)), None)
    if found is None:
        return None
    first, second = found.split()
    return first, second


def converse(relative: str) -> str:
    """Return what somebody is to a relative: a child to a parent; empty where nothing tells it."""
    other: str = read("words")["converses"].get(relative, "")
    return other


@cache
def alike(kind: str) -> tuple[str, ...]:
    """Return the other nouns by which things of a kind go."""
    groups = (f"{name} {others}".split() for name, others in read("words")["kinds"].items())
    return tuple(noun for group in groups if kind in group for noun in group if noun != kind)


@cache
def units_alike() -> Mapping[str, str]:
    """Return the ways to write units, each with the word for it."""
    table: Mapping[str, str] = read("words")["units"]
    return {each: unit for unit, ways in table.items() for each in (unit, *ways.split())}


@cache
def dimensions() -> Mapping[str, frozenset[str]]:
    """Return the words for what something is like, with the units that tell it; none for any."""
    table: Mapping[str, str] = read("words")["dimensions"]
    return {
        word: frozenset(units.split())
        for words, units in table.items()
        for word in words.replace("_", " ").split()
    }


def opposites() -> Mapping[str, str]:
    """Return for each relative the other one of the same degree: the father for the mother."""
    opposite: Mapping[str, str] = read("words")["opposites"]
    return opposite


@cache
def _words() -> dict[str, Any]:
    return read("words")


@cache
def concepts(wider: bool = False) -> Mapping[str, tuple[str, ...]]:
    """Return each meaning with its expressions, as written.

    The `wider` ones are for rule bases that do not tell themselves how people put things.
    """
    found = {name: listed(text) for name, text in read("concepts")["concepts"].items()}
    if wider:
        found |= {f"{n}+": listed(text) for n, text in read("wider")["concepts"].items()}
    return found


@cache
def cues() -> dict[str, Any]:
    """Return what tells intents and the parts of a question apart."""
    return read("cues")


@cache
def common_words() -> frozenset[str]:
    """Return common English words, which are no misspellings of rarer ones."""
    return frozenset(text("common.txt").split())


def listed(text: str) -> tuple[str, ...]:
    """Take a comma-separated list apart."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


def _without_apostrophe(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    bare = {short.replace("'", ""): long for short, long in table.items()}
    return {
        s: tuple(long.split()) for s, long in bare.items() if s not in words_of("no_contractions")
    }


def _expansions(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {short: tuple(long.split()) for short, long in table.items()}
