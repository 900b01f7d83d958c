"""One rule base includes another: what comes along, what does not, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo import including
from arguendo.case import Case
from arguendo.library import RuleBaseError, load, read
from arguendo.problems import render
from tests.builders import statement

COMMON = """\
rule base:
  name: common
  title: What all towns share
  scenario: dry
sources:
  almanac: {title: Almanac, paragraphs: {¶1: Rain makes wet.}}
entities:
  park: {name: the park, kind: place}
statements:
  rains: {says: it rains}
  wet: {slots: {place: place}, says: "{place} [is|are] wet"}
  dry: {slots: {place: place}, says: "{place} [is|are] dry"}
contraries:
  - - wet(?place)
    - dry(?place)
questions:
  - ask: it rains
rules:
  - id: rain-wets
    if: it rains
    then: the park is wet
    source: ¶1
scenarios:
  dry: {title: No rain, assume: "it is not the case that it rains"}
phrasings:
  rains: {means: [it pours]}
associations:
  rains(): [+1 umbrella]
tests:
  hail: {title: Not for others, assume: it hails}
"""
TOWN = """\
rule base:
  name: town
  include: [../common]
facts:
  - say: it rains
rules:
  - id: roof-keeps-dry
    if: it rains
    then: the park is dry
    overrides: rain-wets
tests:
  hail: {title: The own one}
"""


def write(home: Path, name: str, content: str) -> None:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def told(home: Path, drafts: dict[str, str] | None = None) -> list[str]:
    """What is wrong with a rule base, a line each."""
    _, problems, texts = read(home, drafts)
    return [render(problem, texts).splitlines()[0] for problem in problems]


def head(*folders: str) -> str:
    return f"rule base: {{name: it, include: [{', '.join(folders)}]}}\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town that includes what all towns share."""
    write(tmp_path, "common/knowledge/common.yaml", COMMON)
    write(tmp_path, "town/knowledge/town.yaml", TOWN)
    return tmp_path / "town"


def test_all_but_the_head_and_the_tests_comes_along(town: Path) -> None:
    found = load(town)
    assert (found.name, found.title, found.start) == ("town", "", "")
    assert list(found.texts) == ["../common/knowledge/common.yaml", "knowledge/town.yaml"]
    assert [rule.id for rule in found.rules] == ["rain-wets", "roof-keeps-dry"]
    assert [test.title for test in found.tests] == ["The own one"]
    assert list(found.scenario) == ["dry"]
    counts = (found.sources, found.facts, found.questions, found.contraries, found.phrasings)
    assert list(map(len, (*counts, found.associations))) == [1, 1, 1, 1, 1, 1]


def test_an_own_rule_overrides_one_that_is_included(town: Path) -> None:
    case = Case.open(town)
    assert [case.holds(statement(f"{word}(park)")) for word in ("wet", "dry")] == [False, True]


def test_places_lead_to_the_included_file(town: Path) -> None:
    write(town.parent, "common/knowledge/common.yaml", COMMON.replace("park is wet", "park is we"))
    assert told(town)[0].startswith("../common/knowledge/common.yaml:21:11: error: no statement")


def test_what_changes_there_changes_the_digest(town: Path) -> None:
    before = load(town).digest
    write(town.parent, "common/knowledge/more.yaml", "# nothing\n")
    assert load(town).digest != before


