"""Conversations on disk: written turn by turn as they happen, read back, and gone on with."""
