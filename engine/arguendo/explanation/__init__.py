"""Explanations as records, not text: why, why not, what changes, what it takes, what carries it."""
