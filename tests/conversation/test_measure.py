"""How many of the labelled questions are understood: a floor, so that no change loses many."""

from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.case import Case
from tests.conversation.measure import HELD_OUT, HERE, SHARED, dialogues, questions, share


@pytest.mark.skipif(not SHARED.exists(), reason="the shared questions are not beside the checkout")
def test_most_shared_questions_are_understood(article: Case) -> None:
    assert share(list(questions(SHARED / "dev-questions.jsonl", article))) >= 0.8
    assert share(list(dialogues(SHARED / "dev-dialogues.jsonl", article))) >= 0.8


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: str(path.stem))
def test_most_questions_of_our_own_are_understood(path: object, article: Case) -> None:
    chosen = next(each for each in HELD_OUT if each == path)
    assert share(list(questions(chosen, article))) >= 0.8


INDEPENDENT = sorted((HERE / "independent").rglob("dev-questions.jsonl"))


@pytest.mark.evidence
@pytest.mark.parametrize("path", INDEPENDENT, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_most_questions_of_people_who_did_not_know_the_program_are_understood(
    path: Path, article: Case, checkout: Path
) -> None:
    example = checkout / "examples" / path.parent.name
    case = Case.open(example) if example.is_dir() else article
    assert share(list(questions(path, case))) >= 0.6
    talk = path.with_name("dev-dialogues.jsonl")
    assert not talk.exists() or share(list(dialogues(talk, case))) >= 0.5


@pytest.mark.parametrize("name", ["animals", "british-citizenship"])
def test_rule_bases_whose_authors_wrote_no_code_are_understood_as_well(
    name: str, checkout: Path
) -> None:
    case = Case.open(checkout / "examples" / name)
    assert share(list(questions(HERE / "examples" / f"{name}.jsonl", case))) >= 0.85
