"""A small rule base in which everything occurs that a certificate has to prove."""

from __future__ import annotations

from tests.builders import all_of, any_of, rule, rulebase

EVERYTHING = rulebase(
    facts=["p(a)", "p(b)", "e(a, b)", ("q(b)", 2), "n(1)"],
    questions=["s(a)"],
    rules=[
        rule("join", if_=["p(?x)", "e(?x, ?y)", "p(?y)"], then=["t(?x, ?y)", "m(?x)"], qualifier=3),
        rule("any", if_=["p(?x)", any_of("q(?x)", "s(?x)")], then="u(?x)", qualifier=4),
        rule("round", if_=["u(?x)"], then="v(?x)"),
        rule("about", if_=["v(?x)"], then="u(?x)"),
        rule("but", if_=["p(?x)"], unless=[all_of("e(?x, ?_)", "s(?x)")], then="w(?x)"),
        rule("number", if_=["n(?n)", "?n is at least 1", "?m is ?n"], then="k(?m)"),
        rule("strong", if_=["s(?x)"], then="z(?x)", overrides=["weak"], qualifier=2),
        rule("weak", if_=["p(?x)"], then="z(?x)"),
        rule("always", then="y()"),
    ],
    contraries=[("w(?x)", "u(?x)"), ("q(?x)", "no(?x)")],
)
"""Variables, branches, a circle, comparisons, overriding, rebuttals and contraries."""
