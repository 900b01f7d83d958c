from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.authoring.beginning import QUESTION, scaffold
from arguendo.authoring.formatting import formatted
from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.library import read
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.testing.coverage import report
from arguendo.testing.mutation import Experiment, score
from arguendo.testing.outcomes import expected_of, outcomes


def begun(folder: Path, name: str, title: str) -> RuleBase:
    for file, text in scaffold(name, title).items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    rulebase, problems, _ = read(folder)
    assert list(problems) == []
    assert rulebase is not None
    return rulebase


@pytest.mark.parametrize("name", ["concert", "yes", "a: b # [c]", '"quoted"'])
def test_it_is_sound_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    found = begun(tmp_path, name, f"{name}?")
    assert (found.name, found.title) == (name, f"{name}?")


def test_it_has_every_part(tmp_path: Path) -> None:
    found = begun(tmp_path, "concert", "A title")
    predicates = found.vocabulary.predicates.values()
    assert all(p.denies and p.asks and p.also for p in predicates)
    assert all(entity.aliases for entity in found.vocabulary.entities.values())
    assert found.sources
    assert found.facts
    assert found.questions
    assert found.contraries
    assert [bool(rule.rebuttals) for rule in found.rules] == [True, False]


def test_it_comes_out_as_it_says_and_notices_every_mistake_in_a_rule(tmp_path: Path) -> None:
    case = Case.of(begun(tmp_path, "concert", "A title"), "")
    cases = expected_of(case)
    found = [outcome for scenario in cases for outcome in outcomes(case, scenario)]
    assert len(found) > len(cases)
    assert all(outcome.passed for outcome in found)
    covered = report(case, cases)
    assert (covered.share, covered.share_of_parts) == (1, 1)
    assert score(list(Experiment(case.rulebase).trials())).share == 1


def test_it_answers_its_question(tmp_path: Path) -> None:
    case = Case.of(begun(tmp_path, "concert", "A title"))
    _, reply = converse(State(case), QUESTION)
    assert reply.answer.query.statement == Statement("sings_in", ("choir", "park"))
    assert reply.page.answer.startswith("Yes")


def test_its_files_are_formatted_and_explain_themselves() -> None:
    for text in scaffold("concert").values():
        assert formatted(text) == text
        assert text.startswith("# ")
