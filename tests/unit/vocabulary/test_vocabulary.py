from __future__ import annotations

import pytest

from arguendo.statements import Entity, Literal, Predicate, Slot, Statement, parse_statement
from arguendo.vocabulary import Form, Vocabulary
from arguendo.vocabulary.continuations import continuations

ENTITIES = (
    Entity("ann", "Ann", "person", ("the treasurer", "Annie Lee")),
    Entity("lee", "Lee", "person"),
    Entity("twins", "the twins", "person", plural=True),
    Entity("board", "the board", "body", ("board of the club",)),
    Entity("club", "the club", "body"),
    Entity("spring", "Spring", "season"),
)
PREDICATES = (
    Predicate(
        "pays",
        (Slot("member", ("person",)), Slot("creditor", ("body",))),
        says="{member} [pays|pay] {creditor}",
        denies="{member} [does|do] not pay {creditor}",
        asks="[Does|Do] {member} pay {creditor}",
        also=("{creditor} [is|are] paid by {member}", "{member}'s dues go to {creditor}"),
    ),
    Predicate(
        "owes", (Slot("who"), Slot("sum", ("number",))), says="{who} owes {sum} [euro|euros]"
    ),
    Predicate("joined", (Slot("who"), Slot("day", ("date",))), says="{who} joined on {day}"),
    Predicate("said", (Slot("who"), Slot("what", ("text",))), says="{who} said {what}"),
    Predicate("closed", (), says="it is closed"),
    Predicate("likes", (Slot("one"), Slot("other")), says="{one} likes {other} as {one} said"),
)
VOCABULARY = Vocabulary(ENTITIES, PREDICATES)


def statement(key: str) -> Statement:
    found = parse_statement(key)
    assert found
    return found


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Ann pays the board", "pays(ann, board)"),
        ("  the TREASURER pay board of the club. ", "pays(ann, board)"),
        ("Annie Lee pays the club", "pays(ann, club)"),
        ("the board is paid by ?someone", "pays(?someone, board)"),
        ("Ann's dues go to the club", "pays(ann, club)"),
        ("the twins’ dues go to the club", "pays(twins, club)"),
        ("pays( ann ,board )", "pays(ann, board)"),
        ("ann owes 12 euros", "owes(ann, 12)"),
        ("the board owes -1.5 euro", "owes(board, -1.5)"),
        ("Ann joined on 2017-08-01", "joined(ann, 2017-08-01)"),
        ("Ann joined on 1 August 2017", "joined(ann, 2017-08-01)"),
        ('Ann said "So it is"', 'said(ann, "So it is")'),
        ("Ann said “So it is”", 'said(ann, "So it is")'),
        ("it is closed", "closed()"),
        ("Ann likes Lee as the treasurer said", "likes(ann, lee)"),
    ],
)
def test_a_sentence_is_read_as_a_whole(sentence: str, key: str) -> None:
    assert VOCABULARY.read(sentence) == [Literal(statement(key))]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Ann",
        "Ann pays",
        "Ann pays the board today",
        "Ann paid the board",
        "the board pays Ann",
        "Zoe pays the board",
        "Ann Lee pays the board",
        "Ann owes much euros",
        "Ann joined on 12",
        "Ann likes Lee as Lee said",
        "pays(ann, zoe)",
        "pays(ann)",
        "pays(board, ann)",
        "lends(ann, board)",
        'owes(ann, "12")',
    ],
)
def test_nothing_less_than_a_whole_sentence_is_read(sentence: str) -> None:
    assert VOCABULARY.read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["Ann does not pay the board", "it is not the case that Ann pays the board"],
)
def test_a_denial_is_not_positive(sentence: str) -> None:
    assert VOCABULARY.read(sentence) == [Literal(statement("pays(ann, board)"), positive=False)]


def test_all_readings_are_returned() -> None:
    clash = Predicate("settles", PREDICATES[0].slots, "{member} pays {creditor}")
    found = Vocabulary(ENTITIES, (*PREDICATES, clash)).read("Ann pays the board")
    assert {each.statement.predicate for each in found} == {"pays", "settles"}


