"""What clauses could say besides what they were read as."""

from __future__ import annotations

from arguendo.conversation.segmentation.parts import Part
from arguendo.conversation.statements import overlooked
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

HAIR, MEAT, HOOVES = (Statement("has", (each,)) for each in ("hair", "meat", "hooves"))


def _reading(
    statement: Statement, mask: int, score: float = 4.0, part: Part | None = None
) -> Reading:
    return Reading(statement, True, score, coverage=0.9, mask=mask, part=part)


def test_of_a_clause_read_as_nothing_the_first_few_are_gone_through() -> None:
    told = {(2, 3): [_reading(Statement("p", (str(n),)), 1) for n in range(9)]}
    found = list(overlooked.left(told, [0, 2]))
    assert [(each.rank, each.weak) for each in found] == [(n, True) for n in range(3)]


def test_beside_what_was_read_other_words_count() -> None:
    read, same, other = _reading(HAIR, 0b11), _reading(MEAT, 0b10), _reading(HOOVES, 0b110)
    found = list(overlooked.beside({(0, 1): [read, same, other]}, 0, 1, [read]))
    assert [(each.reading.statement, each.own) for each in found] == [(HOOVES, 0.5)]


def test_clauses_that_were_read_together_are_gone_through_one_by_one() -> None:
    both = _reading(HAIR, 0b11)
    told = {(0, 2): [both], (0, 1): [_reading(HAIR, 1)], (1, 2): [_reading(MEAT, 1)]}
    found = list(overlooked.beside(told, 0, 2, [both]))
    assert [(each.reading.statement, each.joined) for each in found] == [(MEAT, True)]


def test_a_question_says_besides_what_it_does_not_ask() -> None:
    asked, again, other = _reading(HAIR, 0b1), _reading(HAIR, 0b10), _reading(MEAT, 0b11)
    found = list(overlooked.outside([asked, again, other]))
    assert [(each.reading.statement, each.outside, each.own) for each in found] == [
        (MEAT, True, 0.5)
    ]
    assert list(overlooked.outside([])) == []


def test_a_rival_is_told_as_a_share_of_the_best() -> None:
    best, next_best = _reading(HAIR, 1, 8.0), _reading(MEAT, 1, 4.0)
    told = {(0, 1): [best, next_best]}
    assert overlooked.rival(told, 0, 1, best) == 0.5
    assert overlooked.rival(told, 0, 1, next_best) == 1.0
    assert overlooked.rival({}, 0, 1, best) == 0.0
