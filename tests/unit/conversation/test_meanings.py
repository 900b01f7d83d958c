from __future__ import annotations

import pytest

from arguendo.conversation.english.meanings import meanings, stems_known
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import concepts, cues, read, word_lists


def meant(text: str) -> dict[str, int]:
    stems = [stem(word) for word in plain_words(text)]
    blank = frozenset(
        p for p, word in enumerate(plain_words(text)) if word in word_lists().possessives
    )
    return {meaning.name: meaning.sign for meaning in meanings(stems, blank)}


@pytest.mark.parametrize(
    ("text", "meaning", "sign"),
    [
        ("they stuck their necks out", "risk", 1),
        ("they take him at his word", "trust", 1),
        ("they distrust him", "trust", -1),
        ("put the squeeze on them", "press", 1),
        ("they drag their feet", "withhold", 1),
        ("sing from the same hymn sheet", "coordinate", 1),
        ("he kept his mouth shut", "speak", -1),
    ],
)
def test_idioms_carry_their_meaning_in_any_form(text: str, meaning: str, sign: int) -> None:
    assert meant(text)[meaning] == sign


def test_words_of_an_idiom_carry_none_of_their_own() -> None:
    assert "negotiate" in meant("they talk")
    assert "negotiate" not in meant("talking out of both sides of its mouth")


def test_an_idiom_does_not_reach_into_the_next_clause() -> None:
    assert "leave_alone" in meant("leave the poor man be")
    assert "leave_alone" not in meant("he left because he was ill")


def test_the_wider_lexicon_is_looked_at_only_where_it_is_asked_for() -> None:
    words = [stem("licit")]
    assert [meaning.name for meaning in meanings(words, wider={"lawful+"})] == ["lawful+"]
    assert not meanings(words)
    assert not meanings(words, wider={"unlawful+"})


def test_every_file_of_the_lexicon_can_be_read() -> None:
    assert all(read(name) for name in ("words", "concepts", "wider", "cues"))
    assert stems_known()
    assert cues()["intents"].keys() >= {"why", "describe"}


def test_no_meaning_lists_an_expression_and_its_opposite() -> None:
    for name, expressions in concepts(wider=True).items():
        both = {e.lstrip("-") for e in expressions if e[0] == "-"} & set(expressions)
        assert not both, f"{name}: {both}"
