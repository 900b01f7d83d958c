"""Where the question begins in a sentence that tells or assumes something first.

`A new tenant has moved in: is the lease good?` A question begins at a verb before its subject, at a
question word, or behind the last mark; a tag at the end (`…, is it not?`) begins none.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of

_AUXILIARIES = words_of("auxiliaries")
_ALSO_VERBS = words_of("also_verbs")
"""Auxiliaries that without a question mark begin no question."""
_OWNING = words_of("having")
"""Auxiliaries behind which what is named may be had."""
_BEING = words_of("being")
_AMOUNTS = words_of("amounts")
_BEGINNING = _AUXILIARIES - (_ALSO_VERBS - words_of("only_asks"))
_QUESTION_WORDS = words_of("asks_on")
_TURNS = _AUXILIARIES | _QUESTION_WORDS
_SUBJECTS = words_of("subjects")
_GOES_ON = words_of("goes_on")
_TOLD_OF = words_of("pronouns") | words_of("placeholders")
MOST_UNTOLD = 2
"""Words before a question in its sentence that tell nothing: `so, does he come?`."""
RUN_ON = 3
"""Words before a question that no mark parts from what was told."""
_PERSONS = words_of("pointers") & words_of("subjects")
_PLAINLY = words_of("plainly_asks")
_SAY, _WHETHER = words_of("says_whether"), words_of("whether")
_STANCE = words_of("stance")
_POSSESSIVE = word_lists().possessives
_RELATIVE = words_of("relatives")
_SPEAKER = words_of("speaker")
_NO_WORDS = (Word("", ""), Word("", ""))
_SHORTENED = words_of("shortened")
_ASKED = words_of("asked_along")
MOST_ASKED = 5
"""Words of a last clause that asks without a verb before its subject: `..., a giraffe then?`."""
MOST_ANSWERED = 10
"""The same behind an *if*."""
MOST_OF_STANCE = 3
"""Words of `…, I take it?`."""
MOST_IN_A_TAG = 2
"""Words of a tag that no verb begins: `…, or not?`."""
_ENDS = frozenset({":", ";"})
_CUTS = frozenset({",", ";", ":", "-"})
_JOINTS = words_of("joints")
_STARTS = _SUBJECTS | _TURNS
_BOUND = _TURNS | _JOINTS
"""What stands before a verb and its subject where they begin no question: `what is it`."""
_TAGS = _AUXILIARIES | _SUBJECTS | words_of("tags")
"""Words of a tag, which asks nothing by itself."""
_BETWEEN = words_of("particles") - {"then"}
"""What may stand between a subject and its verb."""


def behind_telling(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[int, bool] | None:
    """Return where a question begins behind what a sentence tells, and whether its words ask."""
    words = sentence.words
    starts = {mention.start for mention in mentions}
    marked = (p for p in turns(sentence, MOST_UNTOLD) if words[p].before and _may_ask(sentence, p))
    asking = [p for p in marked if _inverts(sentence, p, starts) and not _is_tag(words[p:])]
    place = _first(sentence, asking, starts) or _run_on(sentence)
    if place is not None:
        return place, True
    place = _last_told(sentence) if sentence.asks else None
    if place is None or place < MOST_UNTOLD:
        return None
    goes_on = words[place].before not in _ENDS and _asks_at_once(words, starts)
    return None if goes_on else (place, False)


def _asks_at_once(words: Sequence[Word], starts: Container[int]) -> bool:
    """Tell whether a sentence begins with a question: `would it do, for all that?`."""
    return words[0].text in _PLAINLY and (words[1].text in _SUBJECTS or 1 in starts)


def _first(sentence: Sentence, asking: Sequence[int], starts: Container[int]) -> int | None:
    """Return where a question begins, rather than where a name is told about: `Leo, who …`."""
    words = sentence.words
    own = next((p for p in asking if not _tells_of(words, p, starts)), None)
    if own is not None or not sentence.asks:
        return own
    return next((p for p in asking if not any(word.before for word in words[p + 1 :])), None)


def _tells_of(words: Sequence[Word], place: int, starts: Container[int]) -> bool:
    """Tell whether a word that may ask only tells of what stands before it, or of the speaker."""
    first, second = (word.text for word in (*words[place + 1 : place + 3], *_NO_WORDS)[:2])
    if words[place].text == "so":
        return first in _SPEAKER
    if words[place].text not in _RELATIVE:
        return False
    inverted = first in _AUXILIARIES and (second in _SUBJECTS or place + 2 in starts)
    return not inverted


def _may_ask(sentence: Sentence, place: int) -> bool:
    """Tell whether a question may begin here: `, then he leaves.` only goes on."""
    return sentence.asks or sentence.words[place].text != "then"


def behind_assuming(
    sentence: Sentence,
    start: int,
    mentions: Sequence[Mention],
    plainly: bool,
    answers: bool = True,
) -> int:
    """Return where an assumption ends that starts at a place, and the question about it begins.

    `plainly` that may be the last clause as it stands: `if he pays, she stays?`; nothing `answers`
    where it was asked before the assumption.
    """
    words = sentence.words
    own = _own_verb(words, start, mentions)
    asking = [p for p in turns(sentence, start + 1) if p != own and words[p - 1].text != "to"]
    asking = [p for p in asking if not _says_more(words, p, mentions, plainly)]
    if not sentence.asks:
        asking = [p for p in asking if not _is_set_off(words, p)]
    starts = {mention.start for mention in mentions}
    with_mark = [p for p in asking if words[p].before and _inverts(sentence, p, starts)]
    first = _first(sentence, with_mark, starts)
    with_mark = [] if first is None else [first]
    with_mark = with_mark or [p for p in asking if words[p].before and _begins_plainly(words, p)]
    if with_mark:
        tagged = answers and _is_tag(words[with_mark[0] :])
        before = [p for p in asking if p < with_mark[0]] if tagged else []
        return _answered(sentence, start, before, starts) or with_mark[0]
    told = _tells_to_say(words, start + 1)
    if told is not None:
        return told
    place = _answered(sentence, start, asking, starts) if answers else None
    place = _unmarked(sentence, start, asking, starts) if place is None else place
    if place is not None:
        return place
    remains = _asks_what_remains(sentence, asking, mentions) if answers else None
    if remains is not None and remains > start + 1:
        return remains
    answers = answers and sentence.asks and plainly
    last = _last_clause(sentence, MOST_ANSWERED) if answers else None
    return last if last is not None and last > start + 1 else len(words)


def behind_with(sentence: Sentence, start: int, mentions: Sequence[Mention]) -> int:
    """Return where behind `with …` it is asked what somebody does: `with her word Leo pays?`."""
    words, small = sentence.words, word_lists().stop
    for mention in mentions if sentence.asks else ():
        before = words[mention.start - 1].text
        own = before in small or before.endswith("ing")  # `with Leo paying Ben`
        goes_on = mention.end < len(words) and not words[mention.end].before
        if mention.start > start and not own and goes_on:
            return mention.start
    return len(words)


def _says_more(
    words: Sequence[Word], place: int, mentions: Sequence[Mention], plainly: bool
) -> bool:
    """Tell whether a verb goes on with what is told of the same: `it runs, has claws and flies`.

    In what does not `plainly` assume, as `what if it runs, is brown …?` does not, also another.
    """
    owns = words[place].text in _OWNING
    goes_on = words[place].before or words[place - 1].text in _JOINTS
    if not goes_on or not (owns or (words[place].text in _BEING and not plainly)):
        return False
    first = place + 1
    while owns and first < len(words) and words[first].text in _AMOUNTS:
        first += 1
    if first == len(words) or words[first].text in _SUBJECTS | _POSSESSIVE:
        return False
    end = next((m.end for m in mentions if m.start == first), None)
    if end is None:
        return first > place + 1 or words[first].text.isdigit() or not (owns or plainly)
    return end == len(words) or _cuts(words, end)


def _is_set_off(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word only rounds off what was told: `let her pay, then, while he stays`."""
    following = words[place + 1 : place + 2]
    return words[place].text == "then" and (not following or bool(following[0].before))


