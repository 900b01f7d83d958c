"""Arguendo: a rules engine that explains what follows, and what would change it."""
