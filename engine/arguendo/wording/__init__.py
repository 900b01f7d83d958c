"""Records → English. The only place where sentences for people are made."""
