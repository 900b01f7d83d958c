from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.authoring.adding import Addition, CannotAdd, add
from arguendo.authoring.parts import KINDS, Given, slug
from arguendo.library import read
from tests.tui.town import RULES, write_town

ENTITY: Given = {"name": ["the old harbor"], "kind": ["place"], "aliases": ["port"]}
RULE: Given = {
    "title": ["Will is: enough"],
    "if": ["?place has the will"],
    "unless": ["?place has the money", "?place builds a bridge"],
    "then": ["?place has the money"],
    "qualifier": ["likely"],
    "source": ["¶1", "¶2"],
}


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The folder of a small rule base."""
    return write_town(tmp_path / "town")


def added(folder: Path, kind: str, given: Given, file: str | None = None) -> Addition:
    """Add, write, and hold against the file as it was: nothing but one stretch may be new."""
    made = add(folder, KINDS[kind], given, file)
    assert made.text is not None, [problem.message for problem in made.problems]
    path = folder / made.file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, encoding="utf-8")
    assert read(folder)[0] is not None
    kept = iter(made.text.splitlines())
    assert all(line in kept for line in before.splitlines())
    return made


@pytest.mark.parametrize(
    ("kind", "given", "item"),
    [
        (
            "entity",
            ENTITY,
            "old_harbor:\n  name: the old harbor\n  kind: place\n  aliases:\n    - port",
        ),
        (
            "statement",
            {
                "says": ["{place} [needs|need] {work}"],
                "slots": ["work=thing"],
                "also": ["{work} for {place}"],
            },
            "needs:\n  slots:\n    place: place\n    work: thing\n"
            '  says: "{place} [needs|need] {work}"\n  also:\n    - "{work} for {place}"',
        ),
        (
            "rule",
            {"title": ["Will pays"], "if": ["?p has the will"], "then": ["?p has the money"]},
            "- id: will-pays\n  title: Will pays\n  if:\n    - ?p has the will\n"
            "  then: ?p has the money",
        ),
        (
            "fact",
            {"say": ["Riverside has the will"], "date": ["2020-01-02"], "background": ["true"]},
            "- say: Riverside has the will\n  date: 2020-01-02\n  background: true",
        ),
        (
            "question",
            {"ask": ["the town builds a bridge"], "by": ["town"], "source": ["¶1", "¶2"]},
            "- ask: the town builds a bridge\n  by: town\n  source: ¶1, ¶2",
        ),
        (
            "test",
            {
                "title": ["No money"],
                "suppose away": ["the town has the money"],
                "expect": ["the town builds a bridge: not established"],
            },
            "no_money:\n  title: No money\n  suppose away:\n    - the town has the money\n"
            "  expect:\n    - the town builds a bridge: not established",
        ),
    ],
)
def test_what_is_added_stands_there(town: Path, kind: str, given: Given, item: str) -> None:
    assert added(town, kind, given).item == item


def test_long_prose_is_folded_and_reads_the_same(town: Path) -> None:
    prose = "Nothing: not even a 'well-known' thing # of old - stands in its way, " * 3
    given: Given = {"title": ["x"], "then": ["the town has the will"], "because": [prose]}
    assert "\n  because: >-\n    Nothing: not" in added(town, "rule", given).item
    rulebase, *_ = read(town)
    assert rulebase is not None
    assert rulebase.rule["x"].because == prose.strip()


def test_the_layout_of_the_file_is_kept(tmp_path: Path) -> None:
    spread = RULES.replace("\n  ", "\n   ") + "\n   # the end\n\n# about nothing\nfacts: []\n"
    folder = write_town(tmp_path, rules=spread)
    made = added(folder, "rule", {"title": ["x"], "then": ["the town has the will"]})
    assert made.text is not None
    assert (
        "source: ¶1\n\n   - id: x\n     title: x\n     then: the town has the will\n" in made.text
    )
    assert made.text.endswith("\n   # the end\n\n# about nothing\nfacts: []\n")


def test_windows_line_ends_are_kept(tmp_path: Path) -> None:
    folder = write_town(tmp_path)
    (folder / "rules/town.yaml").write_bytes(RULES.replace("\n", "\r\n").encode())
    made = add(folder, KINDS["rule"], {"title": ["x"], "then": ["the town has the will"]})
    assert made.text is not None
    assert made.text.count("\r\n") == made.text.count("\n")


def test_ids_are_unique(town: Path) -> None:
    assert added(town, "entity", {"name": ["the town"], "kind": ["other"]}).id == "town_2"
    assert (
        added(town, "rule", {"title": ["Build"], "then": ["the town has the will"]}).id == "build-2"
    )


def test_it_goes_where_things_are_most_about_the_same(town: Path) -> None:
    others = town / "rules/a-other.yaml"
    others.write_text("rules:\n  - id: o\n    then: the town has the will\n", encoding="utf-8")
    assert (
        added(town, "rule", {"title": ["x"], "then": ["the town builds a bridge"]}).file
        == "rules/town.yaml"
    )
    assert (
        added(town, "rule", {"title": ["y"], "then": ["the town has the will"]}).file
        == "rules/a-other.yaml"
    )


def test_the_first_of_its_kind_gets_a_file_or_a_section(town: Path) -> None:
    test: Given = {"title": ["x"], "expect": ["the town has the money"]}
    assert added(town, "test", test).file == "knowledge/tests.yaml"
    made = added(town, "test", test, "rules/town.yaml")
    assert (made.id, "\n\ntests:\n  x_2:\n" in (made.text or "")) == ("x_2", True)
    (town / "rules/empty.yaml").write_text("# nothing\nfacts:\n", encoding="utf-8")
    assert add(
        town, KINDS["fact"], {"say": ["the town has the will"]}, "rules/empty.yaml"
    ).text == ("# nothing\nfacts:\n  - say: the town has the will\n")


def test_what_has_errors_is_refused_with_them(town: Path) -> None:
    made = add(town, KINDS["fact"], {"say": ["the twon has the will"], "date": ["soon"]})
    assert made.text is None
    assert {problem.code for problem in made.problems} == {"unknown-entity", "wrong-value"}
    assert all(problem.span and problem.span.file in made.texts for problem in made.problems)


def test_circles_are_refused(town: Path) -> None:
    made = add(town, KINDS["rule"], RULE)
    assert made.text is None
    assert [problem.code for problem in made.problems] == ["circular-rebuttal"]


@pytest.mark.parametrize(
    ("kind", "given", "file", "why"),
    [
        ("rule", {"title": ["x"]}, None, "--then"),
        ("entity", {"kind": ["place"]}, None, "name"),
        ("fact", {"say": ["x"], "date": ["2020", "2021"]}, None, "twice"),
        ("statement", {"says": ["{a} is"], "slots": ["b=place"]}, None, "no slot “b”"),
        ("statement", {"says": ["{a} is"], "slots": ["a"]}, None, "--slot"),
        ("entity", ENTITY, "../x.yaml", "cannot be a file"),
        ("entity", ENTITY, "rules/../../x.yaml", "cannot be a file"),
        ("entity", ENTITY, "knowledge/x.txt", "cannot be a file"),
    ],
)
def test_what_is_given_wrongly_is_refused(
    town: Path, kind: str, given: Given, file: str | None, why: str
) -> None:
    with pytest.raises(CannotAdd, match=why):
        add(town, KINDS[kind], given, file)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The old harbor", "old-harbor"),
        ("Élan — it's so!", "elan-its-so"),
        ("{place} [needs|need] {work}", "needs"),
        ("42 things", "x-42-things"),
        ("  ☃ ", "unnamed"),
        ("word " * 20, "word-" * 8 + "word"),
    ],
)
def test_ids_are_made_of_words(text: str, made: str) -> None:
    assert slug(text, "-") == made
    assert slug(text, "-", {made}) == f"{made}-2"


def test_a_namesake_needs_a_kind_of_its_own(town: Path) -> None:
    with pytest.raises(CannotAdd, match="there already, with the id town"):
        add(town, KINDS["entity"], {"name": ["the town"]})
    added(town, "entity", {"name": ["the town"], "kind": ["ship"]})


def test_one_can_begin_with_a_rule_and_then_declare_what_it_speaks_of(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    rule = "rules:\n  - {id: a, if: 'the minister signs', then: 'the ban holds'}\n"
    (tmp_path / "rules" / "ban.yaml").write_text(rule)
    steps: list[tuple[str, Given]] = [
        ("statement", {"says": ["{person} signs"]}),
        ("entity", {"name": ["the minister"], "kind": ["person"]}),
        ("statement", {"says": ["the ban holds"]}),
    ]
    for kind, given in steps:
        made = add(tmp_path, KINDS[kind], given)
        assert made.text is not None
        (tmp_path / made.file).parent.mkdir(exist_ok=True)
        (tmp_path / made.file).write_text(made.text)
    assert read(tmp_path)[0] is not None
    assert add(tmp_path, KINDS["fact"], {"say": ["the ban fails"]}).text is None


def test_what_is_wrong_by_itself_is_refused_in_a_broken_rule_base_too(town: Path) -> None:
    (town / "rules" / "more.yaml").write_text("rules:\n  - {id: a, then: 'it snows'}\n")
    assert add(town, KINDS["fact"], {"say": ["it snows"]}).text is None
    assert add(town, KINDS["fact"], {"say": ["the town has the will"]}).text is not None
