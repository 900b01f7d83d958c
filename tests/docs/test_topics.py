"""The pages about the language: every example reads, and comes out as its scenarios say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from arguendo.authoring.language import TOPICS, topic, topic_about, topics
from arguendo.case import Case
from arguendo.library import load
from arguendo.reading.guide import KEY_GUIDES, SECTION_GUIDES
from arguendo.review.examination import examine
from arguendo.scenarios import Scenario
from arguendo.testing.outcomes import expected_of, outcomes
from tests.docs.pages import Block, blocks, files, is_wrong, told, write


def rule_base_of(page: str, home: Path, mistake: Block | None = None) -> Path:
    """The examples of a page, which add to the first page's unless they have a head themselves."""
    found = [each for each in blocks(page) if each.sort == "yaml" and not is_wrong(each)]
    whole = any("rule base:" in each.text for each in found)
    made = {} if whole else files(blocks(topic(TOPICS[0]).text))
    made |= files(found)
    if mistake:
        made |= files([Block("yaml", "", f"# rules/mistake.yaml\n{mistake.text}")])
    return write(made, home / "here")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Scenario]:
    """The scenarios of the first page, which the others have as well."""
    home = tmp_path_factory.mktemp("shared")
    return load(rule_base_of(topic(TOPICS[0]).text, home)).scenario


@pytest.mark.parametrize("name", TOPICS)
def test_examples_come_out_as_they_say(
    name: str, shared: Mapping[str, Scenario], tmp_path: Path
) -> None:
    case = Case.open(rule_base_of(topic(name).text, tmp_path), "")
    passed_over = shared if name != TOPICS[0] else ()
    own = [each for each in expected_of(case) if each.id not in passed_over]
    found = [outcome for scenario in own for outcome in outcomes(case, scenario)]
    assert found
    assert [(each.scenario.id, each.expectation, each.got) for each in found if each.reason] == []


MISTAKES = [
    (each.name, block, shown.text)
    for each in topics()
    for block, shown in zip(blocks(each.text), blocks(each.text)[1:], strict=False)
    if is_wrong(block)
]


@pytest.mark.parametrize(("name", "mistake", "shown"), MISTAKES, ids=[each[0] for each in MISTAKES])
def test_mistakes_are_told_as_shown(name: str, mistake: Block, shown: str, tmp_path: Path) -> None:
    found = told(rule_base_of(topic(name).text, tmp_path, mistake))
    assert found == shown, found


def test_what_the_page_on_silencing_silences_would_be_told(tmp_path: Path) -> None:
    found = examine(rule_base_of(topic("silencing").text, tmp_path))
    assert sorted(each.problem.code for each in found.silenced) == [
        "rule-without-source",
        "rule-without-warrant",
    ]


def test_what_the_page_on_silencing_ignores_would_be_told(tmp_path: Path) -> None:
    home = rule_base_of(topic("silencing").text, tmp_path)
    tower = "entities:\n  tower: {name: the old signal tower, kind: work}\n"
    (home / "knowledge" / "tower.yaml").write_text(tower)
    assert {each.code for each in examine(home).problems} == set()
    (home / "arguendo.yaml").unlink()
    assert {each.code for each in examine(home).problems} == {"unused-entity"}


def test_every_mistake_has_its_message() -> None:
    wrong = [block for each in topics() for block in blocks(each.text) if is_wrong(block)]
    assert len(wrong) == len(MISTAKES) >= 3


def test_the_pages_are_those_that_lie_there(checkout: Path) -> None:
    folder = checkout / "engine" / "arguendo" / "authoring" / "language"
    assert sorted(TOPICS) == sorted(path.stem for path in folder.glob("*.md"))
    assert all(len(each.summary.splitlines()) == 1 for each in topics())


def test_the_overview_lists_every_page_with_what_it_says_in_short(checkout: Path) -> None:
    overview = (checkout / "docs" / "language.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[(.+)\]\((.+)\): (.+)$", overview, re.MULTILINE)
    folder = "../engine/arguendo/authoring/language"
    assert sorted(listed) == sorted(
        (each.name, f"{folder}/{each.name}.md", each.summary) for each in topics()
    )


def test_every_key_of_rule_files_leads_to_a_topic() -> None:
    keys = {key for table in KEY_GUIDES.values() for key in table} | set(SECTION_GUIDES)
    missing = [key for key in sorted(keys) if key not in topic(topic_about(key) or "example").text]
    assert missing == []
