"""Proofs and reports of why not as trees of nodes, for the Why tab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from arguendo.case import Case
from arguendo.explanation.why import Proof, Step, why
from arguendo.explanation.why_not import Attempt, Rebuttal, WhyNot
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording.grammar import capital, counted, on_date, quoted, sentence, series
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Label, Piece, Tone, label

FACT, ASSUMPTION, SEEN = "●", "◆", "↑"
OPENED, CLOSED = "▾", "▸"
HOLDS, MISSING, BLOCKS = "✓", "✗", "⊘"

OPEN_DEPTH = 3
"""Levels of a report of why not that are open at first."""


@dataclass(frozen=True)
class Node:
    """One line of a tree, what to tell when it is chosen, and what lies below it."""

    id: str
    """The way to it from the root; the same again when the tree is made anew."""
    label: Label
    mark: str = ""
    """The sign before it; empty for one that opens and closes."""
    detail: tuple[Label, ...] = ()
    ask: Query | None = None
    """What it asks when entered."""
    question: str = ""
    """The same in words."""
    children: tuple[Node, ...] = ()
    open: bool = True
    rule: str = ""
    """The id of the rule that it is about, if it is."""
    claim: Statement | None = None
    """The statement that it is about, if it is."""
    source: tuple[str, ...] = ()
    """The paragraphs that it is drawn from."""


def reasoning(case: Case, proof: Proof | None, report: WhyNot | None) -> tuple[Node, ...]:
    """Make the trees that explain a statement: arguments for it, against it, or what is missing."""
    if report is not None:
        return (*_report_trees(case, report), *_against(case, report.opposed_by))
    if proof is None:
        return ()
    against = [rival for rival in case.contraries(proof.goal) if case.holds(rival)]
    return (*ProofTree(case, proof).nodes(), *_against(case, against))


def _against(case: Case, rivals: Iterable[Statement]) -> Iterator[Node]:
    for rival in rivals:
        proof = why(case, rival)
        if proof is not None:
            root = ProofTree(case, proof, numbered=False).tree(1, f"against {rival.key}")
            lead = label(("To the contrary: ", Tone.WARN), *root.label.pieces)
            yield replace(root, label=lead, open=False)


@dataclass
class ProofTree:
    """A proof as trees: shared steps once, afterwards by their number."""

    case: Case
    proof: Proof
    numbered: bool = True

    def __post_init__(self) -> None:
        self._told: set[int] = set()

    def nodes(self) -> Iterator[Node]:
        """Go through the best argument, then the other arguments for the goal."""
        yield self.tree(1, "1")
        for place, steps in enumerate(self.proof.alternatives, 1):
            node = self.tree(steps[0], f"other {place}")
            lead = label(("Another argument: ", Tone.ACCENT), *node.label.pieces)
            yield replace(node, label=lead, open=False)

    def tree(self, n: int, path: str) -> Node:
        """Make the tree below a step."""
        step = self.proof.steps[n - 1]
        if n in self._told:
            seen = f" — see step {n}" if self.numbered else " — told above"
            text = capital(Teller(self.case).says(step.claim))
            return self._asking(step, Node(path, label(text, (seen, Tone.DIM)), SEEN))
        self._told.add(n)
        below = tuple(self.tree(used, f"{path}/{used}") for used in step.uses)
        mark = "" if step.rule and below else _leaf_mark(step)
        node = Node(path, self._label(step), mark, children=below)
        return self._asking(step, node)

    def _asking(self, step: Step, node: Node) -> Node:
        teller = Teller(self.case)
        query = Query(Intent.WHY, step.claim)
        question = f"Why does it hold that {teller.says(step.claim)}?"
        if self.numbered:
            query, question = Query(Intent.WHY, number=step.n), f"why {step.n}"
        rule = step.rule.id if step.rule else ""
        node = replace(node, claim=step.claim, source=step.source, rule=rule)
        return replace(node, ask=query, question=question, detail=tuple(self._detail(step)))

    def _label(self, step: Step) -> Label:
        teller = Teller(self.case)
        number = f"step {step.n}: " if self.numbered else ""
        notes = [teller.tag_of(step), *step.source]
        pieces: list[Piece] = [(number, Tone.DIM), (capital(teller.says(step.claim)), Tone.PLAIN)]
        pieces.append((f" — {', '.join(notes)}", Tone.DIM))
        if step.n in self.proof.weakest and self.numbered and self.proof.main > 1:
            pieces.append((" ◂ weakest link", Tone.WARN))
        return label(*pieces)

    def _detail(self, step: Step) -> Iterator[Label]:
        teller = Teller(self.case)
        if step.rule is not None:
            yield label(("Rule: ", Tone.DIM), (step.rule.title or step.rule.id, Tone.STRONG))
            if step.rule.because:
                yield label(sentence(step.rule.because))
            if step.unless:
                kept = series([teller.says(each) for each in step.unless], "or")
                yield label(("It would not apply if ", Tone.DIM), f"{kept}.")
        elif step.basis is Basis.ASSUMPTION:
            yield label("Assumed, not reported.")
        else:
            yield label(f"{sentence(teller.tag_of(step))}")
        yield from paragraph_labels(self.case, step.source)


def _leaf_mark(step: Step) -> str:
    if step.basis is Basis.ASSUMPTION:
        return ASSUMPTION
    return FACT if step.basis is Basis.FACT else OPENED


def paragraph_labels(case: Case, source: Iterable[str]) -> Iterator[Label]:
    """Go through the paraphrases of paragraphs."""
    for mark in source:
        text = case.rulebase.paragraphs.get(mark, "")
        yield label((f"{mark} ", Tone.ACCENT), text or "(no paraphrase)")


def _report_trees(case: Case, report: WhyNot) -> Iterator[Node]:
    yield ReportTree(case).tree(report, "0", 0)


@dataclass(frozen=True)
class ReportTree:
    """A report of why not as a tree: rules that fail, with what holds, is missing or rebuts."""

    case: Case

    def tree(self, report: WhyNot, path: str, depth: int) -> Node:
        """Make the tree of one goal."""
        teller = Teller(self.case)
        word = lack(teller, report.goal) if depth else teller.absence(report.goal)
        below = tuple(
            self._attempt(attempt, f"{path}/{place}", depth + 1, report.attempts)
            for place, attempt in enumerate(report.attempts)
        )
        # The sign of what opens tells only that; the one for what is missing stands beside it.
        lead: list[Piece] = [(f"{MISSING} ", Tone.BAD)] if below and depth else []
        said = capital(teller.says(report.goal))
        text = label(*lead, said, (f" — {word}", Tone.BAD if depth else Tone.WARN))
        node = Node(path, text, "" if below else MISSING, children=below, open=depth < OPEN_DEPTH)
        return self._asking(node, report.goal, Intent.WHY_NOT)

    def _attempt(self, attempt: Attempt, path: str, depth: int, others: Iterable[Attempt]) -> Node:
        children = tuple(self._parts(attempt, path, depth))
        lacks = []
        if attempt.missing:
            lacks.append(f"{len(attempt.missing)} missing{self._apart(attempt, others)}")
        if attempt.rebuttals or attempt.overridden_by:
            lacks.append("rebutted" if attempt.rebuttals else "set aside")
        title = attempt.rule.title or attempt.rule.id
        text = label(("Rule: ", Tone.DIM), title, (f" — {', '.join(lacks)}", Tone.WARN))
        detail = [label(sentence(attempt.rule.because))] if attempt.rule.because else []
        detail += paragraph_labels(self.case, attempt.rule.source)
        mark = "" if children else BLOCKS
        node = Node(path, text, mark, tuple(detail), children=children, open=depth < OPEN_DEPTH)
        node = replace(node, rule=attempt.rule.id, source=attempt.rule.source)
        return self._asking(node, attempt.claim, Intent.WHY_NOT, keep_detail=True)

    def _apart(self, attempt: Attempt, others: Iterable[Attempt]) -> str:
        """Name what a rule lacks in one way of several, and not in all of them."""
        alike = [each for each in others if each.rule is attempt.rule and each is not attempt]
        own = [s for s in attempt.missing if not all(s in each.missing for each in alike)]
        lead = ", among them" if len(attempt.missing) > 1 else ""
        return f"{lead}: {Teller(self.case).says(own[0])}" if own and alike else ""

    def _parts(self, attempt: Attempt, path: str, depth: int) -> Iterator[Node]:
        below = {report.goal: report for report in attempt.below}
        for place, rebuttal in enumerate(attempt.rebuttals):
            yield self._rebuttal(rebuttal, f"{path}/r{place}")
        for place, winner in enumerate(attempt.overridden_by):
            title = self.case.rulebase.rule[winner].title or winner
            yield Node(f"{path}/o{place}", label(f"Set aside by the rule {quoted(title)}."), BLOCKS)
        for place, statement in enumerate(attempt.missing):
            step = f"{path}/m{place}"
            if statement in below:
                yield self.tree(below[statement], step, depth + 1)
            else:
                yield self._leaf(statement, step, holds=False)
        for place, statement in enumerate(attempt.holds):
            yield self._leaf(statement, f"{path}/h{place}", holds=True)

    def _leaf(self, statement: Statement, path: str, holds: bool) -> Node:
        teller = Teller(self.case)
        word = f"holds, {teller.tag(statement)}" if holds else lack(teller, statement)
        text = label(
            capital(teller.says(statement)), (f" — {word}", Tone.GOOD if holds else Tone.BAD)
        )
        assumed = holds and self.case.standing(statement).basis is Basis.ASSUMPTION
        node = Node(path, text, ASSUMPTION if assumed else HOLDS if holds else MISSING)
        return self._asking(node, statement, Intent.WHY if holds else Intent.WHY_NOT)

    def _rebuttal(self, rebuttal: Rebuttal, path: str) -> Node:
        teller = Teller(self.case)
        said = series(
            [teller.speaker.put(each, self.case.holds(each)) for each in rebuttal.statements]
        )
        word = "would have to be absent" if rebuttal.absence else "stands in the way"
        detail = []
        if rebuttal.lifted_by:
            lifted = series([teller.says(statement) for statement in rebuttal.lifted_by], "or")
            detail.append(label(("It would fall away if ", Tone.DIM), f"{lifted}."))
        text = label(capital(said), (f" — {word}", Tone.WARN))
        return self._asking(
            Node(path, text, BLOCKS, tuple(detail)),
            rebuttal.statements[0],
            Intent.WHY,
            keep_detail=bool(detail),
        )

    def _asking(
        self, node: Node, statement: Statement, intent: Intent, keep_detail: bool = False
    ) -> Node:
        """Let a node ask about its statement, and tell of where that comes from."""
        if not statement.is_ground:
            return node
        teller, detail = Teller(self.case), node.detail
        if not keep_detail:
            detail = tuple(_origin(self.case, statement))
        holds = intent is Intent.WHY
        asked = f"Why {'does it hold' if holds else 'is it not established'} that"
        question = f"{asked} {teller.says(statement)}?"
        node = replace(node, claim=statement, source=node.source or _sources(self.case, statement))
        return replace(node, ask=Query(intent, statement), question=question, detail=detail)


def lack(teller: Teller, statement: Statement) -> str:
    """Say in a word or two that a statement is missing, and why where there is more to say."""
    absence = teller.absence(statement)
    return "missing" if absence == "not established" else f"missing: {absence}"


def _sources(case: Case, statement: Statement) -> tuple[str, ...]:
    """Return the paragraphs that report a statement or leave it open."""
    found = case.rulebase.fact.get(statement) or case.rulebase.question.get(statement)
    return found.source if found else ()


def tone_of(standing: Standing) -> Tone:
    """Return the tone in which it is told how a statement stands; the words say it as well."""
    return _TONES[standing.status]


_TONES = {
    Status.HOLDS: Tone.GOOD,
    Status.CONTESTED: Tone.WARN,
    Status.DOES_NOT_HOLD: Tone.BAD,
    Status.NOT_ESTABLISHED: Tone.DIM,
}


def _origin(case: Case, statement: Statement) -> Iterator[Label]:
    """Tell where a statement comes from: a paragraph, an open question, rules."""
    fact, asked = case.rulebase.fact.get(statement), case.rulebase.question.get(statement)
    if later := case.reported_later(statement):
        yield label(f"Reported only {on_date(later)}.")
    if asked is not None:
        by = case.rulebase.vocabulary.name(asked.by) if asked.by else ""
        yield label(f"An open question{f', decided by {by}' if by else ''}.")
    elif fact is None:
        rules = case.rulebase.rules_for.get(statement.predicate, ())
        yield label(f"{counted(len(rules), 'rule').capitalize()} could conclude it.")
    yield from paragraph_labels(case, _sources(case, statement))
