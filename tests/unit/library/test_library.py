from __future__ import annotations

import os
from pathlib import Path

import pytest

from arguendo import including
from arguendo.content import find_rule_base
from arguendo.library import NotSaved, RuleBaseError, load, read, save
from arguendo.problems import render

FACTS = "statements:\n  rains: {says: it rains}\nfacts:\n  - say: it rains\n"


def write(home: Path, name: str, content: str | bytes = FACTS) -> Path:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def told(home: Path) -> list[str]:
    """What is wrong with a rule base, a line each."""
    _, problems, texts = read(home)
    return [render(problem, texts).splitlines()[0] for problem in problems]


def test_the_article_has_no_problems(checkout: Path) -> None:
    rulebase, problems, texts = read(checkout)
    assert [render(problem, texts) for problem in problems] == []
    assert rulebase
    assert rulebase.rules
    assert rulebase.start in rulebase.scenario


def test_without_a_folder_it_is_the_article(checkout: Path) -> None:
    assert find_rule_base() == checkout
    assert find_rule_base(Path("elsewhere")) == Path("elsewhere")


def test_files_lie_anywhere_below_the_two_folders(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/a/b/weather.yaml")
    write(tmp_path, "rules/c.yml", "rules:\n  - id: r\n    then: it rains\n")
    write(tmp_path, "rules/.hidden.yaml", "not: read")
    write(tmp_path, "rules/readme.md", "not: read")
    write(tmp_path, "elsewhere/d.yaml", "not: read")
    found = load(tmp_path)
    assert sorted(found.texts) == ["knowledge/a/b/weather.yaml", "rules/c.yml"]
    assert found.texts["knowledge/a/b/weather.yaml"] == FACTS


def test_a_draft_stands_for_the_file(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/weather.yaml")
    drafts = {"knowledge/weather.yaml": FACTS + "  - say: it snows\n", "rules/new.yaml": "rules: 1"}
    _, problems, texts = read(tmp_path, drafts)
    assert texts == drafts
    assert {problem.span.file for problem in problems if problem.span} == set(drafts)
    assert told(tmp_path) == []


def test_one_that_does_not_say_its_name_is_called_after_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "fair/knowledge/weather.yaml")
    write(tmp_path, "foul/knowledge/weather.yaml")
    assert [load(tmp_path / name).name for name in ("fair", "foul")] == ["fair", "foul"]
    rulebase, _, _ = read(tmp_path / "foul")
    assert rulebase
    assert rulebase.name == "foul"


def test_rules_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a"):
        rule = f"rules:\n  - id: {name.replace('/', '-')}\n    then: it rains\n"
        write(tmp_path, f"rules/{name}.yaml", rule)
    write(tmp_path, "knowledge/weather.yaml")
    found = load(tmp_path)
    assert [(rule.id, rule.position) for rule in found.rules] == [("a", 0), ("a-z", 1), ("b", 2)]


def test_equal_contents_have_equal_digests(tmp_path: Path) -> None:
    for home in ("one", "two", "three"):
        write(tmp_path / home, "knowledge/weather.yaml")
    write(tmp_path / "three", "knowledge/more.yaml", "# nothing\n")
    one, two, three = (load(tmp_path / home).digest for home in ("one", "two", "three"))
    assert one == two != three
    assert len(one) == 64


def test_with_errors_nothing_is_loaded_and_everything_is_told(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/weather.yaml", FACTS + "  - say: it snows\n")
    write(tmp_path, "rules/rules.yaml", "ruels: []\n")
    with pytest.raises(RuleBaseError) as caught:
        load(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["unread-sentence", "unknown-key"]
    assert "knowledge/weather.yaml:5:10: error" in str(caught.value)
    assert "it snows" in caught.value.texts["knowledge/weather.yaml"]


def test_a_folder_that_is_no_rule_base_is_refused(tmp_path: Path) -> None:
    assert "neither rules/ nor knowledge/" in told(tmp_path)[0]
    assert "neither rules/ nor knowledge/" in told(tmp_path / "missing")[0]
    (tmp_path / "rules").mkdir()
    assert "no file ending in .yaml" in told(tmp_path)[0]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write(home, "knowledge/weather.yaml")
    write(tmp_path, "outside/secret.yaml", "secret: secret\n")
    (home / "knowledge" / "file.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    (home / "knowledge" / "folder").symlink_to(tmp_path / "outside")
    (home / "rules").symlink_to(tmp_path / "outside")
    lines = told(home)
    assert [line.partition(":")[0] for line in lines] == [
        "knowledge/file.yaml",
        "knowledge/folder",
        "rules",
    ]
    assert not any("secret" in line for line in lines)


def test_a_link_that_stays_inside_is_read(tmp_path: Path) -> None:
    target = write(tmp_path, "shared/weather.yaml")
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "weather.yaml").symlink_to(target)
    assert len(load(tmp_path).facts) == 1


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", "knowledge/weather.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert load(tmp_path / "link").facts


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (FACTS.encode() + b"  - say: caf\xe9\n", "knowledge/weather.yaml:5:13: error: this is not"),
        ("facts: []\n".encode("utf-16"), "knowledge/weather.yaml:1:1: error: this is not UTF-8"),
        (b"facts: \x00\n", "knowledge/weather.yaml:1:8: error: the character U+0000"),
        (b"x" * (including.LARGEST + 1), "knowledge/weather.yaml:1:1: error: this file is larger"),
    ],
    ids=["latin-1", "utf-16", "null", "huge"],
)
def test_files_that_are_no_text(tmp_path: Path, content: bytes, said: str) -> None:
    write(tmp_path, "knowledge/weather.yaml", content)
    assert any(line.startswith(said) for line in told(tmp_path)), told(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/weather.yaml", b"\xef\xbb\xbf" + FACTS.encode())
    assert load(tmp_path).facts


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/weather.yaml")
    os.mkfifo(tmp_path / "knowledge" / "pipe.yaml")
    (tmp_path / "knowledge" / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "knowledge" / "lost.yaml").symlink_to("nowhere.yaml")
    assert [line.rpartition("error: ")[2] for line in told(tmp_path)] == [
        "this file is a link that leads nowhere and was not read [unread-file]",
        "this file is a link that leads nowhere and was not read [unread-file]",
        "this file is not an ordinary file and was not read [unread-file]",
    ]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(including, "MOST_FILES", 1)
    write(tmp_path, "knowledge/a.yaml")
    write(tmp_path, "knowledge/b.yaml", "# nothing\n")
    assert "at most 1 files" in told(tmp_path)[0]


class TestSaving:
    """A file's new text takes the place of the one that was read."""

    NAME = "rules/a.yaml"

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_it_is_written_as_it_was_with_its_mode(self, tmp_path: Path, mark: bytes) -> None:
        path = write(tmp_path, self.NAME, mark + b"one\r\n")
        path.chmod(0o640)
        save(tmp_path, self.NAME, "one\r\n", "two\r\n")
        assert path.read_bytes() == mark + b"two\r\n"
        assert path.stat().st_mode & 0o777 == 0o640
        assert [each.name for each in path.parent.iterdir()] == ["a.yaml"]

    def test_what_changed_in_the_meantime_is_left_alone(self, tmp_path: Path) -> None:
        path = write(tmp_path, self.NAME, "other")
        with pytest.raises(NotSaved, match="changed"):
            save(tmp_path, self.NAME, "one", "two")
        assert path.read_text() == "other"

    @pytest.mark.parametrize("name", ["../out.yaml", "rules/link.yaml"])
    def test_nothing_outside_is_written(self, tmp_path: Path, name: str) -> None:
        outside = write(tmp_path, "out.yaml", "one")
        home = tmp_path / "home"
        (home / "rules").mkdir(parents=True)
        (home / "rules" / "link.yaml").symlink_to(outside)
        with pytest.raises(NotSaved, match="leads out"):
            save(home, name, "one", "two")
        assert outside.read_text() == "one"


def test_a_file_or_folder_inside_a_rule_base_is_told_which_one_is_meant(tmp_path: Path) -> None:
    file = write(tmp_path, "knowledge/weather.yaml")
    for inside in (file, file.parent):
        _, (problem,), _ = read(inside)
        assert (problem.code, problem.hint) == (
            "no-rule-base",
            f"it lies in “{tmp_path}”, which is one",
        )
    _, (missing,), _ = read(file.parent / "missing")
    assert missing.hint == "name the folder that holds one of them"


def test_a_file_whose_ending_only_looks_right_is_told(tmp_path: Path) -> None:
    write(tmp_path, "knowledge/weather.yaml")
    for name in ("Rain.yaml.txt", "Rain.YML", "Rain.Yaml.TXT", "notes.txt", ".rain.yaml.txt"):
        write(tmp_path, f"rules/{name}")
    assert told(tmp_path) == [
        f"rules/{name}:1:1: error: this file should be called “{meant}” and was not read "
        "[unread-file]"
        for name, meant in (
            ("Rain.YML", "Rain.yml"),
            ("Rain.Yaml.TXT", "Rain.yaml"),
            ("Rain.yaml.txt", "Rain.yaml"),
        )
    ]
