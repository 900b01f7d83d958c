"""One thing more in a rule base: its text, the file that it fits into, and the check beforehand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from textwrap import wrap

from arguendo.authoring.fitting import best_file
from arguendo.authoring.formatting.layout import FILE
from arguendo.authoring.formatting.trivia import Source
from arguendo.authoring.parts import Given, Kind, Part, slug
from arguendo.authoring.scalars import reads_back, scalar
from arguendo.content import is_rule_file
from arguendo.library import read
from arguendo.problems import Problem, Problems
from arguendo.rulebase import RuleBase
from arguendo.wording.grammar import with_article
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

_PROSE = ("because", "about", "notes")
WIDEST = 100
"""Characters from which on a prose text is folded over several lines, and in one of these."""

_SLOT = re.compile(r"\{([^{}]*)\}")


class CannotAdd(Exception):
    """Something cannot be added as it was given: what is wrong, and what would be right."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what is wrong."""
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True)
class Addition:
    """What adding would make of a file, or (without text) the errors that speak against it."""

    file: str
    """Relative to the rule base."""
    id: str
    """Empty for what has none."""
    item: str
    """What is added, as it will stand there."""
    text: str | None
    """The whole file with it; None when the rule base would have errors that it has not yet."""
    problems: tuple[Problem, ...]
    """Those that there would be; without a text at least one of them is an error."""
    texts: Mapping[str, str]
    """File texts for the excerpts of problems."""


def add(
    folder: Path, kind: Kind, given: Given, file: str | None = None, id: str | None = None
) -> Addition:
    """Add something to a rule base, in a draft: nothing is written. Raises `CannotAdd`."""
    _complete(kind, given)
    before, known, texts = read(folder)
    if kind.section == "entities" and before:
        _refuse_namesake(given, before)
    name = id or _id(kind, given, texts)
    item = _item(kind, name, given, before)
    chosen = _checked(file) if file else _first_file(kind, texts)
    made, after = _drafted(folder, kind, chosen, texts, name, item)
    if after is None:
        is_worse = _places(made.problems, made.texts) - _places(known, texts)
        return replace(made, text=None) if is_worse else made
    if file or before is None:
        return made
    fitting = best_file(before, after, kind, chosen)
    if fitting == chosen or _insertion(kind, texts[fitting], item) is None:
        return made
    better, after = _drafted(folder, kind, fitting, texts, name, item)
    return better if after else made


def _complete(kind: Kind, given: Given) -> None:
    missing = [part for part in kind.parts if part.needed and not any(given.get(part.key, ()))]
    if missing:
        named = ", ".join(part.flagged if part != kind.main else part.key for part in missing)
        raise CannotAdd(f"{with_article(kind.name)} needs: {named}")
    for part in kind.parts:
        is_single = not part.many and part.key != "source"
        if is_single and len(given.get(part.key, ())) > 1:
            raise CannotAdd(f"{part.flagged} is given twice")


def _refuse_namesake(given: Given, rulebase: RuleBase) -> None:
    """Refuse an entity without a kind that is called like one there is. Raises `CannotAdd`."""
    (name,) = given["name"]
    namesakes = rulebase.vocabulary.entities_named(name)
    if namesakes and not any(given.get("kind", ())):
        ids = ", ".join(each.id for each in namesakes)
        hint = "another thing of that name needs a --kind of its own"
        raise CannotAdd(f"“{name}” is there already, with the id {ids}", hint)


def _id(kind: Kind, given: Given, texts: Mapping[str, str]) -> str:
    if not kind.joint:
        return ""
    taken: set[str] = set()
    for name, text in texts.items():
        root = parse(name, text, Problems())
        node = root.get(kind.section) if isinstance(root, MapNode) else None
        taken.update(_ids(node))
    return slug(given[kind.main.key][0], kind.joint, taken)


def _ids(node: Node | None) -> Iterator[str]:
    if isinstance(node, MapNode):
        yield from (key.text for key, _ in node.entries)
    for item in node.items if isinstance(node, ListNode) else ():
        name = item.get("id") if isinstance(item, MapNode) else None
        if isinstance(name, TextNode):
            yield name.text


def _checked(file: str) -> str:
    """Take a file's name, if it lies where rule files lie."""
    path = PurePosixPath(file.replace("\\", "/"))
    if is_rule_file(path):
        return path.as_posix()
    hint = "it lies in rules/ or knowledge/ and ends in .yaml: --file rules/harbor.yaml"
    raise CannotAdd(f"“{file}” cannot be a file of a rule base", hint)


def _first_file(kind: Kind, texts: Mapping[str, str]) -> str:
    """Return the first file that has the section and takes more, else the usual one."""
    for name, text in texts.items():
        root = parse(name, text, Problems())
        node = root.get(kind.section) if isinstance(root, MapNode) else None
        if isinstance(node, MapNode | ListNode) and not node.flow:
            return name
    return kind.file


def _drafted(
    folder: Path,
    kind: Kind,
    file: str,
    texts: Mapping[str, str],
    name: str,
    item: str,
) -> tuple[Addition, RuleBase | None]:
    text = _insertion(kind, texts.get(file, ""), item)
    if text is None:
        raise CannotAdd(
            f"“{file}” has its {kind.section} in brackets or is unreadable, and takes no more",
            "name another file with --file",
        )
    after, problems, drafts = read(folder, {file: text})
    return Addition(file, name, item, text, tuple(problems), drafts), after


