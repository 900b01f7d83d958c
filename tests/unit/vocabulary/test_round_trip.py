"""Whatever is said can be read: the realiser and the strict reader agree on every vocabulary."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from arguendo.statements import Entity, Literal, Predicate, Slot, Statement
from arguendo.vocabulary import Form, Vocabulary, normalise
from arguendo.vocabulary.templates import template

words = st.from_regex(r"[abcdeßéS]{1,3}(['-][abcdeßéS]{1,3})?", fullmatch=True).filter(
    lambda text: len(normalise(text)) == 1
)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
literals = st.one_of(
    st.integers(-999, 999).map(str),
    st.dates().map(str),
    st.sampled_from(["?who", "?_"]),
)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    entities = [
        Entity(f"entity{n}", draw(phrases), plural=draw(st.booleans()))
        for n in range(draw(st.integers(1, 4)))
    ]
    predicates = [_predicate(draw, f"p{n}") for n in range(draw(st.integers(1, 4)))]
    return Vocabulary(entities, predicates)


def _predicate(draw: st.DrawFn, name: str) -> Predicate:
    slots = tuple(Slot(f"s{n}") for n in range(draw(st.integers(0, 3))))
    says = draw(phrases)
    for slot in slots:
        says += f" {{{slot.name}}} " + draw(st.sampled_from(["[is|are] ", "", "the ", "'s "]))
        says += draw(phrases)
    says = says.replace("}  '", "}'").replace("} '", "}'")
    return Predicate(name, slots, says, asks=says)


@given(vocabularies(), st.data())
def test_what_is_said_is_read_back(vocabulary: Vocabulary, data: st.DataObject) -> None:
    predicate = data.draw(st.sampled_from(list(vocabulary.predicates.values())))
    assume(not template(predicate.says).fault)
    terms = st.one_of(st.sampled_from(list(vocabulary.entities)), literals)
    statement = Statement(predicate.id, tuple(data.draw(terms) for _ in predicate.slots))
    said = vocabulary.say(statement)
    names = [vocabulary.name(term) for term in statement.arguments]
    assume(all(normalise(name) for name in names))
    assert _means(vocabulary, said, Literal(statement))
    assert _means(vocabulary, vocabulary.say(statement, Form.DENIES), Literal(statement, False))
    assert vocabulary.say(statement, Form.ASKS).endswith("?")


def _means(vocabulary: Vocabulary, said: str, literal: Literal) -> bool:
    """Tell whether a text has a reading, equal up to entities that share a name."""
    return literal in vocabulary.read(said) or any(
        one.positive == literal.positive
        and one.statement.predicate == literal.statement.predicate
        and [vocabulary.name(term) for term in one.statement.arguments]
        == [vocabulary.name(term) for term in literal.statement.arguments]
        for one in vocabulary.read(said)
    )


@given(vocabularies(), st.text(max_size=80))
def test_any_text_is_read_or_explained(vocabulary: Vocabulary, text: str) -> None:
    if not vocabulary.read(text):
        near = vocabulary.nearest(text)
        assert near.code
        assert near.message
