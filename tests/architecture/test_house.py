"""The house rules that no tool checks, and proof that each of these checks can fail."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest

from tests.architecture.measures import (
    SUBJECT_WORDS,
    files_over,
    functions,
    functions_over,
    machine_paths,
    namesakes,
    sources,
    subject_words,
    texts,
    word_sets,
)

MOST_LINES_IN_FILE = 400
MOST_LINES_IN_FUNCTION = 50
MEDIAN_LINES_BELOW = 10
MOST_LINES_IN_CHECKER = 120


@pytest.fixture(scope="session")
def program(checkout: Path) -> list[Path]:
    """The sources of the engine and of the terminal program."""
    return sources(checkout / "engine", checkout / "tui")


@pytest.fixture(scope="session")
def code(checkout: Path, program: list[Path]) -> list[Path]:
    """The program's sources and the tests'."""
    return program + sources(checkout / "tests")


def test_files_are_short(code: list[Path]) -> None:
    assert files_over(MOST_LINES_IN_FILE, code) == []


def test_functions_are_short(code: list[Path]) -> None:
    assert functions_over(MOST_LINES_IN_FUNCTION, code) == []


def test_most_functions_are_shorter(program: list[Path]) -> None:
    lengths = [function.lines for path in program for function in functions(path)]
    assert median(lengths) < MEDIAN_LINES_BELOW


def test_what_checks_certificates_can_be_read_at_a_sitting(checkout: Path) -> None:
    checker = checkout / "engine/arguendo/certificates/checker.py"
    assert files_over(MOST_LINES_IN_CHECKER, [checker]) == []


def test_the_program_does_not_know_the_article(program: list[Path]) -> None:
    assert subject_words(program) == []


def test_what_converses_knows_no_english_of_its_own(checkout: Path) -> None:
    assert word_sets(sources(checkout / "engine/arguendo/conversation")) == []


def test_no_file_names_the_machine_it_was_written_on(checkout: Path) -> None:
    assert machine_paths(texts(checkout)) == []


def test_no_test_hides_another(code: list[Path]) -> None:
    assert namesakes(code) == []


def test_the_files_measured_are_there(checkout: Path, program: list[Path]) -> None:
    names = {path.relative_to(checkout).as_posix() for path in texts(checkout)}
    measured = {path.relative_to(checkout).as_posix() for path in program}
    assert {"engine/arguendo/__init__.py", "tui/arguendo_tui/__init__.py"} <= measured <= names
    assert {".ci/run", "Makefile", "pyproject.toml", "knowledge/rulebase.yaml"} <= names


def test_a_long_file_is_found(tmp_path: Path) -> None:
    written = _write(tmp_path, "x = 1\n" * 5)
    assert files_over(5, [written]) == []
    assert files_over(4, [written]) == [f"{written}: 5 lines"]


def test_namesakes_are_found_in_folders_of_one_name(tmp_path: Path) -> None:
    files = [tmp_path / each for each in ("a/x/test_b.py", "x/test_b.py", "y/test_b.py")]
    assert namesakes(files) == ["x/test_b.py"]


@pytest.mark.parametrize("head", ["def long():", "async def long():"])
def test_a_long_function_is_found_wherever_it_stands(tmp_path: Path, head: str) -> None:
    inner = f"    {head}\n" + "        x = 1\n" * 5
    written = _write(tmp_path, "class Holder:\n" + inner + "\n\ndef short():\n    pass\n")
    assert functions_over(6, [written]) == []
    assert functions_over(5, [written]) == [f"{written}:2 long: 6 lines"]


@pytest.mark.parametrize("word", SUBJECT_WORDS)
@pytest.mark.parametrize("text", ["x = '{}'", "# about {}.", "north_{}_2 = 1"])
def test_a_word_about_the_article_is_found(tmp_path: Path, text: str, word: str) -> None:
    written = _write(tmp_path, "\n" + text.format(word.title()))
    assert subject_words([written]) == [f"{written}:2: {word.title()}"]


@pytest.mark.parametrize("text", ["a rebuttal trumps a ground", "moonlight", "machine"])
def test_a_word_that_only_looks_alike_is_not(tmp_path: Path, text: str) -> None:
    assert subject_words([_write(tmp_path, text)]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('_IS = {"is", "are", "was"}', 1),
        ('_IS = {"is", "are"}', 0),
        ('_IDS = {"a_b", "c", "d"}', 0),
    ],
)
def test_a_set_of_words_is_found(tmp_path: Path, text: str, found: int) -> None:
    assert len(word_sets([_write(tmp_path, text)])) == found


@pytest.mark.parametrize("folder", ["work", "tmp", "root", "home", "Users"])
def test_a_machine_path_is_found(tmp_path: Path, folder: str) -> None:
    path = f"/{folder}/someone"
    written = _write(tmp_path, f"a\n`{path}/x`")
    assert machine_paths([written]) == [f"{written}:2: {path}"]


@pytest.mark.parametrize("text", ["https://example.org/work/x", "docs/tmp/y", "a / work / b"])
def test_other_paths_are_not(tmp_path: Path, text: str) -> None:
    assert machine_paths([_write(tmp_path, text)]) == []


def test_texts_pass_over_what_tools_leave(tmp_path: Path) -> None:
    for name in (".venv/a.py", ".ci/run", "build/b.py", "docs/c.md", "d.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    assert list(texts(tmp_path)) == [tmp_path / ".ci/run", tmp_path / "docs/c.md"]


def _write(folder: Path, text: str) -> Path:
    path = folder / "written.py"
    path.write_text(text, encoding="utf-8")
    return path
