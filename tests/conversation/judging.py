"""Learn which of the statements that a text seems to assume it does, from labelled questions.

    python tests/conversation/judging.py [--write]

Prints how many sets of assumptions are right without the judgement and with it, on questions that
it did not learn from: each file by weights of the others, and each rule base by weights of the
other two. `--write` learns from all and writes `lexicon/supposed.toml`. Statements are ranked
without the associations that were learnt from the same file. It takes scikit-learn; the program
does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from arguendo.case import Case
from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.readers import supposed
from arguendo.conversation.readers.supposed import Candidate, Signs
from arguendo.conversation.state import State
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from arguendo.statements import Statement
from tests.conversation import associating, measure, training
from tests.conversation.training import File

WRITTEN = Path(lexicon.__file__).parent / "supposed.toml"
SUPPOSING = ("what_if", "assume")
STAYS, JOINS, JOINS_NAMED = 0.3, 0.5, 0.85
"""How likely something must be assumed to stay, and to be put in though its score is low, or though
no more is said than names, where a rule base has no words for what is supposed."""
STRENGTH = 0.3
"""How far weights may grow: the inverse of the ridge."""
FOLDS = 8
_HEADER = """\
# Which of the statements that a text seems to assume it does assume: a logistic regression on
# labelled questions, made by `python tests/conversation/judging.py --write`; the names are
# explained in supposed.py. The second table is for what the rule base has no words for; the third
# for rule bases that have none for anything, as new ones, whose questions show less.
"""


class Sample(NamedTuple):
    """What was read of a question, and the sets of assumptions of which any is right."""

    file: File
    candidates: tuple[Candidate, ...]
    read: Mapping[str, bool]
    right: tuple[Mapping[str, bool], ...]

    @property
    def meant(self) -> Mapping[str, bool]:
        """The right set that is nearest to what was read."""
        return max(self.right, key=lambda each: -len(each.items() ^ self.read.items()))


def samples(wanted: Iterable[File]) -> Iterator[Sample]:
    """Read the questions of files that suppose something; dialogues are left out.

    Each is read again as if the rule base were new: without phrasings and associations, and every
    other time without associations only.
    """
    cases: dict[str, tuple[Case, ...]] = {}
    for file in wanted:
        if "dialogue" in file.path.name:
            continue
        name = file.rulebase
        if name not in cases:
            news = (training.new_case_of(name, phrased=phrased) for phrased in (False, True))
            cases[name] = (training.case_of(name), *news)
        case, *new = cases[name]
        labels = [each for each in measure.lines(file.path) if each["intent"] in SUPPOSING]
        with associating.unknown(file.path, Context(State(case))):
            for label in labels:
                yield from _sample(file, State(case), label)
        for number, label in enumerate(labels):
            yield from _sample(file, State(new[number % len(new)]), label)


def _sample(file: File, state: State, label: dict[str, Any]) -> Iterator[Sample]:
    """Read a question, and note what was judged last; none where nothing was, or in vain."""
    judged: list[Candidate] = []

    def noted(
        said: Utterance, assumed: Assumed, asked: Statement | None, readings: Sequence[Reading] = ()
    ) -> Assumed:
        judged[:] = supposed.candidates(said, supposed.besides(assumed, readings), asked)
        return assumed

    with patch.object(supposed, "only", noted):
        query = understand(state, label["q"])
    read = {statement.key: true for statement, true in query.assume.items()}
    strong = {each.statement.key for each in judged if not each.weak}
    right = tuple(_right(label, query))
    if strong and right and strong <= set(read):
        yield Sample(file, tuple(judged), read, right)


def _right(label: dict[str, Any], query: Query) -> Iterator[Mapping[str, bool]]:
    """Go through the sets that are right for the intent that was read."""
    for each in (label, *({**label, **other} for other in label.get("also_ok", ()))):
        if each["intent"] == query.intent.value:
            yield each.get("assume", {})


class Weights(NamedTuple):
    """A constant, and a weight for each sign."""

    constant: float
    weights: tuple[float, ...]


class Judge(NamedTuple):
    """Weights for what the rule base has words for that are supposed, and for all else."""

    weights: Weights
    unhinted: Weights
    hintless: Weights
    """For rule bases that have no such words at all."""

    def likely(self, candidate: Candidate) -> float:
        """Tell how likely a statement is assumed."""
        with patch.object(supposed, "_weights", lambda name: getattr(self, name)):
            return supposed.likely(candidate)


def learnt(found: Sequence[Sample]) -> Judge:
    """Fit three logistic regressions; what has no words for it is judged as nothing had any."""
    rows = [
        (each, sample.meant.get(each.statement.key) is each.positive)
        for sample in found
        for each in sample.candidates
    ]
    hinted = [(each.signs, right) for each, right in rows if each.hinted]
    unhinted = [
        (each.hintless, each.signs._replace(hinted=0.0, hinted_against=0.0), right)
        for each, right in rows
        if not each.weak or _is_first(each.signs)
    ]
    of_some = [(seen, right) for hintless, seen, right in unhinted if not hintless]
    of_none = [(seen, right) for hintless, seen, right in unhinted if hintless]
    return Judge(_fitted(hinted), _fitted(of_some), _fitted(of_none))


def _is_first(seen: Signs) -> bool:
    """Tell whether a statement would be looked at without words for its being supposed."""
    return not (seen.unread or seen.rank or seen.joined or seen.outside) and seen.own >= 1


def _fitted(rows: Sequence[tuple[Signs, bool]]) -> Weights:
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=STRENGTH, max_iter=1_000)
    fitted.fit([list(seen) for seen, _ in rows], [right for _, right in rows])
    return Weights(float(fitted.intercept_[0]), tuple(map(float, fitted.coef_[0])))


def judged(by: Judge, sample: Sample) -> Mapping[str, bool]:
    """Return what is assumed as weights judge it."""
    told = [(by.likely(each), each) for each in sample.candidates]
    strong = {each.statement.key: sure for sure, each in told if not each.weak}
    kept = {key: true for key, true in sample.read.items() if strong.get(key, 1.0) >= STAYS}
    sure_of = {key: strong.get(key, 1.0) for key in kept}
    for sure, each in sorted((pair for pair in told if pair[1].weak), key=lambda pair: -pair[0]):
        key = each.statement.key
        least = JOINS_NAMED if each.hintless and each.signs.wordless > 0 else JOINS
        if sure >= least and sure > sure_of.get(key, 0.0):
            kept[key], sure_of[key] = each.positive, sure
    best = max(strong, key=lambda key: strong[key])
    return kept or {best: sample.read[best]}


def crossed(
    found: Sequence[Sample], key: Callable[[Sample], object]
) -> list[tuple[Sample, Mapping[str, bool]]]:
    """Judge each fold by weights of the others; what has the same key stays together."""
    keys = sorted({str(key(sample)) for sample in found})
    judgements: list[tuple[Sample, Mapping[str, bool]]] = []
    for number in range(min(FOLDS, len(keys))):
        chosen = set(keys[number::FOLDS])
        by = learnt([sample for sample in found if str(key(sample)) not in chosen])
        inside = (sample for sample in found if str(key(sample)) in chosen)
        judgements += [(sample, judged(by, sample)) for sample in inside]
    return judgements


def told(name: str, pairs: Sequence[tuple[Sample, Mapping[str, bool]]]) -> str:
    """Tell in a line how many sets are right without and with the judgement."""
    before = [sample.read in sample.right for sample, _ in pairs]
    after = [read in sample.right for sample, read in pairs]
    better = sum(new and not old for old, new in zip(before, after, strict=True))
    worse = sum(old and not new for old, new in zip(before, after, strict=True))
    return (
        f"{name:28} {len(pairs):5} read: {sum(before)} sets right, then {sum(after)}"
        f" ({better} newly right, {worse} newly wrong)"
    )


def written(by: Judge) -> str:
    """Write weights as `supposed.toml` has them: a sign a line."""
    lines = [_HEADER]
    for name, each in by._asdict().items():
        lines += [f"[{name}]", f"constant = {each.constant:.2f}"]
        lines += [f"{n} = {w:.2f}" for n, w in zip(Signs._fields, each.weights, strict=True)]
    limits = [
        "# What is less likely than the first is left out, if anything else stays; what too",
        "# little speaks for by itself is put in if it is as likely as the second, or as the last",
        "# where no more is said than names, and a rule base has no words for what is supposed.",
        "[limits]",
        f"stays = {STAYS}",
        f"joins = {JOINS}",
        f"joins_named = {JOINS_NAMED}",
    ]
    return "\n".join([*lines, "", *limits]) + "\n"


def main() -> None:
    """Print what the judgement mends and what it breaks, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = list(samples(training.files()))
    keys: Mapping[str, Callable[[Sample], object]] = {
        "file": lambda sample: sample.file.path,
        "rule base": lambda sample: sample.file.rulebase,
    }
    for name, key in keys.items():
        pairs = crossed(found, key)
        print(told(f"each {name} by the others", pairs))  # noqa: T201
        for base in sorted({sample.file.rulebase for sample in found}):
            print(told(f"  {base}", [pair for pair in pairs if pair[0].file.rulebase == base]))  # noqa: T201
    if given.write:
        WRITTEN.write_text(written(learnt(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