def _answered(
    sentence: Sentence, start: int, asking: Sequence[int], starts: Container[int]
) -> int | None:
    """Return where a subject behind a mark begins the question: `…, she stays then?`."""
    words = sentence.words
    for place in asking[::-1]:
        subject = next((p for p in range(place - 1, start, -1) if words[p].before), None)
        if subject is None or not sentence.asks or place - subject > 3:
            continue
        if words[subject].text in _GOES_ON:
            continue  # `…, and it were shown that …`, `…, while he is out`
        behind = not any(word.before for word in words[place:])
        if words[subject].text in _SUBJECTS or subject in starts or behind:
            return subject
    return None


def _unmarked(
    sentence: Sentence, start: int, asking: Sequence[int], starts: Container[int]
) -> int | None:
    """Return where a verb before its subject begins the question without a mark before it."""
    words = sentence.words
    for place in asking:
        follows = place + 1 < len(words) and (
            place + 1 in starts or words[place + 1].text in _SUBJECTS
        )
        if words[place - 1].text in _TOLD_OF and not words[place].before:
            continue  # `that it is …`, `that there are …` ask nothing
        if not sentence.asks and _is_owned(words, place):
            continue
        begins = _AUXILIARIES if sentence.asks or _asks_one(words, place) else _BEGINNING
        question = words[place].text in begins and follows and place + 2 < len(words)
        asked = place > start + 1 and _asks_here(sentence, place, starts)
        if asked or (question and place > start + 1):
            return place
    return None


