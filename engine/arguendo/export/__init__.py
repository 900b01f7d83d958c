"""What other programs get: records as JSON, and the typed queries that they send."""
