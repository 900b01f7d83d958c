"""Words of likelihood in sentences: the scale's own words, set as grammar asks for them."""

from __future__ import annotations

from arguendo.scale import Scale
from arguendo.valuation import Basis, Standing
from arguendo.wording.grammar import with_article

_NOUNS = frozenset({"chance", "possibility", "probability", "likelihood"})
_ADJECTIVES = frozenset(
    {
        *("certain", "conceivable", "doubtful", "established", "evident", "improbable", "likely"),
        *("plausible", "possible", "probable", "proven", "sure", "unlikely"),
    }
)


def that(scale: Scale, degree: int, basis: Basis | None = Basis.RULE, adverb: str = "") -> str:
    """Begin a sentence about a statement by its degree: `it is likely that`.

    `adverb` is `still` or `then`: `it is still likely that`.
    """
    extra = f"{adverb} " if adverb else ""
    if basis is Basis.ASSUMPTION:
        return f"it is {extra}assumed{_as(scale, degree)} that"
    if basis is Basis.FACT:
        return f"it is {extra}reported{_as(scale, degree)} that"
    if degree >= scale.top:
        return f"it {extra}follows that"
    word = scale.word(degree) or ""
    if _is_noun(word):
        return f"there is {extra}{with_article(word)} that"
    return f"it is {extra}{word} that" if _is_adjective(word) else f"it {extra}holds ({word}) that"


def once_more(scale: Scale, degree: int) -> str:
    """Begin a sentence after another of the same degree; what is long is not said again."""
    noun = degree < scale.top and _is_noun(scale.word(degree) or "")
    return "it is just as likely that" if noun else that(scale, degree)


def is_clear(scale: Scale, standing: Standing) -> bool:
    """Tell whether a standing answers yes or no, rather than that it could go either way."""
    concluded = standing.basis is Basis.RULE and standing.degree < scale.top
    return not (concluded and _is_noun(scale.word(standing.degree) or ""))


def verdict(scale: Scale, standing: Standing, wanted: int | None = None) -> str:
    """Begin the answer to a yes-or-no question about what holds, up to the colon or `that`.

    `wanted` is the degree at which it was asked to hold, if one was; it is not below that.
    """
    degree, word = standing.degree, scale.word(standing.degree) or ""
    if standing.basis is Basis.ASSUMPTION:
        return "Yes, but only by assumption:"
    if standing.basis is Basis.FACT:
        return f"Yes, that is reported{_as(scale, degree)}:"
    if degree >= scale.top:
        return "Yes, that follows:"
    if _is_noun(word):
        lead = "It could go either way: " if "even" in word.split() else "Perhaps: "
        lead = "Yes, " if wanted else lead
        return f"{lead}there is {with_article(word)} that"
    return f"Yes, that is {word}:" if _is_adjective(word) else f"Yes ({word}):"


def label(scale: Scale, degree: int, basis: Basis | None = Basis.RULE) -> str:
    """Name a degree for brackets: `likely`, `a roughly even chance`, `reported`, `assumed`."""
    if basis is Basis.ASSUMPTION:
        return f"assumed{_as(scale, degree)}"
    if basis is Basis.FACT:
        return f"reported{_as(scale, degree)}"
    return plain(scale, degree)


def follows(scale: Scale, standing: Standing) -> bool:
    """Tell whether something is concluded at the scale's top, for which there is only a verb."""
    return standing.basis is Basis.RULE and standing.degree >= scale.top


def plain(scale: Scale, degree: int) -> str:
    """Name the degree of a conclusion; at the scale's top it `follows`, as no fact reports it."""
    if degree >= scale.top:
        return "follows"
    word = scale.word(degree) or "not at all"
    return with_article(word) if _is_noun(word) else word


def how(scale: Scale, degree: int) -> str:
    """Say how a conclusion holds: `likely`, `with a roughly even chance`, `outright`."""
    if degree >= scale.top:
        return "outright"
    said = plain(scale, degree)
    return f"with {said}" if _is_noun(scale.word(degree) or "") else said


def becomes(scale: Scale, degree: int, best: int | None = None) -> str:
    """Say how likely something becomes: `it becomes likely`, `there is an even chance of it`.

    `best` is the degree that it may rise to, when that is higher.
    """
    rise = _rise(scale, best) if best and best > degree else ""
    if degree >= scale.top:
        return "it follows"
    word = scale.word(degree) or ""
    if _is_noun(word):
        return f"there is {with_article(word)} of it{rise}"
    return f"it becomes {word}{rise}" if _is_adjective(word) else f"it holds ({word}){rise}"


def _rise(scale: Scale, best: int) -> str:
    said = "and at best it follows" if best >= scale.top else f"at best {plain(scale, best)}"
    return f", {said},"


def _as(scale: Scale, degree: int) -> str:
    return "" if degree >= scale.top else f" as {plain(scale, degree)}"


def _is_noun(word: str) -> bool:
    return word.rpartition(" ")[2] in _NOUNS


def _is_adjective(word: str) -> bool:
    return word.rpartition(" ")[2] in _ADJECTIVES
