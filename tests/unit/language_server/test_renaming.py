from __future__ import annotations

import re
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.language_server.renaming import CannotRename, applied, rename
from arguendo.language_server.snapshot import Snapshot
from arguendo.library import load
from arguendo.reading.shapes import Role
from arguendo.rulebase import RuleBase
from tests.unit.language_server.club import KNOWLEDGE, RULES, club

SUBJECTS = [
    *((Role.ENTITY, id) for id in ("ann", "bob", "board")),
    *((Role.STATEMENT, id) for id in ("paid", "plays", "trusts", "banned")),
    *((Role.RULE, id) for id in ("play", "trust", "play-not")),
    (Role.SCENARIO, "start"),
    (Role.TEST, "bob_pays"),
    (Role.SOURCE, "statutes"),
]


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    return club(tmp_path)


def told(rulebase: RuleBase, new: str = "", old: str = "") -> set[str]:
    """All that a rule base says and all that follows in it, with one id put back."""
    case = Case.of(rulebase)
    vocabulary = rulebase.vocabulary
    parts = (
        *(*rulebase.rules, *rulebase.facts, *rulebase.questions, *rulebase.contraries),
        *(*rulebase.scenarios, *rulebase.tests, *rulebase.phrasings, *rulebase.sources),
        *rulebase.associations,
        *(*vocabulary.predicates.values(), *vocabulary.entities.values(), rulebase.start),
        *((statement, case.standing(statement)) for statement in case.graph.statements),
    )
    without_places = (re.sub(r"Span\(.*?\)", "", repr(part)) for part in parts)
    return {part.replace(new, old) if new else part for part in without_places}


def write(folder: Path, texts: dict[str, str]) -> RuleBase:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject[1])
def test_only_the_id_changes(snapshot: Snapshot, subject: tuple[Role, str]) -> None:
    before = told(load(snapshot.folder))
    declared = next(each for each in snapshot.of(subject) if each.declares)
    edits = rename(snapshot, declared.file, declared.start, "something_new")
    after = write(snapshot.folder, applied(snapshot.texts, edits))
    assert told(after) != before
    assert told(after, "something_new", subject[1]) == before


def test_a_name_in_a_sentence_does_for_the_id(snapshot: Snapshot) -> None:
    place = RULES.index("the board trusts") + 6
    texts = applied(snapshot.texts, rename(snapshot, "rules/club.yaml", place, "committee"))
    assert "  committee: {name: the board" in texts["knowledge/club.yaml"]
    assert "the board trusts" in texts["rules/club.yaml"]


def test_what_has_no_id_is_not_renamed(snapshot: Snapshot) -> None:
    with pytest.raises(CannotRename, match="only ids"):
        rename(snapshot, "knowledge/club.yaml", KNOWLEDGE.index("person"), "human")


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Bob", "cannot be an id"),
        ("with-hyphen", "digits and _"),
        ("ann", "taken: it is declared at knowledge/club.yaml:13"),
        ("bob", "already"),
        ("", "cannot be an id"),
        ("treasurer", "would break the rule base"),
    ],
)
def test_a_bad_name_is_refused(snapshot: Snapshot, new: str, why: str) -> None:
    place = KNOWLEDGE.index("  bob:") + 3
    with pytest.raises(CannotRename, match=re.escape(why)):
        rename(snapshot, "knowledge/club.yaml", place, new)


def test_nothing_is_renamed_while_there_are_errors(tmp_path: Path) -> None:
    snapshot = club(tmp_path, rules="rules: 3")
    with pytest.raises(CannotRename, match="has errors"):
        rename(snapshot, "knowledge/club.yaml", KNOWLEDGE.index("  bob:") + 3, "robert")
