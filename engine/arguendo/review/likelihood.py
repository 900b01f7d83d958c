"""Words of likelihood in sentences, for the check that needs them; itself no check.

The words are those of Intelligence Community Directive 203 (2015), D.6.e(2): seven bands with two
terms each, their adverbs, and what is commonly said for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from arguendo.scale import ICD_203, Scale

_BANDS = {
    "almost no chance": "almost no chance|remote (?:chance|possibility|likelihood)",
    "very unlikely": "(?:very|highly) unlikely|highly improbable",
    "unlikely": "unlikely|improbabl[ey]",
    "roughly even chance": "roughly even (?:chance|odds)",
    "likely": "likely|probabl[ey]",
    "very likely": "(?:very|highly) (?:likely|probable)|very probably",
    "almost certain": "(?:almost|nearly) certain(?:ly)?",
}
_STRONG = (
    "certainly|definitely|undoubtedly|inevitably|surely|without (?:a |any )?doubt"
    "|(?:is|are) (?:certain|sure) to"
)
_WEAK = "perhaps|maybe|possibly|conceivably|might(?! (?:of|and|or|is|was|in)\\b)"

_OF_LIKELIHOOD = re.compile(r"likely|probab|possib|plausib|certain|chance|odds|doubt|sure")
"""A single word of a scale that can hardly mean anything else."""

_SENTENCE = re.compile(r"[^.!?;:]+")

_BEFORE = re.compile(
    r"\b(?:more|less|most|least|as|how|not|than|equally|so|too|hardly|no|never|nor|neither|cannot"
    r"|\w+n't|\w+n’t|just|its|their|his|her|military|economic|naval|such)\s+$",
    re.IGNORECASE,
)
"""A word just before that makes it a comparison, a denial or another word."""

_AFTER = re.compile(r"^\s*(?:than|cause|causes)\b", re.IGNORECASE)

_INDIRECT = re.compile(
    r"\b(?:because|since|if|unless|when|whenever|while|whether|who|whoever|that|which|what|whatever"
    r"|where|wherever|although|though|until|long as|think\w*|thought|believ\w+|expect\w*"
    r"|consider\w*|judg\w+|assess\w*|estimat\w+|doubt\w*|say\w*|said|report\w*|claim\w*|hop\w+"
    r"|fear\w*|ask\w*|wonder\w*|suspect\w*|predict\w*|forecast\w*|warn\w*|regard\w*|deem\w*"
    r"|see|sees|call\w*)\b",
    re.IGNORECASE,
)
"""What makes of the rest of a sentence a condition, an aside, or somebody's view."""

_CONFIDENCE = re.compile(r"\b(?:high|moderate|medium|low) confidence\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hedge:
    """A word of likelihood, in a sentence that says so of itself and on nobody's behalf."""

    word: str
    band: str
    """The word of the scale that it stands for, or `strong`, `weak` outside any band."""
    sentence: str


def hedges(text: str, scale: Scale) -> Iterator[Hedge]:
    """Go through the words of likelihood in a text; with another scale, only its own words."""
    words = _words(scale)
    for sentence in _SENTENCE.findall(text):
        for match in words.finditer(sentence) if words else ():
            before, after = sentence[: match.start()], sentence[match.end() :]
            aside = _BEFORE.search(before) or _AFTER.search(after) or _INDIRECT.search(before)
            if not aside:
                band = str(match.lastgroup).removeprefix("band_")
                yield Hedge(match[0].strip(), _bands(scale).get(band, band), sentence.strip())


def mixes_confidence(text: str) -> str:
    """Return a sentence that speaks of confidence and of likelihood at once, empty if none does."""
    words = _words(ICD_203)
    for sentence in _SENTENCE.findall(text):
        if _CONFIDENCE.search(sentence) and words and words.search(sentence):
            return str(sentence.strip())
    return ""


@cache
def _bands(scale: Scale) -> dict[str, str]:
    """Number the bands, longest words first, since shorter ones stand within longer ones."""
    if scale == ICD_203:
        bands = list(_BANDS)
    else:
        bands = [word for word in scale.words if " " in word or _OF_LIKELIHOOD.search(word)]
    return {str(place): word for place, word in enumerate(sorted(bands, key=len, reverse=True))}


@cache
def _words(scale: Scale) -> re.Pattern[str] | None:
    patterns = {
        f"band_{number}": _BANDS[word] if scale == ICD_203 else re.escape(word)
        for number, word in _bands(scale).items()
    }
    if scale == ICD_203:
        patterns |= {"strong": _STRONG, "weak": _WEAK}
    if not patterns:
        return None
    named = "|".join(f"(?P<{name}>\\b(?:{pattern})(?!\\w))" for name, pattern in patterns.items())
    return re.compile(named, re.IGNORECASE)
