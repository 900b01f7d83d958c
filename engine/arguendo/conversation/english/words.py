"""Text as people type it to words: sentences, plain spellings, and the marks between words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from arguendo.conversation.english import numerals
from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.vocabulary.words import ARTICLES, MONTHS

MOST_CHARACTERS = 2_000
"""Of a longer text only the beginning and the end are read."""

SHORTEST_QUESTION = 3

_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "ʼ": "'", "`": "'", "´": "'"}  # noqa: RUF001
    | dict.fromkeys("“”„«»″", '"')
    | {"–": " - ", "—": " - ", "…": "... ", "‐": "-", "‑": "-", "−": "-"}
)
_TOKEN = re.compile(
    r"(?<!\S)-?\d+(?:\.\d+)?(?=[^\w.,/-]|[.,](?!\w)|$)"
    r"|[^\W_]+(?:\.(?=[^\W\d_]\.)[^\W\d_]|'[^\W_]+)*'?|[.?!]+|[,;:()\[\]\n]|(?<=\s)-(?=\s)"
)
_SIGNS = (
    (re.compile(r"(?<=\w)\s*=\s*\?+"), " is what?"),
    (re.compile(r"(?<=\w)\s*(?:[-=]+>|→|⇒)\s*\?+"), ": what follows?"),
    (re.compile(r"[-=]+>|→|⇒|(?<=\s)=(?=\s+(?!true|false|yes|no\b))", re.I), " : "),
    (re.compile(r"(?<!\w)[+&](?!\w)|(?<=\s)[+&](?=\w)"), " and "),
    (re.compile(r"\bw/o(?:ut)?\b", re.IGNORECASE), "without"),
    (re.compile(r"\b(?:y/n|yes/no|t/f)\b", re.IGNORECASE), "yes or no"),
    (re.compile(r"\b(?:no )?cap or (?:no )?cap\b", re.IGNORECASE), "true or false"),
    (re.compile(r"\bor cap(?=\W*$)", re.IGNORECASE), "or false"),
    (re.compile(r"#\s*1\b"), "number one"),
    (re.compile(r"\b1(?= of\b)"), "one"),
    (re.compile(r"\b(that|this|which|other|any|every|some) 1\b(?! *[a-z0-9])", re.I), r"\1 one"),
    (re.compile(r"\bb/c\b", re.IGNORECASE), "because"),
    (re.compile(r"(?<!\S)'(im|er|ere|ave|ow)\b(?!')", re.IGNORECASE), r"h\1"),
    (re.compile(r"(?<!\w)t'(?=[a-z])", re.IGNORECASE), ""),
    (re.compile(r"\bw/(?=\s|\w)", re.IGNORECASE), "with "),
    (re.compile(r"¶+"), " paragraph "),
    (re.compile(r"§+"), " section "),
    (re.compile(r"(?<!\S)%(?!\S)"), " percent "),
    (re.compile(r"(?<![\w,])(\d{1,3}),(?=\d{3}(?![\d,]))"), r"\1"),
    (re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(?=\d{4}\b)"), r"\1/\2/"),
    (re.compile(r"\bminus (?=\d)", re.IGNORECASE), "-"),
)
"""Signs that people write for words, and the words."""
_LETTERS = re.compile(r"[A-Za-z ]*")
_ABBREVIATIONS = words_of("abbreviations")
_MONTHS = frozenset(month[:3].casefold() for month in MONTHS)
_OURSELVES = "we"
_LEADING, _FIRST_ONLY = words_of("leading"), words_of("contracted_first")
_NUMBERED = words_of("takes_a_number")
_DONE_TO_US = words_of("done_to_us")
NUMERALS = {"2": "to", "4": "for"}
"""What figures stand for in chat, before a word that they do not count."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in plain spelling."""

    text: str
    stem: str
    before: str = ""
    """The mark that stands before it: a comma, a parenthesis, a colon; else empty."""
    capital: bool = False
    """Whether it was written with a capital inside a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words between two full stops."""

    words: tuple[Word, ...]
    asks: bool = False
    """Whether it ends in a question mark."""

    def __len__(self) -> int:
        """How many words it has."""
        return len(self.words)


def sentences(text: str, names: Container[tuple[str, ...]] = ()) -> list[Sentence]:
    """Take a text apart.

    `4` and `2` before a word are *for* and *to*, unless the pair begins one of the names.
    """
    found: list[Sentence] = []
    words: list[Word] = []
    mark = ""
    for token in _TOKEN.findall(cleaned(text)):
        if token[0] in ".?!\n":
            if token == "." and words and words[-1].text in _ABBREVIATIONS:
                continue
            if words:
                whole = _spelled_out(words, names)
                found.append(Sentence(whole, "?" in token or _asks(whole, token)))
            elif "?" in token and found:
                found[-1] = Sentence(found[-1].words, True)
            words, mark = [], ""
        elif not token[-1].isalnum() and not token[0].isalnum():
            mark = token
        else:
            capital = token[0].isupper() and bool(words)
            for plain in _plain(token, _begins(word.text for word in words)):
                words.append(Word(plain, stem(plain), mark, capital))
                mark = ""
    if words:
        whole = _spelled_out(words, names)
        found.append(Sentence(whole, _asks(whole, "")))
    return found


