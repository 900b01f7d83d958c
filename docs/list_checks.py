"""Write the list of all codes in `docs/checks.md` anew, from the pages about them.

python docs/list_checks.py
"""

from __future__ import annotations

from pathlib import Path

from arguendo.checks.pages import index

PAGE = Path(__file__).with_name("checks.md")


def main() -> None:
    """Keep what stands above the list, and put the list in place of what is there."""
    above, _, _ = PAGE.read_text(encoding="utf-8").partition("| code |")
    PAGE.write_text(f"{above}{index()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
