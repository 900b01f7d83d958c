"""Which ids are words of a sentence as well."""

from __future__ import annotations

import pytest

from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.lending import lent

RUNS = Predicate("runs", (Slot("firm"),), "{firm} [runs|run] more buses", also=("no {firm} stops",))


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        (Entity("buses", "City Lines"), RUNS.says),
        (Entity("more_buses", "City Lines"), RUNS.says),
        (Entity("stops", "City Lines", aliases=("Lines",)), RUNS.also[0]),
        (Entity("buses", "the buses"), None),
        (Entity("buses", "City Lines", aliases=("Buses",)), None),
        (Entity("buses_more", "City Lines"), None),
        (Entity("lines", "City Lines"), None),
    ],
)
def test_an_id_is_lent_that_a_sentence_has_and_no_name(entity: Entity, text: str | None) -> None:
    found = [(each.id, where) for each, _, where in lent(Vocabulary([entity], [RUNS]))]
    assert found == ([(entity.id, text)] if text else [])
