"""The source paragraph by paragraph, each with what is drawn from it, as an outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query
from arguendo.wording.grammar import capital, counted
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Tone, label
from arguendo_tui.presenters.reasoning import FACT, OPENED, Node, tone_of

OPEN_QUESTION = "?"


def paragraphs(case: Case) -> tuple[Node, ...]:
    """Set the paragraphs of all sources, with the facts, questions and rules drawn from each."""
    drawn: defaultdict[str, list[Node]] = defaultdict(list)
    for marks, node in _drawn(case):
        for mark in dict.fromkeys(marks):
            drawn[mark].append(node)
    return tuple(
        Node(
            mark,
            label((f"{mark} ", Tone.ACCENT), text),
            mark="" if drawn[mark] else FACT,
            detail=(label((_tally(drawn[mark]), Tone.DIM)),),
            children=tuple(_below(mark, text, drawn[mark])),
            source=(mark,),
            open=False,
        )
        for mark, text in case.rulebase.paragraphs.items()
    )


def _below(mark: str, text: str, nodes: list[Node]) -> Iterator[Node]:
    from_here = label((f"{mark} ", Tone.ACCENT), text)
    for place, node in enumerate(nodes):
        detail = (*node.detail, from_here)
        yield replace(node, id=f"{mark}/{place}", source=(mark,), detail=detail)


def _tally(nodes: list[Node]) -> str:
    if not nodes:
        return "Nothing is drawn from it."
    facts = sum(node.mark == FACT for node in nodes)
    questions = sum(node.mark == OPEN_QUESTION for node in nodes)
    rules = len(nodes) - facts - questions
    counts = ((facts, "fact"), (questions, "open question"), (rules, "rule"))
    return f"Drawn from it: {', '.join(counted(n, noun) for n, noun in counts if n)}."


def _drawn(case: Case) -> Iterator[tuple[tuple[str, ...], Node]]:
    teller, rulebase = Teller(case), case.rulebase
    known = [(each.statement, each.source, FACT) for each in rulebase.facts]
    known += [(each.statement, each.source, OPEN_QUESTION) for each in rulebase.questions]
    for statement, source, mark in known:
        standing = case.standing(statement)
        short = teller.short(standing)
        says = capital(teller.says(statement))
        yield (
            source,
            Node(
                "",
                label(says, (f" — {short}", tone_of(standing))),
                mark,
                ask=Query(Intent.WHY if case.holds(statement) else Intent.WHY_NOT, statement),
                question=f"{says}?",
                claim=statement,
            ),
        )
    for rule in rulebase.rules:
        told = tuple(label(line) for line in rule_in_prose(rulebase, rule).lines)
        title = label(("Rule: ", Tone.DIM), rule.title or rule.id)
        yield rule.source, Node("", title, OPENED, told, rule=rule.id)