def _is_owned(words: Sequence[Word], place: int) -> bool:
    """Tell whether a verb stands behind no more than its subject: `and its coat was …`."""
    border = next((p for p in range(place, 0, -1) if _cuts(words, p)), 0)
    subject = [word.text for word in words[border:place] if word.text not in _JOINTS]
    return len(subject) == 2 and subject[0] in _POSSESSIVE


def _cuts(words: Sequence[Word], place: int) -> bool:
    return words[place].before in _CUTS or words[place].text in _JOINTS


def _begins_plainly(words: Sequence[Word], place: int) -> bool:
    """Tell whether a verb begins a question whoever it is about: `, does the girl …`."""
    following = words[place + 1].text if place + 1 < len(words) else "not"
    begins = words[place].text in _PLAINLY and place + 2 < len(words)
    return begins and following not in word_lists().negation | _BETWEEN


def _tells_to_say(words: Sequence[Word], start: int) -> int | None:
    """Return where `and tell me whether …` begins."""
    for place in range(start, len(words) - 3):
        if words[place].text in _SAY and any(w.text in _WHETHER for w in words[place + 1 :]):
            return place - (words[place - 1].text in _JOINTS)
    return None


def _asks_one(words: Sequence[Word], place: int) -> bool:
    """Tell whether `do you`, `do we` begins here."""
    following = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].text == "do" and following in _ASKED


def _asks_what_remains(
    sentence: Sentence, asking: Sequence[int], mentions: Sequence[Mention]
) -> int | None:
    """Return where `a cat still possible?`, `you still say so?` begins behind an assumption."""
    words = sentence.words
    for place in asking[::-1]:
        if words[place].text != "still" or place + 1 >= len(words):
            continue
        if _asks_or_no(words, place, mentions):
            return place
        named = next((m.start for m in mentions if m.end == place), None)
        if named is None and words[place - 1].text in _SUBJECTS | _SHORTENED:
            named = place - 1
        if named is not None and (sentence.asks or words[named].text in _ASKED):
            return named
    return None


