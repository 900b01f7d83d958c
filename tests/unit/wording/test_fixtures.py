"""Answers about the article as text pairs: a question in a few lines, and what must be read.

A file in tests/fixtures/wording holds pairs, apart by a line of equals signs. A pair begins with
lines of `word: value`, then an empty line, then the answer. The first line is the question: its
word is the intent (`ask`, `why not`, `what would it take`, …), its value the sentence, entity,
listing or scenarios that it is about. Further lines set the stage: `given` (assumed before),
`suppose` (assumed by the question), `day` (what was known then), `by`, `degree`, `fall: yes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arguendo.case import Case
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Literal
from arguendo.wording.answers import word

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "wording"
ENTITIES = (Intent.DESCRIBE, Intent.RECOMMEND)


def pairs() -> Iterator[tuple[str, str, str]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for pair in file.read_text(encoding="utf-8").split("\n====\n"):
            question, _, expected = pair.strip().partition("\n\n")
            yield f"{file.stem}: {question.splitlines()[0]}", question, expected


def read(rulebase: RuleBase, sentence: str) -> Literal:
    (literal,) = rulebase.vocabulary.read(sentence)
    return literal


def put(case: Case, question: str) -> tuple[Case, Query]:
    """Read the lines of a question."""
    (first, about), *others = [
        (key.strip(), value.strip())
        for key, _, value in (line.partition(":") for line in question.splitlines())
    ]
    intent = Intent(first.replace(" ", "_"))
    more: dict[str, Any] = {"assume": {}}
    if intent is Intent.LIST:
        more["listing"] = Listing(about)
    elif intent is Intent.COMPARE:
        more["scenarios"] = tuple(about.split(", ")) if about else ()
    elif intent in ENTITIES and about:
        more["entity"] = case.rulebase.vocabulary.entities_named(about)[0].id
    elif about:
        more["statement"] = read(case.rulebase, about).statement
    for key, value in others:
        if key == "given":
            literal = read(case.rulebase, value)
            case = case.assume(literal.statement, None if literal.positive else NONE)
        elif key == "suppose":
            literal = read(case.rulebase, value)
            more["assume"][literal.statement] = literal.positive
        elif key == "day":
            case = case.on(value)
        elif key == "by":
            more["by"] = case.rulebase.vocabulary.entities_named(value)[0].id
        else:
            more[key] = value if key == "degree" else True
    return case, Query(intent, **more)


@pytest.fixture(scope="module")
def article(checkout: Path) -> Case:
    return Case.open(checkout)


@pytest.mark.parametrize(
    ("question", "expected"), [pytest.param(q, e, id=name) for name, q, e in pairs()]
)
def test_the_answer_reads_as_written(article: Case, question: str, expected: str) -> None:
    case, query = put(article, question)
    assert word(answer(case, query)).text == expected


def test_every_intent_has_a_pair() -> None:
    told = {question.partition(":")[0].replace(" ", "_") for _, question, _ in pairs()}
    assert {intent.value for intent in Intent} == told
