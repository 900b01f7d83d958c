"""A large rule base is read item by item, to the same values and the same problems."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from arguendo import library, yaml_nodes
from arguendo.content import find_rule_base
from arguendo.including import collect
from arguendo.library import read
from arguendo.problems import Problems
from arguendo.rulebase import RuleBase


def told(drafts: Mapping[str, str]) -> tuple[object, ...]:
    """All that reading the article comes to, with other texts for some of its files."""
    found, problems, _ = read(None, drafts)
    return _values(found), [(each, each.fix) for each in problems]


def _values(found: RuleBase | None) -> object:
    if found is None:
        return None
    told = (found.facts, found.rules, found.questions, found.scenarios, found.tests)
    # What spans are said with: values are equal wherever they stand.
    return repr(told), found.vocabulary.entities, found.vocabulary.predicates


def texts() -> dict[str, str]:
    contents = collect(find_rule_base(), Problems()).contents
    return {name: content.decode() for name, content in contents.items()}


def spoilt(whole: Mapping[str, str], seed: int) -> dict[str, str]:
    """Change a line or two as people do."""
    chance = random.Random(seed)
    name = chance.choice(sorted(whole))
    lines = whole[name].splitlines(keepends=True)
    for _ in range(chance.randint(1, 2)):
        place = chance.randrange(len(lines))
        line = lines[place]
        made = (line * 2, "", f" {line}", line[1:], line.replace(": ", ": &a "), line.upper())
        lines[place] = chance.choice(made)
    return {name: "".join(lines)}


@pytest.mark.parametrize("seed", range(12))
def test_what_is_streamed_comes_to_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = spoilt(texts(), seed) if seed else {}
    at_once = told(drafts)
    monkeypatch.setattr(library, "STREAMED", 0)
    assert told(drafts) == at_once


def test_items_are_made_one_by_one() -> None:
    problems = Problems()
    text = "facts:\n- say: one\n# and\n- say: two\nrules:\n  - id: r\n    then: one\n\n"
    whole, later = (yaml_nodes.parse("f", text, problems, later=each) for each in (False, True))
    assert isinstance(whole, yaml_nodes.MapNode)
    assert isinstance(later, yaml_nodes.MapNode)
    for (name, at_once), (_, put_off) in zip(whole.entries, later.entries, strict=True):
        assert isinstance(at_once, yaml_nodes.ListNode)
        assert isinstance(put_off, yaml_nodes.ListNode)
        assert isinstance(put_off.items, yaml_nodes.Later)
        assert (tuple(put_off.items), put_off.span) == (at_once.items, at_once.span), name
        assert len(put_off.items) == len(at_once.items)
        ids = [each.get("id") for each in at_once.items if isinstance(each, yaml_nodes.MapNode)]
        assert list(put_off.items.ids) == [each for each in ids if each]


def test_what_is_wrong_in_an_item_ends_streaming() -> None:
    text = "facts:\n  - say: it rains\n    say: it snows\n"
    later = yaml_nodes.parse("f", text, Problems(), later=True)
    assert isinstance(later, yaml_nodes.MapNode)
    ((_, facts),) = later.entries
    assert isinstance(facts, yaml_nodes.ListNode)
    with pytest.raises(yaml_nodes.Unsound):
        list(facts.items)
