from __future__ import annotations

import pytest

from arguendo.conversation import lexicon
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import sentences
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import listed
from arguendo.conversation.suppositions.clausing import cut
from arguendo.statements import Entity

NAMES = Names((Entity("anna", "Anna", "person"), Entity("ben", "Ben", "person")))


def clauses(text: str) -> list[str]:
    words = [word for sentence in sentences(text) for word in sentence.words]
    return [("NOT " if c.denied else "") + " ".join(c.texts) for c in cut(words, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna pays, the courts dry", ["anna pays", "courts dry"]),
        ("Anna pays but Ben does not", ["anna pays", "ben does not"]),
        ("neither fees nor courts", ["neither fees", "nor courts"]),
        ("fees rather than courts", ["fees", "NOT courts"]),
        ("Anna does not pay or play", ["anna does not pay", "NOT play"]),
        ("Anna may pay or play", ["anna may pay or play"]),
        ("in the absence of a fee", ["NOT fee"]),
        ("a member that pays", ["member", "pays"]),
        ("Anna says that Ben pays", ["anna says that ben pays"]),
        ("the cup without Ben", ["cup", "without ben"]),
        ("Anna and Ben both pay the fee", ["anna and ben both pay fee"]),
        ("Anna pays then Ben pays", ["anna pays", "ben pays"]),
        ("take away the fee, and the courts dry", ["NOT fee", "courts dry"]),
        ("now strike out the fee", ["NOT fee"]),
        ("Anna may remove the fee", ["anna may remove fee"]),
        ("it took off the fee", ["it took off fee"]),
        ("her letter is a forgery", ["NOT her letter"]),
        ("fees absent", ["NOT fees"]),
        ("fees: absent", ["NOT fees"]),
        ("fees: absent, courts dry", ["NOT fees", "courts dry"]),
    ],
)
def test_a_text_is_cut_where_a_statement_may_end(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_no_phrase_denies_a_clause_in_two_ways() -> None:
    others = cues.group("clauses", "denies", "voids")
    undoes = listed(lexicon.cues()["clauses"]["undoes"])
    assert [each for each in undoes if others.find([stem(word) for word in each.split()])] == []
