"""What is mended without a person: no text is lost, and mending twice is mending once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.problems import Edit, Problem
from arguendo.review.mending import apart, difference, edited, mend
from arguendo.span import Span
from tests.pages import BASE

BROKEN = """\
rulez:
  - id: a
    titel: {member} plays
    if: [Ann has paid the dues, Bob signs up for the Open]
    unles: []
    then: Ann plays in the Open
    qualifier: very likly
    becuase: The board says yes
  - id: b
    if:
      - anyy:
          - Ann has paid the dues
    then: Bob plays in the Open  # a comment stays
facts:
  - {say: Bob signs up for the Open, source: §1}
statements:
  captain: {slots: {who: persn}, says: "{who} leads"}
tests:
  t:
    title: A test
    expect:
      - Ann plays in the Open: not etablished
"""
SOUND = (
    BROKEN.replace("rulez", "rules")
    .replace("titel: {member} plays", 'title: "{member} plays"')
    .replace(
        "[Ann has paid the dues, Bob signs up for the Open]",
        '["Ann has paid the dues", "Bob signs up for the Open"]',
    )
    .replace("unles:", "unless:")
    .replace("very likly", "very likely")
    .replace("becuase:", "because:")
    .replace("anyy:", "any:")
    .replace("say: Bob signs up for the Open,", 'say: "Bob signs up for the Open",')
    .replace("persn", "person")
    .replace("etablished", "established")
)


def base(home: Path, text: str) -> Path:
    shutil.copytree(BASE, home, dirs_exist_ok=True)
    (home / "rules" / "more.yaml").write_text(text, encoding="utf-8")
    return home


def mended(home: Path, text: str) -> str:
    found = mend(base(home, text))
    return found.after.texts["rules/more.yaml"]


def test_what_can_be_mended_is(tmp_path: Path) -> None:
    found = mend(base(tmp_path, BROKEN))
    assert found.changed == {"rules/more.yaml": (BROKEN, SOUND)}
    assert len(found.done) == 11
    assert (tmp_path / "rules" / "more.yaml").read_text(encoding="utf-8") == BROKEN


def test_mending_twice_changes_nothing_more(tmp_path: Path) -> None:
    again = mend(base(tmp_path, SOUND))
    assert (again.done, again.changed) == ((), {})


@pytest.mark.parametrize(
    "unclear",
    [
        "rules:\n  - id: a\n    then: Ann plays in the Open\n    becuase: x\n    because: y\n",
        "rules:\n  - id: a\n    if: [Ann, they say, has paid]\n    then: Ann plays in the Open\n",
        "rules:\n  - id: a\n    then: Ann plays in the Open\n    source: §3\n",
        "rules:\n  - id: a\n    then: Ann plays in the Open\n    qualifier: probably\n",
        "facts:\n  - say: Ann has payed the dues\n",
        "rules:\n  - id: a\n    then: Ann plays in the Open\n    notes: {a} b\n      goes on\n",
        "rules:\n  - id: a\n    then: Ann plays in the Open\n    notes: {a} b # c\n",
        "rules:\n  - id: a\n    unless: [] because: b\n    then: Ann plays in the Open\n",
        "rules:\n  - id: a\n    because: It is. source: §1\n    then: Ann plays in the Open\n",
        "rules:\n  - id: a\n    if: not: Bob plays in the Open\n    then: Ann plays in the Open\n",
    ],
)
def test_what_only_a_person_can_tell_is_left_alone(tmp_path: Path, unclear: str) -> None:
    found = mend(base(tmp_path, unclear))
    assert found.before.problems
    assert found.changed == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[the guest, The Guest]", "[the guest]"),
        ("[Carol, the guest]", "[the guest]"),
        ("[CAROL]", "[]"),
        ("[the guest, 'Carol', a guest, x]", "[the guest, x]"),
        ("\n      - x\n      - the Carol\n      - y", "\n      - x\n      - y"),
    ],
)
def test_a_name_given_twice_is_given_once(tmp_path: Path, before: str, after: str) -> None:
    text = "entities:\n  carol:\n    name: Carol\n    aliases: {}\n    kind: person\n"
    assert mended(tmp_path, text.format(before)) == text.format(after)


def test_dates_are_written_as_files_have_them(tmp_path: Path) -> None:
    text = "facts:\n  - say: Bob plays in the Open\n    date: {}\n"
    for written in ("3 March 2025", "March 3rd, 2025", "3.3.2025", "03/03/2025", "2025/3/3"):
        assert mended(tmp_path, text.format(written)) == text.format("2025-03-03")
    assert mended(tmp_path, text.format("Mar. 2025")) == text.format("2025-03")
    assert mended(tmp_path, text.format("03/04/2025")) == text.format("03/04/2025")


def test_what_only_looks_like_a_space_becomes_one(tmp_path: Path) -> None:
    text = "facts:\n  - say: Bob plays in the Open\n    source: §1\n"
    assert mended(tmp_path, text.replace("\n    ", "\n\u00a0\u2003  ")) == text


def test_a_fix_that_brings_further_errors_is_not_taken(tmp_path: Path) -> None:
    text = """\
