"""Whom and what a text names: by names, aliases, roles and descriptions."""
