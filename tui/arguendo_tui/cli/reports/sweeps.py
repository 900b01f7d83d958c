"""What a sweep found, as lines: shares, tables, where conclusions turn, and the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arguendo.problems import printable
from arguendo_tui.cli.counting import counted

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.statements import Statement
    from arguendo.sweeps.boundary import Boundary
    from arguendo.sweeps.outline import Part, Share
    from arguendo.sweeps.survey import Survey
    from arguendo.wording.statements import Speaker

BAR = 20
SHADES = " ·░▒▓█"
"""From none to all."""


def lines(case: Case, survey: Survey, *, in_colour: bool = False) -> Iterator[str]:
    """Tell it all."""
    from arguendo.wording.statements import Speaker

    speaker = Speaker(case.rulebase)
    yield _counted(survey)
    for share in survey.findings.shares:
        yield ""
        yield from _share(speaker, share, case.rulebase.scale.words)
    for part in (_by_question, _together, _boundaries):
        yield from part(speaker, survey)
    for place in range(len(survey.wanted.show) if survey.wanted.axes else 0):
        yield ""
        yield from _map(speaker, survey, place, in_colour=in_colour)


def _counted(survey: Survey) -> str:
    findings = survey.findings
    questions = counted(len(survey.wanted.over), "question")
    drawn = f" drawn at random (seed {survey.seed})" if survey.seed is not None else ""
    left_out = findings.scenarios - findings.admitted
    rest = f"; left out since they assume two contraries: {left_out:,}" if left_out else ""
    ending = "" if findings.scenarios == 1 else "s"
    return f"{questions}, {findings.scenarios:,} scenario{ending}{drawn}{rest}"


def _share(speaker: Speaker, share: Share, words: Sequence[str]) -> Iterator[str]:
    yield printable(_capital(speaker.says(share.statement)))
    rows = [("holds", share.holds)]
    degrees = reversed([*zip(words, share.at_degree, strict=True)])
    rows += [(f"  {word}", count) for word, count in degrees if count]
    rows += [("is contested", share.contested), ("does not hold", share.fails)]
    rows += [("is not established", share.open)]
    widest = max(len(name) for name, _ in rows)
    for name, count in rows:
        part = count / share.of if share.of else 0.0
        bar = "█" * round(BAR * part)
        yield printable(f"  {name:<{widest}}  {part:>7.2%}  {bar:<{BAR}}  {count:,}").rstrip()


def _by_question(speaker: Speaker, survey: Survey) -> Iterator[str]:
    for place, goal in enumerate(survey.wanted.show if survey.findings.by_question else ()):
        yield ""
        yield printable(f"How often it holds that {speaker.says(goal)}:")
        yield "  assumed  otherwise"
        for each in survey.findings.by_question:
            pair = f"  {_percent(each.true, place):>7}  {_percent(each.other, place):>9}"
            yield printable(f"{pair}  {speaker.says(each.question)}")


def _percent(part: Part, place: int) -> str:
    return f"{part.holds[place] / part.of:.1%}" if part.of else "–"


def _together(speaker: Speaker, survey: Survey) -> Iterator[str]:
    if survey.findings.jointly:
        yield ""
        yield "What holds together:"
    for pattern, count in survey.findings.jointly:
        if count:
            pairs = zip(survey.wanted.show, pattern, strict=True)
            said = [f"{'' if true else 'not: '}{speaker.says(each)}" for each, true in pairs]
            share = count / survey.findings.admitted
            yield printable(f"  {share:>7.2%}  {'; '.join(said)}")


def _boundaries(speaker: Speaker, survey: Survey) -> Iterator[str]:
    for goal, found in zip(survey.wanted.show, survey.boundaries, strict=False):
        yield ""
        yield from _boundary(speaker, survey.wanted.over, goal, found)


def _boundary(
    speaker: Speaker, over: Sequence[Statement], goal: Statement, found: Boundary
) -> Iterator[str]:
    said = speaker.says(goal)
    listings = (
        (f"The least that makes it hold that {said}:", found.true),
        (f"The most with which it does not hold that {said}:", found.false),
    )
    for heading, sets in listings:
        yield printable(heading)
        for some in sets.found:
            yield printable(f"  - {_all_of([speaker.says(over[place]) for place in some])}")
        yield from _rest(sets.total, len(sets.found))
    if not found.monotone:
        yield "Adding to such a set can undo it: some answers speak against the conclusion."
    if found.settling:
        yield "Answers that settle it, whatever the others are:"
        for answers in found.settling.found:
            parts = [
                speaker.says(over[place]) if true else f"not assumed: {speaker.says(over[place])}"
                for place, true in answers
            ]
            yield printable(f"  - {_all_of(parts)}")
        yield from _rest(found.settling.total, len(found.settling.found))


def _rest(total: int, listed: int) -> Iterator[str]:
    if not total:
        yield "  - none"
    elif total > listed:
        yield f"  and {total - listed:,} more"


def _all_of(parts: Sequence[str]) -> str:
    return "; ".join(parts) or "nothing at all"


def _map(speaker: Speaker, survey: Survey, place: int, *, in_colour: bool) -> Iterator[str]:
    title, (down, across), (rows, columns) = legend(speaker, survey, place)
    yield from map(printable, (title, f"  rows: {down}", f"  columns: {across}"))
    left = max(map(len, rows))
    cell = max(6, *(len(each) + 2 for each in columns))
    yield "  " + " " * left + "".join(f"{each:>{cell}}" for each in columns)
    for name, parts in zip(rows, survey.findings.cells, strict=True):
        cells = (_cell(share_of(part, place), cell, in_colour=in_colour) for part in parts)
        yield f"  {name:>{left}}" + "".join(cells)


def legend(
    speaker: Speaker, survey: Survey, place: int
) -> tuple[str, tuple[str, str], tuple[list[str], list[str]]]:
    """Return a map's title, what its axes are, and what stands beside rows and above columns."""
    down, across = survey.wanted.axes or ((), ())
    title = f"How often it holds that {speaker.says(survey.wanted.show[place])}"
    names = [
        speaker.says(axis[0]) if len(axis) == 1 else f"how many of {len(axis)} questions hold"
        for axis in (down, across)
    ]
    ticks = [
        ["no", "yes"] if len(axis) == 1 else [str(n) for n in range(len(axis) + 1)]
        for axis in (down, across)
    ]
    return title, (names[0], names[1]), (ticks[0], ticks[1])


def share_of(part: Part, place: int) -> float | None:
    """Return the share of a conclusion in some scenarios; None where there are none."""
    return part.holds[place] / part.of if part.of else None


def _cell(share: float | None, width: int, *, in_colour: bool) -> str:
    if share is None:
        return f"{'–':>{width}}"
    shade = SHADES[min(len(SHADES) - 1, -int(-share * (len(SHADES) - 1) // 1))]
    text = f"{shade}{share:.0%}".rjust(width)
    if not in_colour:
        return text
    grey = 232 + round(23 * share)
    return f"\x1b[48;5;{grey}m\x1b[38;5;{16 if share > 0.5 else 231}m{text}\x1b[0m"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
