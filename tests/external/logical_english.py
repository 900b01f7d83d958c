"""Logical English: programs in sentence templates, translated template by template.

Its templates become ours (`*a tenant* pays pet rent`: `{tenant} pays pet rent`), its scenarios
become scenarios, its constants entities of that name, and `which tenant` in a query a variable.
Sentences are read by the reader of rule files, and answers put into words by the speaker of
answers. What the two programs do not use was not translated: dates, lists, arithmetic, `not`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count as counting
from pathlib import Path
from typing import Any

from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.wording.statements import Speaker
from tests.external.programs import Proven, holding, opened, sound
from tests.external.suites import Case, Count

SUITE = "logical-english.jsonl"

_SLOT = re.compile(r"\*(?:an? )?([^*]+)\*")
_RELATIONS = {"<": "is less than"}


def answers(cases: Iterable[Case], folder: Path) -> Count:
    """Ask each query in its scenario; the certificate is about all that answers it."""
    count = Count("Logical English, sentences")
    for program in cases:
        rulebase = sound(written(program), folder)
        for case in program["cases"]:
            opening = opened(rulebase, case["scenario"])
            pattern = _pattern(rulebase, program["queries"][case["query"]])
            found = [each for each in holding(opening) if pattern.match(each) is not None]
            ours = sorted(_plain(Speaker(rulebase).says(each)) for each in found)
            theirs = sorted(map(_plain, case["expected_sentences"]))
            name = f"{program['id']}: {case['query']} in {case['scenario']}"
            count.answer(name, ours, theirs, Proven.of(opening, found).flaw)
    return count


def written(program: Case) -> str:
    """Write a program as a rule base."""
    said = [*program["facts"], *(each for some in program["scenarios"].values() for each in some)]
    ruled = [part for rule in program["rules"] for part in (rule["head"], *rule["body"])]
    constants = [arg for each in said for arg in each["args"]]
    constants += [arg["const"] for each in ruled for arg in each.get("args", ()) if "const" in arg]
    names = dict.fromkeys(each for each in constants if isinstance(each, str))
    lines = ["entities:", *(f"  {_id(name)}: {{name: {name}}}" for name in names), "statements:"]
    for template in program["templates"]:
        slots = list(_slots(template))
        lines += [f"  {_id(_SLOT.sub('', template))}:"]
        lines += [f"    slots: {{{', '.join(f'{slot}: any' for slot in slots)}}}"]
        lines += [f'    says: "{_filled(template, [f"{{{slot}}}" for slot in slots])}"']
    lines += ["rules:"]
    for number, rule in enumerate(program["rules"], 1):
        lines += [
            f"  - id: rule{number}",
            "    if:",
            *(f'      - "{_part(e)}"' for e in rule["body"]),
        ]
        lines += [f'    then: "{_part(rule["head"])}"', "    because: The program says so."]
    lines += ["scenarios:"]
    for name, some in program["scenarios"].items():
        assumed = (_filled(each["template"], each["args"]) for each in some)
        lines += [f"  {name}:", f"    title: {name}", "    assume:"]
        lines += [*(f'      - "{each}"' for each in assumed)]
    return "\n".join(lines) + "\n"


def _part(given: dict[str, Any]) -> str:
    if "cmp" in given:
        return f"{_term(given['left'])} {_RELATIONS[given['cmp']]} {_term(given['right'])}"
    return _filled(given["template"], map(_term, given["args"]))


def _term(given: dict[str, Any]) -> str:
    return f"?{_id(given['var'])}" if "var" in given else str(given["const"])


def _pattern(rulebase: RuleBase, query: str) -> Statement:
    """Read a query; what `which` asks for is called by one word in all of them."""
    numbers = counting(1)
    sentence = re.sub(r"\bwhich \w+", lambda _: f"?asked{next(numbers)}", query.rstrip("."))
    (reading,) = rulebase.vocabulary.read(sentence)
    return reading.statement


def _slots(template: str) -> Iterator[str]:
    return (_id(name) for name in _SLOT.findall(template))


def _filled(template: str, terms: Iterable[object]) -> str:
    filling = iter(terms)
    return _SLOT.sub(lambda _: str(next(filling)), template)


def _id(text: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", text.lower()))


def _plain(sentence: str) -> str:
    return "".join(sentence.casefold().split())
