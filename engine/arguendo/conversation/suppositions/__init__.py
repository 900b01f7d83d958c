"""What the pieces of a text assume: statements, each true or false."""
