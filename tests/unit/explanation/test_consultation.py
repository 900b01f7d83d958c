from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.consultation import Consultation, Link, Part, Word
from arguendo.explanation.questions import MOST_QUESTIONS
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Status
from tests.builders import any_of, rule, rulebase, statement
from tests.propositional import STATEMENTS, programs

ANSWERS = (Word.YES, Word.NO, Word.UNKNOWN)
Said = Mapping[Statement, Word]


def after(case: Case, said: Said) -> Case | None:
    """The case with some answers; None when they say yes to two contraries."""
    yes = [each for each, word in said.items() if word is Word.YES]
    if any(set(case.contraries(each)) & {*yes} for each in yes):
        return None
    degrees = {Word.YES: 5, Word.NO: 0}
    return case.assume_all({s: degrees[word] for s, word in said.items() if word in degrees})


def combinations(questions: Sequence[Statement], words: Sequence[Word]) -> Iterator[Said]:
    for chosen in product(words, repeat=len(questions)):
        yield dict(zip(questions, chosen, strict=True))


def standings(case: Case, goal: Statement, said: Said) -> set[tuple[Status, int]]:
    found = after(case, said)
    return {(found.standing(goal).status, found.degree(goal))} if found else set()


def matters(case: Case, goal: Statement, question: Statement, others: Sequence[Statement]) -> bool:
    return any(
        len(set().union(*(standings(case, goal, {**rest, question: w}) for w in ANSWERS))) > 1
        for rest in combinations(others, ANSWERS)
    )


def degrees(case: Case, goal: Statement, saids: Sequence[Said]) -> list[int]:
    """The degrees to which a goal holds uncontested in the combinations that are admitted."""
    cases = filter(None, (after(case, said) for said in saids))
    return [
        each.degree(goal) if each.standing(goal).status is Status.HOLDS else 0 for each in cases
    ]


def expected(
    case: Case, goal: Statement, question: Statement, free: Sequence[Statement]
) -> Fraction:
    """The expected change of the share of combinations in which a goal holds."""
    every = list(combinations(free, (Word.YES, Word.NO)))
    parts = [[s for s in every if s[question] is word] for word in (Word.YES, Word.NO)]
    whole = degrees(case, goal, every)
    found = [degrees(case, goal, part) for part in parts]
    return sum(
        (
            Fraction(len(part), len(whole)) * abs(share(part) - share(whole))
            for part in found
            if part
        ),
        Fraction(0),
    )


def share(found: Sequence[int]) -> Fraction:
    return Fraction(sum(map(bool, found)), len(found))


def askable(found: Consultation) -> list[Statement]:
    """The open questions that are neither answered nor contrary to what is assumed."""
    answered = {each for each, _ in found.answers}
    assumed = {s for s, degree in found.staged.assumptions.items() if degree}
    return [
        question.statement
        for question in found.case.rulebase.questions
        if question.statement not in {*answered, found.goal, *found.staged.assumptions}
        and not set(found.staged.contraries(question.statement)) & assumed
    ]


@given(programs(), st.sampled_from(STATEMENTS), st.lists(st.sampled_from(ANSWERS), max_size=2))
def test_exactly_what_can_matter_is_asked_in_the_order_of_how_much(
    base: RuleBase, key: str, words: list[Word]
) -> None:
    found = Consultation(Case.of(base), statement(key))
    for word in words:
        found = found.reply(word)
    case, goal, free = found.staged, found.goal, askable(found)
    wanted = [q for q in free if matters(case, goal, q, [o for o in free if o != q])]
    asked = {each.statement: each.change for each in found.remaining}
    assert asked.keys() == set(wanted)
    bearing = [q for q in free if _bears(found, q)]
    assert asked == {q: expected(case, goal, q, bearing) for q in wanted}
    assert [*asked.values()] == sorted(asked.values(), reverse=True)


def _bears(found: Consultation, question: Statement) -> bool:
    from arguendo.explanation.questions import open_questions

    return question in open_questions(found.staged, found.goal)


@given(programs(), st.sampled_from(STATEMENTS), st.lists(st.sampled_from(ANSWERS), max_size=3))
def test_back_takes_an_answer_back(base: RuleBase, key: str, words: list[Word]) -> None:
    found = Consultation(Case.of(base), statement(key))
    for word in words:
        answered = found.reply(word)
        if found.next() is None:
            assert answered == found
        else:
            assert answered.reply(Word.BACK) == found
        found = answered


@given(programs(), st.sampled_from(STATEMENTS))
def test_the_chain_leads_from_the_question_to_the_goal_over_what_an_answer_changes(
    base: RuleBase, key: str
) -> None:
    found = Consultation(Case.of(base), statement(key))
    asked = found.next()
    if asked is None:
        assert found.chain == ()
        return
    chain, free = found.chain, askable(found)
    assert (chain[0].statement, chain[-1].claim) == (asked.statement, found.goal)
    assert all(lower.claim == upper.statement for lower, upper in pairwise(chain))
    others = [each for each in free if each != asked.statement]
    for link in chain[:-1]:
        assert matters(found.case, link.claim, asked.statement, others), link


