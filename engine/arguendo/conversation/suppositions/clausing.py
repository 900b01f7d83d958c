"""Text cut where one statement may end and the next begin, with what holds the pieces together.

A border is a mark, a joint (*and*, *but*), a word that denies what follows (*rather than*) or one
that only may begin something new (*with*, *who*). The borders are where a statement could end;
which of them are real is settled by how well the pieces fit statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from arguendo.conversation.english.meanings import meanings
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference.coordination import joined

_CUTS = frozenset({",", ";", ":", "(", ")", "-", "[", "]", "."})
_JOINTS = words_of("joints")
_SOFT = words_of("soft_joints")
_RELATIVE = words_of("relative")
_ASKING = words_of("begins_question")
JOINING, SOFTLY = 0.3, 2.4
"""What it costs to join a clause to another, and to begin where nothing need begin."""
LEAST_ASKED = 3
"""Words of a clause that asks by their order."""
_SUBJECTS = words_of("subjects")
_OF_SEVERAL = words_of("collective")
_LEADING = words_of("leading") | words_of("pleasantries") | words_of("oneself")


_ALL_OF = words_of("denies_all_of")
"""Words at the beginning of what is denied by which all that is joined to it is denied."""


class Link(Enum):
    """How a clause hangs on what stands before it."""

    MARK = "mark"
    """By a mark, or by nothing: it is the first."""
    JOINT = "joint"
    """By *and*, *but* and the like."""
    SOFT = "soft"
    """By a word after which something new may begin, but need not: *with*, *who*."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that may be a statement, or a part of one."""

    words: tuple[Word, ...]
    link: Link = Link.MARK
    denied: bool = False
    """Whether words before it deny it that are not its own: *rather than*, *unless*."""

    @property
    def texts(self) -> list[str]:
        """Its words as plain text."""
        return [word.text for word in self.words]

    @property
    def denies(self) -> bool:
        """Whether words deny it, its own or others."""
        return self.denied or not word_lists().negation.isdisjoint(self.texts)


@dataclass(frozen=True, slots=True)
class _Border:
    """The words between two clauses, and what they do."""

    start: int
    end: int
    link: Link
    denies: bool = False


def cut(words: Sequence[Word], names: Names) -> list[Clause]:
    """Cut a text at every border."""
    found: list[Clause] = []
    begin, link, denied = 0, Link.MARK, False
    for border in (*_borders(words, names), _Border(len(words), len(words), Link.MARK)):
        if border.start > begin:
            said = _but_for(tuple(words[begin : border.start]), "closes")
            kept = _but_for(said, "voids")
            last = border.denies and _ends(words, border.end)  # `hair: absent`
            turned = last is (len(kept) == len(said))
            found.append(Clause(kept, link, denied is not turned))
            spreads = border.link is Link.JOINT and denied and said[0].text in _ALL_OF
            denied, link = spreads or (border.denies and not last), border.link
        else:  # one border right after another
            denied = denied or border.denies
            link = Link.JOINT if Link.JOINT in (link, border.link) else border.link
        begin = border.end
    return found


def asks(clause: Clause, names: Names) -> bool:
    """Tell whether a clause asks by the order of its words: `does he pay`, `what would she do`."""
    words = clause.texts
    if words[0] not in _ASKING or len(words) < LEAST_ASKED:
        return False
    return words[1] in _SUBJECTS or any(m.start == 1 for m in names.find(words))


def is_by_the_way(clause: Clause) -> bool:
    """Tell whether a clause speaks of the speaker or hangs on a name: `, which trusts nobody`."""
    first = clause.words[0]
    return "i" in clause.texts or (first.text in _RELATIVE and first.before in _CUTS)


def told(clause: Clause, names: Names) -> list[str]:
    """Return the words of a clause that tell something: of what the speaker says, what is said.

    `I know it is a lot to ask that Ann pays`.
    """
    if not is_by_the_way(clause):
        return clause.texts
    texts = clause.texts
    spoken = texts.index("i") if "i" in texts else len(texts)
    behind = [place + 1 for place, word in enumerate(texts) if word == "that" and place > spoken]
    said = texts[behind[-1] :] if behind else []
    return said if names.find(said) else []


def _but_for(words: tuple[Word, ...], group: str) -> tuple[Word, ...]:
    """Leave out of a clause what makes void all that it names, or only closes it.

    `Her papers are a fake`, `she pays after all`.
    """
    found = cues.group("clauses", group).find([word.stem for word in words])
    places = {place for cue in found for place in cue.places if len(cue.places) < len(words)}
    return tuple(word for place, word in enumerate(words) if place not in places)


def _ends(words: Sequence[Word], place: int) -> bool:
    """Tell whether a clause ends before a word."""
    return place >= len(words) or words[place].before in _CUTS


