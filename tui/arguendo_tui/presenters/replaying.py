"""The forward chaining of a case, firing by firing, as lines and as what to tell of each."""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.case import Case
from arguendo.firing import Firing, replay
from arguendo.statements import Statement
from arguendo.wording.degrees import plain
from arguendo.wording.grammar import capital, counted, sentence, series
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Label, Tone, label
from arguendo_tui.presenters.reasoning import BLOCKS, FACT, HOLDS

AGAIN = "+"


@dataclass(frozen=True)
class Shot:
    """One step of the replay."""

    mark: str
    label: Label
    told: tuple[Label, ...]
    claim: Statement | None = None
    rule: str = ""
    source: tuple[str, ...] = ()
    given: frozenset[Statement] = frozenset()
    """What is there at first, if this is the step before any rule."""


def shots(case: Case) -> tuple[Shot, ...]:
    """Set the replay of a case: what is there at first, then each rule that fires."""
    found, teller = replay(case), Teller(case)
    said = [capital(teller.says(each)) for each in found.leaves]
    first = Shot(
        FACT,
        label(("Given: ", Tone.DIM), counted(len(said), "statement")),
        (label(("At first there is what is reported and assumed.", Tone.DIM)), *map(label, said)),
        given=frozenset(found.leaves),
    )
    return (first, *(_shot(teller, each) for each in found.firings))


def _shot(teller: Teller, firing: Firing) -> Shot:
    title = firing.rule.title or firing.rule.id
    says = teller.says(firing.claim)
    claim = capital(says)
    grounds = series([teller.says(each) for each in firing.grounds])
    when = f"Stratum {firing.stratum}, round {firing.round}. "
    told = [label((when, Tone.DIM), ("Rule: ", Tone.DIM), (title, Tone.STRONG))]
    if grounds:
        told.append(label(sentence(f"Because {grounds}")))
    if firing.fires:
        degree = plain(teller.scale, firing.degree)
        new = "becomes true" if firing.adds else "was true already: another argument for it"
        told.append(label(("So ", Tone.DIM), (says, Tone.GOOD), f" ({degree}) — {new}."))
        mark, tone = (HOLDS, Tone.PLAIN) if firing.adds else (AGAIN, Tone.DIM)
        line = label((claim, tone), (f" ({degree}) — {title}", Tone.DIM))
    else:
        told.append(label((f"{BLOCKS} It does not fire: ", Tone.WARN), f"{_kept(teller, firing)}."))
        mark, line = BLOCKS, label((title, Tone.DIM), (" — kept from firing", Tone.WARN))
    return Shot(mark, line, tuple(told), firing.claim, firing.rule.id, firing.rule.source)


def _kept(teller: Teller, firing: Firing) -> str:
    why = [teller.speaker.put(each.statement, each.positive) for each in firing.blocked_by]
    why += [f"the rule “{rule.title or rule.id}” overrides it" for rule in firing.set_aside_by]
    return series(why) if why else f"it is supposed away that {teller.says(firing.claim)}"
