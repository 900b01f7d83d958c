"""Answer records as the objects of `arguendo.export.wire`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from arguendo.case import Case
from arguendo.conversation.state import Reply
from arguendo.explanation.comparison import Comparison
from arguendo.explanation.consultation import Word
from arguendo.explanation.requirements import Requirements
from arguendo.explanation.robustness import Robustness
from arguendo.explanation.why import Proof, Step
from arguendo.explanation.why_not import Attempt
from arguendo.export import wire
from arguendo.export.queries import asked_of, value_of
from arguendo.inquiry.answer import Answer
from arguendo.problems import Problem, printable
from arguendo.scale import NONE, Scale
from arguendo.statements import Statement
from arguendo.valuation import Standing
from arguendo.wording.page import Block, Page, Role


def exchange(reply: Reply, certificate: wire.Certificate | None = None) -> wire.Exchange:
    """Make the object for a question and its answer."""
    answer = reply.answer
    rulebase, scale = answer.case.rulebase, answer.case.rulebase.scale
    found = answer.robustness
    return wire.Exchange(
        wire.VERSION,
        wire.RuleBaseName(rulebase.name, rulebase.digest),
        printable(reply.question),
        _understood(answer),
        wire.Situation(
            answer.case.scenario or None,
            _assumptions(answer.case.assumptions),
            _keys(answer.case.displaced),
            answer.case.as_of,
        ),
        _verdict(answer, reply.page, scale),
        wire.Explanation(
            tuple(_step(step, scale) for step in answer.proof.steps) if answer.proof else (),
            answer.proof.alternatives if answer.proof else (),
            tuple(map(_failed, answer.why_not.all_attempts)) if answer.why_not else (),
        ),
        tuple(
            wire.ChangeOf(each.statement.key, _stand(each.before, scale), _stand(each.after, scale))
            for each in answer.changes
        ),
        tuple(_needed(answer.requirements, scale)) if answer.requirements else (),
        tuple(
            wire.Pin(pin.statement.key, pin.share, pin.share_degree, pin.necessary, pin.sufficient)
            for pin in answer.linchpins
        ),
        _counted(found, scale) if found else wire.Count(),
        answer.items,
        answer.sources,
        _compared(answer.comparison, answer.query.statement),
        tuple(map(printable, reply.suggestions)),
        certificate,
    )


def _counted(found: Robustness, scale: Scale) -> wire.Count:
    degrees = {scale.word(n) or "": held for n, held in enumerate(found.at_degree, 1) if held}
    return wire.Count(found.holds, found.of, found.always, found.never, found.error, degrees)


def problem_list(problems: Iterable[Problem]) -> wire.ProblemList:
    """Make the object for the problems of a rule base."""
    return wire.ProblemList(wire.VERSION, tuple(map(_problem, problems)))


def _problem(problem: Problem) -> wire.ProblemOf:
    span = problem.span
    return wire.ProblemOf(
        problem.code,
        problem.severity.value,
        printable(span.file) if span else None,
        span.line if span else None,
        span.column if span else None,
        printable(problem.message),
        "\n".join(map(printable, problem.hint.splitlines())),
    )


def paragraph(page: Page) -> str:
    """Write a page as one paragraph, the questions to ask next left out."""
    return " ".join(filter(None, map(_running, page.without(Role.SUGGESTION).blocks)))


def _running(block: Block) -> str:
    """Write a block without line breaks; the items of a list are set apart by semicolons."""
    text = " ".join(block.lines)
    if block.role is Role.LIST:
        text = "; ".join(line.removesuffix(".") for line in block.lines) + "."
    lead = block.heading if block.heading.endswith((":", ".", "?")) else f"{block.heading}:"
    return printable(f"{lead} {text}" if block.heading else text)


def _understood(answer: Answer) -> wire.Understood:
    query = answer.query
    return wire.Understood(
        query.intent.value,
        _key(query.statement),
        {statement.key: true for statement, true in _added(answer).items()},
        query.entity,
        query.listing.value if query.listing else None,
        query.rule,
        query.paragraph,
        query.by,
        query.degree,
        query.scenarios,
        query.fall,
        tuple(sorted(each.value for each in query.also)),
        tuple({s.key: true for s, true in each.items()} for each in query.cases),
        query.denied,
        asked_of(query.quantified),
        value_of(query.value),
        query.two,
        _key(query.rival),
        query.confidence,
        query.clarify,
        tuple(
            wire.Reading(each.intent.value, _key(each.statement), each.confidence)
            for each in query.alternatives
        ),
    )


def _added(answer: Answer) -> Mapping[Statement, bool]:
    """Return what a turn assumes: what its query says, or its answer in a consultation."""
    found, word = answer.consultation, answer.query.word
    if found is None or not found.answers or word not in (Word.YES, Word.NO):
        return answer.query.assume
    statement, said = found.answers[-1]
    return {statement: said is Word.YES}


def _verdict(answer: Answer, page: Page, scale: Scale) -> wire.Verdict:
    standing = answer.standing
    return wire.Verdict(
        standing.status.value if standing else None,
        scale.word(standing.degree) if standing else None,
        standing.basis.value if standing and standing.basis else None,
        standing.reason.value if standing and standing.reason else None,
        paragraph(page),
        tuple(_weakest(answer.proof, scale)) if answer.proof else (),
    )


def _weakest(proof: Proof, scale: Scale) -> Iterable[wire.WeakestLink]:
    for n in proof.weakest:
        step = proof.steps[n - 1]
        rule = step.rule.id if step.rule else None
        yield wire.WeakestLink(n, rule, scale.word(step.own_degree))


def _step(step: Step, scale: Scale) -> wire.ProofStep:
    return wire.ProofStep(
        step.n,
        step.rule.id if step.rule else None,
        {variable.removeprefix("?"): term for variable, term in step.bindings},
        _keys(step.grounds),
        step.uses,
        _keys(step.unless),
        step.claim.key,
        scale.word(step.degree),
        scale.word(step.rule.qualifier) if step.rule else None,
        step.source,
        step.basis.value,
    )


def _failed(attempt: Attempt) -> wire.FailedRule:
    blocking = (statement for rebuttal in attempt.rebuttals for statement in rebuttal.statements)
    return wire.FailedRule(
        attempt.rule.id,
        attempt.claim.key,
        _keys(attempt.holds),
        _keys(attempt.missing),
        tuple(dict.fromkeys(_keys(blocking))),
    )


def _needed(found: Requirements, scale: Scale) -> Iterable[wire.ChangesNeeded]:
    for each in found.found:
        changes = {change.statement.key: change.positive for change in each.changes}
        yield wire.ChangesNeeded(changes, scale.word(each.degree))


def _compared(comparison: Comparison | None, goal: Statement | None) -> wire.Compared:
    if comparison is None:
        return wire.Compared()
    first, second = _side(comparison.first, goal), _side(comparison.second, goal)
    return wire.Compared(first, second, _key(comparison.parts_at))


def _side(case: Case, goal: Statement | None) -> wire.Side:
    standing = case.standing(goal) if goal else None
    return wire.Side(
        case.scenario or None,
        _assumptions(case.assumptions),
        _keys(case.displaced),
        standing.status.value if standing else None,
        case.rulebase.scale.word(standing.degree) if standing else None,
    )


def _stand(standing: Standing, scale: Scale) -> wire.Stand:
    return wire.Stand(standing.status.value, scale.word(standing.degree))


def _assumptions(made: Mapping[Statement, int]) -> dict[str, bool]:
    return {statement.key: degree > NONE for statement, degree in made.items()}


def _key(statement: Statement | None) -> str | None:
    return statement.key if statement else None


def _keys(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.key for statement in statements)
