"""Explanation traces for training: drawn from a rule base, proven, split, written."""
