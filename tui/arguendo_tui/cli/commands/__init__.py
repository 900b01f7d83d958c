"""The commands, one a file: its docstring is the help, `EXAMPLES` stands below it.

`GROUP` says among which commands the help lists it; without, it is one that asks.
"""