def _asks(words: Sequence[Word], mark: str) -> bool:
    """Tell whether a sentence asks though no question mark ends it: `does he come now`."""
    if "." in mark or "!" in mark or len(words) < SHORTEST_QUESTION:
        return False
    if [word.text for word in words[-2:]] == ["or", "not"] or words[-1].text == "or":
        return True
    return words[0].text in words_of("begins_question")


def _spelled_out(words: list[Word], names: Container[tuple[str, ...]]) -> tuple[Word, ...]:
    """Read the numerals of chat, and leave out articles."""
    kept: list[Word] = []
    mark = ""
    words = _in_digits(words)
    told = [_ourselves(words, place) for place in range(len(words))]
    for word, following in zip_longest(told, words[1:]):
        if word.text in ARTICLES:
            mark = mark or word.before
            continue
        numbered = bool(kept) and kept[-1].text in _NUMBERED and not word.before  # `level 4`
        if not numbered and _is_numeral(word, following, names):
            kept.append(Word(NUMERALS[word.text], NUMERALS[word.text], word.before or mark))
        else:
            kept.append(replace(word, before=mark) if mark and not word.before else word)
        mark = ""
    return tuple(kept)


def _in_digits(words: list[Word]) -> list[Word]:
    """Write numbers from twenty on in digits."""
    texts = [word.text for word in words]
    if numerals.LARGE.isdisjoint(texts):
        return words
    kept: list[Word] = []
    place = 0
    while place < len(words):
        number, end = numerals.numeral(texts, place)
        digits = str(number)
        kept.append(replace(words[place], text=digits, stem=digits) if number else words[place])
        place = max(end, place + 1)
    return kept


def _ourselves(words: Sequence[Word], place: int) -> Word:
    """Take *us* for who speaks, as in `tell us more`, and for no name written small."""
    word = words[place]
    if not place or word.text != "us" or word.capital or words[place - 1].text not in _DONE_TO_US:
        return word
    return replace(word, text=_OURSELVES, stem=_OURSELVES)


def _is_numeral(word: Word, following: Word | None, names: Container[tuple[str, ...]]) -> bool:
    """Tell whether `2` or `4` stands for a small word: before no month or number, in no name."""
    if word.text not in NUMERALS or following is None or following.text[:3] in _MONTHS:
        return False
    if following.text.isdigit():
        return False
    return (word.text, following.text) not in names


def plain_words(text: str) -> list[str]:
    """Return the words of a short text in plain spelling, articles and marks left out."""
    if _LETTERS.fullmatch(text):
        words = text.lower().split()
        if _expansions().keys().isdisjoint(words):
            return [word for word in words if word not in ARTICLES]
    found: list[str] = []
    for token in _TOKEN.findall(text.translate(_STRAIGHT)):
        if token[0].isalnum() or token[-1].isalnum():
            found += (word for word in _plain(token, _begins(found)) if word not in ARTICLES)
    return found


def _begins(before: Iterable[str]) -> bool:
    """Tell whether a sentence only begins behind some words: `ok so lets …`."""
    return all(word in _LEADING for word in before)


def cleaned(text: str) -> str:
    """Bound a text, make its characters plain ones, and drop what does not print."""
    if len(text) > MOST_CHARACTERS:
        half = MOST_CHARACTERS // 2
        text = f"{text[:half]}\n{text[-half:]}"
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).translate(_STRAIGHT)
    if not _LETTERS.fullmatch(text):
        for sign, word in _SIGNS:
            text = sign.sub(word, text)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _plain(token: str, begins: bool = True) -> Iterator[str]:
    """Give the plain words that a token stands for: none, one or several.

    `begins` tells whether a sentence begins with it: `lets` is a verb anywhere else.
    """
    if numerals.is_figure(token):
        yield token
        return
    word = token.casefold().replace(".", "").rstrip("'")
    expanded = None if word in _FIRST_ONLY and not begins else _expansions().get(word)
    if expanded is not None:
        yield from expanded
    elif "'" in word:
        first, _, rest = word.partition("'")
        if first:
            yield from _expansions().get(first, (first,))
        if rest not in ("s", "d", "ll", "ve", "re", "m", ""):
            yield rest
    elif word:
        yield word


@cache
def _expansions() -> Mapping[str, tuple[str, ...]]:
    """Return what contractions and spellings of chat stand for."""
    lists = word_lists()
    return {**lists.contractions, **lists.texting}