BRIDGE = rulebase(
    facts=["steel()"],
    questions=["permit()", "loan()", "gift()", "ban()", "moon()"],
    rules=[
        rule("money", if_=[any_of("loan()", "gift()")], then="money()"),
        rule("r", if_=["steel()", "permit()", "money()"], unless=["ban()"], then="bridge()"),
    ],
    contraries=[("permit()", "ban()")],
)


def begun(base: RuleBase = BRIDGE, goal: str = "bridge()") -> Consultation:
    return Consultation(Case.of(base), statement(goal))


def asked(found: Consultation) -> str:
    question = found.next()
    return question.statement.key if question else ""


def test_the_weightiest_comes_first_and_what_is_settled_is_not_asked() -> None:
    first = begun()
    assert asked(first) == "permit()"
    assert asked(first.reply(Word.NO)) == ""
    second = first.reply(Word.YES)
    assert asked(second) == "loan()"
    done = second.reply(Word.YES)
    assert done.is_over
    assert done.staged.holds(statement("bridge()"))


def test_unknown_counts_as_not_so_and_is_not_asked_again() -> None:
    found = begun().reply(Word.UNKNOWN)
    assert found.is_over
    assert found.staged is found.case


def test_no_denies_even_what_rules_support() -> None:
    base = rulebase(
        facts=["old()"],
        questions=["ruin()"],
        rules=[
            rule("old", if_=["old()"], then="ruin()", qualifier=2),
            rule("r", if_=["ruin()"], then="visit()"),
        ],
    )
    found = begun(base, "visit()")
    assert found.staged.holds(statement("visit()"))
    assert not found.reply(Word.NO).staged.holds(statement("visit()"))
    assert found.reply(Word.YES).staged.degree(statement("visit()")) == 5


def test_what_is_derived_is_weighed_as_if_answered_with_yes_or_no() -> None:
    base = rulebase(
        facts=["old()"],
        questions=["ruin()", "path()"],
        rules=[
            rule("old", if_=["old()"], then="ruin()"),
            rule("r", if_=["ruin()", "path()"], then="visit()"),
        ],
    )
    changes = [each.change for each in begun(base, "visit()").remaining]
    assert changes == [Fraction(1, 4)] * 2


def test_a_contrary_of_what_is_so_is_not_asked_even_where_no_would_matter() -> None:
    base = rulebase(
        facts=["clouds()"],
        questions=["dry()", "wet()"],
        rules=[
            rule("rain", if_=["clouds()"], then="wet()"),
            rule("r", if_=["dry()"], unless=["wet()"], then="picnic()"),
        ],
        contraries=[("dry()", "wet()")],
    )
    found = begun(base, "picnic()")
    assert {each.statement.key for each in found.remaining} == {"dry()", "wet()"}
    assert replace(found, answers=((statement("dry()"), Word.YES),)).is_over


def test_why_goes_one_link_up_each_time_and_an_answer_begins_anew() -> None:
    found = begun().reply(Word.YES)
    assert [(link.part, link.claim.key) for link in found.chain] == [
        (Part.GROUND, "money()"),
        (Part.GROUND, "bridge()"),
    ]
    told = []
    for _ in range(4):
        found = found.reply(Word.WHY)
        told.append(found.told)
    assert told == [1, 2, 3, 3]
    assert found.reply(Word.NO).told == 0


def test_links_over_rebuttals_and_contraries() -> None:
    base = rulebase(
        facts=["shut()", "bird()"],
        questions=["open()", "penguin()"],
        rules=[
            rule("fly", if_=["bird()"], then="flies()"),
            rule("not", if_=["penguin()"], then="stays()", overrides=["fly"]),
            rule("queue", if_=["shut()"], then="queue()"),
        ],
        contraries=[("open()", "shut()"), ("flies()", "stays()")],
    )
    fly = base.rule["fly"]
    assert begun(base, "flies()").chain == (
        Link(statement("penguin()"), Part.OVERRIDE, statement("flies()"), fly),
    )
    parts = [link.part for link in begun(base, "queue()").chain]
    assert parts == [Part.CONTRARY, Part.GROUND]


def test_one_can_stop_and_go_on() -> None:
    found = begun().reply(Word.YES)
    stopped = found.reply(Word.STOP)
    assert stopped.is_over
    assert stopped.reply(Word.YES) == stopped
    assert stopped.reply(Word.GO_ON) == found
    assert stopped.reply(Word.BACK) == found


def test_answers_go_along_to_another_case() -> None:
    found = begun().reply(Word.YES)
    elsewhere = found.on(found.case.assume(statement("gift()")))
    assert elsewhere.is_over
    assert elsewhere.staged.holds(statement("bridge()"))


def test_more_questions_than_can_be_combined_are_weighed_lot_by_lot() -> None:
    many = [f"q{n}()" for n in range(MOST_QUESTIONS + 3)]
    rules = [rule(f"r{n}", if_=[key], then="goal()") for n, key in enumerate(many)]
    found = begun(rulebase(questions=many, rules=rules), "goal()")
    for _ in many:
        assert not found.is_over
        found = found.reply(Word.NO)
    assert found.is_over
    assert {each.key for each, _ in found.answers} == set(many)
