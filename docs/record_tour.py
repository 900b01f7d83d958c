"""Record a tour of the program as one SVG that moves, `docs/pictures/tour.svg`.

    python docs/record_tour.py

One screen after the other is shown for some seconds; where motion is not wanted, the first stays.
"""

from __future__ import annotations

import asyncio
import re

from take_picture import HERE, QUESTIONS, opened, picture, typed

SECONDS = 4
"""How long each screen stands."""
STEPS = (QUESTIONS[0], QUESTIONS[-1], "f3", "f4", "plus", "f8", "f7")


async def screens() -> list[str]:
    """Return each screen of the tour."""
    async with opened() as pilot:
        shown = [picture(pilot)]
        for said in STEPS:
            await typed(pilot, said)
            shown.append(picture(pilot))
        return shown


def moving(shown: list[str]) -> str:
    """Lay screens over each other, each seen in its turn."""
    found = re.search(r'viewBox="([^"]+)"', shown[0])
    assert found, "a screen has a size"
    whole, share = SECONDS * len(shown), 100 / len(shown)
    style = (
        f".turn {{ visibility: hidden; animation: turn {whole}s step-end infinite; }} "
        "#turn-0 { visibility: visible; } "
        f"@keyframes turn {{ 0% {{ visibility: visible; }} {share:.4f}%, 100% "
        "{ visibility: hidden; } } "
        "@media (prefers-reduced-motion: reduce) { .turn { animation: none; } } "
    )
    style += " ".join(
        f"#turn-{place} {{ animation-delay: {place * SECONDS}s; }}" for place in range(len(shown))
    )
    turns = "\n".join(
        f'<g class="turn" id="turn-{place}">{svg}</g>' for place, svg in enumerate(shown)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{found[1]}">'
    return f"{head}\n<style>{style}</style>\n{turns}\n</svg>\n"


if __name__ == "__main__":
    (HERE / "pictures").mkdir(exist_ok=True)
    (HERE / "pictures" / "tour.svg").write_text(moving(asyncio.run(screens())), encoding="utf-8")
