"""The terminal face of arguendo."""
