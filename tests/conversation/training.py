"""Learn how likely each intent is, from labelled questions on three rule bases.

    python tests/conversation/training.py [--write]

Prints how often the likeliest intent is the right one on questions that the model did not learn
from: each file by a model of all others, and each rule base by a model of the other two. `--write`
learns from all and writes `lexicon/likelihood.json`. It takes scikit-learn; the program does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from arguendo.case import Case
from arguendo.content import find_rule_base
from arguendo.conversation import lexicon, understanding
from arguendo.conversation.context import Context
from arguendo.conversation.english import letters
from arguendo.conversation.english.letters import is_run
from arguendo.conversation.intents import likelihood
from arguendo.conversation.intents.likelihood import HUNDRED, Likelihood, Model
from arguendo.conversation.signs import masking
from arguendo.conversation.signs.bearing import UNHINTED
from arguendo.conversation.signs.features import Features, features
from arguendo.conversation.signs.gist import gist
from arguendo.conversation.signs.topics import UNKNOWN
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation import associating, measure
from tests.conversation.registers import TUNED

HERE = Path(__file__).resolve().parent
WRITTEN = Path(lexicon.__file__).parent / "likelihood.json"
ARTICLE = "china-north-korea"
RARE = 8
"""Features of fewer questions are left out."""
STRENGTH = 0.02
"""How far weights may grow: the inverse of the ridge."""
SHARP = 4.0
"""How much likelier an intent is by each unit of its margin."""
LEAST = 0.0022
"""Weights that do less are left out: each times the root of how much its feature mostly shows."""
RARER = 0.15
"""How much more a rare feature counts than a common one, which is to say less of each: a power."""
RARER_RUNS = 0.3
"""The same for runs of letters."""
COMMON = 260
"""Questions that show a feature which counts for one."""
ON_BASES, SHARED = 2, 3
"""Runs of letters and unknown words are looked at that so many rule bases have in so many questions
each: what only one has belongs to its subject, and none of it goes into the program."""
FOLDS = 5
HINTED = 6
"""Of so many questions one is learnt from as if the rule base had no words for what is supposed."""


Shown = tuple[tuple[str, float], ...]
"""Features, each with how much it tells."""


class File(NamedTuple):
    """Labelled questions or dialogues of one kind of person on one rule base."""

    rulebase: str
    register: str
    path: Path


class Sample(NamedTuple):
    """What a question showed, with the class that is right, and the intents that are."""

    file: File
    question: str
    features: Shown
    label: str
    intents: frozenset[str]
    spelt: tuple[str, str]
    """As what its words are spelt, and those in which it asks if it is long."""


def files() -> list[File]:
    """List all that may be learnt from."""
    found = [File(ARTICLE, path.stem, path) for path in measure.HELD_OUT]
    for folder in (measure.SHARED, HERE / "independent" / "1"):
        found += [File(ARTICLE, folder.name, path) for path in sorted(folder.glob("dev-*.jsonl"))]
    for path in sorted((HERE / "examples").glob("*.jsonl")):
        found.append(File(path.stem, "examples", path))
    for path in sorted((HERE / "material").glob("*/*.jsonl")):
        register = path.stem.removeprefix("dialogues-")
        if register in TUNED:
            found.append(File(path.parent.name, register, path))
    for path in sorted((HERE / "material" / "training").glob("*/*.jsonl")):
        register = path.stem.removeprefix("dialogues-")
        found.append(File(path.parent.name, f"training {register}", path))
    return found


def case_of(rulebase: str) -> Case:
    """Open a rule base by its name."""
    return Case.open(_folder(rulebase))


def _folder(rulebase: str) -> Path:
    home = find_rule_base()
    example = home / "examples" / rulebase
    return example if example.is_dir() else home


@cache
def new_case_of(rulebase: str, phrased: bool) -> Case:
    """Open a rule base as if it were new: without associations, and maybe without phrasings."""
    with TemporaryDirectory() as folder:
        for name in ("rules", "knowledge"):
            copytree(_folder(rulebase) / name, Path(folder) / name)
        (Path(folder) / "knowledge" / "associations.yaml").unlink()
        if not phrased:
            rmtree(Path(folder) / "knowledge" / "phrasings")
        return Case.open(Path(folder))


def samples(wanted: Iterable[File]) -> Iterator[Sample]:
    """Read the questions of files, and note what they show; not where something else decides."""
    cases: dict[str, Case] = {}
    for file in wanted:
        case = cases.setdefault(file.rulebase, case_of(file.rulebase))
        with associating.unknown(file.path, Context(State(case))):
            for dialogue in measure.lines(file.path):
                yield from _samples(file, State(case), dialogue)


def _samples(file: File, state: State, dialogue: dict[str, Any]) -> Iterator[Sample]:
    """Read a question, or the turns of a dialogue."""
    for label in dialogue.get("turns", [dialogue]):
        seen, spelt = shown(state, label["q"])
        state = measure.told(state, label) if "turns" in dialogue else state
        if seen:
            seen = _unhinted(seen) if len(label["q"]) % HINTED == 0 else seen
            intents = {o.get("intent", label["intent"]) for o in label.get("also_ok", ())}
            right = frozenset({*intents, label["intent"]})
            yield Sample(file, label["q"], seen, class_of(label), right, spelt)


def _unhinted(seen: Shown) -> Shown:
    """Leave out what words hint at, as on a rule base that has none for what is supposed."""
    left = tuple(pair for pair in seen if not pair[0].startswith(("hinted ", "hints:")))
    return (*left, (UNHINTED, 1.0))


def shown(state: State, text: str) -> tuple[Shown, tuple[str, str]]:
    """Return what a text shows when it is understood, and as what its words are spelt.

    Nothing where something else decides.
    """
    seen: Features = {}
    spelt = "", ""

    def noted(said: Utterance) -> Features:
        nonlocal seen, spelt
        asks = gist(said)
        seen = features(said)
        spelt = masking.spelt(said), masking.spelt(said, asks) if asks else ""
        return seen

    with patch.object(understanding, "features", noted):
        understanding.understand(state, text)
    return tuple(pair for pair in seen.items() if not letters.is_run(pair[0])), spelt


def all_shown(sample: Sample) -> Features:
    """Return all features of a sample, each with how much it tells."""
    return {**dict(sample.features), **letters.runs(*sample.spelt)}


def class_of(label: dict[str, Any]) -> str:
    """Return the class of a label: its intent, with what is to be listed."""
    listed = label["intent"] == "list"
    return f"list {label['what']}" if listed else str(label["intent"])


def learnt(found: Sequence[Sample], strength: float = STRENGTH, rare: int = RARE) -> Model:
    """Fit a linear support vector machine for each class against the others.

    On questions that it did not learn from it is right more often than a logistic regression, and
    learns in seconds.
    """
    from scipy.sparse import csr_matrix

    counts = _counts(found, rare)
    names = sorted(counts)
    number = {name: place for place, name in enumerate(names)}
    scales = [_scale(name, counts[name]) for name in names]
    values: list[float] = []
    columns: list[int] = []
    starts = [0]
    for sample in found:
        told = {number[f]: value for f, value in all_shown(sample).items() if f in number}
        columns += told
        values += [scales[column] * value for column, value in told.items()]
        starts.append(len(columns))
    matrix = csr_matrix((values, columns, starts), shape=(len(found), len(names)))
    classes = sorted({sample.label for sample in found})
    fitted = [_against_others(matrix, found, each, strength) for each in classes]
    weights = {
        name: {
            place: round(HUNDRED * SHARP * scales[column] * float(row[column]))
            for place, row in enumerate(fitted)
            if row[column]
        }
        for column, name in enumerate(names)
    }
    return Model(
        tuple(map(likelihood.class_named, classes)),
        {name: likelihood.packed(told, len(classes)) for name, told in weights.items() if told},
    )


def _against_others(matrix: Any, found: Sequence[Sample], name: str, strength: float) -> Any:
    """Fit the weights of a class against the others; what could be either tells nothing.

    Weights that do little are left out, and the rest are fitted anew without them.
    """
    from numpy import flatnonzero, zeros_like
    from sklearn.svm import LinearSVC

    mine = [sample.label == name for sample in found]
    counts = [one or name not in sample.intents for one, sample in zip(mine, found, strict=True)]

    def fitted(columns: Any) -> Any:
        machine = LinearSVC(C=strength, fit_intercept=False)
        machine.fit(columns, mine, sample_weight=[float(each) for each in counts])
        return machine.coef_[0]

    first = fitted(matrix)
    shown = matrix.multiply(matrix).mean(axis=0).A1 ** 0.25
    telling = flatnonzero(abs(first) * shown >= LEAST)
    weights = zeros_like(first)
    weights[telling] = fitted(matrix[:, telling])
    return weights


def _counts(found: Sequence[Sample], rare: int) -> dict[str, int]:
    """Count the questions that show each feature; what could belong to one subject, if shared."""
    counts: Counter[str] = Counter()
    shared: dict[str, Counter[str]] = {}
    for sample in found:
        each = all_shown(sample)
        counts.update(each.keys())
        shared.setdefault(sample.file.rulebase, Counter()).update(filter(_may_belong, each))
    return {
        feature: count
        for feature, count in counts.items()
        if count >= rare
        and feature.removeprefix(UNKNOWN) not in _names()
        and (
            not _may_belong(feature)
            or sum(seen[feature] >= SHARED for seen in shared.values()) >= ON_BASES
        )
    }


@cache
def _names() -> frozenset[str]:
    """Return the words of which the names in all rule bases are made."""
    cases = [case_of(rulebase) for rulebase in sorted({file.rulebase for file in files()})]
    entities = (each for case in cases for each in case.rulebase.vocabulary.entities.values())
    return frozenset(word.lower() for each in entities for word in each.name.split())


def _may_belong(feature: str) -> bool:
    """Tell whether a feature could belong to the subject of one rule base."""
    return is_run(feature) or feature.startswith(UNKNOWN)


def _scale(feature: str, count: int) -> float:
    """Tell how much a feature counts that so many questions show: the rarer, the more."""
    return float((COMMON / count) ** (RARER_RUNS if is_run(feature) else RARER))


def told(by: Model, sample: Sample) -> Likelihood:
    """Tell how likely each intent of a sample is by a model."""
    return likelihood.judged(by, all_shown(sample))


def folds(found: Sequence[Sample], key: Callable[[Sample], object]) -> Iterator[list[Sample]]:
    """Part samples so that those with the same key stay together."""
    keys = sorted({str(key(sample)) for sample in found})
    for number in range(min(FOLDS, len(keys))):
        chosen = set(keys[number::FOLDS])
        yield [sample for sample in found if str(key(sample)) in chosen]


def crossed(
    found: Sequence[Sample], key: Callable[[Sample], object], **how: Any
) -> list[tuple[Sample, Likelihood]]:
    """Judge each fold by a model of the others."""
    judged: list[tuple[Sample, Likelihood]] = []
    for fold in folds(found, key):
        ids = set(map(id, fold))
        by = learnt([sample for sample in found if id(sample) not in ids], **how)
        judged += [(sample, told(by, sample)) for sample in fold]
    return judged


def right(pair: tuple[Sample, Likelihood]) -> bool:
    """Tell whether the likeliest intent is right."""
    sample, likely = pair
    return likely.ranked[0][0].value in sample.intents


def written(by: Model) -> str:
    """Write a model as `likelihood.json` has it: a feature a line."""
    lines = [
        f"{json.dumps(name)}: {json.dumps([*chain(*by.told(name).items())], separators=(',', ':'))}"
        for name in sorted(by.weights)
    ]
    classes = json.dumps([each.name for each in by.classes])
    return '{"classes": ' + classes + ',\n"weights": {\n' + ",\n".join(lines) + "\n}}\n"


def main() -> None:
    """Print how well the model does on what it did not learn from, and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = list(samples(files()))
    keys: Mapping[str, Callable[[Sample], object]] = {
        "rule base": lambda sample: sample.file.rulebase,
        "file": lambda sample: sample.file.path,
    }
    for name, key in keys.items():
        judged = crossed(found, key)
        share = sum(map(right, judged)) / len(judged)
        print(f"{share:.1%} of {len(judged)} intents right, each {name} by a model of the others")  # noqa: T201
    registers = sorted({pair[0].file.register for pair in judged})
    for register in registers:
        pairs = [pair for pair in judged if pair[0].file.register == register]
        print(f"  {register:25} {sum(map(right, pairs)) / len(pairs):6.1%} of {len(pairs)}")  # noqa: T201
    if given.write:
        WRITTEN.write_text(written(learnt(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
