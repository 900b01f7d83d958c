"""A text taken apart: what it assumes, and what it asks."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from enum import Enum

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention, Names
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.segmentation import inverted, joining, onsets
from arguendo.conversation.segmentation.orders import given

_ANYWHERE = words_of("suppose_anywhere")
_OPENERS_AT_ONCE = 5
"""Words that may stand before an opening that is one only near the beginning of a sentence."""
LEAST_ASKED = 3
"""Words before an assumption that may be the question about it: `will he pay if …`."""
LEAST_TOLD = 2
"""Words before an opening that may be assumed as well: `she pays, granted, but …`."""
_AUXILIARIES = words_of("auxiliaries")
_QUESTION_WORDS = words_of("asks_on")
_SUBJECTS = words_of("subjects")
_ASKING = words_of("auxiliaries") - words_of("inverted") - words_of("participles")
_OTHERS = _SUBJECTS - words_of("you_or_us")
_NO_SUPPOSING = frozenset({"why", "why_not", "source", "linchpins", "list"})
"""Intents whose questions do not suppose anything by *if*: `why bother if it fails anyway`."""
_PARTICLES = words_of("particles")
_IDLE_SUBJECTS = words_of("idle_subjects")
"""The speaker, who is no part of the argument: `if I may`, `if I wanted to know`."""
_SUPPOSING = words_of("supposing")
"""Openings behind which the speaker may be supposed to meet something: `suppose I saw …`."""
_BIDDEN = words_of("bidden")
"""Openings that bid, and open nothing where they tell what somebody does: `you would say …`."""
_TOLD_OF = words_of("told_of")
"""Forms of words that open no assumption themselves: `I said that`, `the supposition is`."""
_THANKFUL = words_of("thankful")
_BEFORE_WHETHER = words_of("before_whether")
"""Words behind which *if* means *whether*."""
_OPENLY = words_of("open_questions")
"""Words that ask for what is so under a condition: `what would you say if`."""
_TOLD_TO = words_of("tells_further")
"""Words that may stand between."""
_WHAT, _BEING = words_of("asks_what"), words_of("being")
_LEADING = words_of("leading")
"""Words after which *say* may open an assumption."""
_RANK = {"stands": 0, "what_if": 1, "matters": 1, "opens": 2}
"""Groups of openings; the earlier ones tell more."""
_QUESTIONS = ("what_if", "matters")
"""Openings that ask what happens then."""
_ENDS = frozenset({":", ";"})
_CUTS = frozenset({",", ";", ":", "(", ")", "-"})
_JOINTS = words_of("joints")
_DENYING = words_of("opens_denied")
"""Openings that deny what they open."""


class Stance(Enum):
    """How an assumption is made."""

    WHAT_IF = "what_if"
    """For this question."""
    STANDS = "stands"
    """For the rest of the conversation."""


@dataclass
class Parts:
    """What a text assumes, sentence by sentence, and what it asks."""

    assumed: list[tuple[Word, ...]] = field(default_factory=list)
    stance: Stance | None = None
    rest: list[Sentence] = field(default_factory=list)
    declared: list[tuple[Word, ...]] = field(default_factory=list)
    """What stands before a question in its sentence, and may say what is assumed by it."""
    adds: bool = False
    """Whether the assumption comes on top of those before."""
    weighs: bool = False
    """Whether it asks how much hangs on what it assumes: `does it matter whether …`."""
    open_end: bool = False
    """Whether it asks for whatever happens then, and for nothing in particular."""


def take_apart(sentences: Sequence[Sentence], names: Names) -> Parts:
    """Find what a text assumes and what it asks about it."""
    parts = Parts()
    for number, sentence in enumerate(sentences):
        mentions = names.find([word.text for word in sentence.words])
        opened = _opening(sentence, mentions)
        if opened is not None:
            _split(sentence, opened, mentions, parts, names)
        elif parts.stance and not parts.rest and _declares(sentence, sentences[number + 1 :]):
            parts.assumed.append(sentence.words)
        else:
            _declare(sentence, mentions, parts)
            parts.open_end = False
    if parts.stance is not None:
        told = given(parts.declared, parts.rest)
        parts.assumed[:0] = told
        parts.declared = [words for words in parts.declared if words not in told]
        parts.rest = [each for each in parts.rest if each.asks or each.words not in told]
    _open_end(parts)
    if parts.stance is not None and (parts.rest or parts.open_end):
        parts.stance = Stance.WHAT_IF
    return parts


def _opening(sentence: Sentence, mentions: Sequence[Mention]) -> Found | None:
    """Find the words that open an assumption, the strongest and first of them."""
    words = [word.text for word in sentence.words]
    stems = [word.stem for word in sentence.words]
    settled = [c for c in cues.intents().find(stems, mentions) if c.group in _NO_SUPPOSING]
    found = [
        cue
        for cue in cues.group("suppose", *_RANK).find(stems, mentions)
        if _opens(cue, words, _strongly(sentence, cue.start), _bids(sentence, cue))
        and not _closes(sentence, cue)
        and not _is_whether(sentence, cue, mentions)
        and not (cue.group == "opens" and any(_settles(c, cue.start, words) for c in settled))
    ]
    if found:
        first = min(found, key=lambda cue: (_rank(cue, words), cue.start))
        later = [f for f in found if f.group == "opens" and f.start == first.end]
        return first._replace(places=(*first.places, *later[0].places)) if later else first
    return inverted.opening(sentence, words, mentions)


def _settles(cue: Found, place: int, words: Sequence[str]) -> bool:
    """Tell whether a question supposes nothing by an *if*: `how sure is it that …, if …` does."""
    asks_how = words[cue.start] == "how" and "that" in words[cue.end : place]
    return cue.start <= place and cue.weight > 2 and not asks_how


def _rank(cue: Found, words: Sequence[str]) -> int:
    """Tell how much an opening tells, most at 0; `if …, and if …` opens at its first *if*."""
    goes_on = cue.group == "what_if" and cue.start > 0 and words[cue.start] in _JOINTS
    return _RANK["opens" if goes_on else cue.group]


def _closes(sentence: Sentence, cue: Found) -> bool:
    """Tell whether a clause ends with what could open one: `an order granted, is she in?`."""
    words, place = sentence.words, cue.start
    ends = words[place].text.endswith("ed") and cue.end < len(words) and words[cue.end].before
    return bool(ends) and place > 0 and not words[place].before


def _is_whether(sentence: Sentence, cue: Found, mentions: Sequence[Mention]) -> bool:
    """Tell whether *if* asks, as behind `let me know` or `no idea`, and no question follows it."""
    words, place = sentence.words, cue.start
    if words[place].text != "if" or len(cue.places) > 1 or place == 0 or words[place].before:
        return False
    told = place > 1 and words[place - 1].text in _TOLD_TO
    openly = any(word.text in _OPENLY for word in words[:place])
    if openly or words[place - 1 - told].text not in _BEFORE_WHETHER:
        return False
    return onsets.behind_assuming(sentence, cue.end, mentions, True) == len(words)


def _strongly(sentence: Sentence, before: int) -> int:
    """Return where the part of a sentence begins that stands behind the last colon or semicolon."""
    marks = (p for p in range(before, 0, -1) if sentence.words[p].before in _ENDS)
    return next(marks, 0)


def _bids(sentence: Sentence, cue: Found) -> bool:
    """Tell whether an opening bids to suppose where a clause begins: `…, but suppose that …`."""
    words, place = sentence.words, cue.start
    begins = place > 0 and (words[place].before or words[place - 1].text in _JOINTS)
    ends = cue.end < len(words) and words[cue.end].before
    return bool(begins) and not ends and words[place].text in _SUPPOSING | {"assume"}


def _opens(cue: Found, words: Sequence[str], start: int, bids: bool) -> bool:
    """Tell whether a cue opens an assumption in the part of a sentence that begins at a place."""
    if _is_idle(cue, words):
        return False
    if words[cue.start] in _ANYWHERE or cue.group in _QUESTIONS:
        return cue.end < len(words)
    before = words[start : cue.start]
    asked = len(before) > 1 and before[-2] in _AUXILIARIES and before[-1] in _SUBJECTS
    if words[cue.start] == "say" and (asked or any(w not in _LEADING for w in before)):
        return False
    small = word_lists().stop
    subject = [word for word in before if word not in _PARTICLES][-2:]
    asks = len(subject) > 1 and subject[0] in _AUXILIARIES and subject[1] in _OTHERS
    if cue.group == "stands" and asks:
        return False  # `would it count as a bird?`
    if len(before) > _OPENERS_AT_ONCE or not all(word in small for word in before):
        return bids and cue.end < len(words)
    if any(word in words_of("before_a_bid") for word in before):
        return cue.end < len(words) and words[cue.start] not in _BIDDEN
    return cue.end < len(words)


def _is_idle(cue: Found, words: Sequence[str]) -> bool:
    """Tell whether what could open an assumption only tells of one, or speaks of the speaker."""
    opener, previous = words[cue.start], words[cue.start - 1] if cue.start else ""
    told_of = opener in _TOLD_OF and previous not in ("it", "be")
    asks_a_favour = opener == "if" and not _THANKFUL.isdisjoint(words)
    if told_of or previous == "as" or asks_a_favour:
        return True  # `I would be grateful if somebody set out …`
    idle = not _IDLE_SUBJECTS.isdisjoint(words[cue.end : cue.end + 1])
    return idle and cue.group == "opens" and opener not in _SUPPOSING


def _declare(sentence: Sentence, mentions: Sequence[Mention], parts: Parts) -> None:
    """Divide a sentence that opens no assumption into what it tells and what it asks, if both.

    `What is Leo then, British or not?` tells nothing.
    """
    found = onsets.behind_telling(sentence, mentions)
    words = [word.text for word in sentence.words[:2]]
    asks_at_once = bool(words) and words[0] in _WHAT and words[-1] in _BEING
    if found is None or asks_at_once:
        parts.rest.append(sentence)
        return
    place, asks = found
    parts.declared.append(sentence.words[:place])
    parts.rest.append(Sentence(sentence.words[place:], sentence.asks or asks))


def _split(
    sentence: Sentence,
    opened: Found,
    mentions: Sequence[Mention],
    parts: Parts,
    names: Names,
) -> None:
    """Divide a sentence into assumption and question."""
    words = sentence.words
    if opened.group == "stands":
        parts.stance = Stance.STANDS
    elif parts.stance is None:
        parts.stance = Stance.WHAT_IF
    parts.adds = parts.adds or joining.adds(words, opened.start)
    parts.weighs = parts.weighs or opened.group == "matters"
    boundary = _boundary(sentence, opened, mentions)
    inside = tuple(w for p, w in enumerate(words[: opened.end]) if p not in opened.places)
    inside = inside[opened.start :]
    assumed = words[_begins(words, opened) : boundary]
    before = words[: opened.start] or inside
    if opened.group == "stands" and inside:
        assumed, before = (*inside, *assumed), words[: opened.start]
    assumed = _lasting(assumed, parts)
    after = words[boundary:]
    if assumed and not after and _asks_at_once(assumed, names):
        before, assumed, after = (), before, assumed
    if before and (onsets.has_content(before) or _begins_elliptically(before)):
        if _goes_before(words, opened, names):
            parts.assumed.append(tuple(before))
        elif opened.group == "opens" and words[0].text in words_of("assumes_before"):
            parts.assumed.append(
                tuple(w for w in before if w.text not in words_of("assumes_so_before"))
            )
        else:
            _go_on(Sentence(before, sentence.asks), parts, names, len(before))
    if assumed:
        parts.assumed.append(assumed)
    if after:
        _go_on(Sentence(after, sentence.asks), parts, names, len(after) - 2)
    joined = sentence.words[opened.start].text in _JOINTS
    if opened.group in _QUESTIONS and not after and not joined:
        parts.open_end = True


def _boundary(sentence: Sentence, opened: Found, mentions: Sequence[Mention]) -> int:
    """Return where what is assumed ends."""
    words, asks = sentence.words, opened.group == "what_if"
    answers = opened.start < LEAST_ASKED or words[0].text not in _AUXILIARIES | _OPENLY
    boundary = onsets.behind_assuming(sentence, opened.end, mentions, not asks, answers)
    if asks and joining.goes_on(words[boundary:]):
        return len(words)
    if boundary == len(words) and words[opened.end - 1].text == "with":
        return onsets.behind_with(sentence, opened.end, mentions)
    return boundary


def _goes_before(words: Sequence[Word], opened: Found, names: Names) -> bool:
    """Tell whether what stands before an opening is assumed as well.

    `She pays, granted, but he does not`; `she pays but imagine he does not, …`.
    """
    start, end = opened.start, opened.end
    if start < LEAST_TOLD or opened.group == "matters" or end >= len(words):
        return False
    takes_up = words[start].before and (words[end].before or words[end].text in _JOINTS)
    if not takes_up and words[start - 1].text not in _JOINTS:
        return False
    begins = next((word.text for word in words[:start] if word.text not in _JOINTS), "")
    marked = (p for p in range(1, start) if words[p].before)
    asks = any(_asks_at_once(words[p:start], names) for p in marked)
    return begins not in _ASKING | _QUESTION_WORDS and not asks


def _asks_at_once(words: Sequence[Word], names: Names) -> bool:
    """Tell whether a question begins where an assumption should: `…, hypothetically: is he in?`."""
    if len(words) < LEAST_ASKED or words[0].text not in _ASKING:
        return False
    named = any(mention.start == 1 for mention in names.find([word.text for word in words]))
    return named or words[1].text in _SUBJECTS


def _go_on(rest: Sentence, parts: Parts, names: Names, most: int) -> None:
    """Divide what stands before an assumption, or behind one, if that assumes something too."""
    found = names.find([word.text for word in rest.words])
    again = _opening(rest, found)
    if again is not None and (again.start > 1 or most == len(rest)) and again.start < most:
        _split(rest, again, found, parts, names)
    else:
        parts.rest.append(rest)


def _begins(words: Sequence[Word], opened: Found) -> int:
    """Return where what is assumed begins: at a word that denies it, or behind `let us`."""
    if words[opened.start].text in _DENYING:
        return opened.start
    following = words[opened.end].text if opened.end < len(words) else ""
    return opened.end + (words[opened.end - 1].text == "let" and following == "us")


def _lasting(assumed: tuple[Word, ...], parts: Parts) -> tuple[Word, ...]:
    """Leave out how long something is to be assumed: `from now on`."""
    found = cues.group("conditions", "lasting").find([word.stem for word in assumed])
    if not found:
        return assumed
    parts.stance = Stance.STANDS
    places = {place for cue in found for place in range(cue.start, cue.end)}
    return tuple(word for place, word in enumerate(assumed) if place not in places)


def _begins_elliptically(words: Sequence[Word]) -> bool:
    """Tell whether `would it still` stands here, which takes up the last question."""
    return len(words) > 1 and words[0].text in _AUXILIARIES and words[1].text in _SUBJECTS


def _declares(sentence: Sentence, later: Sequence[Sentence]) -> bool:
    """Tell whether a sentence after an assumption goes on assuming."""
    first = sentence.words[0].text if sentence.words else ""
    if sentence.asks or first in _AUXILIARIES | _QUESTION_WORDS:
        return False
    return any(other.asks for other in later) or first in _JOINTS


def _open_end(parts: Parts) -> None:
    """Take out `then what`: it asks for no statement."""
    kept: list[Sentence] = []
    for sentence in parts.rest:
        stems = [word.stem for word in sentence.words]
        found = cues.group("suppose", "then").find(stems)
        places = {place for cue in found for place in cue.places}
        left = [w for place, w in enumerate(sentence.words) if place not in places]
        if found and not onsets.has_content(left) and len(left) <= 3:
            parts.open_end = True
        else:
            kept.append(sentence)
    parts.rest = kept


def clauses(words: Sequence[Word], names: Names) -> list[tuple[Word, ...]]:
    """Cut a text where it may fall into several: at commas, brackets, *and*, *but*."""
    mentions = names.find([word.text for word in words])
    named = {place for m in mentions for place in range(m.start + 1, m.end)}
    starts = {mention.start for mention in mentions}
    found: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        joint = word.text in _JOINTS and place not in named
        if (word.before in _CUTS and place not in named) or joint or _then(words, place, starts):
            found.append([])
        if not joint:
            found[-1].append(word)
    return [tuple(clause) for clause in found if clause]


def _then(words: Sequence[Word], place: int, names: Container[int]) -> bool:
    """Tell whether `after doing …` or `after somebody did …` begins here."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    clause = following.endswith("ing") or (place + 1 in names and len(words) > place + 3)
    return place > 0 and words[place].text == "after" and clause
