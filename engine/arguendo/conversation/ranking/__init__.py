"""Which of the statements that fit is meant, how plausible that is, and how sure."""
