from __future__ import annotations

from arguendo.authoring.citing import trace_page
from arguendo.authoring.tracing import trace
from arguendo.facts import Fact, Question, Source
from arguendo.rulebase import RuleBase
from tests.builders import rule, rulebase, statement
from tests.unit.wording.samples import rain

DIARY = Source("diary", "A diary", ("A. Walker",), "2020-02-03", {"¶1": "It rained.", "¶2": "So."})
BOOK = Source("book", "A book", paragraphs={"§1": "Rain wets."})


def traced() -> RuleBase:
    return rulebase(
        vocabulary=rain().vocabulary,
        sources=[DIARY, BOOK],
        rules=[
            rule(
                "soak",
                if_=["pours()"],
                then="wet(ann)",
                title="Rain wets",
                source=("¶1", "§1", "¶1"),
            ),
            rule("bare", then="dry(ben)", title="Ben is dry"),
        ],
        facts=[Fact(statement("pours()"), 5, source=("¶1",)), Fact(statement("out(ben)"), 5)],
        questions=[Question(statement("hat(ann)"), source=("diary",))],
    )


def test_each_paragraph_has_what_is_drawn_from_it() -> None:
    found = trace(traced())
    first, second, third = found.paragraphs
    assert [each.id for each in first.rules] == ["soak"]
    assert [each.statement.key for each in first.facts] == ["pours()"]
    assert (second.is_drawn_on, [each.id for each in third.rules]) == (False, ["soak"])
    whole, _ = (source.whole for source in found.sources)
    assert [each.statement.key for each in whole.questions] == ["hat(ann)"]
    assert [each.id for each in found.unsourced.rules] == ["bare"]
    assert (found.coverage, found.backing) == (2 / 3, 3 / 5)


def test_without_sources_nothing_is_missing() -> None:
    found = trace(rulebase())
    assert (found.coverage, found.backing) == (1, 1)
    assert trace_page(found, rulebase()).text == "There are no sources."
    bare = rulebase(sources=[Source("x", "X")])
    assert trace_page(trace(bare), bare).answer == "The sources have no paragraphs."


def test_the_page_reads_well() -> None:
    assert trace_page(trace(traced()), traced()).text == (
        "Two of three paragraphs are drawn on (67%).\n"
        "Nothing is drawn from ¶2.\n"
        "Of the rules, facts and open questions 60% name where they come from.\n\n"
        "A diary, A. Walker, 2020-02-03\n"
        "¶1 It rained.\n  - rule: Rain wets (soak)\n  - fact: It pours\n"
        "¶2 So.\n  - nothing is drawn from it\n"
        "as a whole\n  - open: Does Ann wear a hat?\n\n"
        "A book\n§1 Rain wets.\n  - rule: Rain wets (soak)\n\n"
        "Without a paragraph:\n- rule: Ben is dry (bare)\n- fact: Ben goes out"
    )