def test_what_is_kept_between_runs_is_never_stale(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGUENDO_CACHE", str(town.parent / "kept"))
    for rule in ("rain-1", "rain-2"):
        write(town.parent, "common/knowledge/common.yaml", COMMON.replace("rain-wets", rule))
        with pytest.raises(RuleBaseError, match="unknown-rule"):
            load(town)
    write(town.parent, "common/knowledge/common.yaml", COMMON)
    assert [load(town).digest for _ in range(2)] == [load(town).digest] * 2
    nowhere = COMMON.replace("scenario: dry", "include: [[no folder]]")
    write(town.parent, "common/knowledge/common.yaml", nowhere)
    assert told(town) == told(town) != []


def test_drafts_may_stand_for_included_files_and_include_others(town: Path) -> None:
    wrong = {"../common/knowledge/common.yaml": COMMON.replace("park is wet", "park is we")}
    assert told(town, wrong)[0].startswith("../common/knowledge/common.yaml:21:11")
    rulebase, problems, _ = read(town, {"../common/rules/new.yaml": "facts:\n  - say: wet(park)\n"})
    assert rulebase, list(problems)
    assert len(rulebase.facts) == 2
    write(town.parent, "third/rules/third.yaml", "facts:\n  - say: dry(park)\n")
    head = TOWN.replace("[../common]", "[../common, ../third]")
    assert read(town, {"knowledge/town.yaml": head})[2].keys() > {"../third/rules/third.yaml"}


def test_a_rule_base_that_two_include_is_read_once(town: Path) -> None:
    write(town.parent, "left/knowledge/left.yaml", head("../common"))
    write(town.parent, "right/knowledge/right.yaml", head("../left", "../common"))
    write(town, "knowledge/town.yaml", TOWN.replace("../common", "../left, ../right, ../common/."))
    assert told(town) == []
    assert list(load(town).texts) == [
        "../common/knowledge/common.yaml",
        "../left/knowledge/left.yaml",
        "../right/knowledge/right.yaml",
        "knowledge/town.yaml",
    ]


def test_one_inside_the_folder_or_around_it_may_be_included(town: Path) -> None:
    write(town, "parts/rain/knowledge/rain.yaml", COMMON)
    write(town, "knowledge/town.yaml", TOWN.replace("../common", "parts/rain"))
    assert list(load(town).texts) == ["parts/rain/knowledge/rain.yaml", "knowledge/town.yaml"]
    write(town.parent, "rules/around.yaml", COMMON)
    write(town, "knowledge/town.yaml", TOWN.replace("../common", ".."))
    assert list(load(town).texts) == ["../rules/around.yaml", "knowledge/town.yaml"]


def test_links_do_not_lead_out(town: Path) -> None:
    outside = town.parent / "outside"
    write(outside, "rules/secret.yaml", "secret: secret\n")
    nest = town.parent / "nest"
    write(nest, "town/knowledge/town.yaml", TOWN.replace("../common", "../link, ../half"))
    (nest / "link").symlink_to(outside)
    (nest / "half").mkdir()
    (nest / "half" / "rules").symlink_to(outside / "rules")
    lines = told(nest / "town")
    assert [line.rpartition("error: ")[2] for line in lines[:3]] == [
        "this file leads out of the rule base and was not read [unread-file]",
        "“../link” leads out of the folder in which this rule base lies [bad-include]",
        "there is no file ending in .yaml below rules/ or knowledge/ in “half” [no-rule-base]",
    ]
    assert not any("secret" in line for line in lines)


def test_a_link_beside_it_is_followed(town: Path) -> None:
    (town.parent / "alias").symlink_to(town.parent / "common")
    write(town, "knowledge/town.yaml", TOWN.replace("../common", "../alias, ../common"))
    assert next(iter(load(town).texts)) == "../common/knowledge/common.yaml"


def test_the_limits_count_for_all_together(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(including, "MOST_FILES", 1)
    assert told(town)[0].startswith("error: a rule base has at most 1 files, included ones counted")
    monkeypatch.setattr(including, "MOST_FILES", 2)
    assert told(town) == []
    monkeypatch.setattr(
        including, "LARGEST_TOGETHER", len(COMMON.encode()) + len(TOWN.encode()) - 1
    )
    assert "this file is, together with those before it, larger than 0 MB" in told(town)[0]
    monkeypatch.setattr(including, "LARGEST_TOGETHER", len(COMMON.encode()) + len(TOWN.encode()))
    assert told(town) == []


def test_a_long_chain_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(including, "MOST_RULE_BASES", 3)
    for number in range(6):
        write(tmp_path, f"n{number}/rules/it.yaml", head(f"../n{number + 1}"))
    write(tmp_path, "n6/rules/it.yaml", "facts: []\n")
    assert told(tmp_path / "n3") == []
    assert told(tmp_path / "n0") == [
        "../n3/rules/it.yaml:1:33: error: more than 3 rule bases are included [bad-include]"
    ]


def test_endless_names_are_no_rule_base(town: Path) -> None:
    write(town, "knowledge/town.yaml", TOWN.replace("../common", "../" + "x" * 5000))
    assert "is not a rule base" in told(town)[0]


@pytest.fixture(scope="module")
def nest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with rule bases and links in it, and a secret next to it."""
    top = tmp_path_factory.mktemp("nest")
    for name in ("secret", "nest/common", "nest/town", "nest/town/part", "nest/deep/er"):
        write(top / name, "rules/it.yaml", f"# {top.name}/{name}\n")
    for name in ("nest/out", "nest/town/out"):
        (top / name).symlink_to(top / "secret")
    (top / "nest" / "half").mkdir()
    (top / "nest" / "half" / "rules").symlink_to(top / "secret" / "rules")
    return top / "nest"


STEPS = [
    "..",
    ".",
    "",
    "~",
    "common",
    "town",
    "part",
    "deep",
    "er",
    "out",
    "half",
    "secret",
    "nest",
]


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(STEPS), max_size=7).map("/".join), max_size=3))
def test_nothing_is_read_outside_whatever_is_included(nest: Path, folders: list[str]) -> None:
    draft = {"rules/it.yaml": head(*(f'"{folder}"' for folder in folders))}
    _, problems, texts = read(nest / "town", draft)
    assert not any("secret" in text for name, text in texts.items() if name not in draft)
    for name in texts:
        assert (nest / "town" / name).resolve().is_relative_to(nest)
    for problem in problems:
        assert render(problem, texts)
