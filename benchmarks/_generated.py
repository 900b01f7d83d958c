"""Rule bases of any size: a made-up port authority that argues about ships, cargo and berths.

With `write` there are as many rules as facts. For every twenty rules there is a topic with
predicates of its own: a chain of conclusions, joins over two and three grounds, alternatives,
comparisons, exceptions and an override. The facts are about the topics' own ships, so that what
follows grows as the rule base does.

With `write_facts` there are few rules and any number of facts: a log of who passed a buoy in which
hour. Every tenth ship is watched, and rules are about those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

RULES_A_TOPIC = 20
RULES_A_FILE = 400
SHIPS_A_TOPIC = 10

HOURS_A_SHIP = 1000
FACTS_A_FILE = 50_000


def write(folder: Path, size: int) -> None:
    """Write a rule base of so many rules and about as many facts into a folder."""
    topics = range(size // RULES_A_TOPIC)
    (folder / "knowledge").mkdir(parents=True)
    (folder / "rules").mkdir()
    step = RULES_A_FILE // RULES_A_TOPIC
    for start in range(0, len(topics), step):
        some = topics[start : start + step]
        name = f"part-{start // step:04}.yaml"
        knowledge = _section("entities", some, _entities) + _section(
            "statements", some, _statements
        )
        knowledge += _section("facts", some, _facts)
        (folder / "knowledge" / name).write_text("\n".join(knowledge) + "\n", encoding="utf-8")
        rules = "\n".join(_section("rules", some, _rules)) + "\n"
        (folder / "rules" / name).write_text(rules, encoding="utf-8")


def write_facts(folder: Path, size: int) -> None:
    """Write a rule base of so many facts and a handful of rules into a folder."""
    (folder / "knowledge").mkdir(parents=True)
    (folder / "rules").mkdir()
    ships = max(1, size // HOURS_A_SHIP)
    (folder / "knowledge" / "log.yaml").write_text(
        "\n".join([*_section("entities", range(ships), _logged), _LOG]), encoding="utf-8"
    )
    (folder / "rules" / "watch.yaml").write_text(_WATCH, encoding="utf-8")
    for start in range(0, size, FACTS_A_FILE):
        hours = range(start, min(start + FACTS_A_FILE, size))
        lines = ["facts:", *map(_passing, hours)]
        name = f"passing-{start // FACTS_A_FILE:04}.yaml"
        (folder / "knowledge" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    watched = ["facts:", *(f"  - say: ship {ship} is watched" for ship in range(0, ships, 10))]
    (folder / "knowledge" / "watched.yaml").write_text("\n".join(watched), encoding="utf-8")


def _logged(ship: int) -> Iterator[str]:
    yield f"  ship_{ship}: {{name: ship {ship}, kind: ship}}"


def _passing(number: int) -> str:
    ship, hour = divmod(number, HOURS_A_SHIP)
    return f"  - say: ship {ship} passes the buoy in hour {hour}"


_LOG = """statements:
  passes: {slots: {ship: ship, hour: number}, says: "{ship} passes the buoy in hour {hour}"}
  watched: {slots: {ship: ship}, says: "{ship} is watched"}
  seen: {slots: {ship: ship, hour: number}, says: "{ship} is seen in hour {hour}"}
  lost: {slots: {ship: ship, hour: number}, says: "{ship} is out of sight in hour {hour}"}
  late: {slots: {ship: ship}, says: "{ship} is seen late"}
  called: {slots: {ship: ship}, says: "{ship} is called in"}
contraries:
  - - ?ship is seen in hour ?hour
    - ?ship is out of sight in hour ?hour
"""

_WATCH = """rules:
  - id: seen
    if:
      - ?ship is watched
      - ?ship passes the buoy in hour ?hour
    unless:
      - ?ship is out of sight in hour ?hour
    then: ?ship is seen in hour ?hour
    qualifier: very likely
    because: Whoever watches writes down what passes.
  - id: late
    if:
      - ?ship is seen in hour ?hour
      - ?hour is at least 900
    then: ?ship is seen late
    because: The log is closed with hour 900.
  - id: called
    if:
      - ?ship is seen late
    then: ?ship is called in
    qualifier: likely
    because: Who comes late has to explain it.
