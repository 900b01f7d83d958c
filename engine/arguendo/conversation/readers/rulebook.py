"""Rules and paragraphs asked for: `what does rule 3 say?`, `which rule is that from?`, `show ¶4`.

A rule is told by its number in the list of all, by its title or by what it concludes; a paragraph
by its mark. What else the text says must be no more than that it asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from weakref import WeakKeyDictionary

from arguendo.conversation.english import numerals
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.offering import one_or_which
from arguendo.conversation.readers import meaning
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.literals import ORDINALS
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.rules import Rule

SURE = 0.95
TOLD = 0.6
"""How much of what a rule is asked for by must be told by a statement."""
_RULE, _RULES, _NUMBER = words_of("rule"), words_of("rules"), words_of("numbered")
_PARAGRAPHS = words_of("paragraphs")
_NOUNS = "|".join(map(re.escape, sorted(_PARAGRAPHS)))
_NUMBERED = re.compile(
    rf"(?<!\w)(?:{_NOUNS})\s+(?:(?:{'|'.join(sorted(_NUMBER))})\.?\s+)?(\w*\d[\w()]*|\w+)"
    r"|[¶§]\s*(\w[\w()]*)",
    re.IGNORECASE,
)
_ORDERED = re.compile(rf"(?<!\w)(\w+)\s+(?:{_NOUNS})(?!\w)", re.IGNORECASE)
"""Paragraphs named by number behind their noun or sign, and by an ordinal before it."""
_SAYS, _SEES = words_of("asks_what_it_says"), words_of("asks_to_see")
MOST_RULED_OUT = 8
"""Words within which *out* follows a *rule* that is done to something."""
LEAST_NAMED = 3
"""Words of a title or id from which on it names a rule where no rule is spoken of."""
_LIST = Query(Intent.LIST, listing=Listing.RULES, confidence=SURE)
_KEPT: WeakKeyDictionary[Index, Sequence[tuple[Sequence[str], str]]] = WeakKeyDictionary()
"""What rules are called, by the index of their rule base: every turn may name one."""


def read(said: Utterance) -> Query | None:
    """Read a question for some of the rules, for a paragraph, or for what their words mean."""
    if len(said.said) != 1:
        return None
    words = plain_words(said.text)
    found = _paragraph(said) or _by_title(said, words)
    if found is None and not (_RULES.isdisjoint(words) or _is_done(said, words)):
        readers = (_by_number, _naming, _last, _concluding, _by_words)
        found = next(filter(None, (reader(said, words) for reader in readers)), None)
    return found or meaning.read(said)


def _is_done(said: Utterance, words: Sequence[str]) -> bool:
    """Tell whether somebody rules: `what would rule that out?`, `the men who rule the club`."""
    rule = next((place for place, word in enumerate(words) if word in _RULES), len(words))
    if "out" in words[rule + 1 : rule + 1 + MOST_RULED_OUT]:
        return True
    named = any(each.start == rule + 1 for each in said.context.index.names.find(words))
    return named and rule > 1 and words[rule - 1] in words_of("relatives")


def _asks_only(words: Sequence[str]) -> bool:
    """Tell whether words do no more than ask what something says."""
    known = word_lists().stop | words_of("pleasantries") | _SAYS | _SEES
    reasons = words_of("question_pronouns") - words_of("asks_what")
    return all(word in known and word not in reasons for word in words)


def _paragraph(said: Utterance) -> Query | None:
    """Find a paragraph named by its mark: `¶4`, `paragraph 4`, `section 50(2)`."""
    marks = said.context.case.rulebase.paragraphs
    for begin, end, named in _marks(said.text, marks):
        rest = plain_words(f"{said.text[:begin]} {said.text[end:]}")
        if _asks_only([word for word in rest if word not in _PARAGRAPHS]):
            return _cited(said, named, marks)
    return None


def _cited(said: Utterance, named: str, marks: Mapping[str, str]) -> Query:
    """Ask for a paragraph; where several have that number for the one cited last, or ask back."""
    found = [mark for mark in marks if _bare(mark) == _bare(named)]
    found = found or [mark for mark in marks if _digits(mark) == named]
    if not found:
        return Query(Intent.SOURCE, named=named, confidence=SURE)
    last = [cited for turn in said.context.state.turns[-1:] for cited in turn.answer.sources]
    exact = [mark for mark in found if mark == named]
    found = exact or [mark for mark in found if mark in last] or found
    return _offered([Query(Intent.SOURCE, paragraph=mark, confidence=SURE) for mark in found])


def _marks(text: str, marks: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Go through what may name a paragraph in a text, the longest first."""
    there = [mark for mark in marks if mark.casefold() in text.casefold()]
    for mark in sorted(there, key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(mark)}(?![\w(])", text, re.IGNORECASE)
        if found:
            yield *found.span(), mark
    for found in _NUMBERED.finditer(text):
        named = found[1] or found[2]
        number = numerals.small(named.lower()) or named
        if any(each.isdigit() for each in number):
            yield *found.span(), number
    for found in _ORDERED.finditer(text):
        place = _place(found[1].lower())
        if place:
            yield *found.span(), str(place)


def _bare(mark: str) -> str:
    return "".join(each for each in mark.casefold() if each.isalnum() or each in "()")


def _digits(mark: str) -> str:
    return "".join(filter(str.isdigit, mark))


def _place(word: str) -> int:
    """Return the place that an ordinal names; 0 where a word is none."""
    figures = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return int(figures[1]) if figures else ORDINALS.get(word, 0)


def _by_title(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find a rule named by its whole title, or by its id."""
    for title, rule in _titles(said.context.index):
        start = _within(words, title)
        if start is None:
            continue
        rest = [*words[:start], *words[start + len(title) :]]
        spoken_of = not _RULES.isdisjoint(rest)
        asks = spoken_of or (len(title) >= LEAST_NAMED and _asks(words, rest))
        if asks and _asks_only([word for word in rest if word not in _RULES]):
            return replace(_LIST, rule=rule)
    return None


def _titles(index: Index) -> Sequence[tuple[Sequence[str], str]]:
    """Return the words of each rule's title and id, with the id."""
    found = _KEPT.get(index)
    if found is None:
        found = _KEPT[index] = [
            (words, rule.id)
            for rule in index.rulebase.rules
            for words in (plain_words(rule.title), plain_words(rule.id.replace("-", " ")))
        ]
    return found


def _asks(words: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether words ask what something says, and not whether something is so."""
    return words[0] not in words_of("auxiliaries") and not _SAYS.isdisjoint(rest)


def _within(words: Sequence[str], part: Sequence[str]) -> int | None:
    places = (p for p, word in enumerate(words) if part[:1] == [word])
    return next((p for p in places if words[p : p + len(part)] == part), None)


def _by_number(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find `rule 3`, `rule number three`, `the third rule`."""
    rules = said.context.case.rulebase.rules
    for at in (place for place, word in enumerate(words) if word in _RULE):
        behind = at + 1 + (not _NUMBER.isdisjoint(words[at + 1 : at + 2]))
        told = words[behind] if behind < len(words) else ""
        number = told if told.isdecimal() else numerals.small(told)
        place = _place(words[at - 1]) if at else 0
        rest = (
            [*words[:at], *words[behind + 1 :]] if number else [*words[: at - 1], *words[at + 1 :]]
        )
        if not (number or place) or not _asks_only(rest):
            continue
        wanted = int(number or place)
        if 0 < wanted <= len(rules):
            return replace(_LIST, rule=rules[wanted - 1].id)
        return replace(_LIST, named=str(wanted))
    return None


def _naming(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find `which rules mention Ann?`, `rules about the club`."""
    mentions = said.context.index.names.find(words)
    if len(mentions) != 1:
        return None
    (mention,) = mentions
    rest = [*words[: mention.start], *words[mention.end :]]
    others = words_of("mentions") | _RULES
    if others.isdisjoint(rest[: mention.start]) or words_of("mentions").isdisjoint(rest):
        return None
    left = [word for word in rest if word not in others]
    return replace(_LIST, entity=mention.entities[0]) if _asks_only(left) else None


def _last(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find `what does that rule say?` after a rule was told of."""
    at = next((place for place, word in enumerate(words) if word in _RULE), 0)
    if not at:
        return None
    rest = [*words[:at], *words[at + 1 :]]
    says = not (_SAYS | _SEES).isdisjoint(rest)
    if not says or words[at - 1] in words_of("asks_what") or not _asks_only(rest):
        return None
    for turn in reversed(said.context.state.turns):
        if turn.answer.query.listing is Listing.RULES:
            items = turn.answer.items
            return replace(_LIST, rule=items[0]) if items else None
        if turn.answer.proof is not None:
            return _concluding(said, words)
    return None


def _concluding(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find `which rule is that from?`: of what was spoken of, or of what it names."""
    asks = [at for at, word in enumerate(words) if word in words_of("asks_what")]
    at = next((place for place, word in enumerate(words) if word in _RULES), 0)
    points = not words_of("pointing_things").isdisjoint(words)
    if not asks or (words[at] not in _RULE and not points):
        return None
    rest = [w for p, w in enumerate(words) if p != at and w not in words_of("comes_from")]
    if _asks_only(rest):
        goal = said.context.goal
        return replace(_LIST, statement=goal) if goal is not None else None
    if at != asks[0] + 1:
        return None
    named = replace(said, said=[_without(said.said[0], {*words[asks[0] : at + 1]})])
    readings = named.wants(Intent.SOURCE).readings(Intent.SOURCE)
    best = next(iter(readings), None)
    if best is None or best.told < TOLD or not said.context.is_derived(best.statement):
        return None
    return named.wants(Intent.LIST).about(replace(_LIST, alternatives=()), readings)


def _without(sentence: Sentence, taken: set[str]) -> Sentence:
    taken = taken | words_of("comes_from")
    return Sentence(tuple(w for w in sentence.words if w.text not in taken), sentence.asks)


def _by_words(said: Utterance, words: Sequence[str]) -> Query | None:
    """Find `what does the rule about late appeals say?`: by words of one title."""
    if (_SAYS | _SEES).isdisjoint(words) or _RULE.isdisjoint(words):
        return None
    small = word_lists().stop | _SAYS | _SEES | words_of("mentions") | _RULES
    content = {stem(word) for word in words if word not in small}
    told = partial(_says_all, content)
    found = [rule.id for rule in said.context.case.rulebase.rules if told(rule)]
    return _offered([replace(_LIST, rule=each) for each in found]) if content and found else None


def _says_all(content: set[str], rule: Rule) -> bool:
    return content <= {stem(word) for word in plain_words(f"{rule.title} {rule.id}")}


def _offered(queries: Sequence[Query]) -> Query:
    """Ask for the one, or ask back which of several is meant."""
    share = 1 / len(queries)
    alike = [replace(each, confidence=share) for each in queries] if len(queries) > 1 else queries
    return one_or_which(alike, share)
