"""The commands, one a file: its docstring is the help, `EXAMPLES` stands below it."""
