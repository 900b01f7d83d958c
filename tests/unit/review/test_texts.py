"""Checks of the words that an author chose."""

from __future__ import annotations

import pytest

from arguendo.facts import Source
from arguendo.review import likelihood_against_scale, near_duplicate_template
from arguendo.review.likelihood import hedges
from arguendo.scale import ICD_203, Scale
from arguendo.statements import Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase
from tests.unit.review.claims import messages

RAISES = Predicate("p", (Slot("x"),), "{x} [raises|raise] pressure on its neighbors")


class TestHedges:
    @pytest.mark.parametrize(
        ("text", "band"),
        [
            ("China will probably act", "likely"),
            ("It is highly improbable", "very unlikely"),
            ("A deal is very likely now", "very likely"),
            ("There are roughly even odds of a deal", "roughly even chance"),
            ("A remote possibility of war is left", "almost no chance"),
            ("Talks are nearly certain to fail", "almost certain"),
            ("This will almost certainly fail", "almost certain"),
            ("It will surely fail", "strong"),
            ("Perhaps it fails", "weak"),
            ("It might fail", "weak"),
        ],
    )
    def test_words_of_the_standard(self, text: str, band: str) -> None:
        assert [hedge.band for hedge in hedges(text, ICD_203)] == [band]

    @pytest.mark.parametrize(
        "text",
        [
            "China thinks that a war is likely",
            "Because it will probably fail, they wait",
            "Whoever is likely to lose waits",
            "A deal is more likely than before",
            "No more than likely",
            "That will not certainly fail",
            "The military might of China is great",
            "There is probable cause",
            "A certain state acts",
            "It may be registered",
            "A remote island",
            "China is bound to help by treaty",
            "They are unsure and uncertain",
        ],
    )
    def test_what_only_looks_like_one(self, text: str) -> None:
        assert list(hedges(text, ICD_203)) == []

    def test_other_scales_have_their_own_words(self) -> None:
        scale = Scale(("plausible", "well supported", "strong", "proven beyond doubt"))
        found = hedges("A plausible, strong and well supported claim is likely", scale)
        assert [hedge.band for hedge in found] == ["plausible", "well supported"]


class TestLikelihoodAgainstScale:
    def told(self, qualifier: int, **texts: str) -> list[str]:
        given = rule("r", if_=["q(?x)"], then="p(?x)", qualifier=qualifier, **texts)
        base = rulebase(rules=[given], vocabulary=Vocabulary([], [RAISES]))
        return messages(likelihood_against_scale.check, base)

    @pytest.mark.parametrize(
        ("qualifier", "title"),
        [
            (1, "A second meeting will certainly calm everyone"),
            (2, "A second meeting is very likely to calm everyone"),
            (4, "A second meeting will perhaps calm everyone"),
            (4, "A second meeting will probably calm everyone"),
        ],
    )
    def test_titles_at_odds_with_the_qualifier(self, qualifier: int, title: str) -> None:
        (told,) = self.told(qualifier, title=title)
        assert "in the title of “r” does not fit its qualifier" in told

    @pytest.mark.parametrize(
        ("qualifier", "title"),
        [
            (4, "A second meeting will certainly calm everyone"),
            (2, "A second meeting will probably calm everyone"),
            (1, "A second meeting might calm everyone"),
            (2, "A war is unlikely after a second meeting"),
        ],
    )
    def test_titles_that_fit(self, qualifier: int, title: str) -> None:
        assert self.told(qualifier, title=title) == []

    def test_warrants_count_where_they_speak_of_the_claim(self) -> None:
        (told,) = self.told(1, because="It will certainly raise pressure on all its neighbors.")
        assert "in the warrant" in told
        assert self.told(1, because="Sanctions will certainly hurt its own trade.") == []

    def test_confidence_and_likelihood_are_two_things(self) -> None:
        text = "We have high confidence that war is unlikely. It is likely to rain."
        assert len(self.told(2, because=text)) == 1
        source = Source("s", "S", paragraphs={"¶1": text, "¶2": "They have high confidence."})
        assert len(messages(likelihood_against_scale.check, sources=(source,))) == 1

    @pytest.mark.parametrize(
        ("says", "count"),
        [
            ("{x} will probably act", 1),
            ("{x} [is|are] unlikely to act", 1),
            ("{x} [expects|expect] that a war is likely", 0),
            ("it is unclear who speaks for {x}", 0),
        ],
    )
    def test_sentences_of_statements_are_bare(self, says: str, count: int) -> None:
        vocabulary = Vocabulary([], [Predicate("p", (Slot("x"),), says)])
        assert len(messages(likelihood_against_scale.check, vocabulary=vocabulary)) == count


class TestNearDuplicateTemplate:
    def told(self, one: str, other: str, kinds: tuple[str, str] = ("state", "state")) -> list[str]:
        predicates = [
            Predicate(id, (Slot("x", (kind,)), Slot("y", ("thing",))), says)
            for id, kind, says in zip("pq", kinds, (one, other), strict=True)
        ]
        return messages(near_duplicate_template.check, vocabulary=Vocabulary([], predicates))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("{x} [supports|support] {y}", "{x} support that {y}"),
            ("{x} has set its hopes on {y}", "{x} set hopes upon {y}"),
        ],
    )
    def test_told(self, one: str, other: str) -> None:
        assert len(self.told(one, other)) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("{x} supports {y}", "{x} opposes {y}"),
            ("{x} is the employer of {y}", "{x} is the employee of {y}"),
            ("{x} was in {y}", "{x} is in {y}"),
            ("{x} came to {y}", "{x} came from {y}"),
            ("{x} supports {y}", "{x} does not support {y}"),
            ("{x} supports {y}", "{y} supports {x}"),
            ("{x} has feared {y}", "{x} has been feared {y}"),
        ],
    )
    def test_silent(self, one: str, other: str) -> None:
        assert self.told(one, other) == []

    def test_slots_of_different_kinds_tell_sentences_apart(self) -> None:
        one, other = "{x} supports {y}", "{x} support that {y}"
        assert self.told(one, other, kinds=("state", "person")) == []
