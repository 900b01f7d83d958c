"""What the tests of a rule base found, as lines of text."""