@pytest.mark.parametrize(
    ("key", "form", "said"),
    [
        ("pays(ann, board)", Form.SAYS, "Ann pays the board"),
        ("pays(twins, board)", Form.SAYS, "the twins pay the board"),
        ("pays(ann, board)", Form.DENIES, "Ann does not pay the board"),
        ("pays(twins, board)", Form.ASKS, "Do the twins pay the board?"),
        ("pays(?who, board)", Form.SAYS, "?who pays the board"),
        ("owes(ann, 1)", Form.SAYS, "Ann owes 1 euro"),
        ("owes(ann, 12)", Form.SAYS, "Ann owes 12 euros"),
        ("joined(ann, 2017-08-01)", Form.SAYS, "Ann joined on 1 August 2017"),
        ("joined(ann, 2017-08)", Form.SAYS, "Ann joined on August 2017"),
        ('said(ann, "So it is")', Form.SAYS, "Ann said So it is"),
        ("closed()", Form.DENIES, "it is not the case that it is closed"),
        ("closed()", Form.ASKS, "is it the case that it is closed?"),
        ("unheard(of)", Form.SAYS, "unheard(of)"),
    ],
)
def test_a_statement_is_said(key: str, form: Form, said: str) -> None:
    assert VOCABULARY.say(statement(key), form) == said


@pytest.mark.parametrize(
    ("template", "entity", "said"),
    [
        ("{x}'s hat is red", "twins", "the twins' hat is red"),
        ("{x}'s hat is red", "ann", "Ann's hat is red"),
        ("the {x} is red", "board", "the board is red"),
        ("[Is|Are] there {x}", "twins", "Are there the twins"),
    ],
)
def test_names_fit_into_their_sentence(template: str, entity: str, said: str) -> None:
    vocabulary = Vocabulary(ENTITIES, [Predicate("p", (Slot("x"),), template)])
    found = Statement("p", (entity,))
    assert vocabulary.say(found) == said
    assert vocabulary.read(said) == [Literal(found)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [("The treasurer", ["ann"]), ("ANN", ["ann"]), ("ann lee", []), ("spring", ["spring"])],
)
def test_entities_are_found_by_a_whole_name(text: str, ids: list[str]) -> None:
    assert [entity.id for entity in VOCABULARY.entities_named(text)] == ids


@pytest.mark.parametrize(
    ("sentence", "code", "message", "hint"),
    [
        ("Ann pays the bored", "unknown-entity", "“bored”", "the board"),
        ("Lee pays Spring", "wrong-kind", "“Spring” is a season", "the board"),
        ("Ann owes much euros", "unknown-entity", "“much” is not a number", ""),
        ("Ann quickly pays the board", "unread-sentence", "", "“quickly” is not in it"),
        ("Ann pay to the board", "unread-sentence", "", "nearest: Ann pays the board"),
        ("it is cl", "unread-sentence", "", "nearest: it is closed\nthe sentence is not finished"),
        ("Lee owes", "unread-sentence", "", "nearest: Lee owes 12"),
        ("Ann", "unread-sentence", "", "declare one"),
        ("hats are made of cheese", "unread-sentence", "", "declare one"),
        ("pay(ann, board)", "unknown-statement", "“pay”", "pays"),
        ("pays(ann)", "wrong-number", "2 arguments, not 1", "pays(member, creditor)"),
        ("pays(anne, board)", "unknown-entity", "“anne”", "ann"),
        ("pays(ann, Board)", "bad-exact-form", "exact form", "lower case"),
    ],
)
def test_what_cannot_be_read_gets_the_nearest_right_thing(
    sentence: str, code: str, message: str, hint: str
) -> None:
    near = VOCABULARY.nearest(sentence)
    assert near.code == code
    assert message in near.message
    assert hint in near.hint


def test_names_that_overlap_with_words_take_no_exponential_time() -> None:
    names = [Entity(f"e{n}", " ".join(["x"] * n), "thing") for n in range(1, 12)]
    slots = tuple(Slot(f"s{n}") for n in range(9))
    template = " x ".join(f"{{s{n}}}" for n in range(9))
    vocabulary = Vocabulary(names, [Predicate("p", slots, template)])
    assert vocabulary.read(" ".join(["x"] * 80) + " y") == []
    assert len(vocabulary.read(" ".join(["x"] * 60))) > 1
    assert list(continuations(vocabulary, " ".join(["x"] * 80) + " y ")) == []


def test_a_sentence_is_compared_with_few_templates() -> None:
    predicates = [Predicate(f"p{n}", (Slot("x"),), f"{{x}} [has|have] part{n}") for n in range(500)]
    shapes = Vocabulary((), predicates).shapes
    found = list(shapes.candidates(("ann", "has", "part7")))
    assert [form.predicate.id for form in found] == ["p7"]
