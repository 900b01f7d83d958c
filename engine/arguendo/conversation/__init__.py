"""Conversation: questions in English → typed queries → answers, a pure function of its state."""
