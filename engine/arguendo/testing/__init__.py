"""Whether a rule base does what its author expects of it."""
