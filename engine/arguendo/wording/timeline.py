"""Since when something holds, in words."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.beginnings import Beginning, end_of
from arguendo.explanation.timeline import Moment, Timeline
from arguendo.explanation.why_not import why_not
from arguendo.facts import last_day
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.valuation import Basis, Status
from arguendo.vocabulary.templates import is_deadline
from arguendo.vocabulary.words import in_words, is_date
from arguendo.wording.grammar import capital, cited, on_date, sentence
from arguendo.wording.notes import supposed
from arguendo.wording.obstacles import failures
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller

MOST_FAILING = 2
"""Arguments for what does not hold yet of which it is told why they fail."""
MOST_CAME = 5
"""Facts named as what made the difference; of more the first few."""


def when(answer: Answer) -> Iterator[Block]:
    """Word since when a statement holds, what made the difference, and how it stood before."""
    found, goal = answer.timeline, answer.query.statement
    if found is None or goal is None:
        return
    teller = Teller(answer.case)
    end = end_of(answer.case, goal) if answer.query.fall else None
    lasts = answer.query.fall and found.since and not _names_day(goal)
    endless = "no end of it is told: " if lasts else ""
    told = _until(teller, found, end) or f"{endless}{_direct(teller, found)}"
    condition = f"if {supposed(teller, answer.query.assume)}, " if answer.query.assume else ""
    yield Block(Role.ANSWER, (sentence(condition + told),))
    if end is not None or _tells_its_day(teller, goal):
        return
    if found.beginning is not None:
        if found.beginning.last != goal:
            yield Block(Role.REASON, (_needed(teller, found.beginning),))
        return
    if found.since is None and found.first is None:
        lacking = failures(teller, why_not(answer.case, goal), MOST_FAILING)
        yield Block(Role.REASON, tuple(lacking))
    decisive = found.since or found.moments[-1]
    if decisive.came and not _is_itself(decisive, goal):
        yield Block(Role.REASON, (_learnt(teller, decisive, goal),))
    says_when = _names_day(goal) and _is_itself(decisive, goal)
    if len(found.moments) > 1 and not says_when:
        lines = tuple(_stood(teller, moment, goal) for moment in found.moments)
        yield Block(Role.LIST, lines, "How it stood")


def _until(teller: Teller, found: Timeline, end: str | None) -> str:
    """Say until when a statement that holds is so, by the end that it names; empty without one.

    Of a deadline it is told by when.
    """
    if end is None or found.since is None:
        return ""
    predicate = teller.case.rulebase.vocabulary.predicates[found.goal.predicate]
    lead = "by" if is_deadline(predicate) else "until"
    return f"{lead} {in_words(end)}: {teller.that(found.goal)}"


def _direct(teller: Teller, found: Timeline) -> str:
    goal, since, now = found.goal, found.since, found.moments[-1].standing
    if since is not None and (_tells_its_day(teller, goal) or _is_of(since.day, goal)):
        return teller.that(goal)
    if since is not None and found.beginning is not None:
        return f"{_from(teller, found.beginning)} {teller.that(goal)}"
    if since is not None and since.day:
        lead = f"since {in_words(since.day)}"
        # The day of a fact is told already.
        return f"{lead} {teller.that(goal)}".replace(f"({on_date(since.day)}, ", "(")
    if since is not None and now.basis is Basis.ASSUMPTION:
        return f"on no day in particular, for it is assumed that {teller.says(goal)}"
    if since is not None:
        return f"no day can be named, for it rests on what is not dated: {teller.that(goal)}"
    if teller.case.reported_later(goal) and not now.degree:
        return f"not yet: {teller.lacking([goal])}"
    if found.first is None or now.status is Status.CONTESTED:
        so_far = "on no day so far" if now.degree else "not at all so far"
        return f"{so_far}: {teller.that(goal)}"
    begun = in_words(found.first.day) if found.first.day else "the beginning"
    ended = in_words(found.moments[-1].day or "")
    return f"no longer: it held from {begun} on, and since {ended} {teller.that(goal)}"


def _tells_its_day(teller: Teller, goal: Statement) -> bool:
    """Tell whether a fact has one value of its own for each thing, and that is a day."""
    predicate = teller.case.rulebase.vocabulary.predicates.get(goal.predicate)
    if predicate is None or goal not in teller.case.facts:
        return False
    slots = zip(predicate.slots, goal.arguments, strict=True)
    values = [term for slot, term in slots if slot.name in predicate.one]
    return bool(values) and all(map(is_date, values))


def _is_of(day: str | None, statement: Statement) -> bool:
    """Tell whether a statement that names a day holds since then, or since none in particular."""
    return _names_day(statement) and (day or "") in ("", *statement.arguments)


def _names_day(statement: Statement) -> bool:
    return any(map(is_date, statement.arguments))


def _from(teller: Teller, beginning: Beginning) -> str:
    """Say from which day on: `since` of what lies behind the reports, `from` of what may come."""
    dates = (text.date for text in teller.case.rulebase.sources if text.date)
    known = teller.case.as_of or max(dates, default=None)
    day = in_words(beginning.day)
    lies_ahead = known is not None and beginning.day > last_day(known)
    lead = f"from {day} on" if lies_ahead else f"since {day}"
    return lead if beginning.sure else f"{lead} at the earliest,"


def _needed(teller: Teller, beginning: Beginning) -> str:
    return sentence(f"the last thing that it needs is that {teller.tagged(beginning.last)}")


def _is_itself(moment: Moment, goal: Statement) -> bool:
    """Tell whether what came is the statement itself, which says it all."""
    return moment.came == (goal,)


def _learnt(teller: Teller, moment: Moment, goal: Statement) -> str:
    shown = moment.came[:MOST_CAME]
    facts = [teller.case.facts[each] for each in shown if each in teller.case.facts]
    marks = tuple(dict.fromkeys(mark for fact in facts for mark in fact.source))
    more = ", among other things" if len(moment.came) > len(shown) else ""
    lead = "what made the difference is that from then on it is reported"
    return cited(f"{lead} that {teller.speaker.all_of(shown)}{more}", marks)


def _stood(teller: Teller, moment: Moment, goal: Statement) -> str:
    stands = teller.short(moment.standing)
    if moment.day is None:
        return capital(f"before any dated report: {stands}.")
    return f"From {in_words(moment.day)}: {stands}."
