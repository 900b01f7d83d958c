"""Typed queries and the records that answer them; language comes before and after."""