def _places(problems: Iterable[Problem], texts: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Count the lines at which something is wrong, by what is written there.

    Line numbers change when something is added above, and what is said of a line when more becomes
    known. So one can begin with a rule, and then declare one after another what it speaks of.
    """
    return Counter(
        (span.file, texts[span.file].splitlines()[span.line - 1])
        if (span := each.span) and span.line <= len(texts.get(span.file, "").splitlines())
        else ("", each.message)
        for each in problems
    )


def _insertion(kind: Kind, text: str, item: str) -> str | None:
    """Put an item at the end of its section, and leave all else as it is; None where it cannot."""
    ends = "\r\n" if "\r\n" in text else "\n"
    source = Source(text.replace("\r\n", "\n"))
    root = parse("", source.text, Problems())
    lines = source.text.rstrip("\n").split("\n") if source.text.strip() else []
    if root is None:
        made = [*lines, *([""] if lines else []), f"{kind.section}:", *_set_in(item, 2)]
        return ends.join(made) + ends
    if not isinstance(root, MapNode) or root.flow:
        return None
    node = root.get(kind.section)
    if node is None:
        made = [*lines, "", f"{kind.section}:", *_set_in(item, 2)]
        return ends.join(made) + ends
    if isinstance(node, TextNode) and node.is_empty:
        last, column, apart = node.span.line, 2, False
    elif isinstance(node, MapNode | ListNode) and not node.flow:
        last, column = _last_line(source, node), node.span.column - 1
        apart = FILE.under(kind.section).spaced or _is_apart(source, node)
    else:
        return None
    added = [*([""] if apart else []), *_set_in(item, column)]
    return ends.join([*lines[:last], *added, *lines[last:]]) + ends


def _last_line(source: Source, node: Node) -> int:
    """Return the last line on which something of a node stands."""
    if isinstance(node, MapNode) and not node.flow and node.entries:
        return _last_line(source, node.entries[-1][1])
    if isinstance(node, ListNode) and not node.flow and node.items:
        return _last_line(source, node.items[-1])
    return source.line_of(source.end(node))


def _is_apart(source: Source, node: MapNode | ListNode) -> bool:
    """Tell whether a blank line stands before the last part of a section."""
    parts = [key for key, _ in node.entries] if isinstance(node, MapNode) else node.items
    return len(parts) > 1 and not source.lines[parts[-1].span.line - 2].strip()


def _set_in(item: str, column: int) -> list[str]:
    return [" " * column + line for line in item.split("\n")]


def _item(kind: Kind, name: str, given: Given, rulebase: RuleBase | None) -> str:
    """Write what is added, from the first column."""
    lines: list[str] = [f"id: {scalar(name)}"] if kind.is_listed and name else []
    if kind.name == "statement":
        given = {**given, "slots": _slots(given, rulebase)}
    for part in kind.parts:
        if any(given.get(part.key, ())):
            lines += _entry(part, [each.strip() for each in given[part.key]])
    if kind.is_listed:
        return "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])])
    return "\n".join([f"{name}:", *(f"  {line}" for line in lines)])


def _entry(part: Part, values: Sequence[str]) -> list[str]:
    if part.key == "source":
        return [f"source: {scalar(', '.join(values))}"]
    if part.key == "slots":
        pairs = (value.partition("=") for value in values)
        return ["slots:", *(f"  {scalar(slot)}: {scalar(kind)}" for slot, _, kind in pairs)]
    if part.flag or (part.key == "date" and reads_back(values[0])):
        return [f"{part.key}: {values[0]}"]
    if part.key in _PROSE and len(values[0]) > WIDEST:
        return [f"{part.key}: >-", *(f"  {line}" for line in _wrapped(values[0]))]
    if not part.many or (part.key == "then" and len(values) == 1):
        return [f"{part.key}: {scalar(values[0])}"]
    return [f"{part.key}:", *(f"  - {_valued(part, value)}" for value in values)]


def _wrapped(text: str) -> list[str]:
    return wrap(text, WIDEST, break_long_words=False, break_on_hyphens=False)


def _valued(part: Part, value: str) -> str:
    """Write a sentence, in `expect` and `assume` perhaps with a status or degree behind it."""
    said, colon, word = value.rpartition(": ")
    if part.key in ("expect", "assume") and colon and said:
        return f"{scalar(said)}: {scalar(word)}"
    return scalar(value)


def _slots(given: Given, rulebase: RuleBase | None) -> list[str]:
    """Name the kind of each slot: the one given, else a kind of the same name, else any."""
    pairs = [value.partition("=") for value in given.get("slots", ())]
    named = {slot.strip(): kind.strip() for slot, _, kind in pairs}
    if not all(named.values()):
        raise CannotAdd("--slot takes a slot and its kind", "for example: --slot place=town")
    kinds = {entity.kind for entity in rulebase.vocabulary.entities.values()} if rulebase else set()
    found = dict.fromkeys(slot.strip() for slot in _SLOT.findall(given["says"][0]))
    unknown = next((slot for slot in named if slot not in found), None)
    if unknown is not None:
        raise CannotAdd(f"the sentence has no slot “{unknown}”", f"write {{{unknown}}} in it")
    return [f"{slot}={named.get(slot) or (slot if slot in kinds else 'any')}" for slot in found]
