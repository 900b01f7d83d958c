"""Proof objects of answers, and a checker of them that knows nothing of how answers are found."""