def _borders(words: Sequence[Word], names: Names) -> Iterator[_Border]:
    """Go through the borders from left to right."""
    mentions = names.find([word.text for word in words])
    mentions = [m for m in mentions if not any(w.before for w in words[m.start + 1 : m.end])]
    inside = {place for m in mentions for place in range(m.start + 1, m.end)}
    for group in joined(words, names):  # what joins names cuts nothing
        if [word.text for word in words[group[-1].end :][:1]] != ["yes"]:
            inside |= set(range(group[0].start + 1, group[-1].end))
    stems = [word.stem for word in words]
    for meaning in meanings(stems):  # nor is an idiom cut
        first, last = meaning.places[0], meaning.places[-1]
        if 0 < last - first < len(meaning.places):
            inside |= {p for p in range(first + 1, last + 1) if not words[p].before}
    phrases = {cue.start: cue for cue in cues.group("clauses", "joins", "denies").find(stems)}
    removing = cues.group("clauses", "removes", "takes").find(stems)
    removes = {
        cue.start: cue.places
        for cue in removing
        if not any(set(cue.places) < set(meaning.places) for meaning in meanings(stems))
    }
    begin, position = 0, 0
    while position < len(words):
        if position in inside:
            position += 1
            continue
        border = _marked(words, position)
        cue = phrases.get(position)
        if cue is not None and (cue.end < len(words) or words[position].before in _CUTS):
            border = _Border(position, cue.end, Link.JOINT, cue.group == "denies")
        elif position in removes and _begins(words, begin, position):
            border = _Border(begin, _run(removes[position]), Link.JOINT, denies=True)
        border = _ticked(words, begin, position) or border
        border = border or _softly(words, begin, position, {m.start for m in mentions})
        if border is not None:
            yield border
            begin = border.end
        position = max(position + 1, border.end if border else 0)


def _begins(words: Sequence[Word], begin: int, place: int) -> bool:
    """Tell whether only words that tell nothing stand before a place in its clause."""
    return all(word.text in _LEADING for word in words[begin:place])


def _run(places: Sequence[int]) -> int:
    """Return where the words of a phrase end that stand together at its beginning."""
    together = [p for number, p in enumerate(places) if p == places[0] + number]
    return together[-1] + 1


def _marked(words: Sequence[Word], place: int) -> _Border | None:
    word = words[place]
    if word.text in _JOINTS:
        return _Border(place, place + 1, Link.JOINT)
    if word.text == "nor":
        return _Border(place, place, Link.JOINT)
    return _Border(place, place, Link.MARK) if place and word.before in _CUTS else None


def _ticked(words: Sequence[Word], begin: int, place: int) -> _Border | None:
    """Find a border at a word that ticks off what stands before it: `hair no, feathers yes`."""
    if place == begin or words[place].before not in ("", ":"):
        return None
    if words[place].text == "yes":
        return _Border(place, place + 1, Link.MARK)
    ends = words[place].text == "no" and _ends(words, place + 1)
    return _Border(place, place + 1, Link.JOINT, denies=True) if ends else None


def _denies_again(words: Sequence[Word], begin: int, place: int, names: bool) -> bool:
    """Tell whether a second denial begins at a *no*: `no fur no milk`, `a pledge no Anna`."""
    again = any(word.text in word_lists().negation for word in words[begin:place])
    return again or (names and place + 2 == len(words))


def _softly(words: Sequence[Word], begin: int, place: int, names: set[int]) -> _Border | None:
    """Find a border at a word that may begin something new."""
    text = words[place].text
    if place == begin:
        return None
    if text == "or" and any(w.text in word_lists().negation for w in words[begin:place]):
        return _Border(place, place + 1, Link.JOINT, denies=True)
    following = words[place + 1].text if place + 1 < len(words) else ""
    if text == "no" and following and _denies_again(words, begin, place, place + 1 in names):
        return _Border(place, place, Link.SOFT)
    if text in _RELATIVE:
        own = following in _SUBJECTS or place + 1 in names or not following
        return None if own else _Border(place, place + 1, Link.SOFT)
    if text in _SOFT:
        return _Border(place, place, Link.SOFT)
    if text == "then" and following:
        whose = following in _SUBJECTS or place + 1 in names  # else one's who was spoken of before
        return _Border(place, place + 1, Link.JOINT if whose else Link.SOFT)
    clause = following.endswith("ing") or (place + 1 in names and len(words) > place + 3)
    clause = clause or following in _OF_SEVERAL  # `she backs out after both pledges`
    return _Border(place, place, Link.SOFT) if text == "after" and clause else None


def joining(clauses: Sequence[Clause]) -> float:
    """Return what it costs to read some clauses as one, beginning where they do."""
    soft = [clause.link is Link.SOFT for clause in clauses]
    return SOFTLY * soft[0] + JOINING * (len(clauses) - 1 - sum(soft[1:]))
