"""Memory is searched for garbage while nobody types: such a search would be felt at a key."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from time import monotonic

REST = 2.0
"""Seconds without a key after which there is time for it."""
LONGEST = 60.0
"""Seconds after which it is done whether there is time or not."""
EVERY = 5.0
"""Seconds from one look whether there is time to the next."""

_SEARCHES = 10
"""Lesser searches since the last full one, from which on one is due; as Python has it."""
_NEVER = 1_000_000


@dataclass
class Tidying:
    """When the last key came, and the last search."""

    key: float = field(default_factory=monotonic)
    search: float = field(default_factory=monotonic)

    def begin(self) -> None:
        """Leave it to `look` from here on; what is there by now stays, and is passed over."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)

    def keyed(self) -> None:
        """Take note of a key."""
        self.key = monotonic()

    def look(self) -> bool:
        """Search, if that is due and there is time; tell whether it was done."""
        now = monotonic()
        is_due = gc.get_count()[2] > _SEARCHES
        if not is_due or (now - self.key < REST and now - self.search < LONGEST):
            return False
        gc.collect()
        self.search = monotonic()
        return True
