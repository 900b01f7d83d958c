"""What stands where, what is known while there are errors, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from arguendo import review
from arguendo.case import Case
from arguendo.language_server.diagnosis import diagnoses
from arguendo.language_server.help import help_on
from arguendo.language_server.places import Position
from arguendo.language_server.snapshot import Snapshot, home_of, take
from arguendo.language_server.symbols import symbols
from arguendo.matching.native import NativeMatcher
from arguendo.problems import Problem, Severity
from arguendo.reading.shapes import Role
from tests.unit.language_server.club import FILES, KNOWLEDGE, RULES, club, write_club


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return club(tmp_path_factory.mktemp("club"))


def places(snapshot: Snapshot, what: Role, id: str) -> list[str]:
    """The texts that speak of something, `*` before those where its id stands."""
    return [
        ("*" if each.by_id else "") + snapshot.texts[each.file][each.start : each.end]
        for each in snapshot.places_of((what, id))
    ]


@pytest.mark.parametrize(
    ("what", "id", "found"),
    [
        (Role.RULE, "play", ["*play", "*play"]),
        (Role.RULE, "play-not", ["*play-not", "*play-not"]),
        (Role.ENTITY, "ann", ["*ann", "*ann", "*ann", "*ann", "*ann", "Ann"]),
        (Role.ENTITY, "bob", [*["*bob"] * 9, "Robert"]),
        (
            Role.STATEMENT,
            "plays",
            [
                "*plays",
                "?member plays in the Open",
                "Ann plays in the Open",
                "plays(?member)",
                "plays(ann)",
                "plays(bob)",
            ],
        ),
        (Role.SCENARIO, "start", ["*start", "*start"]),
        (Role.MARK, "§1", ["*§1", "*§1", "*§1"]),
        (Role.SOURCE, "statutes", ["*statutes", "*statutes"]),
    ],
)
def test_all_places_are_found(snapshot: Snapshot, what: Role, id: str, found: list[str]) -> None:
    assert sorted(places(snapshot, what, id)) == sorted(found)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "rules/club.yaml",
            "?member has paid",
            ["`paid(?member)`", "**Fact**", "used by:** play, trust"],
        ),
        ("rules/club.yaml", "?member plays", ["Concluded by:** play"]),
        ("knowledge/club.yaml", "banned:", ["`banned(member: person)`", "No rule concludes it"]),
        ("knowledge/club.yaml", "has paid the dues\n", ["`paid(bob)`", "decided by Robert"]),
        ("knowledge/club.yaml", "ann, bob", ["**Ann** (person)", "keeps the books", "treasurer"]),
        ("rules/club.yaml", "play-not", ["Who is banned is trusted", "→ the board trust"]),
        ("rules/club.yaml", "§1", ["Members pay"]),
        ("knowledge/club.yaml", "statutes, §1", ["The statutes", "2020"]),
        ("knowledge/club.yaml", "start", ["As it stands"]),
        ("rules/club.yaml", "because", ["Warrant"]),
        ("rules/club.yaml", "any:", ["At least one"]),
        ("rules/club.yaml", "rules:", ["Grounds, claim"]),
    ],
)
def test_help_says_what_an_author_wants_to_know(
    snapshot: Snapshot, file: str, text: str, said: list[str]
) -> None:
    found = help_on(snapshot, file, FILES[file].index(text) + 1)
    assert found is not None
    plain = found[0].replace("\\", "")
    assert [part for part in said if part.casefold() not in plain.casefold()] == []


@pytest.mark.parametrize("text", ["The statutes say so", "  - id", "likely"])
def test_there_is_not_always_something_to_say(snapshot: Snapshot, text: str) -> None:
    assert help_on(snapshot, "rules/club.yaml", RULES.index(text)) is None


def test_help_shows_texts_as_they_are(tmp_path: Path) -> None:
    about = KNOWLEDGE.replace("She keeps the books.", "'[x](y) <b> *z*'")
    found = help_on(club(tmp_path, knowledge=about), "knowledge/club.yaml", about.index("ann:"))
    assert found is not None
    assert "\\[x\\]\\(y\\) \\<b\\> \\*z\\*" in found[0]


def test_while_there_are_errors_what_was_known_stays(tmp_path: Path) -> None:
    before = club(tmp_path)
    broken = KNOWLEDGE.replace("  plays:\n", "  plays: [\n")
    after = take(before.folder, {"knowledge/club.yaml": broken}, before)
    assert after.sound is None
    assert after.known is before.known
    assert after.nodes["rules/club.yaml"] is before.nodes["rules/club.yaml"]
    assert [mention.id for mention in after.of((Role.STATEMENT, "plays"))] != []


def test_from_the_first_what_can_be_read_is_known(tmp_path: Path) -> None:
    broken = club(tmp_path, rules="rules: [")
    assert broken.sound is None
    assert "paid" in broken.known.vocabulary.predicates


@pytest.mark.parametrize(
    ("file", "home"),
    [
        ("rules/a.yaml", "."),
        ("knowledge/rules/deep/a.yml", "."),
        ("examples/other/knowledge/a.yaml", "examples/other"),
        ("rules/.hidden/a.yaml", None),
        ("rules/a.txt", None),
        ("rules.yaml", None),
        ("docs/a.yaml", None),
    ],
)
def test_the_rule_base_of_a_file_is_the_nearest_above(file: str, home: str | None) -> None:
    root = Path("base").absolute()
    assert home_of(root / file) == (root / home if home else None)


def test_problems_stand_where_they_are_and_name_other_places(tmp_path: Path) -> None:
    twice = RULES.replace("id: trust", "id: play")
    (found,) = diagnoses(club(tmp_path, rules=twice))
    line = twice[: twice.rindex("id: play\n")].count("\n")
    assert (found.code, found.file) == ("duplicate-id", "rules/club.yaml")
    assert found.severity is Severity.ERROR
    assert found.range.start == Position(line, len("  - id: "))
    assert [(each.file, each.range.start) for each in found.related] == [
        ("rules/club.yaml", Position(1, len("  - id: ")))
    ]


def test_each_rule_of_a_circle_is_named(tmp_path: Path) -> None:
    circle = RULES.replace("      - paid(?member)\n", "      - not: ?member is banned\n")
    circle += "  - id: ban\n    if: the board trusts ?member\n    then: ?member is banned\n"
    found = diagnoses(club(tmp_path, rules=circle))
    assert [each.code for each in found if each.related] == ["circular-rebuttal"]
    lines = {each.range.start.line for each in found[-1].related or found[0].related}
    assert len(lines) == 2


def test_a_rule_base_that_is_none_has_a_problem_of_no_file(tmp_path: Path) -> None:
    (found,) = diagnoses(take(tmp_path))
    assert (found.file, found.code) == ("", "no-rule-base")


def test_a_sound_rule_base_is_reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(case: Case) -> Iterator[Problem]:
        assert (case.assumptions, case.scenario) == ({}, "")
        assert isinstance(case.grounding._matcher, NativeMatcher)
        yield Problem("odd", "this is odd", case.rulebase.rules[0].span, "", Severity.WARNING)

    monkeypatch.setattr(review, "ALL", (check,))
    (found,) = diagnoses(club(tmp_path))
    assert (found.code, found.severity) == ("odd", Severity.WARNING)
    assert "odd" not in [each.code for each in diagnoses(club(tmp_path, rules="rules: 3"))]


def test_the_outline_names_what_is_declared(snapshot: Snapshot) -> None:
    outline = {each.name: each for each in symbols(snapshot, "knowledge/club.yaml")}
    assert [part.name for part in outline["entities"].parts] == ["ann", "bob", "board"]
    assert [part.name for part in outline["facts"].parts] == ["paid(ann)"]
    assert [part.name for part in outline["contraries"].parts] == ["banned(?member)"]
    assert outline["statements"].parts[0].detail == "{member} [has|have] paid the dues"
    rules = symbols(snapshot, "rules/club.yaml")[0]
    assert (rules.parts[0].name, rules.parts[0].detail) == ("play", "Who paid plays")


def test_what_an_outline_names_lies_within_what_it_is_of(snapshot: Snapshot) -> None:
    for file in FILES:
        for section in symbols(snapshot, file):
            for each in (section, *section.parts):
                assert each.range.start <= each.name_range.start
                assert each.name_range.end <= each.range.end


def test_files_are_read_as_they_are(tmp_path: Path) -> None:
    assert take(write_club(tmp_path)).texts == FILES
