"""Names, aliases and ids of entities, found in a text by longest and by every match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from arguendo.statements import Entity
from arguendo.vocabulary.words import normalise

_Trie: TypeAlias = "dict[str, _Trie | list[str]]"

_HERE = ""
"""The key under which a node keeps the ids of the entities whose name ends there."""


class Names:
    """A trie of all names, word by word."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Put in each entity's name, aliases and id."""
        self._root: _Trie = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases, entity.id):
                self._add(normalise(name), entity.id)

    def _add(self, words: Sequence[str], entity: str) -> None:
        if not words:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        ids: list[str] = node.setdefault(_HERE, [])  # type: ignore[assignment]
        if entity not in ids:
            ids.append(entity)

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, list[str]]]:
        """Find every name that begins there: its end, and the entities called so."""
        node = self._root
        for position in range(start, len(words)):
            following = node.get(words[position])
            if not isinstance(following, dict):
                return
            node = following
            ids = node.get(_HERE)
            if isinstance(ids, list):
                yield position + 1, ids

    def exact(self, words: Sequence[str]) -> list[str]:
        """Return the ids of the entities called exactly so."""
        return next((ids for end, ids in self.at(words, 0) if end == len(words)), [])

    def all(self) -> Mapping[tuple[str, ...], list[str]]:
        """Return every name with the entities called so."""
        found: dict[tuple[str, ...], list[str]] = {}
        waiting: list[tuple[tuple[str, ...], _Trie]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            for word, below in node.items():
                if isinstance(below, dict):
                    waiting.append(((*path, word), below))
                else:
                    found[path] = below
        return found