rules:
  - id: a
    unles:
      - nobody knows
      - nobody cares
      - nobody minds
    then: Ann plays in the Open
    qualifier: likly
"""
    assert mended(tmp_path, text) == text.replace("likly", "likely")


def test_a_damaged_file_is_not_written_back(tmp_path: Path) -> None:
    text = "rules:\n  - id: a\n    then: Ann plays in the Open\n    becuase: \x07x\n"
    assert mended(tmp_path, text) == text.replace("\x07", "\N{REPLACEMENT CHARACTER}")


KEYS = ("titel", "becuase", "nots", "qualifier", "sorce")
TEXTS = ("He said: go", "{who} goes", "plain words", '"quoted: words"', "likly", "[a] b", "a # b")


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.sampled_from(TEXTS)),
        max_size=4,
        unique_by=lambda p: p[0],
    )
)
def test_no_text_is_lost(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    lines = "".join(f"    {key}: {text}\n" for key, text in pairs)
    text = f"rules:\n  - id: a\n    then: Ann plays in the Open\n{lines}"
    home = tmp_path_factory.mktemp("home")
    once = mended(home, text)
    for key, said in pairs:
        words = re.findall(r"\w+", said)
        assert words == ["likly"] or " ".join(words) in " ".join(re.findall(r"\w+", once)), key
    assert mended(home, once) == once


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.text("xy", max_size=2)), max_size=6
    )
)
def test_edits_are_applied_as_to_one_line(edits: list[tuple[int, int, str]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz\n" * 2
    made: list[Edit] = []
    for start, length, new in edits:
        begin, end = divmod(start, 27), divmod(min(start + length, 53), 27)
        made.append(Edit(Span("a", begin[0] + 1, begin[1] + 1, end[0] + 1, end[1] + 1), new))
    chosen = [
        each.fix[0] for each in apart([Problem(str(n), "", fix=(e,)) for n, e in enumerate(made)])
    ]
    expected = text
    for edit in sorted(chosen, key=lambda each: each.span, reverse=True):
        first = (edit.span.line - 1) * 27 + edit.span.column - 1
        last = (edit.span.end_line - 1) * 27 + edit.span.end_column - 1
        expected = expected[:first] + edit.text + expected[last:]
    assert edited(text, chosen) == expected


def test_a_change_is_shown_as_a_unified_diff() -> None:
    assert difference("a\nb\n", "a\nc\n", "rules/x.yaml").splitlines() == [
        "--- a/rules/x.yaml",
        "+++ b/rules/x.yaml",
        "@@ -1,2 +1,2 @@",
        " a",
        "-b",
        "+c",
    ]


def test_included_rule_bases_are_not_mended(tmp_path: Path) -> None:
    common = base(tmp_path / "common", "rules:\n  - idd: a\n    then: Ann plays in the Open\n")
    own = tmp_path / "own" / "knowledge"
    own.mkdir(parents=True)
    (own / "a.yaml").write_text("rule base: {name: own, include: ../common}\n", encoding="utf-8")
    assert mend(own.parent).changed == {}
    assert mend(common).changed