def _asks_or_no(words: Sequence[Word], place: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether `still a bird or no` begins here."""
    end = next((m.end for m in mentions if m.start == place + 1), len(words))
    return end == len(words) - 2 and words[end].text == "or"


def turns(sentence: Sentence, start: int) -> list[int]:
    """List the places at which a question could begin."""
    return [
        place for place in range(start, len(sentence.words)) if sentence.words[place].text in _TURNS
    ]


def has_content(words: Sequence[Word]) -> bool:
    """Tell whether words say more than `so, then?`."""
    small = word_lists().stop
    return any(word.text not in small for word in words) or len(words) > 3


def _inverts(sentence: Sentence, place: int, starts: Container[int]) -> bool:
    """Tell whether a clause that begins here asks: `, would they …`, not `, can not fly`."""
    words = sentence.words
    if words[place].text in _QUESTION_WORDS:
        return True
    following = words[place + 1].text if place + 1 < len(words) else ""
    goes_on = not sentence.asks and words[place].text in _OWNING  # `it flies, has fur.`
    subject = following in _SUBJECTS or (place + 1 in starts and not goes_on)
    return subject or (sentence.asks and following != "not")


def _last_told(sentence: Sentence) -> int | None:
    """Return where the last clause of a question begins that is more than `then?`, `yes or no?`."""
    words = sentence.words
    place = next((p for p in range(len(words) - 1, 0, -1) if words[p].before), None)
    if place is None or (has_content(words[place:]) and not _is_tag(words[place:])):
        return _last_clause(sentence)
    return _last_clause(Sentence(words[:place], asks=True))


def _run_on(sentence: Sentence) -> int | None:
    """Return where a question follows a whole clause without a mark: `it has dots is it a cat`."""
    words = [word.text for word in sentence.words]
    if sentence.asks or not words or words[0] in _TURNS:
        return None
    found = (
        place
        for place in range(RUN_ON, len(words) - 2)
        if words[place] in _AUXILIARIES
        and words[place + 1] in _PERSONS
        and words[place - 1] not in _BOUND
    )
    return next(found, None)


def _last_clause(sentence: Sentence, most: int = MOST_ASKED) -> int | None:
    """Return where the last clause of a question begins, if a mark parts it: `A and B: C?`."""
    words = sentence.words
    marks = [place for place, word in enumerate(words) if word.before and place]
    if not marks:
        return None
    strong = [place for place in marks if words[place].before in _ENDS]
    if strong:
        return strong[-1]
    last = marks[-1]
    short = len(words) - last <= most and words[last].text not in _JOINTS
    if _is_tag(words[last:]):
        return None
    return last if short and words[last].before in _CUTS else None


def _is_tag(words: Sequence[Word]) -> bool:
    """Tell whether words only take up what was said before them: `…, is he not?`, `…, then?`."""
    brief = len(words) <= MOST_IN_A_TAG or words[0].text in _AUXILIARIES
    if words[0].text == "i" and len(words) <= MOST_OF_STANCE and words[-1].text in _STANCE | {"it"}:
        return all(word.text in _STANCE | {"it"} for word in words[1:])  # `…, I take it?`
    if brief and 1 < len(words) <= MOST_ASKED and words[-1].text in _STANCE:
        return words[-2].text == "you"  # `…, do you suppose?`
    return brief and all(word.text in _TAGS for word in words)


def _own_verb(words: Sequence[Word], start: int, mentions: Sequence[Mention]) -> int | None:
    """Return the place of the verb in `it also has …`: that of the clause, which asks nothing."""
    subject = next((mention.end for mention in mentions if mention.start == start), None)
    if subject is None and words[start : start + 1] and words[start].text in _SUBJECTS:
        subject = start + 1
    if subject is None:
        return None
    return next((p for p in range(subject, len(words)) if words[p].text not in _BETWEEN), None)


def _goes_on(sentence: Sentence, place: int, starts: Container[int]) -> bool:
    """Tell whether a clause of its own begins here, or nothing follows."""
    if place >= len(sentence):
        return True
    word = sentence.words[place].text
    return place in starts or word in _STARTS


def _asks_here(sentence: Sentence, place: int, starts: Container[int]) -> bool:
    """Tell whether a question begins with a word without a mark before it."""
    word, before = sentence.words[place].text, sentence.words[place - 1].text
    if word == "then":
        return before not in _JOINTS and _goes_on(sentence, place + 1, starts)
    following = sentence.words[place + 1].text if place + 1 < len(sentence) else ""
    return sentence.asks and word in ("what", "how") and following != "to"