"""


def _section(name: str, topics: Iterable[int], write: Callable[[int], Iterator[str]]) -> list[str]:
    return [f"{name}:", *(line for topic in topics for line in write(topic))]


def _entities(topic: int) -> Iterator[str]:
    for ship in range(SHIPS_A_TOPIC):
        yield f"  ship_{topic}_{ship}: {{name: ship {topic} {ship}, kind: ship}}"
    yield f"  pier_{topic}: {{name: pier {topic}, kind: pier}}"


def _statements(topic: int) -> Iterator[str]:
    for name, slots, says in (
        ("berths", "ship: ship, pier: pier", "{ship} berths at {pier} under scheme"),
        ("follows", "ship: ship, other: ship", "{ship} follows {other} under scheme"),
        ("weighs", "ship: ship, tons: number", "{ship} weighs {tons} tons under scheme"),
        *((f"step{n}", "ship: ship", f"{{ship}} reaches step {n} of scheme") for n in range(14)),
        ("near", "ship: ship, other: ship", "{ship} is near {other} under scheme"),
    ):
        yield f"  {name}_{topic}:"
        yield f"    slots: {{{slots}}}"
        yield f'    says: "{says} {_word(topic)}"'


def _facts(topic: int) -> Iterator[str]:
    scheme = _word(topic)
    for ship in range(SHIPS_A_TOPIC):
        name = f"ship {topic} {ship}"
        yield f"  - say: {name} weighs {100 + ship} tons under scheme {scheme}"
        if ship % 3 == 0:
            yield f"  - say: {name} berths at pier {topic} under scheme {scheme}"
        if ship % 2:
            yield f"  - say: {name} follows ship {topic} {ship - 1} under scheme {scheme}"
        if ship == 0:
            yield f"  - say: {name} reaches step 0 of scheme {scheme}"


def _rules(topic: int) -> Iterator[str]:
    scheme = _word(topic)
    for number in range(13):
        unless = [f"?x is near ship {topic} 1 under scheme {scheme}"] if number % 4 == 3 else []
        yield from _rule(
            f"{scheme}-step-{number}",
            [
                f"?x reaches step {number} of scheme {scheme}",
                f"?x weighs ?t tons under scheme {scheme}",
            ],
            f"?x reaches step {number + 1} of scheme {scheme}",
            unless,
        )
    follows = f"?x follows ?y under scheme {scheme}"
    near = f"?x is near ?y under scheme {scheme}"
    berths = [f"{each} berths at ?p under scheme {scheme}" for each in ("?x", "?y")]
    weighs = [f"{a} weighs {b} tons under scheme {scheme}" for a, b in (("?x", "?t"), ("?y", "?u"))]
    first = f"?x reaches step 0 of scheme {scheme}"
    yield from _rule(f"{scheme}-near", berths, near, [])
    yield from _rule(f"{scheme}-behind", [follows], near, [])
    yield from _rule(f"{scheme}-first", [berths[0], weighs[0], "?t is at least 103"], first, [])
    yield from _rule(f"{scheme}-heavy", [follows, *weighs, "?t is more than ?u"], first, [])
    yield from _rule(f"{scheme}-together", [near, berths[0]], first, [follows])
    yield from _rule(f"{scheme}-pair", [follows, berths[1]], near, [], f"{scheme}-behind")
    yield from _rule(f"{scheme}-back", [near, f"?y reaches step 0 of scheme {scheme}"], first, [])


def _rule(
    name: str, grounds: list[str], claim: str, unless: list[str], overrides: str = ""
) -> Iterator[str]:
    yield f"  - id: {name}"
    yield "    if:"
    yield from (f"      - {ground}" for ground in grounds)
    if unless:
        yield "    unless:"
        yield from (f"      - {each}" for each in unless)
    yield f"    then: {claim}"
    yield "    qualifier: likely"
    yield "    because: The harbour order of that scheme has it so."
    if overrides:
        yield f"    overrides: {overrides}"


def _word(topic: int) -> str:
    """Return a word for a number: letters only, so that it is one word of a sentence."""
    letters = ""
    while True:
        letters = "bdfghklmnprstvz"[topic % 15] + "aeiou"[topic // 15 % 5] + letters
        topic //= 75
        if not topic:
            return letters + "n"
