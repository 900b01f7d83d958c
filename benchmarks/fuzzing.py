"""Whatever bytes a file holds, its author gets problems: coverage-guided, with atheris.

    python benchmarks/fuzzing.py [SECONDS]

Each input stands in for one file of a small rule base, alone or beside the others. It fails on a
stack trace, on more than two seconds, on a rule base in spite of errors or none without, and on
control characters in what is printed. The seeds are the sound and the broken files of the tests.
Without atheris, which has no wheels for every Python, it says so and passes.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SECONDS = 60
LONGEST = 4096
"""Bytes in an input."""
SLOWEST = 2.0
"""Seconds of processor time for one input."""

CHECKOUT = Path(__file__).resolve().parents[1]
BAD = CHECKOUT / "tests" / "fixtures" / "bad"
CLUB = BAD / "_club"

TOKENS = [
    *("rules:", "facts:", "statements:", "entities:", "scenarios:", "contraries:", "questions:"),
    *("sources:", "phrasings:", "tests:", "id:", "if:", "then:", "unless:", "any:", "all:", "not:"),
    *("at least: ", "of:", "slots:", "says:", "denies:", "asks:", "also:", "say:", "ask:", "by:"),
    *("qualifier: likely", "overrides:", "assume:", "suppose away:", "expect:", "status:", "date:"),
    *("\n  - ", "\n    ", ": ", " #", "{", "}", "[", "|", "]", "'", '"', "?x", "?_", "&a", "*a"),
    *("<<:", "!!python/object:x", "---\n", "\t", "\x1b[31m", "\x00", "\u2028", "2017-08-16", "¶1"),
    *(" is ", " is not ", " is at least ", "beats(ann, ?x)", "1e9", "yes", ">-\n", "%YAML 1.2\n"),
]


def check(data: bytes) -> None:
    """Read one input, and fail where the reader does not keep its word."""
    from arguendo.library import read
    from arguendo.problems import render

    place = "knowledge/club.yaml" if data[:1] == b"#" else "knowledge/other.yaml"
    start = time.process_time()
    rulebase, problems, texts = read(CLUB, {place: data.decode("utf-8", "surrogateescape")})
    taken = time.process_time() - start
    if taken > SLOWEST:
        raise AssertionError(f"reading took {taken:.1f} s")
    if (rulebase is None) != problems.has_errors:
        raise AssertionError("a rule base in spite of errors, or none without")
    for problem in problems:
        shown = render(problem, texts)
        if not all(line.isprintable() for line in shown.split("\n")):
            raise AssertionError(f"cannot be printed: {shown!r}")


def seeds() -> Iterator[bytes]:
    """Go through whole files, and the paragraphs of those that are long."""
    for path in sorted([*BAD.glob("*/*/*.yaml"), *CHECKOUT.glob("*/**/*.yaml")]):
        content = path.read_bytes()
        yield from [content] if len(content) <= LONGEST else content.split(b"\n\n")
        yield (b"#\n" + content)[:LONGEST]


def main() -> None:
    """Fuzz for a while; the process ends inside."""
    if not importlib.util.find_spec("atheris"):
        print("skipped: atheris is not installed (pip install atheris, where it has a wheel)")
        return
    import atheris

    seconds = sys.argv[1] if len(sys.argv) > 1 else str(SECONDS)
    with atheris.instrument_imports(include=["arguendo"]):
        import arguendo.checks
        import arguendo.reading  # noqa: F401
    home = Path(tempfile.mkdtemp(prefix="fuzzing-"))
    (home / "corpus").mkdir()
    for number, content in enumerate(dict.fromkeys(seeds())):
        (home / "corpus" / f"{number:04}").write_bytes(content)
    words = ("".join(f"\\x{byte:02x}" for byte in token.encode()) for token in TOKENS)
    (home / "tokens").write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")
    options = [
        *(f"-max_total_time={int(seconds)}", f"-max_len={LONGEST}", "-timeout=30"),
        *(f"-dict={home / 'tokens'}", f"-artifact_prefix={home}/", "-print_final_stats=1"),
    ]
    atheris.Setup([sys.argv[0], *options, str(home / "corpus")], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
