from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.language_server.completion import Offer, Sort, offers
from arguendo.library import load
from arguendo.rulebase import RuleBase
from tests.unit.language_server.club import FILES, club

RULE = "rules:\n  - id: one\n    "
SET = "scenarios:\n  one:\n    title: One\n    "


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    return club(tmp_path_factory.mktemp("club")).known


def at_end(known: RuleBase, text: str, rest: str = "") -> list[Offer]:
    """What is offered at the end of a text, more of the file standing below."""
    lines = text.split("\n")
    return offers(known, text + rest, len(lines) - 1, len(lines[-1]))


def labels(known: RuleBase, text: str, rest: str = "") -> list[str]:
    return [offer.label for offer in at_end(known, text, rest)]


@pytest.mark.parametrize(
    ("text", "some", "none"),
    [
        ("", ["rules", "entities", "phrasings"], ["id"]),
        ("rules: []\n", ["entities"], ["rules"]),
        (RULE, ["if", "then", "because"], ["id", "say"]),
        ("rules:\n- id: one\n  ", ["if", "then"], ["id"]),
        ("rules:\n  - ", ["id", "then"], ["say"]),
        (RULE + "if:\n      - any:\n          - ", ["any", "{member} is banned"], ["if"]),
        (RULE + "qualifier: ", ["likely", "established"], ["holds"]),
        (RULE + "overrides: ", ["play", "trust", "play-not"], ["bob_pays"]),
        (RULE + "overrides: [play, ", ["trust"], ["ann"]),
        (RULE + "source: §1, ", ["§2", "statutes"], ["ann"]),
        (RULE + "id: ", [], ["play"]),
        (SET + "expect:\n      - Ann plays in the Open: ", ["holds", "likely"], ["status"]),
        (SET + "expect:\n      - Ann is banned:\n          ", ["status", "because"], ["likely"]),
        (SET + "expect:\n      - bob is banned:\n          because: ", ["play"], ["ann"]),
        (SET + "assume:\n      - Ann is banned: ", ["likely"], ["holds"]),
        ("rule base:\n  scenario: ", ["start"], ["bob_pays"]),
        ("questions:\n  - by: ", ["ann", "board"], ["play"]),
        ("entities:\n  x: {name: X, ", ["kind", "aliases"], ["name", "id"]),
        ("entities:\n  x: {name: X, kind: ", ["person", "body"], ["ann"]),
        ("facts:\n  - background: ", ["true", "false"], []),
        ("phrasings:\n  ", ["paid", "trusts"], ["ann"]),
        ("nonsense:\n  ", [], []),
        ("statements:\n  x:\n    says: ", [], []),
    ],
)  # fmt: skip
def test_what_can_stand_there_is_offered(
    known: RuleBase, text: str, some: list[str], none: list[str]
) -> None:
    found = labels(known, text)
    assert set(some) <= set(found)
    assert not set(none) & set(found)
    assert len(found) == len(set(found))


def test_keys_that_stand_below_are_not_offered_again(known: RuleBase) -> None:
    assert "then" not in labels(known, RULE, "\n    then: Ann is banned\n")


@pytest.mark.parametrize("key", ["if", "unless", "then"])
def test_sentences_of_rules_begin_with_variables(known: RuleBase, key: str) -> None:
    found = {each.label: each for each in at_end(known, f"{RULE}{key}: ")}
    offer = found["{body} trusts {member}"]
    assert offer.text == "?body trusts ?member"
    assert offer.snippet == "${1|?body,the board|} trusts ${2|?member,Ann,Robert|}"
    assert offer.detail == "trusts"


@pytest.mark.parametrize("text", ["facts:\n  - say: ", "questions:\n  - ask: ", SET + "assume: "])
def test_sentences_about_the_world_are_filled_with_names(known: RuleBase, text: str) -> None:
    found = {each.label: each for each in at_end(known, text)}
    assert found["{body} trusts {member}"].snippet == "${1:the board} trusts ${2|Ann,Robert|}"


@pytest.mark.parametrize(
    ("text", "offered"),
    [("facts:\n  - say: ", False), (RULE + "then: ", False), (RULE + "if: ", True)],
)
def test_denials_are_offered_where_they_are_read(known: RuleBase, text: str, offered: bool) -> None:
    assert ("{member} has not paid the dues" in labels(known, text)) is offered


def test_a_sentence_goes_on_from_what_was_typed(known: RuleBase) -> None:
    begun = f"{RULE}if:\n      - the board tr"
    (offer,) = at_end(known, begun)
    assert offer.label == "the board trust {member}"
    assert offer.snippet == "the board trust ${1|?member,Ann,Robert|}"
    assert begun.splitlines()[-1][offer.start :] == "the board tr"


@pytest.mark.parametrize(
    ("typed", "names", "start"),
    [
        ("the board trusts the trea", ["the treasurer"], "the trea"),
        ("the board trusts ", ["?member", "Ann", "the treasurer", "Robert"], ""),
        ("Ro", ["Robert"], "Ro"),
        ("the bo", ["the board"], "the bo"),
        ("the board is ba", [], ""),
    ],
)
def test_names_that_fit_are_offered_within_a_sentence(
    known: RuleBase, typed: str, names: list[str], start: str
) -> None:
    text = f"{RULE}if:\n      - {typed}"
    found = [each for each in at_end(known, text) if each.sort is Sort.NAME]
    assert [each.text for each in found] == names
    assert {text.splitlines()[-1][each.start :] for each in found} <= {start}


def test_an_item_brings_its_dash(known: RuleBase) -> None:
    offer = next(each for each in at_end(known, f"{RULE}if:\n      ") if "trusts" in each.label)
    assert offer.text == "- ?body trusts ?member"
    assert offer.snippet.startswith("- ${1|")


def test_what_is_in_quotes_is_completed_within_them(known: RuleBase) -> None:
    (offer,) = at_end(known, f'{RULE}then: "the board tr')
    assert offer.start == len('    then: "')


def test_snippets_keep_signs_that_mean_something_in_them(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    text = (
        "entities:\n  a: {name: 'A|B, $C', kind: x}\n  b: {name: B, kind: x}\n"
        "statements:\n  p: {slots: {one: x}, says: 'it costs $5 for {one}'}\n"
    )
    (tmp_path / "knowledge" / "x.yaml").write_text(text, encoding="utf-8")
    (offer,) = at_end(load(tmp_path), "facts:\n  - say: it")
    assert offer.snippet == "it costs \\$5 for ${1|A\\|B\\, \\$C,B|}"


@pytest.mark.parametrize("section", [RULE + "if: ", RULE + "then: ", "facts:\n  - say: "])
def test_sentences_offered_can_be_read(known: RuleBase, section: str) -> None:
    found = [each for each in at_end(known, section) if each.sort is Sort.SENTENCE]
    assert found
    assert [each.label for each in found if not known.vocabulary.read(each.text)] == []


@pytest.mark.parametrize("file", FILES)
def test_wherever_a_file_breaks_off_something_sensible_comes(known: RuleBase, file: str) -> None:
    text = FILES[file]
    for length in range(0, len(text), 5):
        typed = text[:length].rpartition("\n")[2]
        assert all(each.start <= len(typed) for each in at_end(known, text[:length]))
