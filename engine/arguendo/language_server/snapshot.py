"""A rule base at one moment of editing, texts that are not saved yet included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from arguendo.content import FOLDERS, is_rule_file
from arguendo.language_server.mentions import Mention, Subject, mentions
from arguendo.language_server.places import UTF_16, Places
from arguendo.language_server.spots import Spot, spots
from arguendo.library import Parsed, read
from arguendo.problems import Problem, Problems
from arguendo.reading import read_rule_base
from arguendo.review.examination import is_own
from arguendo.rulebase import RuleBase
from arguendo.yaml_nodes import Node


@dataclass(frozen=True)
class Snapshot:
    """What is known of a rule base."""

    folder: Path
    texts: Mapping[str, str]
    """File, as spans name it, to its text; those of rule bases that are included, too."""
    nodes: Mapping[str, Node | None]
    problems: tuple[Problem, ...]
    sound: RuleBase | None
    """None while there are errors."""
    known: RuleBase
    """The rule base when it was last sound, else what of it could be read."""
    encoding: str = UTF_16
    parsed: Parsed = field(default_factory=Parsed, compare=False, repr=False)
    """What snapshots hand on to each other."""
    _places: dict[str, Places] = field(default_factory=dict, compare=False, repr=False)
    _spots: dict[str, tuple[Spot, ...]] = field(default_factory=dict, compare=False, repr=False)
    _mentions: dict[str, tuple[Mention, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def places(self, file: str) -> Places:
        """Return the places of a file."""
        if file not in self._places:
            self._places[file] = Places(self.texts[file], self.encoding)
        return self._places[file]

    def spots(self, file: str) -> tuple[Spot, ...]:
        """Return the texts in a file, with what they are there for."""
        if file not in self._spots:
            self._spots[file] = tuple(spots(self.nodes[file]))
        return self._spots[file]

    def mentions_in(self, file: str) -> tuple[Mention, ...]:
        """Return where a file speaks of anything declared, in the order of its texts."""
        if file not in self._mentions:
            places = self.places(file)
            found = (mentions(file, spot, places, self.known) for spot in self.spots(file))
            self._mentions[file] = tuple(mention for each in found for mention in each)
        return self._mentions[file]

    @cached_property
    def _by_subject(self) -> Mapping[Subject, tuple[Mention, ...]]:
        found: dict[Subject, list[Mention]] = {}
        for file in self.texts:
            for mention in self.mentions_in(file):
                found.setdefault(mention.subject, []).append(mention)
        return {subject: tuple(each) for subject, each in found.items()}

    def of(self, subject: Subject) -> tuple[Mention, ...]:
        """Return all places that speak of something."""
        return self._by_subject.get(subject, ())

    def places_of(self, subject: Subject) -> list[Mention]:
        """Return all places that speak of something, none within another."""
        found: list[Mention] = []
        for mention in self.of(subject):
            last = found[-1] if found else None
            if not (last and last.file == mention.file and mention.end <= last.end):
                found.append(mention)
        return found

    def mention_at(self, file: str, offset: int) -> Mention | None:
        """Return the narrowest mention at a place."""
        spot = self.spot_at(file, offset)
        found = mentions(file, spot, self.places(file), self.known) if spot else ()
        here = (mention for mention in found if mention.start <= offset <= mention.end)
        return min(here, key=lambda mention: mention.end - mention.start, default=None)

    def spot_at(self, file: str, offset: int) -> Spot | None:
        """Return the text of a file that stands at a place."""
        places = self.places(file)
        for spot in self.spots(file):
            start, end = places.stretch(spot.node.span)
            if start <= offset <= end:
                return spot
        return None


def home_of(file: Path) -> Path | None:
    """Return the folder of the rule base that a file belongs to; None when it is in none.

    That is the nearest folder above with `rules/` or `knowledge/` in it, in which the file lies.
    """
    for folder in file.parents:
        if folder.name not in FOLDERS and is_rule_file(file.relative_to(folder)):
            return folder
    return None


def take(
    folder: Path,
    drafts: Mapping[str, str] | None = None,
    before: Snapshot | None = None,
    encoding: str = UTF_16,
) -> Snapshot:
    """Read a rule base as it stands, with texts that are not saved yet in place of their files.

    What did not change since the snapshot before is not parsed again.
    """
    parsed = before.parsed if before else Parsed()
    sound, problems, texts = read(folder, drafts, parsed)
    nodes = {file: parsed.nodes[file] for file in texts}
    included = [file for file in texts if not is_own(file)]
    known = sound or (before.known if before else read_rule_base(nodes, Problems(), included))
    return Snapshot(folder, texts, nodes, tuple(problems), sound, known, encoding, parsed)
