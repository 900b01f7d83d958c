"""What each section and key is for, in the author's terms: for schemas, and for help in editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Guide:
    """A few words of help, and what one might write."""

    title: str
    about: str
    examples: tuple[str, ...] = ()


FILE = Guide(
    "A file of a rule base",
    "Any of the sections, in any order. Files may be split as authors like.",
)

SECTION_GUIDES: Mapping[str, Guide] = {
    "rule base": Guide(
        "The rule base as a whole",
        "What it is called and about, its scale of degrees, and the scenario to begin with. "
        "It stands once in a rule base.",
    ),
    "sources": Guide("Sources", "The texts that the rule base is drawn from, each under its id."),
    "entities": Guide(
        "Entities", "What is argued about, each under its id, and what it is called."
    ),
    "statements": Guide(
        "Statements",
        "What can be said: each under its id, with the places to fill and the sentences that "
        "express it.",
    ),
    "contraries": Guide(
        "Contraries",
        "Pairs of statements that cannot both be right. When both are argued for, both are shown.",
    ),
    "facts": Guide("Facts", "What the source reports."),
    "questions": Guide("Open questions", "What the source leaves open, and who decides it."),
    "rules": Guide(
        "Rules", "Grounds, claim, qualifier, warrant, backing and rebuttals of each argument."
    ),
    "scenarios": Guide(
        "Scenarios",
        "Sets of assumptions with a name, offered to people who ask, and what is expected of each.",
    ),
    "tests": Guide("Tests", "Written like scenarios, and not offered to people who ask."),
    "phrasings": Guide(
        "Phrasings",
        "Loose ways in which people put a statement, under its id or exact form. They help the "
        "chat to understand, and never change what follows from what.",
    ),
    "associations": Guide(
        "Associations",
        "Words that people use when they speak of a statement, under its exact form: each line has "
        "how much they speak for it, then the words; those for its being supposed stand behind "
        "'if', for its being supposed away behind 'if not', and for a whole text asking about it "
        "behind 'asked'. They help the chat to understand, and never change what follows.",
        ("+1.5 squeeze, lean",),
    ),
}

_SOURCE = Guide("Backing", "Where this is drawn from: paragraph marks or ids of sources.", ("¶7",))
_ABOUT = Guide("About", "What a person would want to know.")

KEY_GUIDES: Mapping[str, Mapping[str, Guide]] = {
    "rule base": {
        "name": Guide("Name", "A short name for the rule base.", ("harbor-bridge",)),
        "title": Guide("Title", "What is argued, in one line."),
        "about": Guide("About", "What the argument is about, in a paragraph."),
        "scale": Guide(
            "Scale", "The words for degrees, weakest first; the last one is that of facts."
        ),
        "scenario": Guide("First scenario", "The id of the scenario to begin with."),
        "include": Guide(
            "Includes", "Folders of other rule bases, seen from this one's folder.", ("../common",)
        ),
    },
    "sources": {
        "title": Guide("Title", "The title of the text."),
        "authors": Guide("Authors", "Who wrote it."),
        "date": Guide("Date", "When it was written, as a day or a month.", ("2021-05-04",)),
        "paragraphs": Guide("Paragraphs", "Each mark with a paraphrase of what it says."),
    },
    "entities": {
        "name": Guide("Name", "As it stands in the middle of a sentence.", ("the harbor bridge",)),
        "kind": Guide("Kind", "What sort of thing it is; slots of statements ask for kinds."),
        "aliases": Guide("Aliases", "What else it is called in sentences and questions."),
        "about": _ABOUT,
        "plural": Guide("Plural", "Whether its name takes the plural of a verb."),
        "members": Guide("Members", "The ids of the entities that it stands for."),
        "source": _SOURCE,
        "short": Guide(
            "Short name", "The alias that answers use once its name has been said.", ("the crew",)
        ),
        "person": Guide("Person", "Whether it is someone, of whom one asks who it is."),
    },
    "statements": {
        "slots": Guide("Slots", "The places to fill, and the kind, the kinds or `any` for each."),
        "says": Guide(
            "Sentence",
            "The sentence that expresses it: slots in { }, and [singular|plural] where a verb "
            "agrees.",
            ("{place} [needs|need] {work}",),
        ),
        "denies": Guide("Denial", "The sentence that denies it."),
        "asks": Guide("Question", "The sentence that asks for it."),
        "also": Guide("Other sentences", "Other sentences that mean the same."),
        "advice": Guide("Advice", "Whether it says what someone should do, the first slot."),
        "by": Guide("Decided by", "The slot of whoever decides it."),
        "one": Guide(
            "One value",
            "The slots that have but one value: another one is contrary to it.",
            ("metres",),
        ),
    },
    "facts": {
        "say": Guide("Sentence", "What the source reports, as a sentence or an exact form."),
        "date": Guide("Date", "Since when it is known, as a day or a month.", ("2021-05",)),
        "degree": Guide("Degree", "How sure it is, when it is less than established."),
        "source": _SOURCE,
        "background": Guide("Background", "Whether it is context that no rule rests on."),
    },
    "questions": {
        "ask": Guide("Sentence", "What is left open, as a sentence or an exact form."),
        "by": Guide("Decided by", "The id of the entity that decides it."),
        "source": _SOURCE,
    },
    "rules": {
        "id": Guide("Id", "What the rule is called by others.", ("loan-pays",)),
        "title": Guide("Title", "What the rule says, in a few words."),
        "if": Guide("Grounds", "Sentences and blocks that must all hold. Variables begin with ?."),
        "unless": Guide("Rebuttals", "Any one of these keeps the rule from applying."),
        "then": Guide("Claim", "What follows: one sentence, or a list."),
        "qualifier": Guide("Qualifier", "How strongly the claim follows, at most."),
        "because": Guide("Warrant", "Why the grounds speak for the claim."),
        "source": _SOURCE,
        "overrides": Guide("Overrides", "The ids of rules that do not apply where this one does."),
        "notes": Guide("Notes", "Remarks for other authors."),
        "tags": Guide("Tags", "Words to find the rule by."),
    },
    "scenarios": {
        "title": Guide("Title", "What the scenario is, in one line."),
        "about": _ABOUT,
        "also": Guide("Also called", "What else people call it."),
        "assume": Guide(
            "Assumptions",
            "What is taken to hold, or, put negatively, not to hold. A degree may follow a colon.",
        ),
        "suppose away": Guide("Supposed away", "What is taken not to hold, whatever is known."),
        "expect": Guide(
            "Expectations",
            "What must come out: a sentence, and after a colon a status, a degree or keys.",
        ),
    },
    "expectation": {
        "status": Guide("Status", "How the statement stands."),
        "degree": Guide("Degree", "The degree that it has."),
        "because": Guide("Rule", "The id of the rule that concludes it."),
        "missing": Guide("Missing", "What must be named as missing when it does not hold."),
    },
    "phrasings": {
        "means": Guide("Means", "Ways to say it, with slots in { }."),
        "denies": Guide("Denies", "Ways to say the opposite, with slots in { }."),
    },
    "conditions": {
        "any": Guide("Any", "At least one of these."),
        "all": Guide("All", "Every one of these."),
        "not": Guide("Not", "This does not hold, or is not known."),
        "at least": Guide("At least", "How many of the conditions under “of” must hold."),
        "of": Guide("Of", "The conditions to count."),
    },
}
"""Table of keys to the guide of each."""
