"""Drafts: the text of one file of a rule base while it is edited; the disk changes on save only.

A draft never changes: each step returns another. What is on the disk and what was written here are
both kept until someone decides between them.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from arguendo.content import FOLDERS, find_rule_base
from arguendo.disk import write_whole

LARGEST = 2**19
"""Bytes in a file that can still be edited at ease."""

_MARK = "\N{BYTE ORDER MARK}"
_ENDINGS = ("\r\n", "\n", "\r")


class Unopened(Exception):
    """A file cannot be shown for editing; says why."""


class Unsaved(Exception):
    """A draft could not be written, and the disk is as it was; says why."""


class Stale(Unsaved):
    """The file is not any more as it was when the draft was opened."""


@dataclass(frozen=True)
class Draft:
    """A file's text, and what the file held when that was last the same."""

    home: Path
    """The rule base's folder."""
    name: str
    """The file as spans call it: relative to that folder."""
    text: str
    base: str
    """The text as it was opened or saved last."""
    disk: bytes | None
    """What the file held then; None for a file that is still to be made."""
    locked: str = ""
    """Why it can be read only, as a sentence; empty when it can be saved."""

    @classmethod
    def open(cls, folder: Path | None, name: str) -> Draft:
        """Open a file of a rule base (default: the article's). Raises `Unopened`."""
        home = find_rule_base(folder).resolve()
        path = _inside(home, name)
        content = _content(path)
        if content is None:
            raise Unopened(f"There is no file {name} any more.")
        text = content.decode("utf-8", errors="replace")
        marked = text.removeprefix(_MARK)
        locked = _why_locked(home, path) or _why_unfaithful(content, marked)
        return cls(home, name, marked, marked, content, locked)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.home.joinpath(*PurePosixPath(self.name).parts)

    @property
    def unsaved(self) -> bool:
        """Whether it says something else than when it was opened or saved last."""
        return self.text != self.base

    @property
    def stale(self) -> bool:
        """Whether the file holds something else by now. Raises `Unopened`."""
        return _content(self.path) != self.disk

    def written(self, text: str) -> Draft:
        """Return the draft with another text."""
        return replace(self, text=text)

    def reopened(self) -> Draft:
        """Return the draft as the file is now; its own text is given up. Raises `Unopened`."""
        return Draft.open(self.home, self.name)

    def saved(self, *, over: bool = False) -> Draft:
        """Write the file whole or not at all, and return the draft as saved.

        Raises `Stale` when the file has changed since, unless it is to be written `over`, and
        `Unsaved` for whatever else stands in the way.
        """
        locked = self.locked or _why_locked(self.home, self.path)
        if locked:
            raise Unsaved(locked)
        content = self._encoded()
        try:
            if not over and self.stale:
                raise Stale(f"{self.name} has changed on disk since it was opened.")
            write_whole(self.path, content)
        except Unopened as error:
            raise Unsaved(str(error)) from error
        except OSError as error:
            raise Unsaved(f"It could not be saved: {error.strerror or error}.") from error
        return replace(self, base=self.text, disk=content)

    def _encoded(self) -> bytes:
        had_mark = (self.disk or b"").startswith(_MARK.encode())
        try:
            return f"{_MARK if had_mark else ''}{self.text}".encode()
        except UnicodeEncodeError as error:
            raise Unsaved("It holds half a character, which no file can hold.") from error


def line_of(rule: str, text: str, otherwise: int) -> int:
    """Return the line on which a rule says its id, counted from 1."""
    said = re.compile(rf"[\s{{-]*id:\s*[\"']?{re.escape(rule)}[\"']?\s*(?:[,#}}].*)?")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if said.fullmatch(line)), otherwise)


def _inside(home: Path, name: str) -> Path:
    """Return where a file of the rule base lies. Raises `Unopened` for one that lies elsewhere."""
    parts = PurePosixPath(name).parts
    if len(parts) < 2 or parts[0] not in FOLDERS or ".." in parts:
        raise Unopened(f"{name} does not belong to the rule base.")
    path = home.joinpath(*parts)
    if not Path(os.path.realpath(path)).is_relative_to(home):
        raise Unopened(f"{name} leads out of the rule base.")
    return path


def _content(path: Path) -> bytes | None:
    """Read a file; None when there is none. Raises `Unopened`."""
    try:
        if path.exists() and not path.is_file():
            raise Unopened(f"{path.name} is not an ordinary file.")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unopened(f"{path.name} cannot be read: {error.strerror or error}.") from error
    if len(content) > LARGEST:
        raise Unopened(f"{path.name} is larger than {LARGEST // 1024} kB, too large to edit here.")
    return content


def _why_locked(home: Path, path: Path) -> str:
    links = [each for each in (path, *path.parents) if each != home and each.is_relative_to(home)]
    if any(each.is_symlink() for each in links):
        return "A link leads to this file: it can be read only. Edit the file where it lies."
    own = os.access(path, os.W_OK) or not path.exists()
    if not (own and os.access(path.parent, os.W_OK | os.X_OK)):
        return (
            "This rule base lies where nothing can be written: it can be read only. "
            "Copy its folder, and open the copy with --rule-base."
        )
    return ""


def _why_unfaithful(content: bytes, text: str) -> str:
    """Tell why a file would not be kept as it is by an editor of lines; empty when it would."""
    if content.decode("utf-8", errors="surrogateescape") != content.decode(errors="replace"):
        return "This file is not UTF-8 text: it can be read only."
    ending = next((each for each in _ENDINGS if each in text), "\n")
    lines = text.splitlines()
    if text.endswith(_ENDINGS):
        lines.append("")
    if ending.join(lines) != text:
        return "The lines of this file end in more than one way: it can be read only."
    return ""
