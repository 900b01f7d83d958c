"""Exercises made from a rule base, each decided by the engine, and when they come round again."""
