"""Which statements a piece of text may speak of: phrases indexed, matched and scored."""
