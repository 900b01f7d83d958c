"""Some thousand answers read by machine: what no sentence for people may look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, cycle, pairwise, product
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.explanation.consultation import Word
from arguendo.explanation.requirements import Also
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Beyond, Intent, Listing, Manner, Query
from arguendo.library import load
from arguendo.rulebase import RuleBase
from arguendo.statements import Entity, Statement
from arguendo.vocabulary import Vocabulary
from arguendo.wording.answers import detail, full, word
from arguendo.wording.grammar import is_long, sentences
from arguendo.wording.naming import has_two_faces, mentions
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.questions import query_in_words
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.suggestions import suggest
from tests.unit.wording.samples import rain

ABOUT_A_STATEMENT = (
    Intent.ASK,
    Intent.WHY,
    Intent.WHY_NOT,
    Intent.WHAT_WOULD_IT_TAKE,
    Intent.WHAT_FOLLOWS,
    Intent.LINCHPINS,
    Intent.SOURCE,
    Intent.WHEN,
    Intent.CONSULT,
)

SOME_OR_ALL = pytest.mark.parametrize(
    "every", [4, pytest.param(1, marks=pytest.mark.evidence)], ids=["some", "all"]
)

NOUNS = "thing|conclusion|way|question|fact|step|scenario|rule|argument|link"
FAULTS = {
    "a doubled word": re.compile(r"\b(\w+) \1\b", re.IGNORECASE),
    "two spaces": re.compile(r"\S  "),
    "a variable": re.compile(r"\?\w"),
    "a slot": re.compile(r"[{}\[\]|]"),
    "an underscore": re.compile(r"_"),
    "a key": re.compile(r"\b[a-z]\w*\("),
    "a space before a stop": re.compile(r" [.,;:?!)]"),
    "two stops": re.compile(r"[.,;:][.,;:]|\?\."),
    "an empty bracket": re.compile(r"\(\s*\)"),
    "the wrong article": re.compile(r"\b[Aa]n? (?:the|an?)\b|\ba [aei]|\ban [bcdfgjklmnpqrstvwxz]"),
    "nothing for a degree": re.compile(r"\bNone\b|not at all"),
    "a comma and a stop": re.compile(r",[.?!]"),
    "a sentence without a capital": re.compile(r"[a-z][.?!] [a-z]"),
    "the wrong number": re.compile(
        rf"\b(?:two|three|four|five|six|\d\d+) (?:other )?(?:{NOUNS})\b"
        rf"|\bone (?:other )?(?:{NOUNS})s\b|\bthere is (?:two|three|four|five|six)\b"
    ),
    "two conjunctions": re.compile(r"\b(?:and|or|but|because|that|if),? (?:and|or|but|because)\b"),
    "a stray quotation mark": re.compile(r"“[^”]*$|^[^“]*”"),
}


def faults(text: str) -> list[str]:
    return [name for name, pattern in FAULTS.items() if pattern.search(text)]


def faults_of_line(line: str, role: Role) -> list[str]:
    found = faults(line.lstrip())
    bare = line.lstrip().lstrip("“")
    if bare[:1].islower():
        found.append("no capital")
    if not bare.rstrip("”").endswith((".", "?", "!", ":", ")")):
        found.append("no stop")
    if line[:1] == " " and role is not Role.STEPS:
        found.append("an indent")
    return found


def check(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from (f"{fault}: {block.heading}" for fault in faults(block.heading))
        if block.heading[:1].islower():
            yield f"no capital: {block.heading}"
        for line in block.lines:
            yield from (f"{fault}: {line}" for fault in faults_of_line(line, block.role))


PROSE = (Role.ANSWER, Role.REASON, Role.OUTLOOK)
MOST_TIMES = 2
"""How often an answer and its reasons may say the same clause."""


def check_page(page: Page, rulebase: RuleBase) -> Iterator[str]:
    """Read a page as an editor would: how long, whether of one by two names, whether twice."""
    lines = [(b.role, line) for b in page.without(Role.STEPS).blocks for line in b.lines]
    told = [(role, each) for role, line in lines for each in sentences(line)]
    prose = [each for role, each in told if role in PROSE]
    yield from (f"a long sentence: {each}" for _, each in told if is_long(each))
    yield from (f"two names of one: {each}" for each in prose if has_two_names(each, rulebase))
    yield from (f"said twice: {each}" for each, times in Counter(prose).items() if times > 1)
    reasons = [each for role, each in told if role in PROSE[:2]]
    for clause, times in Counter(chain.from_iterable(map(clauses, reasons))).items():
        if times > MOST_TIMES:
            yield f"said {times} times: {clause}"


def has_two_names(text: str, rulebase: RuleBase) -> bool:
    return any(
        has_two_faces(each.name, each.short)
        and mentions(text, each.name)
        and mentions(text, each.short)
        for each in rulebase.vocabulary.entities.values()
        if each.short
    )


def clauses(text: str) -> list[str]:
    """Return the clauses of a sentence that are long enough to be known again."""
    bare = re.sub(r" \([^)]*\)|[.“”]", "", text)
    parts = re.split(r"[,:;]|\b(?:that|whether|because)\b", bare)
    return [each.strip().lower() for each in parts if len(each.split()) > 5]


def queries(rulebase: RuleBase, statements: list[Statement]) -> Iterator[Query]:
    questions = [question.statement for question in rulebase.questions]
    limits = cycle(product([None, *rulebase.vocabulary.entities], [None, *Also]))
    for statement, (by, also) in zip(statements, limits, strict=False):
        widened = frozenset({also} if also else ())
        yield Query(Intent.WHAT_WOULD_IT_TAKE, statement, by=by, also=widened)
        yield Query(Intent.WHAT_WOULD_IT_TAKE, statement, by=by, fall=True)
        for intent in ABOUT_A_STATEMENT:
            yield Query(intent, statement)
        yield Query(Intent.WHAT_WOULD_IT_TAKE, statement, fall=True)
        yield Query(Intent.WHAT_IF, None, {statement: True})
        yield Query(Intent.ASSUME, None, {statement: True})
        yield Query(Intent.RETRACT, None, {statement: False})
        yield Query(Intent.COMPARE, None, {statement: True})
        for question in questions[:2]:
            yield Query(Intent.WHAT_IF, statement, {question: True})
    for entity in rulebase.vocabulary.entities:
        yield Query(Intent.DESCRIBE, entity=entity)
        yield Query(Intent.RECOMMEND, entity=entity)
    for listing in Listing:
        yield Query(Intent.LIST, listing=listing)
    for scenario in rulebase.scenario:
        yield Query(Intent.COMPARE, scenarios=(scenario,))
        yield Query(Intent.ASSUME, scenarios=(scenario,))
    yield from (Query(intent) for intent in Intent)
    yield Query(Intent.HELP, manner=Manner.SUBJECT)
    yield from (
        Query(Intent.LIST, each, listing=Listing.RULES, manner=Manner.MEANING)
        for each in statements
    )
    yield from beyond(rulebase, statements)
    several = (Query(Intent.WHY, statements[0]), Query(Intent.HELP))
    yield Query(Intent.ASK, statements[-1], clarify=True, alternatives=several)


def beyond(rulebase: RuleBase, statements: list[Statement]) -> Iterator[Query]:
    """What is no question, how sure answers are, and suppositions set against each other."""
    near = tuple(rulebase.vocabulary.entities)[:2]
    for kind in Beyond:
        for named in ("", "Atlantis"):
            yield Query(Intent.OUT_OF_SCOPE, beyond=kind, named=named, near=near)
    yield from (Query(Intent.ASK, each, manner=Manner.SURE) for each in statements)
    for one, other in pairwise(statements[::12]):
        yield Query(Intent.COMPARE, cases=({one: True}, {one: False}))
        yield Query(Intent.COMPARE, cases=({one: True}, {other: True}))


def problems(case: Case, every: int = 1) -> Iterator[str]:
    for query in queries(case.rulebase, list(case.graph.statements)[::every]):
        found = answer(case, query)
        asked, short = query_in_words(query, case.rulebase), word(found)
        suggested, rest = suggest(found), detail(found).beyond(short)
        blocks = (*short.blocks, *rest.blocks)  # the answer in full
        for problem in (*check(blocks), *check_page(short, case.rulebase)):
            yield f"{query.intent.value} {query.statement}: {problem}"
        if asked in suggested:
            yield f"suggested again: {asked}"
        for said in (*suggested, asked):
            yield from (f"{fault}: {said}" for fault in faults(said))
            if not re.fullmatch(r"[A-Z“].*[?.]", said):
                yield f"no question: {said}"


def turns(case: Case, goal: Statement) -> Iterator[Answer]:
    """A consultation in which everything is said that can be."""
    found = answer(case, Query(Intent.CONSULT, goal))
    words = (Word.WHY, Word.WHY, Word.YES, Word.BACK, Word.BACK, Word.UNKNOWN, Word.NO, Word.STOP)
    for said in words:
        query = Query(Intent.CONSULT, goal, word=said)
        found = answer(case, query, consultation=found.consultation)
        yield found


def test_consultations(article: RuleBase) -> None:
    for base in (article, rain()):
        case = Case.of(base)
        for goal in case.graph.statements:
            for found in turns(case, goal):
                assert [*check(full(found).blocks)] == []


@SOME_OR_ALL
def test_answers_by_what_was_known_on_a_day(article: RuleBase, every: int) -> None:
    assert [*problems(Case.of(article).on("2017-08-05"), every)] == []


def plain(rulebase: RuleBase) -> RuleBase:
    """Take away every `denies` and `asks`."""
    vocabulary = rulebase.vocabulary
    bare = [replace(each, denies="", asks="") for each in vocabulary.predicates.values()]
    return replace(rulebase, vocabulary=Vocabulary(vocabulary.entities.values(), bare))


@pytest.fixture(scope="module")
def article(checkout: Path) -> RuleBase:
    return load(checkout)


@pytest.mark.parametrize(
    "scenario",
    [
        "article",
        pytest.param("full_strategy", marks=pytest.mark.evidence),
        pytest.param("hawks_prevail", marks=pytest.mark.evidence),
    ],
)
def test_answers_about_the_article(article: RuleBase, scenario: str) -> None:
    assert [*problems(Case.of(article, scenario))] == []


@SOME_OR_ALL
def test_answers_about_what_is_contested(article: RuleBase, every: int) -> None:
    case = Case.of(article)
    contrary = [s for s in case.graph.statements if case.contraries(s) and not case.holds(s)]
    for statement in contrary:
        case = case.assume(statement)
    both_assumed = ": a long sentence: ", ": said 3 times: "
    found = [
        each for each in problems(case, every) if not any(kind in each for kind in both_assumed)
    ]
    assert found == []


@pytest.mark.evidence
def test_answers_without_denials_and_questions(article: RuleBase) -> None:
    assert [*problems(Case.of(plain(article)))] == []


def test_answers_about_another_rule_base() -> None:
    assert [*problems(Case.of(rain()))] == []


@pytest.mark.parametrize(("name", "every"), [("animals", 10), ("british-citizenship", 48)])
def test_answers_about_the_examples(checkout: Path, name: str, every: int) -> None:
    assert [*problems(Case.open(checkout / "examples" / name), every)] == []


def test_rules_in_prose(article: RuleBase) -> None:
    blocks = tuple(rule_in_prose(base, rule) for base in (article, rain()) for rule in base.rules)
    assert [*check(blocks)] == []


@pytest.mark.parametrize(
    "bad",
    [
        "it rains.",
        "It rains",
        "It it rains.",
        "It  rains.",
        "It rains on ?x.",
        "It rains on {who}.",
        "It rains_on Ann.",
        "It is so that wet(ann).",
        "It rains ( ).",
        "It rains , often.",
        "It rains..",
        "There is an the chance.",
        "There is a even chance.",
        "It rains. it pours.",
        "There are two way.",
        "It is one things.",
        "It rains and because it pours.",
        "It says “rain.",
        "  It rains.",
    ],
)
def test_each_fault_is_found(bad: str) -> None:
    assert faults_of_line(bad, Role.REASON)


@pytest.mark.parametrize(
    ("fault", "lines"),
    [
        ("a long sentence", ["It rains " + "and rains " * 20 + "on."]),
        ("two names of one", ["Ann goes out, for Beijing is where China is."]),
        ("said twice", ["It rains. It pours.", "It rains."]),
        (
            "said 3 times",
            [
                "No, Ann is wet, because the heavy rain falls on Ann (reported).",
                "What counts is that the heavy rain falls on Ann.",
                "It fails: the heavy rain falls on Ann, and Ben is out.",
            ],
        ),
    ],
)
def test_each_fault_of_a_page_is_found(fault: str, lines: list[str]) -> None:
    vocabulary = Vocabulary([Entity("china", "China", "state", short="Beijing")], [])
    page = Page((Block(Role.REASON, tuple(lines)),))
    (problem,) = check_page(page, replace(rain(), vocabulary=vocabulary))
    assert problem.startswith(f"{fault}: ")
